"""Models without parameters and kept entries: what other programs get, and how its couplings are ours."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

import numpy as np
from tests.helpers.evaluate import Value
from tests.helpers.models import compile_text

from zmodel.algebra.polynomial import constant_value
from zmodel.driver import Analysis
from zmodel.model.substitute import substitute_parameters

CHARGES = re.compile(r"(\w+): +(\[[^\]]*\]|[^,()]+(?:\([^()]*\)[^,()]*)?)")
"""A group in the list of a field, and its charges."""


def plain_text(text: str) -> str:
    """A model with whole matrices, and numbers of its point in place of parameters; others stay as they are."""
    numbers = {name: Fraction(number) for name, number in parameters(text).items()}
    if numbers:
        model = substitute_parameters(compile_text(text).model, numbers)

        def charge(field: str, group: str, charges: str) -> str:
            if not model.group(group).is_abelian:
                return f"{group}: {charges}"
            generations = range(model.field(field).generations)
            found = [str(constant_value(model.charge(field, group, i))) for i in generations]
            return f"{group}: [{', '.join(found)}]" if charges.startswith("[") else f"{group}: {found[0]}"

        def field(match: re.Match[str]) -> str:
            return CHARGES.sub(lambda found: charge(match[1], found[1], found[2]), match[0])

        text = re.sub(r"(?m)^(?:fermion|scalar) +(\w+).*$", field, text)
    text = re.sub(r"(?m)^(param|point) .*\n", "", text)
    return re.sub(r"(?m) +keep .*$", "", text)


def parameters(text: str) -> dict[str, str]:
    """Numbers of the point of a file by the names of parameters."""
    point = re.search(r"(?m)^point \w+ *\{(.*)\}", text)
    return dict(re.findall(r"(\w+) += +(-?\d+(?:/\d+)?)", point[1])) if point else {}


def whole_matrices(analysis: Analysis, values: Mapping[str, Value]) -> dict[str, Value]:
    """Couplings of the plain model: matrices with zeros where kept entries are not."""
    result = dict(values)
    for name, coupling in analysis.couplings.couplings.items():
        if not coupling.kept:
            continue
        matrix = np.zeros(coupling.shape, dtype=complex)
        for entry in coupling.kept:
            number = complex(np.asarray(result.pop(entry.name)))
            matrix[entry.indices] = number
            if coupling.symmetry != "none":
                matrix[entry.indices[::-1]] = number
        result[name] = matrix
    return result


def kept_entries(analysis: Analysis, betas: Mapping[str, Value]) -> dict[str, Value]:
    """Beta functions of our couplings from those of the plain model."""
    result = dict(betas)
    for name, coupling in analysis.couplings.couplings.items():
        if coupling.kept:
            matrix = np.asarray(result.pop(name))
            result |= {entry.name: complex(matrix[entry.indices]) for entry in coupling.kept}
    return result
