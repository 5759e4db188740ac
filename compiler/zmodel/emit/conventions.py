"""The conventions that every emitted file states at its top."""

from __future__ import annotations

from zmodel.emit.reports.rge import FORM_NOTES
from zmodel.model import Model


def convention_lines(model: Model, version: str) -> tuple[str, ...]:
    """What a user of emitted code must know to trust a number, one statement per line."""
    lines = [
        f"Made by zmodel {version} from the model {model.name}; change the model file and compile it again.",
        "L = kinetic - (Yukawa and fermion mass terms + h.c.) - V; D = d - i g T A; MS-bar; t = ln mu.",
        "A term that is not hermitian stands for itself plus its conjugate. U(1) charges are those of the",
        "model file, not GUT-normalised. Beta functions are d(coupling)/dlnmu.",
    ]
    if model.mixings:
        form = model.mixings[0].form
        names = ", ".join(f"{m.name} ({m.first}, {m.second})" for m in model.mixings)
        lines += [f"Kinetic mixing, form {form}: {names}.", FORM_NOTES[form]]
    return tuple(lines)
