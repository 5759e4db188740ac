"""A plugin of pytest: the module that `ZMODEL_MUTANT` names is imported with the change of that number."""

from __future__ import annotations

import os
import sys
from itertools import islice
from pathlib import Path

from tests.mutation.mutants import mutants
from tests.mutation.swap import Overlay

_FILE, _NUMBER = os.environ["ZMODEL_MUTANT"].split(":")
_PATH = Path(__file__).parents[2] / "compiler" / "zmodel" / "derive" / _FILE
_TEXT = _PATH.read_text()
_MUTANT = next(islice(mutants(_TEXT), int(_NUMBER), None))
_NAME = "zmodel.derive." + _FILE.removesuffix(".py").replace("/", ".")
sys.meta_path.insert(0, Overlay(_NAME, _MUTANT.code(_TEXT, str(_PATH))))
