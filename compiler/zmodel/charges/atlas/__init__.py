"""Datasets of integer solutions on disk, and queries on them."""
