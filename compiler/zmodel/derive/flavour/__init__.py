"""Flavour structure: Majorana textures, spurion insertions, generic ranks of mass matrices, and mixing."""
