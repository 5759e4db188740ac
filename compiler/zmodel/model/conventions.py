"""The conventions by which all numbers hold, as emitted files and datasets state them; readers compare."""

from __future__ import annotations

CONVENTIONS = (
    "L = kinetic - (Yukawa and fermion mass terms + h.c.) - V; D = d - i g T A; MS-bar; t = ln mu.",
    "A term that is not hermitian stands for itself plus its conjugate. U(1) charges are those of the",
    "model file, not GUT-normalised. Beta functions are d(coupling)/dlnmu.",
)
"""What holds for every model, in lines; docs/conventions.md has the rest."""

UNITS = "Energies, masses and vacuum values are in powers of GeV."

_INVERSE_NOTE = "beside canonical ones; h[a,b] is the U(1) coupling matrix of L = -1/4 F h^-1 F."
FORM_NOTES = {
    "eta": "U(1) coupling matrix h[a,b] = eta g_a g_b of L = -1/4 F h^-1 F, D = d - i q A.",
    "triangular": "h = G G^T, G upper triangular: the second boson couples to its charge and, mixed, to the first.",
    "epsilon": f"Kinetic term -(epsilon/2) A B {_INVERSE_NOTE}",
    "epsilon_plus": f"Kinetic term +(epsilon/2) A B {_INVERSE_NOTE}",
    "dark_epsilon": f"Kinetic term -(epsilon/(2 c_W)) A B {_INVERSE_NOTE}",
}
"""What each form of kinetic mixing means, see docs/conventions.md."""


def why_not_ours(stated: object) -> str | None:
    """What is wrong with the conventions that a file states, one line per item; None if they are those of this version.

    A file may state more, such as what a form of kinetic mixing means.
    """
    if not isinstance(stated, list) or not all(isinstance(line, str) for line in stated):
        return "it does not say by which conventions its numbers hold: it is not of this version of zmodel"
    missing = next((line for line in CONVENTIONS if line not in stated), None)
    return None if missing is None else f"its numbers hold by other conventions than those of this version: {missing}"
