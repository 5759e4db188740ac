"""What the passes of the resolver hand on to each other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from zmodel.algebra import Ring
from zmodel.model.context import Context
from zmodel.model.expressions import Let, Scope
from zmodel.model.model import DeclaredCoupling, Field, Group, Mixing, Parameter
from zmodel.syntax import ast

S = TypeVar("S", bound=ast.Node)


@dataclass
class Draft:
    """A model in the making: each pass of `resolve` fills in its part and reads those of earlier ones.

    Attributes:
        statements: of the file and of what it uses.
        context: declared names and diagnostics.
        groups, parameters, lets, fields, mixings, couplings: by name, in declared order.
        ring: polynomials in the parameters and unknown charges.
    """

    statements: tuple[ast.Statement, ...]
    context: Context = field(default_factory=Context)
    groups: dict[str, Group] = field(default_factory=dict)
    parameters: dict[str, Parameter] = field(default_factory=dict)
    lets: dict[str, Let] = field(default_factory=dict)
    fields: dict[str, Field] = field(default_factory=dict)
    mixings: dict[str, Mixing] = field(default_factory=dict)
    couplings: dict[str, DeclaredCoupling] = field(default_factory=dict)
    ring: Ring = field(default_factory=lambda: Ring(()))

    def of_type(self, kind: type[S]) -> Iterator[S]:
        """The statements of one kind, in order."""
        return (statement for statement in self.statements if isinstance(statement, kind))

    def field_statements(self) -> Iterator[ast.FieldStatement]:
        """The declarations of fields, in order."""
        return (s for s in self.statements if isinstance(s, ast.FieldStatement))

    @property
    def known_parameters(self) -> frozenset[str]:
        """The parameters that expressions may mention; unknown charges are none of them."""
        return frozenset(name for name in self.parameters if not name.startswith("?"))

    def scope(self, *, open_names: bool = False) -> Scope:
        """The scope of expressions in parameters and `let`s."""
        return Scope(self.context, self.known_parameters, self.lets, open_names=open_names)
