"""A 3-3-1 model (beta = -1/sqrt(3))."""

from __future__ import annotations

MODEL_331 = """
gauge SU3c = SU(3) coupling g3 boson G
gauge SU3L = SU(3) coupling gL boson W
gauge N = U(1) coupling gN boson B
fermion L[3] left (SU3L: 3, N: -1/3)
fermion E[3] right (N: -1)
fermion Q1[2] left (SU3c: 3, SU3L: 3bar, N: 0)
fermion Q3 left (SU3c: 3, SU3L: 3, N: 1/3)
fermion U[4] right (SU3c: 3, N: 2/3)
fermion D[5] right (SU3c: 3, N: -1/3)
scalar eta (SU3L: 3, N: -1/3) vev (ve/sqrt(2), 0, 0)
scalar rho (SU3L: 3, N: 2/3) vev (0, vr/sqrt(2), 0)
scalar chi (SU3L: 3, N: -1/3) vev (0, 0, vc/sqrt(2))
yukawa ye = bar(L) rho E
yukawa yT = bar(Q3) chi U
yukawa yt = bar(Q3) eta U
yukawa yb = bar(Q3) rho D
yukawa yD = bar(Q1) dag(chi) D
yukawa yd = bar(Q1) dag(eta) D
yukawa yu = bar(Q1) dag(rho) U
potential {
  m1 = dag(eta) eta; m2 = dag(rho) rho; m3 = dag(chi) chi
  l1 = (dag(eta) eta)^2; l2 = (dag(rho) rho)^2; l3 = (dag(chi) chi)^2
  l12 = (dag(eta) eta) (dag(rho) rho); l13 = (dag(eta) eta) (dag(chi) chi); l23 = (dag(rho) rho) (dag(chi) chi)
  k12 = (dag(eta) rho) (dag(rho) eta); k13 = (dag(eta) chi) (dag(chi) eta); k23 = (dag(rho) chi) (dag(chi) rho)
  f = eta rho chi
}
"""
