"""Write `tests/data/operator_counts.json`: numbers of operators of random field contents, counted by basisgen.

Run as ``python -m tests.oracles.freeze_operators`` from the top of the checkout, with a Python that has the package
basisgen. Products of fields are enumerated by brute force here; basisgen counts the singlets in each.
"""

from __future__ import annotations

import importlib
import itertools
import json
import random
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

REFERENCE = Path(__file__).parent.parent / "data" / "operator_counts.json"
SEED = 20210701
CONTENTS = 30
HIGHEST_DIMENSION = 6

IRREPS = {
    2: {"1": "0", "2": "1", "3": "2"},
    3: {"1": "0 0", "3": "1 0", "3bar": "0 1", "6": "2 0", "8": "1 1"},
    4: {"1": "0 0 0", "4": "1 0 0", "6": "0 1 0"},
}
"""Highest weights by N and name."""
REAL = {(2, "1"), (2, "3"), (3, "1"), (3, "8"), (4, "1"), (4, "6")}
GROUPS = ((2,), (3,), (3, 2), (2, 2), (4,))


@dataclass(frozen=True)
class FieldData:
    """A field with the names of its irreps and its charge; a real field has no conjugate."""

    name: str
    spin: str
    irreps: tuple[str, ...]
    charge: Fraction
    generations: int
    real: bool

    def statement(self, groups: tuple[int, ...]) -> str:
        """The field as a model file declares it."""
        entries = [f"G{i}: {irrep}" for i, irrep in enumerate(self.irreps) if irrep != "1"]
        entries += [f"Y: {self.charge}"] if self.charge else []
        kind = "fermion" if self.spin in ("left", "right") else self.spin
        generations = f"[{self.generations}]" if self.generations > 1 else ""
        words = [kind, self.name + generations, self.spin if kind == "fermion" else "real" if self.real else ""]
        return " ".join(word for word in (*words, f"({', '.join(entries)})" if entries else "") if word)


def random_fields(source: random.Random, groups: tuple[int, ...]) -> list[FieldData]:
    """One to three fermions, one or two scalars, sometimes a vector."""
    spins = [source.choice(("left", "right")) for _ in range(source.randint(1, 3))]
    spins += ["scalar"] * source.randint(1, 2) + ["vector"] * (source.random() < 0.35)
    fields = []
    for number, spin in enumerate(spins):
        names = tuple(source.choice(list(IRREPS[n])) for n in groups)
        charge = Fraction(source.randint(-3, 3), source.choice((1, 2)))
        is_fermion = spin in ("left", "right")
        real = not is_fermion and not charge and all((n, r) in REAL for n, r in zip(groups, names, strict=True))
        generations = source.randint(1, 3) if is_fermion else 1
        fields.append(FieldData(f"F{number}", spin, names, charge, generations, real and source.random() < 0.7))
    return fields


def count(basisgen: Any, groups: tuple[int, ...], fields: list[FieldData]) -> dict[str, int]:
    """Numbers of operators, h.c. counted apart, by dimension and number of fermions: "6,4"."""
    spinors = {"left": basisgen.L_spinor, "right": basisgen.R_spinor, "scalar": basisgen.scalar}
    factors = []
    for data in fields:
        weight = " ".join(IRREPS[n][name] for n, name in zip(groups, data.irreps, strict=True))
        is_fermion = data.spin in ("left", "right")
        field = basisgen.Field(
            name=data.name,
            lorentz_irrep=basisgen.vector if data.spin == "vector" else spinors[data.spin],
            internal_irrep=basisgen.irrep(" x ".join(f"SU{n}" for n in groups), weight),
            charges=[data.charge],
            statistics=basisgen.fermion if is_fermion else basisgen.boson,
            dimension=1.5 if is_fermion else 1,
            number_of_flavors=data.generations,
        )
        factors += [(field, is_fermion, data.charge)]
        if not data.real:
            factors += [(field.conjugate, is_fermion, -data.charge)]
    operator = importlib.import_module("basisgen.eft").Operator
    fermions = [factor for factor in factors if factor[1]]
    bosons = [factor for factor in factors if not factor[1]]
    totals: Counter[str] = Counter()
    for number in (0, 2, 4):
        for others in range(HIGHEST_DIMENSION - 3 * number // 2 + 1):
            for left in itertools.combinations_with_replacement(fermions, number):
                for right in itertools.combinations_with_replacement(bosons, others):
                    product = left + right
                    if not product or sum(charge for _, _, charge in product):
                        continue
                    found = operator([field for field, _, _ in product]).irreps.items()
                    singlets = sum(number_of for irrep, number_of in found if irrep.is_singlet)
                    totals[f"{3 * number // 2 + others},{number}"] += singlets
    return {key: totals[key] for key in sorted(totals) if totals[key]}


def main() -> None:
    """Writes the file."""
    basisgen = importlib.import_module("basisgen")
    source = random.Random(SEED)
    contents = []
    while len(contents) < CONTENTS:
        groups = source.choice(GROUPS)
        fields = random_fields(source, groups)
        counts = count(basisgen, groups, fields)
        if len(counts) < 4:
            continue  # too few operators to tell anything
        statements = [f"gauge G{i} = SU({n}) coupling g{i}" for i, n in enumerate(groups)]
        statements += ["gauge Y = U(1) coupling gY", *(field.statement(groups) for field in fields)]
        contents.append({"statements": statements, "counts": counts})
    reference = {
        "source": "the package basisgen 1.0.4 (Criado, 1901.03501), singlets in products without derivatives; products "
        "enumerated by tests/oracles/freeze_operators.py",
        "counts": 'operators by "dimension,fermions", an operator and its conjugate counted apart',
        "contents": contents,
    }
    REFERENCE.write_text(json.dumps(reference, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
