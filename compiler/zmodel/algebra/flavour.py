"""Polynomials in flavour matrices: sums of products of matrices, traces and commuting symbols.

A beta function of a Yukawa matrix is a sum such as `3/2 Yu Yu^dag Yu - 8 g3^2 Yu + 3 tr(Yu Yu^dag) Yu`. Here
a matrix product is a *word* of *letters*; a value maps (word, traces) to a commuting polynomial. Letters are

* coupling matrices with an operation (plain, transposed, conjugated, daggered),
* diagonal matrices of generation-dependent charges, and
* matrix units E_ij, which kept entries of a coupling matrix consist of.

An `Alphabet` owns the letters of one derivation, so that words are short tuples of integers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from zmodel.algebra.letters import (
    CONJUGATED,
    PLAIN,
    TRANSPOSED,
    Diagonal,
    Key,
    Letter,
    Matrix,
    Scalar,
    Symmetry,
    Unit,
    Word,
    letter_order,
    letter_shape,
)
from zmodel.algebra.polynomial import Polynomial, Ring


@dataclass
class Alphabet:
    """The letters of one derivation, and how words are brought to normal form.

    Attributes:
        ring: the commuting polynomials that multiply words.
        charges: entries of each diagonal charge matrix, by (group, field).
        symmetries: of coupling matrices, by name; a missing name has none.
        conjugates: the symbol that complex conjugation turns a symbol of the ring into; real ones are left
        out.
    """

    ring: Ring
    charges: Mapping[tuple[str, str], tuple[Polynomial, ...]] = field(default_factory=dict)
    symmetries: Mapping[str, Symmetry] = field(default_factory=dict)
    conjugates: Mapping[str, str] = field(default_factory=dict)
    letters: list[Letter] = field(default_factory=list)
    _ids: dict[Letter, int] = field(default_factory=dict)
    _shapes: list[tuple[int, int]] = field(default_factory=list)
    _orders: list[tuple[object, ...]] = field(default_factory=list)
    _operated: dict[tuple[Word, int], tuple[int, Word]] = field(default_factory=dict)
    _traces: dict[Word, tuple[Polynomial | None, tuple[Scalar, ...]]] = field(default_factory=dict)

    # -------------------------------------------------------------- letters
    def letter(self, letter: Letter) -> int:
        """The number of a letter, given when it is first met."""
        known = self._ids.get(letter)
        if known is None:
            known = self._ids[letter] = len(self.letters)
            self.letters.append(letter)
            self._shapes.append(letter_shape(letter))
            self._orders.append(letter_order(letter))
        return known

    def shape(self, word: Word) -> tuple[int, int]:
        """Rows and columns of a product; the empty word fits anywhere and reports (0, 0)."""
        if not word:
            return 0, 0
        return self._shapes[word[0]][0], self._shapes[word[-1]][1]

    def matrix(self, name: str, rows: int, columns: int, operation: int = PLAIN) -> FlavourSum:
        """A coupling matrix as a value."""
        sign, operation = self._reduce(name, operation)
        word = (self.letter(Matrix(name, rows, columns, operation)),)
        return self.value({(word, ()): self.ring.constant(sign)})

    def unit(self, row: int, column: int, rows: int, columns: int) -> FlavourSum:
        """A matrix unit as a value."""
        return self.value({((self.letter(Unit(row, column, rows, columns)),), ()): self.ring.one})

    def diagonal(self, group: str, name: str) -> FlavourSum:
        """The charge matrix of a field; a number when all generations have the same charge."""
        entries = self.charges[group, name]
        if all(entry == entries[0] for entry in entries):
            return self.scalar(entries[0])
        word = (self.letter(Diagonal((((group, name), 1),), len(entries))),)
        return self.value({(word, ()): self.ring.one})

    def scalar(self, polynomial: Polynomial) -> FlavourSum:
        """A commuting polynomial as a value."""
        return self.value({((), ()): polynomial})

    def value(self, terms: Mapping[Key, Polynomial]) -> FlavourSum:
        """A value from its terms; zero coefficients are dropped."""
        return FlavourSum(self, {key: c for key, c in terms.items() if not c.is_zero()})

    @property
    def zero(self) -> FlavourSum:
        """The value 0."""
        return FlavourSum(self, {})

    def diagonal_entries(self, letter: Diagonal) -> tuple[Polynomial, ...]:
        """The entries of a product of charge matrices."""
        entries = [self.ring.one] * letter.size
        for charge, power in letter.factors:
            entries = [entry * value**power for entry, value in zip(entries, self.charges[charge], strict=True)]
        return tuple(entries)

    def _reduce(self, name: str, operation: int) -> tuple[int, int]:
        """Uses the symmetry of a matrix to do without its transpose."""
        symmetry = self.symmetries.get(name, "none")
        if symmetry == "none" or operation in (PLAIN, CONJUGATED):
            return 1, operation
        return (1 if symmetry == "symmetric" else -1), PLAIN if operation == TRANSPOSED else CONJUGATED

    def _operate(self, number: int, change: int) -> tuple[int, int]:
        """Sign and number of the letter after transposition (1), conjugation (2) or both (3)."""
        letter = self.letters[number]
        match letter:
            case Matrix(name, rows, columns, operation):
                # The four operations form the group Z2 x Z2 in the bits of their numbers.
                sign, reduced = self._reduce(name, operation ^ change)
                return sign, self.letter(Matrix(name, rows, columns, reduced))
            case Unit(row, column, rows, columns) if change & 1:
                return 1, self.letter(Unit(column, row, columns, rows))
        return 1, number

    # -------------------------------------------------------------- words
    def operate(self, word: Word, change: int) -> tuple[int, Word]:
        """Sign and word after transposition (1), conjugation (2) or both (3)."""
        known = self._operated.get((word, change))
        if known is not None:
            return known
        sign = 1
        result = []
        for number in word:
            letter_sign, changed = self._operate(number, change)
            sign *= letter_sign
            result.append(changed)
        found = sign, tuple(reversed(result)) if change & 1 else tuple(result)
        self._operated[word, change] = found
        return found

    def join(self, left: Word, right: Word) -> tuple[Polynomial | None, Word, tuple[Scalar, ...]]:
        """The product of two normal words: a factor (None for one), the word, and scalars split off.

        Charge matrices that meet merge; what stands between two matrix units is a single element.
        """
        if not left or not right:
            return None, left + right, ()
        left, right = self._merge_diagonals(left, right)
        first = next((i for i in range(len(left) - 1, -1, -1) if isinstance(self.letters[left[i]], Unit)), None)
        second = next((i for i, number in enumerate(right) if isinstance(self.letters[number], Unit)), None)
        if first is None or second is None:
            return self._absorb(left + right)
        a, b = self.letters[left[first]], self.letters[right[second]]
        assert isinstance(a, Unit) and isinstance(b, Unit)
        between = left[first + 1 :] + right[:second]
        factor, scalars = self._element(between, a.column, b.row)
        merged = self.letter(Unit(a.row, b.column, a.rows, b.columns))
        return factor, (*left[:first], merged, *right[second + 1 :]), scalars

    def _concatenate(self, left: Word, right: Word) -> Word:
        """Two words one after the other; charge matrices that meet merge."""
        if left and right:
            left, right = self._merge_diagonals(left, right)
        return left + right

    def _merge_diagonals(self, left: Word, right: Word) -> tuple[Word, Word]:
        a, b = self.letters[left[-1]], self.letters[right[0]]
        if not (isinstance(a, Diagonal) and isinstance(b, Diagonal)):
            return left, right
        powers = dict(a.factors)
        for charge, power in b.factors:
            powers[charge] = powers.get(charge, 0) + power
        merged = self.letter(Diagonal(tuple(sorted(powers.items())), a.size))
        return (*left[:-1], merged), right[1:]

    def _absorb(self, word: Word) -> tuple[Polynomial | None, Word, tuple[Scalar, ...]]:
        """Lets a matrix unit swallow the charge matrices beside it, as numbers."""
        factor: Polynomial | None = None
        result: list[int] = []
        for number in word:
            letter = self.letters[number]
            previous = self.letters[result[-1]] if result else None
            if isinstance(letter, Diagonal) and isinstance(previous, Unit):
                entry = self.diagonal_entries(letter)[previous.column]
                factor = entry if factor is None else factor * entry
            elif isinstance(letter, Unit) and isinstance(previous, Diagonal):
                entry = self.diagonal_entries(previous)[letter.row]
                factor = entry if factor is None else factor * entry
                result[-1] = number
            else:
                result.append(number)
        return factor, tuple(result), ()

    def _element(self, word: Word, row: int, column: int) -> tuple[Polynomial | None, tuple[Scalar, ...]]:
        """The element (row, column) of a word without units: a number where it is one, else a scalar."""
        factor: Polynomial | None = None
        while word and isinstance(letter := self.letters[word[0]], Diagonal):
            factor = _times(factor, self.diagonal_entries(letter)[row])
            word = word[1:]
        while word and isinstance(letter := self.letters[word[-1]], Diagonal):
            factor = _times(factor, self.diagonal_entries(letter)[column])
            word = word[:-1]
        if not word:
            return (factor if row == column else self.ring.zero), ()
        return self.canonical_element(factor, word, row, column)

    def canonical_element(
        self, factor: Polynomial | None, word: Word, row: int, column: int
    ) -> tuple[Polynomial | None, tuple[Scalar, ...]]:
        """(W)_ij and (W^T)_ji are one number; the lesser spelling stands for it."""
        sign, transposed = self.operate(word, TRANSPOSED)
        if sign == -1 and transposed == word and row == column:
            return self.ring.zero, ()  # the diagonal of an antisymmetric matrix
        if (self.word_order(transposed), (column, row)) < (self.word_order(word), (row, column)):
            signed = factor if sign == 1 else _times(factor, self.ring.constant(-1))
            return signed, (Scalar(transposed, (column, row)),)
        return factor, (Scalar(word, (row, column)),)

    def close(self, word: Word, size: int) -> tuple[Polynomial | None, tuple[Scalar, ...]]:
        """The trace of a word: a factor and scalars. `size` is the trace of the empty word."""
        if not word:
            return self.ring.constant(size), ()
        position = next((i for i, number in enumerate(word) if isinstance(self.letters[number], Unit)), None)
        if position is not None:
            unit = self.letters[word[position]]
            assert isinstance(unit, Unit)
            around = self._concatenate(word[position + 1 :], word[:position])
            return self._element(around, unit.column, unit.row)
        if len(word) > 1:
            word = self._concatenate(word[-1:], word[:-1])
        if len(word) == 1 and isinstance(letter := self.letters[word[0]], Diagonal):
            return sum(self.diagonal_entries(letter), self.ring.zero), ()
        if word not in self._traces:
            self._traces[word] = self._canonical_trace(word)
        return self._traces[word]

    def _canonical_trace(self, word: Word) -> tuple[Polynomial | None, tuple[Scalar, ...]]:
        """The least of all rotations of the word and of its transpose; daggers rather than stars if possible."""
        sign, transposed = self.operate(word, TRANSPOSED)
        best, other = self._least_rotation(word), self._least_rotation(transposed)
        if best == other:
            return (None, (Scalar(best),)) if sign == 1 else (self.ring.zero, ())
        if self._closed_order(best) < self._closed_order(other):
            return None, (Scalar(best),)
        return (None if sign == 1 else self.ring.constant(-1)), (Scalar(other),)

    def _closed_order(self, word: Word) -> tuple[int, tuple[tuple[object, ...], ...]]:
        """A sort key that prefers plain and daggered matrices to transposed and conjugated ones."""
        letters = (self.letters[number] for number in word)
        unusual = sum(isinstance(x, Matrix) and x.operation in (TRANSPOSED, CONJUGATED) for x in letters)
        return unusual, self.word_order(word)

    def _least_rotation(self, word: Word) -> Word:
        return min((word[i:] + word[:i] for i in range(len(word))), key=self.word_order)

    def word_order(self, word: Word) -> tuple[tuple[object, ...], ...]:
        """A sort key for words that does not depend on the order of discovery."""
        return tuple(self._orders[number] for number in word)

    def scalar_order(self, scalar: Scalar) -> tuple[object, ...]:
        """A sort key for traces and elements that does not depend on the order of discovery."""
        return len(scalar.word), self.word_order(scalar.word), scalar.element or ()

    def conjugate_polynomial(self, polynomial: Polynomial) -> Polynomial:
        """The complex conjugate of a commuting polynomial."""
        used = [name for name in self.ring.used_symbols(polynomial) if name in self.conjugates]
        if not used:
            return polynomial
        generators = [self.ring.symbol(self.conjugates.get(name, name)) for name in self.ring.symbols]
        return polynomial.compose(*generators)


def _times(a: Polynomial | None, b: Polynomial | None) -> Polynomial | None:
    if a is None:
        return b
    return a if b is None else a * b


@dataclass(frozen=True)
class FlavourSum:
    """A sum of words times scalars times commuting polynomials, all of one shape. Immutable."""

    alphabet: Alphabet = field(repr=False)
    terms: Mapping[Key, Polynomial]

    def __bool__(self) -> bool:
        return bool(self.terms)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FlavourSum) and self.terms == other.terms

    def __hash__(self) -> int:
        return hash(frozenset(self.terms))

    def __add__(self, other: FlavourSum) -> FlavourSum:
        terms = dict(self.terms)
        for key, coefficient in other.terms.items():
            terms[key] = terms[key] + coefficient if key in terms else coefficient
        return self.alphabet.value(terms)

    def __mul__(self, other: FlavourSum) -> FlavourSum:
        alphabet = self.alphabet
        terms: dict[Key, Polynomial] = {}
        for (left, left_scalars), a in self.terms.items():
            for (right, right_scalars), b in other.terms.items():
                coefficient = a * b
                factor, word, split = alphabet.join(left, right)
                if factor is not None:
                    coefficient = coefficient * factor
                word, coefficient, split = _close_if_number(alphabet, word, coefficient, split)
                key = (word, _sorted_scalars(alphabet, left_scalars + right_scalars + split))
                terms[key] = terms[key] + coefficient if key in terms else coefficient
        return alphabet.value(terms)

    def scale(self, factor: Polynomial | int) -> FlavourSum:
        """The value times a commuting polynomial."""
        return self.alphabet.value({key: c * factor for key, c in self.terms.items()})

    def operate(self, change: int) -> FlavourSum:
        """The value transposed (TRANSPOSED), conjugated (CONJUGATED) or daggered (DAGGERED)."""
        alphabet = self.alphabet
        terms: dict[Key, Polynomial] = {}
        for (word, scalars), coefficient in self.terms.items():
            sign, changed = alphabet.operate(word, change)
            if change & CONJUGATED:
                coefficient = alphabet.conjugate_polynomial(coefficient)
                factor, scalars = _conjugate_scalars(alphabet, scalars)
                if factor is not None:
                    coefficient = coefficient * factor
            key = (changed, scalars)
            coefficient = coefficient * sign
            terms[key] = terms[key] + coefficient if key in terms else coefficient
        return alphabet.value(terms)

    def trace(self, size: int) -> FlavourSum:
        """The trace over generations; `size` is their number, the trace of the unit matrix."""
        alphabet = self.alphabet
        terms: dict[Key, Polynomial] = {}
        for (word, scalars), coefficient in self.terms.items():
            factor, split = alphabet.close(word, size)
            if factor is not None:
                coefficient = coefficient * factor
            key = ((), _sorted_scalars(alphabet, scalars + split))
            terms[key] = terms[key] + coefficient if key in terms else coefficient
        return alphabet.value(terms)

    def element(self, row: int, column: int) -> FlavourSum:
        """One element of the matrix, as a value without an open word."""
        alphabet = self.alphabet
        terms: dict[Key, Polynomial] = {}
        for (word, scalars), coefficient in self.terms.items():
            factor, split = self._element_of(word, row, column)
            if factor is not None:
                coefficient = coefficient * factor
            key = ((), _sorted_scalars(alphabet, scalars + split))
            terms[key] = terms[key] + coefficient if key in terms else coefficient
        return alphabet.value(terms)

    def _element_of(self, word: Word, row: int, column: int) -> tuple[Polynomial | None, tuple[Scalar, ...]]:
        alphabet = self.alphabet
        position = next((i for i, number in enumerate(word) if isinstance(alphabet.letters[number], Unit)), None)
        if position is None:
            return alphabet._element(word, row, column)
        unit = alphabet.letters[word[position]]
        assert isinstance(unit, Unit)
        left, left_scalars = alphabet._element(word[:position], row, unit.row)
        right, right_scalars = alphabet._element(word[position + 1 :], unit.column, column)
        return _times(left, right), left_scalars + right_scalars


def _close_if_number(
    alphabet: Alphabet, word: Word, coefficient: Polynomial, split: tuple[Scalar, ...]
) -> tuple[Word, Polynomial, tuple[Scalar, ...]]:
    """A word with one row and one column is a number, which its trace gives."""
    if not word or alphabet.shape(word) != (1, 1):
        return word, coefficient, split
    factor, scalars = alphabet.close(word, 1)
    return (), coefficient if factor is None else coefficient * factor, split + scalars


def _sorted_scalars(alphabet: Alphabet, scalars: tuple[Scalar, ...]) -> tuple[Scalar, ...]:
    return scalars if len(scalars) < 2 else tuple(sorted(scalars, key=alphabet.scalar_order))


def _conjugate_scalars(alphabet: Alphabet, scalars: tuple[Scalar, ...]) -> tuple[Polynomial | None, tuple[Scalar, ...]]:
    """A factor and the conjugates in normal form."""
    factor: Polynomial | None = None
    result: tuple[Scalar, ...] = ()
    for scalar in scalars:
        sign, word = alphabet.operate(scalar.word, CONJUGATED)
        if scalar.element is None:
            own, split = alphabet.close(word, 0)
        else:
            own, split = alphabet.canonical_element(None, word, *scalar.element)
        factor = _times(factor, own)
        if sign == -1:
            factor = _times(factor, alphabet.ring.constant(-1))
        result += split
    return factor, _sorted_scalars(alphabet, result)


def total(values: Iterable[FlavourSum], zero: FlavourSum) -> FlavourSum:
    """The sum of many values, without a copy per step."""
    terms: dict[Key, Polynomial] = {}
    for value in values:
        for key, coefficient in value.terms.items():
            terms[key] = terms[key] + coefficient if key in terms else coefficient
    return zero.alphabet.value(terms)
