"""Derived results to graphs: polynomials in Horner form, flavour words as matrix products, expressions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from zmodel.algebra import Polynomial
from zmodel.algebra.flavour import Alphabet, FlavourSum
from zmodel.algebra.letters import CONJUGATED, DAGGERED, TRANSPOSED, Diagonal, Matrix, Scalar, Unit, Word
from zmodel.emit.kernel.graph import ENTIRE, Graph
from zmodel.emit.kernel.horner import Term, horner
from zmodel.model.expression import Add, Constant, Expression, Function, Multiply, Name, Power

Powers = tuple[tuple[str, int], ...]
"""Powers of symbols."""


class UnevaluableError(ValueError):
    """A result holds what the emitted code has no numbers for; the message is a sentence."""


def _without_value(name: str) -> UnevaluableError:
    return UnevaluableError(f"`{name}` has no value")


@dataclass
class Builder:
    """Turns values of one alphabet into nodes of one graph.

    Attributes:
        graph: where nodes go.
        alphabet: of the values.
        symbols: the node of each symbol of the ring and of each coupling matrix.
        parameters: the symbols that do not run.
    """

    graph: Graph
    alphabet: Alphabet
    symbols: dict[str, int]
    parameters: frozenset[str]
    _words: dict[Word, int] = field(default_factory=dict)
    _scalars: dict[Scalar, int] = field(default_factory=dict)

    # -------------------------------------------------------------- flavour sums
    def value(self, parts: Sequence[tuple[FlavourSum, Mapping[int, int]]], shape: tuple[int, int] | None) -> int:
        """A sum of flavour sums as a node.

        Args:
            parts: each with the powers of nodes that multiply it.
            shape: of the matrix, None for a number.
        """
        by_word: dict[Word, list[Term]] = {}
        for value, factors in parts:
            for (word, scalars), coefficient in value.terms.items():
                atoms = Counter(factors)
                atoms.update(self.scalar(scalar) for scalar in scalars)
                by_word.setdefault(word, []).extend(self._terms(coefficient, atoms))
        if shape is None:
            return horner(self.graph, by_word.get((), []))
        return self._matrix({word: horner(self.graph, by_word[word]) for word in self._ordered(by_word)}, shape)

    def _ordered(self, words: Iterable[Word]) -> list[Word]:
        return sorted(words, key=lambda word: (len(word), self.alphabet.word_order(word)))

    def _matrix(self, coefficients: Mapping[Word, int], shape: tuple[int, int]) -> int:
        """A sum of words with the letter at one end taken out: (a Y Y^dag + b Z Z^dag) Y takes one product."""
        if not coefficients:
            return self._zero(shape)
        at_end = len({word[-1:] for word in coefficients}) <= len({word[:1] for word in coefficients})
        groups: dict[Word, dict[Word, int]] = {}
        for word, coefficient in coefficients.items():
            letter, rest = (word[-1:], word[:-1]) if at_end else (word[:1], word[1:])
            groups.setdefault(letter, {})[rest] = coefficient
        graph = self.graph
        parts = []
        for letter, rests in groups.items():
            alone = rests.pop((), None)
            if alone is not None:
                parts.append(graph.scale(alone, self.word(letter, shape)))
            if rests:
                others = graph.add([graph.scale(c, self.word(rest, None)) for rest, c in rests.items()])
                own = self.word(letter, None)
                parts.append(graph.matmul(others, own) if at_end else graph.matmul(own, others))
        return graph.add(parts)

    def _zero(self, shape: tuple[int, int]) -> int:
        return self.graph.scale(self.graph.constant(0), self.graph.unit(0, 0, shape))

    def _terms(self, polynomial: Polynomial, atoms: Mapping[int, int]) -> list[Term]:
        terms = []
        for powers, coefficients in self._by_couplings(polynomial).items():
            factors = Counter(atoms)
            for name, power in self._paired(dict(powers)):
                factors[name] += power
            coefficient, node = self._charges(coefficients)
            if node is not None:
                factors[node] += 1
            terms.append((coefficient, tuple(sorted(factors.items()))))
        return terms

    def _by_couplings(self, polynomial: Polynomial) -> dict[Powers, list[tuple[Fraction, Powers]]]:
        """Monomials in couplings with their coefficients, which are polynomials in parameters."""
        result: dict[Powers, list[tuple[Fraction, Powers]]] = {}
        for coefficient, powers in self.alphabet.ring.terms(polynomial):
            constant = tuple(item for item in powers if item[0] in self.parameters)
            running = tuple(item for item in powers if item[0] not in self.parameters)
            result.setdefault(running, []).append((coefficient, constant))
        return result

    def _charges(self, terms: list[tuple[Fraction, Powers]]) -> tuple[Fraction, int | None]:
        """A polynomial in parameters as a number times a node: multiples of one polynomial are the same node."""
        lead = terms[0][0]
        if len(terms) == 1 and not terms[0][1]:
            return lead, None
        nodes: list[Term] = [(c / lead, tuple(sorted(self._paired(dict(powers))))) for c, powers in terms]
        return lead, horner(self.graph, nodes)

    def _paired(self, powers: dict[str, int]) -> list[tuple[int, int]]:
        """Powers of nodes, with z times its conjugate as the real number |z|^2."""
        result = []
        for name, power in powers.items():
            if name not in self.symbols:
                raise _without_value(name)
            partner = self.alphabet.conjugates.get(name)
            shared = min(power, powers.get(partner, 0)) if partner is not None else 0
            if shared and partner is not None and self._is_first(name, partner):
                result.append((self.graph.absolute_square(self.symbols[name]), shared))
            if power > shared:
                result.append((self.symbols[name], power - shared))
        return result

    def _is_first(self, name: str, partner: str) -> bool:
        """Which of z and its conjugate stands for both; they are one node if z is taken to be real."""
        if self.symbols[name] == self.symbols.get(partner):
            return name < partner
        return self.graph.nodes[self.symbols[name]].operation == "input"

    def scalar(self, scalar: Scalar) -> int:
        """A trace or an element of a word."""
        if scalar not in self._scalars:
            if scalar.element is None:
                node = self._trace(scalar.word)
            else:
                node = self.graph.element(self.word(scalar.word, None), *scalar.element)
            self._scalars[scalar] = node
        return self._scalars[scalar]

    def _trace(self, word: Word) -> int:
        """tr(W W^dag) and the like are real, which saves half of the work."""
        trace = self._closed(word)
        sign, daggered = self.alphabet.operate(word, DAGGERED)
        factor, closed = self.alphabet.close(daggered, 0)
        is_real = sign == 1 and factor is None and closed == (Scalar(word),)
        return self.graph.real(trace) if is_real else trace

    def _closed(self, word: Word) -> int:
        """The trace, cut where it can be made of products that are there already."""
        if len(word) == 1:
            return self.graph.trace(self.word(word, None))
        half = max(1, len(word) // 4 * 2)
        sign, transposed = self.alphabet.operate(word, TRANSPOSED)
        spellings = [spelling[i:] + spelling[:i] for spelling in (word, transposed) for i in range(len(word))]

        def new_products(spelling: Word) -> tuple[int, int]:
            halves = (spelling[:half], spelling[half:])
            new = sum(len(part) > 1 and self._canonical(part)[2] not in self._words for part in halves)
            return new, self._oddities(spelling)

        best = min(spellings, key=new_products)
        trace = self.graph.inner(self.word(best[:half], None), self.word(best[half:], None))
        return trace if sign == 1 or best in spellings[: len(word)] else self._negative(trace)

    def _negative(self, number: int) -> int:
        return self.graph.multiply([self.graph.constant(-1), number])

    def _oddities(self, word: Word) -> int:
        """How many letters are transposed or conjugated, where most are plain or daggered."""
        letters = (self.alphabet.letters[number] for number in word)
        return sum(isinstance(letter, Matrix) and letter.operation in (TRANSPOSED, CONJUGATED) for letter in letters)

    def word(self, word: Word, shape: tuple[int, int] | None) -> int:
        """A product of letters; products of pairs Y Y^dag are shared first because they occur everywhere."""
        if not word:
            if shape is None:
                raise ValueError("the empty word needs a shape")
            return self.graph.identity(shape[0])
        if word not in self._words:
            self._words[word] = self._product(word)
        return self._words[word]

    def _canonical(self, word: Word) -> tuple[int, int, Word]:
        """The first in order among a word, its transpose, conjugate and adjoint: sign, operation and word."""
        found = [(change, *self.alphabet.operate(word, change)) for change in range(4)]
        operation, sign, canonical = min(
            found, key=lambda item: (self._oddities(item[2]), self.alphabet.word_order(item[2]))
        )
        return sign, operation, canonical

    def _product(self, word: Word) -> int:
        if len(word) == 1:
            return self._letter(word[0])
        sign, operation, canonical = self._canonical(word)
        if canonical != word:
            node = self._operate(self.word(canonical, None), operation)
            return node if sign == 1 else self.graph.scale(self.graph.constant(-1), node)
        if len(word) % 2:
            return self.graph.matmul(self.word(word[:-1], None), self.word(word[-1:], None))
        if len(word) == 2:
            return self.graph.matmul(self.word(word[:1], None), self.word(word[1:], None))
        return self.graph.matmul(self.word(word[:2], None), self.word(word[2:], None))

    def _letter(self, number: int) -> int:
        letter = self.alphabet.letters[number]
        match letter:
            case Matrix(name, _, _, operation):
                return self._operate(self.symbols[name], operation)
            case Unit(row, column, rows, columns):
                return self.graph.unit(row, column, (rows, columns))
            case Diagonal():
                entries = self.alphabet.diagonal_entries(letter)
                return self.graph.diagonal([horner(self.graph, self._terms(entry, {})) for entry in entries])

    def _operate(self, matrix: int, operation: int) -> int:
        if operation == TRANSPOSED:
            return self.graph.transpose(matrix)
        if operation == CONJUGATED:
            return self.graph.conjugate(matrix)
        return self.graph.adjoint(matrix) if operation == DAGGERED else matrix


# ------------------------------------------------------------------ expressions
def expression_node(graph: Graph, expression: Expression, symbols: Mapping[str, int]) -> int:
    """An expression of the model as a node.

    Raises:
        UnevaluableError: if a name has no node, a power is not an integer, or a function with branch cuts has a
            complex argument.
    """
    match expression:
        case Constant(value):
            return graph.constant(value)
        case Name("i"):
            return graph.imaginary_unit()
        case Name("pi"):
            return graph.function("acos", graph.constant(-1))
        case Name(name):
            if name not in symbols:
                raise _without_value(name)
            return symbols[name]
        case Function("conj", argument):
            return graph.conjugate(expression_node(graph, argument, symbols))
        case Function(name, argument):
            return _function(graph, name, expression_node(graph, argument, symbols))
        case Add(terms):
            return graph.add([expression_node(graph, term, symbols) for term in terms])
        case Multiply(factors):
            return graph.multiply([expression_node(graph, factor, symbols) for factor in factors])
        case Power(base, Constant(exponent)) if exponent.denominator == 1:
            return graph.power(expression_node(graph, base, symbols), int(exponent))
        case Power(base, Constant(exponent)) if exponent.denominator == 2:
            root = _function(graph, "sqrt", expression_node(graph, base, symbols))
            return graph.power(root, exponent.numerator)
        case Power():
            raise UnevaluableError("emitted code has no power that is neither an integer nor a root")


def _function(graph: Graph, name: str, argument: int) -> int:
    if graph.nodes[argument].is_complex and name not in ENTIRE:
        raise UnevaluableError(f"emitted code has no `{name}` of a complex number")
    return graph.function(name, argument)
