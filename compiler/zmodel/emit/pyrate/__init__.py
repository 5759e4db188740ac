"""Model files for PyR@TE 3 (L. Sartore and I. Schienbein, arXiv:2007.12700)."""

from zmodel.emit.pyrate.model_file import emit_pyrate

__all__ = ["emit_pyrate"]
