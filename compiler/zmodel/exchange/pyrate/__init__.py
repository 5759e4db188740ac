"""Reading of PyR@TE 3 model files (L. Sartore and I. Schienbein, arXiv:2007.12700).

`document` reads the text, `content` groups and particles, `lagrangian` terms as polynomials in components with
`expression` and `tensors`; `matching` finds our terms that are equal to them, and `importer` puts all together.
"""

from zmodel.exchange.pyrate.importer import Imported, Item, import_model

__all__ = ["Imported", "Item", "import_model"]
