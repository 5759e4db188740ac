"""Hypothesis strategies for syntax trees: everything that the parser can produce, and nothing else."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from zmodel.model.context import RESERVED
from zmodel.source import SourceFile, Span
from zmodel.syntax import ast

NOWHERE = Span(SourceFile("generated.zmodel", ""), 0, 0)
_HERE = st.just(NOWHERE)

NAMES = st.from_regex(r"[A-Za-z_][A-Za-z0-9_]{0,7}", fullmatch=True).filter(lambda name: name not in RESERVED)
IDENTIFIERS = st.builds(ast.Identifier, _HERE, NAMES)
_MANY_NAMES = st.lists(IDENTIFIERS, min_size=1, max_size=3).map(tuple)
_OPTIONAL_NAME = st.none() | IDENTIFIERS
_TEXTS = st.text(st.characters(codec="utf-8", exclude_characters='"'), max_size=30).filter(str.isprintable)
_COUNTS = st.integers(0, 10**6)


# ------------------------------------------------------------------ expressions
def _decimal(mantissa: str, exponent: int | None) -> ast.Number:
    text = mantissa if exponent is None else f"{mantissa}e{exponent}"
    return ast.Number(NOWHERE, Fraction(text), decimal=True)


_LEAVES = st.one_of(
    st.builds(ast.Number, _HERE, st.integers(0, 10**12).map(Fraction)),
    st.builds(_decimal, st.from_regex(r"[0-9]{0,12}\.[0-9]{1,25}", fullmatch=True), st.none() | st.integers(-300, 300)),
    st.builds(ast.Symbol, _HERE, NAMES),
    st.builds(ast.Unknown, _HERE, st.just("") | NAMES),
    st.builds(ast.Component, _HERE, NAMES, NAMES),
    st.builds(ast.ElementName, _HERE, NAMES, st.lists(_COUNTS, min_size=1, max_size=3).map(tuple)),
)


def _compound(inner: st.SearchStrategy[ast.Expression]) -> st.SearchStrategy[ast.Expression]:
    several = st.lists(inner, min_size=1, max_size=3).map(tuple)
    signed = st.tuples(st.sampled_from([1, -1]), inner)
    operated = st.tuples(st.sampled_from(["*", "/"]), inner)
    return st.one_of(
        st.builds(ast.Sum, _HERE, st.lists(signed, min_size=1, max_size=4).map(tuple)),
        st.builds(
            lambda first, rest: ast.Product(NOWHERE, (("*", first), *rest)),
            inner,
            st.lists(operated, min_size=1, max_size=3),
        ),
        st.builds(ast.Power, _HERE, inner, several),
        st.builds(ast.Call, _HERE, NAMES | st.sampled_from(["dag", "tr", "sqrt"]), several),
        st.builds(ast.ListLiteral, _HERE, several),
        st.builds(ast.Comparison, _HERE, _quantities(inner), st.sampled_from(["<", ">=", "!="]), _quantities(inner)),
        st.builds(ast.Logic, _HERE, st.sampled_from(["and", "or"]), st.lists(inner, min_size=2, max_size=3).map(tuple)),
        st.builds(ast.Logic, _HERE, st.just("not"), st.tuples(inner)),
    )


def _quantities(values: st.SearchStrategy[ast.Expression]) -> st.SearchStrategy[ast.Quantity]:
    return st.builds(ast.Quantity, _HERE, values, _OPTIONAL_NAME)


EXPRESSIONS: st.SearchStrategy[ast.Expression] = st.recursive(_LEAVES, _compound, max_leaves=12)
_SEVERAL_EXPRESSIONS = st.lists(EXPRESSIONS, max_size=3).map(tuple)
_QUANTITIES = _quantities(EXPRESSIONS)


# ------------------------------------------------------------------ terms of the Lagrangian
_OPERATORS = st.sampled_from(["bar", "tilde", "dag", "cc"])
_COEFFICIENTS = st.sampled_from([Fraction(1), Fraction(-1)]) | st.fractions(max_denominator=1000)


def _terms(factors: st.SearchStrategy[ast.Factor]) -> st.SearchStrategy[ast.Term]:
    products = st.lists(factors, min_size=1, max_size=3).map(tuple)
    monomials = st.builds(ast.Monomial, _HERE, _COEFFICIENTS, products)
    return st.builds(ast.Term, _HERE, st.lists(monomials, min_size=1, max_size=2).map(tuple))


def _is_single_field(term: ast.Term) -> bool:
    """Whether an operator on the term is an operator on a field, which the tree writes differently."""
    match term.monomials:
        case (ast.Monomial(_, coefficient, (factor,)),) if coefficient == 1:
            match factor:
                case ast.FieldFactor():
                    return True
                case ast.GroupFactor(_, inner, False):
                    return _is_single_field(inner)
    return False


def _factors(inner: st.SearchStrategy[ast.Factor]) -> st.SearchStrategy[ast.Factor]:
    terms = _terms(inner)
    bases = st.one_of(
        st.builds(ast.GroupFactor, _HERE, terms, st.booleans()),
        st.builds(ast.OperatorFactor, _HERE, _OPERATORS, terms.filter(lambda term: not _is_single_field(term))),
    )
    return bases | st.builds(ast.PowerFactor, _HERE, _FIELDS | bases, st.integers(0, 20))


_FIELDS = st.builds(ast.FieldFactor, _HERE, NAMES, st.lists(_OPERATORS, max_size=3).map(tuple), _HERE)
TERMS: st.SearchStrategy[ast.Term] = _terms(st.recursive(_FIELDS, _factors, max_leaves=6))


# ------------------------------------------------------------------ statements
_ENTRIES = st.builds(ast.Entry, _HERE, st.lists(_COUNTS, min_size=1, max_size=3).map(tuple))
_KEPT = st.lists(st.builds(ast.KeptEntry, _HERE, _ENTRIES, IDENTIFIERS), max_size=2).map(tuple)
_CONTRACTIONS = st.just(()) | _MANY_NAMES
_ASSIGNMENTS = st.lists(
    st.builds(ast.Assignment, _HERE, IDENTIFIERS, EXPRESSIONS | st.from_regex(r"[0-9]{1,4}bar", fullmatch=True)),
    max_size=3,
).map(tuple)
_GENERATIONS = st.none() | _COUNTS
_OPTIONS = st.lists(
    st.builds(ast.GaugeOption, _HERE, st.sampled_from(["coupling", "boson", "mass"]), IDENTIFIERS), max_size=3
).map(tuple)
_GROUP_TYPES = (IDENTIFIERS, st.sampled_from(["SU", "U", "SO"]) | NAMES, _COUNTS)
_QUANTIFIERS = st.one_of(
    st.builds(ast.Quantifier, _HERE, st.sampled_from(["diagonal", "all"])),
    st.builds(ast.Quantifier, _HERE, st.just("entry"), st.lists(_COUNTS, min_size=1, max_size=3).map(tuple)),
    st.builds(ast.Quantifier, _HERE, st.sampled_from(["column", "row"]), st.tuples(_COUNTS), st.booleans()),
)
_SUBJECTS = st.builds(ast.Subject, _HERE, TERMS, st.none() | _QUANTIFIERS)
_TARGETS = st.builds(ast.Target, _HERE, IDENTIFIERS, _OPTIONAL_NAME, st.none() | _ENTRIES)
_POINT_VALUES = st.builds(ast.PointValue, _HERE, _TARGETS, _QUANTITIES)
_POTENTIAL_TERMS = st.builds(ast.CouplingStatement, _HERE, st.just("potential"), IDENTIFIERS, TERMS, _CONTRACTIONS)

_LOCATIONS = st.one_of(
    st.none(),
    st.builds(ast.Indices, _HERE, st.tuples(_COUNTS, _COUNTS), st.booleans()),
    st.builds(ast.Indices, _HERE, st.lists(_COUNTS, min_size=2, max_size=4).map(tuple)),
    st.builds(ast.Diagonal, _HERE, st.lists(EXPRESSIONS, min_size=2, max_size=3).map(tuple)),
)
_SUBGROUP_PARTS = st.builds(ast.SubgroupPart, _HERE, IDENTIFIERS, _COEFFICIENTS, _LOCATIONS, st.booleans())

STATEMENTS: st.SearchStrategy[ast.Statement] = st.one_of(
    st.builds(ast.ModelStatement, _HERE, IDENTIFIERS, _TEXTS),
    st.builds(ast.UseStatement, _HERE, _TEXTS, st.just(True), _CONTRACTIONS, _HERE),
    st.builds(ast.UseStatement, _HERE, NAMES, st.just(False), _CONTRACTIONS, _HERE),
    st.builds(ast.GaugeStatement, _HERE, *_GROUP_TYPES, st.just(False), _OPTIONS),
    st.builds(ast.GaugeStatement, _HERE, *_GROUP_TYPES, st.just(True)),
    st.builds(ast.MixingStatement, _HERE, IDENTIFIERS, IDENTIFIERS, IDENTIFIERS, _OPTIONAL_NAME),
    st.builds(ast.FermionStatement, _HERE, IDENTIFIERS, st.sampled_from(["left", "right"]), _GENERATIONS, _ASSIGNMENTS),
    st.builds(ast.VectorStatement, _HERE, IDENTIFIERS, _GENERATIONS, st.booleans(), _ASSIGNMENTS),
    st.builds(
        ast.ScalarStatement,
        _HERE,
        IDENTIFIERS,
        _GENERATIONS,
        st.booleans(),
        _ASSIGNMENTS,
        _SEVERAL_EXPRESSIONS,
    ),
    st.builds(
        ast.CouplingStatement,
        _HERE,
        st.sampled_from(["yukawa", "mass"]),
        IDENTIFIERS,
        TERMS,
        _CONTRACTIONS,
        _KEPT,
    ),
    st.builds(ast.PotentialStatement, _HERE, st.lists(_POTENTIAL_TERMS, max_size=3).map(tuple)),
    st.builds(
        ast.ChargesStatement,
        _HERE,
        IDENTIFIERS,
        st.lists(st.builds(ast.Charge, _HERE, IDENTIFIERS, EXPRESSIONS), max_size=3).map(tuple),
    ),
    st.builds(ast.ParamStatement, _HERE, _MANY_NAMES, _OPTIONAL_NAME),
    st.builds(ast.LetStatement, _HERE, IDENTIFIERS, EXPRESSIONS),
    st.just(ast.RequireStatement(NOWHERE, "anomaly_free")),
    st.builds(
        ast.RequireStatement,
        _HERE,
        st.sampled_from(["allowed", "forbidden"]),
        st.lists(_SUBJECTS, min_size=1, max_size=2).map(tuple),
    ),
    st.builds(
        ast.PointStatement,
        _HERE,
        IDENTIFIERS,
        st.lists(_POINT_VALUES, max_size=3).map(tuple),
        st.none() | _QUANTITIES,
    ),
    st.builds(
        ast.RotationStatement,
        _HERE,
        st.builds(ast.Component, _HERE, NAMES, st.just("") | NAMES),
        EXPRESSIONS,
    ),
    st.builds(ast.IntegrateStatement, _HERE, IDENTIFIERS, _QUANTITIES),
    st.builds(ast.SearchStatement, _HERE, IDENTIFIERS, st.integers(-99, 99), st.integers(-99, 99)),
    st.builds(
        ast.BreakingStatement,
        _HERE,
        IDENTIFIERS,
        _OPTIONAL_NAME,
        st.lists(
            st.builds(ast.SubgroupLine, _HERE, IDENTIFIERS, st.lists(_SUBGROUP_PARTS, max_size=3).map(tuple)),
            max_size=3,
        ).map(tuple),
    ),
)
TREES = st.builds(ast.SyntaxTree, _HERE, st.lists(STATEMENTS, max_size=5).map(tuple))
