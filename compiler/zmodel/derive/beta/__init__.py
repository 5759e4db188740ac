"""Beta functions of all couplings in the MS-bar scheme, from the general formulas."""
