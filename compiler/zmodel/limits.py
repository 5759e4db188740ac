"""How large a model file and what is in it may be: beyond any theory, and small enough to be worked with.

Most limits can be raised, `--limit generations=64`, each up to a number to which the compiler has been tested or
beyond which nothing else in it holds. They are handed down from the command line to whatever tests them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace


@dataclass(frozen=True)
class Limit:
    """One limit.

    Attributes:
        what: is counted.
        code: of the diagnostic where there is more.
        highest: to which it can be raised.
    """

    what: str
    code: str
    highest: int


class LimitError(ValueError):
    """A limit that is not known, or a number to which it cannot be set."""


def _limit(default: int, what: str, code: str, highest: int) -> int:
    found: int = field(default=default, metadata={"limit": Limit(what, code, highest)})
    return found


@dataclass(frozen=True)
class Limits:
    """The limits of one run; `LIMITS` says what each of them counts."""

    file_size: int = _limit(1_000_000, "characters of a file", "Z003", 10_000_000)
    words: int = _limit(12_000, "words and symbols of a file", "Z003", 1_000_000)
    nesting: int = _limit(32, "brackets inside each other", "Z103", 64)
    digits: int = _limit(60, "digits of a number", "Z104", 1000)
    decimal_exponent: int = _limit(400, "decimal exponent of a number", "Z104", 2000)
    exponent: int = _limit(400, "exponent of a power", "Z104", 10_000)
    charge_exponent: int = _limit(16, "exponent of a power in a charge", "Z104", 64)
    charge_terms: int = _limit(2000, "terms of a charge", "Z104", 100_000)
    anomaly_terms: int = _limit(200_000, "terms of all products of three charges of a fermion", "Z104", 5_000_000)
    expression_size: int = _limit(5000, "numbers and names of an expression, with each `let` put in", "Z104", 100_000)
    expression_depth: int = _limit(64, "levels of an expression, with each `let` put in", "Z104", 128)
    use_depth: int = _limit(16, "files that use one another in a row", "Z118", 64)
    components: int = _limit(5000, "components of a field", "Z104", 100_000)
    generations: int = _limit(32, "generations of a field", "Z113", 100)
    factors: int = _limit(12, "fields of a term", "Z207", 24)
    charge_symbols: int = _limit(500, "parameters and unknowns of charges", "Z104", 5000)
    groups: int = _limit(24, "groups of a model", "Z104", 100)
    fields: int = _limit(500, "fields of a model", "Z104", 10_000)
    parameters: int = _limit(500, "parameters of a model", "Z104", 10_000)
    lets: int = _limit(500, "lets of a model", "Z104", 10_000)
    couplings: int = _limit(1000, "couplings of a model", "Z104", 20_000)
    breakings: int = _limit(24, "breakings of a model", "Z104", 500)
    products: int = _limit(1_000_000, "products of as many fields that are looked at for operators", "Z407", 10**9)
    equation_terms: int = _limit(10_000, "terms of an equation for unknown charges", "Z409", 50_000)
    operators: int = _limit(20_000, "operators of a list", "Z407", 10**7)
    operator_entries: int = _limit(300_000, "choices of generations of all operators", "Z407", 10**8)

    def raised(self, changes: Mapping[str, int]) -> Limits:
        """The same limits with other numbers.

        Raises:
            LimitError: if there is no such limit, or if it cannot be that number.
        """
        for name, number in changes.items():
            if name not in LIMITS:
                raise LimitError(f"no limit is called `{option(name)}`: there are {', '.join(map(option, LIMITS))}")
            if not 1 <= number <= LIMITS[name].highest:
                raise LimitError(f"`{option(name)}` is between 1 and {LIMITS[name].highest}")
        return replace(self, **changes)


LIMITS: Mapping[str, Limit] = {item.name: item.metadata["limit"] for item in fields(Limits)}
"""What each field of `Limits` counts."""
DEFAULT = Limits()


def option(name: str) -> str:
    """A limit as the command line spells it."""
    return name.replace("_", "-")


def hint(name: str) -> str:
    """How to raise a limit."""
    return f"`--limit {option(name)}=NUMBER` allows more, up to {LIMITS[name].highest}"


def is_of_limit(hints: Iterable[str]) -> bool:
    """Whether one of the hints of a diagnostic is how to raise a limit."""
    return not {hint(name) for name in LIMITS}.isdisjoint(hints)
