"""Parametric families of charges: linear equations solved, others split, and what is left."""

from zmodel.charges.families.find import Family, FamilyReport, OpenEquation, find_families
from zmodel.charges.families.rewrite import RewriteError, write_charges

__all__ = ["Family", "FamilyReport", "OpenEquation", "RewriteError", "find_families", "write_charges"]
