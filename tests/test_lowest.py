"""The lowest versions that `pyproject.toml` allows, as constraints that an environment can be made of.

`pip install -c tests/lowest.txt ".[test]"` installs them; `pytest --update-golden` writes the file anew.
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from tests.conftest import Golden

ROOT = Path(__file__).parent.parent
REQUIREMENT = re.compile(r"(?P<name>[a-z0-9-]+)(\[[a-z,]+\])?(>=(?P<lowest>[0-9.]+))?(,?<[0-9.]+)?")
HEADER = """\
# The lowest version of each dependency that pyproject.toml allows, for an environment that has these:
#   pip install -c tests/lowest.txt ".[test]"
# Written by pytest --update-golden tests/test_lowest.py.
"""
TOOLS = "dev"
"""An extra of programs that look at the code and take no part in running it."""


def lowest_versions() -> dict[str, str]:
    """Lower bounds by name, of the dependencies and of all extras but `dev`."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [wanted for extra, wanted in project["optional-dependencies"].items() if extra != TOOLS]
    found: dict[str, str] = {}
    for requirement in (wanted for group in (project["dependencies"], *extras) for wanted in group):
        match = REQUIREMENT.fullmatch(requirement)
        assert match is not None, f"{requirement} is written in another way than the others"
        if match["lowest"] is not None:
            assert found.setdefault(match["name"], match["lowest"]) == match["lowest"], requirement
    return found


def test_constraints_are_those_of_the_project(golden: Golden) -> None:
    pins = "".join(f"{name}=={version}\n" for name, version in sorted(lowest_versions().items()))
    golden(Path(__file__).parent / "lowest.txt", HEADER + pins)
