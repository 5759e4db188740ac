"""bm3: Flavorful U(1)' benchmark 3

Made by zmodel 0.1.0 from the model bm3; change the model file and compile it again.
L = kinetic - (Yukawa and fermion mass terms + h.c.) - V; D = d - i g T A; MS-bar; t = ln mu.
A term that is not hermitian stands for itself plus its conjugate. U(1) charges are those of the
model file, not GUT-normalised. Beta functions are d(coupling)/dlnmu.
Kinetic mixing, form eta: eta (Y, X).
U(1) coupling matrix h[a,b] = eta g_a g_b of L = -1/4 F h^-1 F, D = d - i q A.
Loop orders: 2-2-2 for gauge, Yukawa and potential couplings. Many points at once: give arrays whose first
axes count points, for numbers (points,), for matrices (points, rows, columns).
"""

import numpy as np

MODEL = 'bm3'
VERSION = '0.1.0'
LOOPS = 2  # highest order of any sector

# Shape of every coupling; () is a number, an array has one axis per generation index.
COUPLINGS = {
    'g3': (),
    'g2': (),
    'g1': (),
    'g4': (),
    'eta': (),
    'yt': (),
    'yb': (),
    'y': (),
    'mH2': (),
    'mphi2': (),
    'mS2': (),
    'lambda': (),
    's': (),
    'u': (),
    'v': (),
    'delta': (),
    'delta_t': (),
    'w': (),
}

# Masses and trilinear couplings, in powers of GeV; everything else is dimensionless.
DIMENSIONFUL = ('mH2', 'mphi2', 'mS2')

# Charges that have no fixed value; the functions below look them up beside the couplings.
PARAMETERS = ()

# Entries of each array that the gauge symmetry allows, counted from zero; the others must vanish.
TEXTURES = {
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


def _terms_1(values):
    """Beta functions up to loop order 1, each order without its loop factor."""
    g3 = values['g3']
    g2 = values['g2']
    g1 = values['g1']
    g4 = values['g4']
    eta = values['eta']
    yt = values['yt']
    yb = values['yb']
    y = values['y']
    mH2 = values['mH2']
    mphi2 = values['mphi2']
    mS2 = values['mS2']
    lambda_ = values['lambda']
    s = values['s']
    u = values['u']
    v = values['v']
    delta = values['delta']
    delta_t = values['delta_t']
    w = values['w']
    t1 = g4**2
    t2 = eta**2
    t3 = t1 * (-977 / 192 * t2 + 977 / 192) + g1 * (8 / 3 * g4 * eta + g1 * (-41 / 6 * t2 + 41 / 6))
    t4 = abs(yt)**2
    t5 = abs(yb)**2
    t6 = -8 * g3**2
    t7 = g2**2
    t8 = -9 / 4 * t7
    t9 = g1**2
    t10 = abs(y)**2
    t11 = 4 * t10
    t12 = -9 / 2 * t7
    t13 = -3 / 2 * t9
    t14 = 12 * lambda_
    t15 = 6 * t4
    t16 = 6 * t5
    t17 = -3 / 32 * t1
    t18 = 8 * s
    t19 = 24 * u
    t20 = 40 * v
    t21 = 2 * t10
    t22 = delta**2
    t23 = delta_t**2
    t24 = w**2
    return {
        1: {
            'g3': -7 * g3**3,
            'g2': -19 / 6 * g2**3,
            'g1': g1 * (977 / 192 * t1 * t2 + g1 * (41 / 6 * g1 - 8 / 3 * g4 * eta)),
            'g4': g4 * (977 / 192 * t1 + g1 * (eta * (41 / 6 * g1 * eta - 8 / 3 * g4))),
            'eta': -8 / 3 * g1 * g4 + eta * t3,
            'yt': yt * (t6 + t8 - 17 / 12 * t9 + 9 / 2 * t4 + 3 / 2 * t5),
            'yb': yb * (t6 + t8 - 5 / 12 * t9 + 3 / 2 * t4 + 9 / 2 * t5),
            'y': y * (-6 * t1 + t11),
            'mH2': 2 * mphi2 * delta_t + 18 * mS2 * delta + mH2 * (t12 + t13 + t14 + t15 + t16),
            'mphi2': 4 * mH2 * delta_t + 18 * mS2 * w + mphi2 * (t17 + t18),
            'mS2': 4 * mH2 * delta + 2 * mphi2 * w + mS2 * (t19 + t20 + t21),
            'lambda': (
                3 / 8 * g1**4 + 9 * t22 + t23 - 6 * t4**2 - 6 * t5**2 + t7 * (9 / 8 * t7 + 3 / 4 * t9) + lambda_
                * (-9 * t7 - 3 * t9 + 24 * lambda_ + 12 * t4 + 12 * t5)
            ),
            's': 20 * s**2 + 2 * t23 + 9 * t24 + t1 * (3 / 2048 * t1 - 3 / 16 * s),
            'u': -2 * t10**2 + u * (t19 + 24 * v + t11),
            'v': 12 * u**2 + 2 * t22 + t24 + v * (48 * u + 52 * v + t11),
            'delta': 2 * delta_t * w + delta * (t12 + t13 + t14 + t19 + t20 + 4 * delta + t15 + t16 + t21),
            'delta_t': (
                3 / 64 * t1 * t2 * t9 + 18 * delta * w + delta_t * (t12 + t13 + t17 + t14 + t18 + 4 * delta_t
                + t15 + t16)
            ),
            'w': 4 * delta * delta_t + w * (t17 + t18 + t19 + t20 + 4 * w + t21),
        },
    }


def _terms_2(values):
    """Beta functions up to loop order 2, each order without its loop factor."""
    g3 = values['g3']
    g2 = values['g2']
    g1 = values['g1']
    g4 = values['g4']
    eta = values['eta']
    yt = values['yt']
    yb = values['yb']
    y = values['y']
    mH2 = values['mH2']
    mphi2 = values['mphi2']
    mS2 = values['mS2']
    lambda_ = values['lambda']
    s = values['s']
    u = values['u']
    v = values['v']
    delta = values['delta']
    delta_t = values['delta_t']
    w = values['w']
    t1 = g3**3
    t2 = g2**3
    t3 = g4**2
    t4 = eta**2
    t5 = 8 / 3 * g4 * eta
    t6 = t3 * (-977 / 192 * t4 + 977 / 192) + g1 * (t5 + g1 * (-41 / 6 * t4 + 41 / 6))
    t7 = abs(yt)**2
    t8 = abs(yb)**2
    t9 = g3**2
    t10 = -8 * t9
    t11 = g2**2
    t12 = -9 / 4 * t11
    t13 = g1**2
    t14 = 9 / 2 * t8
    t15 = abs(y)**2
    t16 = 4 * t15
    t17 = -9 / 2 * t11
    t18 = -3 / 2 * t13
    t19 = 12 * lambda_
    t20 = 6 * t7
    t21 = 6 * t8
    t22 = -3 / 32 * t3
    t23 = 8 * s
    t24 = 24 * u
    t25 = 40 * v
    t26 = 2 * t15
    t27 = 24 * lambda_
    t28 = delta**2
    t29 = delta_t**2
    t30 = t7**2
    t31 = t8**2
    t32 = -6 * t31
    t33 = s**2
    t34 = w**2
    t35 = 24 * v
    t36 = t15**2
    t37 = 9 / 2 * t11
    t38 = 1 / 8 * t3
    t39 = -26 * t9 + t37 + t38 - 2 * t7 - 2 * t8 + g1 * (11 / 6 * g1 - 1 / 3 * g4 * eta)
    t40 = 12 * t9 + 35 / 6 * t11 + 13 / 32 * t3 - 3 / 2 * t7 - 3 / 2 * t8 + g1 * (3 / 2 * g1 - g4 * eta)
    t41 = 44 / 3 * t9
    t42 = 199 / 18 * t13
    t43 = -17 / 6 * t7
    t44 = -5 / 6 * t8
    t45 = t41 + t37 + t42 + t43 + t44 + g4 * (-82 / 9 * g1 * eta + g4 * (505 / 96 * t4 + 101 / 96))
    t46 = -8 / 3 * t9
    t47 = -3 * t11
    t48 = g1 * (g4 * (eta * (t46 + t47 + t3 * (-37 / 32 * t4 - 37 / 32))) + g1 * t45)
    t49 = 39 / 32 * t11
    t50 = 12845 / 1024 * t3
    t51 = -18 * t15
    t52 = t9 + t49 + t50 + t51
    t53 = t41 + t37 + 505 / 96 * t3 + t43 + t44 + g1 * (199 / 18 * g1 - 41 / 9 * g4 * eta)
    t54 = eta * (g4 * (t46 + t47 - 37 / 16 * t3) + g1 * (-41 / 9 * g1 * g4 + eta * t53))
    t55 = (
        -44 / 3 * t9 + t17 - 101 / 16 * t3 + 17 / 6 * t7 + 5 / 6 * t8 + g1 * (-199 / 18 * g1 + 41 / 9
        * g4 * eta)
    )
    t56 = 3 * t11
    t57 = (
        g4 * (eta * (8 / 3 * t9 + t56 + 37 / 32 * t3 * t4)) + g1 * (t41 + t37 + t42 + 101 / 16 * t3
        + t43 + t44 + t4 * t55)
    )
    t58 = t9 + t49 + t50 + t51 + t4 * (-t9 - 39 / 32 * t11 - 12845 / 1024 * t3 + 18 * t15)
    t59 = (
        19 / 9 * t9 - 3 / 4 * t11 + 887 / 216 * t3 * t4 + 131 / 16 * t7 + 7 / 48 * t8 + g1 * (1187 / 216
        * g1 - 58 / 27 * g4 * eta)
    )
    t60 = 36 * t9
    t61 = 225 / 16 * t11
    t62 = -12 * lambda_
    t63 = -12 * t7
    t64 = -108 * t9
    t65 = 9 * t11
    t66 = -23 / 4 * t11
    t67 = lambda_**2
    t68 = 6 * t67
    t69 = 9 / 2 * t28
    t70 = 1 / 2 * t29
    t71 = (
        t68 + t69 + t70 - 1 / 4 * t31 + t11 * (t66 + 99 / 16 * t8) + t9 * (t64 + t65 + 4 * t8) + t7
        * (t60 + t61 + t62 + t63 - 11 / 4 * t8) + t13 * t59
    )
    t72 = (
        31 / 9 * t9 + t12 - 481 / 3456 * t3 * t4 + 91 / 48 * t7 + 79 / 16 * t8 + g1 * (-127 / 216 * g1
        + 2 / 27 * g4 * eta)
    )
    t73 = -12 * t8
    t74 = (
        t68 + t69 + t70 - 1 / 4 * t30 + t11 * (t66 + 99 / 16 * t7) + t9 * (t64 + t65 + 4 * t7) + t8
        * (t60 + t61 + t62 - 11 / 4 * t7 + t73) + t13 * t72
    )
    t75 = 4315 / 192 * t3 + 29 * t15 + g1 * (eta * (211 / 6 * g1 * eta - 40 / 3 * g4))
    t76 = -24 * t15
    t77 = (
        t28 + 1 / 2 * t34 - 37 / 4 * t36 + v * (20 * v + t76) + u * (20 * u + t35 - 40 * t15) + t3 * t75
    )
    t78 = g1 * (557 / 48 * g1 - 10 / 3 * g4 * eta)
    t79 = 15 / 8 * t11
    t80 = 85 / 12 * t7
    t81 = 25 / 12 * t8
    t82 = t13 * (t79 + 4891 / 768 * t3 * t4 + t27 + t80 + t81 + t78)
    t83 = 40 * t9
    t84 = 45 / 4 * t11
    t85 = -72 * lambda_
    t86 = t7 * (t83 + t84 + t85 - 27 / 2 * t7 - 21 * t8)
    t87 = t8 * (t83 + t84 + t85 - 27 / 2 * t8)
    t88 = t11 * (-145 / 16 * t11 + 72 * lambda_)
    t89 = -60 * t67
    t90 = -36 * delta
    t91 = -36 * t15
    t92 = g1 * (eta * (211 / 384 * g1 * eta - 5 / 24 * g4))
    t93 = 2483 / 6144 * t3
    t94 = -40 * t33
    t95 = -2 * t29
    t96 = -9 * t34
    t97 = 24 * t11
    t98 = 8 * t13
    t99 = -8 * delta_t
    t100 = -24 * t7
    t101 = -24 * t8
    t102 = 5 / 32 * t3 * t4 * t13
    t103 = -36 * w
    t104 = -48 * u
    t105 = t15 * (10 * t3 + t104 - 80 * v - 9 * t15)
    t106 = -200 * u
    t107 = -240 * v
    t108 = u * (t106 + t107)
    t109 = v**2
    t110 = -200 * t109
    t111 = -t34
    t112 = -8 * delta
    t113 = 1 / 4 * t3
    t114 = -4 * w
    t115 = -3911 / 768 * t3 * t4
    t116 = (
        -559 / 48 * t11 + t115 + 629 / 24 * lambda_ - 19 / 4 * t7 + 5 / 4 * t8 + g1 * (-379 / 48 * g1
        + t5)
    )
    t117 = lambda_ * (4891 / 384 * t3 * t4 + 36 * lambda_ + 85 / 6 * t7 + 25 / 6 * t8)
    t118 = (
        5 / 64 * delta_t * t3 * t4 - 8 / 3 * t30 + 4 / 3 * t31 + t117 + t11 * (-289 / 48 * t11 + t115
        + 39 / 4 * lambda_ + 21 / 2 * t7 + t14) + g1 * (g4 * (eta * (8 / 3 * t11 - 20 / 3 * lambda_))
        + g1 * t116)
    )
    t119 = 80 * t9
    t120 = 45 / 2 * t11
    t121 = -144 * lambda_
    t122 = (
        -312 * t67 - 90 * t28 - 10 * t29 + t11 * (-73 / 8 * t11 + 108 * lambda_) + t8 * (t119 + t120
        + t121 - 3 * t8) + t7 * (t119 + t120 + t121 - 3 * t7 - 42 * t8)
    )
    t123 = -32 * t9
    t124 = -9 / 4 * g2**4
    t125 = -4 * delta_t
    t126 = (
        g4 * (1 / 96 * t3 - 5 / 12 * s) + g1 * (eta * (-167 / 6144 * t3 + 211 / 192 * s + 5 / 32
        * delta_t))
    )
    t127 = 7 / 4 * t33 + t3 * (-989 / 49152 * t3 + 2519 / 3072 * s) + g1 * (eta * t126)
    t128 = 12 * t11
    t129 = 4 * t13
    t130 = 20 * t3
    t131 = -1056 * v
    t132 = -20 * t28
    t133 = -10 * t34
    t134 = -688 * t109 + t132 + t133 + u * (-336 * u + t131) + t15 * (t130 + t104 - 48 * v + t51)
    t135 = -816 * t109 + t132 + t133 + u * (-688 * u + t131) + t15 * (t130 - 96 * u - 104 * v + t51)
    t136 = -144 * u
    t137 = -4 * t15
    t138 = delta * (t56 + t13 + t85 + t136 + t107 - 19 * delta + t63 + t73 + t137)
    t139 = t89 + t110 + t111 + delta_t * (-delta_t - 8 * w) + t108 + t88 + t105 + t87 + t86 + t82 + t138
    t140 = -5 / 24 * eta * g4**3 + g1 * (t79 + 1779 / 256 * t3 * t4 + t27 + delta_t + t80 + t81 + t78)
    t141 = -48 * s
    t142 = (
        t89 + t94 + t96 + delta * (-9 * delta - 72 * w) + t3 * (t93 + s) + t88 + t87 + t86 + delta_t
        * (t56 + 1 / 16 * t3 + t85 + t141 - 11 * delta_t + t63 + t73) + g1 * t140
    )
    t143 = (
        -45 / 256 * t11 - 7867 / 12288 * t3 + 15 / 32 * lambda_ + 5 / 16 * s - 19 / 64 * t7 + 5 / 64
        * t8 + g1 * (-713 / 768 * g1 + 1 / 6 * g4 * eta)
    )
    t144 = (
        t94 + t95 - 9 * t36 + delta * (-2 * delta - 16 * delta_t) + v * (-200 * v - 80 * t15) + u
        * (t106 + t107 - 48 * t15) + w * (t141 + t136 + t107 - 18 * w + t137) + t3 * (t93 + s + 1 / 16
        * w + 10 * t15 + t92)
    )
    return {
        1: {
            'g3': -7 * t1,
            'g2': -19 / 6 * t2,
            'g1': g1 * (977 / 192 * t3 * t4 + g1 * (41 / 6 * g1 - 8 / 3 * g4 * eta)),
            'g4': g4 * (977 / 192 * t3 + g1 * (eta * (41 / 6 * g1 * eta - 8 / 3 * g4))),
            'eta': -8 / 3 * g1 * g4 + eta * t6,
            'yt': yt * (t10 + t12 - 17 / 12 * t13 + 9 / 2 * t7 + 3 / 2 * t8),
            'yb': yb * (t10 + t12 - 5 / 12 * t13 + 3 / 2 * t7 + t14),
            'y': y * (-6 * t3 + t16),
            'mH2': 2 * mphi2 * delta_t + 18 * mS2 * delta + mH2 * (t17 + t18 + t19 + t20 + t21),
            'mphi2': 4 * mH2 * delta_t + 18 * mS2 * w + mphi2 * (t22 + t23),
            'mS2': 4 * mH2 * delta + 2 * mphi2 * w + mS2 * (t24 + t25 + t26),
            'lambda': (
                3 / 8 * g1**4 + 9 * t28 + t29 - 6 * t30 + t32 + t11 * (9 / 8 * t11 + 3 / 4 * t13) + lambda_
                * (-9 * t11 - 3 * t13 + t27 + 12 * t7 + 12 * t8)
            ),
            's': 20 * t33 + 2 * t29 + 9 * t34 + t3 * (3 / 2048 * t3 - 3 / 16 * s),
            'u': -2 * t36 + u * (t24 + t35 + t16),
            'v': 12 * u**2 + 2 * t28 + t34 + v * (48 * u + 52 * v + t16),
            'delta': 2 * delta_t * w + delta * (t17 + t18 + t19 + t24 + t25 + 4 * delta + t20 + t21 + t26),
            'delta_t': (
                3 / 64 * t3 * t4 * t13 + 18 * delta * w + delta_t * (t17 + t18 + t22 + t19 + t23 + 4 * delta_t
                + t20 + t21)
            ),
            'w': 4 * delta * delta_t + w * (t22 + t23 + t24 + t25 + 4 * w + t26),
        },
        2: {
            'g3': t1 * t39,
            'g2': t2 * t40,
            'g1': g1 * (t3 * (t4 * t52) + t48),
            'g4': g4 * (t3 * t52 + g1 * (101 / 96 * g1 * t3 + t54)),
            'eta': g1 * (g4 * (t46 + t47 - 41 / 9 * t13 - 37 / 32 * t3)) + eta * (t3 * t58 + g1 * t57),
            'yt': yt * t71,
            'yb': yb * t74,
            'y': y * t77,
            'mH2': (
                mS2 * (delta * (t90 + t91)) + mphi2 * (-4 * t29 + t3 * (5 / 64 * t4 * t13 + 1 / 4 * delta_t))
                + mH2 * (t89 - 9 * t28 - t29 + t88 + t87 + t86 + t82)
            ),
            'mphi2': (
                mS2 * (w * (t103 + t91)) + mH2 * (t102 + delta_t * (t97 + t98 + t99 + t100 + t101)) + mphi2
                * (t94 + t95 + t96 + t3 * (t93 + s + t92))
            ),
            'mS2': (
                mphi2 * (w * (t113 + t114)) + mH2 * (delta * (t97 + t98 + t112 + t100 + t101)) + mS2 * (t110 - 2
                * t28 + t111 + t108 + t105)
            ),
            'lambda': (
                305 / 16 * g2**6 + t29 * (t38 + t125) + t28 * (t90 + t51) + t8 * (t124 + t8 * (t123 + 30 * t8))
                + t7 * (t124 + t32 + t7 * (t123 + 30 * t7 - 6 * t8)) + lambda_ * t122 + t13 * t118
            ),
            's': (
                -240 * s**3 + t34 * (-90 * s + t103 + t51) + t29 * (t128 + t129 - 20 * s + t99 + t63 + t73) + t3
                * t127
            ),
            'u': t36 * (-8 * t3 + 8 * v + 12 * t15) + u * t134,
            'v': (
                4 * t15**3 + t34 * (t38 + t114) + u * (8 * t36 + u * (-288 * u + t76)) + t28 * (t128 + t129
                + t112 + t63 + t73) + v * t135
            ),
            'delta': (
                -12 * t3 * t4 * t13 * t15 + w * (5 / 64 * t3 * t4 * t13 + delta_t * (t113 + t125 + t114))
                + delta * t139
            ),
            'delta_t': (
                delta * (w * (t90 + t103 + t91)) + t13 * (t3 * (eta * (1 / 6 * g1 * g4 + eta * t143))) + delta_t
                * t142
            ),
            'w': (
                -3 / 4 * t15 * g4**4 + delta * (t102 + delta_t * (t97 + t98 + t112 + t99 + t100 + t101)) + w
                * t144
            ),
        },
    }


def smeft(values):
    """Tree-level SMEFT coefficients."""
    raise ValueError("the model file integrates nothing out")


@np.errstate(all="ignore")
def stable(values):
    """Whether the quartic potential is bounded from below at tree level: a bool, or one for each point."""
    missing = [name for name in ('lambda', 's', 'u', 'v', 'delta', 'delta_t', 'w') if name not in values]
    if missing:
        raise KeyError(f"no value for {', '.join(missing)}")
    lambda_ = _number(values['lambda'])
    s = _number(values['s'])
    v = _number(values['v'])
    u = _number(values['u'])
    delta_t = _number(values['delta_t'])
    delta = _number(values['delta'])
    w = _number(values['w'])
    # Roots of negative numbers are not positive, as it should be.
    t1 = np.minimum(v + 1 / 3 * u, v + u)
    t2 = delta_t + 2 * np.sqrt(lambda_ * s)
    t3 = delta + 2 * np.sqrt(lambda_ * t1)
    t4 = w + 2 * np.sqrt(s * t1)
    t5 = np.sqrt(lambda_)
    t6 = np.sqrt(s)
    t7 = np.sqrt(t1)
    result = (lambda_ > 0)
    result = result & (s > 0)
    result = result & (t1 > 0)
    result = result & (t2 > 0)
    result = result & (t3 > 0)
    result = result & (t4 > 0)
    result = result & (
        ((2 * t5 * t6 * t7 + delta_t * t7 + delta * t6 + w * t5 + np.sqrt(t2 * t3 * t4)) > 0)
    )
    return result if np.ndim(result) else bool(result)


@np.errstate(all="ignore")
def observables(values):
    """Masses and widths of new neutral bosons in GeV and what they do, at tree level; poles at one loop.

    Needs the couplings and angles listed below, without units, and the masses and vacuum values, in GeV. All else
    that is measured (masses of quarks and leptons, CKM, G_F, ...) is written in as zmodel.pheno.constants has it.
    What gives masses of new fermions, and squared masses of scalars, may be left out, for no decay into them. Couplings
    that give masses are absolute values.
    """
    missing = [name for name in ('eta', 'g1', 'g2', 'g4', 'v_h', 'v_phi') if name not in values]
    if missing:
        raise KeyError(f"no value for {', '.join(missing)}")
    eta = _number(values['eta'])
    g1 = _number(values['g1'])
    g2 = _number(values['g2'])
    g4 = _number(values['g4'])
    v_h = _number(values['v_h'])
    v_phi = _number(values['v_phi'])
    t1 = v_h**2
    t2 = g1**2
    t3 = g2**2
    t4 = eta**2
    t5 = -t2 * t4
    t6 = t2 + t3 + t5
    t7 = np.sqrt(t6)
    t8 = g4**2
    t9 = v_phi**2
    t10 = -t8 * t9 + 16 * t1 * t2 + 16 * t1 * t3 - 32 * t1 * t2 * t4
    t11 = -1 / 2 * np.arctan(32 * eta * g1 * t1 * t7 / t10)
    t12 = t10 * np.sqrt(1024 * t2 * t4 * t6 * v_h**4 / t10**2 + 1)
    t13 = 1 / 8 * (t1 * t2)
    t14 = t1 * t3
    t15 = 1 / 8 * t14
    t16 = 1 / 128 * (t8 * t9)
    t17 = -1 / 128 * t12 + t13 + t15 + t16
    t18 = np.sqrt(t17)
    t19 = -3 * g4
    t20 = np.cos(t11)
    t21 = 1 / 24 * ((t19 + 4 * eta * g1) * t20)
    t22 = np.sin(t11)
    t23 = 6 * t7
    t24 = (t2 - 3 * t3 + t5) * t22 / t23
    t25 = t21 + t24
    t26 = -t4 + 1
    t27 = 3 * t7
    t28 = 2 * t2 * t22 * t26 / t27
    t29 = 1 / 24 * (t20 * (t19 + 16 * eta * g1)) + t28
    t30 = t25**2 + t29**2
    t31 = 0 / t17
    t32 = -1 / 2 * t31**2
    t33 = (-194798937647521 / 10000000000000000) / t17 + t32 + 1
    t34 = t25 * t29
    t35 = 194798937647521 / 10000000000000000 / t17
    t36 = t31 - 1
    t37 = np.sqrt(np.minimum(194798937647521 / 2500000000000000 / t17 - 1, 0) * t36)
    t38 = 3 * (t37 * (t30 * t33 + 6 * t34 * t35))
    t39 = t30 * ((-1620529 / 1000000) / t17 + t32 + 1) + 6 * t34 * (1620529 / 1000000 / t17)
    t40 = 3 * (np.sqrt(t36 * np.minimum(1620529 / 250000 / t17 - 1, 0)) * t39)
    t41 = eta * g1 * t20
    t42 = 1 / 6 * t41
    t43 = t42 + t24
    t44 = 2 / 3 * t41 + t28
    t45 = (
        (t43**2 + t44**2) * ((-297804049 / 10000) / t17 + t32 + 1) + 6 * (t43 * t44)
        * (297804049 / 10000 / t17)
    )
    t46 = 3 * (np.sqrt(t36 * np.minimum(297804049 / 2500 / t17 - 1, 0)) * t45)
    t47 = t22 * (t2 + 3 * t3 + t5) / t23
    t48 = t21 + t47
    t49 = -t2 * t22 * t26
    t50 = t49 / t27
    t51 = 1 / 24 * (t20 * (t19 - 8 * eta * g1)) + t50
    t52 = t48**2 + t51**2
    t53 = t48 * t51
    t54 = 3 * (t37 * (t33 * t52 + 6 * t35 * t53))
    t55 = (
        t52 * ((-243716980329 / 1000000000000) / t17 + t32 + 1) + 6 * t53
        * (243716980329 / 1000000000000 / t17)
    )
    t56 = np.sqrt(t36 * np.minimum(243716980329 / 250000000000 / t17 - 1, 0)) * t55
    t57 = 3 * t56
    t58 = t42 + t47
    t59 = -1 / 3 * t41 + t50
    t60 = (
        (t58**2 + t59**2) * ((-17497489 / 1000000) / t17 + t32 + 1) + 6 * (t58 * t59)
        * (17497489 / 1000000 / t17)
    )
    t61 = 3 * (np.sqrt(t36 * np.minimum(17497489 / 250000 / t17 - 1, 0)) * t60)
    t62 = -1 / 2 * (t7 * t22)
    t63 = -1 / 2 * t41
    t64 = (t62 + t63)**2
    t65 = g4 - eta * g1
    t66 = 1 / 2 * (t20 * t65)
    t67 = t66 + t62
    t68 = t67**2
    t69 = g4 - 2 * eta * g1
    t70 = t20 * t69
    t71 = 1 / 4 * t70
    t72 = (t71 + t62)**2
    t73 = t2 - t3 + t5
    t74 = 2 * t7
    t75 = (-t22 * t73) / t74
    t76 = t63 + t75
    t77 = t49 / t7
    t78 = -eta * g1 * t20 + t77
    t79 = (-2611199276062810514761 / 10000000000000000000000000000) / t17 + t32 + 1
    t80 = 6 * (t76 * t78) * (2611199276062810514761 / 10000000000000000000000000000 / t17)
    t81 = np.minimum(2611199276062810514761 / 2500000000000000000000000000 / t17 - 1, 0)
    t82 = np.sqrt(t36 * t81) * ((t76**2 + t78**2) * t79 + t80)
    t83 = t66 + t75
    t84 = g4 - 4 * eta * g1
    t85 = 1 / 4 * (t20 * t84) + t77
    t86 = t83**2
    t87 = t85**2
    t88 = np.sqrt(t36 * np.minimum(44654769253196001 / 1000000000000000000 / t17 - 1, 0))
    t89 = (t86 + t87) * ((-44654769253196001 / 4000000000000000000) / t17 + t32 + 1)
    t90 = t89 + 6 * (t83 * t85) * (44654769253196001 / 4000000000000000000 / t17)
    t91 = t88 * t90
    t92 = t71 + t75
    t93 = 1 / 2 * t70 + t77
    t94 = (
        (t92**2 + t93**2) * ((-31574802249 / 10000000000) / t17 + t32 + 1) + 6 * (t92 * t93)
        * (31574802249 / 10000000000 / t17)
    )
    t95 = np.sqrt(t36 * np.minimum(31574802249 / 2500000000 / t17 - 1, 0)) * t94
    t96 = g4 * t20
    t97 = t96**2
    t98 = 3 * t97
    t99 = (1 / 4 * t96)**2
    t100 = (1 / 2 * t96)**2
    t101 = 1 / 2 * t41
    t102 = t2 * t22 * t26 / t74
    t103 = (t101 + (-t3 * t22) / t74 + t102)**2 + (t101 + t3 * t22 / t74 + t102)**2
    t104 = (
        -1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000.0
        * (t17 - 161480207716 / 390625)
    )
    t105 = 1 / 2 * t103 * np.minimum(-np.minimum(t104, 0), 1)
    t106 = (
        t38 + t40 + t46 + t54 + t57 + t61 + t64 + t68 + t72 + t82 + t91 + t95 + t98 + t99 + t100 + t98
        + t105
    )
    t107 = 96 * np.arctan(1)
    t108 = t18 * t106 / t107
    t109 = t98 / t106
    t110 = 48129 / 12500 * t17 + 1212482328743739 / 10000000000 * t67 * (t83 + t85)
    t111 = 4 * t17**2
    t112 = (
        1168262700327067 / 5000000000000000 * (2 * t17 + 1212482328743739 / 10000000000 * t67 * (t83
        - t85))**2
    )
    t113 = 1 / 2 * (t22 * t65)
    t114 = t20 * t73 / t74
    t115 = t2 * t20 * t26 / t7
    t116 = 1 / 2 * (t7 * t20)
    t117 = -1 / 2 * (eta * g1 * t22)
    t118 = t22 * t69
    t119 = 1 / 4 * t118
    t120 = 1 / 128 * t12 + t13 + t15 + t16
    t121 = -t120
    t122 = 238732414637843 / 4000000000 * t86 + 238732414637843 / 4000000000 * t87
    t123 = (t113 + t114)**2
    t124 = (1 / 4 * (t22 * t84) + t115)**2
    t125 = 238732414637843 / 4000000000 * t123 + 238732414637843 / 4000000000 * t124
    t126 = (
        ((-t17 + 9000000)**2 + t17 * t108**2) * t125 * ((t116 + t117)**2 + (t113 + t116)**2 + (t119
        + t116)**2)
    )
    t127 = (t121 + 9000000)**2 * t122 * (t64 + t68 + t72 + t99 + t100 + 6 * t97) / t126
    t128 = t123 + t124
    return {
        "M(Z')": t18,
        "Gamma(Z')": t108,
        "Gamma/M(Z')": t106 / t107,
        "BR(Z' -> u u)": t38 / t106,
        "BR(Z' -> c c)": t40 / t106,
        "BR(Z' -> t t)": t46 / t106,
        "BR(Z' -> d d)": t54 / t106,
        "BR(Z' -> s s)": t57 / t106,
        "BR(Z' -> b b)": t61 / t106,
        "BR(Z' -> nu_e nu_e)": t64 / t106,
        "BR(Z' -> nu_mu nu_mu)": t68 / t106,
        "BR(Z' -> nu_tau nu_tau)": t72 / t106,
        "BR(Z' -> e e)": t82 / t106,
        "BR(Z' -> mu mu)": t91 / t106,
        "BR(Z' -> tau tau)": t95 / t106,
        "BR(Z' -> psiL psiL)": t109,
        "BR(Z' -> N[2] N[2])": t99 / t106,
        "BR(Z' -> N[3] N[3])": t100 / t106,
        "BR(Z' -> psiR psiR)": t109,
        "BR(Z' -> H H)": t105 / t106,
        "BR(Z' -> invisible)": (t64 + t68 + t72 + t98 + t99 + t100 + t98) / t106,
        "sigma(nu_mu -> nu_mu mu mu)/SM from Z'": (
            10338607967496169 / 50000000000000000 * t110**2 / t111 + t112 / t111 + np.sqrt(np.minimum(t17
            - 400, 0))
        ),
        "sigma(mu mu -> Z' -> invisible)/sigma(mu mu -> Z -> nu nu) at 3 TeV": (
            t127 + np.sqrt(np.minimum(t17 + t121, 0))
        ),
        'rho - 1, tree level': 1 / 4 * t14 / (t120 * (-t2 * t26 / t6 + 1)) - 1,
        'Gamma(Z -> e e)/Gamma(Z -> mu mu) - 1': (
            ((t114 + t117)**2 + (-eta * g1 * t22 + t115)**2) / t128 - 1
        ),
        'Gamma(Z -> tau tau)/Gamma(Z -> mu mu) - 1': (
            ((t119 + t114)**2 + (1 / 2 * t118 + t115)**2) / t128 - 1
        ),
        'alpha(g1)': 197892936801441 / 31250000000000000 * t2,
        'Landau pole of g1/mu, one loop': np.exp(11554658811031443 / 1000000000000000 / t2),
        'alpha(g4)': 197892936801441 / 31250000000000000 * t8,
        'Landau pole of g4/mu, one loop': np.exp(15516594022592889 / 1000000000000000 / t8),
    }


_TERMS = {1: _terms_1, 2: _terms_2}

# Further quantities of the model, which the beta functions do not depend on.
OTHER_INPUTS = ('v_h', 'v_phi')
