"""Charges of singlets: sums and sums of cubes that vanish."""
