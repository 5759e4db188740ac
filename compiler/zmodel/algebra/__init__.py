"""Exact algebra: polynomials, and polynomials in flavour matrices and their traces."""

from zmodel.algebra.polynomial import Polynomial, Ring

__all__ = ["Polynomial", "Ring"]
