"""Groups, their bosons and couplings, and the kinetic mixing of U(1)s."""

from __future__ import annotations

from zmodel.model.context import Context
from zmodel.model.draft import Draft
from zmodel.model.model import MIXING_FORMS, Group, Mixing
from zmodel.source import Span
from zmodel.syntax import ast

MAX_SU_N = 64
GROUP_FAMILIES = ("U", "SU")


# ------------------------------------------------------------------ groups
def resolve_groups(draft: Draft) -> None:
    """Declares groups and gauge couplings."""
    for statement in draft.of_type(ast.GaugeStatement):
        options = _options(statement, draft.context)
        n = _group_rank(statement, draft.context)
        coupling = coupling_name(statement)
        declared = draft.context.declare(statement.name, "group")
        if coupling is not None:
            declared = draft.context.declare(coupling, "gauge coupling") and declared
        if n is None or not declared:
            draft.context.broken.update(name.name for name in (statement.name, coupling) if name is not None)
            continue
        name = statement.name.name
        draft.groups[name] = Group(
            name,
            n,
            None if coupling is None else coupling.name,
            options.get("boson"),
            options.get("mass"),
            statement.is_global,
            statement.span,
        )


def coupling_name(statement: ast.GaugeStatement) -> ast.Identifier | None:
    """The gauge coupling, g_NAME where the statement names none; a global group has none."""
    if statement.is_global:
        return None
    named = next((option.name for option in statement.options if option.kind == "coupling"), None)
    return named or ast.Identifier(statement.name.span, f"g_{statement.name.name}")


def _options(statement: ast.GaugeStatement, context: Context) -> dict[str, str]:
    options: dict[str, str] = {}
    for option in statement.options:
        if option.kind in options:
            context.report("Z121", f"`{option.kind}` is given twice", option.span)
        elif option.kind == "coupling" or context.check_reserved(option.name):
            options[option.kind] = option.name.name
    return options


def _group_rank(statement: ast.GaugeStatement, context: Context) -> int | None:
    """N of SU(N), 1 for U(1)."""
    family, argument = statement.family, statement.rank_argument
    unitary, special = GROUP_FAMILIES
    if family == unitary and argument == 1:
        return 1
    if family == special and 2 <= argument <= MAX_SU_N:
        return argument
    hint = f"groups are U(1) and SU(N) with N from 2 to {MAX_SU_N}"
    context.report("Z114", f"{family}({argument}) is not a known group", statement.span, hints=[hint])
    return None


def check_bosons(draft: Draft) -> None:
    """Reports gauge fields of the same name: two bosons, or one and a component of another, as G1 of gluons G."""
    seen: dict[str, Span] = {}
    for statement in draft.of_type(ast.GaugeStatement):
        group = draft.groups.get(statement.name.name)
        if group is None or group.is_global or group.span != statement.span:
            continue
        named = next((option for option in statement.options if option.kind == "boson"), None)
        span = statement.name.span if named is None else named.span
        name = group.boson or group.name
        components = () if group.is_abelian else (f"{name}{number}" for number in range(1, group.n**2))
        fields = (name, *components)
        taken = next((field for field in fields if field in seen), None)
        if taken is not None:
            related = [(seen[taken], "the first one")]
            hints = [] if taken == group.boson else ["name the boson otherwise: `boson NAME`"]
            draft.context.report("Z111", f"two bosons are called `{taken}`", span, related=related, hints=hints)
        seen |= dict.fromkeys(fields, span)


# ------------------------------------------------------------------ kinetic mixing
def resolve_mixings(draft: Draft) -> None:
    """Declares kinetic mixings: each between two gauged U(1)s, all of the same form."""
    pairs: set[frozenset[str]] = set()
    for statement in draft.of_type(ast.MixingStatement):
        name = statement.name or statement.form
        if not _check_mixing(statement, draft):
            draft.context.broken.add(name.name)
            continue
        ends = (statement.first.name, statement.second.name)
        if frozenset(ends) in pairs:
            draft.context.report("Z121", f"the mixing of {ends[0]} and {ends[1]} is given twice", statement.span)
            continue
        pairs.add(frozenset(ends))
        if draft.context.declare(name, "kinetic mixing"):
            draft.mixings[name.name] = Mixing(statement.form.name, name.name, *ends, statement.span)
    forms = {mixing.form: mixing for mixing in draft.mixings.values()}
    if len(forms) > 1:
        first, *_, last = forms.values()
        related = [(first.span, f"`{first.form}` here")]
        message = "all kinetic mixings of a model take the same form"
        draft.context.report("Z124", message, last.span, label=f"`{last.form}` here", related=related)


def _check_mixing(statement: ast.MixingStatement, draft: Draft) -> bool:
    context, form = draft.context, statement.form
    gauged = {g.name for g in draft.groups.values() if g.is_abelian and not g.is_global}
    if form.name not in MIXING_FORMS:
        similar, hints = context.similar(form.name, MIXING_FORMS), ["known forms: " + ", ".join(MIXING_FORMS)]
        message = f"no form of kinetic mixing is called `{form.name}`"
        context.report("Z110", message, form.span, similar=similar, hints=hints)
        return False
    wrong = [end for end in (statement.first, statement.second) if end.name not in gauged]
    for end in wrong:
        context.unknown_name(end.name, end.span, "gauged U(1)", gauged)
    if not wrong and statement.first.name == statement.second.name:
        message = f"`{statement.first.name}` cannot mix with itself"
        context.report("Z117", message, statement.first.span.to(statement.second.span))
        return False
    return not wrong
