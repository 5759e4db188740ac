"""Derived results to graphs: polynomials in Horner form, flavour words as matrix products, expressions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from zmodel.algebra import Polynomial
from zmodel.algebra.flavour import Alphabet, FlavourSum
from zmodel.algebra.letters import CONJUGATED, DAGGERED, PLAIN, TRANSPOSED, Diagonal, Matrix, Scalar, Unit, Word
from zmodel.emit.kernel.graph import Graph
from zmodel.model.expression import Add, Constant, Expression, Function, Multiply, Name, Power

Term = tuple[Fraction, tuple[tuple[int, int], ...]]
"""A coefficient and powers of nodes."""


class UnevaluableError(ValueError):
    """A result still depends on parameters that the emitted code has no numbers for."""


@dataclass
class Builder:
    """Turns values of one alphabet into nodes of one graph.

    Attributes:
        graph: where nodes go.
        alphabet: of the values.
        symbols: the node of each symbol of the ring and of each coupling matrix.
    """

    graph: Graph
    alphabet: Alphabet
    symbols: dict[str, int]
    _words: dict[Word, int] = field(default_factory=dict)
    _scalars: dict[Scalar, int] = field(default_factory=dict)

    # -------------------------------------------------------------- flavour sums
    def value(self, value: FlavourSum, shape: tuple[int, int] | None) -> int:
        """A flavour sum as a node; `shape` is that of the matrix, None for a number."""
        by_word: dict[Word, list[Term]] = {}
        for (word, scalars), coefficient in value.terms.items():
            atoms = Counter(self.scalar(scalar) for scalar in scalars)
            by_word.setdefault(word, []).extend(self._terms(coefficient, atoms))
        if shape is None:
            return self.horner(by_word.get((), []))
        parts = [self.graph.scale(self.horner(terms), self.word(word, shape)) for word, terms in self._ordered(by_word)]
        return self.graph.add(parts) if parts else self._zero(shape)

    def _ordered(self, by_word: Mapping[Word, list[Term]]) -> list[tuple[Word, list[Term]]]:
        return sorted(by_word.items(), key=lambda item: (len(item[0]), self.alphabet.word_order(item[0])))

    def _zero(self, shape: tuple[int, int]) -> int:
        return self.graph.scale(self.graph.constant(0), self.graph.unit(0, 0, shape))

    def _terms(self, polynomial: Polynomial, atoms: Mapping[int, int]) -> list[Term]:
        terms = []
        for coefficient, powers in self.alphabet.ring.terms(polynomial):
            factors = Counter(atoms)
            for name, power in self._paired(dict(powers)):
                factors[name] += power
            terms.append((coefficient, tuple(sorted(factors.items()))))
        return terms

    def _paired(self, powers: dict[str, int]) -> list[tuple[int, int]]:
        """Powers of nodes, with z times its conjugate as the real number |z|^2."""
        result = []
        for name, power in powers.items():
            if name not in self.symbols:
                raise UnevaluableError(name)
            partner = self.alphabet.conjugates.get(name)
            shared = min(power, powers.get(partner, 0)) if partner is not None else 0
            if shared and self.graph.nodes[self.symbols[name]].operation == "input":
                result.append((self.graph.absolute_square(self.symbols[name]), shared))
            if power > shared:
                result.append((self.symbols[name], power - shared))
        return result

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
        trace = self.graph.trace(self.word(word, None))
        sign, daggered = self.alphabet.operate(word, DAGGERED)
        factor, closed = self.alphabet.close(daggered, 0)
        is_real = sign == 1 and factor is None and closed == (Scalar(word),)
        return self.graph.real(trace) if is_real else trace

    def word(self, word: Word, shape: tuple[int, int] | None) -> int:
        """A product of letters; products of pairs Y Y^dag are shared first because they occur everywhere."""
        if not word:
            if shape is None:
                raise ValueError("the empty word needs a shape")
            return self.graph.identity(shape[0])
        if word not in self._words:
            self._words[word] = self._product(word)
        return self._words[word]

    def _product(self, word: Word) -> int:
        if len(word) == 1:
            return self._letter(word[0])
        if len(word) % 2:
            return self.graph.matmul(self.word(word[:-1], None), self.word(word[-1:], None))
        if len(word) == 2:
            return self.graph.matmul(self.word(word[:1], None), self.word(word[1:], None))
        return self.graph.matmul(self.word(word[:2], None), self.word(word[2:], None))

    def _letter(self, number: int) -> int:
        letter = self.alphabet.letters[number]
        match letter:
            case Matrix(name, _, _, operation):
                node = self.symbols[name]
                if operation in (CONJUGATED, DAGGERED):
                    node = self.graph.conjugate(node)
                if operation in (TRANSPOSED, DAGGERED):
                    node = self.graph.transpose(node)
                assert operation in (PLAIN, TRANSPOSED, CONJUGATED, DAGGERED)
                return node
            case Unit(row, column, rows, columns):
                return self.graph.unit(row, column, (rows, columns))
            case Diagonal():
                entries = self.alphabet.diagonal_entries(letter)
                return self.graph.diagonal([self.horner(self._terms(entry, {})) for entry in entries])

    # -------------------------------------------------------------- polynomials
    def horner(self, terms: list[Term]) -> int:
        """A polynomial in nodes with the most frequent factors taken out, again and again."""
        graph = self.graph
        collected: dict[tuple[tuple[int, int], ...], Fraction] = {}
        for coefficient, powers in terms:
            collected[powers] = collected.get(powers, Fraction(0)) + coefficient
        merged = [(c, powers) for powers, c in sorted(collected.items()) if c]
        return _horner(graph, merged)


def _horner(graph: Graph, terms: list[Term]) -> int:
    if len(terms) <= 1:
        return _monomial(graph, *terms[0]) if terms else graph.constant(0)
    counts: Counter[int] = Counter(node for _, powers in terms for node, _ in powers)
    factor, count = min(counts.items(), key=lambda item: (-item[1], item[0])) if counts else (0, 0)
    if count < 2:
        return graph.add([_monomial(graph, *term) for term in terms])
    holding = [term for term in terms if any(node == factor for node, _ in term[1])]
    power = min(dict(powers)[factor] for _, powers in holding)
    quotient = [(c, _divide(powers, factor, power)) for c, powers in holding]
    rest = [term for term in terms if term not in holding]
    taken = graph.multiply([graph.power(factor, power), _horner(graph, sorted(quotient, key=lambda t: t[1]))])
    if not rest:
        return taken
    return graph.add([*_summands(graph, _horner(graph, rest)), taken])


def _summands(graph: Graph, number: int) -> tuple[int, ...]:
    node = graph.nodes[number]
    return node.arguments if node.operation == "add" else (number,)


def _divide(powers: tuple[tuple[int, int], ...], factor: int, power: int) -> tuple[tuple[int, int], ...]:
    return tuple((n, e - power if n == factor else e) for n, e in powers if n != factor or e > power)


def _monomial(graph: Graph, coefficient: Fraction, powers: tuple[tuple[int, int], ...]) -> int:
    return graph.multiply([graph.constant(coefficient), *(graph.power(node, e) for node, e in powers)])


# ------------------------------------------------------------------ expressions
def expression_node(graph: Graph, expression: Expression, symbols: Mapping[str, int]) -> int:
    """An expression of the model as a node.

    Raises:
        UnevaluableError: if a name has no node, or a power is not an integer.
    """
    match expression:
        case Constant(value):
            return graph.constant(value)
        case Name(name):
            if name not in symbols:
                raise UnevaluableError(name)
            return symbols[name]
        case Function(name, argument):
            node = expression_node(graph, argument, symbols)
            return graph.conjugate(node) if name == "conj" else graph.function(name, node)
        case Add(terms):
            return graph.add([expression_node(graph, term, symbols) for term in terms])
        case Multiply(factors):
            return graph.multiply([expression_node(graph, factor, symbols) for factor in factors])
        case Power(base, Constant(exponent)) if exponent.denominator == 1:
            return graph.power(expression_node(graph, base, symbols), int(exponent))
        case Power(base, Constant(exponent)) if exponent.denominator == 2:
            root = graph.function("sqrt", expression_node(graph, base, symbols))
            return graph.power(root, exponent.numerator)
        case Power():
            raise UnevaluableError("a power that is neither an integer nor a root")
