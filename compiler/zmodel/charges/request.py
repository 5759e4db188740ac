"""From a model to the search that its file or the command line asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import comb, prod

from zmodel.charges.atlas.columns import Column, make_columns
from zmodel.charges.atlas.derived import DERIVED_NAMES
from zmodel.charges.collect import search_problem
from zmodel.charges.problem import EquationLengthError, SearchError, SearchProblem
from zmodel.charges.search.listing import check_bound
from zmodel.charges.search.plan import make_plan
from zmodel.charges.search.shifts import shift_direction
from zmodel.derive.couplings import CouplingTable
from zmodel.derive.requirements import unknown_conditions
from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.limits import DEFAULT
from zmodel.limits import hint as limit_hint
from zmodel.model import Model
from zmodel.source import Span

MAX_PYTHON = 200_000
"""Combinations of charges that the search in plain Python goes through."""


@dataclass(frozen=True, eq=False)
class Search:
    """A search and what it is about.

    Attributes:
        model: whose charges are searched.
        problem: its equations.
        bound: of the charges.
        modulo: another U(1) whose multiples are divided out, or None.
        direction: its charges, from `shift_direction`.
    """

    model: Model
    problem: SearchProblem
    bound: int
    modulo: str | None = None
    direction: tuple[int, ...] | None = None

    def columns(self) -> tuple[Column, ...]:
        """The columns of the dataset."""
        return make_columns(self.model, self.problem, self.bound, (*DERIVED_NAMES, "solutions"))


@dataclass(frozen=True)
class SearchOptions:
    """What the command line says about a search; None is left to the file.

    Attributes:
        bound: of the charges.
        group: name of the U(1).
        modulo: another U(1) whose multiples are divided out.
        equation_terms: that an equation may have once linear ones are solved.
    """

    bound: int | None = None
    group: str | None = None
    modulo: str | None = None
    equation_terms: int = DEFAULT.equation_terms


def find_search(model: Model, table: CouplingTable, options: SearchOptions) -> tuple[Search, tuple[Diagnostic, ...]]:
    """The search for the unknown charges of a model under all that it requires.

    Args:
        model: with unknown charges `?`.
        table: its couplings.
        options: what the file leaves open.

    Returns:
        The search, and warnings.

    Raises:
        DiagnosticError: Z408 or Z409 if there is nothing to search, or too much.
    """
    group = find_group(model, options.group)
    bound = _bound(model, group, options.bound)
    span = model.group(group).span
    try:
        check_bound(bound)
        problem = search_problem(model, group, unknown_conditions(model, table), options.equation_terms)
        direction = None
        if options.modulo is not None:
            _abelian(model, options.modulo)
            direction = shift_direction(model, problem, options.modulo)
    except SearchError as error:
        raise DiagnosticError([search_failed(error, span)]) from None
    return Search(model, problem, bound, options.modulo, direction), _free(model, problem)


def search_failed(error: SearchError | MemoryError, span: Span) -> Diagnostic:
    """The diagnostic of a search that cannot be done."""
    message = str(error) if isinstance(error, SearchError) else "the search needs more memory than there is"
    hints = (limit_hint("equation_terms"),) if isinstance(error, EquationLengthError) else ()
    return Diagnostic("Z409", message, span, hints=hints)


def find_group(model: Model, wanted: str | None) -> str:
    """The U(1) that is asked for, searched by the file, or has unknown charges.

    Raises:
        DiagnosticError: Z408 if there is none, or if there are several.
    """
    unknown = [g.name for g in model.abelian_groups if _has_unknowns(model, g.name)]
    asked = [search.group for search in model.searches]
    if wanted is not None:
        return _with_unknowns(model, _abelian(model, wanted), unknown)
    # A `search` line decides between several.
    candidates = [name for name in unknown if name in asked] or unknown or asked
    if len(candidates) == 1:
        return candidates[0]
    if not candidates:
        hint = "write `?` for the charges to be found"
        raise DiagnosticError([Diagnostic("Z408", "no charge of the model is unknown", model.span, hints=(hint,))])
    message = f"charges under several groups are unknown: {', '.join(candidates)}"
    hint = "name one with `--group`, and give the charges under the others"
    raise DiagnosticError([Diagnostic("Z408", message, model.group(candidates[1]).span, hints=(hint,))])


def _with_unknowns(model: Model, name: str, unknown: Sequence[str]) -> str:
    """The U(1), unless there is nothing to be found for it."""
    if name in unknown:
        return name
    message = f"no charge under {name} is unknown"
    hint = f"unknown are charges under {', '.join(unknown)}" if unknown else "write `?` for the charges to be found"
    raise DiagnosticError([Diagnostic("Z408", message, model.group(name).span, hints=(hint,))])


def _abelian(model: Model, name: str) -> str:
    known = [group.name for group in model.abelian_groups]
    if name not in known:
        hint = f"its gauged U(1)s are {', '.join(known) or 'none'}"
        raise DiagnosticError([Diagnostic("Z408", f"the model has no gauged U(1) `{name}`", model.span, hints=(hint,))])
    return name


def _has_unknowns(model: Model, group: str) -> bool:
    return any(
        symbol.startswith("?")
        for field in model.fields
        for charge in field.charges.get(group, ())
        for symbol in model.ring.used_symbols(charge)
    )


def declared_bound(model: Model, group: str) -> int | None:
    """The bound that the file's `search` line gives, if it has one.

    Raises:
        DiagnosticError: Z408 if its range is not symmetric.
    """
    search = next((search for search in model.searches if search.group == group), None)
    if search is None or search.lower == -search.upper:
        return None if search is None else search.upper
    message = f"the range {search.lower}..{search.upper} is not symmetric"
    hint = "a solution and its negative are the same: write `-N..N`, or say `--max-charge N`"
    raise DiagnosticError([Diagnostic("Z408", message, search.span, hints=(hint,))])


def _bound(model: Model, group: str, wanted: int | None) -> int:
    bound = declared_bound(model, group) if wanted is None else wanted
    if bound is not None:
        return bound
    message = f"the file does not say up to which charges of {group} to search"
    hint = f"add the line `search {group} in -10..10`, or say `--max-charge 10`"
    raise DiagnosticError([Diagnostic("Z408", message, model.group(group).span, hints=(hint,))])


def _free(model: Model, problem: SearchProblem) -> tuple[Diagnostic, ...]:
    """A warning for each unknown that is not searched over."""
    found = []
    for name in problem.free:
        field = next(
            field
            for field in model.fields
            if any(name in model.ring.used_symbols(charge) for charge in field.charges.get(problem.group, ()))
        )
        message = f"nothing fixes the unknown charge `{name}` of `{field.name}`"
        found.append(Diagnostic("Z502", message, field.span, label="it is free and not searched over"))
    return tuple(found)


def is_small(problem: SearchProblem, bound: int) -> bool:
    """Whether the search in plain Python, `count_python`, takes seconds."""
    plan = make_plan(problem)

    def states(positions: tuple[int, ...]) -> int:
        inside = [sum(i in positions for i in members) for members in problem.classes]
        return prod(comb(2 * bound + size, size) for size in inside)

    blocks = plan.blocks + plan.divided
    middle = len(blocks) // 2
    halves = (prod(map(states, blocks[:middle])), prod(map(states, blocks[middle:])))
    return states(plan.outer) * max(halves) <= MAX_PYTHON
