"""What heavy scalars leave of the potential where they are integrated out, at tree level and at a point.

With S and S^* as independent components x of all heavy fields around their vacuum values,

    V = V_0 + J^T x + x^T A x/2,

V_0 and J hold light fields. The lowest point is x = -A^-1 J, where V = V_0 - J^T A^-1 J/2. Goldstone bosons,
which A does not see, are left at zero: a rotation that light fields share takes them out of V. Terms with four light
fields at most are kept, of J those with two: what else there is matters for operators of higher dimension only.
Tadpoles and mixing with light fields are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Any

import numpy as np
from numpy.typing import NDArray

from zmodel.derive.scalar_polynomial import ScalarKey
from zmodel.model.expression import EvaluationError, Expression, Value, evaluate, names_in

Number = tuple[str, bool]
"""A coupling, and whether its conjugate is meant."""

Atom = tuple[str, bool, int]
"""A component (field, conjugated, index)."""

Term = tuple[Number, Mapping[ScalarKey, Fraction]]
"""A coupling and the polynomial that it multiplies."""

Array = NDArray[np.complex128]

ROUNDING = 1e-12
"""Masses and couplings below this over the largest number that they are made of are zero."""


@dataclass(frozen=True)
class Shift:
    """What a threshold does to a potential.

    Attributes:
        couplings: by how much those of the light theory are larger than without heavy fields.
        left_out: couplings that give terms for which the light theory has none.
        mixing: couplings that give tadpoles or mix heavy fields with light ones.
    """

    couplings: Mapping[str, complex]
    left_out: tuple[str, ...]
    mixing: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class HeavyScalars:
    """The potential of scalars that are integrated out together.

    Attributes:
        terms: of the theory with them, as far as they are in these.
        atoms: their components x.
        form: shape (n, n); x^T form x/2 is the sum of S^* S, of real fields of S^2/2.
        vacuum: what components are in the vacuum, where that is not zero.
        light: terms of the theory below.
        real: names of its couplings that are real.
    """

    terms: tuple[Term, ...]
    atoms: tuple[Atom, ...]
    form: NDArray[np.float64]
    vacuum: Mapping[Atom, Expression]
    light: tuple[Term, ...]
    real: frozenset[str]

    def unknown(self, values: Mapping[str, Any]) -> tuple[str, ...]:
        """Fields whose vacuum values depend on something without a number; zero is taken."""
        found = (atom[0] for atom, value in self.vacuum.items() if not names_in(value) <= values.keys())
        return tuple(dict.fromkeys(found))

    def in_vacuum(self, values: Mapping[str, Any]) -> frozenset[str]:
        """Fields with vacuum values other than zero."""
        return frozenset(atom[0] for atom in self.vacuum if _at_vacuum(self, atom, values))

    @np.errstate(all="ignore")
    def shift(self, values: Mapping[str, Any], scale: float) -> Shift:
        """What integrating out does to couplings.

        Args:
            values: numbers at the threshold; couplings that are left out vanish.
            scale: of the threshold in GeV, which is M where a field has no positive M^2.

        Raises:
            EvaluationError: if a vacuum value cannot be computed, or numbers are too large.
        """
        if not self.atoms:
            return Shift({}, (), ())
        expansion = _expand(self, values)
        _check_finite([*expansion.mass.flat, *expansion.tadpole])
        inverse = _inverse(self, expansion, scale)
        potential = dict(expansion.light)
        names = {key: set(found) for key, found in expansion.names.items()}
        for i, j in np.argwhere(np.abs(inverse) > 0):
            for first, a in expansion.sources[i].items():
                for second, b in expansion.sources[j].items():
                    key = tuple(sorted(first + second))
                    potential[key] = potential.get(key, 0j) - inverse[i, j] * a * b / 2
                    names.setdefault(key, set()).update(expansion.source_names[i, first])
                    names[key].update(expansion.source_names[j, second])
        _check_finite([*potential.values()])
        couplings, left_out = _projected(self, potential, names)
        return Shift(couplings, left_out, tuple(dict.fromkeys([*expansion.mixing, *_tadpoles(self, expansion)])))


def _check_finite(numbers: list[complex]) -> None:
    if not np.isfinite(numbers).all():
        raise EvaluationError("numbers at a threshold are too large")


@dataclass(frozen=True, eq=False)
class _Expansion:
    """V_0, J by component, A, and the couplings behind them; the tadpoles of heavy fields by coupling.

    Mixing is a list of couplings that have one light field.
    """

    light: dict[ScalarKey, complex]
    names: dict[ScalarKey, set[str]]
    sources: tuple[dict[ScalarKey, complex], ...]
    source_names: dict[tuple[int, ScalarKey], set[str]]
    mass: Array
    tadpoles: dict[str, Array]
    mixing: dict[str, None]
    vacuum: Array

    @property
    def tadpole(self) -> Array:
        """All tadpoles of heavy fields together."""
        return sum(self.tadpoles.values(), np.zeros(len(self.vacuum), complex))


def _number(values: Mapping[str, Any], number: Number) -> complex:
    value = complex(values.get(number[0], 0))
    return value.conjugate() if number[1] else value


def _expand(heavy: HeavyScalars, values: Mapping[str, Any]) -> _Expansion:
    size = len(heavy.atoms)
    place = {atom: i for i, atom in enumerate(heavy.atoms)}
    vacuum = np.array([_at_vacuum(heavy, atom, values) for atom in heavy.atoms])
    sources: tuple[dict[ScalarKey, complex], ...] = tuple({} for _ in range(size))
    result = _Expansion({}, {}, sources, {}, np.zeros((size, size), complex), {}, {}, vacuum)
    for number, polynomial in heavy.terms:
        coupling = _number(values, number)
        for key, weight in polynomial.items() if coupling else ():
            light = tuple(atom for atom in key if atom not in place)
            mine = [place[atom] for atom in key if atom in place]
            for kept, rest in _kept(mine):
                value = coupling * float(weight) * complex(np.prod(vacuum[rest]))
                if value:
                    _add(result, kept, light, value, number[0])
    return result


def _at_vacuum(heavy: HeavyScalars, atom: Atom, values: Mapping[str, Value]) -> complex:
    name, conjugated, index = atom
    expression = heavy.vacuum.get((name, False, index))
    if expression is None or not names_in(expression) <= values.keys():
        return 0j
    value = complex(evaluate(expression, values))
    return value.conjugate() if conjugated else value


def _kept(places: list[int]) -> Iterator[tuple[list[int], list[int]]]:
    """Up to two components that stay, and the others."""
    for count in range(3):
        for chosen in combinations(range(len(places)), count):
            kept = [places[i] for i in chosen]
            yield kept, [place for i, place in enumerate(places) if i not in chosen]


def _add(result: _Expansion, kept: list[int], light: ScalarKey, value: complex, name: str) -> None:
    if not kept and len(light) > 1:
        result.light[light] = result.light.get(light, 0j) + value
        result.names.setdefault(light, set()).add(name)
    elif len(kept) < 2 and len(light) == 1:
        result.mixing[name] = None
    elif len(kept) == 1 and not light:
        result.tadpoles.setdefault(name, np.zeros(len(result.vacuum), complex))[kept[0]] += value
    elif len(kept) == 1 and len(light) == 2:
        source = result.sources[kept[0]]
        source[light] = source.get(light, 0j) + value
        result.source_names.setdefault((kept[0], light), set()).add(name)
    elif len(kept) == 2 and not light:
        first, second = kept
        result.mass[first, second] += value
        result.mass[second, first] += value


def _tadpoles(heavy: HeavyScalars, expansion: _Expansion) -> Iterator[str]:
    """The couplings of tadpoles that masses of fields with vacuum values do not take away."""
    for name in dict.fromkeys(name for name, _, _ in heavy.atoms):
        places = [i for i, atom in enumerate(heavy.atoms) if atom[0] == name]
        own, form = expansion.vacuum[places], heavy.form[np.ix_(places, places)]

        def is_left(tadpole: Array, own: Array = own, form: NDArray[np.float64] = form) -> bool:
            rest = tadpole + _balance(tadpole, own, form) * form @ own if own.any() else tadpole
            return bool(np.abs(rest).max() > 1e-9 * np.abs(tadpole).max())

        if is_left(expansion.tadpole[places]):
            yield from (coupling for coupling, tadpole in expansion.tadpoles.items() if is_left(tadpole[places]))


def _balance(tadpole: Array, own: Array, form: NDArray[Any]) -> complex:
    """The further M^2 of a field with a vacuum value that takes its tadpole away."""
    # Of length 1, so that squares of vacuum values are no infinities.
    size = np.abs(own).max()
    direction = own / size
    return complex(-direction @ tadpole / (direction @ form @ direction) / size)


def _inverse(heavy: HeavyScalars, expansion: _Expansion, scale: float) -> Array:
    """A^-1, zero for Goldstone bosons."""
    # In components of norm 1 the form is unitary, and form^-1 A is a hermitian matrix of M^2.
    unit = 1 / np.sqrt(np.abs(heavy.form).sum(axis=1))
    form = np.asarray(unit[:, None] * heavy.form * unit, dtype=complex)
    mass = np.asarray(unit[:, None] * expansion.mass * unit, dtype=complex)
    vacuum, tadpoles = expansion.vacuum / unit, expansion.tadpole * unit
    rounding = ROUNDING * np.abs(mass).max()
    for name in dict.fromkeys(name for name, _, _ in heavy.atoms):
        places = [i for i, atom in enumerate(heavy.atoms) if atom[0] == name]
        block, own = np.ix_(places, places), vacuum[places]
        if own.any():
            # M^2 is what makes the vacuum value an extremum.
            mass[block] += _balance(tadpoles[places], own, form[block]) * form[block]
        squares = np.linalg.eigvalsh(np.linalg.solve(form[block], mass[block]))
        if squares.min() < (-rounding if own.any() else rounding) or squares.max() <= rounding:
            mass[block] = scale**2 * form[block]
    squares, states = np.linalg.eigh(np.linalg.solve(form, mass))
    if squares.min() < -rounding:
        squares = np.full(len(squares), scale**2)
    inverse = np.array([1 / square if square > rounding else 0.0 for square in squares])
    return np.asarray(unit[:, None] * (states * inverse @ states.conj().T @ np.linalg.inv(form)) * unit)


def _projected(
    heavy: HeavyScalars, potential: Mapping[ScalarKey, complex], names: Mapping[ScalarKey, set[str]]
) -> tuple[dict[str, complex], tuple[str, ...]]:
    """A potential in terms of couplings of the light theory, by equal degree, and couplings that give other terms."""
    couplings: dict[str, complex] = {}
    left_out: dict[str, None] = {}
    for degree in (2, 3, 4):
        terms = [(number, polynomial) for number, polynomial in heavy.light if len(next(iter(polynomial))) == degree]
        wanted = {key: value for key, value in potential.items() if len(key) == degree and value}
        keys = sorted({*wanted, *(key for _, polynomial in terms for key in polynomial)})
        matrix = np.array([[float(polynomial.get(key, 0)) for _, polynomial in terms] for key in keys])
        vector = np.array([wanted.get(key, 0j) for key in keys])
        size = np.abs(vector).max(initial=0.0)
        if not size:
            continue
        found = np.linalg.lstsq(matrix, vector, rcond=None)[0] if terms else np.zeros(0, complex)
        rest = vector - (matrix @ found if terms else 0)
        for key, value in zip(keys, rest, strict=True):
            if abs(value) > 1e-9 * size:
                left_out |= dict.fromkeys(sorted(names.get(key, ())))
        for ((name, conjugated), _), value in zip(terms, found, strict=True):
            if not conjugated and abs(value) > ROUNDING * size:
                couplings[name] = complex(value.real) if name in heavy.real else complex(value)
    return couplings, tuple(left_out)
