"""Contents written as a model file writes them: brackets, `tilde`, `bar(cc())`, and names of contractions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, islice
from typing import Literal

from zmodel.derive.candidates import Content, Factor, conjugate_factor
from zmodel.derive.contraction import contractions
from zmodel.derive.contraction_choice import independent_contractions
from zmodel.derive.couplings import Coupling, check_statement, contracted_coupling
from zmodel.groups import RepresentationError
from zmodel.model import Leg, Model, Monomial
from zmodel.model.model import DeclaredCoupling, LegGroup

NAME = "coupling"
"""Of the coupling of a term that nobody has declared."""


@dataclass(frozen=True)
class Spelling:
    """A term as it may be written, and what it means.

    Attributes:
        text: the right-hand side of a statement, with the name of the contraction if it takes one.
        coupling: of that term.
    """

    text: str
    coupling: Coupling


def spell(model: Model, content: Content) -> Iterator[Spelling]:
    """Ways to write the terms of a content, natural ones first; together they span all its invariants.

    Args:
        model: a resolved model.
        content: with charges that add up to zero for some generations.
    """
    fermions = [factor for factor in content if model.field(factor.field).is_fermion]
    kind: Literal["potential", "yukawa", "mass"] = "potential"
    if fermions:
        kind = "yukawa" if len(content) > 2 else "mass"
    monomials = _fermion_monomials(model, content) if fermions else _potential_monomials(model, content)
    for monomial in monomials:
        yield from _contracted(model, DeclaredCoupling(NAME, kind, (monomial,), (), (), model.span, model.span))


def write(model: Model, content: Content) -> Monomial:
    """The most natural way to write a content of at most two fermions, without the name of a contraction."""
    fermionic = any(model.field(factor.field).is_fermion for factor in content)
    return next(_fermion_monomials(model, content) if fermionic else _potential_monomials(model, content))


def _contracted(model: Model, declared: DeclaredCoupling) -> Iterator[Spelling]:
    """A way to write a term with each of its contractions; without their names if there is one."""
    (monomial,) = declared.monomials
    if check_statement(model, declared) is not None:
        return
    try:
        independent = independent_contractions(model, monomial, contractions(model, monomial))
    except RepresentationError:
        return
    first = tuple(islice(independent, 2))
    for choice in chain(first, independent):
        coupling, _ = contracted_coupling(model, declared, (choice,))
        if coupling is not None:
            text = monomial.text if len(first) == 1 else f"{monomial.text} : {choice.name}"
            yield Spelling(text, coupling)


# ------------------------------------------------------------------ fermions
def _fermion_monomials(model: Model, content: Content) -> Iterator[Monomial]:
    """`bar(F) phi f` for opposite chiralities, `bar(cc(F)) phi G` for equal ones, `N N phi` for equal fields."""
    first, second, *scalars = _with_bar_first(model, content)
    legs = [Leg(first.field, first.conjugated, False, first != second, model.span)]
    words = [f"bar({first.field})" if first.conjugated else f"bar(cc({first.field}))"]
    for scalar in scalars:
        tilde = first.conjugated and scalar.conjugated and _is_weak_doublet(model, scalar)
        legs.append(Leg(scalar.field, scalar.conjugated, tilde, False, model.span))
        words.append(f"tilde({scalar.field})" if tilde else _word(scalar))
    last = Leg(second.field, False, False, False, model.span)
    if first == second:
        legs, words = [legs[0], last, *legs[1:]], [first.field, second.field, *words[1:]]
    else:
        legs, words = [*legs, last], [*words, second.field]
    yield Monomial(Fraction(1), (LegGroup(tuple(legs), trace=False),), " ".join(words))


def _with_bar_first(model: Model, content: Content) -> Content:
    """The content or its conjugate: fermions unconjugated, or only the first, which is left-handed if it may be."""
    candidates = (content, tuple(conjugate_factor(model, factor) for factor in content))
    ordered = [(b, a, *scalars) if b.conjugated else (a, b, *scalars) for a, b, *scalars in candidates]

    def rank(content: Content) -> tuple[int, bool, bool]:
        first, second, *scalars = content
        # bar(U) R L rather than bar(L) tilde(R) U, but bar(Q) tilde(H) U rather than bar(U) H Q.
        unusual = any(scalar.conjugated and not _is_weak_doublet(model, scalar) for scalar in scalars)
        right = model.field(first.field).chirality == "right"
        return first.conjugated + second.conjugated, unusual, first.conjugated and right

    return min(ordered, key=rank)


def _is_weak_doublet(model: Model, factor: Factor) -> bool:
    """Whether a field is a doublet of a gauged SU(2) and nothing else, as a Higgs field is."""
    irreps = model.field(factor.field).irreps
    gauged = [group.name for group in model.gauge_groups if group.n == 2]
    return len(irreps) == 1 and any(name in gauged and irrep.dimension == 2 for name, irrep in irreps.items())


# ------------------------------------------------------------------ scalars
def _potential_monomials(model: Model, content: Content) -> Iterator[Monomial]:
    content = _oriented(model, content)
    matchings = sorted(_matchings(model, content), key=lambda pairs: [_naturalness(model, pair) for pair in pairs])
    natural = matchings[0]
    flat = tuple(factor for pair in sorted(natural, key=len) for factor in pair)
    if all(model.field(factor.field).dimension == 1 for factor in content):
        # There is one invariant: |phi|^2 |s|^2 is shown as such, anything else as a product of powers.
        paired = len(natural) == 2 and all(_naturalness(model, pair) == 0 for pair in natural)
        yield _bracketed(model, natural) if paired and len(content) == 4 else _powers(model, content)
        return
    if len(content) == 4 and len(natural) == 2:
        yield from {monomial.text: monomial for monomial in (_bracketed(model, pairs) for pairs in matchings)}.values()
        if all(_is_matrix(model, factor) for factor in flat):
            yield _run(model, flat, trace=True)
    yield _run(model, flat, trace=False)


def _oriented(model: Model, content: Content) -> Content:
    """The content or its conjugate: few conjugated fields, or else the conjugated ones first."""
    conjugate = tuple(conjugate_factor(model, factor) for factor in content)
    return min(content, conjugate, key=lambda c: (sum(f.conjugated for f in c), [not f.conjugated for f in c]))


def _powers(model: Model, content: Content) -> Monomial:
    """Singlets of all SU(N)s side by side."""
    counts = {factor: content.count(factor) for factor in content}
    text = " ".join(_word(factor) if count == 1 else f"{_word(factor)}^{count}" for factor, count in counts.items())
    legs = tuple(_leg(model, factor) for factor in content)
    return Monomial(Fraction(1), (LegGroup(legs, trace=False),), text)


def _matchings(model: Model, content: Content) -> Iterator[tuple[Content, ...]]:
    """Ways to pair fields that form a singlet of all SU(N)s, as many as possible; the others stay alone."""
    found = list(_pairings(model, content))
    most = max(sum(1 for pair in pairs if len(pair) == 2) for pairs in found)
    yield from (pairs for pairs in found if sum(1 for pair in pairs if len(pair) == 2) == most)


def _pairings(model: Model, content: Content) -> Iterator[tuple[Content, ...]]:
    if not content:
        yield ()
        return
    first, rest = content[0], content[1:]
    for i, other in enumerate(rest):
        if _is_singlet(model, first, other):
            pair = (other, first) if other.conjugated and not first.conjugated else (first, other)
            for pairs in _pairings(model, rest[:i] + rest[i + 1 :]):
                yield (pair, *pairs)
    for pairs in _pairings(model, rest):
        yield ((first,), *pairs)


def _is_singlet(model: Model, first: Factor, second: Factor) -> bool:
    for group in model.groups:
        irreps = [model.field(factor.field).irreps.get(group.name) for factor in (first, second)]
        left, right = (
            irrep.conjugate if irrep is not None and factor.conjugated else irrep
            for irrep, factor in zip(irreps, (first, second), strict=True)
        )
        if left != (None if right is None else right.conjugate):
            return False
    return True


def _naturalness(model: Model, pair: Content) -> int:
    """A field meets its own conjugate before it meets another's, and that before anything else."""
    if len(pair) == 2 and pair[0] == conjugate_factor(model, pair[1]):
        return 0
    return 1 if pair[0].conjugated != pair[-1].conjugated else 2


def _is_matrix(model: Model, factor: Factor) -> bool:
    """Whether a field has two indices that tr() can contract."""
    irreps = list(model.field(factor.field).irreps.values())
    return len(irreps) == 2 or (len(irreps) == 1 and irreps[0].dimension == irreps[0].n ** 2 - 1)


def _bracketed(model: Model, pairs: tuple[Content, ...]) -> Monomial:
    groups = tuple(LegGroup(tuple(_leg(model, factor) for factor in pair), trace=False) for pair in pairs)
    factors = [factor for pair in pairs for factor in pair]
    if len(set(factors)) == 1 and model.field(factors[0].field).dimension == 1:
        return Monomial(Fraction(1), groups, f"{_word(factors[0])}^{len(factors)}")
    if pairs[0] == pairs[1]:
        return Monomial(Fraction(1), groups, f"{_bracket(model, pairs[0])}^2")
    return Monomial(Fraction(1), groups, " ".join(_bracket(model, pair) for pair in pairs))


def _bracket(model: Model, pair: Content) -> str:
    first, second = pair
    if first == second and model.field(first.field).dimension == 1:
        return f"{_word(first)}^2"
    return f"({_word(first)} {_word(second)})"


def _run(model: Model, factors: Content, *, trace: bool) -> Monomial:
    """Fields side by side."""
    text = " ".join(_word(factor) for factor in factors)
    legs = tuple(_leg(model, factor) for factor in factors)
    return Monomial(Fraction(1), (LegGroup(legs, trace),), f"tr({text})" if trace else text)


def _leg(model: Model, factor: Factor) -> Leg:
    return Leg(factor.field, factor.conjugated, False, False, model.span)


def _word(factor: Factor) -> str:
    return f"dag({factor.field})" if factor.conjugated else factor.field
