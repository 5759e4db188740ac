"""The words of the language by class, from the grammar and from what the model layer gives a meaning to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lark import Lark, Token

from zmodel.model.expression import CONSTANTS, FUNCTIONS, GEV
from zmodel.model.gauge import GROUP_FAMILIES
from zmodel.model.model import DOMAINS, MIXING_FORMS
from zmodel.model.statements import KNOWN_MATRICES, PREDICATES
from zmodel.syntax.lexing import Vocabulary, vocabulary
from zmodel.syntax.parser import STATEMENTS
from zmodel.syntax.table import grammar_parser

_CONNECTIVES = ("and", "not", "or")
# Statements that say something about what another one has declared.
_REFERRING = frozenset({"use", "mixing", "charges", "rotation", "small", "integrate", "search"})


@dataclass(frozen=True)
class Words:
    """Words by class. Those up to the units are reserved but for `abs`: no declaration can take them as its name.

    Attributes:
        statements: the first words of statements.
        declaring: those of them after which a name stands that the statement declares.
        keywords: the other keywords of the grammar.
        operators: what acts on fields in terms, such as `bar`.
        connectives: of conditions in scan files.
        functions: of expressions.
        constants: numbers with a name, such as `pi`.
        units: of energy.
        forms: of kinetic mixing, after `mixing`.
        domains: of parameters, behind the colon of `param`.
        families: of groups, behind the `=` of `gauge` and `global`.
        predicates: classes of terms, in `require`.
        matrices: that rotations know by name.
    """

    statements: tuple[str, ...]
    declaring: tuple[str, ...]
    keywords: tuple[str, ...]
    operators: tuple[str, ...]
    connectives: tuple[str, ...]
    functions: tuple[str, ...]
    constants: tuple[str, ...]
    units: tuple[str, ...]
    forms: tuple[str, ...]
    domains: tuple[str, ...]
    families: tuple[str, ...]
    predicates: tuple[str, ...]
    matrices: tuple[str, ...]


@lru_cache(maxsize=1)
def language_words() -> Words:
    """All words that have a meaning of their own somewhere in a model or scan file."""
    parser = grammar_parser()
    texts = {name: text for text, name in language_vocabulary().literals.items()}
    operators = {texts[rule.expansion[0].name] for rule in parser.rules if rule.origin.name == "operator"}
    others = {text for text in texts.values() if text.isidentifier()} - {*STATEMENTS, *operators, *_CONNECTIVES}
    named = [word for word in STATEMENTS if _takes_name(parser, language_vocabulary().literals, word)]
    return Words(
        statements=STATEMENTS,
        declaring=tuple(word for word in named if word not in _REFERRING),
        keywords=tuple(sorted(others)),
        operators=tuple(sorted(operators)),
        connectives=_CONNECTIVES,
        functions=("abs", "alpha", *FUNCTIONS),
        constants=tuple(CONSTANTS),
        units=tuple(GEV),
        forms=MIXING_FORMS,
        domains=DOMAINS,
        families=GROUP_FAMILIES,
        predicates=PREDICATES,
        matrices=tuple(KNOWN_MATRICES),
    )


@lru_cache(maxsize=1)
def language_vocabulary() -> Vocabulary:
    """What the compiler's own lexer knows of the grammar."""
    parser = grammar_parser()
    return vocabulary(parser.terminals, parser.lexer_conf.ignore)


def terminal_patterns() -> Mapping[str, str]:
    """The regular expression of each terminal that is no literal text, by its name in the grammar."""
    literals = set(language_vocabulary().literals.values())
    terminals = grammar_parser().terminals
    return {item.name: item.pattern.to_regexp() for item in terminals if item.name not in literals}


def _takes_name(parser: Lark, terminals: Mapping[str, str], word: str) -> bool:
    """Whether a name stands behind the first word of a statement."""
    state = parser.parse_interactive(start="start")
    state.feed_token(Token(terminals[word], word))
    return "NAME" in state.choices()  # type: ignore[no-untyped-call]  # lark's has none
