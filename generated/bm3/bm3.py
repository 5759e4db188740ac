"""bm3: Flavorful U(1)' benchmark 3

Made by zmodel 0.1.0 from the model bm3; change the model file and compile it again.
L = kinetic - (Yukawa and fermion mass terms + h.c.) - V; D = d - i g T A; MS-bar; t = ln mu.
A term that is not hermitian stands for itself plus its conjugate. U(1) charges are those of the
model file, not GUT-normalised. Beta functions are d(coupling)/dlnmu.
Kinetic mixing, form eta: eta (Y, X).
U(1) coupling matrix h[a,b] = eta g_a g_b of L = -1/4 F h^-1 F, D = d - i q A.
Loop orders: 1-1-1 for gauge, Yukawa and potential couplings. Many points at once: give arrays whose first
axes count points, for numbers (points,), for matrices (points, rows, columns).
"""

import numpy as np

MODEL = 'bm3'
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


def smeft(values):
    """Tree-level SMEFT coefficients."""
    raise ValueError("the model file integrates nothing out")


_TERMS = {1: _terms_1}

# Further quantities of the model, which the beta functions do not depend on.
OTHER_INPUTS = ('v_h', 'v_phi')
