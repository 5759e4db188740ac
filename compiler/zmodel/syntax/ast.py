"""The abstract syntax tree: frozen nodes, one class per thing a physicist can write.

Spans take no part in equality or hashing, so two files that say the same parse to equal trees.
Names are kept as the ASCII spelling (`psi` for `ψ`); see `zmodel.syntax.lexing`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from fractions import Fraction
from typing import Literal

from zmodel.source import Span

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Node:
    """What every node carries: the piece of source that it came from."""

    span: Span = field(compare=False, repr=False)


def walk(node: object) -> Iterator[Node]:
    """A node and all nodes inside it, in written order; tuples of nodes are walked through."""
    stack = [node]
    while stack:
        item = stack.pop()
        if isinstance(item, Node):
            yield item
            stack.extend(getattr(item, part.name) for part in reversed(fields(item)))
        elif isinstance(item, tuple):
            stack.extend(reversed(item))


@dataclass(frozen=True)
class Identifier(Node):
    """A name as it is declared or referred to."""

    name: str


def _first_word(span: Span) -> Span:
    """Greek letters are longer in ASCII, so how much of the text a name takes is read off the text."""
    word = _WORD.match(span.text)
    return Span(span.file, span.start, span.start + (word.end() if word else 0))


# ------------------------------------------------------------------ expressions
@dataclass(frozen=True)
class Number(Node):
    """An exact number; `decimal` tells that it was written with a point or an exponent."""

    value: Fraction
    decimal: bool = False


@dataclass(frozen=True)
class Symbol(Node):
    """A parameter, a `let`, a vacuum value or a coupling inside an expression."""

    name: str


@dataclass(frozen=True)
class Unknown(Node):
    """`?` (name empty) or `?name`: a charge that the compiler is asked for."""

    name: str


@dataclass(frozen=True)
class Component(Node):
    """`Q.down`: the down component of a weak doublet, in rotations."""

    field: str
    component: str


@dataclass(frozen=True)
class Call(Node):
    """A function of expressions: `sqrt(2)`, `cos(theta)`, `dag(CKM)`."""

    function: str
    arguments: tuple[Expression, ...]

    @property
    def name_span(self) -> Span:
        """Where the function's name stands, if it is not a dagger behind its argument."""
        return _first_word(self.span)


@dataclass(frozen=True)
class Sum(Node):
    """A signed sum: pairs of sign (+1 or -1) and term."""

    terms: tuple[tuple[int, Expression], ...]


@dataclass(frozen=True)
class Product(Node):
    """A product and quotient in written order: pairs of `*` or `/` and factor; the first is `*`."""

    factors: tuple[tuple[Literal["*", "/"], Expression], ...]


@dataclass(frozen=True)
class Power(Node):
    """`base ^ exponent ^ ...`, to be read from the right."""

    base: Expression
    exponents: tuple[Expression, ...]


@dataclass(frozen=True)
class ListLiteral(Node):
    """`[a, b, c]`: one value per generation, Dynkin labels, or the row of a matrix."""

    items: tuple[Expression, ...]


@dataclass(frozen=True)
class ElementName(Node):
    """`Yd[2,3]` inside an expression; indices count from 1."""

    name: str
    indices: tuple[int, ...]

    @property
    def name_span(self) -> Span:
        """Where the name stands, without the indices."""
        return _first_word(self.span)


@dataclass(frozen=True)
class Comparison(Node):
    """`g1 < 0.5`, `M_X > 5 TeV`."""

    left: Quantity
    operator: Literal["<", ">", "<=", ">=", "==", "!="]
    right: Quantity


@dataclass(frozen=True)
class Logic(Node):
    """Conditions joined by `and` or `or`, or one behind `not`."""

    operator: Literal["and", "or", "not"]
    operands: tuple[Condition, ...]


Expression = (
    Number
    | Symbol
    | Unknown
    | Component
    | Call
    | Sum
    | Product
    | Power
    | ListLiteral
    | ElementName
    | Comparison
    | Logic
)
# What can stand in brackets can stand wherever an expression can; zmodel.model says where it may.
Condition = Expression


def operands(node: Expression) -> tuple[Expression, ...]:
    """The expressions that an expression is made of, in written order."""
    match node:
        case Call(_, _, arguments):
            return arguments
        case Sum(_, terms):
            return tuple(term for _, term in terms)
        case Product(_, factors):
            return tuple(factor for _, factor in factors)
        case Power(_, base, exponents):
            return (base, *exponents)
        case ListLiteral(_, items):
            return items
        case Comparison(_, left, _, right):
            return (left.value, right.value)
        case Logic(_, _, inner):
            return inner
    return ()


# ------------------------------------------------------------------ terms of the Lagrangian
Operator = Literal["bar", "tilde", "dag", "cc"]


@dataclass(frozen=True)
class FieldFactor(Node):
    """A field, with the operators around it from the outside in: bar(cc(Q)) is ("bar", "cc").

    `name_span` is the place of the name alone.
    """

    name: str
    operators: tuple[Operator, ...]
    name_span: Span = field(compare=False, repr=False)


@dataclass(frozen=True)
class GroupFactor(Node):
    """`( ... )` or `tr( ... )`: what stands inside is contracted to a singlet by itself."""

    term: Term
    trace: bool = False


@dataclass(frozen=True)
class OperatorFactor(Node):
    """An operator on anything but a single field: grammatical, but without a meaning so far."""

    operator: Operator
    term: Term


@dataclass(frozen=True)
class PowerFactor(Node):
    """`factor ^ n`."""

    base: Factor
    exponent: int


Factor = FieldFactor | GroupFactor | OperatorFactor | PowerFactor


@dataclass(frozen=True)
class Monomial(Node):
    """A rational number times fields."""

    coefficient: Fraction
    factors: tuple[Factor, ...]


@dataclass(frozen=True)
class Term(Node):
    """A sum of monomials that share one coupling; nearly always there is one."""

    monomials: tuple[Monomial, ...]


@dataclass(frozen=True)
class Entry(Node):
    """The generations, counted from 1, that pick an element of a coupling matrix."""

    indices: tuple[int, ...]


@dataclass(frozen=True)
class KeptEntry(Node):
    """`(3,3) as yt`."""

    entry: Entry
    name: Identifier


# ------------------------------------------------------------------ statements
@dataclass(frozen=True)
class ModelStatement(Node):
    """`model NAME "title"`."""

    name: Identifier
    title: str = ""


@dataclass(frozen=True)
class UseStatement(Node):
    """`use NAME { except A, B }`; `is_path` when the source was given in quotes, which `source_span` includes."""

    source: str
    is_path: bool
    excluded: tuple[Identifier, ...]
    source_span: Span = field(compare=False, repr=False)


@dataclass(frozen=True)
class GaugeOption(Node):
    """`coupling g`, `boson B` or `mass M`."""

    kind: Literal["coupling", "boson", "mass"]
    name: Identifier


@dataclass(frozen=True)
class GaugeStatement(Node):
    """`gauge NAME = SU(N) coupling g boson B mass M`, or `global NAME = SU(N)`."""

    name: Identifier
    family: str
    rank_argument: int
    is_global: bool = False
    options: tuple[GaugeOption, ...] = ()


@dataclass(frozen=True)
class MixingStatement(Node):
    """`mixing FORM (A, B) as NAME`."""

    form: Identifier
    first: Identifier
    second: Identifier
    name: Identifier | None = None


@dataclass(frozen=True)
class Assignment(Node):
    """`SU3c: 3bar` or `X: [1, 2, 3]`; a representation that is no expression stays text."""

    group: Identifier
    value: Expression | str

    @property
    def value_span(self) -> Span:
        """The place of what stands behind the colon."""
        if isinstance(self.value, str):
            return Span(self.span.file, self.span.end - len(self.value), self.span.end)
        return self.value.span


@dataclass(frozen=True)
class FermionStatement(Node):
    """`fermion NAME[n] left (...)`; `generations` is None when no bracket is written."""

    name: Identifier
    chirality: Literal["left", "right"]
    generations: int | None = None
    assignments: tuple[Assignment, ...] = ()


@dataclass(frozen=True)
class ScalarStatement(Node):
    """`scalar NAME real (...) vev (...)`."""

    name: Identifier
    generations: int | None = None
    real: bool = False
    assignments: tuple[Assignment, ...] = ()
    vev: tuple[Expression, ...] = ()


@dataclass(frozen=True)
class VectorStatement(Node):
    """`vector NAME real (...)`: a massive vector field, no gauge boson of the model."""

    name: Identifier
    generations: int | None = None
    real: bool = False
    assignments: tuple[Assignment, ...] = ()


FieldStatement = FermionStatement | ScalarStatement | VectorStatement


@dataclass(frozen=True)
class CouplingStatement(Node):
    """A `yukawa`, `mass` or potential line: a name, the term and what is kept of it."""

    kind: Literal["yukawa", "mass", "potential"]
    name: Identifier
    term: Term
    contraction: tuple[Identifier, ...] = ()
    kept: tuple[KeptEntry, ...] = ()


@dataclass(frozen=True)
class PotentialStatement(Node):
    """`potential { ... }`."""

    terms: tuple[CouplingStatement, ...]


@dataclass(frozen=True)
class Charge(Node):
    """`Q = expression` inside `charges`."""

    field: Identifier
    value: Expression


@dataclass(frozen=True)
class ChargesStatement(Node):
    """`charges X { ... }`."""

    group: Identifier
    charges: tuple[Charge, ...]


@dataclass(frozen=True)
class ParamStatement(Node):
    """`param a, b : domain`."""

    names: tuple[Identifier, ...]
    domain: Identifier | None = None


@dataclass(frozen=True)
class LetStatement(Node):
    """`let NAME = expression`."""

    name: Identifier
    value: Expression


@dataclass(frozen=True)
class Quantifier(Node):
    """How much of a matrix is meant: `diagonal`, `all`, `entry (i,j)`, `column k only`, `row k only`."""

    kind: Literal["diagonal", "all", "entry", "column", "row"]
    indices: tuple[int, ...] = ()
    only: bool = False


@dataclass(frozen=True)
class Subject(Node):
    """A term, or the name of a coupling or of a predicate, with an optional quantifier."""

    term: Term
    quantifier: Quantifier | None = None


@dataclass(frozen=True)
class RequireStatement(Node):
    """`require anomaly_free`, `require allowed ...`, `require forbidden ...`."""

    kind: Literal["anomaly_free", "allowed", "forbidden"]
    subjects: tuple[Subject, ...] = ()


@dataclass(frozen=True)
class Quantity(Node):
    """An expression with an optional unit."""

    value: Expression
    unit: Identifier | None = None


@dataclass(frozen=True)
class Target(Node):
    """What a number is given to: `g1`, `alpha(g1)` (with a `function`), `Yu[3,3]` (with an `entry`)."""

    name: Identifier
    function: Identifier | None = None
    entry: Entry | None = None


@dataclass(frozen=True)
class PointValue(Node):
    """`g1 = 0.36`, `alpha(g1) = 8e-4`, `Yu[3,3] = 0.9`."""

    target: Target
    quantity: Quantity


@dataclass(frozen=True)
class PointStatement(Node):
    """`point NAME at SCALE { ... }`."""

    name: Identifier
    values: tuple[PointValue, ...]
    scale: Quantity | None = None


@dataclass(frozen=True)
class RotationStatement(Node):
    """`rotation Q.down = MATRIX`: gauge eigenstates = MATRIX * mass eigenstates; singlets: no component."""

    target: Component
    matrix: Expression


@dataclass(frozen=True)
class SmallParameter(Node):
    """`NAME order K` inside `small`."""

    name: Identifier
    order: int = 1


@dataclass(frozen=True)
class SmallStatement(Node):
    """`small NAME order K, ...`: what series expand in."""

    parameters: tuple[SmallParameter, ...]


@dataclass(frozen=True)
class IntegrateStatement(Node):
    """`integrate X at SCALE`."""

    name: Identifier
    scale: Quantity


@dataclass(frozen=True)
class SearchStatement(Node):
    """`search X in a..b`."""

    group: Identifier
    lower: int
    upper: int


@dataclass(frozen=True)
class Indices(Node):
    """`[1..3]` (first and last) or `[1, 4]` (all of them): indices of a fundamental, counted from 1."""

    numbers: tuple[int, ...]
    is_range: bool = False


@dataclass(frozen=True)
class Diagonal(Node):
    """`diag(...)`: a generator of a U(1) on a fundamental."""

    entries: tuple[Expression, ...]


@dataclass(frozen=True)
class SubgroupPart(Node):
    """One summand of `SU5[1..3] + SU3p` or `SU5 diag(...) - 2 X1`; `conjugated` by `cc( )`."""

    group: Identifier
    coefficient: Fraction = Fraction(1)
    location: Indices | Diagonal | None = None
    conjugated: bool = False


@dataclass(frozen=True)
class SubgroupLine(Node):
    """`NAME = parts` inside `breaking`; without parts the group stays as it is."""

    name: Identifier
    parts: tuple[SubgroupPart, ...] = ()


@dataclass(frozen=True)
class BreakingStatement(Node):
    """`breaking NAME after NAME { ... }`: the group that is left, by its embedding."""

    name: Identifier
    after: Identifier | None
    subgroups: tuple[SubgroupLine, ...]


Statement = (
    ModelStatement
    | UseStatement
    | GaugeStatement
    | MixingStatement
    | FermionStatement
    | ScalarStatement
    | VectorStatement
    | CouplingStatement
    | PotentialStatement
    | ChargesStatement
    | ParamStatement
    | LetStatement
    | RequireStatement
    | PointStatement
    | RotationStatement
    | SmallStatement
    | IntegrateStatement
    | SearchStatement
    | BreakingStatement
)


@dataclass(frozen=True)
class SyntaxTree(Node):
    """A whole file."""

    statements: tuple[Statement, ...]
