"""Statements to Model: every name looked up, every type and shape checked.

What needs physics (invariance, anomalies) is tested by the derivations, not here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from zmodel.algebra import Polynomial, Ring
from zmodel.diagnostics import Diagnostic
from zmodel.groups import Irrep, RepresentationError, from_dimension_name, fundamental
from zmodel.model.context import Context
from zmodel.model.expression import Expression, names_in
from zmodel.model.expressions import Invalid, Scope, resolve_charges, resolve_expression, unknown_name
from zmodel.model.imports import Loader, expand_imports
from zmodel.model.model import (
    MIXING_FORMS,
    DeclaredCoupling,
    Field,
    Group,
    Mixing,
    Model,
    Parameter,
    Point,
)
from zmodel.model.points import resolve_point
from zmodel.model.statements import (
    resolve_integration,
    resolve_requirement,
    resolve_rotation,
    resolve_search,
)
from zmodel.model.terms import flavour_axes, resolve_coupling
from zmodel.source import Span
from zmodel.syntax import ast

MAX_GENERATIONS = 32
MAX_SU_N = 64
MAX_LET_SIZE = 2000
DOMAINS = ("rational", "integer", "real", "angle", "complex")

S = TypeVar("S")


@dataclass
class _Draft:
    """What has been resolved so far."""

    context: Context
    statements: tuple[ast.Statement, ...]
    lets: dict[str, ast.Expression] = field(default_factory=dict)
    groups: dict[str, Group] = field(default_factory=dict)
    parameters: dict[str, Parameter] = field(default_factory=dict)
    fields: dict[str, Field] = field(default_factory=dict)
    couplings: dict[str, DeclaredCoupling] = field(default_factory=dict)
    mixings: dict[str, Mixing] = field(default_factory=dict)
    ring: Ring = Ring(())

    def of_type(self, kind: type[S]) -> Iterable[S]:
        """The statements of one kind, in order."""
        return (s for s in self.statements if isinstance(s, kind))


def resolve(tree: ast.SyntaxTree, load: Loader) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """Resolves a syntax tree.

    Args:
        tree: of the main file.
        load: gives the files that `use` names.

    Returns:
        The model, or None if there are errors, and all diagnostics.
    """
    statements, import_errors = expand_imports(tree, load)
    context = Context(list(import_errors))
    draft = _Draft(context, statements)
    name, title, span = _resolve_header(draft, tree.span)
    _resolve_groups(draft)
    _resolve_parameters(draft)
    _resolve_lets(draft)
    draft.ring = _charge_ring(draft)
    _resolve_fields(draft)
    _resolve_charge_blocks(draft)
    _resolve_mixings(draft)
    _resolve_couplings(draft)
    _declare_vacuum_symbols(draft)
    requirements = tuple(
        requirement
        for statement in draft.of_type(ast.RequireStatement)
        for requirement in resolve_requirement(statement, draft.fields, draft.couplings, context)
    )
    points = _resolve_points(draft)
    rotations = _resolve_rotations(draft)
    known_scales = {name: "parameter" for name in draft.parameters}
    integrations = tuple(
        item
        for statement in draft.of_type(ast.IntegrateStatement)
        if (
            item := resolve_integration(
                statement, tuple(draft.groups.values()), draft.fields, known_scales, context
            )
        )
    )
    searches = tuple(
        item
        for statement in draft.of_type(ast.SearchStatement)
        if (item := resolve_search(statement, draft.groups, context))
    )
    if any(diagnostic.severity == "error" for diagnostic in context.diagnostics):
        return None, tuple(context.diagnostics)
    model = Model(
        name,
        title,
        draft.ring,
        tuple(draft.groups.values()),
        tuple(draft.mixings.values()),
        tuple(draft.parameters.values()),
        tuple(draft.fields.values()),
        tuple(draft.couplings.values()),
        requirements,
        points,
        rotations,
        integrations,
        searches,
        span,
    )
    return model, tuple(context.diagnostics)


def _resolve_header(draft: _Draft, span: Span) -> tuple[str, str, Span]:
    headers = list(draft.of_type(ast.ModelStatement))
    if not headers:
        start = Span(span.file, 0, 0)
        draft.context.report(
            "Z120", "the file does not name its model", start, hints=('begin with: model NAME "title"',)
        )
        return "", "", span
    for extra in headers[1:]:
        draft.context.report("Z121", "the model is named twice", extra.span)
    header = headers[0]
    return header.name.name, header.title, header.span


# ------------------------------------------------------------------ groups
def _resolve_groups(draft: _Draft) -> None:
    for statement in draft.of_type(ast.GaugeStatement):
        n = _group_rank(statement, draft.context)
        if n is None or not draft.context.declare(statement.name, "group"):
            continue
        coupling: str | None = None
        if not statement.is_global:
            identifier = statement.coupling or ast.Identifier(statement.name.span, f"g_{statement.name.name}")
            if not draft.context.declare(identifier, "gauge coupling"):
                continue
            coupling = identifier.name
        name = statement.name.name
        draft.groups[name] = Group(
            name,
            n,
            coupling,
            None if statement.boson is None else statement.boson.name,
            None if statement.mass is None else statement.mass.name,
            statement.is_global,
            statement.span,
        )
    _check_bosons(draft)


def _group_rank(statement: ast.GaugeStatement, context: Context) -> int | None:
    """N of SU(N), 1 for U(1)."""
    family, argument = statement.family, statement.rank_argument
    if family == "U" and argument == 1:
        return 1
    if family == "SU" and 2 <= argument <= MAX_SU_N:
        return argument
    hint = f"groups are U(1) and SU(N) with N from 2 to {MAX_SU_N}"
    context.report("Z114", f"{family}({argument}) is not a known group", statement.span, hints=(hint,))
    return None


def _check_bosons(draft: _Draft) -> None:
    seen: dict[str, Group] = {}
    for group in draft.groups.values():
        if group.boson is None:
            continue
        if group.boson in seen:
            draft.context.report("Z111", f"two bosons are called `{group.boson}`", group.span)
        seen[group.boson] = group


# ------------------------------------------------------------------ parameters, lets
def _resolve_parameters(draft: _Draft) -> None:
    for statement in draft.of_type(ast.ParamStatement):
        domain = statement.domain
        if domain is not None and domain.name not in DOMAINS:
            hint = "known kinds: " + ", ".join(DOMAINS)
            draft.context.report(
                "Z115", f"`{domain.name}` is no kind of parameter", domain.span, hints=(hint,)
            )
            continue
        for name in statement.names:
            if draft.context.declare(name, "parameter"):
                kind: Literal["rational", "integer", "real", "angle", "complex"] = "rational"
                if domain is not None:
                    kind = domain.name  # type: ignore[assignment]
                draft.parameters[name.name] = Parameter(name.name, kind, name.span)


def _resolve_lets(draft: _Draft) -> None:
    """Lets see parameters and earlier lets only, so that they cannot go in circles."""
    sizes: dict[str, int] = {}
    for statement in draft.of_type(ast.LetStatement):
        name = statement.name.name
        if not draft.context.declare(statement.name, "let"):
            continue
        unknown = [
            s
            for s in _symbols(statement.value)
            if s.name not in draft.parameters and s.name not in draft.lets
        ]
        unknown = [s for s in unknown if s.name not in ("pi", "i")]
        for symbol in unknown:
            draft.context.unknown_name(
                symbol.name, symbol.span, "parameter", (*draft.parameters, *draft.lets)
            )
        size = sum(sizes.get(s.name, 1) for s in _symbols(statement.value)) + 1
        if size > MAX_LET_SIZE:
            draft.context.report("Z104", f"`{name}` grows beyond {MAX_LET_SIZE} terms", statement.span)
        if not unknown and size <= MAX_LET_SIZE:
            sizes[name] = size
            draft.lets[name] = statement.value


def _symbols(node: object) -> list[ast.Symbol]:
    """All symbols inside a syntax node, in written order."""
    if isinstance(node, ast.Symbol):
        return [node]
    return [symbol for child in _children(node) for symbol in _symbols(child)]


def _unknowns(node: object) -> list[ast.Unknown]:
    if isinstance(node, ast.Unknown):
        return [node]
    return [unknown for child in _children(node) for unknown in _unknowns(child)]


def _children(node: object) -> tuple[object, ...]:
    match node:
        case tuple():
            return node
        case ast.Call(_, _, arguments):
            return arguments
        case ast.Sum(_, terms):
            return tuple(term for _, term in terms)
        case ast.Product(_, factors):
            return tuple(factor for _, factor in factors)
        case ast.Power(_, base, exponents):
            return (base, *exponents)
        case ast.ListLiteral(_, items):
            return items
    return ()


def _charge_ring(draft: _Draft) -> Ring:
    """The parameters and unknowns that charges may depend on."""
    unknowns: dict[str, Parameter] = {}
    generations = {s.name.name: s.generations or 1 for s in _field_statements(draft)}
    written: list[tuple[str, object]] = []
    for statement in _field_statements(draft):
        written += [(statement.name.name, a.value) for a in statement.assignments]
    for block in draft.of_type(ast.ChargesStatement):
        written += [(charge.field.name, charge.value) for charge in block.charges]
    for owner, value in written:
        count = generations.get(owner, 1)
        for node in _unknowns(value):
            spelled = [node.name] if node.name else [unknown_name("", owner, g, count) for g in range(count)]
            for name in spelled:
                unknowns.setdefault(f"?{name}", Parameter(f"?{name}", "unknown", node.span))
    charge_parameters = [p.name for p in draft.parameters.values() if p.domain != "complex"]
    draft.parameters |= unknowns
    return Ring((*charge_parameters, *unknowns))


def _field_statements(draft: _Draft) -> list[ast.FermionStatement | ast.ScalarStatement]:
    return [s for s in draft.statements if isinstance(s, ast.FermionStatement | ast.ScalarStatement)]


# ------------------------------------------------------------------ fields
def _resolve_fields(draft: _Draft) -> None:
    for statement in _field_statements(draft):
        if not draft.context.declare(statement.name, "field"):
            continue
        generations = statement.generations if statement.generations is not None else 1
        if not 1 <= generations <= MAX_GENERATIONS:
            draft.context.report(
                "Z113", f"a field has 1 to {MAX_GENERATIONS} generations", statement.name.span
            )
            continue
        if isinstance(statement, ast.ScalarStatement) and generations > 1:
            hint = "declare the scalars one by one, or as a representation of a global group"
            draft.context.report("Z113", "scalars have no generations", statement.name.span, hints=(hint,))
            continue
        irreps: dict[str, Irrep] = {}
        charges: dict[str, tuple[Polynomial, ...]] = {}
        seen: set[str] = set()
        for assignment in statement.assignments:
            if assignment.group.name in seen:
                draft.context.report(
                    "Z121", f"`{assignment.group.name}` is given twice", assignment.group.span
                )
                continue
            seen.add(assignment.group.name)
            _assign(assignment, statement.name.name, generations, irreps, charges, draft)
        draft.fields[statement.name.name] = _make_field(statement, generations, irreps, charges, draft)


def _make_field(
    statement: ast.FermionStatement | ast.ScalarStatement,
    generations: int,
    irreps: Mapping[str, Irrep],
    charges: Mapping[str, tuple[Polynomial, ...]],
    draft: _Draft,
) -> Field:
    name = statement.name.name
    if isinstance(statement, ast.FermionStatement):
        return Field(
            name, "fermion", statement.chirality, generations, irreps, charges, False, (), statement.name.span
        )
    made = Field(name, "scalar", "", generations, irreps, charges, statement.real, (), statement.name.span)
    _check_reality(made, draft.context)
    return replace(made, vev=_resolve_vev(statement, made, draft))


def _check_reality(scalar: Field, context: Context) -> None:
    if not scalar.is_real:
        return
    if any(charge != 0 for charges in scalar.charges.values() for charge in charges):
        context.report("Z208", f"the real field `{scalar.name}` cannot carry a U(1) charge", scalar.span)
    kinds = [irrep.reality for irrep in scalar.irreps.values()]
    if "complex" in kinds or kinds.count("pseudoreal") % 2:
        context.report("Z208", f"the representation of `{scalar.name}` is not real", scalar.span)


def _assign(
    assignment: ast.Assignment,
    field_name: str,
    generations: int,
    irreps: dict[str, Irrep],
    charges: dict[str, tuple[Polynomial, ...]],
    draft: _Draft,
) -> None:
    group = draft.groups.get(assignment.group.name)
    if group is None:
        draft.context.unknown_name(assignment.group.name, assignment.group.span, "group", draft.groups)
        return
    value = assignment.value
    if not group.is_abelian:
        irrep = _resolve_irrep(value, group, assignment.span, draft.context)
        if irrep is not None and not irrep.is_singlet:
            irreps[group.name] = irrep
        return
    if isinstance(value, str):
        message = f"`{value}` is a representation, but {group.name} is a U(1)"
        draft.context.report("Z115", message, assignment.span)
        return
    _store_charges(value, field_name, generations, group.name, charges, draft)


def _store_charges(
    value: ast.Expression,
    field_name: str,
    generations: int,
    group: str,
    charges: dict[str, tuple[Polynomial, ...]],
    draft: _Draft,
) -> None:
    scope = Scope(draft.context, draft.lets, {name: "parameter" for name in draft.ring.symbols})
    try:
        resolved = resolve_charges(value, generations, draft.ring, field_name, scope)
    except Invalid:
        return
    if any(charge != 0 for charge in resolved):
        charges[group] = resolved


def _resolve_irrep(value: ast.Expression | str, group: Group, span: Span, context: Context) -> Irrep | None:
    text = value if isinstance(value, str) else _irrep_text(value)
    if text is None:
        context.report(
            "Z114", f"this is not a representation of SU({group.n})", span, hints=("for instance 3, 3bar, 8",)
        )
        return None
    try:
        return from_dimension_name(group.n, text)
    except RepresentationError as error:
        hints = ("possible are " + ", ".join(error.suggestions),) if error.suggestions else ()
        context.report("Z114", str(error), span, hints=hints)
        return None


def _irrep_text(value: ast.Expression) -> str | None:
    match value:
        case ast.Number(_, number, False) if number.denominator == 1:
            return str(number)
        case ast.ListLiteral(_, items):
            labels = [_irrep_text(item) for item in items]
            return None if None in labels else "[" + ",".join(label for label in labels if label) + "]"
    return None


def _resolve_charge_blocks(draft: _Draft) -> None:
    for block in draft.of_type(ast.ChargesStatement):
        group = draft.groups.get(block.group.name)
        if group is None or not group.is_abelian:
            draft.context.unknown_name(block.group.name, block.group.span, "U(1)", draft.groups)
            continue
        seen: set[str] = set()
        for charge in block.charges:
            found = draft.fields.get(charge.field.name)
            if found is None:
                draft.context.unknown_name(charge.field.name, charge.field.span, "field", draft.fields)
            elif charge.field.name in seen or group.name in found.charges:
                message = f"the charge of `{found.name}` under {group.name} is given twice"
                draft.context.report("Z121", message, charge.field.span)
            else:
                seen.add(found.name)
                charges = dict(found.charges)
                _store_charges(charge.value, found.name, found.generations, group.name, charges, draft)
                updated = replace(found, charges=charges)
                _check_reality(updated, draft.context)
                draft.fields[found.name] = updated


def _resolve_vev(statement: ast.ScalarStatement, scalar: Field, draft: _Draft) -> tuple[Expression, ...]:
    if not statement.vev:
        return ()
    if len(statement.vev) != scalar.dimension:
        message = f"`{scalar.name}` has {scalar.dimension} components, but {len(statement.vev)} vacuum values are given"
        draft.context.report("Z113", message, statement.vev[0].span.to(statement.vev[-1].span))
        return ()
    known = {name: "parameter" for name in draft.parameters if not name.startswith("?")}
    scope = Scope(draft.context, draft.lets, known, open_names=True)
    try:
        return tuple(resolve_expression(node, scope) for node in statement.vev)
    except Invalid:
        return ()


def _declare_vacuum_symbols(draft: _Draft) -> None:
    """Vacuum values and boson masses declare their symbols by using them."""
    vevs = [(name, f.span) for f in draft.fields.values() for e in f.vev for name in sorted(names_in(e))]
    masses = [(g.mass, g.span) for g in draft.groups.values() if g.mass is not None]
    for names, domain, kind in ((vevs, "vev", "vacuum value"), (masses, "mass", "mass")):
        for name, span in names:
            if name in draft.parameters:
                continue
            if draft.context.declare(ast.Identifier(span, name), kind):
                draft.parameters[name] = Parameter(name, domain, span)  # type: ignore[arg-type]


# ------------------------------------------------------------------ kinetic mixing
def _resolve_mixings(draft: _Draft) -> None:
    abelian = {g.name: g for g in draft.groups.values() if g.is_abelian and not g.is_global}
    pairs: set[frozenset[str]] = set()
    for statement in draft.of_type(ast.MixingStatement):
        form = statement.form.name
        if form not in MIXING_FORMS:
            hint = "known forms: " + ", ".join(MIXING_FORMS)
            draft.context.report(
                "Z110", f"no form of kinetic mixing is called `{form}`", statement.form.span, hints=(hint,)
            )
            continue
        ends = (statement.first, statement.second)
        if any(end.name not in abelian for end in ends):
            for end in ends:
                if end.name not in abelian:
                    draft.context.unknown_name(end.name, end.span, "gauged U(1)", abelian)
            continue
        pair = frozenset(end.name for end in ends)
        if len(pair) == 1 or pair in pairs:
            draft.context.report("Z121", "kinetic mixing is between two U(1)s, once", statement.span)
            continue
        pairs.add(pair)
        name = statement.name or ast.Identifier(statement.form.span, form)
        if draft.context.declare(name, "kinetic mixing"):
            draft.mixings[name.name] = Mixing(form, name.name, ends[0].name, ends[1].name, statement.span)
    _check_mixing_forms(draft)


def _check_mixing_forms(draft: _Draft) -> None:
    forms = {mixing.form for mixing in draft.mixings.values()}
    if len(forms) > 1:
        last = list(draft.mixings.values())[-1]
        draft.context.report("Z124", "all kinetic mixings of a model take the same form", last.span)


# ------------------------------------------------------------------ couplings
def _resolve_couplings(draft: _Draft) -> None:
    statements: list[ast.CouplingStatement] = []
    for statement in draft.statements:
        if isinstance(statement, ast.CouplingStatement):
            statements.append(statement)
        elif isinstance(statement, ast.PotentialStatement):
            statements.extend(statement.terms)
    for coupling_statement in statements:
        if not draft.context.declare(coupling_statement.name, "coupling"):
            continue
        for kept in coupling_statement.kept:
            if kept.name.name != coupling_statement.name.name:
                draft.context.declare(kept.name, "coupling")
        coupling = resolve_coupling(coupling_statement, draft.fields, draft.context)
        if coupling is not None:
            draft.couplings[coupling.name] = coupling


def _resolve_points(draft: _Draft) -> tuple[Point, ...]:
    shapes: dict[str, tuple[int, ...]] = {name: () for name in draft.parameters if not name.startswith("?")}
    shapes |= {name: () for name in draft.mixings}
    shapes |= {group.coupling: () for group in draft.groups.values() if group.coupling is not None}
    linear: set[str] = set()
    for coupling in draft.couplings.values():
        monomial = coupling.monomials[0]
        axes = flavour_axes(monomial, draft.fields)
        if coupling.kept:
            shapes |= {kept.name: () for kept in coupling.kept}
        else:
            shapes[coupling.name] = tuple(draft.fields[monomial.legs[i].field].generations for i in axes)
        if coupling.kind == "potential":
            linear.add(coupling.name)
    points = []
    names: set[str] = set()
    for statement in draft.of_type(ast.PointStatement):
        if statement.name.name in names:
            draft.context.report(
                "Z111", f"two points are called `{statement.name.name}`", statement.name.span
            )
            continue
        names.add(statement.name.name)
        points.append(resolve_point(statement, shapes, frozenset(linear), draft.context))
    return tuple(points)


def _resolve_rotations(draft: _Draft):  # type: ignore[no-untyped-def]
    known = {name: "parameter" for name in draft.parameters if not name.startswith("?")}
    scope = Scope(draft.context, draft.lets, known)
    resolved = []
    for statement in draft.of_type(ast.RotationStatement):
        rotation = resolve_rotation(statement, draft.fields, draft.groups, tuple(resolved), scope)
        if rotation is not None:
            resolved.append(rotation)
    return tuple(resolved)
