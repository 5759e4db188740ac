"""Inputs by number: the same number gives the same bytes, on any machine.

- `bytes`: random ones, and model files with random bytes put in;
- `tokens`: model files of this checkout with words left out, repeated, exchanged and replaced, by hostile ones too;
- `lines`: the same with whole statements, and numbers by small numbers, so that much of it goes through;
- `models`: models made up from groups, fields and terms (`tests.fuzz.models`);
- `grammar`: what the grammar allows, names and types aside (`tests.helpers.syntax_trees`).
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from tests.fuzz.models import random_model
from tests.helpers.syntax_trees import TREES

from zmodel.syntax import ast, format_tree
from zmodel.syntax.parser import STATEMENTS

ROOT = Path(__file__).parent.parent.parent
CORPUS = Path(__file__).parent / "corpus"
PARTS: Mapping[str, str] = {
    f"parts/{path.name}": path.read_text(encoding="utf-8")
    for folder in ("good", "bad")
    for path in sorted((ROOT / "tests" / folder / "parts").glob("*.zmodel"))
}
"""Files that inputs may use."""

_WORD = re.compile(r'"[^"\n]*"|[0-9.]+(?:[eE][+-]?[0-9]+)?|\w+|[ \t]+|\n|.', re.DOTALL)
_NUMBER = re.compile(r"[0-9.]+(?:[eE][+-]?[0-9]+)?")
HOSTILE = (
    *("0", "-1", "1/0", "00", "64", "65", "400", "401", "10000", "9" * 30, "9" * 61, "1" + "0" * 200),
    *("1e400", "1e-400", "9e99999999999", "1.", ".5", "0.1e0", "2^400", "2^2^2^2^2", "(1+a)^16"),
    *("99bar", "0bar", "3bar", "?", "?q", "?_1", "-" * 50, "dag(" * 20, "sqrt(" * 20, "not " * 20),
    *("(" * 33, ")" * 33, "[" * 31 + "1" + "]" * 31, "{", "}", "..", "[1..9]", "<", "==", "and", "or", ";;"),
    *("α", "а", "ｅ", "λ", "Ω", "ς", "µ", "ϕ", "ʹ", "†", "−", "·", "\u202e", "\u200b", "\u00a0", "\ufeff"),
    *("\x00", "\x0c", "\u0301", "\U0001d6fc", "\ud7ff", "\u2028", "\x85", "\r", "\\", "\\n", "`", "$", "'"),
    *("*/", "//", "#", "%", "&", '"', '""', '"*/ \\end{document} <script>"', '"../../etc/passwd.zmodel"'),
    *('"parts/dark.zmodel"', '"parts/circle.zmodel"', "import", "def", "lambda", "int", "double", "None", "True"),
    *("__class__", "_", "x" * 64, "x" * 65, "i", "pi", "E", "I", "sm", "vev", "keep", "real", "left", *STATEMENTS),
    *("bar", "cc", "tilde", "tr", "alpha", "CKM", "PMNS", "GeV", "M_Pl"),
)  # fmt: skip
BATCH = 200
"""Inputs of one number."""


def seeds() -> tuple[str, ...]:
    """The model files of this checkout, the kept corpus among them, in one order."""
    places = [ROOT / "model_files", ROOT / "tests" / "good", ROOT / "tests" / "bad", CORPUS]
    paths = [path for place in places for path in sorted(place.rglob("*.zmodel"))]
    return tuple(path.read_bytes().decode("utf-8", "replace") for path in paths)


def split_words(text: str) -> tuple[str, ...]:
    """The words of a text, blanks among them, roughly as the lexer has them; nothing is lost."""
    return tuple(_WORD.findall(text))


@lru_cache(maxsize=1)
def _tokens_of_seeds() -> tuple[tuple[str, ...], ...]:
    return tuple(map(split_words, seeds()))


@lru_cache(maxsize=1)
def _lines_of_seeds() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(text.splitlines()) for text in seeds())


# ------------------------------------------------------------------ kinds
def mutated_bytes(draw: random.Random) -> bytes:
    """Random bytes, or those of a model file with some of them changed."""
    if draw.random() < 0.3:
        return draw.randbytes(draw.choice((1, 5, 50, 500)))
    data = bytearray("".join(draw.choice(_tokens_of_seeds())).encode())
    for _ in range(draw.randint(1, 6)):
        place = draw.randint(0, len(data))
        match draw.randrange(4):
            case 0:
                data[place:place] = draw.randbytes(draw.randint(1, 4))
            case 1:
                del data[place : place + draw.choice((1, 2, 10, 200))]
            case 2 if place < len(data):
                data[place] ^= 1 << draw.randrange(8)
            case _:
                data[place:place] = draw.choice(HOSTILE).encode()
    return bytes(data)


def mutated_tokens(draw: random.Random) -> bytes:
    """A model file with a few words left out, repeated, exchanged or replaced."""
    every = _tokens_of_seeds()
    return "".join(mutated_words(draw.choice(every), every, draw)).encode()


def mutated_words(words: Sequence[str], others: Sequence[Sequence[str]], draw: random.Random) -> list[str]:
    """Words of a model file with a few changes; new ones are hostile, or come from other files."""
    words = list(words)
    for _ in range(draw.choice((1, 1, 1, 2, 3, 8))):
        place = draw.randint(0, len(words))
        match draw.randrange(6):
            case 0:
                del words[place : place + 1]
            case 1:
                words[place:place] = words[place : place + draw.choice((1, 1, 20))]
            case 2 if place < len(words):
                other = draw.randrange(len(words))
                words[place], words[other] = words[other], words[place]
            case 3 | 4:
                words[place : place + 1] = [draw.choice(HOSTILE)]
            case _:
                words[place : place + 1] = [draw.choice(draw.choice(others) or ("",))]
    return words


def mutated_lines(draw: random.Random) -> bytes:
    """A model file with statements left out, moved, or taken from another one, and other small numbers."""
    every = _lines_of_seeds()
    lines = list(draw.choice(every))
    for _ in range(draw.choice((1, 1, 2, 4))):
        place = draw.randint(0, len(lines))
        match draw.randrange(5):
            case 0:
                del lines[place : place + draw.choice((1, 1, 3))]
            case 1:
                lines.insert(place, draw.choice(draw.choice(every) or ("",)))
            case 2 if place < len(lines):
                lines.append(lines.pop(place))
            case 3 if place < len(lines):
                lines[place] = _with_other_numbers(lines[place], draw)
            case 4 if place < len(lines):
                lines[place] = _with_names_exchanged(lines[place], draw)
    return "\n".join(lines).encode()


def _with_other_numbers(line: str, draw: random.Random) -> str:
    def other(match: re.Match[str]) -> str:
        return str(draw.choice((0, 1, 2, 3, 4, 5, 6, 8, 10, 15))) if draw.random() < 0.4 else match.group()

    return _NUMBER.sub(other, line)


def _with_names_exchanged(line: str, draw: random.Random) -> str:
    words = sorted(set(re.findall(r"\b[A-Za-z]\w*\b", line)))
    if len(words) < 2:
        return line
    first, second = draw.sample(words, 2)
    swap = {first: second, second: first}
    return re.sub(r"\b[A-Za-z]\w*\b", lambda match: swap.get(match.group(), match.group()), line)


def from_grammar(number: int) -> list[bytes]:
    """A batch of texts of trees that the parser can produce."""
    found: list[bytes] = []

    @seed(number)
    @settings(max_examples=BATCH, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(TREES)
    def collect(tree: ast.SyntaxTree) -> None:
        found.append(format_tree(tree).encode())

    collect()
    return found


def _one_by_one(make: Callable[[random.Random], bytes], kind: str) -> Callable[[int], list[bytes]]:
    def batch(number: int) -> list[bytes]:
        draw = random.Random(f"{kind} {number}")
        return [make(draw) for _ in range(BATCH)]

    return batch


KINDS: Mapping[str, Callable[[int], list[bytes]]] = {
    "bytes": _one_by_one(mutated_bytes, "bytes"),
    "tokens": _one_by_one(mutated_tokens, "tokens"),
    "lines": _one_by_one(mutated_lines, "lines"),
    "models": _one_by_one(lambda draw: random_model(draw).encode(), "models"),
    "grammar": from_grammar,
}
"""A batch of inputs by kind and number."""
