"""Leptoquark masses of the radiative muon mass, paper D, Sec. 4: one half of row D11."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.papers.derived import analysis
from tests.papers.ledger import Row

from zmodel.derive.electroweak import component_charge
from zmodel.derive.species import derive_species
from zmodel.derive.unbroken import electric_charge
from zmodel.pheno.constants import constant
from zmodel.pheno.magnetic_moments import LeptoquarkPair, degenerate_moment

MEASURED, ERROR = 251e-11, 59e-11  # Eq. (3.1)


def leptoquark_charge() -> Fraction:
    """Q_S of the component of both leptoquarks that joins top and muon, from the compiled model."""
    model = analysis("paper_d/radiative_muon").model
    species = {item.name: item for item in derive_species(model)}
    up, electron = species["u"].left, species["e"].left
    photon = electric_charge(model)
    assert up is not None and electron is not None and photon is not None
    assert up.electric_charge is not None and electron.electric_charge is not None
    charge = up.electric_charge - electron.electric_charge
    for name in ("Splus", "Sminus"):
        field = model.field(name)
        found = [component_charge(model, field, i, photon) for i in range(field.dimension)]
        assert found.count(charge) == 3  # one of each colour
    return charge


def mass_for(moment: float, charge: float) -> float:
    """m_S in GeV at which degenerate leptoquarks give a moment, by bisection: the moment falls with the mass."""
    muon, top = constant("m_mu"), constant("m_t")
    low, high = 2000.0, 20000.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if degenerate_moment(muon, middle, top, charge) > moment else (low, middle)
    return low


def check_leptoquark_masses(row: Row) -> None:
    """The range of m_S in TeV from Delta a_mu, Eq. (4.5); the loop functions without expansion agree."""
    charge = leptoquark_charge()
    assert charge == Fraction(5, 3)
    row.assert_close([mass_for(MEASURED + sign * ERROR, float(charge)) / 1000 for sign in (1, -1)])
    muon, top, mass = constant("m_mu"), constant("m_t"), mass_for(MEASURED, float(charge))
    # eta_L eta_R and the mixing drop out of the ratio of moment and mass.
    pair = LeptoquarkPair((mass * 0.99, mass * 1.01), 1.0, 1.0, float(charge), top)
    assert pair.moment(muon) * muon / pair.lepton_mass() == pytest.approx(MEASURED, rel=0.02)
