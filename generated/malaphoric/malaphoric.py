"""malaphoric: B3 - L2 with kinetic mixing

Made by zmodel 0.1.0 from the model malaphoric; change the model file and compile it again.
L = kinetic - (Yukawa and fermion mass terms + h.c.) - V; D = d - i g T A; MS-bar; t = ln mu.
A term that is not hermitian stands for itself plus its conjugate. U(1) charges are those of the
model file, not GUT-normalised. Beta functions are d(coupling)/dlnmu.
Kinetic mixing, form epsilon: epsilon (Y, X).
Kinetic term -(epsilon/2) A B beside canonical ones; h[a,b] is the U(1) coupling matrix of L = -1/4 F h^-1 F.
Loop orders: 1-1-1 for gauge, Yukawa and potential couplings. Many points at once: give arrays whose first
axes count points, for numbers (points,), for matrices (points, rows, columns).
"""

import numpy as np

MODEL = 'malaphoric'
VERSION = '0.1.0'
LOOPS = 1  # highest order of any sector

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


@np.errstate(all="ignore")
def beta(values, loops=LOOPS):
    """Returns d(coupling)/dlnmu of the given couplings, loop factors included, up to the given loop order.

    Masses and trilinear couplings may be left out: they count as zero and do not run.
    """
    terms = beta_terms(values, loops)
    return {
        name: sum(LOOP_FACTOR**order * term[name] for order, term in terms.items() if name in term)
        for name in terms[1]
    }


@np.errstate(all="ignore")
def beta_terms(values, loops=LOOPS):
    """Returns {1: {...}, 2: {...}, ...}: each loop order of the beta functions without its loop factor.

    An order holds the couplings of the sectors that have it.
    """
    if loops not in range(1, LOOPS + 1):
        raise ValueError(f"loops must be between 1 and {LOOPS}")
    terms = _TERMS[loops](_checked(values))
    return {order: {name: value for name, value in term.items() if name in values} for order, term in terms.items()}


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
        if not shape:
            checked[name] = _number(values[name])
            continue
        checked[name] = _array(name, values[name])
    return checked


def _array(name, value):
    """A coupling with generations as an array, of the right shape and with entries that symmetries allow."""
    shape = COUPLINGS[name]
    array = np.asarray(value)
    if array.shape[array.ndim - len(shape) :] != shape:
        raise ValueError(f"{name} has shape {array.shape}, not {shape} after axes of points")
    if name in TEXTURES and np.any(array[..., _FORBIDDEN[name]]):
        raise ValueError(f"{name} has entries that the gauge symmetry forbids")
    if name in SYMMETRIES:
        if not np.all(np.isfinite(array)):
            raise ValueError(f"{name} is not finite")
        transposed = SYMMETRIES[name] * array.swapaxes(-1, -2)
        if not np.allclose(array, transposed, rtol=1e-12, atol=0):
            raise ValueError(f"{name} is not {'anti' * (SYMMETRIES[name] < 0)}symmetric")
    return array


def _number(value):
    """A number, or one for each point, of NumPy: 1/0 is infinite and 0/0 not a number, where Python's own would raise."""
    if isinstance(value, (int, float)):
        return np.float64(value)
    return np.asarray(value, dtype=complex if np.iscomplexobj(value) else float)[()]


def _forbidden(name):
    """Where the entries of an array must vanish."""
    mask = np.ones(COUPLINGS[name], dtype=bool)
    for entry in TEXTURES[name]:
        mask[entry] = False
    return mask


_FORBIDDEN = {name: _forbidden(name) for name in TEXTURES}


def _factor(number):
    """A number ready to multiply matrices, point by point."""
    return number[..., np.newaxis, np.newaxis] if isinstance(number, np.ndarray) else number


def _adjoint(matrix):
    """The conjugate of the transposed matrix."""
    return matrix.conj().swapaxes(-1, -2)


def _inner(left, right):
    """The trace of the product of two matrices."""
    return np.einsum("...ij,...ji->...", left, right)


def _diagonal(*entries):
    """A diagonal matrix."""
    return np.stack(np.broadcast_arrays(*entries), axis=-1)[..., np.newaxis] * np.eye(len(entries))


def _unit(row, column, shape):
    """The matrix whose only entry is a one."""
    matrix = np.zeros(shape)
    matrix[row, column] = 1
    return matrix


def _terms_1(values):
    """Beta functions up to loop order 1, each order without its loop factor."""
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
    t4 = _adjoint(Yu)
    t5 = _inner(Yu, t4).real
    t6 = _adjoint(Ynu)
    t7 = _inner(Ynu, t6).real
    t8 = _adjoint(Yd)
    t9 = _inner(Yd, t8).real
    t10 = _adjoint(Ye)
    t11 = _inner(Ye, t10).real
    t12 = -8 * g3**2
    t13 = g2**2
    t14 = -9 / 4 * t13
    t15 = 3 * t5
    t16 = 3 * t9
    t17 = g1 * gX * epsilon * t1
    t18 = -3 * t3
    t19 = _diagonal(0, 0, 1)
    t20 = _factor(t17) * t19
    t21 = _factor(t18) * t19
    t22 = Yd @ t8
    t23 = Yu @ t4
    t24 = _diagonal(0, -3, 0)
    t25 = _factor(-3 * t17) * t24
    t26 = _diagonal(0, 9, 0)
    t27 = _factor(t18) * t26
    t28 = Ye @ t10
    t29 = Ynu @ t6
    t30 = MN @ t6
    t31 = -9 / 2 * t13
    t32 = 12 * lambda_
    t33 = -3 / 2 * t2
    t34 = 6 * t5
    t35 = 2 * t7
    t36 = 6 * t9
    t37 = 2 * t11
    t38 = -9 * t13 + 24 * lambda_ - 3 * t2 + 12 * t5 + 4 * t7 + 12 * t9 + 4 * t11
    t39 = lambda_mix**2
    t40 = 8 * lambda_theta
    t41 = -6 * t3
    t42 = lambda_mix * (t31 + t32 + t40 + 4 * lambda_mix + t33 + t41 + t34 + t35 + t36 + t37)
    return {
        1: {
            'g3': -7 * g3**3,
            'g2': -19 / 6 * g2**3,
            'g1': 41 / 6 * g1**3,
            'gX': 97 / 3 * gX**3,
            'epsilon': 97 / 3 * epsilon * gX**2 + g1 * (41 / 6 * g1 * epsilon - 32 / 3 * gX),
            'Yu': (
                _factor(t12 + t14 - 17 / 12 * t2 + t15 + t7 + t16 + t11) * Yu + (t20 + t21 + _factor(-3 / 2)
                * t22 + _factor(3 / 2) * t23) @ Yu + _factor(4 * t17) * Yu @ t19 + _factor(t18) * Yu @ t19
            ),
            'Yd': (
                _factor(t12 + t14 - 5 / 12 * t2 + t15 + t7 + t16 + t11) * Yd + (t20 + t21 + _factor(3 / 2) * t22
                + _factor(-3 / 2) * t23) @ Yd + _factor(-2 * t17) * Yd @ t19 + _factor(t18) * Yd @ t19
            ),
            'Ye': (
                _factor(t14 - 15 / 4 * t2 + t15 + t7 + t16 + t11) * Ye + (t25 + t27 + _factor(3 / 2) * t28
                + _factor(-3 / 2) * t29) @ Ye + _factor(-6 * t17) * Ye @ t24 + _factor(t18) * Ye @ t26
            ),
            'Ynu': (
                _factor(t14 - 3 / 4 * t2 + t15 + t7 + t16 + t11) * Ynu + (t25 + t27 + _factor(-3 / 2) * t28
                + _factor(3 / 2) * t29) @ Ynu + _factor(t18) * Ynu @ t26
            ),
            'MN': (t27 + (t6 @ Ynu).swapaxes(-1, -2)) @ MN + _factor(t18) * MN @ t26 + t30 @ Ynu,
            'mH2': (
                2 * mtheta2 * lambda_mix - 16 * _inner(t30, _adjoint(t30)).real + mH2 * (t31 + t32 + t33 + t34
                + t35 + t36 + t37)
            ),
            'lambda': (
                t39 + 3 / 8 * t2**2 - 6 * _inner(t23, t23).real - 2 * _inner(t29, t29).real - 6
                * _inner(t22, t22).real - 2 * _inner(t28, t28).real + t13 * (9 / 8 * t13 + 3 / 4 * t2) + lambda_
                * t38
            ),
            'mtheta2': 4 * mH2 * lambda_mix + mtheta2 * (t40 + t41),
            'lambda_theta': 2 * t39 + 6 * t3**2 + lambda_theta * (20 * lambda_theta - 12 * t3),
            'lambda_mix': 3 * (-g1 * gX * epsilon * t1)**2 + t42,
        },
    }


@np.errstate(all="ignore")
def smeft(values):
    """Tree-level SMEFT coefficients in GeV^-2 by their WCxf names (basis Warsaw)."""
    missing = [name for name in ('M_X', 'epsilon', 'g1', 'gX', 'theta_sb') if name not in values]
    if missing:
        raise KeyError(f"no value for {', '.join(missing)}")
    M_X = _number(values['M_X'])
    epsilon = _number(values['epsilon'])
    g1 = _number(values['g1'])
    gX = _number(values['gX'])
    theta_sb = _number(values['theta_sb'])
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


@np.errstate(all="ignore")
def stable(values):
    """Whether the quartic potential is bounded from below at tree level: a bool, or one for each point."""
    missing = [name for name in ('lambda', 'lambda_theta', 'lambda_mix') if name not in values]
    if missing:
        raise KeyError(f"no value for {', '.join(missing)}")
    lambda_ = _number(values['lambda'])
    lambda_theta = _number(values['lambda_theta'])
    lambda_mix = _number(values['lambda_mix'])
    # Roots of negative numbers are not positive, as it should be.
    result = (lambda_ > 0)
    result = result & (lambda_theta > 0)
    result = result & ((lambda_mix + 2 * np.sqrt(lambda_ * lambda_theta)) > 0)
    return result if np.ndim(result) else bool(result)


@np.errstate(all="ignore")
def observables(values):
    """Masses and widths of new neutral bosons in GeV and what they do, at tree level; poles at one loop.

    Needs the couplings and angles listed below, without units, and the masses and vacuum values, in GeV. All else
    that is measured (masses of quarks and leptons, CKM, G_F, ...) is written in as zmodel.pheno.constants has it.
    What gives masses of new fermions, and squared masses of scalars, may be left out, for no decay into them. Couplings
    that give masses are absolute values.
    Z': no decays to N[2], for want of a formula of their masses; see `zmodel observables`.
    """
    missing = [name for name in ('M_X', 'epsilon', 'g1', 'g2', 'gX', 'theta_sb', 'v_h') if name not in values]
    if missing:
        raise KeyError(f"no value for {', '.join(missing)}")
    M_X = _number(values['M_X'])
    epsilon = _number(values['epsilon'])
    g1 = _number(values['g1'])
    g2 = _number(values['g2'])
    gX = _number(values['gX'])
    theta_sb = _number(values['theta_sb'])
    v_h = _number(values['v_h'])
    t1 = v_h**2
    t2 = epsilon**2
    t3 = -t2 + 1
    t4 = np.sqrt(t3)
    t5 = g1**2
    t6 = g2**2
    t7 = t5 + t6
    t8 = np.sqrt(t7)
    t9 = M_X**2
    t10 = t1 * t5
    t11 = t1 * t6
    t12 = -t1 * t2 * t6
    t13 = -4 * t9 + t10 + t11 + t12 - 2 * t1 * t2 * t5
    t14 = 1 / 2 * np.arctan(2 * epsilon * g1 * t1 * t4 * t8 / t13)
    t15 = -8 * t2 + 8
    t16 = (4 * t9 + t10 + t11 + t12) / t15
    t17 = np.sqrt(4 * t2 * t3 * t5 * t7 * v_h**4 / t13**2 + 1)
    t18 = t16 + (-t13 * t17) / t15
    t19 = np.sqrt(t18)
    t20 = np.sin(t14)
    t21 = 6 * t8
    t22 = np.cos(t14)
    t23 = -epsilon * g1 * t22
    t24 = 6 * t4
    t25 = t23 / t24
    t26 = (t5 - 3 * t6) * t20 / t21 + t25
    t27 = -epsilon * g1
    t28 = 6 * gX + t27
    t29 = epsilon * g1 * t22
    t30 = t22 * t28 / t24 + t29 / t24
    t31 = np.sin(theta_sb)
    t32 = t31**2
    t33 = np.cos(theta_sb)
    t34 = t33**2
    t35 = (
        1265719883041769 / 25000000000000000 * t32 + 1392030985566761 / 100000000000000000000 * t34
        - 1380206615015727 / 2000000000000000000 * t31 * t33
    )
    t36 = t26 + t30 * t35
    t37 = 3 * t8
    t38 = 2 * t5 * t20 / t37
    t39 = 3 * t4
    t40 = t38 + (-2 * epsilon * g1 * t22) / t39
    t41 = t40**2
    t42 = 0 / t18
    t43 = -1 / 2 * t42**2
    t44 = (-194798937647521 / 10000000000000000) / t18 + t43 + 1
    t45 = 194798937647521 / 10000000000000000 / t18
    t46 = t42 - 1
    t47 = np.sqrt(np.minimum(194798937647521 / 2500000000000000 / t18 - 1, 0) * t46)
    t48 = 3 * (t47 * ((t36**2 + t41) * t44 + 6 * (t36 * t40) * t45))
    t49 = (
        10952168746101637 / 50000000000000000 * t32 + 6413069997682823 / 100000000000000000000 * t34
        - 272568506938833 / 25000000000000000 * t31 * t33
    )
    t50 = (
        900193869222349 / 125000000000000000000 * t32 - 7112010724532903 / 50000000000000000000 * t34
        + 33110567344684693 / 10000000000000000000 * t31 * t33
    )
    t51 = (
        (-16400088937647521 / 20000000000000000) / t18 - 1 / 2
        * ((-16010491062352479 / 10000000000000000) / t18)**2 + 1
    )
    t52 = (
        np.minimum(19953551067047521 / 10000000000000000 / t18 - 1, 0)
        * (12846626808247521 / 10000000000000000 / t18 - 1)
    )
    t53 = 6 * (np.sqrt(t52) * (((t30 * t49)**2 + (t30 * t50)**2) * t51))
    t54 = (
        7660765957734311 / 5000000000000000000 * t34 - 9246115650154171 / 1000000000000000000 * t32
        - 4494992177209613 / 20000000000000000 * t31 * t33
    )
    t55 = (
        430132498238219 / 2500000000000000000 * t32 - 8495689220487069 / 2500000000000000000 * t34
        - 2818776592293273 / 20000000000000000000 * t31 * t33
    )
    t56 = (
        (-297804243798937647521 / 20000000000000000) / t18 - 1 / 2
        * ((-297803854201062352479 / 10000000000000000) / t18)**2 + 1
    )
    t57 = (
        np.minimum(298285957042983647521 / 10000000000000000 / t18 - 1, 0)
        * (297322530554891647521 / 10000000000000000 / t18 - 1)
    )
    t58 = 6 * (np.sqrt(t57) * (((t30 * t54)**2 + (t30 * t55)**2) * t56))
    t59 = (
        1895364084578941 / 2000000000000000 * t32 + 2186106626781943 / 1250000000000000000 * t34
        - 15902742393569 / 195312500000000 * t31 * t33
    )
    t60 = t26 + t30 * t59
    t61 = (
        (t60**2 + t41) * ((-1620529 / 1000000) / t18 + t43 + 1) + 6 * (t40 * t60)
        * (1620529 / 1000000 / t18)
    )
    t62 = 3 * (np.sqrt(t46 * np.minimum(1620529 / 250000 / t18 - 1, 0)) * t61)
    t63 = (
        208913998848971 / 5000000000000000 * t34 - 2000145495278909 / 50000000000000000 * t32
        - 2427281846504263 / 2500000000000000 * t31 * t33
    )
    t64 = (
        2330297892003 / 3125000000000000 * t32
        - 6776263578034403 / 1000000000000000000000000000000000000 * t31 * t33
    )
    t65 = (-29782025429 / 2000000) / t18 - 1 / 2 * ((-29778784371 / 1000000) / t18)**2 + 1
    t66 = np.minimum(30221388649 / 1000000 / t18 - 1, 0) * (29342662209 / 1000000 / t18 - 1)
    t67 = 6 * (np.sqrt(t66) * (((t30 * t63)**2 + (t30 * t64)**2) * t65))
    t68 = (
        4222905972146791 / 2500000000000000000 * t32 + 2495592985971797 / 2500000000000000 * t34
        + 4105607218129057 / 50000000000000000 * t31 * t33
    )
    t69 = t26 + t30 * t68
    t70 = 3 * gX
    t71 = t22 * (t70 - 2 * epsilon * g1) / t39 + t38
    t72 = (
        (t69**2 + t71**2) * ((-297804049 / 10000) / t18 + t43 + 1) + 6 * (t69 * t71)
        * (297804049 / 10000 / t18)
    )
    t73 = 3 * (np.sqrt(t46 * np.minimum(297804049 / 2500 / t18 - 1, 0)) * t72)
    t74 = t20 * (t5 + 3 * t6) / t21 + t25
    t75 = -t5 * t20
    t76 = t75 / t37
    t77 = t76 + t29 / t39
    t78 = t77**2
    t79 = 3 * (t47 * (t44 * (t74**2 + t78) + 6 * t45 * (t74 * t77)))
    t80 = t74 + t30 * t32
    t81 = (
        (t80**2 + t78) * ((-243716980329 / 1000000000000) / t18 + t43 + 1) + 6 * (t77 * t80)
        * (243716980329 / 1000000000000 / t18)
    )
    t82 = np.sqrt(t46 * np.minimum(243716980329 / 250000000000 / t18 - 1, 0)) * t81
    t83 = 3 * t82
    t84 = t31 * t33
    t85 = -t30 * t84
    t86 = t85**2
    t87 = (
        (-17741205980329 / 2000000000000) / t18 - 1 / 2 * ((-17253772019671 / 1000000000000) / t18)**2
        + 1
    )
    t88 = (
        np.minimum(21871307762329 / 1000000000000 / t18 - 1, 0) * (13611104198329 / 1000000000000 / t18
        - 1)
    )
    t89 = 6 * (np.sqrt(t88) * (t86 * t87))
    t90 = t74 + t30 * t34
    t91 = t76 + t22 * (t70 + epsilon * g1) / t39
    t92 = (
        (t90**2 + t91**2) * ((-17497489 / 1000000) / t18 + t43 + 1) + 6 * (t90 * t91)
        * (17497489 / 1000000 / t18)
    )
    t93 = 3 * (np.sqrt(t46 * np.minimum(17497489 / 250000 / t18 - 1, 0)) * t92)
    t94 = -1 / 2 * (t8 * t20)
    t95 = 2 * t4
    t96 = t29 / t95
    t97 = t94 + t96
    t98 = t97**2
    t99 = (-t22 * t28) / t95
    t100 = t94 + t99
    t101 = t100**2
    t102 = g1 + g2
    t103 = g1 - g2
    t104 = 2 * t8
    t105 = (-t20 * t102 * t103) / t104
    t106 = t96 + t105
    t107 = t75 / t8
    t108 = t107 + t29 / t4
    t109 = t106**2 + t108**2
    t110 = (-2611199276062810514761 / 10000000000000000000000000000) / t18 + t43 + 1
    t111 = t106 * t108
    t112 = 6 * t111 * (2611199276062810514761 / 10000000000000000000000000000 / t18)
    t113 = np.minimum(2611199276062810514761 / 2500000000000000000000000000 / t18 - 1, 0)
    t114 = np.sqrt(t46 * t113) * (t109 * t110 + t112)
    t115 = t99 + t105
    t116 = t70 + t27
    t117 = t107 + (-t22 * t116) / t4
    t118 = t115**2
    t119 = t117**2
    t120 = np.sqrt(t46 * np.minimum(44654769253196001 / 1000000000000000000 / t18 - 1, 0))
    t121 = (t118 + t119) * ((-44654769253196001 / 4000000000000000000) / t18 + t43 + 1)
    t122 = t121 + 6 * (t115 * t117) * (44654769253196001 / 4000000000000000000 / t18)
    t123 = t120 * t122
    t124 = (
        t109 * ((-31574802249 / 10000000000) / t18 + t43 + 1) + 6 * t111
        * (31574802249 / 10000000000 / t18)
    )
    t125 = np.sqrt(t46 * np.minimum(31574802249 / 2500000000 / t18 - 1, 0)) * t124
    t126 = t5 * t20 / t104
    t127 = t23 / t95
    t128 = (t126 + (-t6 * t20) / t104 + t127)**2 + (t126 + t6 * t20 / t104 + t127)**2
    t129 = (
        -1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000.0
        * (t18 - 161480207716 / 390625)
    )
    t130 = 1 / 2 * t128 * np.minimum(-np.minimum(t129, 0), 1)
    t131 = (
        t48 + t53 + t58 + t62 + t67 + t73 + t79 + t83 + t89 + t93 + t98 + t101 + t98 + t114 + t123
        + t125 + t130
    )
    t132 = 96 * np.arctan(1)
    t133 = t19 * t131 / t132
    t134 = t98 / t131
    t135 = np.sqrt(np.minimum(t18 - 400, 0))
    t136 = t18**2
    t137 = 576306343136137 / 50000 * t86 / t18 + 33258933556621107000.0 * t85**4 / t136 + 1
    t138 = t30 * t84
    t139 = (
        2938155842994823 * t86 * t101 / t136 + 5876311685989646 * t86 * t98 / t136
        + 1251588605688839 / 20000000 * t100 * t138 / t18 + 1251588605688839 / 10000000 * t97
        * t138 / t18 + 1
    )
    t140 = 48129 / 12500 * t18 + 1212482328743739 / 10000000000 * t100 * (t115 + t117)
    t141 = 4 * t136
    t142 = (
        1168262700327067 / 5000000000000000 * (2 * t18 + 1212482328743739 / 10000000000 * t100 * (t115
        - t117))**2
    )
    t143 = (-t20 * t28) / t95
    t144 = t22 * t102 * t103 / t104
    t145 = t5 * t22 / t8
    t146 = 1 / 2 * (t8 * t22)
    t147 = epsilon * g1 * t20
    t148 = t147 / t95
    t149 = t16 + t13 * t17 / t15
    t150 = -t149
    t151 = 238732414637843 / 4000000000 * t118 + 238732414637843 / 4000000000 * t119
    t152 = (t143 + t144)**2
    t153 = (t145 + (-t20 * t116) / t4)**2
    t154 = 238732414637843 / 4000000000 * t152 + 238732414637843 / 4000000000 * t153
    t155 = ((t146 + t143)**2 + 2 * (t146 + t148)**2) * ((-t18 + 9000000)**2 + t18 * t133**2) * t154
    t156 = ((t148 + t144)**2 + (t145 + t147 / t4)**2) / (t152 + t153) - 1
    t157 = gX**2
    return {
        "M(Z')": t19,
        "Gamma(Z')": t133,
        "Gamma/M(Z')": t131 / t132,
        "BR(Z' -> u u)": t48 / t131,
        "BR(Z' -> u c)": t53 / t131,
        "BR(Z' -> u t)": t58 / t131,
        "BR(Z' -> c c)": t62 / t131,
        "BR(Z' -> c t)": t67 / t131,
        "BR(Z' -> t t)": t73 / t131,
        "BR(Z' -> d d)": t79 / t131,
        "BR(Z' -> s s)": t83 / t131,
        "BR(Z' -> s b)": t89 / t131,
        "BR(Z' -> b b)": t93 / t131,
        "BR(Z' -> nu_e nu_e)": t134,
        "BR(Z' -> nu_mu nu_mu)": t101 / t131,
        "BR(Z' -> nu_tau nu_tau)": t134,
        "BR(Z' -> e e)": t114 / t131,
        "BR(Z' -> mu mu)": t123 / t131,
        "BR(Z' -> tau tau)": t125 / t131,
        "BR(Z' -> H H)": t130 / t131,
        "BR(Z' -> invisible)": (t98 + t101 + t98) / t131,
        "r_Bs from Z'": 8064516129032257 / 100000 * t86 / t18 + t135,
        "Delta M_s/SM from Z'": np.sqrt(t137) + t135,
        "B(B -> K(*) nu nu)/SM from Z'": t139 + t135,
        "sigma(nu_mu -> nu_mu mu mu)/SM from Z'": (
            10338607967496169 / 50000000000000000 * t140**2 / t141 + t142 / t141 + t135
        ),
        "sigma(mu mu -> Z' -> invisible)/sigma(mu mu -> Z -> nu nu) at 3 TeV": (
            (t150 + 9000000)**2 * (t101 + 2 * t98) * t151 / t155 + np.sqrt(np.minimum(t18 + t150, 0))
        ),
        'rho - 1, tree level': 1 / 4 * t11 / (t149 * (-t5 / t7 + 1)) - 1,
        'Gamma(Z -> e e)/Gamma(Z -> mu mu) - 1': t156,
        'Gamma(Z -> tau tau)/Gamma(Z -> mu mu) - 1': t156,
        'alpha(g1)': 197892936801441 / 31250000000000000 * t5,
        'Landau pole of g1/mu, one loop': np.exp(11554658811031443 / 1000000000000000 / t5),
        'alpha(gX)': 197892936801441 / 31250000000000000 * t157,
        'Landau pole of gX/mu, one loop': np.exp(24419639755272637 / 10000000000000000 / t157),
    }


_TERMS = {1: _terms_1}

# Further quantities of the model, which the beta functions do not depend on.
OTHER_INPUTS = ('M_X', 'theta_sb', 'v_h', 'v_theta')
