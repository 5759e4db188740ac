"""The standalone module that diagonalises mass matrices at a point."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import sympy
from sympy.printing.numpy import NumPyPrinter

from zmodel.derive.breaking import GaugeSpectrum
from zmodel.derive.currents import Couplings, CurrentTable
from zmodel.derive.masses.fermions import FermionSector
from zmodel.derive.masses.mass_basis import charge_signs
from zmodel.derive.masses.scalars import ScalarSpectrum
from zmodel.derive.to_sympy import Expr
from zmodel.emit.conventions import convention_lines
from zmodel.emit.templates import render_template
from zmodel.model import Model

ENTRY = re.compile(r"(.*)\[([\d,]+)\]")


@dataclass(frozen=True)
class MassesView:
    """What the template places; all of it is Python source."""

    title: str
    preamble: tuple[str, ...]
    model: str
    inputs: str
    minimum: tuple[str, ...]
    gauge_fields: str
    gauge_mass: tuple[str, ...]
    gauge_kinetic: tuple[str, ...]
    scalar_modes: tuple[str, ...]
    scalar_entries: tuple[str, ...]
    fermions: tuple[str, ...]
    majorana: str
    fermion_entries: tuple[str, ...]
    couplings: tuple[str, ...]


class _Printer(NumPyPrinter):  # type: ignore[misc]  # sympy has no types
    """Symbols are looked up: `values["Yd"][0, 1]`."""

    def __init__(self) -> None:
        super().__init__({"fully_qualified_modules": True})
        self.used: dict[str, None] = {}

    def _print_Symbol(self, symbol: sympy.Symbol) -> str:
        match = ENTRY.fullmatch(symbol.name)
        name = match[1] if match else symbol.name
        self.used[name] = None
        if match is None:
            return f'values["{name}"]'
        indices = ", ".join(str(int(index) - 1) for index in match[2].split(","))
        return f'values["{name}"][{indices}]'

    def _print_conjugate(self, expression: Expr) -> str:
        return f"numpy.conj({self._print(expression.args[0])})"

    def _print_re(self, expression: Expr) -> str:
        return f"numpy.real({self._print(expression.args[0])})"

    def _print_im(self, expression: Expr) -> str:
        return f"numpy.imag({self._print(expression.args[0])})"

    def text(self, expression: Expr) -> str:
        """The expression in Python."""
        return str(self.doprint(expression)).replace("numpy.", "np.")


def emit_masses(
    model: Model,
    version: str,
    spectrum: GaugeSpectrum,
    scalars: ScalarSpectrum | None,
    fermions: Sequence[FermionSector],
    currents: CurrentTable,
) -> str:
    """The text of NAME_masses.py.

    Args:
        model: with vacuum values.
        version: of the compiler.
        spectrum: gauge bosons.
        scalars: None if the model declares no potential.
        fermions: by sectors.
        currents: of the gauge bosons.
    """
    printer = _Printer()
    fields = _massive_fields(model, spectrum)
    blocks = () if scalars is None else scalars.blocks
    view = MassesView(
        f"{model.name}: {model.title}" if model.title else model.name,
        convention_lines(model, version),
        _quoted(model.name),
        "",
        tuple(
            f"{_quoted(str(c.fixes))}: {printer.text(c.solution)}"
            for c in (() if scalars is None else scalars.conditions)
            if c.solution is not None
        ),
        _names(fields),
        tuple(_entries(printer, spectrum.mass_entries, fields)),
        tuple(_entries(printer, spectrum.kinetic_entries, fields)),
        tuple(f"{_quoted(block.modes[0].name)}: {_names([m.name for m in block.modes])}" for block in blocks),
        tuple(
            f"[{_quoted(block.modes[0].name)}][{i}, {j}] = {printer.text(block.matrix[i, j])}"
            for block in blocks
            for i in range(len(block.modes))
            for j in range(len(block.modes))
            if block.matrix[i, j] != 0
        ),
        tuple(f"{_quoted(s.name)}: ({_names(map(str, s.rows))}, {_names(map(str, s.columns))})" for s in fermions),
        _names([s.name for s in fermions if s.is_majorana]),
        tuple(
            f"[{_quoted(s.name)}][{i}, {j}] = {printer.text(s.matrix[i, j])}"
            for s in fermions
            for i in range(len(s.rows))
            for j in range(len(s.columns))
            if s.matrix[i, j] != 0
        ),
        tuple(line for s in fermions for line in _couplings(printer, model, s, currents.gauge, fields)),
    )
    inputs = _names(sorted(printer.used))
    return render_template("python/masses.py.jinja", MassesView(**{**vars(view), "inputs": inputs}))


def _massive_fields(model: Model, spectrum: GaugeSpectrum) -> list[str]:
    """The fields that the vacuum or kinetic mixing touches, and all U(1)s."""
    touched = {name for pair in spectrum.mass_entries for name in pair}
    abelian = {group.boson or group.name for group in model.abelian_groups}
    return [name for name in spectrum.fields if name in touched | abelian]


def _entries(printer: _Printer, entries: Mapping[tuple[str, str], Expr], fields: Sequence[str]) -> Iterator[str]:
    for (a, b), value in entries.items():
        if a in fields and b in fields and not (a == b and value == 1):
            yield f"[{fields.index(a)}, {fields.index(b)}] = {printer.text(value)}"


def _couplings(
    printer: _Printer, model: Model, sector: FermionSector, gauge: Mapping[str, Couplings], fields: Sequence[str]
) -> Iterator[str]:
    """The lines of one sector of `gauge_couplings`."""
    yield f"{_quoted(sector.name)}: {{"
    sides = [("left", sector.rows)] if sector.is_majorana else [("left", sector.rows), ("right", sector.columns)]
    for chirality, particles in sides:
        yield f"    {_quoted(chirality)}: {{"
        signs = charge_signs(model, particles, chirality)
        for field, couplings in gauge.items():
            values = [
                sign * couplings[p.component][p.generation] if p.component in couplings else sympy.Integer(0)
                for p, sign in zip(particles, signs, strict=True)
            ]
            if field in fields and any(value != 0 for value in values):
                yield f"        {_quoted(field)}: [{', '.join(printer.text(value) for value in values)}],"
        yield "    },"
    yield "},"


def _quoted(text: str) -> str:
    return f'"{text}"'


def _names(names: Iterator[str] | Sequence[str] | map[str]) -> str:
    """A tuple of strings."""
    quoted = [_quoted(name) for name in names]
    return f"({', '.join(quoted)},)" if quoted else "()"
