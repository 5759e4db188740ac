"""All of flavour structure in one result."""

from __future__ import annotations

from dataclasses import dataclass

from zmodel.derive.candidates import TooManyContentsError
from zmodel.derive.couplings import CouplingTable
from zmodel.derive.flavour.majorana import MajoranaTexture, majorana_textures
from zmodel.derive.flavour.mass_matrix import TooManyStatesError, fermion_masses
from zmodel.derive.flavour.mixing import Mixing, mixings
from zmodel.derive.flavour.sectors import Sector, sectors
from zmodel.derive.flavour.spurions import SpurionTable, spurion_tables
from zmodel.diagnostics import Diagnostic
from zmodel.groups import RepresentationError
from zmodel.model import Model


@dataclass(frozen=True)
class FlavourStructure:
    """What charges and vacuum values make of masses and mixing.

    Attributes:
        sectors: mass matrices after all vacuum values.
        mixings: of weak doublets.
        majorana: which scalar fits which entry of a Majorana matrix.
        spurions: insertions that open forbidden entries.
    """

    sectors: tuple[Sector, ...]
    mixings: tuple[Mixing, ...]
    majorana: tuple[MajoranaTexture, ...]
    spurions: tuple[SpurionTable, ...]


def derive_flavour(model: Model, table: CouplingTable) -> tuple[FlavourStructure | None, tuple[Diagnostic, ...]]:
    """The flavour structure of a model, from its declared couplings.

    Returns:
        The structure, or None and why there is none.
    """
    try:
        masses = fermion_masses(model, table)
    except TooManyStatesError as error:
        return None, (Diagnostic("Z104", f"the flavour structure of {error}", model.span),)
    found = sectors(model, masses)
    try:
        insertions = spurion_tables(model, table)
    except (RepresentationError, TooManyContentsError) as error:
        return None, (Diagnostic("Z104", f"insertions of spurions cannot be found: {error}", model.span),)
    return FlavourStructure(found, mixings(model, masses, found), majorana_textures(model), insertions), ()
