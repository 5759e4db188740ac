"""Four-fermion operators of the Warsaw basis written with Weyl spinors: the forms that exchange is reduced to.

Two left-handed and two conjugated spinors have one Lorentz invariant, (f1^dag f2^dag)(f3 f4), so that

    (f1^dag sigmabar f3)(f2^dag sigmabar f4) = 2 (f1^dag f2^dag)(f3 f4),    fbar_R gamma f'_R = -f'^c^dag sigmabar f^c.

Four conjugated spinors have two: of the pairings (12)(34), (13)(24), (14)(23) the sum vanishes, and
(l e)(q u) with sigma^mu nu is -4 (l e)(q u) - 8 (l u)(q e). See Dreiner, Haber and Martin, arXiv:0812.1594.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import product

from zmodel.derive.matching.bilinears import Component, Spinor
from zmodel.derive.standard_model import MULTIPLETS
from zmodel.derive.warsaw import CURRENTS

Pairing = tuple[int, int]
"""Weights of the Lorentz invariants: of (01)(23) and of (02)(13)."""

GaugeTensor = Mapping[tuple[Component, ...], Fraction]


@dataclass(frozen=True)
class Template:
    """An operator with generations p, r, s, t for its four fields in written order.

    Attributes:
        operator: its name.
        spinors: the Weyl spinors of p, r, s, t.
        pairings: weights of ways to pair them, by the partner of p: 1 for (pr)(st), 2 for (ps)(rt), 3 for (pt)(rs).
        gauge: contraction of colour and weak indices.
    """

    operator: str
    spinors: tuple[Spinor, Spinor, Spinor, Spinor]
    pairings: Mapping[int, Fraction]
    gauge: GaugeTensor


@cache
def templates() -> tuple[Template, ...]:
    """All four-fermion operators."""
    currents = (_current(operator, *fields) for operator, fields in CURRENTS.items())
    return (*currents, *_scalars(), *_baryon_violating())


def components(multiplet: str) -> tuple[Component, ...]:
    """All components of a multiplet."""
    quantum = MULTIPLETS[multiplet].quantum
    return tuple(Component(c, w) for c in range(abs(quantum.colour)) for w in range(quantum.weak))


def _current(operator: str, first: str, second: str) -> Template:
    """(fbar_p gamma f_r)(f'bar_s gamma f'_t), perhaps with SU(2) or colour generators in both currents."""
    spinors: list[Spinor] = []
    sign = Fraction(2)
    for name in (first, second):
        right = MULTIPLETS[name].chirality == "right"
        # fbar_p of a right-handed field is the spinor f^c_p itself.
        spinors += [Spinor(name, not right), Spinor(name, right)]
        sign = -sign if right else sign
    # The spinors that are paired are the two conjugated ones.
    partner = 2 if spinors[0].dagger == spinors[2].dagger else 3
    fields = (first, first, second, second)
    p, r, s, t = spinors
    rule = _triplet if operator.endswith("3") else _octet if operator.endswith("8") else _singlet
    return Template(operator, (p, r, s, t), {partner: sign}, _gauge(fields, rule))


def _scalars() -> Iterator[Template]:
    def conjugated(names: str) -> tuple[Spinor, Spinor, Spinor, Spinor]:
        p, r, s, t = (Spinor(name, True) for name in names)
        return p, r, s, t

    one = Fraction(1)
    ledq = (Spinor("l", True), Spinor("e", True), Spinor("d", False), Spinor("q", False))
    yield Template(
        "ledq", ledq, {1: one}, _gauge(tuple("ledq"), lambda p, r, s, t: _delta(p.weak, t.weak) * _delta(s[0], t[0]))
    )
    quqd, lequ = conjugated("quqd"), conjugated("lequ")

    yield Template(
        "quqd1", quqd, {1: one}, _gauge(tuple("quqd"), lambda p, r, s, t: _epsilon(p, s) * _colour_singlet(p, r, s, t))
    )
    yield Template(
        "quqd8", quqd, {1: one}, _gauge(tuple("quqd"), lambda p, r, s, t: _epsilon(p, s) * _colour_octet(p, r, s, t))
    )
    gauge = _gauge(tuple("lequ"), lambda p, r, s, t: _epsilon(p, s) * _delta(s[0], t[0]))
    yield Template("lequ1", lequ, {1: one}, gauge)
    yield Template("lequ3", lequ, {1: Fraction(-4), 3: Fraction(-8)}, gauge)


def _baryon_violating() -> Iterator[Template]:
    """f^T C f' of left-handed fields is a product of two spinors, of right-handed ones f^c^dag f'^c^dag."""
    rules: dict[str, Rule] = {
        "duql": lambda p, r, s, t: _epsilon(s, t) * _baryon(p, r, s),
        "qque": lambda p, r, s, t: _epsilon(p, r) * _baryon(p, r, s),
        "qqql": lambda p, r, s, t: _epsilon(p, t) * _epsilon(r, s) * _baryon(p, r, s),
        "duue": lambda p, r, s, t: _baryon(p, r, s),
    }
    for operator, rule in rules.items():
        p, r, s, t = (Spinor(name, MULTIPLETS[name].chirality == "right") for name in operator)
        yield Template(operator, (p, r, s, t), {1: Fraction(1)}, _gauge(tuple(operator), rule))


# ------------------------------------------------------------------ contractions
Rule = Callable[[Component, Component, Component, Component], Fraction]


def _gauge(fields: tuple[str, ...], rule: Rule) -> GaugeTensor:
    p, r, s, t = (components(name) for name in fields)
    found = {indices: rule(*indices) for indices in product(p, r, s, t)}
    return {indices: value for indices, value in found.items() if value}


def _delta(i: int, j: int) -> Fraction:
    return Fraction(int(i == j))


def _epsilon(p: Component, s: Component) -> Fraction:
    return Fraction(s.weak - p.weak)


def _baryon(p: Component, r: Component, s: Component) -> Fraction:
    """eps_abc of three colours."""
    a, b, c = p.colour, r.colour, s.colour
    return Fraction((b - a) * (c - b) * (c - a), 2)


def _colour_singlet(p: Component, r: Component, s: Component, t: Component) -> Fraction:
    return _delta(p.colour, r.colour) * _delta(s.colour, t.colour)


def _weak_singlet(p: Component, r: Component, s: Component, t: Component) -> Fraction:
    return _delta(p.weak, r.weak) * _delta(s.weak, t.weak)


def _colour_octet(p: Component, r: Component, s: Component, t: Component) -> Fraction:
    """T^A_pr T^A_st = (delta_pt delta_sr - delta_pr delta_st/3)/2."""
    crossed = _delta(p.colour, t.colour) * _delta(s.colour, r.colour)
    return (crossed - _colour_singlet(p, r, s, t) / 3) / 2


def _singlet(p: Component, r: Component, s: Component, t: Component) -> Fraction:
    return _colour_singlet(p, r, s, t) * _weak_singlet(p, r, s, t)


def _octet(p: Component, r: Component, s: Component, t: Component) -> Fraction:
    return _colour_octet(p, r, s, t) * _weak_singlet(p, r, s, t)


def _triplet(p: Component, r: Component, s: Component, t: Component) -> Fraction:
    """tau^I_pr tau^I_st = 2 delta_pt delta_sr - delta_pr delta_st."""
    crossed = _delta(p.weak, t.weak) * _delta(s.weak, r.weak)
    return _colour_singlet(p, r, s, t) * (2 * crossed - _weak_singlet(p, r, s, t))
