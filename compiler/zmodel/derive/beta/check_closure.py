"""What the user is told about couplings that the running generates and the file leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count

from zmodel.derive.additions import add_coupling, add_mixing, add_to_potential
from zmodel.derive.beta.closure import Closure, Generated, GeneratedEntries, GeneratedMixing, Kind, derive_closure
from zmodel.derive.beta.derive import BetaFunctions
from zmodel.derive.couplings import CouplingTable
from zmodel.diagnostics import Diagnostic
from zmodel.model import Model

LOOPS = {1: "one loop", 2: "two loops", 3: "three loops"}
PREFIX: dict[Kind, str] = {
    "yukawa": "Y",
    "fermion mass": "M",
    "quartic": "lambda",
    "trilinear": "mu",
    "scalar mass": "m2",
    "tadpole": "t",
}
"""How the suggested name of a coupling begins."""


def check_closure(model: Model, table: CouplingTable, betas: BetaFunctions) -> tuple[Diagnostic, ...]:
    """Tests that the beta functions close on the declared couplings.

    A missing Yukawa coupling or quartic is an error. What can be left out as an approximation is a warning:
    masses, trilinears and tadpoles, entries beside kept ones, kinetic mixing, and all quartics of a scalar for which
    the file declares none, because then its potential is not what the file is about.

    Args:
        model: a resolved model.
        table: its couplings.
        betas: their beta functions.
    """
    closure = derive_closure(model, table, betas)
    return tuple(_diagnostics(model, table, closure))


def _diagnostics(model: Model, table: CouplingTable, closure: Closure) -> Iterator[Diagnostic]:
    names = _Names(model)
    with_potential = _with_quartics(table)
    left_open = []
    for generated in closure.invariants:
        if generated.kind == "quartic" and any(f.field not in with_potential for f in generated.content):
            left_open.append(generated)
        else:
            code = "Z405" if generated.kind in ("yukawa", "quartic") else "Z505"
            yield _missing(model, code, generated, names.new(generated))
    if left_open:
        fields = {factor.field for generated in left_open for factor in generated.content} - with_potential
        yield _left_open(model, [field.name for field in model.scalars if field.name in fields], left_open)
    yield from (_entries(item) for item in closure.entries)
    yield from (_mixing(model, item, names) for item in closure.mixings)


def _with_quartics(table: CouplingTable) -> set[str]:
    """Scalars that occur in some declared quartic."""
    quartics = [c for c in table.couplings.values() if c.kind == "potential" and c.dimension == 4]
    return {leg.field for coupling in quartics for _, legs, _ in coupling.monomials for leg in legs}


def _missing(model: Model, code: str, generated: Generated, name: str) -> Diagnostic:
    message = f"the running generates `{generated.term}`, which no coupling of the model multiplies"
    line = f"{name} = {generated.term}"
    if generated.kind == "yukawa":
        hint, fix = f"add `yukawa {line}`", add_coupling(model, "yukawa", line)
    elif generated.kind == "fermion mass":
        hint, fix = f"add `mass {line}`", add_coupling(model, "mass", line)
    else:
        hint, fix = f"add `{line}` to the potential", add_to_potential(model, [line])
    kind = "Yukawa coupling" if generated.kind == "yukawa" else generated.kind
    label = f"a {kind}, at {LOOPS[generated.loop]}"
    return Diagnostic(code, message, model.span, label=label, hints=(hint,), fixes=(fix,))


def _left_open(model: Model, fields: list[str], terms: list[Generated]) -> Diagnostic:
    names = ", ".join(f"`{field}`" for field in fields)
    message = f"no quartic coupling of {names} is declared, but the running generates some"
    notes = tuple(f"`{term.term}` at {LOOPS[term.loop]}" for term in terms)
    hint = "they are taken to be zero at all scales; declare them in `potential { ... }` to have them run"
    return Diagnostic("Z505", message, model.span, notes=notes, hints=(hint,))


def _entries(generated: GeneratedEntries) -> Diagnostic:
    name = generated.coupling.name
    entries = [f"{name}[{','.join(str(i + 1) for i in indices)}]" for indices in generated.entries]
    message = f"the running generates entries of `{name}` that are not kept: {', '.join(entries)}"
    hint = "`keep` them under names of their own, or leave out `keep` to have all entries run"
    return Diagnostic("Z506", message, generated.coupling.span, hints=(hint,))


def _mixing(model: Model, generated: GeneratedMixing, names: _Names) -> Diagnostic:
    first, second = generated.first, generated.second
    message = f"the running generates kinetic mixing of {first} and {second}, which is not declared"
    form = model.mixings[0].form if model.mixings else "eta"
    alias = names.unused(f"{form}_{first}_{second}") if form in names.taken else ""
    line = f"mixing {form} ({first}, {second})" + (f" as {alias}" if alias else "")
    return Diagnostic(
        "Z507",
        message,
        model.group(second).span,
        label=f"at {LOOPS[generated.loop]}",
        hints=(f"add `{line}`; without it the mixing is taken to be zero at all scales",),
        fixes=(add_mixing(model, line),),
    )


class _Names:
    """Names for the couplings that are suggested, none of them in use."""

    def __init__(self, model: Model) -> None:
        self.taken = {group.name for group in model.groups} | {field.name for field in model.fields}
        self.taken |= {parameter.name for parameter in model.parameters} | {mixing.name for mixing in model.mixings}
        self.taken |= {coupling.name for coupling in model.couplings}
        self.taken |= {group.coupling or "" for group in model.groups}
        self.taken |= {kept.name for coupling in model.couplings for kept in coupling.kept}

    def new(self, generated: Generated) -> str:
        """A name for the coupling of an invariant."""
        fields = dict.fromkeys(factor.field for factor in generated.content)
        return self.unused("_".join((PREFIX[generated.kind], *fields)))

    def unused(self, wanted: str) -> str:
        """The wanted name, with a number if it is taken."""
        numbered = (f"{wanted}_{number}" for number in count(2))
        name = next(name for name in chain((wanted,), numbered) if name not in self.taken)
        self.taken.add(name)
        return name
