"""`%%zmodel` and `%zmodel`; the only module that imports IPython."""

from __future__ import annotations

import builtins
import keyword
import os
import shlex
from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any

from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.magic import Magics, line_cell_magic, magics_class
from IPython.display import display

from zmodel.diagnostics import Diagnostic, unforeseen_error
from zmodel.notebook.diagnostics import DiagnosticsView
from zmodel.notebook.errors import ModelError
from zmodel.notebook.loaded_model import LoadedModel
from zmodel.notebook.loading import load, load_source
from zmodel.source import SourceFile

USAGE = "%%zmodel [NAME] above a model, %zmodel load FILE [NAME] or %zmodel check FILE..."


@magics_class
class ModelMagics(Magics):
    """Models in cells."""

    @line_cell_magic
    def zmodel(self, line: str, cell: str | None = None) -> LoadedModel | None:
        """Compiles a model and binds it to a name.

        %%zmodel [NAME]           the model in the rest of the cell
        %zmodel load FILE [NAME]  a model file
        %zmodel check FILE...     diagnostics of model files

        Without NAME the model's own name is taken, unless it means something else already. Errors are shown at their
        places, and stop a notebook that runs as a whole.
        """
        words = _words(line)
        if cell is not None:
            if len(words) > 1:
                raise UsageError(USAGE)
            # The line of the magic counts, so that line numbers are those of the cell. The number of the prompt is the
            # display hook's to know: versions of IPython count the cell before or after it runs.
            file = SourceFile(f"In[{self._session.displayhook.prompt_count}]", f"\n{cell}")
            return self._bind(_shown(partial(load_source, file)), words)
        match words:
            case ["load", path, *names] if len(names) < 2:
                return self._bind(_shown(partial(load, path)), names)
            case ["check", _, *_]:
                _check(words[1:])
                return None
        raise UsageError(USAGE)

    def _bind(self, loaded: LoadedModel, names: Sequence[str]) -> LoadedModel:
        """Gives a model a name in the session."""
        known = self._session.user_ns
        if names:
            name = names[0]
            if not name.isidentifier() or keyword.iskeyword(name):
                raise UsageError(f"{name!r} is no name of a variable")
        else:
            taken = {key for key, value in known.items() if not isinstance(value, LoadedModel)}
            name = free_name(loaded.name, taken)
            if name != loaded.name:
                text = f"The model is called {name} here: {loaded.name} has a meaning already."
                display({"text/plain": text}, raw=True)
        self._session.push({name: loaded})
        return loaded

    @property
    def _session(self) -> InteractiveShell:
        assert self.shell is not None, "magics belong to a session"
        return self.shell


def _words(line: str) -> list[str]:
    """The words of a line; quotes hold those with blanks together.

    Raises:
        UsageError: if a quote has no end.
    """
    try:
        return shlex.split(line, posix=os.name == "posix")
    except ValueError as error:
        raise UsageError(str(error)) from None


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, or one made of it that nothing else has."""
    taken = {*taken, *dir(builtins), *keyword.kwlist}
    while name in taken:
        name += "_model"
    return name


def _shown(compute: Callable[[], LoadedModel]) -> LoadedModel:
    """A model; what is wrong with it is shown, and raised as an exception of one line."""
    loaded, found = _attempt(compute)
    if loaded is not None:
        return loaded
    display(DiagnosticsView(found))
    raise ModelError(found, shown=True)


def _attempt(compute: Callable[[], LoadedModel]) -> tuple[LoadedModel | None, tuple[Diagnostic, ...]]:
    """A model, or None, and what is to be said about it."""
    try:
        loaded = compute()
    except ModelError as error:
        return None, error.diagnostics
    except Exception as error:  # a bug of the compiler becomes a message, as on the command line
        return None, (unforeseen_error(error),)
    return loaded, loaded.diagnostics


def _check(paths: Sequence[str]) -> None:
    """Shows what is to be said about files, and one line for each.

    Raises:
        ModelError: if any has errors.
    """
    found: list[Diagnostic] = []
    lines = []
    for path in paths:
        loaded, diagnostics = _attempt(partial(load, path))
        found += diagnostics
        lines.append(f"{path}: errors" if loaded is None else f"{path}: ok, {loaded!r}")
    data: dict[str, Any] = {"text/plain": "\n".join(lines)}
    display(data, raw=True)
    if found:
        display(DiagnosticsView(tuple(found)))
    if any(item.severity == "error" for item in found):
        raise ModelError(found, shown=True)
