"""What differs between two models, statement by statement, in words."""

from zmodel.derive.difference.report_lines import Difference, Section, compare_statements

__all__ = ["Difference", "Section", "compare_statements"]
