"""Observables as functions of derived couplings, each with the source of its formula.

Formulas know no model: they take masses in GeV, dimensionless couplings of L = V_mu fbar gamma^mu (g_L P_L + g_R P_R) f
and vacuum values, and return a number. `inputs` and `vectors` read these off a compiled model at a point, `table`
decides which observables the model has.
"""
