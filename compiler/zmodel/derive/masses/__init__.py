"""Masses of scalars and fermions from vacuum values, and what diagonalises them."""
