"""Reports as HTML: tables with formulas in MathML and textures in colour, and whole pages of them.

Fragments carry classes and no style of their own; `style` has the rules for them. A page (`model_page`) needs nothing
from outside; `listing`, `messages` and `figures` are what it has beside tables, `places` what links where.
"""

from zmodel.emit.html.escape import escape
from zmodel.emit.html.formula import formula_html
from zmodel.emit.html.layout import Layout
from zmodel.emit.html.tables import cell_html, report_html, style, table_html

__all__ = ["Layout", "cell_html", "escape", "formula_html", "report_html", "style", "table_html"]
