"""Fifty random models, what makes them, and their beta functions by other programs."""
