"""The only reader of the data folders: grammar, templates and the model library.

In an installed package they lie inside the package, in a checkout (and so in an editable install) beside it.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FOLDERS = ("grammar", "templates", "model_files")


class ResourceError(LookupError):
    """A data file or folder that is not there, or a name that could lead out of the data folders."""


def read_text(folder: str, *parts: str) -> str:
    """Reads a data file as UTF-8, e.g. `read_text("grammar", "zmodel.lark")`.

    Raises:
        ResourceError: if there is no such file.
    """
    resource = _find(folder, *parts)
    if not resource.is_file():
        raise ResourceError(f"no data file {'/'.join((folder, *parts))}")
    return resource.read_text(encoding="utf-8")


def list_names(folder: str, *parts: str) -> tuple[str, ...]:
    """Names of the files and folders directly inside a data folder, sorted, without hidden ones.

    Raises:
        ResourceError: if there is no such folder.
    """
    resource = _find(folder, *parts)
    if not resource.is_dir():
        raise ResourceError(f"no data folder {'/'.join((folder, *parts))}")
    return tuple(sorted(entry.name for entry in resource.iterdir() if not entry.name.startswith((".", "__"))))


def library_path() -> Path:
    """The folder of the model library on disk, in which `use NAME` looks for `NAME.zmodel`.

    Raises:
        ResourceError: if the library is missing, or the package is not unpacked on disk.
    """
    library = _find("model_files", "lib")
    if not isinstance(library, Path) or not library.is_dir():
        raise ResourceError("no data folder model_files/lib on disk")
    return library


def _find(folder: str, *parts: str) -> Traversable:
    if folder not in FOLDERS:
        raise ResourceError(f"no data folder {folder!r}; there are {', '.join(FOLDERS)}")
    for part in parts:
        _check_part(part)
    for root in _roots():
        if (root / folder).is_dir():
            return root.joinpath(folder, *parts)
    raise ResourceError(f"the data folder {folder} is missing: zmodel is not installed completely")


def _check_part(part: str) -> None:
    # A colon names a drive on Windows; refused everywhere, so that a name means the same everywhere.
    if part in ("", ".", "..") or any(char in "/\\:\0" for char in part):
        raise ResourceError(f"{part!r} is not the name of a data file or folder")


def _roots() -> tuple[Traversable, ...]:
    package = files("zmodel")
    source_root = Path(__file__).resolve().parent.parent
    # Only a checkout keeps the package in a folder of this name; an installed one must not search around it.
    return (package, source_root.parent) if source_root.name == "compiler" else (package,)
