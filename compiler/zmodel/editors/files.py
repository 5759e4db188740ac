"""Syntax files for editors, written from the grammar: TextMate's for VS Code and others, Vim's and Emacs'."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zmodel.editors.words import Words, language_words, terminal_patterns
from zmodel.emit.templates import render_template

_NAME_CHARACTER = "[A-Za-z0-9_\u0370-\u03ff\u00b5]"
_BLANK = "[ \\t\\f\u00a0]"
# Where a statement can begin in a line.
_START = f"(?:^|(?<=;)){_BLANK}*"
_SIGNS = "-+\u2212*/\u00b7^=\u2020<>!"


@dataclass(frozen=True)
class TextMateView:
    """Regular expressions, each as a JSON string."""

    string: str
    param: str
    require: str
    end_of_statement: str
    domain: str
    predicates: str
    mixing: str
    group: str
    declaration: str
    statement: str
    keywords: str
    operators: str
    connectives: str
    functions: str
    constants: str
    units: str
    representation: str
    decimal: str
    integer: str
    unknown: str
    name: str
    signs: str
    punctuation: str


@dataclass(frozen=True)
class VimView:
    """Patterns of Vim, and words divided by blanks for `syntax keyword`."""

    start: str
    name: str
    signs: str
    statements: str
    declaring: str
    keywords: str
    operators: str
    connectives: str
    functions: str
    constants: str
    units: str
    predicates: str
    domains: str
    forms: str
    families: str


@dataclass(frozen=True)
class EmacsView:
    """Parts of regular expressions, with backslashes doubled as in strings of Lisp."""

    version: str
    start: str
    name: str
    signs: str
    declaring: str
    keywords: str
    functions: str
    constants: str
    predicates: str
    domains: str
    forms: str
    families: str


@dataclass(frozen=True)
class PackageView:
    """What the description of the VS Code extension takes from the compiler."""

    version: str


def editor_files(version: str) -> dict[str, str]:
    """The text of each generated file, by its path in `grammar/editors`.

    Args:
        version: of zmodel, which is that of the VS Code extension.
    """
    words, patterns = language_words(), terminal_patterns()
    return {
        "emacs/zmodel-mode.el": render_template("editors/zmodel-mode.el.jinja", emacs_view(words, version)),
        "vim/syntax/zmodel.vim": render_template("editors/zmodel.vim.jinja", vim_view(words)),
        "vscode/package.json": render_template("editors/package.json.jinja", PackageView(version)),
        "vscode/syntaxes/zmodel.tmLanguage.json": render_template(
            "editors/zmodel.tmLanguage.json.jinja", textmate_view(words, patterns)
        ),
    }


# ------------------------------------------------------------------ TextMate
def textmate_view(words: Words, patterns: Mapping[str, str]) -> TextMateView:
    """The regular expressions of the TextMate grammar; lookbehinds are of one character, so Python can test them."""
    name = patterns["NAME"]
    groups = _word(words.families)
    expressions = {
        "string": patterns["STRING"],
        "param": rf"{_START}(param){_BLANK}+({name})",
        "require": rf"{_START}{_word(['require'])}",
        "end_of_statement": "(?=[;#])|$",
        "domain": rf"(:){_BLANK}*{_word(words.domains)}",
        "predicates": _word(words.predicates),
        "mixing": rf"{_START}(mixing){_BLANK}+{_word(words.forms)}",
        "group": rf"{_START}(gauge|global){_BLANK}+({name}){_BLANK}*(=){_BLANK}*{groups}",
        "declaration": rf"{_START}{_word(words.declaring)}{_BLANK}+({name})",
        "statement": rf"{_START}{_word(words.statements)}",
        "keywords": _word([*words.keywords, *words.statements]),
        "operators": _word(words.operators),
        "connectives": _word(words.connectives),
        "functions": _word(words.functions),
        "constants": _word([*words.constants, *words.matrices]),
        "units": _word(words.units),
        "representation": patterns["REPRESENTATION"],
        "decimal": patterns["DECIMAL"],
        "integer": patterns["INT"],
        "unknown": patterns["UNKNOWN"],
        "name": name,
        "signs": f"[{re.escape(_SIGNS)}]",
        "punctuation": r"[()\[\]{},:;.]",
    }
    return TextMateView(**{key: json.dumps(text, ensure_ascii=False) for key, text in expressions.items()})


def _word(words: Iterable[str]) -> str:
    """One of some words, whole, as a group."""
    return rf"(?<!{_NAME_CHARACTER})({'|'.join(words)})(?!{_NAME_CHARACTER})"


# ------------------------------------------------------------------ Vim
def vim_view(words: Words) -> VimView:
    """The patterns of the Vim syntax file."""
    letters = r"A-Za-z_\u0370-\u03ff\u00b5"
    return VimView(
        start=r"\%(^\|;\)\s*",
        name=rf"[{letters}][0-9{letters}]*",
        signs="[" + _SIGNS.replace("/", r"\/").replace("^", r"\^") + "]",
        statements=r"\|".join(words.statements),
        declaring=r"\|".join(words.declaring),
        keywords=r"\|".join([*words.keywords, *words.statements]),
        operators=" ".join(words.operators),
        connectives=" ".join(words.connectives),
        functions=" ".join(words.functions),
        constants=" ".join([*words.constants, *words.matrices]),
        units=" ".join(words.units),
        predicates=r"\|".join(words.predicates),
        domains=r"\|".join(words.domains),
        forms=r"\|".join(words.forms),
        families=r"\|".join(words.families),
    )


# ------------------------------------------------------------------ Emacs
def emacs_view(words: Words, version: str) -> EmacsView:
    """What Emacs has no class of its own for goes into the nearest: operators are functions, units are constants."""

    def one_of(*classes: Iterable[str]) -> str:
        return r"\\|".join(word for group in classes for word in group)

    return EmacsView(
        version=version,
        start=r"\\(?:^\\|;\\)[ \t\f]*",
        name=_NAME_CHARACTER.replace("0-9", "") + _NAME_CHARACTER + "*",
        signs=f"{_SIGNS}:.\\\\",
        declaring=one_of(words.declaring),
        keywords=one_of(words.keywords, words.statements, words.connectives),
        functions=one_of(words.operators, words.functions),
        constants=one_of(words.constants, words.matrices, words.units),
        predicates=one_of(words.predicates),
        domains=one_of(words.domains),
        forms=one_of(words.forms),
        families=one_of(words.families),
    )
