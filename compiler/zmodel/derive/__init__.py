"""Model to physics: one file or folder per derivation, each a pure function of frozen data."""
