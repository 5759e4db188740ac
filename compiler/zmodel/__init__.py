"""A compiler for particle-physics model files.

A `.zmodel` file describes a gauge theory: its groups, fields, charges and couplings. zmodel checks the
theory, derives its physics exactly and writes it out as Python, C, LaTeX and the exchange files of the field.
"""

from typing import TYPE_CHECKING

__all__ = ["__version__"]

if TYPE_CHECKING:
    __version__: str
else:

    def __getattr__(name: str) -> str:
        # importlib.metadata takes 25 ms to import, so it waits until somebody asks for the version.
        if name != "__version__":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib.metadata import PackageNotFoundError, version

        try:
            return version("zmodel")
        except PackageNotFoundError:  # a checkout that was never installed
            return "0+unknown"
