"""Scan files: TOML texts that say which points of a model are computed, and what is asked of them."""
