"""The JSON manifest of emitted code: what it takes, what it gives, what it assumes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict

from zmodel.emit.c.layout import state_layout
from zmodel.emit.matching_program import MatchingProgram
from zmodel.emit.observables_program import ObservablesProgram
from zmodel.emit.program import BetaProgram
from zmodel.emit.report import Json
from zmodel.emit.stability_program import StabilityProgram

FORMAT = 1
"""Version of the manifest's own layout."""


def emit_manifest(
    model: str,
    version: str,
    conventions: tuple[str, ...],
    program: BetaProgram,
    matching: MatchingProgram | None,
    stability: StabilityProgram | None,
    sections: Mapping[str, Json],
    files: Mapping[str, str],
    observables: ObservablesProgram | None = None,
) -> str:
    """The text of the manifest.

    Args:
        model: name of the model.
        version: of the compiler.
        conventions: one statement per line.
        program: the beta functions.
        matching: the SMEFT coefficients, if any.
        stability: the conditions for a stable potential, if they are emitted.
        sections: JSON forms of the reports, by name.
        files: the other emitted files, whose hashes are listed.
        observables: masses and widths, if they are emitted.
    """
    data: dict[str, Json] = {
        "format": FORMAT,
        "model": model,
        "compiler": f"zmodel {version}",
        "conventions": list(conventions),
        "loops": asdict(program.orders),
        "couplings": [
            {
                "name": slot.quantity.name,
                "kind": slot.quantity.kind,
                "shape": list(slot.quantity.shape),
                "complex": slot.quantity.is_complex,
                "offset": slot.offset,
                "texture": [list(entry) for entry in slot.quantity.texture],
                "symmetry": slot.quantity.symmetry,
            }
            for slot in state_layout(program)
        ],
        "smeft": None
        if matching is None
        else {
            "basis": "Warsaw",
            "inputs": [{"name": item.name, "complex": item.is_complex} for item in matching.inputs],
            "coefficients": list(matching.coefficients),
            "notes": list(matching.notes),
        },
        "stable": None if stability is None else {"inputs": list(stability.inputs)},
        "observables": None
        if observables is None
        else {
            "inputs": list(observables.inputs),
            "names": list(observables.outputs),
            "notes": list(observables.notes),
        },
        "files": {name: hashlib.sha256(text.encode()).hexdigest() for name, text in sorted(files.items())},
        "derived": dict(sections),
    }
    return json.dumps(data, indent=1, ensure_ascii=True) + "\n"
