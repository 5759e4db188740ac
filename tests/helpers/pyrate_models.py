"""Model files for PyR@TE 3: the Standard Model, B-L and the two-Higgs-doublet model as its papers have them."""

_QUARKS_AND_LEPTONS = """\
  {q}: {{Gen: 3, Qnb: {{{bl}U1Y: 1/6, SU2L: 2, SU3c: 3}}}},
  {l}: {{Gen: 3, Qnb: {{{bm}U1Y: -1/2, SU2L: 2}}}},
  uR: {{Gen: 3, Qnb: {{{bl}U1Y: 2/3, SU3c: 3}}}},
  dR: {{Gen: 3, Qnb: {{{bl}U1Y: -1/3, SU3c: 3}}}},
  eR: {{Gen: 3, Qnb: {{{bm}U1Y: -1}}}}"""

STANDARD_MODEL = f"""\
# The Standard Model; hypercharge in the GUT normalisation.
---
Author: nobody
Date: some day
Name: SM
Groups: {{U1Y: U1, SU2L: SU2, SU3c: SU3}}
Fermions: {{
{_QUARKS_AND_LEPTONS.format(q="Q", l="L", bl="", bm="")}
}}
RealScalars: {{
}}
ComplexScalars: {{
  H: {{RealFields: [Pi, Sigma], Norm: 1/sqrt(2), Qnb: {{U1Y: 1/2, SU2L: 2}}}}
}}
Potential: {{
  Definitions: {{Hc[i] : Eps[i,j]*Hbar[j]}},
  Yukawas: {{
    Yu : Qbar[i,a] Hc[i] uR[a],
    Yd : Qbar[i,a] H[i] dR[a],
    Ye : Lbar[i] H[i] eR
  }},
  QuarticTerms: {{lambda : (Hbar[i] H[i])**2}},
  ScalarMasses: {{mu : -Hbar[i] H[i]}}
}}
Vevs: {{v : Pi[2]}}
Substitutions: {{
  g_U1Y : g1,
  g_SU2L : g2,
  g_SU3c : g3,
  g1 : sqrt(5/3) * g1,
  Yu : [0, 0, 'yt'],
  Yd : [[0, 0, 0], [0, 'ys', 0], [0, 0, 'yb']]   # no comma
  Ye : 0
}}
Latex: {{uR : u_R, Hc : \\tilde{{H}}, mu : \\mu
  yt : y_t}}
"""

B_MINUS_L = f"""\
Name: SM_B-L
Groups: {{U1Y: U1, U1BL: U1, SU2L: SU2, SU3c: SU3}}
Fermions: {{
{_QUARKS_AND_LEPTONS.format(q="Q", l="L", bl="U1BL: 1/3, ", bm="U1BL: -1, ")},
  nuR: {{Gen: 3, Qnb: {{U1BL: -1}}}}
}}
ComplexScalars: {{
  H: {{RealFields: [Pi, Sigma], Norm: 1/sqrt(2), Qnb: {{U1Y: 1/2, SU2L: 2}}}},
  chi: {{RealFields: [chiR, chiI], Norm: 1/sqrt(2), Qnb: {{U1BL: 2}}}}
}}
Potential: {{
  Definitions: {{Htilde[i] : Eps[i,k] Hbar[k]}},
  Yukawas: {{
    Yu : Qbar[i,a] Htilde[i] uR[a],
    Yd : Qbar[i,a] H[i] dR[a],
    Ye : Lbar[i] H[i] eR,
    Ynu : Lbar[i] Htilde[i] nuR,
    YN : {{nuR chi nuR, symmetric}}
  }},
  QuarticTerms: {{
    lambda1 : (Hbar[i] H[i])**2,
    lambda2 : (chibar chi)**2,
    lambda3 : Hbar[i] H[i] chibar chi
  }},
  ScalarMasses: {{muH : Hbar[i] H[i], muChi : chibar chi}}
}}
Substitutions: {{g_U1Y : g, g_U1BL : gprime, g_12 : gtilde, g_SU2L : g2, g_SU3c : g3}}
"""

TWO_DOUBLETS = f"""\
Name: THDM
Groups: {{U1Y: U1, SU2L: SU2, SU3c: SU3}}
Fermions: {{
{_QUARKS_AND_LEPTONS.format(q="QL", l="LL", bl="", bm="")}
}}
CplxScalars: {{
  Phi1: {{RealFields: [Pi1, Sigma1], Norm: 1/sqrt(2), Qnb: {{U1Y: 1/2, SU2L: 2, SU3c: 1}}}},
  Phi2: [Pi2, Sigma2, 1/sqrt(2), 1/2, 2, 1]
}}
Potential: {{
  Definitions: {{P1t[i] : Eps[i,j] Phi1bar[j], P2t[i] : Eps[i,j] Phi2bar[j]}},
  Yukawas: {{
    Yu : QLbar[i,a] P1t[i] uR[a],
    Yd : QLbar[i,a] Phi1[i] dR[a],
    Ye : LLbar[i] Phi1[i] eR,
    epsu : QLbar[i,a] P2t[i] uR[a],
    epsd : QLbar[i,a] Phi2[i] dR[a],
    epse : LLbar[i] Phi2[i] eR
  }},
  QuarticTerms: {{
    l1 : 1/2(Phi1bar[i] Phi1[i] Phi1bar[j] Phi1[j]),
    l2 : 1/2(Phi2bar[i] Phi2[i] Phi2bar[j] Phi2[j]),
    l3 : Phi1bar[i] Phi1[i] Phi2bar[j] Phi2[j],
    l4 : Phi1bar[i] Phi2[i] Phi2bar[j] Phi1[j],
    l5 : 1/2(Phi1bar[i] Phi2[i] Phi1bar[j] Phi2[j]),
    l6 : Phi1bar[i] Phi2[i] Phi1bar[j] Phi1[j],
    l7 : Phi1bar[i] Phi2[i] Phi2bar[j] Phi2[j]
  }},
  ScalarMasses: {{
    m1 : Phi1bar[i] Phi1[i],
    m2 : Phi2bar[i] Phi2[i],
    m12 : -Phi1bar[i] Phi2[i]
  }}
}}
Substitutions: {{g_U1Y : g1, g_SU2L : g2, g_SU3c : g3, l6 : 0, l7 : 0, Yu : 0, epsd : 0, epse : 0}}
"""
