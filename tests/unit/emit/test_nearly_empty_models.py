"""Models with next to nothing in them: emitted C passes its own flags, and Python has what little there is."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import numpy as np
import pytest
from tests.helpers.emitted import STRICT, emit, layout
from tests.helpers.models import compile_text

MODELS = {
    "nothing": "",
    "no gauge group": "global X = U(1)\nfermion a left (X: 1)\n",
    "no matter, U(1)": "gauge X = U(1) coupling g\n",
    "no matter, SU(3)": "gauge C = SU(3) coupling g3\n",
    "no matter, two U(1)s": "gauge X = U(1) coupling g\ngauge Y = U(1) coupling h\nmixing eta (X, Y)\n",
    "no scalars": "fermion a left\nfermion b right\nmass M = bar(a) b\n",
    "a Majorana mass": "fermion a[3] left\nmass M = a a\n",
    "no potential": "scalar S\n",
    "a potential of masses": "scalar S\npotential { m = dag(S) S }\n",
    "a potential alone": "scalar S real\npotential { m = S^2\nl = S^4 }\n",
    "nothing to match": "use sm\ngauge X = U(1) coupling gX boson Z mass M_X\nintegrate Z at M_X\n",
}


@pytest.mark.parametrize("name", MODELS)
def test_emitted_code(name: str, tmp_path: Path) -> None:
    emitted = emit(compile_text(f"model m\n{MODELS[name]}"), tmp_path)
    slopes = emitted.python.beta({item["name"]: np.full(item["shape"], 0.5) for item in layout(emitted)}, loops=1)
    assert list(slopes) == list(emitted.python.COUPLINGS)
    assert all(np.all(np.isfinite(value)) for value in slopes.values())
    compiler = shutil.which("gcc")
    if compiler is None:
        pytest.skip("there is no gcc")
    done = subprocess.run([compiler, *STRICT, "-c", "m.c"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
