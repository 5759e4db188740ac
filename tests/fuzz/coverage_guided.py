"""Inputs that find new code: a harness for atheris (`pip install atheris`; Linux, outside CI).

    nice -n 19 python -m tests.fuzz.coverage_guided parse FOLDER tests/fuzz/corpus -max_total_time=600
    nice -n 19 python -m tests.fuzz.coverage_guided check FOLDER tests/fuzz/corpus -timeout=60

FOLDER receives the inputs that reach something new; further options are those of libFuzzer. The first input that
breaks a promise (`tests.fuzz.judge`) ends the run with its traceback and is written to `crash-...`.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["zmodel"]):
    from tests.fuzz.inputs import HOSTILE, mutated_words, split_words
    from tests.fuzz.judge import DEPTHS, judge

    from zmodel.syntax.parser import known_vocabulary

MEMORY = 3072
"""Megabytes that the process may have."""


def mutate(data: bytes, max_size: int, seed: int) -> bytes:
    """Every other mutation is one of words, since most bytes of a model file are no place to change anything."""
    if seed % 2:
        return bytes(atheris.Mutate(data, max_size))
    draw = random.Random(seed)
    words = split_words(data.decode("utf-8", "replace"))
    return "".join(mutated_words(words, (words,), draw)).encode()[:max_size]


def _dictionary(folder: Path) -> Path:
    """Words of the language and hostile ones, as libFuzzer reads them."""
    words = sorted({*known_vocabulary().literals, *HOSTILE})
    path = folder / "words.dict"
    lines = ["".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "surrogatepass")) for word in words]
    path.write_text("".join(f'"{line}"\n' for line in lines if line), encoding="ascii")
    return path


def main() -> None:
    """The command line: a depth, folders, options of libFuzzer."""
    if len(sys.argv) < 3 or sys.argv[1] not in DEPTHS:
        sys.exit(f"{__doc__}\nthe first argument is one of {', '.join(DEPTHS)}, the second a folder")
    depth, folders = sys.argv[1], sys.argv[2:]

    def target(data: bytes) -> None:
        judge(data, depth)

    Path(folders[0]).mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        options = [f"-dict={_dictionary(Path(folder))}", f"-rss_limit_mb={MEMORY}", "-max_len=4000", "-timeout=60"]
        atheris.Setup([sys.argv[0], *options, *folders], target, custom_mutator=mutate)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
