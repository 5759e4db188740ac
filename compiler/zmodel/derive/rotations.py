"""From gauge to mass eigenstates in the down-aligned Warsaw basis.

Gauge eigenstates = matrix * mass eigenstates. In the basis `Warsaw` of WCxf down quarks and charged leptons
are mass eigenstates and q = (CKM^dag u_L, d_L), so the rotation of q is that of d_L. With CKM = V_uL^dag V_dL
it follows from V_uL where only that is given. For leptons PMNS = V_eL^dag V_nuL.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from zmodel.derive.standard_model import GENERATIONS, MULTIPLETS, Member, StandardModel
from zmodel.derive.symbolic import Symbolic, named, rational, symbolic, zero
from zmodel.diagnostics import Diagnostic
from zmodel.model import Model
from zmodel.model.expression import Constant, Expression
from zmodel.model.model import MatrixExpression, Rotation

Matrix = tuple[tuple[Symbolic, ...], ...]

CKM, PMNS = "CKM", "PMNS"


@dataclass(frozen=True)
class MatrixFactor:
    """A factor of a product of unitary matrices: the name of a known one, or rows.

    It enters conjugated, transposed or both, as told.
    """

    matrix: str | tuple[tuple[Expression, ...], ...]
    conjugated: bool = False
    transposed: bool = False

    @property
    def dagger(self) -> MatrixFactor:
        """The hermitian conjugate."""
        return MatrixFactor(self.matrix, not self.conjugated, not self.transposed)


Word = tuple[MatrixFactor, ...]

_OTHER: Mapping[str, str] = {"up": "down", "down": "up", "": ""}
"""The other component of a doublet."""


def entry_name(matrix: str, i: int, j: int) -> str:
    """The name under which an entry of CKM or PMNS stands in expressions; indices count from 0."""
    return f"{matrix}[{i + 1},{j + 1}]"


def known_entries(model: Model) -> frozenset[str]:
    """All names in expressions that may be complex: complex parameters, entries of CKM and PMNS."""
    entries = {entry_name(matrix, i, j) for matrix in (CKM, PMNS) for i in range(3) for j in range(3)}
    return frozenset(entries | {p.name for p in model.parameters if p.domain == "complex"})


def derive_rotations(
    model: Model, standard_model: StandardModel
) -> tuple[Mapping[str, Matrix], tuple[Diagnostic, ...]]:
    """The unitary matrix of each of q, u, d, l, e, and what is wrong with the rotations of the file."""
    complex_names = known_entries(model)
    rotations: dict[str, Matrix] = {}
    diagnostics = [item for rotation in model.rotations for item in _check_unitary(rotation, complex_names)]
    for multiplet in MULTIPLETS:
        members = standard_model.multiplets[multiplet]
        words = {member.field: multiplet_word(model, multiplet, member) for member in members}
        diagnostics += [item for _, found in words.values() for item in found]
        rotations[multiplet] = block_rotation(model, members, {field: word for field, (word, _) in words.items()})
    return rotations, tuple(diagnostics)


def block_rotation(model: Model, members: Sequence[Member], words: Mapping[str, Word]) -> Matrix:
    """One matrix for generations of several fields, each of which has a rotation of its own."""
    blocks: list[tuple[tuple[int, ...], Matrix]] = []
    for field in dict.fromkeys(member.field for member in members):
        positions = tuple(i for i, member in enumerate(members) if member.field == field)
        whole = _evaluate(words[field], model.field(field).generations, known_entries(model))
        chosen = [members[i].generation for i in positions]
        blocks.append((positions, tuple(tuple(whole[i][j] for j in chosen) for i in chosen)))
    return _block_diagonal(blocks, len(members))


def hermitian_conjugate(matrix: Matrix, complex_names: frozenset[str]) -> Matrix:
    """The hermitian conjugate."""
    return tuple(tuple(row[j].conjugate(complex_names) for row in matrix) for j in range(len(matrix)))


def multiply(first: Matrix, second: Matrix) -> Matrix:
    """The matrix product."""
    columns = tuple(zip(*second, strict=True))
    return tuple(tuple(_dot(row, column) for column in columns) for row in first)


def add(first: Matrix, second: Matrix) -> Matrix:
    """The sum."""
    return tuple(tuple(a + b for a, b in zip(*rows, strict=True)) for rows in zip(first, second, strict=True))


def identity(size: int) -> Matrix:
    """The unit matrix."""
    return tuple(tuple(rational(int(i == j)) for j in range(size)) for i in range(size))


def _dot(row: tuple[Symbolic, ...], column: tuple[Symbolic, ...]) -> Symbolic:
    return reduce(Symbolic.__add__, (a * b for a, b in zip(row, column, strict=True)), zero())


def _block_diagonal(blocks: list[tuple[tuple[int, ...], Matrix]], size: int) -> Matrix:
    rows = [[zero()] * size for _ in range(size)]
    for positions, block in blocks:
        for a, i in enumerate(positions):
            for b, j in enumerate(positions):
                rows[i][j] = block[a][b]
    return tuple(tuple(row) for row in rows)


# ------------------------------------------------------------------ which rotation a component has
@dataclass(frozen=True)
class Part:
    """A component of a declared fermion in all its generations; `sign` is -1 if its conjugate is meant.

    `label` is up, down, or empty; other components are rotated as the whole field is.
    """

    field: str
    label: str
    sign: int

    @property
    def is_lower(self) -> bool:
        """Whether it is the lower one of two; of eps f^* the upper component is the lower one's conjugate."""
        return (self.label == "down") == (self.sign > 0)

    @property
    def other(self) -> Part:
        """The other component of a doublet."""
        return Part(self.field, _OTHER[self.label], self.sign)


def component_word(model: Model, parts: Sequence[Part], mixing: str) -> Word:
    """The rotation of a fermion as a reduced product, also if several fields are its generations.

    What has no rotation stays as it is. But of a doublet's two components one follows from the other, if the file
    rotates that one alone: CKM = V_u^dag V_d, PMNS = V_e^dag V_nu.

    Args:
        model: with its rotations.
        parts: of the fermion, in the order of its generations; all with conjugates counted alike upper or lower ones.
        mixing: CKM for quarks, PMNS for leptons, empty where neither can be meant.
    """
    own = _declared_word(model, parts)
    if own is not None:
        return _reduce(own)
    is_doublet = all(part.label in ("up", "down") for part in parts)
    others = _declared_word(model, [part.other for part in parts]) if is_doublet else None
    if others is None or not mixing or _generations(model, parts) != GENERATIONS:
        return ()
    factor = MatrixFactor(mixing)
    return _reduce((*others, factor if parts[0].is_lower == (mixing == CKM) else factor.dagger))


def _declared_word(model: Model, parts: Sequence[Part]) -> Word | None:
    """What the file says of a fermion, or of some of its generations; None if it says nothing."""
    size, start = _generations(model, parts), 0
    found: list[Word] = []
    for part in parts:
        count = model.field(part.field).generations
        for rotation in model.rotations:
            if rotation.field == part.field and rotation.component in ("", part.label):
                word = _flatten(model, rotation.matrix)
                word = word if part.sign > 0 else conjugate_word(word)
                found.append(tuple(_embedded(factor, start, count, size) for factor in word))
        start += count
    return tuple(factor for word in found for factor in word) if found else None


def _generations(model: Model, parts: Sequence[Part]) -> int:
    return sum(model.field(part.field).generations for part in parts)


def _embedded(factor: MatrixFactor, start: int, count: int, size: int) -> MatrixFactor:
    """A matrix for some generations as one for all, which leaves the others alone."""
    if count == size:
        return factor
    rows = factor.matrix
    assert not isinstance(rows, str), "CKM and PMNS are for all generations"
    chosen = range(start, start + count)

    def entry(i: int, j: int) -> Expression:
        return rows[i - start][j - start] if i in chosen and j in chosen else Constant(Fraction(int(i == j)))

    matrix = tuple(tuple(entry(i, j) for j in range(size)) for i in range(size))
    return MatrixFactor(matrix, factor.conjugated, factor.transposed)


def left_out(model: Model, parts: Iterable[Part]) -> Iterator[str]:
    """What to say of rotations that belong to none of the parts, as they are all that can be rotated."""
    known = {(part.field, label) for part in parts for label in ("", part.label)}
    for rotation in model.rotations:
        if (rotation.field, rotation.component) not in known:
            name = f"{rotation.field}.{rotation.component}" if rotation.component else rotation.field
            yield f"A rotation is not applied: no fermion is `{name}` with all its generations."


def conjugate_word(word: Word) -> Word:
    """The complex conjugate of a product."""
    return tuple(_conjugate(factor) for factor in word)


def product_of_words(first: Word, second: Word) -> Word:
    """The hermitian conjugate of the first product times the second, reduced."""
    return _reduce((*(factor.dagger for factor in reversed(first)), *second))


# ------------------------------------------------------------------ which rotation a multiplet has
def multiplet_word(model: Model, multiplet: str, member: Member) -> tuple[Word, tuple[Diagnostic, ...]]:
    """The rotation of a multiplet's lower component, or of a singlet, as a product, and what is wrong with it.

    Args:
        model: with its rotations.
        multiplet: q, u, d, l or e.
        member: any generation of the field.
    """
    given = {r.component: r for r in model.rotations if r.field == member.field}
    if member.sign < 0:
        # The multiplet is the conjugate of the declared field, whose upper component is the multiplet's lower one.
        given = {_OTHER[component]: rotation for component, rotation in given.items()}
    words = {component: _flatten(model, rotation.matrix) for component, rotation in given.items()}
    if member.sign < 0:
        words = {component: conjugate_word(word) for component, word in words.items()}
    if MULTIPLETS[multiplet].quantum.weak == 1:
        return words.get("", ()), ()
    if multiplet == "l":
        if "down" in words or "up" not in words:
            return words.get("down", ()), ()
        return (*words["up"], MatrixFactor(PMNS).dagger), ()
    if "up" not in words:
        return words.get("down", ()), ()
    if model.field(member.field).generations != 3:
        return (), (_split_generations(given["up"]),)
    from_up = _reduce((*words["up"], MatrixFactor(CKM)))
    if "down" in words and _reduce(words["down"]) != from_up:
        return words["down"], (_unrelated(given["up"]),)
    return from_up, ()


def _unrelated(rotation: Rotation) -> Diagnostic:
    name, up, down = rotation.field, rotation.component, _OTHER[rotation.component]
    # That of the conjugate of a doublet, whose upper component is the down quark, is the conjugate.
    hint = f"write rotation {name}.up = {name}.down * dag(CKM), or give" if up == "up" else "give"
    return Diagnostic(
        "Z402",
        f"`{name}.{up}` and `{name}.{down}` are not related by the CKM matrix",
        rotation.span,
        label="must be the rotation of down quarks times dag(CKM)",
        notes=("quark mixing is CKM = dag(V_up) V_down, so one rotation fixes the other",),
        hints=(f"{hint} one of them only",),
    )


def _split_generations(rotation: Rotation) -> Diagnostic:
    up = rotation.component
    message = f"`{rotation.field}.{up}` belongs to a field of fewer than three generations"
    hint = f"rotate {rotation.field}.{_OTHER[up]} instead; up quarks follow by the CKM matrix"
    return Diagnostic("Z402", message, rotation.span, label="cannot be combined with the CKM matrix", hints=(hint,))


def _check_unitary(rotation: Rotation, complex_names: frozenset[str]) -> tuple[Diagnostic, ...]:
    """An error if a matrix is not unitary for any values; what depends on values is tested with them."""
    for rows in _literals(rotation.matrix):
        matrix = _factor_matrix(MatrixFactor(rows), len(rows), complex_names)
        product = multiply(hermitian_conjugate(matrix, complex_names), matrix)
        for i, row in enumerate(product):
            for j, entry in enumerate(row):
                wanted = int(i == j)
                if entry.number not in (None, wanted):
                    label = f"columns {i + 1} and {j + 1}: product {entry.number}, must be {wanted}"
                    message = f"the rotation of `{rotation.field}` is not unitary"
                    return (Diagnostic("Z402", message, rotation.span, label=label),)
    return ()


def _literals(matrix: MatrixExpression) -> Iterator[tuple[tuple[Expression, ...], ...]]:
    """The matrices that are written out in an expression."""
    if matrix.rows:
        yield matrix.rows
    for factor in matrix.factors:
        yield from _literals(factor)


# ------------------------------------------------------------------ products of matrices
def _flatten(model: Model, matrix: MatrixExpression) -> Word:
    """A matrix expression as a product of known and literal matrices."""
    if matrix.rows:
        word: Word = (MatrixFactor(matrix.rows),)
    elif matrix.reference in (CKM, PMNS):
        word = (MatrixFactor(matrix.reference),)
    elif matrix.reference:
        word = _flatten(model, _rotation_named(model, matrix.reference).matrix)
    else:
        word = tuple(factor for part in matrix.factors for factor in _flatten(model, part))
    return tuple(factor.dagger for factor in reversed(word)) if matrix.dagger else word


def _rotation_named(model: Model, reference: str) -> Rotation:
    return next(r for r in model.rotations if reference == (f"{r.field}.{r.component}" if r.component else r.field))


def _conjugate(factor: MatrixFactor) -> MatrixFactor:
    return MatrixFactor(factor.matrix, not factor.conjugated, factor.transposed)


def _reduce(word: Word) -> Word:
    """The product with neighbours that are each other's hermitian conjugate, and unit matrices, left out."""
    kept: list[MatrixFactor] = []
    for factor in word:
        if not isinstance(factor.matrix, str) and _is_unit(factor.matrix):
            continue
        if kept and kept[-1] == factor.dagger:
            kept.pop()
        else:
            kept.append(factor)
    return tuple(kept)


def _is_unit(rows: tuple[tuple[Expression, ...], ...]) -> bool:
    return all(
        symbolic(entry).number == Fraction(int(i == j)) for i, row in enumerate(rows) for j, entry in enumerate(row)
    )


def _evaluate(word: Word, size: int, complex_names: frozenset[str]) -> Matrix:
    """The product as a matrix."""
    matrices = (_factor_matrix(factor, size, complex_names) for factor in word)
    return reduce(multiply, matrices, identity(size))


def _factor_matrix(factor: MatrixFactor, size: int, complex_names: frozenset[str]) -> Matrix:
    if isinstance(factor.matrix, str):
        matrix: Matrix = tuple(tuple(named(entry_name(factor.matrix, i, j)) for j in range(size)) for i in range(size))
    else:
        matrix = tuple(tuple(symbolic(entry, complex_names) for entry in row) for row in factor.matrix)
    if factor.conjugated:
        matrix = tuple(tuple(entry.conjugate(complex_names) for entry in row) for row in matrix)
    return tuple(zip(*matrix, strict=True)) if factor.transposed else matrix
