"""Methods that remember their results with their object."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar, cast


class Remembering(Protocol):
    """What `remembered` asks of a class: one dictionary an object."""

    @property
    def memory(self) -> dict[object, object]:
        """Results by method name and arguments."""


S = TypeVar("S", bound=Remembering)
P = ParamSpec("P")
R = TypeVar("R")


def remembered(method: Callable[Concatenate[S, P], R]) -> Callable[Concatenate[S, P], R]:
    """Computes a method once for each tuple of arguments.

    Unlike `functools.cache` it lets the object go when nobody holds it any more.
    """
    name = method.__name__

    @wraps(method)
    def wrapper(self: S, /, *args: P.args, **kwargs: P.kwargs) -> R:
        key = (name, *args)
        memory = self.memory
        if key not in memory:
            memory[key] = method(self, *args, **kwargs)
        return cast(R, memory[key])

    return cast(Callable[Concatenate[S, P], R], wrapper)
