"""Models with leptoquarks, triplets, Majorana masses, textures and cubic terms as component theories, written by hand.

They use the component fields of `tests/helpers/components.py`, which know any SU(n) representation and real scalars.
Each function is one model; `tests/unit/derive/beta/test_extended_models.py` has the same models in the language of the
compiler, and its contractions are spelled out here: doublets a b meet as eps_ij a_i b_j, an adjoint is phi^A lambda^A
between fundamentals and phi^A phi^A beside another one.

Every number of these models at one, two and (gauge couplings) three loops, and every anomalous dimension, was
compared with PyR@TE 3 at a random complex point: they agree to a relative 1e-13, with three exceptions at two loops, k1
and k2 of `s3_leptoquark` and k1 of `twin_colour`, in the terms g^4 Y^2 (g2^2 g3^2 tr Y^dagger Y, ga^4 tr mF^dagger w).
There PyR@TE 3 lets the generators of the conjugate representation act in one structure of its quartic beta functions;
with that corrected it agrees, too.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import numpy as np
from tests.helpers.components import (
    EPS2,
    Array,
    ComponentModel,
    Leg,
    adjoint,
    antifundamental,
    epsilon,
    fundamental,
    gell_mann,
)

SIGMA, LAMBDA = gell_mann(2), gell_mann(3)
ONE2, ONE3, ONE8 = (np.eye(n, dtype=complex) for n in (2, 3, 8))
SU2, SU3, SU3BAR, TRIPLET = fundamental(2), fundamental(3), antifundamental(3), adjoint(2)
THIRD, SIXTH, HALF = Fraction(1, 3), Fraction(1, 6), Fraction(1, 2)
EPS_SIGMA = np.einsum("ij,ajk->ika", EPS2, SIGMA)
"""a_i eps_ij (phi^A sigma^A)_jk b_k over i, k, A."""


def squared(name: str) -> list[Leg]:
    """phi^dag phi as legs."""
    return [(name, True), (name, False)]


def outer(left: Array, right: Array) -> Array:
    """left_ab right_cd."""
    return np.asarray(np.multiply.outer(left, right))


def standard_model_with(
    scalars: Callable[[ComponentModel], None],
    abelian: dict[str, str] | None = None,
    leptons: dict[str, list[int]] | None = None,
    neutrinos: bool = False,
) -> ComponentModel:
    """The Standard Model and further scalars, which have to be there before the first term.

    Args:
        scalars: adds them.
        abelian: couplings of the U(1)s, hypercharge Y first.
        leptons: charges of L, E and N by U(1), one per generation.
        neutrinos: adds three right-handed neutrinos N.
    """
    model = ComponentModel({"C": (3, "g3"), "W": (2, "g2")}, abelian or {"Y": "g1"})
    charges = leptons or {}
    model.fermion("Q", "left", {"C": SU3, "W": SU2}, 3, Y=SIXTH)
    model.fermion("U", "right", {"C": SU3}, 3, Y=2 * THIRD)
    model.fermion("D", "right", {"C": SU3}, 3, Y=-THIRD)
    model.fermion("L", "left", {"W": SU2}, 3, Y=-HALF, **charges)
    model.fermion("E", "right", {}, 3, Y=-1, **charges)
    if neutrinos:
        model.fermion("N", "right", {}, 3, **charges)
    model.scalar("H", {"W": SU2}, Y=HALF)
    scalars(model)
    colour = {"C": ONE3[:, :, None]}
    model.yukawa("Yu", [("Q", True), ("U", False), ("H", True)], {**colour, "W": EPS2[:, None, :]})
    model.yukawa("Yd", [("Q", True), ("D", False), ("H", False)], {**colour, "W": ONE2[:, None, :]})
    model.yukawa("Ye", [("L", True), ("E", False), ("H", False)], {"W": ONE2[:, None, :]})
    if neutrinos:
        model.yukawa("Ynu", [("L", True), ("N", False), ("H", True)], {"W": EPS2[:, None, :]})
    model.potential("mH2", squared("H"), {"W": ONE2})
    model.potential("lambda", squared("H") * 2, {"W": outer(ONE2, ONE2)})
    return model


def r2_leptoquark() -> ComponentModel:
    """SM + R2 (3, 2, 7/6) with both Yukawa matrices and all five quartics.

    YL = bar(U) R2 L, YE = bar(Q) R2 E; l1 = (R2^dag R2)^2, l2 = (R2^dag sigma^A R2)^2 with colour in singlets,
    p1 = (H^dag H)(R2^dag R2), p2 = (H^dag R2)(R2^dag H), m2 = R2^dag R2.
    """
    model = standard_model_with(lambda m: m.scalar("R2", {"C": SU3, "W": SU2}, Y=Fraction(7, 6)))
    leptoquark = ("R2", False)
    right = {"C": ONE3[:, None, :], "W": EPS2.T[None, :, :]}
    model.yukawa("YL", [("U", True), ("L", False), leptoquark], right)
    model.yukawa("YE", [("Q", True), ("E", False), leptoquark], {"C": ONE3[:, None, :], "W": ONE2[:, None, :]})
    colour = {"C": outer(ONE3, ONE3)}
    model.potential("l1", squared("R2") * 2, {**colour, "W": outer(ONE2, ONE2)})
    model.potential("l2", squared("R2") * 2, {**colour, "W": np.einsum("xab,xcd->abcd", SIGMA, SIGMA)})
    portal = {"C": ONE3[None, None, :, :]}
    model.potential("p1", squared("H") + squared("R2"), {**portal, "W": outer(ONE2, ONE2)})
    model.potential("p2", squared("H") + squared("R2"), {**portal, "W": np.einsum("ad,cb->abcd", ONE2, ONE2)})
    model.potential("m2", squared("R2"), {"C": ONE3, "W": ONE2})
    return model


def s1_leptoquark() -> ComponentModel:
    """SM + S1 (3bar, 1, 1/3) with leptoquark and diquark couplings.

    YQL = Q S1 L, YUE = U S1 E, YQQ = Q Q S1^dag (symmetric), YUD = U D S1^dag; l1 = (S1^dag S1)^2,
    p1 = (H^dag H)(S1^dag S1), m1 = S1^dag S1.
    """
    model = standard_model_with(lambda m: m.scalar("S1", {"C": SU3BAR}, Y=THIRD))
    quark, leptoquark, diquark = ("Q", False), ("S1", False), ("S1", True)
    model.yukawa("YQL", [quark, ("L", False), leptoquark], {"C": ONE3[:, None, :], "W": EPS2[:, :, None]})
    model.yukawa("YUE", [("U", False), ("E", False), leptoquark], {"C": ONE3[:, None, :]})
    model.yukawa("YQQ", [quark, quark, diquark], {"C": epsilon(3), "W": EPS2[:, :, None]}, symmetry=1)
    model.yukawa("YUD", [("U", False), ("D", False), diquark], {"C": epsilon(3)})
    model.potential("l1", squared("S1") * 2, {"C": outer(ONE3, ONE3)})
    model.potential("p1", squared("H") + squared("S1"), {"C": ONE3[None, None], "W": ONE2[:, :, None, None]})
    model.potential("m1", squared("S1"), {"C": ONE3})
    return model


def s3_leptoquark() -> ComponentModel:
    """SM + S3 (3bar, 3, 1/3) with leptoquark and diquark couplings and all six quartics.

    YQL = Q S3 L, YQQ = Q Q S3^dag (antisymmetric); with colour in singlets k1, k2, k3 = (S3^dag^A S3^A)^2,
    (S3^dag^A S3^B)(S3^dag^B S3^A), (S3^dag^A S3^B)(S3^dag^A S3^B); p1 = (H^dag H)(S3^dag S3),
    p2 = H^dag S3 S3^dag H, m3 = S3^dag S3.
    """
    model = standard_model_with(lambda m: m.scalar("S3", {"C": SU3BAR, "W": TRIPLET}, Y=THIRD))
    quark = ("Q", False)
    model.yukawa("YQL", [quark, ("L", False), ("S3", False)], {"C": ONE3[:, None, :], "W": EPS_SIGMA})
    model.yukawa("YQQ", [quark, quark, ("S3", True)], {"C": epsilon(3), "W": EPS_SIGMA}, symmetry=-1)
    for name, order in (("k1", "ab,cd->abcd"), ("k2", "ad,cb->abcd"), ("k3", "ac,bd->abcd")):
        weak = np.einsum(order, ONE3, ONE3)
        model.potential(name, squared("S3") * 2, {"C": outer(ONE3, ONE3), "W": weak})
    portal = {"C": ONE3[None, None]}
    model.potential("p1", squared("H") + squared("S3"), {**portal, "W": outer(ONE2, ONE3)})
    chain = np.einsum("bij,ajk->ikab", SIGMA, SIGMA)
    model.potential("p2", squared("H") + squared("S3"), {**portal, "W": chain})
    model.potential("m3", squared("S3"), {"C": ONE3, "W": ONE3})
    return model


def triplets() -> ComponentModel:
    """SM + a real triplet xi and a complex triplet chi with Y = 1: the fields of Georgi and Machacek's model.

    YL = L chi L (symmetric); quartics r1 = (chi^dag chi)^2, r2 = tr(chi^dag chi chi^dag chi), r3 = (xi xi)^2,
    r4 = (chi^dag chi)(xi xi), r5 = (chi^dag xi)(chi xi), s1 = (H^dag H)(chi^dag chi), s2 = H^dag chi chi^dag H,
    s3 = (H^dag H)(xi xi), complex s4 = H^dag chi xi tilde(H); cubic a1 = H^dag xi H, complex a2 = H chi^dag H,
    a3 = i eps_ABC chi^dag^A chi^B xi^C; m1 = xi xi, m2 = chi^dag chi.
    """

    def scalars(model: ComponentModel) -> None:
        model.scalar("xi", {"W": TRIPLET}, real=True)
        model.scalar("chi", {"W": TRIPLET}, Y=1)

    model = standard_model_with(scalars)
    lepton, chi, bar, xi = ("L", False), ("chi", False), ("chi", True), ("xi", False)
    higgs, higgs_bar = ("H", False), ("H", True)
    model.yukawa("YL", [lepton, lepton, chi], {"W": EPS_SIGMA}, symmetry=1)
    terms: list[tuple[str, list[Leg], Array]] = [
        ("m1", [xi, xi], ONE3),
        ("m2", [bar, chi], ONE3),
        ("a1", [higgs_bar, higgs, xi], np.einsum("aij->ija", SIGMA)),
        ("a3", [bar, chi, xi], 1j * epsilon(3)),
        ("r1", [bar, chi, bar, chi], outer(ONE3, ONE3)),
        ("r2", [bar, chi, bar, chi], np.einsum("aij,bjk,ckl,dli->abcd", SIGMA, SIGMA, SIGMA, SIGMA)),
        ("r3", [xi, xi, xi, xi], outer(ONE3, ONE3)),
        ("r4", [bar, chi, xi, xi], outer(ONE3, ONE3)),
        ("r5", [bar, xi, chi, xi], outer(ONE3, ONE3)),
        ("s1", [higgs_bar, higgs, bar, chi], outer(ONE2, ONE3)),
        ("s2", [higgs_bar, chi, bar, higgs], np.einsum("aij,bjk->iabk", SIGMA, SIGMA)),
        ("s3", [higgs_bar, higgs, xi, xi], outer(ONE2, ONE3)),
    ]
    for name, legs, weak in terms:
        model.potential(name, legs, {"W": weak})
    model.potential("a2", [higgs, bar, higgs], {"W": np.einsum("ika->iak", EPS_SIGMA)}, real=False)
    mixed = np.einsum("aij,bjk,kl->iabl", SIGMA, SIGMA, EPS2)
    model.potential("s4", [higgs_bar, chi, xi, higgs_bar], {"W": mixed}, real=False)
    return model


def majorana_neutrinos() -> ComponentModel:
    """SM + three right-handed neutrinos with a Majorana mass and a real scalar s.

    Ynu = bar(L) tilde(H) N, M = N N, YN = N N s; ls = s^4, lhs = (H^dag H) s^2, cubic mus = s^3, muh = (H^dag H) s,
    ms2 = s^2.
    """
    model = standard_model_with(lambda m: m.scalar("s", real=True), neutrinos=True)
    neutrino, singlet, higgs = ("N", False), ("s", False), squared("H")
    model.yukawa("M", [neutrino, neutrino], {}, symmetry=1)
    model.yukawa("YN", [neutrino, neutrino, singlet], {}, symmetry=1)
    for name, power in (("ms2", 2), ("mus", 3), ("ls", 4)):
        model.potential(name, [singlet] * power, {})
    model.potential("muh", [*higgs, singlet], {"W": ONE2[:, :, None]})
    model.potential("lhs", [*higgs, singlet, singlet], {"W": ONE2[:, :, None, None]})
    return model


LEPTON_TEXTURES: dict[str, tuple[tuple[int, int], ...]] = {
    "Ye": ((0, 0), (1, 1), (2, 2)),
    "Ynu": ((0, 0), (1, 1), (2, 2)),
    "YA": ((0, 2), (2, 0)),
    "YB": ((0, 1), (1, 0)),
    "MN": ((0, 0), (1, 2), (2, 1)),
}
"""Entries that L_mu - L_tau allows in `lepton_flavour`."""


def lepton_flavour() -> ComponentModel:
    """SM with three right-handed neutrinos and gauged X = L_mu - L_tau, broken by phi of charge 1, with kinetic mixing.

    Ynu = bar(L) tilde(H) N, YA = N N phi, YB = N N phi^dag, MN = N N, all matrices with textures;
    l1 = (phi^dag phi)^2, p1 = (H^dag H)(phi^dag phi), m1 = phi^dag phi.
    """
    model = standard_model_with(
        lambda m: m.scalar("phi", X=1), {"Y": "g1", "X": "gX"}, {"X": [0, 1, -1]}, neutrinos=True
    )
    neutrino, phi = ("N", False), squared("phi")
    model.yukawa("YA", [neutrino, neutrino, ("phi", False)], {}, symmetry=1)
    model.yukawa("YB", [neutrino, neutrino, ("phi", True)], {}, symmetry=1)
    model.yukawa("MN", [neutrino, neutrino], {}, symmetry=1)
    model.potential("l1", phi * 2, {})
    model.potential("p1", squared("H") + phi, {"W": ONE2[:, :, None, None]})
    model.potential("m1", phi, {})
    return model


def twin_colour() -> ComponentModel:
    """SU(3) x SU(3) with a bifundamental Phi (3, 3bar), a real octet S of the first factor and heavy fermions F and G.

    Yukawas y = bar(FL) Phi GR, z = bar(GL) Phi^dag FR, w = bar(FL) S FR, masses mF, mG; cubic k1 = d^ABC S^A S^B S^C,
    k2 = Phi^dag S Phi, complex k3 = eps eps Phi Phi Phi; l1 = tr(Phi^dag Phi)^2, l2 = tr(Phi^dag Phi Phi^dag Phi),
    l3 = (S S)^2, l4 = tr(Phi^dag Phi)(S S), l5 = Phi^dag S S Phi.
    """
    model = ComponentModel({"A": (3, "ga"), "B": (3, "gb")}, {})
    for name, group in (("F", "A"), ("G", "B")):
        model.fermion(f"{name}L", "left", {group: SU3}, 2)
        model.fermion(f"{name}R", "right", {group: SU3}, 2)
    model.scalar("Phi", {"A": SU3, "B": SU3BAR})
    model.scalar("S", {"A": adjoint(3)}, real=True)
    phi, bar, octet = ("Phi", False), ("Phi", True), ("S", False)
    model.yukawa("y", [("FL", True), ("GR", False), phi], {"A": ONE3[:, None, :], "B": ONE3[None, :, :]})
    model.yukawa("z", [("GL", True), ("FR", False), bar], {"A": ONE3[None, :, :], "B": ONE3[:, None, :]})
    model.yukawa("w", [("FL", True), ("FR", False), octet], {"A": np.einsum("aij->ija", LAMBDA)})
    model.yukawa("mF", [("FL", True), ("FR", False)], {"A": ONE3})
    model.yukawa("mG", [("GL", True), ("GR", False)], {"B": ONE3})
    ordered = np.einsum("aij,bjk,cki->abc", LAMBDA, LAMBDA, LAMBDA)
    symmetric = (ordered + ordered.transpose(1, 0, 2)) / 4
    chain = np.einsum("aij,bjk->iabk", LAMBDA, LAMBDA)
    quadratic = squared("Phi")
    model.potential("m1", quadratic, {"A": ONE3, "B": ONE3})
    model.potential("m2", [octet, octet], {"A": ONE8})
    model.potential("k1", [octet] * 3, {"A": symmetric})
    model.potential("k2", [bar, octet, phi], {"A": np.einsum("aij->iaj", LAMBDA), "B": ONE3[:, None, :]})
    model.potential("k3", [phi] * 3, {"A": epsilon(3), "B": epsilon(3)}, real=False)
    model.potential("l1", quadratic * 2, {"A": outer(ONE3, ONE3), "B": outer(ONE3, ONE3)})
    crossed = np.einsum("ad,cb->abcd", ONE3, ONE3)
    model.potential("l2", quadratic * 2, {"A": outer(ONE3, ONE3), "B": crossed})
    model.potential("l3", [octet] * 4, {"A": outer(ONE8, ONE8)})
    model.potential("l4", [*quadratic, octet, octet], {"A": outer(ONE3, ONE8), "B": ONE3[:, :, None, None]})
    model.potential("l5", [bar, octet, octet, phi], {"A": chain, "B": ONE3[:, None, None, :]})
    return model


MODELS: dict[str, Callable[[], ComponentModel]] = {
    "r2_leptoquark": r2_leptoquark,
    "s1_leptoquark": s1_leptoquark,
    "s3_leptoquark": s3_leptoquark,
    "triplets": triplets,
    "majorana_neutrinos": majorana_neutrinos,
    "lepton_flavour": lepton_flavour,
    "twin_colour": twin_colour,
}
