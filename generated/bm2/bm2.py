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


def stable(values):
    """Whether the quartic potential is bounded from below at tree level: a bool, or one for each point."""
    missing = [name for name in ('lambda', 's', 'u', 'v', 'delta', 'delta_t', 'w') if name not in values]
    if missing:
        raise KeyError(f"no value for {', '.join(missing)}")
    lambda_ = values['lambda']
    s = values['s']
    v = values['v']
    u = values['u']
    delta_t = values['delta_t']
    delta = values['delta']
    w = values['w']
    # Roots of negative numbers are not positive, as it should be.
    with np.errstate(invalid="ignore"):
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


_TERMS = {1: _terms_1}

# Further quantities of the model, which the beta functions do not depend on.
OTHER_INPUTS = ('v_h', 'v_phi')
