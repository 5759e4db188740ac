"""bm2: Flavorful U(1)' benchmark 2

Made by zmodel 0.1.0 from the model bm2; change the model file and compile it again.
L = kinetic - (Yukawa and fermion mass terms + h.c.) - V; D = d - i g T A; MS-bar; t = ln mu.
A term that is not hermitian stands for itself plus its conjugate. U(1) charges are those of the
model file, not GUT-normalised. Beta functions are d(coupling)/dlnmu.
Kinetic mixing, form eta: eta (Y, X).
U(1) coupling matrix h[a,b] = eta g_a g_b of L = -1/4 F h^-1 F, D = d - i q A.
Loop orders: 1-1-1 for gauge, Yukawa and potential couplings. Many points at once: give arrays whose first
axes count points, for numbers (points,), for matrices (points, rows, columns).
"""

import numpy as np

MODEL = 'bm2'
VERSION = '0.1.0'
LOOPS = 1  # highest order of any sector

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
    t3 = t1 * (-1765 / 243 * t2 + 1765 / 243) + g1 * (32 / 9 * g4 * eta + g1 * (-41 / 6 * t2 + 41 / 6))
    t4 = abs(yt)**2
    t5 = abs(yb)**2
    t6 = -8 * g3**2
    t7 = g2**2
    t8 = -9 / 4 * t7
    t9 = -1 / 6 * t1
    t10 = t6 + t8 + t9 + 9 / 2 * t4 + 3 / 2 * t5 + g1 * (-17 / 12 * g1 - 5 / 6 * g4 * eta)
    t11 = t6 + t8 + t9 + 3 / 2 * t4 + 9 / 2 * t5 + g1 * (-5 / 12 * g1 + 1 / 6 * g4 * eta)
    t12 = abs(y)**2
    t13 = 4 * t12
    t14 = -9 / 2 * t7
    t15 = g1**2
    t16 = -3 / 2 * t15
    t17 = 12 * lambda_
    t18 = 6 * t4
    t19 = 6 * t5
    t20 = -2 / 27 * t1
    t21 = 8 * s
    t22 = 24 * u
    t23 = 40 * v
    t24 = 2 * t12
    t25 = delta**2
    t26 = delta_t**2
    t27 = w**2
    return {
        1: {
            'g3': -7 * g3**3,
            'g2': -19 / 6 * g2**3,
            'g1': g1 * (1765 / 243 * t1 * t2 + g1 * (41 / 6 * g1 - 32 / 9 * g4 * eta)),
            'g4': g4 * (1765 / 243 * t1 + g1 * (eta * (41 / 6 * g1 * eta - 32 / 9 * g4))),
            'eta': -32 / 9 * g1 * g4 + eta * t3,
            'yt': yt * t10,
            'yb': yb * t11,
            'y': y * (-121 / 24 * t1 + t13),
            'mH2': 2 * mphi2 * delta_t + 18 * mS2 * delta + mH2 * (t14 + t16 + t17 + t18 + t19),
            'mphi2': 4 * mH2 * delta_t + 18 * mS2 * w + mphi2 * (t20 + t21),
            'mS2': 4 * mH2 * delta + 2 * mphi2 * w + mS2 * (t22 + t23 + t24),
            'lambda': (
                3 / 8 * g1**4 + 9 * t25 + t26 - 6 * t4**2 - 6 * t5**2 + t7 * (9 / 8 * t7 + 3 / 4 * t15)
                + lambda_ * (-9 * t7 - 3 * t15 + 24 * lambda_ + 12 * t4 + 12 * t5)
            ),
            's': 20 * s**2 + 2 * t26 + 9 * t27 + t1 * (2 / 2187 * t1 - 4 / 27 * s),
            'u': -2 * t12**2 + u * (t22 + 24 * v + t13),
            'v': 12 * u**2 + 2 * t25 + t27 + v * (48 * u + 52 * v + t13),
            'delta': 2 * delta_t * w + delta * (t14 + t16 + t17 + t22 + t23 + 4 * delta + t18 + t19 + t24),
            'delta_t': (
                1 / 27 * t1 * t2 * t15 + 18 * delta * w + delta_t * (t14 + t16 + t20 + t17 + t21 + 4 * delta_t
                + t18 + t19)
            ),
            'w': 4 * delta * delta_t + w * (t20 + t21 + t22 + t23 + 4 * w + t24),
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
    t10 = -4 * t8 * t9 + 81 * t1 * t2 + 81 * t1 * t3 - 162 * t1 * t2 * t4
    t11 = -1 / 2 * np.arctan(162 * eta * g1 * t1 * t7 / t10)
    t12 = t10 * np.sqrt(26244 * t2 * t4 * t6 * v_h**4 / t10**2 + 1)
    t13 = 1 / 8 * (t1 * t2)
    t14 = t1 * t3
    t15 = 1 / 8 * t14
    t16 = 1 / 162 * (t8 * t9)
    t17 = -1 / 648 * t12 + t13 + t15 + t16
    t18 = np.sqrt(t17)
    t19 = -3 * g4
    t20 = np.cos(t11)
    t21 = 1 / 12 * ((t19 + 2 * eta * g1) * t20)
    t22 = np.sin(t11)
    t23 = 6 * t7
    t24 = (t2 - 3 * t3 + t5) * t22 / t23
    t25 = t21 + t24
    t26 = -t4 + 1
    t27 = 3 * t7
    t28 = 2 * t2 * t22 * t26 / t27
    t29 = 1 / 12 * (t20 * (t19 + 8 * eta * g1)) + t28
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
    t41 = 1 / 6 * (t20 * (g4 + eta * g1))
    t42 = t41 + t24
    t43 = 1 / 6 * (t20 * (g4 + 4 * eta * g1)) + t28
    t44 = (
        (t42**2 + t43**2) * ((-297804049 / 10000) / t17 + t32 + 1) + 6 * (t42 * t43)
        * (297804049 / 10000 / t17)
    )
    t45 = 3 * (np.sqrt(t36 * np.minimum(297804049 / 2500 / t17 - 1, 0)) * t44)
    t46 = t22 * (t2 + 3 * t3 + t5) / t23
    t47 = t21 + t46
    t48 = -t2 * t22 * t26
    t49 = t48 / t27
    t50 = 1 / 12 * (t20 * (t19 - 4 * eta * g1)) + t49
    t51 = t47**2 + t50**2
    t52 = t47 * t50
    t53 = 3 * (t37 * (t33 * t51 + 6 * t35 * t52))
    t54 = (
        t51 * ((-243716980329 / 1000000000000) / t17 + t32 + 1) + 6 * t52
        * (243716980329 / 1000000000000 / t17)
    )
    t55 = np.sqrt(t36 * np.minimum(243716980329 / 250000000000 / t17 - 1, 0)) * t54
    t56 = 3 * t55
    t57 = t41 + t46
    t58 = 1 / 6 * (t20 * (g4 - 2 * eta * g1)) + t49
    t59 = (
        (t57**2 + t58**2) * ((-17497489 / 1000000) / t17 + t32 + 1) + 6 * (t57 * t58)
        * (17497489 / 1000000 / t17)
    )
    t60 = 3 * (np.sqrt(t36 * np.minimum(17497489 / 250000 / t17 - 1, 0)) * t59)
    t61 = -1 / 2 * (t7 * t22)
    t62 = eta * g1 * t20
    t63 = -1 / 2 * t62
    t64 = (t61 + t63)**2
    t65 = -eta * g1
    t66 = 2 * g4 + t65
    t67 = 1 / 2 * (t20 * t66)
    t68 = t67 + t61
    t69 = t68**2
    t70 = t2 - t3 + t5
    t71 = 2 * t7
    t72 = (-t22 * t70) / t71
    t73 = t63 + t72
    t74 = t48 / t7
    t75 = -eta * g1 * t20 + t74
    t76 = t73**2
    t77 = t75**2
    t78 = (-2611199276062810514761 / 10000000000000000000000000000) / t17 + t32 + 1
    t79 = 6 * (t73 * t75) * (2611199276062810514761 / 10000000000000000000000000000 / t17)
    t80 = np.minimum(2611199276062810514761 / 2500000000000000000000000000 / t17 - 1, 0)
    t81 = np.sqrt(t36 * t80) * ((t76 + t77) * t78 + t79)
    t82 = t67 + t72
    t83 = t82**2
    t84 = np.sqrt(t36 * np.minimum(44654769253196001 / 1000000000000000000 / t17 - 1, 0))
    t85 = (t83 + t77) * ((-44654769253196001 / 4000000000000000000) / t17 + t32 + 1)
    t86 = t85 + 6 * (t75 * t82) * (44654769253196001 / 4000000000000000000 / t17)
    t87 = t84 * t86
    t88 = g4 + t65
    t89 = t20 * t88 + t74
    t90 = (
        (t76 + t89**2) * ((-31574802249 / 10000000000) / t17 + t32 + 1) + 6 * (t73 * t89)
        * (31574802249 / 10000000000 / t17)
    )
    t91 = np.sqrt(t36 * np.minimum(31574802249 / 2500000000 / t17 - 1, 0)) * t90
    t92 = g4 * t20
    t93 = (11 / 12 * t92)**2
    t94 = 3 * t93
    t95 = (1 / 12 * t92)**2
    t96 = (-1 / 12 * t92)**2
    t97 = t92**2
    t98 = 1 / 2 * t62
    t99 = t2 * t22 * t26 / t71
    t100 = (
        -1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000.0
        * (t17 - 161480207716 / 390625)
    )
    t101 = (
        1 / 2 * ((t98 + (-t3 * t22) / t71 + t99)**2 + (t98 + t3 * t22 / t71 + t99)**2)
        * np.minimum(-np.minimum(t100, 0), 1)
    )
    t102 = (
        t38 + t40 + t45 + t53 + t56 + t60 + t64 + t69 + t64 + t81 + t87 + t91 + t94 + t95 + t96 + t97
        + t94 + t101
    )
    t103 = 96 * np.arctan(1)
    t104 = t18 * t102 / t103
    t105 = t64 / t102
    t106 = t94 / t102
    t107 = 48129 / 12500 * t17 + 1212482328743739 / 10000000000 * t68 * (t75 + t82)
    t108 = 4 * t17**2
    t109 = (
        1168262700327067 / 5000000000000000 * (2 * t17 + 1212482328743739 / 10000000000 * t68 * (t82
        - t75))**2
    )
    t110 = 1 / 2 * (t22 * t66)
    t111 = t20 * t70 / t71
    t112 = t2 * t20 * t26 / t7
    t113 = 1 / 2 * (t7 * t20)
    t114 = -1 / 2 * (eta * g1 * t22)
    t115 = 1 / 648 * t12 + t13 + t15 + t16
    t116 = -t115
    t117 = 238732414637843 / 4000000000 * t77 + 238732414637843 / 4000000000 * t83
    t118 = (t116 + 9000000)**2 * t117 * (t69 + t97 + t95 + t96 + 2 * t64 + 6 * t93)
    t119 = (t110 + t111)**2
    t120 = (-eta * g1 * t22 + t112)**2
    t121 = 238732414637843 / 4000000000 * t119 + 238732414637843 / 4000000000 * t120
    t122 = ((t110 + t113)**2 + 2 * (t113 + t114)**2) * ((-t17 + 9000000)**2 + t17 * t104**2) * t121
    t123 = (t111 + t114)**2
    t124 = t119 + t120
    return {
        "M(Z')": t18,
        "Gamma(Z')": t104,
        "Gamma/M(Z')": t102 / t103,
        "BR(Z' -> u u)": t38 / t102,
        "BR(Z' -> c c)": t40 / t102,
        "BR(Z' -> t t)": t45 / t102,
        "BR(Z' -> d d)": t53 / t102,
        "BR(Z' -> s s)": t56 / t102,
        "BR(Z' -> b b)": t60 / t102,
        "BR(Z' -> nu_e nu_e)": t105,
        "BR(Z' -> nu_mu nu_mu)": t69 / t102,
        "BR(Z' -> nu_tau nu_tau)": t105,
        "BR(Z' -> e e)": t81 / t102,
        "BR(Z' -> mu mu)": t87 / t102,
        "BR(Z' -> tau tau)": t91 / t102,
        "BR(Z' -> psiL psiL)": t106,
        "BR(Z' -> N[1] N[1])": t95 / t102,
        "BR(Z' -> N[2] N[2])": t96 / t102,
        "BR(Z' -> N[3] N[3])": t97 / t102,
        "BR(Z' -> psiR psiR)": t106,
        "BR(Z' -> H H)": t101 / t102,
        "BR(Z' -> invisible)": (t64 + t69 + t64 + t94 + t95 + t96 + t97 + t94) / t102,
        "sigma(nu_mu -> nu_mu mu mu)/SM from Z'": (
            10338607967496169 / 50000000000000000 * t107**2 / t108 + t109 / t108 + np.sqrt(np.minimum(t17
            - 400, 0))
        ),
        "sigma(mu mu -> Z' -> invisible)/sigma(mu mu -> Z -> nu nu) at 3 TeV": (
            t118 / t122 + np.sqrt(np.minimum(t17 + t116, 0))
        ),
        'rho - 1, tree level': 1 / 4 * t14 / (t115 * (-t2 * t26 / t6 + 1)) - 1,
        'Gamma(Z -> e e)/Gamma(Z -> mu mu) - 1': (t120 + t123) / t124 - 1,
        'Gamma(Z -> tau tau)/Gamma(Z -> mu mu) - 1': (t123 + (t22 * t88 + t112)**2) / t124 - 1,
        'alpha(g1)': 197892936801441 / 31250000000000000 * t2,
        'Landau pole of g1/mu, one loop': np.exp(11554658811031443 / 1000000000000000 / t2),
        'alpha(g4)': 197892936801441 / 31250000000000000 * t8,
        'Landau pole of g4/mu, one loop': np.exp(2174108890166313 / 200000000000000 / t8),
    }


_TERMS = {1: _terms_1}

# Further quantities of the model, which the beta functions do not depend on.
OTHER_INPUTS = ('v_h', 'v_phi')
