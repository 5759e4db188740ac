"""accidental: Gauged accidental symmetries

Made by zmodel 0.1.0 from the model accidental; change the model file and compile it again.
L = kinetic - (Yukawa and fermion mass terms + h.c.) - V; D = d - i g T A; MS-bar; t = ln mu.
A term that is not hermitian stands for itself plus its conjugate. U(1) charges are those of the
model file, not GUT-normalised. Beta functions are d(coupling)/dlnmu.
Loop orders: 1-1-1 for gauge, Yukawa and potential couplings. Many points at once: give arrays whose first
axes count points, for numbers (points,), for matrices (points, rows, columns).
"""

import numpy as np

MODEL = 'accidental'
VERSION = '0.1.0'
LOOPS = 1  # highest order of any sector

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
    m_Q = values['m_Q']
    Yu = values['Yu']
    Yd = values['Yd']
    Ye = values['Ye']
    YQ = values['YQ'][..., np.newaxis]
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
    t1 = 2 * a_mu
    t2 = 2 * a_tau
    t3 = -15 / 2 * a_Y
    t4 = a_Y**2
    t5 = 153 / 8 * t4 + a_tau * (a_tau + t3) + a_mu * (a_mu + t2 + t3) + a_e * (a_e + t1 + t2 + t3)
    t6 = _adjoint(Yu)
    t7 = _inner(Yu, t6).real
    t8 = _adjoint(Ynu)
    t9 = _inner(Ynu, t8).real
    t10 = _adjoint(Yd)
    t11 = _inner(Yd, t10).real
    t12 = _adjoint(Ye)
    t13 = _inner(Ye, t12).real
    t14 = -8 * g3**2
    t15 = g2**2
    t16 = -9 / 4 * t15
    t17 = g1**2
    t18 = gX**2
    t19 = 3 * t7
    t20 = 3 * t11
    t21 = _factor(t14 + t16 - 17 / 12 * t17 - 2 / 27 * t5 * t18 + t19 + t9 + t20 + t13) * Yu
    t22 = _adjoint(YQ)
    t23 = YQ @ t22
    t24 = _factor(1 / 2) * t23
    t25 = Yd @ t10
    t26 = Yu @ t6
    t27 = 3 / 2 * a_Y
    t28 = 45 / 8 * t4 + a_tau * (a_tau + t27) + a_mu * (a_mu + t2 + t27) + a_e * (a_e + t1 + t2 + t27)
    t29 = _factor(t14 + t16 - 5 / 12 * t17 - 2 / 27 * t18 * t28 + t19 + t9 + t20 + t13) * Yd
    t30 = -3 * t18
    t31 = -a_Y
    t32 = 1 / 4 * t4
    t33 = _diagonal(t32 + a_e * (a_e + t31), t32 + a_mu * (a_mu + t31), t32 + a_tau * (a_tau + t31))
    t34 = _factor(t30) * t33
    t35 = Ye @ t12
    t36 = Ynu @ t8
    t37 = -2 * a_Y
    t38 = _diagonal(t4 + a_e * (a_e + t37), t4 + a_mu * (a_mu + t37), t4 + a_tau * (a_tau + t37))
    t39 = -3 * a_Y
    t40 = 9 / 4 * a_Y
    t41 = (
        a_Y * (t40 - 27 / 2) + a_tau * (a_tau + t39 + 9) + a_mu * (a_mu + t2 + t39 + 9) + a_e * (a_e
        + t1 + t2 + t39 + 9) + 81 / 2
    )
    t42 = _inner(YQ, t22).real
    t43 = -9 / 2 * t15
    t44 = -1 / 6 * t17
    t45 = 8 / 31 * a_tau
    t46 = -39 / 31 * a_Y
    t47 = (
        a_Y * (1143 / 496 * a_Y - 27 / 31) + a_tau * (a_tau + t46 + 18 / 31) + a_mu * (a_mu + t45 + t46
        + 18 / 31) + a_e * (a_e + 8 / 31 * a_mu + t45 + t46 + 18 / 31) + 675 / 248
    )
    t48 = (
        a_Y * (t40 - 27) + a_tau * (a_tau + t39 + 18) + a_mu * (a_mu + t2 + t39 + 18) + a_e * (a_e + t1
        + t2 + t39 + 18) + 81
    )
    t49 = -3 / 2 * t17
    t50 = 12 * lambda_
    t51 = 6 * t7
    t52 = 2 * t9
    t53 = 6 * t11
    t54 = 2 * t13
    t55 = 8 * lambda_Phi
    t56 = 12 * t42
    t57 = -9 * t15 - 3 * t17 - 3 * t4 * t18 + 24 * lambda_ + 12 * t7 + 4 * t9 + 12 * t11 + 4 * t13
    t58 = 3 / 4 * t4 * t18
    t59 = gX**4
    t60 = lambda_mix**2
    t61 = t43 + t49 - 3 / 2 * t18 * (t4 + 4) + t50 + t55 + 4 * lambda_mix + t51 + t52 + t53 + t54 + t56
    return {
        1: {
            'g3': -17 / 3 * g3**3,
            'g2': -7 / 6 * g2**3,
            'g1': 127 / 18 * g1**3,
            'gX': 248 / 81 * t47 * gX**3,
            'm_Q': m_Q * (t14 + t43 + t44 - 2 / 27 * t18 * t48 + 1 / 2 * t42),
            'Yu': t21 + (t24 + _factor(-3 / 2) * t25 + _factor(3 / 2) * t26) @ Yu,
            'Yd': t29 + (t24 + _factor(3 / 2) * t25 + _factor(-3 / 2) * t26) @ Yd,
            'Ye': (
                _factor(t16 - 15 / 4 * t17 + t19 + t9 + t20 + t13) * Ye + (t34 + _factor(3 / 2) * t35
                + _factor(-3 / 2) * t36) @ Ye + _factor(t30) * Ye @ t38
            ),
            'YQ': (
                (_factor(t14 + t43 + t44 - 2 / 27 * t18 * t41 + 13 / 2 * t42) * YQ + (t24 + _factor(1 / 2) * t25
                + _factor(1 / 2) * t26) @ YQ)[..., 0]
            ),
            'Ynu': (
                _factor(t16 - 3 / 4 * t17 + t19 + t9 + t20 + t13) * Ynu + (t34 + _factor(-3 / 2) * t35
                + _factor(3 / 2) * t36) @ Ynu + _factor(t30) * Ynu @ _diagonal(a_e**2, a_mu**2, a_tau**2)
            ),
            'mH2': 2 * mPhi2 * lambda_mix + mH2 * (t43 + t49 - 3 / 2 * t4 * t18 + t50 + t51 + t52 + t53 + t54),
            'mPhi2': 4 * mH2 * lambda_mix - 24 * t42 * abs(m_Q)**2 + mPhi2 * (-6 * t18 + t55 + t56),
            'lambda': (
                3 / 8 * a_Y**4 * t59 + t60 - 6 * _inner(t25, t25).real - 2 * _inner(t35, t35).real - 6
                * _inner(t26, t26).real - 2 * _inner(t36, t36).real + t17 * (3 / 8 * t17 + t58) + t15 * (9 / 8
                * t15 + 3 / 4 * t17 + t58) + lambda_ * t57
            ),
            'lambda_Phi': (
                6 * t59 + 2 * t60 - 6 * t42**2 - 6 * _inner(t23, t23).real + lambda_Phi * (-12 * t18 + 20
                * lambda_Phi + 24 * t42)
            ),
            'lambda_mix': (
                3 * t4 * t59 - 12 * _inner(t23, t25).real - 12 * _inner(t23, t26).real + lambda_mix * t61
            ),
        },
    }


def smeft(values):
    """Tree-level SMEFT coefficients."""
    raise ValueError("the model file integrates nothing out")


@np.errstate(all="ignore")
def stable(values):
    """Whether the quartic potential is bounded from below at tree level: a bool, or one for each point."""
    missing = [name for name in ('lambda', 'lambda_Phi', 'lambda_mix') if name not in values]
    if missing:
        raise KeyError(f"no value for {', '.join(missing)}")
    lambda_ = _number(values['lambda'])
    lambda_Phi = _number(values['lambda_Phi'])
    lambda_mix = _number(values['lambda_mix'])
    # Roots of negative numbers are not positive, as it should be.
    result = (lambda_ > 0)
    result = result & (lambda_Phi > 0)
    result = result & ((lambda_mix + 2 * np.sqrt(lambda_ * lambda_Phi)) > 0)
    return result if np.ndim(result) else bool(result)


@np.errstate(all="ignore")
def observables(values):
    """Masses and widths of new neutral bosons in GeV and what they do, at tree level; poles at one loop.

    Needs the couplings and angles listed below, without units, and the masses and vacuum values, in GeV. All else
    that is measured (masses of quarks and leptons, CKM, G_F, ...) is written in as zmodel.pheno.constants has it.
    What gives masses of new fermions, and squared masses of scalars, may be left out, for no decay into them. Couplings
    that give masses are absolute values.
    """
    missing = [name for name in ('a_Y', 'a_e', 'a_mu', 'a_tau', 'g1', 'g2', 'gX', 'v', 'v_Phi') if name not in values]
    if missing:
        raise KeyError(f"no value for {', '.join(missing)}")
    values = {**dict.fromkeys(('m_Q',), np.inf), **values}
    a_Y = _number(values['a_Y'])
    a_e = _number(values['a_e'])
    a_mu = _number(values['a_mu'])
    a_tau = _number(values['a_tau'])
    g1 = _number(values['g1'])
    g2 = _number(values['g2'])
    gX = _number(values['gX'])
    v = _number(values['v'])
    v_Phi = _number(values['v_Phi'])
    m_Q = _number(values['m_Q'])
    t1 = v**2
    t2 = g1**2
    t3 = g2**2
    t4 = t2 + t3
    t5 = np.sqrt(t4)
    t6 = gX**2
    t7 = v_Phi**2
    t8 = a_Y**2
    t9 = t1 * t6 * t8
    t10 = -t1 * t2 - t1 * t3 + 4 * t6 * t7 + t9
    t11 = 1 / 2 * np.arctan(2 * a_Y * gX * t1 * t5 / t10)
    t12 = 1 / 2 * (t6 * t7)
    t13 = t1 * t2
    t14 = t1 * t3
    t15 = np.sqrt(4 * t4 * t6 * t8 * v**4 / t10**2 + 1) * (t13 + t14 - 4 * t6 * t7 - t1 * t6 * t8)
    t16 = 1 / 8 * t13
    t17 = 1 / 8 * t14
    t18 = 1 / 8 * t9
    t19 = t12 - 1 / 8 * t15 + t16 + t17 + t18
    t20 = np.sqrt(t19)
    t21 = -3 * a_Y
    t22 = 2 * a_e
    t23 = 2 * a_mu
    t24 = 2 * a_tau
    t25 = np.cos(t11)
    t26 = -1 / 18 * (gX * (t21 + t22 + t23 + t24) * t25)
    t27 = np.sin(t11)
    t28 = 6 * t5
    t29 = (t2 - 3 * t3) * t27 / t28
    t30 = t26 + t29
    t31 = 3 * t5
    t32 = -1 / 9 * (gX * t25 * (a_e + a_mu + a_tau - 6 * a_Y)) + 2 * t2 * t27 / t31
    t33 = t30**2 + t32**2
    t34 = 0 / t19
    t35 = -1 / 2 * t34**2
    t36 = (-194798937647521 / 10000000000000000) / t19 + t35 + 1
    t37 = t30 * t32
    t38 = 194798937647521 / 10000000000000000 / t19
    t39 = t34 - 1
    t40 = np.sqrt(np.minimum(194798937647521 / 2500000000000000 / t19 - 1, 0) * t39)
    t41 = 3 * (t40 * (t33 * t36 + 6 * t37 * t38))
    t42 = t33 * ((-1620529 / 1000000) / t19 + t35 + 1) + 6 * t37 * (1620529 / 1000000 / t19)
    t43 = 3 * (np.sqrt(t39 * np.minimum(1620529 / 250000 / t19 - 1, 0)) * t42)
    t44 = t33 * ((-297804049 / 10000) / t19 + t35 + 1) + 6 * t37 * (297804049 / 10000 / t19)
    t45 = 3 * (np.sqrt(t39 * np.minimum(297804049 / 2500 / t19 - 1, 0)) * t44)
    t46 = t27 * (t2 + 3 * t3) / t28
    t47 = t26 + t46
    t48 = -t2 * t27
    t49 = t48 / t31 - 1 / 9 * (gX * t25 * (a_e + a_mu + a_tau + 3 * a_Y))
    t50 = t47**2 + t49**2
    t51 = t47 * t49
    t52 = 3 * (t40 * (t36 * t50 + 6 * t38 * t51))
    t53 = (
        t50 * ((-243716980329 / 1000000000000) / t19 + t35 + 1) + 6 * t51
        * (243716980329 / 1000000000000 / t19)
    )
    t54 = np.sqrt(t39 * np.minimum(243716980329 / 250000000000 / t19 - 1, 0)) * t53
    t55 = 3 * t54
    t56 = t50 * ((-17497489 / 1000000) / t19 + t35 + 1) + 6 * t51 * (17497489 / 1000000 / t19)
    t57 = 3 * (np.sqrt(t39 * np.minimum(17497489 / 250000 / t19 - 1, 0)) * t56)
    t58 = -1 / 2 * (t5 * t27)
    t59 = a_Y - 2 * a_e
    t60 = -1 / 2 * (gX * t25 * t59)
    t61 = (t58 + t60)**2
    t62 = (a_e * gX * t25)**2
    t63 = t61 + t62
    t64 = a_Y - 2 * a_mu
    t65 = -1 / 2 * (gX * t25 * t64)
    t66 = t58 + t65
    t67 = t66**2
    t68 = (a_mu * gX * t25)**2
    t69 = t67 + t68
    t70 = a_Y - 2 * a_tau
    t71 = -1 / 2 * (gX * t25 * t70)
    t72 = (t58 + t71)**2
    t73 = (a_tau * gX * t25)**2
    t74 = t72 + t73
    t75 = g1 + g2
    t76 = g1 - g2
    t77 = 2 * t5
    t78 = (-t27 * t75 * t76) / t77
    t79 = t60 + t78
    t80 = a_Y - a_e
    t81 = t48 / t5
    t82 = -gX * t25 * t80 + t81
    t83 = (-2611199276062810514761 / 10000000000000000000000000000) / t19 + t35 + 1
    t84 = 6 * (t79 * t82) * (2611199276062810514761 / 10000000000000000000000000000 / t19)
    t85 = np.minimum(2611199276062810514761 / 2500000000000000000000000000 / t19 - 1, 0)
    t86 = np.sqrt(t39 * t85) * ((t79**2 + t82**2) * t83 + t84)
    t87 = t65 + t78
    t88 = a_Y - a_mu
    t89 = -gX * t25 * t88 + t81
    t90 = t87**2
    t91 = t89**2
    t92 = np.sqrt(t39 * np.minimum(44654769253196001 / 1000000000000000000 / t19 - 1, 0))
    t93 = (t90 + t91) * ((-44654769253196001 / 4000000000000000000) / t19 + t35 + 1)
    t94 = t93 + 6 * (t87 * t89) * (44654769253196001 / 4000000000000000000 / t19)
    t95 = t92 * t94
    t96 = t71 + t78
    t97 = a_Y - a_tau
    t98 = -gX * t25 * t97 + t81
    t99 = (
        (t96**2 + t98**2) * ((-31574802249 / 10000000000) / t19 + t35 + 1) + 6 * (t96 * t98)
        * (31574802249 / 10000000000 / t19)
    )
    t100 = np.sqrt(t39 * np.minimum(31574802249 / 2500000000 / t19 - 1, 0)) * t99
    t101 = -1 / 18 * (gX * t25 * (t21 + t22 + t23 + t24 + 18))
    t102 = t101 + t29
    t103 = np.minimum(m_Q**2 / t19, 1 / 4)
    t104 = t102**2
    t105 = np.sqrt(-4 * t103 + 1)
    t106 = -t103 + 1
    t107 = 3 * (t105 * ((t104 + t104) * t106 + 6 * t102 * t102 * t103))
    t108 = t101 + t46
    t109 = t108**2
    t110 = 3 * (t105 * (t106 * (t109 + t109) + 6 * t103 * t108 * t108))
    t111 = -1 / 2 * (a_Y * gX * t25)
    t112 = t48 / t77
    t113 = (t111 + t112 + (-t3 * t27) / t77)**2 + (t3 * t27 / t77 + t111 + t112)**2
    t114 = (
        -1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000.0
        * (t19 - 161480207716 / 390625)
    )
    t115 = 1 / 2 * t113 * np.minimum(-np.minimum(t114, 0), 1)
    t116 = t41 + t43 + t45 + t52 + t55 + t57 + t63 + t69 + t74 + t86 + t95 + t100 + t107 + t110 + t115
    t117 = 96 * np.arctan(1)
    t118 = t20 * t116 / t117
    t119 = 48129 / 12500 * t19 + 1212482328743739 / 10000000000 * t66 * (t87 + t89)
    t120 = 4 * t19**2
    t121 = (
        1168262700327067 / 5000000000000000 * (2 * t19 + 1212482328743739 / 10000000000 * t66 * (t87
        - t89))**2
    )
    t122 = -1 / 2 * (gX * t27 * t64)
    t123 = t25 * t75 * t76 / t77
    t124 = t2 * t25 / t5
    t125 = 1 / 2 * (t5 * t25)
    t126 = -1 / 2 * (gX * t27 * t59)
    t127 = -1 / 2 * (gX * t27 * t70)
    t128 = 1 / 8 * t15 + t12 + t16 + t17 + t18
    t129 = -t128
    t130 = 238732414637843 / 4000000000 * t90 + 238732414637843 / 4000000000 * t91
    t131 = (t122 + t123)**2
    t132 = (t124 - gX * t27 * t88)**2
    t133 = 238732414637843 / 4000000000 * t131 + 238732414637843 / 4000000000 * t132
    t134 = (
        ((-t19 + 9000000)**2 + t19 * t118**2) * t133 * ((t125 + t126)**2 + (t125 + t122)**2 + (t125
        + t127)**2)
    )
    t135 = (t129 + 9000000)**2 * t130 * (t61 + t62 + t67 + t68 + t72 + t73) / t134
    t136 = t131 + t132
    t137 = (
        -432 * a_Y + 288 * a_e + 288 * a_mu + 288 * a_tau + 496 * a_e**2 + 496 * a_mu**2 + 496
        * a_tau**2 + 1143 * t8 - 624 * a_Y * a_e - 624 * a_Y * a_mu - 624 * a_Y * a_tau + 128 * a_e
        * a_mu + 128 * a_e * a_tau + 128 * a_mu * a_tau + 1350
    )
    return {
        "M(Z')": t20,
        "Gamma(Z')": t118,
        "Gamma/M(Z')": t116 / t117,
        "BR(Z' -> u u)": t41 / t116,
        "BR(Z' -> c c)": t43 / t116,
        "BR(Z' -> t t)": t45 / t116,
        "BR(Z' -> d d)": t52 / t116,
        "BR(Z' -> s s)": t55 / t116,
        "BR(Z' -> b b)": t57 / t116,
        "BR(Z' -> nu_e nu_e)": t63 / t116,
        "BR(Z' -> nu_mu nu_mu)": t69 / t116,
        "BR(Z' -> nu_tau nu_tau)": t74 / t116,
        "BR(Z' -> e e)": t86 / t116,
        "BR(Z' -> mu mu)": t95 / t116,
        "BR(Z' -> tau tau)": t100 / t116,
        "BR(Z' -> QL4.up QL4.up)": t107 / t116,
        "BR(Z' -> QL4.down QL4.down)": t110 / t116,
        "BR(Z' -> H H)": t115 / t116,
        "BR(Z' -> invisible)": (t63 + t69 + t74) / t116,
        "sigma(nu_mu -> nu_mu mu mu)/SM from Z'": (
            10338607967496169 / 50000000000000000 * t119**2 / t120 + t121 / t120 + np.sqrt(np.minimum(t19
            - 400, 0))
        ),
        "sigma(mu mu -> Z' -> invisible)/sigma(mu mu -> Z -> nu nu) at 3 TeV": (
            t135 + np.sqrt(np.minimum(t19 + t129, 0))
        ),
        'rho - 1, tree level': 1 / 4 * t14 / (t128 * (-t2 / t4 + 1)) - 1,
        'Gamma(Z -> e e)/Gamma(Z -> mu mu) - 1': ((t126 + t123)**2 + (t124 - gX * t27 * t80)**2) / t136 - 1,
        'Gamma(Z -> tau tau)/Gamma(Z -> mu mu) - 1': (
            ((t127 + t123)**2 + (t124 - gX * t27 * t97)**2) / t136 - 1
        ),
        'alpha(g1)': 197892936801441 / 31250000000000000 * t2,
        'Landau pole of g1/mu, one loop': np.exp(5595366274633337 / 500000000000000 / t2),
        'alpha(gX)': 197892936801441 / 31250000000000000 * t6,
        'Landau pole of gX/mu, one loop': np.exp(399718978244119 / 31250000000 / (t6 * t137)),
    }


_TERMS = {1: _terms_1}

# Further quantities of the model, which the beta functions do not depend on.
OTHER_INPUTS = ('v', 'v_Phi')
