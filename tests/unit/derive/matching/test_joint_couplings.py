"""Couplings of several heavy fields are refused if and only if they matter at dimension six.

At H = (0, h) the potential with all heavy fields at its minimum shows which power of h a coupling begins at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import mpmath
import numpy as np
import pytest
from tests.helpers.smeft import matching_errors, resolve_text

from zmodel.derive.matching import derive_matching

START = "model t\nuse sm\nparam M : real\n"
FIELDS = {
    "S": ("scalar S real", "kS = S dag(H) H\n MS = 1/2 S^2"),
    "T": ("scalar T real (SU2L: 3)", "kT = dag(H) T H\n MT = 1/2 T^2"),
    "R": ("scalar R real", "MR = 1/2 R^2"),
    "P": ("scalar P (SU2L: 2, Y: 1/2)", "lP = dag(P) H dag(H) H\n MP = dag(P) P"),
    "Q2": ("scalar Q2 (SU2L: 2, Y: 1/2)", "lQ = dag(Q2) H dag(H) H\n MQ = dag(Q2) Q2"),
    "K": ("scalar K (SU2L: 2, Y: 1/2)", "MK = dag(K) K"),
}
"""Two real fields that couple to two doublets, two doublets that couple to three, and two that couple to nothing."""

Number = mpmath.mpf
Fields = dict[str, Number]


def alone(h: Number, x: Fields) -> Number:
    """What FIELDS have in V; doublets are (0, x), and dag(H) T H is -T0 h^2."""
    linear = x["S"] - x["T"]
    squares = (3 * x["S"] ** 2 + 4 * x["T"] ** 2 + 5 * x["R"] ** 2) / 2
    doublets = 2 * (x["P"] + x["Q2"]) * h**3 / 3 + 6 * x["P"] ** 2 + 7 * x["Q2"] ** 2 + 8 * x["K"] ** 2
    return linear * h**2 + squares + doublets


@dataclass(frozen=True)
class Case:
    """A coupling of the fields named, what it is at H = (0, h), and the power of h that it begins at."""

    term: str
    fields: str
    value: Callable[[Number, Fields], Number]
    power: int


CASES = [
    Case("S R", "S R", lambda h, x: x["S"] * x["R"], 4),
    Case("S S R", "S R", lambda h, x: x["S"] ** 2 * x["R"], 8),
    Case("S T T", "S T", lambda h, x: x["S"] * x["T"] ** 2, 6),
    Case("S dag(H) T H", "S T", lambda h, x: -x["S"] * x["T"] * h**2, 6),
    Case("S S T T", "S T", lambda h, x: x["S"] ** 2 * x["T"] ** 2, 8),
    Case("S dag(P) H", "S P", lambda h, x: 2 * x["S"] * x["P"] * h, 6),
    Case("dag(P) T H", "T P", lambda h, x: -2 * x["T"] * x["P"] * h, 6),
    Case("S dag(K) H", "S K", lambda h, x: 2 * x["S"] * x["K"] * h, 6),
    Case("dag(P) K", "P K", lambda h, x: 2 * x["P"] * x["K"], 6),
    Case("dag(P) Q2", "P Q2", lambda h, x: 2 * x["P"] * x["Q2"], 6),
    Case("(dag(P) Q2) (dag(H) H)", "P Q2", lambda h, x: 2 * x["P"] * x["Q2"] * h**2, 8),
    Case("S dag(P) Q2", "S P Q2", lambda h, x: 2 * x["S"] * x["P"] * x["Q2"], 8),
    Case("R dag(P) H", "R P", lambda h, x: 2 * x["R"] * x["P"] * h, 8),
]


def effective(coupling: Callable[[Number, Fields], Number], h: Number, size: Number) -> Number:
    """V without heavy fields."""

    def gradient(*values: Number) -> list[Number]:
        def along(i: int) -> Number:
            def potential(value: Number) -> Number:
                point = dict(zip(FIELDS, [*values[:i], value, *values[i + 1 :]], strict=True))
                return alone(h, point) + size * coupling(h, point)

            return mpmath.diff(potential, values[i])

        return [along(i) for i in range(len(values))]

    found = list(mpmath.findroot(gradient, [mpmath.mpf(0)] * len(FIELDS)))
    point = dict(zip(FIELDS, found, strict=True))
    return alone(h, point) + size * coupling(h, point)


@pytest.mark.parametrize("is_first", [False, True])
@pytest.mark.parametrize("case", CASES, ids=[case.term for case in CASES])
def test_what_matters_is_refused(case: Case, is_first: bool) -> None:
    """Wherever in the file the coupling stands."""
    with mpmath.workdps(60):
        changes = []
        for h in (mpmath.mpf("1e-3"), mpmath.mpf("1e-4")):
            changes.append(effective(case.value, h, mpmath.mpf("0.3")) - effective(case.value, h, mpmath.mpf(0)))
        assert float(mpmath.log10(abs(changes[0] / changes[1]))) == pytest.approx(case.power, abs=0.01)
    fields, terms = zip(*(FIELDS[name] for name in case.fields.split()), strict=True)
    integrations = "\n".join(f"integrate {name} at M" for name in case.fields.split())
    potential = "\n ".join([f"x = {case.term}", *terms] if is_first else [*terms, f"x = {case.term}"])
    text = START + "\n".join(fields) + f"\npotential {{ {potential} }}\n{integrations}\n"
    if case.power > 6:
        results, diagnostics = derive_matching(resolve_text(text))
        assert not diagnostics, [d.message for d in diagnostics]
        assert len(results) == len(fields)
    else:
        (diagnostic,) = matching_errors(text)
        assert diagnostic.message.startswith("`x` couples") and "integrated out" in diagnostic.message


LEPTOQUARKS = (
    "scalar Sa (SU3c: 3bar, Y: 1/3)\nscalar Sb (SU3c: 3bar, Y: 1/3)\nyukawa ya = bar(cc(U)) Sa E\n"
    "potential { Ma = dag(Sa) Sa\n Mb = dag(Sb) Sb\n Mab = dag(Sa) Sb }\nintegrate Sa at M\nintegrate Sb at M\n"
)


def test_a_common_mass_of_leptoquarks() -> None:
    """O^* (M^2)^-1 O, whether both couple to fermions or one of them does; without an O there is nothing."""
    for more in ("", "yukawa yb = bar(cc(Q)) Sb L\n"):
        (diagnostic,) = matching_errors(START + LEPTOQUARKS + more)
        assert diagnostic.message == "`Mab` couples Sa and Sb, both integrated out, which is not known here"
        assert diagnostic.span is not None and diagnostic.span.text == "dag(Sa) Sb"
        assert len(diagnostic.related) == 2 and diagnostic.hints == ("declare fields that have masses of their own",)
    free = LEPTOQUARKS.replace("yukawa ya = bar(cc(U)) Sa E\n", "")
    assert not derive_matching(resolve_text(START + free))[1]


def test_a_common_mass_from_a_vacuum_value() -> None:
    text = "scalar s (X: 1) vev w\n" + LEPTOQUARKS.replace("dag(Sa) Sb }", "dag(Sa) Sb s }").replace(
        "scalar Sa (SU3c: 3bar, Y: 1/3)", "scalar Sa (SU3c: 3bar, Y: 1/3, X: 1)"
    ).replace("ya = bar(cc(U)) Sa E", "ya = bar(cc(Q)) Sb L")
    gauge = "gauge X = U(1) coupling gX boson Zp mass M_X\n"
    (diagnostic,) = matching_errors(START + gauge + text + "integrate Zp at M_X\n")
    assert "couples Sa and Sb" in diagnostic.message


FERMIONS = (
    "fermion FL left (SU3c: 3, SU2L: 2, Y: 1/6)\nfermion FR right (SU3c: 3, SU2L: 2, Y: 1/6)\nmass m = bar(FL) FR\n"
    "yukawa yF = bar(FL) tilde(H) U\nscalar T real (SU2L: 3)\nyukawa yT = bar(Q) T FR\n"
)


def test_a_heavy_quark_and_a_heavy_triplet() -> None:
    """T0 = t of order v^2 changes the mass of a light quark by yT t yF v/(sqrt(2) m) of order v^3: refused."""
    shifts = []
    for v in (0.02, 0.01):
        t = v**2
        masses = [np.linalg.svd([[v, y * t], [0.3 * v, 1.0]], compute_uv=False)[1] for y in (0.5, 0)]
        shifts.append(abs(masses[0] - masses[1]))
    assert np.log2(shifts[0] / shifts[1]) == pytest.approx(3, abs=0.01)
    text = f"{FERMIONS}potential {{ k = dag(H) T H }}\nintegrate FL at M\nintegrate T at M\n"
    (diagnostic,) = matching_errors(START + text)
    assert diagnostic.message == "`yT` couples T and FR, both integrated out, which is not known here"
    assert diagnostic.hints == ()


def test_a_common_mass_of_heavy_quarks() -> None:
    """What takes the place of FR and GR has a derivative more: x <s> changes light left-handed quarks at order v^2."""
    shifts = []
    for v in (0.02, 0.01):
        projectors = []
        for x in (0.5, 0):
            masses = np.array([[0.4 * v, 0], [0, 0], [0, 0.3 * v], [1, x], [0, 2]])  # of Q, FL, GL with FR, GR
            projectors.append((np.eye(5) - masses @ np.linalg.pinv(masses))[:3, :3])
        shifts.append(np.abs(projectors[0] - projectors[1]).max())
    assert np.log2(shifts[0] / shifts[1]) == pytest.approx(2, abs=0.01)
    fields = (
        "gauge X = U(1) coupling gX boson Zp mass M_X\ncharges X { Q = [0, 0, 1]; U = [0, 0, 1]; D = [0, 0, 1] }\n"
        "fermion FL left (SU3c: 3, Y: -1/3)\nfermion FR right (SU3c: 3, Y: -1/3)\nmass mF = bar(FL) FR\n"
        "fermion GL left (SU3c: 3, Y: -1/3, X: 1)\nfermion GR right (SU3c: 3, Y: -1/3, X: 1)\nmass mG = bar(GL) GR\n"
        "yukawa yF = bar(Q) H FR\nyukawa yG = bar(Q) H GR\nscalar s (X: 1) vev w\n"
        "integrate Zp at M_X\nintegrate FL at M\nintegrate GL at M\n"
    )
    results, diagnostics = derive_matching(resolve_text(START + fields))
    assert len(results) == 3 and not diagnostics
    (diagnostic,) = matching_errors(f"{START}{fields}yukawa x = bar(FL) dag(s) GR\n")
    assert diagnostic.message == "`x` couples FL and GR, both integrated out, which is not known here"


def test_a_heavy_lepton_and_a_heavy_leptoquark_begin_at_dimension_seven() -> None:
    text = (
        "fermion FL left (Y: -1)\nfermion FR right (Y: -1)\nmass m = bar(FL) FR\nyukawa yF = bar(L) H FR\n"
        "scalar S (SU3c: 3bar, Y: 1/3)\nyukawa y = bar(cc(U)) S E\nyukawa z = bar(cc(U)) S FR\n"
        "integrate FL at M\nintegrate S at M\n"
    )
    results, diagnostics = derive_matching(resolve_text(START + text))
    assert not diagnostics, [d.message for d in diagnostics]
    assert len(results) == 2 and all(any(": z" in note for note in result.notes) for result in results)
