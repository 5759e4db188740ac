"""Arguments of public functions are of the types that their annotations say."""

from __future__ import annotations

import builtins
import types
import typing
from collections.abc import Callable, Mapping
from functools import cache, wraps
from inspect import signature
from numbers import Integral, Real
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_ACCEPTED: Mapping[Any, Any] = {int: Integral, float: Real, tuple: (tuple, list)}
"""What is as good as a type: numbers of numpy, whole numbers for real ones, lists."""


class ArgumentTypeError(TypeError):
    """An argument of a wrong type, told in one line."""

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in place of a traceback."""
        return [f"TypeError: {self}"]


class _Names(dict[str, Any]):
    """Names in annotations; those that are imported for type checkers only stand for anything."""

    def __missing__(self, name: str) -> Any:
        return Any


def checked(function: Callable[P, R]) -> Callable[P, R]:
    """The function, which raises `ArgumentTypeError` for arguments of other types than annotated.

    Elements of containers are not looked at.
    """
    names = tuple(signature(function).parameters)

    @cache
    def annotations() -> Mapping[str, tuple[Any, ...]]:
        # Found when they are needed, and without the result's, so that neither has to be imported before.
        known = {name: text for name, text in function.__annotations__.items() if name != "return"}
        wanted = types.SimpleNamespace(__annotations__=known)
        found = typing.get_type_hints(wanted, localns=_Names({**vars(builtins), **function.__globals__}))
        return {name: _types(hint) for name, hint in found.items()}

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        for name, value in (*zip(names, args, strict=False), *kwargs.items()):
            wanted = annotations().get(name, ())
            if wanted and not any(_fits(value, kind) for kind in wanted):
                expected = " or ".join("None" if kind is type(None) else kind.__name__ for kind in wanted)
                raise ArgumentTypeError(f"{function.__name__}(): {name} must be {expected}, not {type(value).__name__}")
        return function(*args, **kwargs)

    return call


def _types(hint: Any) -> tuple[Any, ...]:
    """Those that an annotation allows, without those of elements."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return tuple(kind for part in typing.get_args(hint) for kind in _types(part))
    return (origin or hint,)


def _fits(value: object, kind: Any) -> bool:
    if kind is Any:
        return True
    return isinstance(value, _ACCEPTED.get(kind, kind)) and not (isinstance(value, bool) and kind in (int, float))
