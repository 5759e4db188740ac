"""`breaking`: what is left of the gauge group, by its embedding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from zmodel.groups import (
    AbelianSubgroup,
    Block,
    EmbeddingError,
    SimpleSubgroup,
    Subgroup,
    abelian_subgroup,
    check_subgroups,
    whole_group,
)
from zmodel.model.context import Context
from zmodel.model.draft import Draft
from zmodel.model.expression import exact_value
from zmodel.model.expressions import InvalidError, Scope, resolve_expression
from zmodel.model.model import Breaking
from zmodel.syntax import ast


@dataclass(frozen=True)
class _Step:
    """Where the groups of a breaking come from.

    Attributes:
        context: where errors go.
        sizes: of the groups that are there before: n of SU(n), 1 for a U(1).
        wanted: what a name must be, for messages.
    """

    context: Context
    sizes: Mapping[str, int]
    wanted: str


def resolve_breakings(draft: Draft) -> tuple[Breaking, ...]:
    """Breakings of the gauge group, each after at most one earlier one."""
    breakings: dict[str, Breaking] = {}
    for statement in draft.of_type(ast.BreakingStatement):
        if not draft.context.declare(statement.name, "breaking"):
            continue
        try:
            step = _step(statement, breakings, draft)
            subgroups = _subgroups(statement, step)
        except InvalidError:
            draft.context.broken.add(statement.name.name)
            continue
        name, after = statement.name.name, statement.after
        breakings[name] = Breaking(name, None if after is None else after.name, subgroups, statement.span)
    return tuple(breakings.values())


def _step(statement: ast.BreakingStatement, breakings: Mapping[str, Breaking], draft: Draft) -> _Step:
    """The groups that a breaking starts from: the gauge group, or what an earlier one leaves."""
    after = statement.after
    if after is None:
        sizes = {group.name: group.n for group in draft.groups.values() if not group.is_global}
        return _Step(draft.context, sizes, "gauge group")
    if after.name not in breakings:
        draft.context.unknown_name(after.name, after.span, "earlier breaking", breakings)
        raise InvalidError
    subgroups = breakings[after.name].subgroups
    return _Step(draft.context, {s.name: s.n for s in subgroups}, f"group that `{after.name}` leaves")


def _subgroups(statement: ast.BreakingStatement, step: _Step) -> tuple[Subgroup, ...]:
    lines = {line.name.name: line for line in statement.subgroups}
    _check_names(statement, step)
    subgroups = [_subgroup(line, step) for line in statement.subgroups]
    try:
        check_subgroups(subgroups)
    except EmbeddingError as error:
        first, *_, last = (lines[name].span for name in (error.names[0], *error.names))
        related = [] if first == last else [(first, "with this one")]
        step.context.report("Z126", str(error), last, related=related)
        raise InvalidError from None
    return tuple(subgroups)


def _check_names(statement: ast.BreakingStatement, step: _Step) -> None:
    """Names within a breaking are its own, and differ."""
    most = step.context.limits.groups
    if len(statement.subgroups) > most:
        message = f"a gauge group has at most {most} factors"
        step.context.report("Z104", message, statement.span)
        raise InvalidError
    counts = Counter(line.name.name for line in statement.subgroups)
    for line in reversed(statement.subgroups):
        if not step.context.check_reserved(line.name):
            raise InvalidError
        if counts[line.name.name] > 1:
            step.context.report("Z111", f"`{line.name.name}` is given twice", line.name.span)
            raise InvalidError


def _subgroup(line: ast.SubgroupLine, step: _Step) -> Subgroup:
    name = line.name.name
    if not line.parts:
        return whole_group(name, _size(line.name, step))
    abelian = [_size(part.group, step) == 1 or isinstance(part.location, ast.Diagonal) for part in line.parts]
    if all(abelian):
        return _abelian(line, step)
    if any(abelian):
        hints = ["a U(1) is made of U(1)s and of generators such as SU5 diag(1, 1, 1, 1, -4)"]
        step.context.report("Z115", f"`{name}` is made of an SU(n) and of a U(1)", line.span, hints=hints)
        raise InvalidError
    return _simple(line, step)


def _size(group: ast.Identifier, step: _Step) -> int:
    if group.name not in step.sizes:
        step.context.unknown_name(group.name, group.span, step.wanted, step.sizes)
        raise InvalidError
    return step.sizes[group.name]


# ------------------------------------------------------------------ SU(n)
def _simple(line: ast.SubgroupLine, step: _Step) -> SimpleSubgroup:
    blocks = [_block(part, step) for part in line.parts]
    sizes = dict.fromkeys(len(block.indices) for block in blocks)
    if len(sizes) > 1:
        message = f"`{line.name.name}` is made of blocks of {' and '.join(map(str, sizes))} indices"
        step.context.report("Z124", message, line.span)
        raise InvalidError
    return SimpleSubgroup(line.name.name, tuple(blocks))


def _block(part: ast.SubgroupPart, step: _Step) -> Block:
    n = _size(part.group, step)
    name = part.group.name
    if part.coefficient != 1:
        hints = [f"write cc({name}) where the conjugate of its fundamental is meant"]
        step.context.report("Z117", f"an SU(n) such as `{name}` has no factor in front", part.span, hints=hints)
        raise InvalidError
    if not isinstance(part.location, ast.Indices):
        return Block(name, tuple(range(n)), part.conjugated)
    numbers = part.location.numbers
    if not all(1 <= number <= n for number in numbers):
        step.context.report("Z113", f"the indices of `{name}` run from 1 to {n}", part.location.span)
        raise InvalidError
    if part.location.is_range:
        numbers = tuple(range(numbers[0], numbers[1] + 1))
    if len(numbers) < 2:
        message = "an SU(n) needs at least two indices, in ascending order"
        step.context.report("Z113", message, part.location.span)
        raise InvalidError
    return Block(name, tuple(number - 1 for number in numbers), part.conjugated)


# ------------------------------------------------------------------ U(1)
def _abelian(line: ast.SubgroupLine, step: _Step) -> AbelianSubgroup:
    entries: dict[tuple[str, int], Fraction] = {}
    for part in line.parts:
        for index, value in enumerate(_generator(part, step)):
            key = part.group.name, index
            entries[key] = entries.get(key, Fraction(0)) + part.coefficient * value
    return abelian_subgroup(line.name.name, entries, step.sizes)


def _generator(part: ast.SubgroupPart, step: _Step) -> list[Fraction]:
    """The diagonal entries of a generator on the fundamental, or 1 for a U(1)."""
    n = _size(part.group, step)
    name = part.group.name
    if part.coefficient == 0:
        step.context.report("Z117", "a factor that is zero or not finite", part.span)
        raise InvalidError
    if part.conjugated:
        step.context.report("Z117", "the generator of a U(1) is conjugated by a minus sign", part.span)
        raise InvalidError
    if isinstance(part.location, ast.Diagonal) and n > 1:
        values = [_entry(node, step) for node in part.location.entries]
        if len(values) != n:
            message = f"a generator of `{name}` has {n} entries, not {len(values)}"
            step.context.report("Z113", message, part.location.span)
            raise InvalidError
        return values
    if part.location is not None:
        step.context.report("Z117", f"`{name}` is a U(1) and has no indices", part.location.span)
        raise InvalidError
    return [Fraction(1)]


def _entry(node: ast.Expression, step: _Step) -> Fraction:
    scope = Scope(step.context, frozenset(), wanted="number")
    value = exact_value(resolve_expression(node, scope))
    if value is None:
        raise scope.fail("Z117", "the entries of a generator are rational numbers", node.span)
    return value
