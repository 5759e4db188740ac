"""lark's parse tree to AST. It builds and never diagnoses: what it sees is grammatical."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any, cast

from lark import Token, Tree
from lark.tree import Meta

from zmodel.source import SourceFile, Span
from zmodel.syntax import ast
from zmodel.syntax.lexing import ascii_name

Item = Any  # a token, None for an absent optional, or what a method below returned


LARGEST_COEFFICIENT = 10**60


class _Builder:
    """One method per rule of grammar/zmodel.lark, from the place and the built parts of the rule to a node.

    Does what lark's Transformer does, in a third of its time.
    """

    def __init__(self, file: SourceFile) -> None:
        self.file = file

    def build(self, item: Tree[Token] | Token | None) -> Item:
        """Builds from the bottom up; tokens and absent optionals stay what they are."""
        if not isinstance(item, Tree):
            return item
        return getattr(self, item.data)(item.meta, [self.build(child) for child in item.children])

    # -------------------------------------------------------------- helpers
    def _span(self, meta: Meta) -> Span:
        if meta.empty:
            return Span(self.file, 0, 0)
        return Span(self.file, meta.start_pos, meta.end_pos)

    def _token_span(self, token: Token) -> Span:
        start = cast(int, token.start_pos)
        return Span(self.file, start, cast(int, token.end_pos))

    def _identifier(self, token: Token) -> ast.Identifier:
        return ast.Identifier(self._token_span(token), ascii_name(token))

    def _optional(self, token: Token | None) -> ast.Identifier | None:
        return None if token is None else self._identifier(token)

    # -------------------------------------------------------------- the file
    def start(self, meta: Meta, items: list[Item]) -> ast.SyntaxTree:
        return ast.SyntaxTree(Span(self.file, 0, len(self.file.text)), tuple(items))

    def model(self, meta: Meta, items: list[Item]) -> ast.ModelStatement:
        name, title = items
        return ast.ModelStatement(self._span(meta), self._identifier(name), title[1:-1] if title else "")

    def use(self, meta: Meta, items: list[Item]) -> ast.UseStatement:
        source, excluded = items
        is_path = source.type == "STRING"
        text = source[1:-1] if is_path else ascii_name(source)
        return ast.UseStatement(self._span(meta), text, is_path, excluded or (), self._token_span(source))

    def except_names(self, meta: Meta, items: list[Item]) -> tuple[ast.Identifier, ...]:
        return cast(tuple[ast.Identifier, ...], items[0])

    def names(self, meta: Meta, items: list[Item]) -> tuple[ast.Identifier, ...]:
        return tuple(self._identifier(token) for token in items)

    # -------------------------------------------------------------- groups and parameters
    def gauge(self, meta: Meta, items: list[Item]) -> ast.GaugeStatement:
        name, (family, argument), *options = items
        return ast.GaugeStatement(self._span(meta), self._identifier(name), family, argument, options=tuple(options))

    def group_type(self, meta: Meta, items: list[Item]) -> tuple[str, int]:
        return ascii_name(items[0]), int(items[1])

    def option_coupling(self, meta: Meta, items: list[Item]) -> ast.GaugeOption:
        return ast.GaugeOption(self._span(meta), "coupling", self._identifier(items[0]))

    def option_boson(self, meta: Meta, items: list[Item]) -> ast.GaugeOption:
        return ast.GaugeOption(self._span(meta), "boson", self._identifier(items[0]))

    def option_mass(self, meta: Meta, items: list[Item]) -> ast.GaugeOption:
        return ast.GaugeOption(self._span(meta), "mass", self._identifier(items[0]))

    def global_group(self, meta: Meta, items: list[Item]) -> ast.GaugeStatement:
        name, (family, argument) = items
        return ast.GaugeStatement(self._span(meta), self._identifier(name), family, argument, is_global=True)

    def mixing(self, meta: Meta, items: list[Item]) -> ast.MixingStatement:
        form, first, second, name = items
        return ast.MixingStatement(
            self._span(meta),
            self._identifier(form),
            self._identifier(first),
            self._identifier(second),
            self._optional(name),
        )

    def param(self, meta: Meta, items: list[Item]) -> ast.ParamStatement:
        return ast.ParamStatement(self._span(meta), items[0], self._optional(items[1]))

    def let(self, meta: Meta, items: list[Item]) -> ast.LetStatement:
        return ast.LetStatement(self._span(meta), self._identifier(items[0]), items[1])

    # -------------------------------------------------------------- fields
    def fermion(self, meta: Meta, items: list[Item]) -> ast.FermionStatement:
        name, generations, chirality, assignments = items
        return ast.FermionStatement(self._span(meta), self._identifier(name), chirality, generations, assignments or ())

    def chirality(self, meta: Meta, items: list[Item]) -> str:
        return str(items[0])

    def scalar(self, meta: Meta, items: list[Item]) -> ast.ScalarStatement:
        name, generations, real, assignments, vev = items
        components = vev if isinstance(vev, tuple) else () if vev is None else (vev,)
        return ast.ScalarStatement(
            self._span(meta),
            self._identifier(name),
            generations,
            real is not None,
            assignments or (),
            components,
        )

    def vector(self, meta: Meta, items: list[Item]) -> ast.VectorStatement:
        name, generations, real, assignments = items
        return ast.VectorStatement(
            self._span(meta), self._identifier(name), generations, real is not None, assignments or ()
        )

    def generations(self, meta: Meta, items: list[Item]) -> int:
        return int(items[0])

    def assignments(self, meta: Meta, items: list[Item]) -> tuple[ast.Assignment, ...]:
        return tuple(items)

    def assignment(self, meta: Meta, items: list[Item]) -> ast.Assignment:
        value = str(items[1]) if isinstance(items[1], Token) else items[1]
        return ast.Assignment(self._span(meta), self._identifier(items[0]), value)

    def vev_components(self, meta: Meta, items: list[Item]) -> tuple[ast.Expression, ...]:
        return tuple(items)

    def charges(self, meta: Meta, items: list[Item]) -> ast.ChargesStatement:
        return ast.ChargesStatement(self._span(meta), self._identifier(items[0]), tuple(items[1:]))

    def charge(self, meta: Meta, items: list[Item]) -> ast.Charge:
        return ast.Charge(self._span(meta), self._identifier(items[0]), items[1])

    # -------------------------------------------------------------- terms
    def _coupling(self, meta: Meta, kind: Any, items: list[Item]) -> ast.CouplingStatement:
        name, term, contraction, *kept = items
        kept_entries = kept[0] if kept and kept[0] else ()
        return ast.CouplingStatement(
            self._span(meta), kind, self._identifier(name), term, contraction or (), kept_entries
        )

    def yukawa(self, meta: Meta, items: list[Item]) -> ast.CouplingStatement:
        return self._coupling(meta, "yukawa", items)

    def mass(self, meta: Meta, items: list[Item]) -> ast.CouplingStatement:
        return self._coupling(meta, "mass", items)

    def potential_term(self, meta: Meta, items: list[Item]) -> ast.CouplingStatement:
        return self._coupling(meta, "potential", items)

    def potential(self, meta: Meta, items: list[Item]) -> ast.PotentialStatement:
        return ast.PotentialStatement(self._span(meta), tuple(items))

    def contraction(self, meta: Meta, items: list[Item]) -> tuple[ast.Identifier, ...]:
        return cast(tuple[ast.Identifier, ...], items[0])

    def keep(self, meta: Meta, items: list[Item]) -> tuple[ast.KeptEntry, ...]:
        return tuple(items)

    def kept_entry(self, meta: Meta, items: list[Item]) -> ast.KeptEntry:
        return ast.KeptEntry(self._span(meta), items[0], self._identifier(items[1]))

    def entry(self, meta: Meta, items: list[Item]) -> ast.Entry:
        return ast.Entry(self._span(meta), tuple(int(item) for item in items))

    def term(self, meta: Meta, items: list[Item]) -> ast.Term:
        monomials = []
        sign = 1
        for item in items:
            if item is None or isinstance(item, Token):
                sign = _sign(item)
                continue
            monomials.append(ast.Monomial(item.span, sign * item.coefficient, item.factors))
            sign = 1
        return ast.Term(self._span(meta), tuple(monomials))

    def monomial(self, meta: Meta, items: list[Item]) -> ast.Monomial:
        coefficient, *factors, divisor = items
        number = Fraction(1) if coefficient is None else coefficient
        return ast.Monomial(self._span(meta), _bounded(_quotient(number, divisor)), tuple(factors))

    def coefficient(self, meta: Meta, items: list[Item]) -> Fraction:
        number: Fraction = items[0]
        return number

    def ratio(self, meta: Meta, items: list[Item]) -> Fraction:
        return _quotient(Fraction(int(items[0])), items[1])

    def exact_decimal(self, meta: Meta, items: list[Item]) -> Fraction:
        return Fraction(str(items[0]))

    def field(self, meta: Meta, items: list[Item]) -> ast.FieldFactor:
        span = self._token_span(items[0])
        return ast.FieldFactor(span, ascii_name(items[0]), (), span)

    def operator(self, meta: Meta, items: list[Item]) -> str:
        return str(items[0])

    def operator_factor(self, meta: Meta, items: list[Item]) -> ast.Factor:
        name, term = items
        if name == "tr":
            return ast.GroupFactor(self._span(meta), term, trace=True)
        return self._apply(meta, name, term)

    def dagger(self, meta: Meta, items: list[Item]) -> ast.Factor:
        factor = items[0]
        if isinstance(factor, ast.GroupFactor) and not factor.trace:
            return self._apply(meta, "dag", factor.term)
        monomial = ast.Monomial(factor.span, Fraction(1), (factor,))
        return self._apply(meta, "dag", ast.Term(factor.span, (monomial,)))

    def _apply(self, meta: Meta, operator: ast.Operator, term: ast.Term) -> ast.Factor:
        field = _only_field(term)
        if field is None:
            return ast.OperatorFactor(self._span(meta), operator, term)
        return ast.FieldFactor(self._span(meta), field.name, (operator, *field.operators), field.name_span)

    def group(self, meta: Meta, items: list[Item]) -> ast.GroupFactor:
        return ast.GroupFactor(self._span(meta), items[0])

    def factor_power(self, meta: Meta, items: list[Item]) -> ast.PowerFactor:
        return ast.PowerFactor(self._span(meta), items[0], int(items[1]))

    # -------------------------------------------------------------- what must hold, what to do
    def require_anomaly_free(self, meta: Meta, items: list[Item]) -> ast.RequireStatement:
        return ast.RequireStatement(self._span(meta), "anomaly_free")

    def require_terms(self, meta: Meta, items: list[Item]) -> ast.RequireStatement:
        return ast.RequireStatement(self._span(meta), items[0], tuple(items[1:]))

    def permission(self, meta: Meta, items: list[Item]) -> str:
        return str(items[0])

    def subject(self, meta: Meta, items: list[Item]) -> ast.Subject:
        return ast.Subject(self._span(meta), items[0], items[1])

    def quantifier_diagonal(self, meta: Meta, items: list[Item]) -> ast.Quantifier:
        return ast.Quantifier(self._span(meta), "diagonal")

    def quantifier_all(self, meta: Meta, items: list[Item]) -> ast.Quantifier:
        return ast.Quantifier(self._span(meta), "all")

    def quantifier_entry(self, meta: Meta, items: list[Item]) -> ast.Quantifier:
        return ast.Quantifier(self._span(meta), "entry", items[0].indices)

    def quantifier_line(self, meta: Meta, items: list[Item]) -> ast.Quantifier:
        line, index, only = items
        return ast.Quantifier(self._span(meta), line, (int(index),), only is not None)

    def line(self, meta: Meta, items: list[Item]) -> str:
        return str(items[0])

    def point(self, meta: Meta, items: list[Item]) -> ast.PointStatement:
        name, scale, unit, *values = items
        quantity = None if scale is None else self._quantity(scale, unit)
        return ast.PointStatement(self._span(meta), self._identifier(name), tuple(values), quantity)

    def _quantity(self, value: ast.Expression, unit: Token | None) -> ast.Quantity:
        span = value.span if unit is None else value.span.to(self._token_span(unit))
        return ast.Quantity(span, value, self._optional(unit))

    def quantity(self, meta: Meta, items: list[Item]) -> ast.Quantity:
        return self._quantity(*items)

    def point_value(self, meta: Meta, items: list[Item]) -> ast.PointValue:
        target, value, unit = items
        return ast.PointValue(self._span(meta), target, self._quantity(value, unit))

    def target(self, meta: Meta, items: list[Item]) -> ast.Target:
        *function, (name, entry) = items
        return ast.Target(self._span(meta), name, self._identifier(function[0]) if function else None, entry)

    def element(self, meta: Meta, items: list[Item]) -> tuple[ast.Identifier, ast.Entry | None]:
        name, *indices = items
        numbers = tuple(int(index) for index in indices if index is not None)
        return self._identifier(name), ast.Entry(self._span(meta), numbers) if numbers else None

    def rotation(self, meta: Meta, items: list[Item]) -> ast.RotationStatement:
        field, component, matrix = items
        span = self._token_span(field) if component is None else self._token_span(field).to(self._token_span(component))
        target = ast.Component(span, ascii_name(field), "" if component is None else ascii_name(component))
        return ast.RotationStatement(self._span(meta), target, matrix)

    def small(self, meta: Meta, items: list[Item]) -> ast.SmallStatement:
        return ast.SmallStatement(self._span(meta), tuple(items))

    def small_parameter(self, meta: Meta, items: list[Item]) -> ast.SmallParameter:
        name, order = items
        return ast.SmallParameter(self._span(meta), self._identifier(name), 1 if order is None else int(order))

    def integrate(self, meta: Meta, items: list[Item]) -> ast.IntegrateStatement:
        name, scale, unit = items
        return ast.IntegrateStatement(self._span(meta), self._identifier(name), self._quantity(scale, unit))

    def search(self, meta: Meta, items: list[Item]) -> ast.SearchStatement:
        return ast.SearchStatement(self._span(meta), self._identifier(items[0]), items[1], items[2])

    def signed_integer(self, meta: Meta, items: list[Item]) -> int:
        return _sign(items[0]) * int(items[1])

    def breaking(self, meta: Meta, items: list[Item]) -> ast.BreakingStatement:
        name, after, *subgroups = items
        return ast.BreakingStatement(self._span(meta), self._identifier(name), self._optional(after), tuple(subgroups))

    def subgroup(self, meta: Meta, items: list[Item]) -> ast.SubgroupLine:
        name, parts = items
        return ast.SubgroupLine(self._span(meta), self._identifier(name), parts or ())

    def embedding(self, meta: Meta, items: list[Item]) -> tuple[ast.SubgroupPart, ...]:
        pairs = zip(items[::2], items[1::2], strict=True)
        return tuple(replace(part, coefficient=_sign(sign) * part.coefficient) for sign, part in pairs)

    def part(self, meta: Meta, items: list[Item]) -> ast.SubgroupPart:
        coefficient, group, location = items
        factor = Fraction(1) if coefficient is None else _bounded(coefficient)
        return ast.SubgroupPart(self._span(meta), self._identifier(group), factor, location)

    def conjugated_part(self, meta: Meta, items: list[Item]) -> ast.SubgroupPart:
        part: ast.SubgroupPart = replace(items[0], span=self._span(meta), conjugated=True)
        return part

    def index_range(self, meta: Meta, items: list[Item]) -> ast.Indices:
        return ast.Indices(self._span(meta), (int(items[0]), int(items[1])), is_range=True)

    def index_list(self, meta: Meta, items: list[Item]) -> ast.Indices:
        return ast.Indices(self._span(meta), tuple(int(item) for item in items))

    def diagonal(self, meta: Meta, items: list[Item]) -> ast.Diagonal:
        return ast.Diagonal(self._span(meta), tuple(items))

    # -------------------------------------------------------------- expressions
    def signed_sum(self, meta: Meta, items: list[Item]) -> ast.Sum:
        terms: list[tuple[int, ast.Expression]] = []
        sign = 1
        for item in items:
            if isinstance(item, Token):
                sign = _sign(item)
            else:
                terms.append((sign, item))
                sign = 1
        return ast.Sum(self._span(meta), tuple(terms))

    def product_chain(self, meta: Meta, items: list[Item]) -> ast.Product:
        factors: list[tuple[Any, ast.Expression]] = [("*", items[0])]
        for operator, factor in zip(items[1::2], items[2::2], strict=True):
            factors.append(("/" if operator == "/" else "*", factor))
        return ast.Product(self._span(meta), tuple(factors))

    def power_chain(self, meta: Meta, items: list[Item]) -> ast.Power:
        return ast.Power(self._span(meta), items[0], tuple(items[1:]))

    def signed_exponent(self, meta: Meta, items: list[Item]) -> ast.Expression:
        sign, value = items
        return ast.Sum(self._span(meta), ((_sign(sign), value),))

    def conjugate(self, meta: Meta, items: list[Item]) -> ast.Call:
        return ast.Call(self._span(meta), "dag", (items[0],))

    def integer(self, meta: Meta, items: list[Item]) -> ast.Number:
        return ast.Number(self._span(meta), Fraction(int(items[0])))

    def decimal(self, meta: Meta, items: list[Item]) -> ast.Number:
        return ast.Number(self._span(meta), Fraction(str(items[0])), decimal=True)

    def unknown(self, meta: Meta, items: list[Item]) -> ast.Unknown:
        return ast.Unknown(self._span(meta), ascii_name(items[0][1:]))

    def name(self, meta: Meta, items: list[Item]) -> ast.Symbol:
        return ast.Symbol(self._span(meta), ascii_name(items[0]))

    def dotted(self, meta: Meta, items: list[Item]) -> ast.Component:
        return ast.Component(self._span(meta), ascii_name(items[0]), ascii_name(items[1]))

    def call(self, meta: Meta, items: list[Item]) -> ast.Call:
        return ast.Call(self._span(meta), ascii_name(items[0]), tuple(items[1:]))

    def list_literal(self, meta: Meta, items: list[Item]) -> ast.ListLiteral:
        return ast.ListLiteral(self._span(meta), tuple(items))

    def element_name(self, meta: Meta, items: list[Item]) -> ast.ElementName:
        name, *indices = items
        return ast.ElementName(self._span(meta), ascii_name(name), tuple(int(index) for index in indices))

    # -------------------------------------------------------------- conditions
    def compared(self, meta: Meta, items: list[Item]) -> ast.Comparison:
        left, operator, right = items
        return ast.Comparison(self._span(meta), left, cast(Any, str(operator)), right)

    def any_of(self, meta: Meta, items: list[Item]) -> ast.Logic:
        return ast.Logic(self._span(meta), "or", tuple(items))

    def all_of(self, meta: Meta, items: list[Item]) -> ast.Logic:
        return ast.Logic(self._span(meta), "and", tuple(items))

    def negated(self, meta: Meta, items: list[Item]) -> ast.Logic:
        return ast.Logic(self._span(meta), "not", tuple(items))


def _sign(token: Token | None) -> int:
    return 1 if token is None or token == "+" else -1


def _quotient(number: Fraction, divisor: Token | None) -> Fraction:
    """A division by zero gives a coefficient of zero, which the checks of the term refuse."""
    if divisor is None:
        return number
    return number / int(divisor) if int(divisor) else Fraction(0)


def _bounded(number: Fraction) -> Fraction:
    """A coefficient that could not be written as a fraction within the limits of digits is refused likewise."""
    return number if max(abs(number.numerator), number.denominator) < LARGEST_COEFFICIENT else Fraction(0)


def _only_field(term: ast.Term) -> ast.FieldFactor | None:
    """The field that a term consists of, when it is one with coefficient one, in any number of brackets."""
    while len(term.monomials) == 1 and term.monomials[0].coefficient == 1:
        factors = term.monomials[0].factors
        if len(factors) == 1 and isinstance(factors[0], ast.FieldFactor):
            return factors[0]
        if len(factors) != 1 or not isinstance(factors[0], ast.GroupFactor) or factors[0].trace:
            return None
        term = factors[0].term
    return None


def build_ast(tree: Tree[Token], file: SourceFile) -> ast.Node:
    """Builds the AST of a parse tree whose depth the lexer has bounded; a `SyntaxTree` for a whole file."""
    return cast(ast.Node, _Builder(file).build(tree))
