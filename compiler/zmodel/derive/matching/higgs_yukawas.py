"""The Yukawa couplings of the Standard Model as a model file declares them, in the basis `Warsaw`."""

from __future__ import annotations

from collections.abc import Mapping

from zmodel.derive.lorentz import fermion_positions
from zmodel.derive.matching.bilinears import Surroundings, light_spinor, read_bilinear
from zmodel.derive.matching.entries import valid_couplings
from zmodel.derive.rotations import Matrix, add
from zmodel.derive.symbolic import rational


def higgs_yukawas(surroundings: Surroundings) -> Mapping[str, Matrix]:
    """Y of L = -Y_pr fbar_p H f'_r + h.c. (H~ for up quarks), by the name of the singlet u, d or e.

    At H = (0, 1) this is -Y_pr f^dag_p f'^c^dag_r. Couplings of generations that are fields of their own add up; a
    matrix that no coupling of the file gives is left out.
    """
    model, higgs = surroundings.model, surroundings.standard_model.higgs
    declared = {item.name: item for item in model.couplings}
    found: dict[str, Matrix] = {}
    for coupling in valid_couplings(model).values():
        legs = coupling.monomials[0][1]
        if coupling.kind != "yukawa" or higgs.field not in {leg.field for leg in legs}:
            continue
        positions = fermion_positions(model, declared[coupling.name].monomials[0])
        if any(light_spinor(surroundings, legs[i]) is None for i in positions):
            continue
        (scalar,) = (i for i in range(len(legs)) if i not in positions)
        first, second = positions
        bilinear = read_bilinear(surroundings, coupling, scalar, (first, second))
        matrix = bilinear.matrix
        flip = bilinear.first.multiplet in ("u", "d", "e")
        singlet = bilinear.first if flip else bilinear.second
        if flip:
            matrix = tuple(zip(*matrix, strict=True))
        if not singlet.dagger:
            matrix = tuple(tuple(entry.conjugate(surroundings.complex_names) for entry in row) for row in matrix)
        value = next(number for (a, m, n), number in bilinear.tensor.items() if a == 1 and m.colour == n.colour)
        matrix = tuple(tuple(entry * rational(value) for entry in row) for row in matrix)
        found[singlet.multiplet] = add(found[singlet.multiplet], matrix) if singlet.multiplet in found else matrix
    return found
