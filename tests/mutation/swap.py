"""Puts a changed module in place of one that is loaded, or of one that is yet to be imported.

A change inside functions is made in place: whatever has been made of the module's functions (bindings of
`from x import y`, closures, entries of tables) keeps its identity and gets other code. Anything else needs a fresh
process (`Overlay`).
"""

from __future__ import annotations

import gc
import importlib.abc
import importlib.util
import os
import sys
from collections.abc import Iterator
from functools import _lru_cache_wrapper
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType, ModuleType

ROOT = Path(__file__).parents[2]
Names = tuple[str | int, ...]


class NotInPlace(Exception):
    """Functions that exist already cannot get the new code."""


def functions_of(file: Path) -> list[FunctionType]:
    """All functions whose code is from a file, closures included."""
    name = str(file)
    return [x for x in gc.get_objects() if isinstance(x, FunctionType) and x.__code__.co_filename == name]


def swap(functions: list[FunctionType], old: CodeType, new: CodeType) -> None:
    """Gives functions of a module the code they have in its changed version, and empties all caches.

    Args:
        functions: all that were made from the module.
        old: the module compiled without the change.
        new: the module compiled with it.

    Raises:
        NotInPlace: if a function would need other variables of the functions around it, or if none would change.
    """
    changed = 0
    places = {_place(code): path for path, code in _codes(old)}
    codes = dict(_codes(new))
    for function in functions:
        code = codes.get(places.get(_place(function.__code__), ("nowhere",)))
        # What is missing in the new module was part of a function that has changed.
        if code is None:
            continue
        if code.co_freevars != function.__code__.co_freevars:
            raise NotInPlace(function.__qualname__)
        changed += code != function.__code__
        function.__code__ = code
    if not changed:
        raise NotInPlace
    empty_caches()


def empty_caches() -> None:
    """Forgets what functions of this checkout remember."""
    for item in gc.get_objects():
        if isinstance(item, _lru_cache_wrapper) and _file(item.__wrapped__).startswith(f"{ROOT}{os.sep}"):
            item.cache_clear()


def _file(function: object) -> str:
    return function.__code__.co_filename if isinstance(function, FunctionType) else ""


def _place(code: CodeType) -> tuple[object, ...]:
    """What tells code objects of one text apart: all of it but the file's name."""
    return (code.co_qualname, code.co_firstlineno, tuple(code.co_positions()))


def _codes(code: CodeType, path: Names = ()) -> Iterator[tuple[Names, CodeType]]:
    """Code objects inside another, by their names and places among those of the same name and line."""
    seen: dict[tuple[str, int], int] = {}
    for item in code.co_consts:
        if isinstance(item, CodeType):
            name = (item.co_name, item.co_firstlineno)
            seen[name] = seen.get(name, -1) + 1
            inner = (*path, *name, seen[name])
            yield inner, item
            yield from _codes(item, inner)


class Overlay(importlib.abc.MetaPathFinder):
    """Imports one module with other code."""

    def __init__(self, name: str, code: CodeType) -> None:
        self.name, self.code = name, code

    def find_spec(self, fullname: str, path: object, target: ModuleType | None = None) -> ModuleSpec | None:
        """The module's own place, with a loader that has the other code."""
        if fullname != self.name:
            return None
        sys.meta_path.remove(self)
        spec = importlib.util.find_spec(fullname)
        sys.meta_path.insert(0, self)
        if spec is None or spec.origin is None:
            raise ImportError(fullname)
        spec.loader = _Loader(self.code, fullname, spec.origin)
        return spec


class _Loader(SourceFileLoader):
    def __init__(self, code: CodeType, name: str, path: str) -> None:
        super().__init__(name, path)
        self.changed = code

    def get_code(self, fullname: str) -> CodeType:
        return self.changed
