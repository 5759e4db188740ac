"""Flavour, precision and collider observables of the neutral bosons of a model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from zmodel.derive.breaking.results import GaugeSpectrum
from zmodel.model.expression import Value
from zmodel.pheno.constants import LABELS, ckm_matrix, constant, fermi_vacuum_value
from zmodel.pheno.decays import Decays
from zmodel.pheno.dineutrino import dineutrino_ratio, dineutrino_shift
from zmodel.pheno.electroweak_tests import rho_parameter, trident_ratio, universality_ratio
from zmodel.pheno.lepton_colliders import Chiral, annihilation
from zmodel.pheno.magnetic_moments import vector_moment
from zmodel.pheno.meson_mixing import mixing_fraction, mixing_ratio, standard_coefficient, tree_coefficient
from zmodel.pheno.observable import Observable
from zmodel.pheno.vectors import NeutralVector

HEAVY = 20.0
"""Masses in GeV from which on a boson is a contact interaction in decays of B mesons and in neutrino tridents."""

MUON_COLLIDER = 3000.0
"""Centre-of-mass energy in GeV of paper A, Eq. (70)."""

NEGLIGIBLE = 1e-12
"""Couplings, and rho - 1, below this are rounding."""


def low_energy_observables(vector: NeutralVector, decays: Decays, z: NeutralVector | None) -> Iterator[Observable]:
    """What a boson beyond the Standard Model does."""
    yield from _magnetic_moments(vector)
    if vector.mass > HEAVY:
        yield from _b_to_s(vector)
        yield from _trident(vector)
    if z is not None and vector.mass > z.mass and any(_muons(z)):
        yield from _muon_collider(vector, decays, z)


def low_energy_notes(vector: NeutralVector, z: NeutralVector | None) -> Iterator[str]:
    """What is left out but may be as large: right-handed quarks, heavy leptons, shifted couplings of the Z."""
    if vector.mass > HEAVY and _is_right_handed(vector):
        yield f"{vector.name}: B_s mixing and b -> s nu nu are left out: right-handed quarks couple, too."
    if "e" in vector.admixed and any(_magnetic_moments(vector)):
        yield f"{vector.name}: Delta a is without the heavy leptons that mix with light ones; they may matter more."
    # A boson is mostly the field that it comes from, of which the Z has something only if the mass matrix mixes them.
    own = max(vector.content, key=lambda name: abs(vector.content[name]), default="")
    is_mixed = z is not None and abs(z.content.get(own, 0.0)) > NEGLIGIBLE
    if is_mixed and vector.mass > HEAVY and any((*_b_to_s(vector), *_trident(vector))):
        yield f"{vector.name}: in b -> s nu nu and tridents the shifted couplings of the Z matter as much; left out."


def _magnetic_moments(vector: NeutralVector) -> Iterator[Observable]:
    """With every charged lepton in the loop that the lepton does not decay to."""
    masses = [constant(f"m_{label}") for label in LABELS["e"]]
    for i, label in enumerate(LABELS["e"][:2]):
        value, loops = 0.0, []
        for j, inner in enumerate(masses):
            left, right = (vector.coupling("e", i, j, side) for side in ("left", "right"))
            if abs(left) + abs(right) > NEGLIGIBLE and masses[i] < inner + vector.mass:
                value += vector_moment((left + right) / 2, (left - right) / 2, masses[i], vector.mass, inner)
                loops.append(j)
        if loops:
            inputs = (*(f"g({vector.name} {label} {LABELS['e'][j]})" for j in loops), f"m_{label}", f"M({vector.name})")
            yield Observable(f"Delta a_{label} from {vector.name}", value, "", inputs, "paper D, Eqs. (3.3), (3.4)")


def _b_to_s(vector: NeutralVector) -> Iterator[Observable]:
    coupling = vector.coupling("d", 1, 2)
    # Mixed chiralities need further matrix elements.
    if abs(coupling) < NEGLIGIBLE or _is_right_handed(vector):
        return
    own = (f"g({vector.name} s b)", f"M({vector.name})")
    fraction = mixing_fraction(coupling, vector.mass, constant("r_Bs bound"))
    yield Observable(f"r_Bs from {vector.name}", fraction, "", own, "paper A, Tab. 6")
    ratio = mixing_of(coupling, vector.mass)
    measured = ("G_F", "M_W", "V_tb V_ts^*", "S_0")
    title = f"Delta M_s/SM from {vector.name}"
    yield Observable(title, ratio, "", (*own, *measured), "paper B, Eqs. (5.5), (5.6)")
    left, others = _neutrino_couplings(vector), list(_other_invisible(vector))
    inputs = (own[0], f"g({vector.name} nu nu)", own[1], "G_F", "alpha_em(M_Z)", "V_tb V_ts^*", "X_SM")
    fraction = dineutrinos_of(coupling, left, others, vector.mass)
    yield Observable(f"B(B -> K(*) nu nu)/SM from {vector.name}", fraction, "", inputs, "paper A, Eq. (59)")


def _is_right_handed(vector: NeutralVector) -> bool:
    """Whether right-handed b and s quarks have a coupling that cannot be neglected."""
    left, right = (abs(vector.coupling("d", 1, 2, side)) for side in ("left", "right"))
    return right > max(1e-6 * left, NEGLIGIBLE)


def _neutrino_couplings(vector: NeutralVector) -> list[list[complex]]:
    return [[vector.coupling("nu", i, j) for j in range(3)] for i in range(3)]


def _other_invisible(vector: NeutralVector) -> Iterator[complex]:
    """Entries of couplings of massless neutral fermions without colour that are no left-handed neutrinos."""
    for fermion in vector.fermions.values():
        if fermion.charge != 0 or fermion.coloured:
            continue
        light = [i for i, mass in enumerate(fermion.masses) if mass == 0]
        for matrix in (fermion.right,) if fermion.name == "nu" else (fermion.left, fermion.right):
            yield from (complex(matrix[i, j]) for i in light for j in light for _ in range(fermion.multiplicity))


def _ckm_factor() -> complex:
    """V_tb V_ts^*."""
    matrix = ckm_matrix()
    return matrix[2][2] * matrix[2][1].conjugate()


def mixing_of(coupling: complex, mass: float) -> float:
    """Delta M_s over the Standard Model's; numbers or sympy expressions.

    Args:
        coupling: g_bs, left-handed.
        mass: of the boson in GeV.
    """
    standard = standard_coefficient(constant("G_F"), constant("M_W"), _ckm_factor(), constant("S_0"))
    return mixing_ratio(tree_coefficient(coupling, mass), standard)


def dineutrinos_of(
    coupling: complex, left: Sequence[Sequence[complex]], others: Sequence[complex], mass: float
) -> float:
    """B(B -> K(*) nu nu) over the Standard Model's; numbers or sympy expressions.

    Args:
        coupling: g_bs, left-handed.
        left: matrix of couplings of the left-handed neutrinos; the sum over flavours does not depend on their basis.
        others: entries of those of other light invisible fermions, such as right-handed neutrinos.
        mass: of the boson in GeV.
    """

    def shift(neutrino: complex) -> complex:
        return dineutrino_shift(
            coupling,
            neutrino,
            mass,
            fermi_constant=constant("G_F"),
            alpha_em=constant("alpha_em(M_Z)"),
            ckm_factor=_ckm_factor(),
            standard=constant("X_SM"),
        )

    same = [shift(row[i]) for i, row in enumerate(left)]
    mixed = [g for i, row in enumerate(left) for j, g in enumerate(row) if i != j]
    return dineutrino_ratio(same, [shift(g) for g in (*mixed, *others)])


def _trident(vector: NeutralVector) -> Iterator[Observable]:
    neutrino = vector.coupling("nu", 1, 1).real
    left, right = (vector.coupling("e", 1, 1, side).real for side in ("left", "right"))
    if abs(neutrino) < NEGLIGIBLE or abs(left) + abs(right) < NEGLIGIBLE:
        return
    ratio = trident_of(neutrino, (left, right), vector.mass)
    inputs = (f"g({vector.name} mu mu)", f"g({vector.name} nu nu)", f"M({vector.name})", "G_F", "sin2_theta_W")
    title = f"sigma(nu_mu -> nu_mu mu mu)/SM from {vector.name}"
    yield Observable(title, ratio, "", inputs, "paper B, Eqs. (5.22)-(5.24)")


def trident_of(neutrino: float, muon: Chiral, mass: float) -> float:
    """The trident cross section over the Standard Model's; numbers or sympy expressions.

    Args:
        neutrino: coupling of the muon neutrino.
        muon: left- and right-handed coupling of the muon.
        mass: of the boson in GeV.
    """
    left, right = muon
    return trident_ratio(
        neutrino,
        (left + right) / 2,
        (left - right) / 2,
        mass,
        vacuum_value=fermi_vacuum_value(constant("G_F")),
        sine_squared=constant("sin2_theta_W"),
    )


def _muon_collider(vector: NeutralVector, decays: Decays, z: NeutralVector) -> Iterator[Observable]:
    ratio = muon_collider_ratio(vector, decays, z, MUON_COLLIDER)
    if ratio:
        title = f"sigma(mu mu -> {vector.name} -> invisible)/sigma(mu mu -> Z -> nu nu) at 3 TeV"
        inputs = (f"couplings of {vector.name} and Z", f"M({vector.name})", "M(Z)")
        yield Observable(title, ratio, "", inputs, "paper A, Eqs. (69), (70)")


def muon_collider_ratio(vector: NeutralVector, decays: Decays, z: NeutralVector, energy: float) -> float:
    """Invisible final states of mu mu annihilation over neutrinos from the Z; paper A, Eqs. (69), (70).

    Args:
        vector: the boson.
        decays: of it.
        z: the Z, with couplings at the same scale; its width is neglected.
        energy: centre-of-mass energy in GeV.
    """
    new = annihilation(_muons(vector), _invisible(vector, energy), vector.mass, decays.width, energy**2)
    neutrinos = [((abs(g), 0.0), 1) for row in _neutrino_couplings(z) for g in row]
    return new / annihilation(_muons(z), neutrinos, z.mass, 0.0, energy**2)


def _muons(vector: NeutralVector) -> tuple[float, float]:
    return vector.coupling("e", 1, 1).real, vector.coupling("e", 1, 1, "right").real


def _invisible(vector: NeutralVector, energy: float) -> list[tuple[tuple[float, float], int]]:
    """Couplings and numbers of pairs of neutral fermions without colour; a pair of Majorana fermions counts once."""
    return [
        ((abs(complex(fermion.left[i, j])), abs(complex(fermion.right[i, j]))), fermion.multiplicity)
        for fermion in vector.fermions.values()
        if fermion.charge == 0 and not fermion.coloured
        for (i, first), (j, second) in product(enumerate(fermion.masses), repeat=2)
        if first is not None and second is not None and first + second < energy
    ]


# ------------------------------------------------------------------ the Z
def electroweak_observables(
    vectors: tuple[NeutralVector, ...], values: Mapping[str, Value], spectrum: GaugeSpectrum | None
) -> Iterator[Observable]:
    """What mixing does to the Z of the Standard Model."""
    z = next((vector for vector in vectors if vector.name == "Z"), None)
    if z is None or len(vectors) < 2:
        return
    rho = None if spectrum is None else _rho(spectrum, z, values)
    if rho is not None:
        yield Observable("rho - 1, tree level", rho - 1, "", ("couplings", "vacuum values"), "paper B, Eq. (5.18)")
    leptons = [(z.coupling("e", i, i).real, z.coupling("e", i, i, "right").real) for i in range(3)]
    for i, j in ((0, 1), (2, 1)):
        if not any(leptons[i]) or not any(leptons[j]):
            continue
        ratio = universality_ratio(leptons[i], leptons[j])
        first, second = LABELS["e"][i], LABELS["e"][j]
        title = f"Gamma(Z -> {first} {first})/Gamma(Z -> {second} {second}) - 1"
        yield Observable(title, ratio - 1, "", ("couplings of Z",), "paper B, Eq. (5.9)")


def _rho(spectrum: GaugeSpectrum, z: NeutralVector, values: Mapping[str, Value]) -> float | None:
    """From the masses at this point; None if the model has no photon, W and Z, or a value is missing."""
    w = next((b for b in spectrum.bosons if b.name == "W+"), None)
    if spectrum.rho is None or w is None or w.mass_squared is None:
        return None
    symbols = spectrum.rho.sin_squared.free_symbols | w.mass_squared.free_symbols
    known = {symbol: float(values[str(symbol)].real) for symbol in symbols if str(symbol) in values}
    if len(known) < len(symbols):
        return None
    sine_squared, w_squared = (float(e.subs(known)) for e in (spectrum.rho.sin_squared, w.mass_squared))
    rho = rho_parameter(w_squared**0.5, z.mass, sine_squared)
    return 1.0 if abs(rho - 1) < NEGLIGIBLE else rho
