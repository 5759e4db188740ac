"""Statements of the model file that an import writes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from zmodel.exchange.pyrate.content import Content, Particle
from zmodel.exchange.pyrate.names import NameTable
from zmodel.exchange.pyrate.substitutions import Substitutions, Vev

MAX_COMMENT = 160


@dataclass(frozen=True)
class Line:
    """A statement and a comment; one of them may be empty."""

    text: str
    comment: str = ""


def group_statements(
    content: Content, groups: Mapping[str, str], couplings: Mapping[str, str], substitutions: Substitutions
) -> Iterator[Line]:
    """The groups; one whose coupling the file sets to zero is a global symmetry."""
    for group in content.groups:
        family = "U(1)" if group.n == 1 else f"SU({group.n})"
        wanted = {f"g_{group.name}", substitutions.name(f"g_{group.name}")}
        if wanted & substitutions.zero.keys():
            yield Line(f"global {groups[group.name]} = {family}", f"Groups: {group.name}, its coupling set to zero")
        else:
            yield Line(f"gauge {groups[group.name]} = {family} coupling {couplings[group.name]}")


def mixing_statements(
    content: Content, groups: Mapping[str, str], substitutions: Substitutions, names: NameTable
) -> Iterator[Line]:
    """Kinetic mixing of all U(1)s, which PyR@TE always has: the matrix of couplings is upper triangular."""
    abelian = [group for group in content.groups if group.n == 1]
    for (i, first), (j, second) in combinations(enumerate(abelian, start=1), 2):
        default = f"g_{i}{j}"
        wanted = {default, substitutions.name(default)}
        own = {f"g_{group.name}" for group in (first, second)}
        own |= {substitutions.name(name) for name in own}
        if not (wanted | own) & substitutions.zero.keys():
            name = names.take(substitutions.name(default))
            text = f"mixing triangular ({groups[first.name]}, {groups[second.name]}) as {name}"
            yield Line(text, f"{default} of PyR@TE")


def field_statement(
    particle: Particle, groups: Mapping[str, str], fields: Mapping[str, str], left: Mapping[str, bool], vev: str
) -> Line:
    """A field with its quantum numbers and vacuum value."""
    numbers = [f"{groups[name]}: {irrep.name}" for name, irrep in particle.irreps.items()]
    numbers += [f"{groups[name]}: {charge}" for name, charge in particle.charges.items()]
    name = fields[particle.name]
    head = {"fermion": "fermion", "real": "scalar", "complex": "scalar"}[particle.kind] + f" {name}"
    if particle.generations > 1:
        head += f"[{particle.generations}]"
    if particle.kind == "fermion":
        head += " left" if left[particle.name] else " right"
    if particle.kind == "real":
        head += " real"
    text = head + (f" ({', '.join(numbers)})" if numbers else "") + (f" vev {vev}" if vev else "")
    flipped = ", ".join(sorted(groups[name] for name in particle.flipped))
    notes = ([f"{particle.name} of the file"] if name != particle.name else []) + (
        [f"{particle.name}_i of the file = eps_ij {name}_j in {flipped}"] if flipped else []
    )
    return Line(text, "; ".join(notes))


def vacuum_values(
    vevs: Sequence[Vev], parts: Mapping[str, Particle], names: Mapping[str, str]
) -> tuple[dict[str, str], list[tuple[Vev, str]]]:
    """What stands behind `vev` for each field, and the values that cannot be written, with the reason."""
    components: dict[str, dict[int, list[str]]] = {}
    problems: list[tuple[Vev, str]] = []
    for vev in vevs:
        particle = parts[vev.part]
        place = _component(particle, vev.indices)
        if isinstance(place, str):
            problems.append((vev, place))
            continue
        position, negative = place
        word = names[vev.name]
        if particle.kind == "complex":
            word = f"i*{word}/sqrt(2)" if vev.part == particle.parts[1] else f"{word}/sqrt(2)"
        known = components.setdefault(particle.name, {}).setdefault(position, [])
        known.append(("-" if negative else "+" if known else "") + word)
    values = {}
    for name, entries in components.items():
        particle = next(p for p in parts.values() if p.name == name)
        size = _size(particle)
        words = [" ".join(entries.get(i, ["0"])) for i in range(size)]
        values[name] = words[0] if size == 1 else f"({', '.join(words)})"
    return values, problems


def _size(particle: Particle) -> int:
    size = 1
    for irrep in particle.irreps.values():
        size *= irrep.dimension
    return size


def _component(particle: Particle, indices: tuple[int, ...]) -> tuple[int, bool] | str:
    """The number of our component and whether it has a minus sign, or why there is none."""
    if any(irrep.dimension != irrep.n for irrep in particle.irreps.values()):
        return "it is a component in a basis of PyR@TE's own"
    if len(indices) != len(particle.irreps):
        return f"`{particle.name}` has {len(particle.irreps)} indices"
    position, negative = 0, False
    for (group, irrep), index in zip(particle.irreps.items(), indices, strict=True):
        if not 1 <= index <= irrep.dimension:
            return f"its index {index} is out of range"
        place = index - 1
        if group in particle.flipped:
            place, negative = 1 - place, negative != (index == 2)
        position = position * irrep.dimension + place
    return position, negative


def model_text(name: str, title: str, lines: Sequence[Line], couplings: Sequence[Line]) -> str:
    """The whole file: groups and fields, then couplings in the order of the file, those of the potential in a block."""
    statements = [_text(line) for line in lines]
    fermionic = [line for line in couplings if _section(line) in ("Yukawas", "FermionMasses")]
    scalar = [line for line in couplings if line not in fermionic]
    parts = [
        [f'model {name} "{title}"'],
        [text for text in statements if text.split()[0] in ("gauge", "global", "mixing")],
        [text for text in statements if text.startswith("fermion ")],
        [text for text in statements if text.startswith("scalar ")],
        [_text(line) for line in fermionic],
        _block(scalar),
    ]
    return "\n".join("\n".join(part) + "\n" for part in parts if part)


def _section(line: Line) -> str:
    return line.comment.partition(":")[0]


def _block(lines: Sequence[Line]) -> list[str]:
    """The potential; only comments if there is no statement."""
    if not any(line.text for line in lines):
        return [_text(line) for line in lines]
    return ["potential {", *(f"  {_text(line)}" for line in lines), "}"]


def _text(line: Line) -> str:
    comment = " ".join(line.comment.split())
    if len(comment) > MAX_COMMENT:
        comment = comment[: MAX_COMMENT - 4] + " ..."
    if not comment:
        return line.text
    return f"{line.text}  # {comment}" if line.text else f"# {comment}"
