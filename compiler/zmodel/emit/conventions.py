"""The conventions that every emitted file states at its top, and datasets in their manifests."""

from __future__ import annotations

from zmodel.model import Model
from zmodel.model.conventions import CONVENTIONS, FORM_NOTES, UNITS


def convention_lines(model: Model, version: str) -> tuple[str, ...]:
    """What a user of emitted code must know to trust a number, one statement per line."""
    made = f"Made by zmodel {version} from the model {model.name}; change the model file and compile it again."
    return (made, *CONVENTIONS, *_mixing_lines(model))


def conventions_of_numbers(model: Model) -> list[str]:
    """The same for numbers that were computed: datasets and tables say elsewhere who made them."""
    return [*CONVENTIONS, UNITS, *_mixing_lines(model)]


def _mixing_lines(model: Model) -> tuple[str, ...]:
    if not model.mixings:
        return ()
    form = model.mixings[0].form
    names = ", ".join(f"{m.name} ({m.first}, {m.second})" for m in model.mixings)
    return f"Kinetic mixing, form {form}: {names}.", FORM_NOTES[form]
