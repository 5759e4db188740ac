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

C_MACROS = (
    "NAN",
    "INFINITY",
    "HUGE_VAL",
    "HUGE_VALF",
    "HUGE_VALL",
    "FP_INFINITE",
    "FP_NAN",
    "FP_NORMAL",
    "FP_SUBNORMAL",
    "FP_ZERO",
    "FP_ILOGB0",
    "FP_ILOGBNAN",
    "MATH_ERRNO",
    "MATH_ERREXCEPT",
    "math_errhandling",
    "asm",
    "typeof",
    "linux",
    "unix",
    *(f"M_{name}" for name in ("E", "LOG2E", "LOG10E", "LN2", "LN10", "PI", "PI_2", "PI_4", "1_PI", "2_PI")),
    *("M_2_SQRTPI", "M_SQRT2", "M_SQRT1_2"),
)
"""Macros of the headers that emitted C includes, and what compilers define or reserve beyond the standard."""

C_RESERVED = frozenset(
    [
        *C_FUNCTIONS,
        *C_MACROS,
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
        "shared",
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
