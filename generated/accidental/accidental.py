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


def beta(values, loops=LOOPS):
    """Returns d(coupling)/dlnmu of the given couplings, loop factors included, up to the given loop order.

    Masses and trilinear couplings may be left out: they count as zero and do not run.
    """
    terms = beta_terms(values, loops)
    return {
        name: sum(LOOP_FACTOR**order * term[name] for order, term in terms.items() if name in term)
        for name in terms[1]
    }


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
            checked[name] = values[name] if np.ndim(values[name]) == 0 else np.asarray(values[name])
            continue
        array = np.asarray(values[name])
        if array.shape[array.ndim - len(shape) :] != shape:
            raise ValueError(f"{name} has shape {array.shape}, not {shape} after axes of points")
        if name in TEXTURES and np.any(array[..., _FORBIDDEN[name]]):
            raise ValueError(f"{name} has entries that the gauge symmetry forbids")
        if name in SYMMETRIES:
            transposed = SYMMETRIES[name] * array.swapaxes(-1, -2)
            if not np.allclose(array, transposed, rtol=1e-12, atol=0):
                raise ValueError(f"{name} is not {'anti' * (SYMMETRIES[name] < 0)}symmetric")
        checked[name] = array
    return checked


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


def stable(values):
    """Whether the quartic potential is bounded from below at tree level: a bool, or one for each point."""
    missing = [name for name in ('lambda', 'lambda_Phi', 'lambda_mix') if name not in values]
    if missing:
        raise KeyError(f"no value for {', '.join(missing)}")
    lambda_ = values['lambda']
    lambda_Phi = values['lambda_Phi']
    lambda_mix = values['lambda_mix']
    # Roots of negative numbers are not positive, as it should be.
    with np.errstate(invalid="ignore"):
        result = (lambda_ > 0)
        result = result & (lambda_Phi > 0)
        result = result & ((lambda_mix + 2 * np.sqrt(lambda_ * lambda_Phi)) > 0)
    return result if np.ndim(result) else bool(result)


@np.errstate(over="ignore", invalid="ignore")
def observables(values):
    """Masses and widths of new neutral bosons in GeV and what they do, at tree level; poles at one loop.

    Needs the couplings and angles listed below, without units, and the masses and vacuum values, in GeV. All else
    that is measured (masses of quarks and leptons, CKM, G_F, ...) is written in as zmodel.pheno.constants has it.
    """
    missing = [name for name in ('a_Y', 'a_e', 'a_mu', 'a_tau', 'g1', 'g2', 'gX', 'v', 'v_Phi') if name not in values]
    if missing:
        raise KeyError(f"no value for {', '.join(missing)}")
    a_Y = values['a_Y']
    a_e = values['a_e']
    a_mu = values['a_mu']
    a_tau = values['a_tau']
    g1 = values['g1']
    g2 = values['g2']
    gX = values['gX']
    v = values['v']
    v_Phi = values['v_Phi']
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
    t21 = np.cos(t11)
    t22 = -1 / 18 * (gX * (-3 * a_Y + 2 * a_e + 2 * a_mu + 2 * a_tau) * t21)
    t23 = np.sin(t11)
    t24 = 6 * t5
    t25 = t22 + (t2 - 3 * t3) * t23 / t24
    t26 = 3 * t5
    t27 = -1 / 9 * (gX * t21 * (a_e + a_mu + a_tau - 6 * a_Y)) + 2 * t2 * t23 / t26
    t28 = t25**2 + t27**2
    t29 = 0 / t19
    t30 = -1 / 2 * t29**2
    t31 = (-194798937647521 / 10000000000000000) / t19 + t30 + 1
    t32 = t25 * t27
    t33 = 194798937647521 / 10000000000000000 / t19
    t34 = t29 - 1
    t35 = np.sqrt(np.minimum(194798937647521 / 2500000000000000 / t19 - 1, 0) * t34)
    t36 = 3 * (t35 * (t28 * t31 + 6 * t32 * t33))
    t37 = t28 * ((-1620529 / 1000000) / t19 + t30 + 1) + 6 * t32 * (1620529 / 1000000 / t19)
    t38 = 3 * (np.sqrt(t34 * np.minimum(1620529 / 250000 / t19 - 1, 0)) * t37)
    t39 = t28 * ((-297804049 / 10000) / t19 + t30 + 1) + 6 * t32 * (297804049 / 10000 / t19)
    t40 = 3 * (np.sqrt(t34 * np.minimum(297804049 / 2500 / t19 - 1, 0)) * t39)
    t41 = t22 + t23 * (t2 + 3 * t3) / t24
    t42 = -t2 * t23
    t43 = t42 / t26 - 1 / 9 * (gX * t21 * (a_e + a_mu + a_tau + 3 * a_Y))
    t44 = t41**2 + t43**2
    t45 = t41 * t43
    t46 = 3 * (t35 * (t31 * t44 + 6 * t33 * t45))
    t47 = (
        t44 * ((-243716980329 / 1000000000000) / t19 + t30 + 1) + 6 * t45
        * (243716980329 / 1000000000000 / t19)
    )
    t48 = np.sqrt(t34 * np.minimum(243716980329 / 250000000000 / t19 - 1, 0)) * t47
    t49 = 3 * t48
    t50 = t44 * ((-17497489 / 1000000) / t19 + t30 + 1) + 6 * t45 * (17497489 / 1000000 / t19)
    t51 = 3 * (np.sqrt(t34 * np.minimum(17497489 / 250000 / t19 - 1, 0)) * t50)
    t52 = -1 / 2 * (t5 * t23)
    t53 = a_Y - 2 * a_e
    t54 = -1 / 2 * (gX * t21 * t53)
    t55 = (t52 + t54)**2
    t56 = (a_e * gX * t21)**2
    t57 = t55 + t56
    t58 = a_Y - 2 * a_mu
    t59 = -1 / 2 * (gX * t21 * t58)
    t60 = t52 + t59
    t61 = t60**2
    t62 = (a_mu * gX * t21)**2
    t63 = t61 + t62
    t64 = a_Y - 2 * a_tau
    t65 = -1 / 2 * (gX * t21 * t64)
    t66 = (t52 + t65)**2
    t67 = (a_tau * gX * t21)**2
    t68 = t66 + t67
    t69 = g1 + g2
    t70 = g1 - g2
    t71 = 2 * t5
    t72 = (-t23 * t69 * t70) / t71
    t73 = t54 + t72
    t74 = a_Y - a_e
    t75 = t42 / t5
    t76 = -gX * t21 * t74 + t75
    t77 = (-2611199276062810514761 / 10000000000000000000000000000) / t19 + t30 + 1
    t78 = 6 * (t73 * t76) * (2611199276062810514761 / 10000000000000000000000000000 / t19)
    t79 = np.minimum(2611199276062810514761 / 2500000000000000000000000000 / t19 - 1, 0)
    t80 = np.sqrt(t34 * t79) * ((t73**2 + t76**2) * t77 + t78)
    t81 = t59 + t72
    t82 = a_Y - a_mu
    t83 = -gX * t21 * t82 + t75
    t84 = t81**2
    t85 = t83**2
    t86 = np.sqrt(t34 * np.minimum(44654769253196001 / 1000000000000000000 / t19 - 1, 0))
    t87 = (t84 + t85) * ((-44654769253196001 / 4000000000000000000) / t19 + t30 + 1)
    t88 = t87 + 6 * (t81 * t83) * (44654769253196001 / 4000000000000000000 / t19)
    t89 = t86 * t88
    t90 = t65 + t72
    t91 = a_Y - a_tau
    t92 = -gX * t21 * t91 + t75
    t93 = (
        (t90**2 + t92**2) * ((-31574802249 / 10000000000) / t19 + t30 + 1) + 6 * (t90 * t92)
        * (31574802249 / 10000000000 / t19)
    )
    t94 = np.sqrt(t34 * np.minimum(31574802249 / 2500000000 / t19 - 1, 0)) * t93
    t95 = t36 + t38 + t40 + t46 + t49 + t51 + t57 + t63 + t68 + t80 + t89 + t94
    t96 = 96 * np.arctan(1)
    t97 = t20 * t95 / t96
    t98 = 48129 / 12500 * t19 + 1212482328743739 / 10000000000 * t60 * (t81 + t83)
    t99 = 4 * t19**2
    t100 = (
        1168262700327067 / 5000000000000000 * (2 * t19 + 1212482328743739 / 10000000000 * t60 * (t81
        - t83))**2
    )
    t101 = -1 / 2 * (gX * t23 * t58)
    t102 = t21 * t69 * t70 / t71
    t103 = t2 * t21 / t5
    t104 = 1 / 2 * (t5 * t21)
    t105 = -1 / 2 * (gX * t23 * t53)
    t106 = -1 / 2 * (gX * t23 * t64)
    t107 = 1 / 8 * t15 + t12 + t16 + t17 + t18
    t108 = -t107
    t109 = 238732414637843 / 4000000000 * t84 + 238732414637843 / 4000000000 * t85
    t110 = (t101 + t102)**2
    t111 = (t103 - gX * t23 * t82)**2
    t112 = 238732414637843 / 4000000000 * t110 + 238732414637843 / 4000000000 * t111
    t113 = (
        (t104 + t105)**2 + (a_e * gX * t23)**2 + (t104 + t101)**2 + (a_mu * gX * t23)**2 + (t104
        + t106)**2 + (a_tau * gX * t23)**2
    )
    t114 = (
        (t108 + 9000000)**2 * t109 * (t55 + t56 + t61 + t62 + t66 + t67) / (((-t19 + 9000000)**2 + t19
        * t97**2) * t112 * t113)
    )
    t115 = t110 + t111
    t116 = (
        -432 * a_Y + 288 * a_e + 288 * a_mu + 288 * a_tau + 496 * a_e**2 + 496 * a_mu**2 + 496
        * a_tau**2 + 1143 * t8 - 624 * a_Y * a_e - 624 * a_Y * a_mu - 624 * a_Y * a_tau + 128 * a_e
        * a_mu + 128 * a_e * a_tau + 128 * a_mu * a_tau + 1350
    )
    return {
        "M(Z')": t20,
        "Gamma(Z')": t97,
        "Gamma/M(Z')": t95 / t96,
        "BR(Z' -> u u)": t36 / t95,
        "BR(Z' -> c c)": t38 / t95,
        "BR(Z' -> t t)": t40 / t95,
        "BR(Z' -> d d)": t46 / t95,
        "BR(Z' -> s s)": t49 / t95,
        "BR(Z' -> b b)": t51 / t95,
        "BR(Z' -> nu_e nu_e)": t57 / t95,
        "BR(Z' -> nu_mu nu_mu)": t63 / t95,
        "BR(Z' -> nu_tau nu_tau)": t68 / t95,
        "BR(Z' -> e e)": t80 / t95,
        "BR(Z' -> mu mu)": t89 / t95,
        "BR(Z' -> tau tau)": t94 / t95,
        "BR(Z' -> invisible)": (t57 + t63 + t68) / t95,
        "sigma(nu_mu -> nu_mu mu mu)/SM from Z'": (
            10338607967496169 / 50000000000000000 * t98**2 / t99 + t100 / t99 + np.sqrt(np.minimum(t19
            - 400, 0))
        ),
        "sigma(mu mu -> Z' -> invisible)/sigma(mu mu -> Z -> nu nu) at 3 TeV": (
            t114 + np.sqrt(np.minimum(t19 + t108, 0))
        ),
        'rho - 1, tree level': 1 / 4 * t14 / (t107 * (-t2 / t4 + 1)) - 1,
        'Gamma(Z -> e e)/Gamma(Z -> mu mu) - 1': ((t105 + t102)**2 + (t103 - gX * t23 * t74)**2) / t115 - 1,
        'Gamma(Z -> tau tau)/Gamma(Z -> mu mu) - 1': (
            ((t106 + t102)**2 + (t103 - gX * t23 * t91)**2) / t115 - 1
        ),
        'alpha(g1)': 197892936801441 / 31250000000000000 * t2,
        'Landau pole of g1/mu, one loop': np.exp(5595366274633337 / 500000000000000 / t2),
        'alpha(gX)': 197892936801441 / 31250000000000000 * t6,
        'Landau pole of gX/mu, one loop': np.exp(399718978244119 / 31250000000 / (t6 * t116)),
    }


_TERMS = {1: _terms_1}

# Further quantities of the model, which the beta functions do not depend on.
OTHER_INPUTS = ('v', 'v_Phi')
