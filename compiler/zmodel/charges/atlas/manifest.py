"""What a dataset on disk says about itself: the search, its columns, and the parts that are there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from zmodel.charges.atlas.columns import Column, Part, Roles
from zmodel.charges.problem import LinearForm, SearchProblem
from zmodel.charges.search.jobs import ROUND_SIZE
from zmodel.charges.search.listing import BEGINNING, ORDER_VERSION, Position

FORMAT = 1
CHUNK = 1 << 19
"""Solutions of a part, at least, except the last one."""


class DatasetError(Exception):
    """A folder that is no dataset, or not the one that is asked for."""


@dataclass(frozen=True)
class Chunk:
    """A finished part.

    Attributes:
        file: its name in the folder.
        rows: solutions in it.
        bytes: size of the file.
        sha256: of its content.
        next: where the search goes on behind it.
    """

    file: str
    rows: int
    bytes: int
    sha256: str
    next: Position


@dataclass(frozen=True)
class Manifest:
    """A dataset.

    Attributes:
        header: all that is known before the search: model, group, bound, columns and a hash of the problem.
        chunks: finished parts in order.
        complete: whether these are all.
    """

    header: Mapping[str, Any]
    chunks: tuple[Chunk, ...] = ()
    complete: bool = False

    @property
    def rows(self) -> int:
        """Solutions in finished parts."""
        return sum(chunk.rows for chunk in self.chunks)

    @property
    def position(self) -> Position:
        """Where the search goes on."""
        return self.chunks[-1].next if self.chunks else BEGINNING

    @property
    def roles(self) -> Roles:
        """Which columns are which multiplet of the Standard Model."""
        return {role: tuple(Part.from_json(part) for part in parts) for role, parts in self.header["roles"].items()}

    def as_text(self) -> str:
        """As JSON."""
        chunks = [{**asdict(chunk), "next": [chunk.next.slice, chunk.next.job]} for chunk in self.chunks]
        data = {**self.header, "rows": self.rows, "complete": self.complete, "chunks": chunks}
        return json.dumps(data, indent=1) + "\n"


def part_name(number: int) -> str:
    """The file of a part."""
    return f"part-{number:05d}.parquet"


def read_manifest(text: str) -> Manifest:
    """The inverse of `Manifest.as_text`.

    Raises:
        DatasetError: if the text is no manifest.
    """
    try:
        data = json.loads(text)
        if data["format"] != FORMAT:
            raise DatasetError(f"the dataset has format {data['format']}, this version of zmodel reads {FORMAT}")
        chunks = tuple(
            Chunk(str(c["file"]), int(c["rows"]), int(c["bytes"]), str(c["sha256"]), Position(*map(int, c["next"])))
            for c in data.pop("chunks")
        )
        complete = bool(data.pop("complete"))
        data.pop("rows")
        manifest = Manifest(data, chunks, complete)
        names = [column["stored"] for column in data["columns"]]
        roles = manifest.roles
        well_formed = all(isinstance(name, str) for name in names) and isinstance(roles, dict)
    except (ValueError, TypeError, KeyError, AttributeError, ZeroDivisionError) as error:
        raise DatasetError("its manifest.json is damaged") from error
    # Names of files are ours, so that a manifest cannot point out of its folder.
    if not well_formed or [chunk.file for chunk in chunks] != [part_name(i) for i in range(len(chunks))]:
        raise DatasetError("its manifest.json is damaged")
    return manifest


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
        "format": FORMAT,
        "zmodel": version,
        "model": model,
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
    what = {"header": header, "search": _search_data(problem), "order": [ORDER_VERSION, ROUND_SIZE, CHUNK]}
    digest = hashlib.sha256(json.dumps(what, sort_keys=True).encode()).hexdigest()
    return {**header, "problem": digest}


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
        "nonzero": [data(form) for form in problem.nonzero],
        "alternatives": [[data(form) for form in forms] for forms in problem.alternatives],
    }
