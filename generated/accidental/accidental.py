"""accidental: Gauged accidental symmetries

Made by zmodel 0.1.0 from the model accidental; change the model file and compile it again.
L = kinetic - (Yukawa and fermion mass terms + h.c.) - V; D = d - i g T A; MS-bar; t = ln mu.
A term that is not hermitian stands for itself plus its conjugate. U(1) charges are those of the
model file, not GUT-normalised. Beta functions are d(coupling)/dlnmu.
"""

import numpy as np

MODEL = 'accidental'
VERSION = '0.1.0'
LOOPS = 1

# Shape of every coupling; () is a number, an array has one axis per generation index.
COUPLINGS = {
    'g3': (),
    'g2': (),
    'g1': (),
    'gX': (),
    'm_Q': (),
    'Yu': (3, 3),
    'Yd': (3, 3),
    'Ye': (3, 3),
    'YQ': (3,),
    'Ynu': (3, 3),
    'mH2': (),
    'mPhi2': (),
    'lambda': (),
    'lambda_Phi': (),
    'lambda_mix': (),
}

# Masses and trilinear couplings, in powers of GeV; everything else is dimensionless.
DIMENSIONFUL = ('m_Q', 'mH2', 'mPhi2')

# Charges that have no fixed value; the functions below look them up beside the couplings.
PARAMETERS = ('a_e', 'a_mu', 'a_tau', 'a_Y')

# Entries of each array that the gauge symmetry allows, counted from zero; the others must vanish.
TEXTURES = {
    'Ye': ((0, 0), (1, 1), (2, 2)),
    'Ynu': ((0, 0), (1, 1), (2, 2)),
}

# Sign under exchange of the two indices of arrays that couple a field to itself.
SYMMETRIES = {}

LOOP_FACTOR = 0.006332573977646111  # 1/(16 pi^2)


def beta(values, loops=LOOPS):
    """Returns d(coupling)/dlnmu of the given couplings, loop factors included, up to the given loop order.

    Masses and trilinear couplings may be left out: they count as zero and do not run.
    """
    terms = beta_terms(values, loops)
    return {name: sum(LOOP_FACTOR**order * terms[order][name] for order in terms) for name in terms[1]}


def beta_terms(values, loops=LOOPS):
    """Returns {1: {...}, 2: {...}, ...}: each loop order of the beta functions without its loop factor."""
    if loops not in range(1, LOOPS + 1):
        raise ValueError(f"loops must be between 1 and {LOOPS}")
    checked = _checked(values)
    terms = {order: _TERMS[order](checked) for order in range(1, loops + 1)}
    return {order: {name: term[name] for name in COUPLINGS if name in values} for order, term in terms.items()}


def _checked(values):
    """The values as numbers and arrays of the right shapes."""
    unknown = sorted(set(values) - set(COUPLINGS) - set(PARAMETERS) - set(OTHER_INPUTS))
    if unknown:
        raise KeyError(f"no coupling is called {', '.join(unknown)}")
    checked = {}
    for name in (*COUPLINGS, *PARAMETERS):
        shape = COUPLINGS.get(name, ())
        if name not in values:
            if name not in DIMENSIONFUL:
                raise KeyError(f"no value for {name}")
            checked[name] = np.zeros(shape) if shape else 0.0
            continue
        array = np.asarray(values[name])
        if array.shape != shape:
            raise ValueError(f"{name} has shape {array.shape}, not {shape}")
        if name in TEXTURES:
            mask = np.ones(shape, dtype=bool)
            for entry in TEXTURES[name]:
                mask[entry] = False
            if np.any(array[mask]):
                raise ValueError(f"{name} has entries that the gauge symmetry forbids")
        if name in SYMMETRIES and not np.allclose(array, SYMMETRIES[name] * array.T, rtol=1e-12, atol=0):
            raise ValueError(f"{name} is not {'anti' * (SYMMETRIES[name] < 0)}symmetric")
        checked[name] = array if shape else values[name]
    return checked


def _unit(row, column, shape):
    """The matrix whose only entry is a one."""
    matrix = np.zeros(shape)
    matrix[row, column] = 1
    return matrix


def _terms_1(values):
    """Beta functions at loop order 1, without the loop factor."""
    g3 = values['g3']
    g2 = values['g2']
    g1 = values['g1']
    gX = values['gX']
    m_Q = values['m_Q']
    Yu = values['Yu']
    Yd = values['Yd']
    Ye = values['Ye']
    YQ = values['YQ'].reshape((3, 1))
    Ynu = values['Ynu']
    mH2 = values['mH2']
    mPhi2 = values['mPhi2']
    lambda_ = values['lambda']
    lambda_Phi = values['lambda_Phi']
    lambda_mix = values['lambda_mix']
    a_e = values['a_e']
    a_mu = values['a_mu']
    a_tau = values['a_tau']
    a_Y = values['a_Y']
    t1 = 64 / 81 * a_tau
    t2 = -104 / 27 * a_Y
    t3 = (
        a_Y * (127 / 18 * a_Y - 8 / 3) + a_tau * (248 / 81 * a_tau + t2 + 16 / 9) + a_mu * (248 / 81
        * a_mu + t1 + t2 + 16 / 9) + a_e * (248 / 81 * a_e + 64 / 81 * a_mu + t1 + t2 + 16 / 9) + 25 / 3
    )
    t4 = YQ @ YQ.conjugate().T
    t5 = np.trace(t4).real
    t6 = gX**2
    t7 = -2 / 27 * a_e
    t8 = -4 / 27 * a_mu
    t9 = -4 / 27 * a_tau
    t10 = 2 / 9 * a_Y
    t11 = -2 / 27 * a_mu
    t12 = -2 / 27 * a_tau
    t13 = -1 / 6 * a_Y
    t14 = (
        a_Y * (t13 + 2) + a_tau * (t12 + t10 - 4 / 3) + a_mu * (t11 + t9 + t10 - 4 / 3) + a_e * (t7 + t8
        + t9 + t10 - 4 / 3) - 6
    )
    t15 = -8 * g3**2
    t16 = g2**2
    t17 = -9 / 2 * t16
    t18 = g1**2
    t19 = -1 / 6 * t18
    t20 = Yu @ Yu.conjugate().T
    t21 = np.trace(t20).real
    t22 = Ynu @ Ynu.conjugate().T
    t23 = np.trace(t22).real
    t24 = Yd @ Yd.conjugate().T
    t25 = np.trace(t24).real
    t26 = Ye @ Ye.conjugate().T
    t27 = np.trace(t26).real
    t28 = 5 / 9 * a_Y
    t29 = a_Y**2
    t30 = -17 / 12 * t29 + a_tau * (t12 + t28) + a_mu * (t11 + t9 + t28) + a_e * (t7 + t8 + t9 + t28)
    t31 = -9 / 4 * t16
    t32 = 3 * t21
    t33 = 3 * t25
    t34 = -1 / 9 * a_Y
    t35 = -5 / 12 * t29 + a_tau * (t12 + t34) + a_mu * (t11 + t9 + t34) + a_e * (t7 + t8 + t9 + t34)
    t36 = -3 * t6
    t37 = -a_Y
    t38 = 1 / 4 * t29
    t39 = np.diag([t38 + a_e * (a_e + t37), t38 + a_mu * (a_mu + t37), t38 + a_tau * (a_tau + t37)])
    t40 = -2 * a_Y
    t41 = np.diag([t29 + a_e * (a_e + t40), t29 + a_mu * (a_mu + t40), t29 + a_tau * (a_tau + t40)])
    t42 = (
        a_Y * (t13 + 1) + a_tau * (t12 + t10 - 2 / 3) + a_mu * (t11 + t9 + t10 - 2 / 3) + a_e * (t7 + t8
        + t9 + t10 - 2 / 3) - 3
    )
    t43 = -3 / 2 * t18
    t44 = 12 * lambda_
    t45 = 6 * t21
    t46 = 2 * t23
    t47 = 6 * t25
    t48 = 2 * t27
    t49 = 8 * lambda_Phi
    t50 = 12 * t5
    t51 = -9 * t16 - 3 * t18 - 3 * t6 * t29 + 24 * lambda_ + 12 * t21 + 4 * t23 + 12 * t25 + 4 * t27
    t52 = 3 / 4 * t6 * t29
    t53 = gX**4
    t54 = lambda_mix**2
    t55 = t17 + t43 + t44 + t49 + 4 * lambda_mix + t50 + t45 + t46 + t47 + t48 + t6 * (-3 / 2 * t29 - 6)
    return {
        'g3': -17 / 3 * g3**3,
        'g2': -7 / 6 * g2**3,
        'g1': 127 / 18 * g1**3,
        'gX': gX**3 * t3,
        'm_Q': m_Q * (t15 + t17 + t19 + 1 / 2 * t5 + t6 * t14),
        'Yu': (
            (t15 + t31 - 17 / 12 * t18 + t32 + t23 + t33 + t27 + t6 * t30) * Yu + 1 / 2 * (t4 @ Yu) - 3 / 2
            * (t24 @ Yu) + 3 / 2 * (t20 @ Yu)
        ),
        'Yd': (
            (t15 + t31 - 5 / 12 * t18 + t32 + t23 + t33 + t27 + t6 * t35) * Yd + 1 / 2 * (t4 @ Yd) + 3 / 2
            * (t24 @ Yd) - 3 / 2 * (t20 @ Yd)
        ),
        'Ye': (
            (t31 - 15 / 4 * t18 + t32 + t23 + t33 + t27) * Ye + t36 * (t39 @ Ye) + t36 * (Ye @ t41) + 3 / 2
            * (t26 @ Ye) - 3 / 2 * (t22 @ Ye)
        ),
        'YQ': (
            ((t15 + t17 + t19 + 13 / 2 * t5 + t6 * t42) * YQ + 1 / 2 * (t4 @ YQ) + 1 / 2 * (t24 @ YQ)
            + 1 / 2 * (t20 @ YQ)).reshape((3,))
        ),
        'Ynu': (
            (t31 - 3 / 4 * t18 + t32 + t23 + t33 + t27) * Ynu + t36 * (t39 @ Ynu) + t36 * (Ynu
            @ np.diag([a_e**2, a_mu**2, a_tau**2])) - 3 / 2 * (t26 @ Ynu) + 3 / 2 * (t22 @ Ynu)
        ),
        'mH2': 2 * mPhi2 * lambda_mix + mH2 * (t17 + t43 - 3 / 2 * t6 * t29 + t44 + t45 + t46 + t47 + t48),
        'mPhi2': 4 * mH2 * lambda_mix - 24 * t5 * abs(m_Q)**2 + mPhi2 * (-6 * t6 + t49 + t50),
        'lambda': (
            3 / 8 * t53 * a_Y**4 + t54 - 6 * np.trace(t24 @ t24).real - 2 * np.trace(t26 @ t26).real - 6
            * np.trace(t20 @ t20).real - 2 * np.trace(t22 @ t22).real + t18 * (3 / 8 * t18 + t52) + t16
            * (9 / 8 * t16 + 3 / 4 * t18 + t52) + lambda_ * t51
        ),
        'lambda_Phi': (
            6 * t53 + 2 * t54 - 6 * t5**2 - 6 * np.trace(t4 @ t4).real + lambda_Phi * (-12 * t6 + 20
            * lambda_Phi + 24 * t5)
        ),
        'lambda_mix': (
            3 * t29 * t53 - 12 * np.trace(t4 @ t20).real - 12 * np.trace(t4 @ t24).real + lambda_mix * t55
        ),
    }


def smeft(values):
    """Tree-level SMEFT coefficients."""
    raise ValueError("the model file integrates nothing out")


_TERMS = {1: _terms_1}

# Further quantities of the model, which the beta functions do not depend on.
OTHER_INPUTS = ('v', 'v_Phi')
