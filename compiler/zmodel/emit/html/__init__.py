"""Reports as fragments of HTML: tables with formulas in MathML and textures in colour.

Fragments carry classes and no style of their own; `style` has the rules for them.
"""

from zmodel.emit.html.escape import escape
from zmodel.emit.html.formula import formula_html
from zmodel.emit.html.tables import cell_html, report_html, style, table_html

__all__ = ["cell_html", "escape", "formula_html", "report_html", "style", "table_html"]
