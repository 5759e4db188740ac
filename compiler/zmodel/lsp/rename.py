"""Renaming: all places of a name change, and the model stays what it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from zmodel.diagnostics import Edit
from zmodel.driver import load_model
from zmodel.lsp.navigation import Use, derived_symbols, references
from zmodel.lsp.symbols import OWN_UNKNOWNS, Occurrence
from zmodel.lsp.units import Symbol, Unit, load_unit
from zmodel.model import Loader
from zmodel.model.context import KEYWORDS, RESERVED
from zmodel.source import SourceFile, Span
from zmodel.syntax import ast
from zmodel.syntax.lexing import MAX_NAME_LENGTH, ascii_name

_NAME = re.compile(r"[A-Za-z_\u0370-\u03FF\u00B5][A-Za-z0-9_\u0370-\u03FF\u00B5]*")
_DIGITS = re.compile(r"\d*$")


class RenameError(Exception):
    """Why a name cannot be changed, in words for the user."""


def check_renamable(units: Sequence[Unit], symbol: Symbol, is_library: bool) -> None:
    """Tests whether a name may be changed at all.

    Raises:
        RenameError: if it is declared in the library, or called after something else.
    """
    if is_library:
        raise RenameError(f"`{symbol.name}` is declared in the model library, which cannot be changed")
    if symbol.space == OWN_UNKNOWNS[0]:
        raise RenameError(f"this unknown is called after the field `{symbol.name}`; rename the field")
    declarations = [item for unit in units if symbol.file in unit.files for item in unit.declarations(symbol)]
    if declarations and all(item.role == "derived" for item in declarations):
        owner = declarations[0].owner
        raise RenameError(f"`{symbol.name}` is called after the group `{owner}`; give it a name with `coupling`")


def rename(units: Sequence[Unit], symbol: Symbol, new_name: str, load: Loader) -> Mapping[str, tuple[Edit, ...]]:
    """The changes that give a symbol another name, by file.

    Args:
        units: main files that the symbol may occur in, with what they use.
        symbol: passed by `check_renamable`.
        new_name: as the user types it; Greek letters are welcome.
        load: gives the files that `use` names.

    Raises:
        RenameError: if the new name is not allowed or not free, or the model would mean something else.
    """
    name = _checked_name(new_name, symbol)
    edits: dict[str, list[Edit]] = defaultdict(list)
    for use in references(units, symbol):
        edits[use.span.file.name].append(_edit(use, name))
    for derived in derived_symbols(units, symbol):
        prefix = "g_" if derived.space == "name" else ""
        for use in references(units, derived):
            if use.item.role != "derived":
                edits[use.span.file.name].append(Edit(use.span, prefix + name + _suffix(derived, use.item)))
    result = {file: tuple(sorted(found, key=lambda edit: edit.span.start)) for file, found in edits.items()}
    _check_meaning(units, result, load, new_name)
    return result


def _checked_name(new_name: str, symbol: Symbol) -> str:
    name = new_name.strip()
    if not _NAME.fullmatch(name) or len(name) > MAX_NAME_LENGTH:
        raise RenameError(f"`{name[:MAX_NAME_LENGTH]}` is not a name: names are letters, digits and `_`")
    try:
        spelled = ascii_name(name)
    except ValueError as error:
        raise RenameError(str(error)) from None
    if spelled in (KEYWORDS if symbol.space == "model" else RESERVED):
        raise RenameError(f"`{spelled}` is a reserved word")
    return name


def _edit(use: Use, name: str) -> Edit:
    node = use.item.node
    if isinstance(node, ast.MixingStatement) and node.name is None:
        # A mixing without a name is called after its form, which stays.
        end = use.item.base + node.span.end
        return Edit(Span(use.span.file, end, end), f" as {name}")
    return Edit(use.span, name)


def _suffix(derived: Symbol, item: Occurrence) -> str:
    """The generation in the name of a field's unknown."""
    if derived.space != OWN_UNKNOWNS[0] or item.name == derived.name:
        return ""
    match = _DIGITS.search(item.name)
    return match.group() if match else ""


# ------------------------------------------------------------------ the same model afterwards
def applied(text: str, edits: Sequence[Edit]) -> str:
    """A text with changes that do not overlap."""
    for edit in sorted(edits, key=lambda edit: edit.span.start, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


def _check_meaning(units: Sequence[Unit], edits: Mapping[str, tuple[Edit, ...]], load: Loader, new_name: str) -> None:
    """Every name must mean what it meant, and a model without errors must stay one."""

    def load_changed(source: str, is_path: bool, importer: SourceFile) -> SourceFile:
        file = load(source, is_path, importer)
        return SourceFile(file.name, applied(file.text, edits.get(file.name, ())))

    for unit in units:
        if not any(file in edits for file in unit.files):
            continue
        old = unit.files[unit.root].file
        new = SourceFile(old.name, applied(old.text, edits.get(old.name, ())))
        if list(_bindings(unit)) != list(_bindings(load_unit(new, load_changed))):
            raise RenameError(f"`{new_name}` means something else already")
        model, found = load_model(new, load_changed)
        if model is None and load_model(old, load)[0] is not None:
            errors = [item.message for item in found if item.severity == "error"]
            raise RenameError(errors[0] if errors else f"`{new_name}` cannot be used here")


def _bindings(unit: Unit) -> Iterator[tuple[str, int, str, tuple[str, str, int] | None]]:
    """For each name its role, and the first declaration of what it means: its number in its file."""
    numbers = {
        (file, parsed.names[number].start, parsed.names[number].role): number
        for file, parsed in unit.files.items()
        for number in reversed(range(len(parsed.names)))
    }
    for file, parsed in unit.files.items():
        for number, item in enumerate(parsed.names):
            symbol = unit.meaning(file, item)
            target = None
            if symbol is not None:
                first = unit.declarations(symbol)[0]
                target = symbol.file, symbol.space.partition(" by ")[0], numbers[symbol.file, first.start, first.role]
            yield file, number, item.role, target
