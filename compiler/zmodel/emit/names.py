"""Identifiers that are safe in a target language: one function per kind of name."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

C_FUNCTIONS = (
    "load",
    "store",
    "conjugate",
    "transpose",
    "adjoint",
    "multiply",
    "add",
    "add_complex",
    "inner_re",
    "inner_im",
)
"""Functions of complex matrices in emitted C, in templates/c/matrix."""

C_RESERVED = frozenset(
    [
        *C_FUNCTIONS,
        "LOOP_FACTOR",
        "minimum",
        "stable",
        "INDEPENDENT",
        "OUTLINE",
        "auto",
        "break",
        "case",
        "char",
        "const",
        "continue",
        "default",
        "do",
        "double",
        "else",
        "enum",
        "extern",
        "float",
        "for",
        "goto",
        "if",
        "inline",
        "int",
        "long",
        "register",
        "restrict",
        "return",
        "short",
        "signed",
        "sizeof",
        "static",
        "struct",
        "switch",
        "typedef",
        "union",
        "unsigned",
        "void",
        "volatile",
        "while",
        "main",
        "printf",
        "size_t",
        "bool",
        "complex",
        "I",
        "NULL",
        "sqrt",
        "sin",
        "cos",
        "tan",
        "asin",
        "acos",
        "atan",
        "exp",
        "log",
        "x",
        "dx",
        "jacobian",
        "p",
        "n",
        "i",
        "k",
    ]
)
PYTHON_RESERVED = frozenset(keyword.kwlist) | frozenset(
    [
        "_adjoint",
        "_diagonal",
        "_factor",
        "_inner",
        "_unit",
        "np",
        "values",
        "loops",
        "abs",
        "all",
        "any",
        "complex",
        "dict",
        "float",
        "int",
        "len",
        "list",
        "math",
        "print",
        "range",
        "real",
        "sum",
        "tuple",
        "type",
        "zip",
    ]
)
_TEMPORARY = re.compile(r"t\d+\Z")


@dataclass
class NameTable:
    """Gives every name an identifier of its own that clashes with nothing else."""

    reserved: frozenset[str]
    _given: dict[str, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)

    def add(self, names: Iterable[str]) -> None:
        """Gives identifiers to some names."""
        for name in names:
            self[name]

    def __getitem__(self, name: str) -> str:
        if name not in self._given:
            candidate = re.sub(r"[^A-Za-z0-9_]", "_", name)
            if not candidate or candidate[0].isdigit():
                candidate = f"_{candidate}"
            while candidate in self.reserved or candidate in self._taken or _TEMPORARY.match(candidate):
                candidate += "_"
            self._given[name] = candidate
            self._taken.add(candidate)
        return self._given[name]
