"""malaphoric: B3 - L2 with kinetic mixing

Made by zmodel 0.1.0 from the model malaphoric; change the model file and compile it again.
L = kinetic - (Yukawa and fermion mass terms + h.c.) - V; D = d - i g T A; MS-bar; t = ln mu.
A term that is not hermitian stands for itself plus its conjugate. U(1) charges are those of the
model file, not GUT-normalised. Beta functions are d(coupling)/dlnmu.
Kinetic mixing, form epsilon: epsilon (Y, X).
Kinetic term -(epsilon/2) A B beside canonical ones; h[a,b] is the U(1) coupling matrix of L = -1/4 F h^-1 F.
"""

import numpy as np

MODEL = 'malaphoric'
VERSION = '0.1.0'
LOOPS = 1

# Shape of every coupling; () is a number, an array has one axis per generation index.
COUPLINGS = {
    'g3': (),
    'g2': (),
    'g1': (),
    'gX': (),
    'epsilon': (),
    'Yu': (3, 3),
    'Yd': (3, 3),
    'Ye': (3, 3),
    'Ynu': (3, 3),
    'MN': (3, 3),
    'mH2': (),
    'lambda': (),
    'mtheta2': (),
    'lambda_theta': (),
    'lambda_mix': (),
}

# Masses and trilinear couplings, in powers of GeV; everything else is dimensionless.
DIMENSIONFUL = ('MN', 'mH2', 'mtheta2')

# Charges that have no fixed value; the functions below look them up beside the couplings.
PARAMETERS = ()

# Entries of each array that the gauge symmetry allows, counted from zero; the others must vanish.
TEXTURES = {
    'Yu': ((0, 0), (0, 1), (1, 0), (1, 1), (2, 2)),
    'Yd': ((0, 0), (0, 1), (1, 0), (1, 1), (2, 2)),
    'Ye': ((0, 0), (0, 2), (1, 1), (2, 0), (2, 2)),
    'Ynu': ((0, 0), (0, 2), (1, 1), (2, 0), (2, 2)),
    'MN': ((0, 0), (0, 2), (2, 0), (2, 2)),
}

# Sign under exchange of the two indices of arrays that couple a field to itself.
SYMMETRIES = {'MN': 1}

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
    epsilon = values['epsilon']
    Yu = values['Yu']
    Yd = values['Yd']
    Ye = values['Ye']
    Ynu = values['Ynu']
    MN = values['MN']
    mH2 = values['mH2']
    lambda_ = values['lambda']
    mtheta2 = values['mtheta2']
    lambda_theta = values['lambda_theta']
    lambda_mix = values['lambda_mix']
    t1 = 1 / (-epsilon * epsilon + 1)
    t2 = g1 * g1 * t1
    t3 = gX * gX * t1
    t4 = Yu @ Yu.conjugate().T
    t5 = np.trace(t4).real
    t6 = Ynu.conjugate()
    t7 = t6.T
    t8 = Ynu @ t7
    t9 = np.trace(t8).real
    t10 = Yd @ Yd.conjugate().T
    t11 = np.trace(t10).real
    t12 = Ye @ Ye.conjugate().T
    t13 = np.trace(t12).real
    t14 = -8 * g3**2
    t15 = g2**2
    t16 = -9 / 4 * t15
    t17 = 3 * t5
    t18 = 3 * t11
    t19 = g1 * gX * epsilon * t1
    t20 = np.diag([0, 0, 1])
    t21 = t20 @ Yu
    t22 = -3 * t3
    t23 = Yu @ t20
    t24 = t20 @ Yd
    t25 = Yd @ t20
    t26 = -3 * t19
    t27 = np.diag([0, -3, 0])
    t28 = np.diag([0, 9, 0])
    t29 = Ynu.T @ t6
    t30 = -9 / 2 * t15
    t31 = 12 * lambda_
    t32 = -3 / 2 * t2
    t33 = 6 * t5
    t34 = 2 * t9
    t35 = 6 * t11
    t36 = 2 * t13
    t37 = -9 * t15 + 24 * lambda_ - 3 * t2 + 12 * t5 + 4 * t9 + 12 * t11 + 4 * t13
    t38 = lambda_mix**2
    t39 = 8 * lambda_theta
    t40 = -6 * t3
    t41 = lambda_mix * (t30 + t31 + t39 + 4 * lambda_mix + t32 + t40 + t33 + t34 + t35 + t36)
    return {
        'g3': -7 * g3**3,
        'g2': -19 / 6 * g2**3,
        'g1': 41 / 6 * g1**3,
        'gX': 97 / 3 * gX**3,
        'epsilon': 97 / 3 * epsilon * gX**2 + g1 * (41 / 6 * g1 * epsilon - 32 / 3 * gX),
        'Yu': (
            (t14 + t16 - 17 / 12 * t2 + t17 + t9 + t18 + t13) * Yu + t19 * t21 + t22 * t21 + 4 * t19 * t23
            + t22 * t23 - 3 / 2 * (t10 @ Yu) + 3 / 2 * (t4 @ Yu)
        ),
        'Yd': (
            (t14 + t16 - 5 / 12 * t2 + t17 + t9 + t18 + t13) * Yd + t19 * t24 + t22 * t24 + (-2 * t19) * t25
            + t22 * t25 + 3 / 2 * (t10 @ Yd) - 3 / 2 * (t4 @ Yd)
        ),
        'Ye': (
            (t16 - 15 / 4 * t2 + t17 + t9 + t18 + t13) * Ye + t26 * (t27 @ Ye) + t22 * (t28 @ Ye) + (-6
            * t19) * (Ye @ t27) + t22 * (Ye @ t28) + 3 / 2 * (t12 @ Ye) - 3 / 2 * (t8 @ Ye)
        ),
        'Ynu': (
            (t16 - 3 / 4 * t2 + t17 + t9 + t18 + t13) * Ynu + t26 * (t27 @ Ynu) + t22 * (t28 @ Ynu) + t22
            * (Ynu @ t28) - 3 / 2 * (t12 @ Ynu) + 3 / 2 * (t8 @ Ynu)
        ),
        'MN': t22 * (t28 @ MN) + t22 * (MN @ t28) + MN @ t7 @ Ynu + t29 @ MN,
        'mH2': (
            2 * mtheta2 * lambda_mix - 16 * np.trace(MN @ MN.conjugate() @ t29).real + mH2 * (t30 + t31
            + t32 + t33 + t34 + t35 + t36)
        ),
        'lambda': (
            t38 + 3 / 8 * t2**2 - 6 * np.trace(t4 @ t4).real - 2 * np.trace(t8 @ t8).real - 6 * np.trace(t10
            @ t10).real - 2 * np.trace(t12 @ t12).real + t15 * (9 / 8 * t15 + 3 / 4 * t2) + lambda_ * t37
        ),
        'mtheta2': 4 * mH2 * lambda_mix + mtheta2 * (t39 + t40),
        'lambda_theta': 2 * t38 + 6 * t3**2 + lambda_theta * (20 * lambda_theta - 12 * t3),
        'lambda_mix': 3 * (-g1 * gX * epsilon * t1)**2 + t41,
    }


def smeft(values):
    """Tree-level SMEFT coefficients in GeV^-2 by their WCxf names (basis Warsaw)."""
    missing = [name for name in ('M_X', 'epsilon', 'g1', 'gX', 'theta_sb') if name not in values]
    if missing:
        raise KeyError(f"no value for {', '.join(missing)}")
    M_X = values['M_X']
    epsilon = values['epsilon']
    g1 = values['g1']
    gX = values['gX']
    theta_sb = values['theta_sb']
    t1 = 1 / M_X**2
    t2 = epsilon * g1
    t3 = t2 * t2
    t4 = -1 / 8 * t1 * t3
    t5 = -1 / 2 * t1 * t3
    t6 = 1 / 4 * t1 * t3
    t7 = -3 * gX
    t8 = 1 / 2 * epsilon * g1 + t7
    t9 = t2 * t8
    t10 = 1 / 2 * t1 * t3
    t11 = t2 + t7
    t12 = t2 * t11
    t13 = -1 / 6 * epsilon * g1
    t14 = np.cos(theta_sb)
    t15 = t14**2
    t16 = t13 + gX - gX * t15
    t17 = t2 * t16
    t18 = gX * t14 * np.sin(theta_sb)
    t19 = t2 * t18
    t20 = t13 + gX * t15
    t21 = t2 * t20
    t22 = -1 / 3 * t1 * t3
    t23 = -2 / 3 * epsilon * g1 + gX
    t24 = t2 * t23
    t25 = 1 / 6 * t1 * t3
    t26 = 1 / 3 * epsilon * g1 + gX
    t27 = t2 * t26
    t28 = -1 / 2 * t1 * t9
    t29 = -t1 * t12
    t30 = t18 * t18
    t31 = -2 / 9 * t1 * t3
    t32 = 2 / 3 * t1 * t24
    t33 = -1 / 18 * t1 * t3
    t34 = -1 / 9 * t1 * t3
    t35 = -1 / 3 * t1 * t27
    t36 = -1 / 2 * t1 * t12
    t37 = -t1 * t9
    t38 = 1 / 12 * t1 * t3
    t39 = -1 / 2 * t1 * t17
    t40 = 1 / 2 * t1 * t19
    t41 = -1 / 2 * t1 * t21
    t42 = 1 / 3 * t1 * t3
    t43 = -1 / 2 * t1 * t24
    t44 = 2 / 3 * t1 * t9
    t45 = -1 / 6 * t1 * t3
    t46 = -1 / 2 * t1 * t27
    t47 = -1 / 3 * t1 * t9
    t48 = -t1 * t17
    t49 = t1 * t19
    t50 = -t1 * t21
    t51 = 2 / 3 * t1 * t17
    t52 = -2 / 3 * t1 * t19
    t53 = 2 / 3 * t1 * t21
    t54 = 1 / 18 * t1 * t3
    t55 = -1 / 3 * t1 * t17
    t56 = 1 / 3 * t1 * t19
    t57 = -1 / 3 * t1 * t21
    t58 = 2 / 3 * t1 * t3
    t59 = -t1 * t24
    t60 = 2 / 3 * t1 * t12
    t61 = -t1 * t27
    t62 = -1 / 3 * t1 * t12
    t63 = 2 / 9 * t1 * t3
    t64 = 2 / 3 * t1 * t27
    t65 = -1 / 3 * t1 * t24
    return {
        'phiBox': t4,
        'phiD': t5,
        'phil1_11': t6,
        'phil1_22': 1 / 2 * t1 * t9,
        'phil1_33': t6,
        'phie_11': t10,
        'phie_22': 1 / 2 * t1 * t12,
        'phie_33': t10,
        'phiq1_11': -1 / 12 * t1 * t3,
        'phiq1_22': 1 / 2 * t1 * t17,
        'phiq1_23': -1 / 2 * t1 * t19,
        'phiq1_33': 1 / 2 * t1 * t21,
        'phiu_11': t22,
        'phiu_22': t22,
        'phiu_33': 1 / 2 * t1 * t24,
        'phid_11': t25,
        'phid_22': t25,
        'phid_33': 1 / 2 * t1 * t27,
        'll_1111': t4,
        'll_1122': t28,
        'll_1133': -1 / 4 * t1 * t3,
        'll_2222': -1 / 2 * t1 * (t8 * t8),
        'll_2233': t28,
        'll_3333': t4,
        'ee_1111': t5,
        'ee_1122': t29,
        'ee_1133': -t1 * t3,
        'ee_2222': -1 / 2 * t1 * (t11 * t11),
        'ee_2233': t29,
        'ee_3333': t5,
        'qq1_1111': -1 / 72 * t1 * t3,
        'qq1_1122': 1 / 6 * t1 * t17,
        'qq1_1123': -1 / 6 * t1 * t19,
        'qq1_1133': 1 / 6 * t1 * t21,
        'qq1_2222': -1 / 2 * t1 * (t16 * t16),
        'qq1_2223': t1 * (t16 * t18),
        'qq1_2233': -t1 * (t16 * t20),
        'qq1_2323': -1 / 2 * t1 * t30,
        'qq1_2332': -t1 * t30,
        'qq1_2333': t1 * (t18 * t20),
        'qq1_3333': -1 / 2 * t1 * (t20 * t20),
        'uu_1111': t31,
        'uu_1122': -4 / 9 * t1 * t3,
        'uu_1133': t32,
        'uu_2222': t31,
        'uu_2233': t32,
        'uu_3333': -1 / 2 * t1 * (t23 * t23),
        'dd_1111': t33,
        'dd_1122': t34,
        'dd_1133': t35,
        'dd_2222': t33,
        'dd_2233': t35,
        'dd_3333': -1 / 2 * t1 * (t26 * t26),
        'le_1111': t5,
        'le_1122': t36,
        'le_1133': t5,
        'le_2211': t37,
        'le_2222': -t1 * (t8 * t11),
        'le_2233': t37,
        'le_3311': t5,
        'le_3322': t36,
        'le_3333': t5,
        'lq1_1111': t38,
        'lq1_1122': t39,
        'lq1_1123': t40,
        'lq1_1133': t41,
        'lq1_2211': 1 / 6 * t1 * t9,
        'lq1_2222': -t1 * (t8 * t16),
        'lq1_2223': t1 * (t8 * t18),
        'lq1_2233': -t1 * (t8 * t20),
        'lq1_3311': t38,
        'lq1_3322': t39,
        'lq1_3323': t40,
        'lq1_3333': t41,
        'lu_1111': t42,
        'lu_1122': t42,
        'lu_1133': t43,
        'lu_2211': t44,
        'lu_2222': t44,
        'lu_2233': -t1 * (t8 * t23),
        'lu_3311': t42,
        'lu_3322': t42,
        'lu_3333': t43,
        'ld_1111': t45,
        'ld_1122': t45,
        'ld_1133': t46,
        'ld_2211': t47,
        'ld_2222': t47,
        'ld_2233': -t1 * (t8 * t26),
        'ld_3311': t45,
        'ld_3322': t45,
        'ld_3333': t46,
        'qe_1111': t25,
        'qe_1122': 1 / 6 * t1 * t12,
        'qe_1133': t25,
        'qe_2211': t48,
        'qe_2222': -t1 * (t11 * t16),
        'qe_2233': t48,
        'qe_2311': t49,
        'qe_2322': t1 * (t11 * t18),
        'qe_2333': t49,
        'qe_3311': t50,
        'qe_3322': -t1 * (t11 * t20),
        'qe_3333': t50,
        'qu1_1111': t34,
        'qu1_1122': t34,
        'qu1_1133': 1 / 6 * t1 * t24,
        'qu1_2211': t51,
        'qu1_2222': t51,
        'qu1_2233': -t1 * (t16 * t23),
        'qu1_2311': t52,
        'qu1_2322': t52,
        'qu1_2333': t1 * (t18 * t23),
        'qu1_3311': t53,
        'qu1_3322': t53,
        'qu1_3333': -t1 * (t20 * t23),
        'qd1_1111': t54,
        'qd1_1122': t54,
        'qd1_1133': 1 / 6 * t1 * t27,
        'qd1_2211': t55,
        'qd1_2222': t55,
        'qd1_2233': -t1 * (t16 * t26),
        'qd1_2311': t56,
        'qd1_2322': t56,
        'qd1_2333': t1 * (t18 * t26),
        'qd1_3311': t57,
        'qd1_3322': t57,
        'qd1_3333': -t1 * (t20 * t26),
        'eu_1111': t58,
        'eu_1122': t58,
        'eu_1133': t59,
        'eu_2211': t60,
        'eu_2222': t60,
        'eu_2233': -t1 * (t11 * t23),
        'eu_3311': t58,
        'eu_3322': t58,
        'eu_3333': t59,
        'ed_1111': t22,
        'ed_1122': t22,
        'ed_1133': t61,
        'ed_2211': t62,
        'ed_2222': t62,
        'ed_2233': -t1 * (t11 * t26),
        'ed_3311': t22,
        'ed_3322': t22,
        'ed_3333': t61,
        'ud1_1111': t63,
        'ud1_1122': t63,
        'ud1_1133': t64,
        'ud1_2211': t63,
        'ud1_2222': t63,
        'ud1_2233': t64,
        'ud1_3311': t65,
        'ud1_3322': t65,
        'ud1_3333': -t1 * (t23 * t26),
    }


_TERMS = {1: _terms_1}

# Further quantities of the model, which the beta functions do not depend on.
OTHER_INPUTS = ('M_X', 'theta_sb', 'v_h', 'v_theta')
