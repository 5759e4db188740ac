"""Random small models whose charges `require` lines tie to each other, and their solutions by trying all numbers.

Anomalies, charge sums of terms and conditions are written down here once more; nothing is read off a compiled model.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import gcd

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

Form = Mapping[str, int]
"""Coefficients of unknowns, of 1 by the name ""."""

Values = Mapping[str, Fraction]
"""Unknowns by name."""

GENERIC = Fraction(1009, 7)
"""A charge of a boson for which no sum of small whole numbers vanishes."""


@dataclass(frozen=True)
class Fermion:
    """A field and the charge of each generation."""

    name: str
    sign: int
    hypercharge: int
    charges: tuple[Form, ...]

    @property
    def text(self) -> str:
        """The statement of a model file."""
        chirality = "left" if self.sign > 0 else "right"
        charges = ", ".join(map(spelled, self.charges))
        number = f"[{len(self.charges)}]" if len(self.charges) > 1 else ""
        listed = f"[{charges}]" if number else charges
        return f"fermion {self.name}{number} {chirality} (Y: {self.hypercharge}, X: {listed})"


@dataclass(frozen=True)
class Condition:
    """A `require` line: the forms of which all or some vanish, and those that must not."""

    text: str
    all: tuple[Form, ...] = ()
    some: tuple[Form, ...] = ()
    none: tuple[Form, ...] = ()

    @property
    def forms(self) -> tuple[Form, ...]:
        """All of them."""
        return (*self.all, *self.some, *self.none)

    def holds(self, values: Values) -> bool:
        """Whether numbers meet it."""
        return (
            not any(value(form, values) for form in self.all)
            and (not self.some or not all(value(form, values) for form in self.some))
            and all(value(form, values) for form in self.none)
        )


@dataclass(frozen=True)
class TiedModel:
    """A model of fermions, bosons and conditions on their charges."""

    fermions: tuple[Fermion, ...]
    bosons: tuple[tuple[str, Form], ...]
    terms: tuple[str, ...]
    conditions: tuple[Condition, ...]

    @property
    def text(self) -> str:
        """The model file."""
        head = ["model tied", "gauge Y = U(1) coupling g1", "gauge X = U(1) coupling gX"]
        bosons = [f"scalar {name} (X: {spelled(form)})" for name, form in self.bosons]
        lines = [fermion.text for fermion in self.fermions] + bosons + [*self.terms]
        return "\n".join([*head, *lines, *(condition.text for condition in self.conditions)]) + "\n"

    @property
    def free(self) -> set[str]:
        """Unknowns of fermions that neither a condition nor an anomaly depends on."""
        unknowns = sorted({name for f in self.fermions for form in f.charges for name in form} - {""})
        asked = {name for condition in self.conditions for form in condition.forms for name in form}
        # Anomalies are cubic, so that they are constant if they are the same at four points.
        base = {name: np.array([7919 * 3**i % 10007 + 17 * i * i] * 4) for i, name in enumerate(unknowns)}
        moved = [(name, base | {name: np.arange(4)}) for name in unknowns]
        return {n for n, at in moved if n not in asked and all((a == a[0]).all() for a in self.anomalies(at))}

    def anomalies(self, values: Mapping[str, NDArray[np.int64]]) -> Iterator[NDArray[np.int64]]:
        """With gravity and of three U(1)s."""
        for x, y in ((1, 0), (0, 1), (3, 0), (2, 1), (1, 2), (0, 3)):
            yield sum(
                (f.sign * f.hypercharge**y * value(form, values) ** x for f in self.fermions for form in f.charges),
                np.zeros(1, dtype=np.int64),
            )

    def solutions(self, bound: int) -> Iterator[dict[str, Fraction]]:
        """Unknowns of fermions that solve everything, for some charges of the bosons."""
        free = self.free
        charged = [form for f in self.fermions for form in f.charges if not free & set(form)]
        unknowns = sorted({name for form in charged for name in form} - {""})
        grid = np.array(list(product(range(-bound, bound + 1), repeat=len(unknowns))), dtype=np.int64)
        at = dict(zip(unknowns, grid.T, strict=True)) | {name: np.zeros(1, dtype=np.int64) for name in free}
        kept = np.ones(len(grid), dtype=bool)
        for form in charged:
            kept &= np.abs(value(form, at)) <= bound
        for anomaly in self.anomalies(at):
            kept &= anomaly == 0
        for row in grid[kept].tolist():
            values = {**dict.fromkeys(free, Fraction(0)), **dict(zip(unknowns, map(Fraction, row), strict=True))}
            if self._some_bosons_will_do(values):
                yield values

    def _some_bosons_will_do(self, values: dict[str, Fraction]) -> bool:
        """Of charges of a boson only those matter at which a form vanishes, and one more."""
        bosons = sorted({name for _, form in self.bosons for name in form} - {""} - values.keys())
        forms = [form for condition in self.conditions for form in condition.forms]
        choices = [
            {GENERIC, *(-value(form, {**values, name: Fraction(0)}) / form[name] for form in forms if name in form)}
            for name in bosons
        ]
        return any(
            all(condition.holds({**values, **dict(zip(bosons, chosen, strict=True))}) for condition in self.conditions)
            for chosen in product(*choices)
        )

    def key(self, values: Values, scaled: bool) -> object:
        """What equivalent solutions have in common; if scaled, up to sign and factor."""
        free = self.free
        charges = [
            ((f.sign, f.hypercharge), int(value(form, values)))
            for f in self.fermions
            for form in f.charges
            if not free & set(form)
        ]
        factor = (gcd(*(charge for _, charge in charges)) or 1) if scaled else 1
        signs = (1, -1) if scaled else (1,)
        return min(tuple(sorted((kind, sign * charge // factor) for kind, charge in charges)) for sign in signs)

    def classes(self, bound: int, scaled: bool) -> dict[object, list[dict[str, Fraction]]]:
        """The solutions of each class."""
        found: dict[object, list[dict[str, Fraction]]] = {}
        for values in self.solutions(bound):
            found.setdefault(self.key(values, scaled), []).append(values)
        return found


def value(form: Form, values: Mapping[str, object]) -> object:
    """A form at numbers."""
    return sum(c * (values[name] if name else 1) for name, c in form.items())


def combined(*parts: tuple[int, Form]) -> Form:
    """A sum of multiples of forms."""
    total: dict[str, int] = {}
    for factor, form in parts:
        for name, coefficient in form.items():
            total[name] = total.get(name, 0) + factor * coefficient
    return {name: coefficient for name, coefficient in total.items() if coefficient}


def spelled(form: Form) -> str:
    """A form as an expression."""
    return " + ".join(f"{c}*{name}" if name and c != 1 else name or str(c) for name, c in form.items()) or "0"


# ------------------------------------------------------------------ strategies
@st.composite
def tied_models(draw: st.DrawFn, numbers: bool = True) -> TiedModel:
    """Models with up to six unknowns of fermions.

    Args:
        draw: by hypothesis.
        numbers: whether bosons may have charges that are numbers but zero.
    """
    fermions = draw(_fermions())
    own = [(name, {f"?{name}": 1}) for name in ("S", "T")]
    known: list[Form] = [{}, {"": 1}, {"": 2}] if numbers else [{}]
    shared = [form for f in fermions for form in f.charges]
    bosons = tuple((name, draw(st.sampled_from([form, *known, *shared]))) for name, form in own)
    terms: list[str] = []
    conditions: list[Condition] = []
    for number in range(draw(st.integers(0, 4))):
        found = draw(_condition(f"c{number}", fermions, bosons))
        if found is not None:
            terms.append(found[0])
            conditions.append(found[1])
    return TiedModel(fermions, bosons, tuple(terms), tuple(conditions))


@st.composite
def _fermions(draw: st.DrawFn) -> tuple[Fermion, ...]:
    left = 6
    fermions: list[Fermion] = []
    for name in "ABCD"[: draw(st.integers(1, 4))]:
        if not left:
            break
        size = draw(st.integers(1, min(3, left)))
        own: list[Form] = [{f"?{name}{i + 1}" if size > 1 else f"?{name}": 1} for i in range(size)]
        if draw(st.booleans()):
            # Charges that other fields have, too, so that fewer unknowns are left, or sums.
            others: list[Form] = [{"?u": 1}, {"?u": -1}, {"?u": 1, "?v": 1}, {"?v": 1}, {}]
            own = [draw(st.sampled_from([form, *others])) for form in own]
        left -= size
        fermions.append(Fermion(name, draw(st.sampled_from([1, -1])), draw(st.sampled_from([0, 0, 1])), tuple(own)))
    return tuple(fermions)


@st.composite
def _condition(
    draw: st.DrawFn, name: str, fermions: Sequence[Fermion], bosons: Sequence[tuple[str, Form]]
) -> tuple[str, Condition] | None:
    """A term, and what is asked of it; None if nothing is open about it."""
    pairs = [(f, g) for f in fermions for g in fermions if f.sign > g.sign and f.hypercharge == g.hypercharge]
    pairs += [(f, f) for f in fermions if not f.hypercharge]
    if not pairs:
        return None
    first, second = draw(st.sampled_from(pairs))
    boson, charge = draw(st.sampled_from([("", {}), *bosons, *bosons]))
    factors = [first.name if first is second else f"bar({first.name})", boson, second.name]
    sign = 1 if first is second else -1
    keyword = "yukawa" if boson else "mass"
    sums = {
        (i + 1, j + 1): combined((sign, a), (1, charge), (1, b))
        for i, a in enumerate(first.charges)
        for j, b in enumerate(second.charges)
    }
    if any(not set(form) - {""} for form in sums.values()):
        return None
    condition = draw(st.sampled_from(list(_conditions(name, sums, first is second))))
    return f"{keyword} {name} = {' '.join(filter(None, factors))}", condition


def _conditions(name: str, sums: Mapping[tuple[int, int], Form], symmetric: bool) -> Iterator[Condition]:
    forms = tuple(sums.values())
    if len(forms) == 1:
        yield Condition(f"require allowed {name}", all=forms)
        yield Condition(f"require forbidden {name}", none=forms)
        return
    yield Condition(f"require allowed {name}", some=forms)
    yield Condition(f"require forbidden {name}", none=forms)
    yield Condition(f"require allowed {name} all", all=forms)
    rows, columns = (max(place[k] for place in sums) for k in (0, 1))
    if rows == columns:
        yield Condition(f"require allowed {name} diagonal", all=tuple(sums[i + 1, i + 1] for i in range(rows)))
    for (i, j), form in sums.items():
        if min(rows, columns) > 1:
            yield Condition(f"require allowed {name} entry ({i},{j})", all=(form,))
        if min(rows, columns) > 1 and i == 1 and not symmetric:
            inside = tuple(form for place, form in sums.items() if place[1] == j)
            outside = tuple(form for place, form in sums.items() if place[1] != j)
            yield Condition(f"require allowed {name} column {j} only", all=inside, none=outside)
