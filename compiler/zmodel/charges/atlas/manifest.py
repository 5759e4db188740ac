"""What the manifest of an atlas says: the search, its columns, and where it goes on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

from zmodel.charges.atlas.columns import Column, Part, Roles
from zmodel.charges.problem import LinearForm, SearchProblem
from zmodel.charges.search.jobs import ROUND_SIZE
from zmodel.charges.search.listing import BEGINNING, ORDER_VERSION, Position
from zmodel.dataset import DatasetError, Manifest
from zmodel.model.conventions import CONVENTIONS

CHUNK = 1 << 19
"""Solutions of a part, at least, except the last one."""


def position_of(manifest: Manifest) -> Position:
    """Where the search goes on."""
    return BEGINNING if manifest.position is None else Position(*manifest.position)


def roles_of(manifest: Manifest) -> Roles:
    """Which columns are which multiplet of the Standard Model.

    Raises:
        DatasetError: if the manifest is not that of an atlas.
    """
    try:
        return {role: tuple(Part.from_json(part) for part in parts) for role, parts in manifest.header["roles"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, ZeroDivisionError) as error:
        raise DatasetError("its manifest.json is damaged, or none of an atlas") from error


def make_header(
    version: str,
    model: str,
    problem: SearchProblem,
    bound: int,
    columns: Sequence[Column],
    roles: Roles,
    modulo: str | None,
) -> dict[str, Any]:
    """The header of a search, a function of the search alone: no paths, no dates.

    Args:
        version: of zmodel.
        model: its name.
        problem: what is solved.
        bound: of the charges.
        columns: from `make_columns`.
        roles: from `find_roles`.
        modulo: the U(1) whose multiples are divided out.
    """
    header = {
        "kind": "atlas",
        "zmodel": version,
        "model": model,
        "conventions": list(CONVENTIONS),
        "group": problem.group,
        "max_charge": bound,
        "equivalence": {
            "permutations": "fermions with equal representations, chirality and other charges",
            "sign_and_factor": problem.homogeneous,
            "shifts_by": modulo,
        },
        "free": list(problem.free),
        "columns": [column.as_json() for column in columns],
        "roles": {role: [part.as_json() for part in parts] for role, parts in roles.items()},
    }
    what = {"search": _search_data(problem), "problem": [ORDER_VERSION, ROUND_SIZE, CHUNK]}
    return {**header, **{name: _hash(data) for name, data in what.items()}}


def _hash(data: Any) -> str:
    return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()


def _search_data(problem: SearchProblem) -> dict[str, Any]:
    def data(form: LinearForm) -> list[Any]:
        return [list(form.coefficients), form.constant, form.denominator]

    return {
        "unknowns": problem.unknowns,
        "equations": problem.equations,
        "classes": problem.classes,
        "charges": [[*key, data(form)] for key, form in problem.charges.items()],
        "kinds": [[data(form) for form in kind] for kind in problem.kinds],
        "bounded": [data(form) for form in problem.bounded],
        "clauses": [
            [[list(map(data, branch.zero)), list(map(data, branch.nonzero))] for branch in clause]
            for clause in problem.clauses
        ],
    }
