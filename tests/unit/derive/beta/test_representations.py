"""Beta functions for adjoints, sextets, antisymmetric tensors and Majorana-type couplings, against explicit components.

The norms of components that are not fundamental, the symmetry of flavour matrices and the signs of contractions are
all in here: each model is written a second time with NumPy tensors (`tests/helpers/components.py`), after the
contractions that the compiler says it uses.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import combinations_with_replacement, permutations

import numpy as np
import pytest
from tests.helpers.components import (
    EPS2,
    Array,
    ComponentModel,
    Leg,
    Representation,
    adjoint,
    antifundamental,
    epsilon,
    fundamental,
    gell_mann,
    two_index,
)
from tests.helpers.evaluate import evaluate_betas
from tests.helpers.models import compile_text
from tests.oracles.general_rge import one_loop, two_loop

from zmodel.derive.beta.derive import derive_betas

SIGMA, LAMBDA = gell_mann(2), gell_mann(3)
ONE2, ONE3 = np.eye(2, dtype=complex), np.eye(3, dtype=complex)
THIRD, SIXTH, HALF = Fraction(1, 3), Fraction(1, 6), Fraction(1, 2)
SU2 = fundamental(2)
SU3, SU3BAR = fundamental(3), antifundamental(3)


def dag(name: str) -> list[Leg]:
    """phi^dag phi as legs."""
    return [(name, True), (name, False)]


def products(*pairs: Array) -> Array:
    """The outer product of two-index arrays."""
    result = pairs[0]
    for pair in pairs[1:]:
        result = np.multiply.outer(result, pair)
    return result


def with_adjoint(left: Array) -> Array:
    """left_ij (phi^A lambda^A)_jk over i, k, A: a eps (Phi b) or a^* Phi b of two doublets."""
    return np.einsum("ij,ajk->ika", left, SIGMA)


def spin(slots: int, *, real: bool = False) -> Representation:
    """The SU(2) irrep of dimension slots + 1 as symmetric tensors with kinetic term Phi*_ij.. Phi_ij...

    A real field is its own conjugate, Phi*_ij.. with each index moved by eps.
    """
    tensors = []
    for index in combinations_with_replacement(range(2), slots):
        tensor = np.zeros((2,) * slots, dtype=complex)
        for order in set(permutations(index)):
            tensor[order] = 1
        tensors.append(tensor / np.linalg.norm(tensor))
    if real:
        tensors = _self_conjugate(tensors, slots)
    return Representation(2, np.array(tensors), (1,) * slots)


def _self_conjugate(tensors: list[Array], slots: int) -> list[Array]:
    found: list[Array] = []
    for tensor in tensors:
        conjugate = tensor.conj()
        for slot in range(slots):
            conjugate = np.moveaxis(np.tensordot(EPS2, conjugate, axes=(1, slot)), 0, slot)
        for candidate in (tensor + conjugate, 1j * (tensor - conjugate)):
            rest = candidate - sum(
                (np.vdot(other, candidate).real * other for other in found), np.zeros_like(candidate)
            )
            if np.linalg.norm(rest) > 1e-9:
                found.append(rest / np.linalg.norm(rest))
    return found


# ------------------------------------------------------------------ the models
TYPE_TWO_SEESAW = """
model type_two_seesaw
gauge W = SU(2) coupling g2; gauge Y = U(1) coupling g1
fermion L[2] left (W: 2, Y: -1/2)
fermion E[2] right (Y: -1)
scalar H (W: 2, Y: 1/2)
scalar D (W: 3, Y: 1)
yukawa Ye = bar(L) H E
yukawa YD = bar(cc(L)) D L
potential {
  l  = (dag(H) H)^2
  l1 = (dag(H) H) (dag(D) D)
  l2 = (dag(D) D)^2
  l3 = tr(dag(D) D dag(D) D)
  l4 = dag(H) D dag(D) H : chain1234
  mu = H dag(D) H
  mH2 = dag(H) H;  mD2 = dag(D) D
}
"""


def type_two_seesaw() -> ComponentModel:
    model = ComponentModel({"W": (2, "g2")}, {"Y": "g1"})
    model.fermion("L", "left", {"W": SU2}, 2, Y=-HALF)
    model.fermion("E", "right", {}, 2, Y=-1)
    model.scalar("H", {"W": SU2}, Y=HALF)
    model.scalar("D", {"W": adjoint(2)}, Y=1)
    model.yukawa("Ye", [("L", True), ("E", False), ("H", False)], {"W": ONE2[:, None, :]})
    lepton = ("L", False)
    model.yukawa("YD", [lepton, lepton, ("D", False)], {"W": with_adjoint(EPS2)}, symmetry=1)
    model.potential("l", dag("H") * 2, {"W": products(ONE2, ONE2)})
    model.potential("l1", dag("H") + dag("D"), {"W": products(ONE2, ONE3)})
    model.potential("l2", dag("D") * 2, {"W": products(ONE3, ONE3)})
    four = np.einsum("aij,bjk,ckl,dli->abcd", SIGMA, SIGMA, SIGMA, SIGMA)
    model.potential("l3", dag("D") * 2, {"W": four})
    chain = [("H", True), ("D", False), ("D", True), ("H", False)]
    model.potential("l4", chain, {"W": np.einsum("aij,bjk->iabk", SIGMA, SIGMA)})
    triple = [("H", False), ("D", True), ("H", False)]
    model.potential("mu", triple, {"W": np.einsum("ij,ajk->iak", EPS2, SIGMA)}, real=False)
    model.potential("mH2", dag("H"), {"W": ONE2})
    model.potential("mD2", dag("D"), {"W": ONE3})
    return model


LEPTOQUARKS = """
model leptoquarks
gauge C = SU(3) coupling g3; gauge W = SU(2) coupling g2
gauge Y = U(1) coupling g1; gauge X = U(1) coupling gX
mixing eta (Y, X)
fermion Q[2] left (C: 3, W: 2, Y: 1/6, X: 1/3)
fermion U[2] right (C: 3, Y: 2/3, X: 1/3)
fermion L[2] left (W: 2, Y: -1/2, X: -1)
fermion E[2] right (Y: -1, X: -1)
scalar S1 (C: 3bar, Y: 1/3, X: 2/3)
scalar S3 (C: 3bar, W: 3, Y: 1/3, X: 2/3)
yukawa YQL = bar(cc(Q)) S1 L
yukawa YUE = bar(cc(U)) S1 E
yukawa YS3 = bar(cc(Q)) S3 L
potential {
  l1 = (dag(S1) S1)^2
  k1 = (dag(S3) S3)^2
  k2 = dag(S3) S3 dag(S3) S3 : singlet, pair14_pair23
  k3 = dag(S3) S3 dag(S3) S3 : singlet, pair13_pair24
  p1 = (dag(S1) S1) (dag(S3) S3)
  p2 = dag(S1) S1 dag(S3) S3 : adjoint
  p3 = dag(S1) S3 dag(S1) S3
  p4 = dag(S1) S3 dag(S3) S3
  m1 = dag(S1) S1;  m3 = dag(S3) S3
}
"""


def leptoquarks() -> ComponentModel:
    model = ComponentModel({"C": (3, "g3"), "W": (2, "g2")}, {"Y": "g1", "X": "gX"})
    model.fermion("Q", "left", {"C": SU3, "W": SU2}, 2, Y=SIXTH, X=THIRD)
    model.fermion("U", "right", {"C": SU3}, 2, Y=2 * THIRD, X=THIRD)
    model.fermion("L", "left", {"W": SU2}, 2, Y=-HALF, X=-1)
    model.fermion("E", "right", {}, 2, Y=-1, X=-1)
    model.scalar("S1", {"C": SU3BAR}, Y=THIRD, X=2 * THIRD)
    model.scalar("S3", {"C": SU3BAR, "W": adjoint(2)}, Y=THIRD, X=2 * THIRD)
    colour = {"C": ONE3[:, None, :]}
    quark, lepton, s1, s3 = ("Q", False), ("L", False), ("S1", False), ("S3", False)
    model.yukawa("YQL", [quark, lepton, s1], {**colour, "W": EPS2[:, :, None]})
    model.yukawa("YUE", [("U", False), ("E", False), s1], colour)
    model.yukawa("YS3", [quark, lepton, s3], {**colour, "W": with_adjoint(EPS2)})
    singlets = products(ONE3, ONE3)
    model.potential("l1", dag("S1") * 2, {"C": singlets})
    for name, order in (("k1", "ab,cd->abcd"), ("k2", "ad,cb->abcd"), ("k3", "ac,bd->abcd")):
        model.potential(name, dag("S3") * 2, {"C": singlets, "W": np.einsum(order, ONE3, ONE3)})
    mixed = dag("S1") + dag("S3")
    exchange = np.einsum("xba,xdc->abcd", LAMBDA, LAMBDA)
    model.potential("p1", mixed, {"C": singlets, "W": ONE3[None, None]})
    model.potential("p2", mixed, {"C": exchange, "W": ONE3[None, None]})
    model.potential("p3", [("S1", True), s3] * 2, {"C": singlets, "W": ONE3[None, :, None, :]}, real=False)
    three = {"C": singlets, "W": 1j * epsilon(3)[None]}
    model.potential("p4", [("S1", True), s3, ("S3", True), s3], three, real=False)
    model.potential("m1", dag("S1"), {"C": ONE3})
    model.potential("m3", dag("S3"), {"C": ONE3, "W": ONE3})
    return model


SINGLET_AND_TRIPLET_DIQUARKS = """
model diquarks
gauge C = SU(3) coupling g3; gauge W = SU(2) coupling g2; gauge Y = U(1) coupling g1
fermion Q[2] left (C: 3, W: 2, Y: 1/6)
fermion U[2] right (C: 3, Y: 2/3)
fermion D[2] right (C: 3, Y: -1/3)
scalar S1 (C: 3bar, Y: 1/3)
scalar S3 (C: 3bar, W: 3, Y: 1/3)
scalar T (C: 3, Y: 2/3)
yukawa YQ1 = Q Q dag(S1)
yukawa YUD = bar(cc(U)) D dag(S1)
yukawa YQ3 = Q Q dag(S3)
yukawa YDD = bar(cc(D)) D T
"""


def singlet_and_triplet_diquarks() -> ComponentModel:
    model = ComponentModel({"C": (3, "g3"), "W": (2, "g2")}, {"Y": "g1"})
    model.fermion("Q", "left", {"C": SU3, "W": SU2}, 2, Y=SIXTH)
    model.fermion("U", "right", {"C": SU3}, 2, Y=2 * THIRD)
    model.fermion("D", "right", {"C": SU3}, 2, Y=-THIRD)
    model.scalar("S1", {"C": SU3BAR}, Y=THIRD)
    model.scalar("S3", {"C": SU3BAR, "W": adjoint(2)}, Y=THIRD)
    model.scalar("T", {"C": SU3}, Y=2 * THIRD)
    colour, quark, down = {"C": epsilon(3)}, ("Q", False), ("D", False)
    model.yukawa("YQ1", [quark, quark, ("S1", True)], {**colour, "W": EPS2[:, :, None]}, symmetry=1)
    model.yukawa("YUD", [("U", False), down, ("S1", True)], colour)
    model.yukawa("YQ3", [quark, quark, ("S3", True)], {**colour, "W": with_adjoint(EPS2)}, symmetry=-1)
    model.yukawa("YDD", [down, down, ("T", False)], colour, symmetry=-1)
    return model


SEXTETS = """
model sextets
gauge C = SU(3) coupling g3; gauge W = SU(2) coupling g2; gauge Y = U(1) coupling g1
fermion Q[2] left (C: 3, W: 2, Y: 1/6)
fermion D[2] right (C: 3, Y: -1/3)
fermion K[2] right (C: 6, Y: 1/3)
scalar P (C: 6, Y: -2/3)
scalar R (C: 3, W: 2, Y: 1/6)
yukawa YD = bar(cc(D)) D dag(P)
yukawa YK = bar(K) Q R
"""


def sextets() -> ComponentModel:
    six = two_index(3, 1)
    model = ComponentModel({"C": (3, "g3"), "W": (2, "g2")}, {"Y": "g1"})
    model.fermion("Q", "left", {"C": SU3, "W": SU2}, 2, Y=SIXTH)
    model.fermion("D", "right", {"C": SU3}, 2, Y=-THIRD)
    model.fermion("K", "right", {"C": six}, 2, Y=THIRD)
    model.scalar("P", {"C": six}, Y=-2 * THIRD)
    model.scalar("R", {"C": SU3, "W": SU2}, Y=SIXTH)
    conjugate, down = six.tensors.conj(), ("D", False)
    model.yukawa("YD", [down, down, ("P", True)], {"C": np.einsum("aij->ija", conjugate)}, symmetry=1)
    model.yukawa("YK", [("K", True), ("Q", False), ("R", False)], {"C": conjugate, "W": EPS2[None]})
    return model


SEXTET_POTENTIAL = """
model sextet_potential
gauge C = SU(3) coupling g3; gauge Y = U(1) coupling g1
scalar P (C: 6, Y: -2/3)
potential {
  l1 = (dag(P) P)^2
  l2 = dag(P) P dag(P) P : trace1432
  mP2 = dag(P) P
}
"""


def sextet_potential() -> ComponentModel:
    six = two_index(3, 1)
    model = ComponentModel({"C": (3, "g3")}, {"Y": "g1"})
    model.scalar("P", {"C": six}, Y=-2 * THIRD)
    t, one = six.tensors, np.eye(6, dtype=complex)
    model.potential("l1", dag("P") * 2, {"C": products(one, one)})
    chain = np.einsum("aij,bjk,ckl,dli->abcd", t.conj(), t, t.conj(), t)
    model.potential("l2", dag("P") * 2, {"C": chain})
    model.potential("mP2", dag("P"), {"C": one})
    return model


OCTETS = """
model octets
gauge C = SU(3) coupling g3; gauge Y = U(1) coupling g1
fermion Q[2] left (C: 3, Y: 1/6)
fermion D[2] right (C: 3, Y: -1/3)
fermion G left (C: 8)
scalar O real (C: 8)
scalar M (C: 8, Y: 1/2)
scalar S (C: 3, Y: 1/6)
yukawa Yd = bar(Q) M D
yukawa YG = Q G dag(S)
mass   MG = G G
yukawa YO = G G O
"""


def octets() -> ComponentModel:
    model = ComponentModel({"C": (3, "g3")}, {"Y": "g1"})
    model.fermion("Q", "left", {"C": SU3}, 2, Y=SIXTH)
    model.fermion("D", "right", {"C": SU3}, 2, Y=-THIRD)
    model.fermion("G", "left", {"C": adjoint(3)})
    model.scalar("O", {"C": adjoint(3)}, real=True)
    model.scalar("M", {"C": adjoint(3)}, Y=HALF)
    model.scalar("S", {"C": SU3}, Y=SIXTH)
    quark, gluino = ("Q", False), ("G", False)
    model.yukawa("Yd", [("Q", True), ("D", False), ("M", False)], {"C": np.einsum("aij->ija", LAMBDA)})
    model.yukawa("YG", [quark, gluino, ("S", True)], {"C": np.einsum("aij->jai", LAMBDA)})
    model.yukawa("MG", [gluino, gluino], {"C": np.eye(8, dtype=complex)})
    ordered = np.einsum("aij,bjk,cki->abc", LAMBDA, LAMBDA, LAMBDA)
    model.yukawa("YO", [gluino, gluino, ("O", False)], {"C": (ordered + ordered.transpose(1, 0, 2)) / 4})
    return model


REAL_TRIPLET = """
model real_triplet
gauge C = SU(3) coupling g3; gauge W = SU(2) coupling g2; gauge Y = U(1) coupling g1
fermion Q[2] left (C: 3, W: 2, Y: 1/6)
fermion D[2] right (C: 3, Y: -1/3)
fermion P[2] left (W: 3)
fermion L[2] left (W: 2, Y: -1/2)
fermion F left (C: 3, Y: -1/3)
scalar H (W: 2, Y: 1/2)
scalar S real (W: 3)
scalar n real
yukawa Yd = bar(Q) H D
yukawa YP = bar(cc(L)) P H
yukawa Yn = P P n
yukawa YS = P P S
yukawa YF = bar(F) D n
mass   MP = P P
mass   MF = bar(F) D
potential {
  l   = (dag(H) H)^2
  lS  = (S S)^2
  lHS = (dag(H) H) (S S)
  ln  = n^4
  lHn = (dag(H) H) n^2
  lSn = S S n^2
  lHSn = dag(H) S H n
  mu  = dag(H) S H
  muH = n (dag(H) H);  muS = n S S;  mun = n^3
  mH2 = dag(H) H;  mS2 = S S;  mn2 = n^2
}
"""


def real_triplet() -> ComponentModel:
    model = ComponentModel({"C": (3, "g3"), "W": (2, "g2")}, {"Y": "g1"})
    model.fermion("Q", "left", {"C": SU3, "W": SU2}, 2, Y=SIXTH)
    model.fermion("D", "right", {"C": SU3}, 2, Y=-THIRD)
    model.fermion("P", "left", {"W": adjoint(2)}, 2)
    model.fermion("L", "left", {"W": SU2}, 2, Y=-HALF)
    model.fermion("F", "left", {"C": SU3}, 1, Y=-THIRD)
    model.scalar("H", {"W": SU2}, Y=HALF)
    model.scalar("S", {"W": adjoint(2)}, real=True)
    model.scalar("n", {}, real=True)
    colour, triplet, n, s = {"C": ONE3[:, :, None]}, ("P", False), ("n", False), ("S", False)
    model.yukawa("Yd", [("Q", True), ("D", False), ("H", False)], {**colour, "W": ONE2[:, None, :]})
    chain = np.einsum("ij,ajk->iak", EPS2, SIGMA)
    model.yukawa("YP", [("L", False), triplet, ("H", False)], {"W": chain})
    model.yukawa("Yn", [triplet, triplet, n], {"W": ONE3[:, :, None]}, symmetry=1)
    model.yukawa("YS", [triplet, triplet, s], {"W": 1j * epsilon(3)}, symmetry=-1)
    model.yukawa("YF", [("F", True), ("D", False), n], colour)
    model.yukawa("MP", [triplet, triplet], {"W": ONE3}, symmetry=1)
    model.yukawa("MF", [("F", True), ("D", False)], {"C": ONE3})
    hh, ss, sandwich = dag("H"), [s, s], np.einsum("aij->iaj", SIGMA)
    model.potential("l", hh * 2, {"W": products(ONE2, ONE2)})
    model.potential("lS", ss * 2, {"W": products(ONE3, ONE3)})
    model.potential("lHS", hh + ss, {"W": products(ONE2, ONE3)})
    model.potential("ln", [n] * 4, {})
    model.potential("lHn", [*hh, n, n], {"W": ONE2[:, :, None, None]})
    model.potential("lSn", [*ss, n, n], {"W": ONE3[:, :, None, None]})
    model.potential("lHSn", [("H", True), s, ("H", False), n], {"W": sandwich[..., None]})
    model.potential("mu", [("H", True), s, ("H", False)], {"W": sandwich})
    model.potential("muH", [n, *hh], {"W": ONE2[None]})
    model.potential("muS", [n, *ss], {"W": ONE3[None]})
    model.potential("mun", [n] * 3, {})
    model.potential("mH2", hh, {"W": ONE2})
    model.potential("mS2", ss, {"W": ONE3})
    model.potential("mn2", [n, n], {})
    return model


LARGE_SPINS = """
model large_spins
gauge W = SU(2) coupling g2; gauge Y = U(1) coupling g1
fermion L[2] left (W: 2, Y: -1/2)
fermion N[2] left (W: 3)
fermion M left (W: 5)
scalar P (W: 4, Y: 1/2)
yukawa y = bar(cc(L)) N P
yukawa z = bar(cc(L)) M P
mass MN = N N
mass MM = M M
potential {
  k1 = (dag(P) P)^2
  k2 = dag(P) P dag(P) P : net1234_a
  mP2 = dag(P) P
}
"""


def large_spins() -> ComponentModel:
    four, five = spin(3), spin(4, real=True)
    model = ComponentModel({"W": (2, "g2")}, {"Y": "g1"})
    model.fermion("L", "left", {"W": SU2}, 2, Y=-HALF)
    model.fermion("N", "left", {"W": adjoint(2)}, 2)
    model.fermion("M", "left", {"W": five})
    model.scalar("P", {"W": four}, Y=HALF)
    e, p, m = EPS2, four.tensors, five.tensors
    doublet, scalar = ("L", False), ("P", False)
    y = np.einsum("ij,kl,nkm,pmjl->inp", e, e, SIGMA, p)
    z = np.einsum("ij,kl,mn,op,ajkmo,blnp->iab", e, e, e, e, m, p)
    model.yukawa("y", [doublet, ("N", False), scalar], {"W": y})
    model.yukawa("z", [doublet, ("M", False), scalar], {"W": z})
    model.yukawa("MN", [("N", False)] * 2, {"W": ONE3}, symmetry=1)
    model.yukawa("MM", [("M", False)] * 2, {"W": np.eye(5, dtype=complex)})
    one = np.eye(4, dtype=complex)
    model.potential("k1", dag("P") * 2, {"W": products(one, one)})
    k2 = np.einsum("aijk,bijl,clmn,dkmn->abcd", p.conj(), p, p.conj(), p, optimize=True)
    model.potential("k2", dag("P") * 2, {"W": k2})
    model.potential("mP2", dag("P"), {"W": one})
    return model


REAL_QUINTUPLET = """
model real_quintuplet
gauge W = SU(2) coupling g2; gauge Y = U(1) coupling g1
fermion N[2] left (W: 3)
fermion TL[2] left (W: 3, Y: 1)
fermion TR right (W: 3, Y: 1)
scalar H (W: 2, Y: 1/2)
scalar S real (W: 5)
yukawa yN = N N S
yukawa yT = bar(TL) S TR
mass   MN = N N
mass   MT = bar(TL) TR
potential {
  l   = (dag(H) H)^2
  lS  = (S S)^2
  lHS = (dag(H) H) (S S)
  mu  = S S S
  mS2 = S S;  mH2 = dag(H) H
}
"""


def real_quintuplet() -> ComponentModel:
    quintuplet = spin(4, real=True)
    model = ComponentModel({"W": (2, "g2")}, {"Y": "g1"})
    triplet = adjoint(2)
    model.fermion("N", "left", {"W": triplet}, 2)
    model.fermion("TL", "left", {"W": triplet}, 2, Y=1)
    model.fermion("TR", "right", {"W": triplet}, Y=1)
    model.scalar("H", {"W": SU2}, Y=HALF)
    model.scalar("S", {"W": quintuplet}, real=True)
    # eps_ij eps_kl N_im N_kn S_mnjl and eps_ij eps_kl TL_im S_mnjk TR_ln with N = N^a sigma^a.
    majorana = np.einsum("ij,kl,aim,bkn,smnjl->abs", EPS2, EPS2, SIGMA, SIGMA, quintuplet.tensors, optimize=True)
    dirac = np.einsum("ij,kl,aim,smnjk,bln->abs", EPS2, EPS2, SIGMA, quintuplet.tensors, SIGMA, optimize=True)
    model.yukawa("yN", [("N", False), ("N", False), ("S", False)], {"W": majorana}, symmetry=1)
    model.yukawa("yT", [("TL", True), ("TR", False), ("S", False)], {"W": dirac})
    model.yukawa("MN", [("N", False)] * 2, {"W": ONE3}, symmetry=1)
    model.yukawa("MT", [("TL", True), ("TR", False)], {"W": ONE3})
    hh, ss, one, t = dag("H"), [("S", False)] * 2, np.eye(5, dtype=complex), quintuplet.tensors
    model.potential("l", hh * 2, {"W": products(ONE2, ONE2)})
    model.potential("lS", ss * 2, {"W": products(one, one)})
    model.potential("lHS", hh + ss, {"W": products(ONE2, one)})
    cubic = np.einsum("ij,kl,mn,op,qr,st,aikmo,bjlqs,cnprt->abc", *[EPS2] * 6, t, t, t, optimize=True)
    model.potential("mu", [("S", False)] * 3, {"W": cubic})
    model.potential("mS2", ss, {"W": one})
    model.potential("mH2", hh, {"W": ONE2})
    return model


SU5 = """
model grand_unified
gauge G = SU(5) coupling g5; gauge X = U(1) coupling gX
fermion T[2] left (G: 10, X: 1)
fermion F[2] left (G: 5bar, X: -3)
scalar H (G: 5, X: -2)
yukawa YT = bar(cc(T)) T H
yukawa YF = bar(cc(T)) F dag(H)
potential { l = (dag(H) H)^2; mH2 = dag(H) H }
"""


def grand_unified() -> ComponentModel:
    ten = two_index(5, -1)
    model = ComponentModel({"G": (5, "g5")}, {"X": "gX"})
    model.fermion("T", "left", {"G": ten}, 2, X=1)
    model.fermion("F", "left", {"G": antifundamental(5)}, 2, X=-3)
    model.scalar("H", {"G": fundamental(5)}, X=-2)
    t, one, tens = ten.tensors, np.eye(5, dtype=complex), ("T", False)
    up = np.einsum("ijklm,aij,bkl->abm", epsilon(5), t, t, optimize=True)
    model.yukawa("YT", [tens, tens, ("H", False)], {"G": up}, symmetry=1)
    model.yukawa("YF", [tens, ("F", False), ("H", True)], {"G": t})
    model.potential("l", dag("H") * 2, {"G": products(one, one)})
    model.potential("mH2", dag("H"), {"G": one})
    return model


MODELS: dict[str, tuple[str, Callable[[], ComponentModel]]] = {
    "type_two_seesaw": (TYPE_TWO_SEESAW, type_two_seesaw),
    "leptoquarks": (LEPTOQUARKS, leptoquarks),
    "diquarks": (SINGLET_AND_TRIPLET_DIQUARKS, singlet_and_triplet_diquarks),
    "sextets": (SEXTETS, sextets),
    "sextet_potential": (SEXTET_POTENTIAL, sextet_potential),
    "octets": (OCTETS, octets),
    "real_triplet": (REAL_TRIPLET, real_triplet),
    "large_spins": (LARGE_SPINS, large_spins),
    "real_quintuplet": (REAL_QUINTUPLET, real_quintuplet),
    "grand_unified": (SU5, grand_unified),
}


COMPUTE = {1: one_loop, 2: two_loop}


@pytest.mark.parametrize("loop", COMPUTE)
@pytest.mark.parametrize("name", MODELS)
def test_against_explicit_components(name: str, loop: int) -> None:
    text, build = MODELS[name]
    analysis, model = compile_text(text), build()
    values = model.random_values(loop)
    got = evaluate_betas(derive_betas(analysis.model, analysis.couplings, loop), values, loop)
    for coupling, expected in model.betas(values, COMPUTE[loop]).items():
        size = float(np.abs(expected).max())
        np.testing.assert_allclose(got[coupling], expected, rtol=1e-12, atol=1e-12 * size, err_msg=coupling)


def test_kept_entries_of_symmetric_and_antisymmetric_matrices() -> None:
    """A kept entry stands for itself and its mirror image; it runs as in the whole matrix."""
    kept = {
        "YQ1": {"a": (0, 1), "b": (1, 1)},
        "YUD": {"c": (1, 0)},
        "YQ3": {"d": (0, 1)},
        "YDD": {"e": (0, 1)},
    }
    sign = {"YQ1": 1, "YQ3": -1, "YDD": -1, "YUD": 0}
    text = SINGLET_AND_TRIPLET_DIQUARKS
    for name, entries in kept.items():
        words = ", ".join(f"({i + 1},{j + 1}) as {entry}" for entry, (i, j) in entries.items())
        text = text.replace(f"yukawa {name} = ", f"yukawa {name} = KEEP{name} ")
        line = next(part for part in text.splitlines() if f"KEEP{name}" in part)
        text = text.replace(line, line.replace(f"KEEP{name} ", "") + f" keep {words}")
    values = singlet_and_triplet_diquarks().random_values(3)
    numbers = {entry: complex(0.1 * k, 0.4 - 0.1 * k) for k, entry in enumerate("abcde", 1)}
    sparse = dict(values)
    for name, entries in kept.items():
        matrix = np.zeros((2, 2), dtype=complex)
        for entry, (i, j) in entries.items():
            matrix[i, j] += numbers[entry]
            if i != j:
                matrix[j, i] += sign[name] * numbers[entry]
        sparse[name] = matrix
    whole, part = (compile_text(source) for source in (SINGLET_AND_TRIPLET_DIQUARKS, text))
    expected = evaluate_betas(derive_betas(whole.model, whole.couplings, 2), sparse, 2)
    got = evaluate_betas(derive_betas(part.model, part.couplings, 2), {**values, **numbers}, 2)
    for name, entries in kept.items():
        for entry, index in entries.items():
            np.testing.assert_allclose(got[entry], np.asarray(expected[name])[index], rtol=1e-12)
    for name in ("g3", "g2", "g1"):
        np.testing.assert_allclose(got[name], expected[name], rtol=1e-13)


def test_kept_entries_of_a_vector_of_couplings() -> None:
    text = """
        model vector
        gauge X = U(1) coupling g
        fermion A[3] left (X: 1)
        fermion B right
        fermion C[3] right (X: -1)
        scalar s (X: 1)
        scalar t (X: 2)
        yukawa y = bar(A) s B{}
        yukawa z = bar(A) t C{}
        potential {{ l = (dag(s) s)^2; k = (dag(t) t)^2; m = (dag(s) s) (dag(t) t) }}
        """
    whole, part = compile_text(text.format("", "")), compile_text(text.format(" keep (2) as y2", " keep (2,3) as z23"))
    numbers: dict[str, complex] = {"g": 0.4, "l": 0.3, "k": 0.2, "m": -0.1, "y2": 0.5 - 0.2j, "z23": 0.3 + 0.6j}
    y, z = np.zeros(3, dtype=complex), np.zeros((3, 3), dtype=complex)
    y[1], z[1, 2] = numbers["y2"], numbers["z23"]
    expected = evaluate_betas(derive_betas(whole.model, whole.couplings, 2), {**numbers, "y": y, "z": z}, 2)
    got = evaluate_betas(derive_betas(part.model, part.couplings, 2), numbers, 2)
    np.testing.assert_allclose(got["y2"], np.asarray(expected["y"])[1], rtol=1e-12)
    np.testing.assert_allclose(got["z23"], np.asarray(expected["z"])[1, 2], rtol=1e-12)
    for name in ("g", "l", "k", "m"):
        np.testing.assert_allclose(got[name], expected[name], rtol=1e-12)


# ------------------------------------------------------------------ terms that share components with their conjugate
def test_a_term_that_contains_its_own_conjugate() -> None:
    """V = c (sigma^2 + |sigma|^2) + h.c. + m |sigma|^2 has bs2 = c and ms2 = m + 2 Re c in the usual terms."""
    head = "model t\ngauge X = U(1) coupling g\nscalar sigma\nscalar n real\n"
    quartics = "l = (dag(sigma) sigma)^2; k = n^2 (dag(sigma) sigma); r = n^2 sigma^2; ln = n^4; mn = n^2"
    quartics += "; a = sigma^4; b = (dag(sigma) sigma) sigma^2"
    plain = compile_text(f"{head}potential {{ bs2 = sigma^2; ms2 = dag(sigma) sigma; {quartics} }}")
    mixed = compile_text(f"{head}potential {{ c = sigma^2 + dag(sigma) sigma; m = dag(sigma) sigma; {quartics} }}")
    rest: dict[str, complex] = {"g": 0.0, "l": 0.3, "k": 0.2, "r": 0.1 - 0.4j, "ln": 0.15, "mn": 0.7}
    rest |= {"a": 0.2 + 0.1j, "b": -0.3j}
    c, m = 0.4 + 0.3j, 0.9
    expected = evaluate_betas(
        derive_betas(plain.model, plain.couplings, 2), {**rest, "bs2": c, "ms2": m + 2 * c.real}, 2
    )
    got = evaluate_betas(derive_betas(mixed.model, mixed.couplings, 2), {**rest, "c": c, "m": m}, 2)
    np.testing.assert_allclose(got["c"], expected["bs2"], rtol=1e-12)
    np.testing.assert_allclose(got["m"], expected["ms2"] - 2 * np.real(expected["bs2"]), rtol=1e-12)


def test_three_real_triplets() -> None:
    """S T U is antisymmetric in real fields: as i f^ABC S^A T^B U^C it is minus its own conjugate."""
    analysis = compile_text("""
        model three_real_triplets
        gauge W = SU(2) coupling g2
        scalar S real (W: 3)
        scalar T real (W: 3)
        scalar U real (W: 3)
        potential { mu = S T U }
        """)
    model = ComponentModel({"W": (2, "g2")}, {})
    for name in "STU":
        model.scalar(name, {"W": adjoint(2)}, real=True)
    model.potential("k", [("S", False), ("T", False), ("U", False)], {"W": epsilon(3)})
    expected = model.betas({"g2": 0.7, "k": 0.9}, two_loop)["k"]
    # V = mu i f S T U + h.c. has k = -2 Im mu; V = mu f S T U has k = mu.
    factor = 1 if analysis.couplings.couplings["mu"].is_real else -0.5j
    got = evaluate_betas(derive_betas(analysis.model, analysis.couplings, 2), {"g2": 0.7, "mu": 0.9 * factor}, 2)
    np.testing.assert_allclose(got["mu"], factor * expected, rtol=1e-12)
