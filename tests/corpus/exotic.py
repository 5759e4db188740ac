"""Models with what the random ones lack: larger groups and representations, symbolic charges, kept entries.

Their fields are chosen by hand, charges and numbers of generations at random; terms are all that symmetries allow.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from random import Random

from tests.helpers.models import compile_text

Head = Callable[[Random], str]


def exotic_head(number: int, draw: Random) -> str:
    """Groups and fields of an exotic model, and parameters if its charges have any."""
    return HEADS[number](draw)


def exotic_tail(number: int, text: str, draw: Random) -> str:
    """The whole text of the model from that without kept entries and points."""
    if number == KEPT:
        return _with_kept_entries(text, draw)
    if number == SYMBOLIC:
        numbers = [Fraction(draw.choice((-1, 1)) * draw.randint(1, 5), draw.choice((2, 3, 7))) for _ in "ab"]
        return f"{text}\npoint here {{ a = {numbers[0]}; b = {numbers[1]} }}\n"
    return text


def _charge(draw: Random) -> Fraction:
    """One that is not zero."""
    return Fraction(draw.choice((-1, 1)) * draw.randint(1, 4), draw.choice((1, 2, 3)))


def _sextets(draw: Random) -> str:
    """Sextets and an octet as fermions, a real octet and a singlet as scalars, and quarks that couple to the octet."""
    x, y, z = _charge(draw), _charge(draw), _charge(draw)
    return f"""\
gauge SU3c = SU(3) coupling g3
gauge X = U(1) coupling gX

fermion K0L left (SU3c: 6, X: {x + y})
fermion K0R right (SU3c: 6, X: {x})
fermion G1 left (SU3c: 8, X: {-y / 2})
fermion F2L[2] left (SU3c: 3, X: {z})
fermion F2R right (SU3c: 3, X: {z})

scalar O1 real (SU3c: 8)
scalar S2 (X: {y})
"""


def _four(draw: Random) -> str:
    """SU(4) with fundamentals, antisymmetric tensors and an adjoint."""
    x, y, z = _charge(draw), _charge(draw), _charge(draw)
    return f"""\
gauge SU4 = SU(4) coupling g4
gauge X = U(1) coupling gX

fermion F0L[{draw.choice((1, 2))}] left (SU4: 4, X: {x})
fermion F0R right (SU4: 4, X: {x})
fermion K1L left (SU4: 6, X: {y})
fermion K1R right (SU4: 6, X: {y - z})
fermion E2[{draw.choice((2, 3))}] right (X: {x - z})

scalar A1 real (SU4: 15)
scalar R2 (SU4: 4, X: {z})
"""


def _five(draw: Random) -> str:
    """SU(5) with fundamentals, antisymmetric tensors and a charged singlet, and another U(1) that mixes."""
    x, y, z = _charge(draw), _charge(draw), _charge(draw)
    return f"""\
gauge SU5 = SU(5) coupling g5
gauge X = U(1) coupling gX
gauge Z = U(1) coupling gZ
mixing triangular (X, Z) as mixXZ

fermion F0L[2] left (SU5: 5, X: {x}, Z: {y})
fermion F0R[2] right (SU5: 5, X: {x - z}, Z: {y})
fermion K1L left (SU5: 10, X: {y})
fermion K1R right (SU5: 10, X: {y + z})
fermion E2 right (X: {x}, Z: {y - z})

scalar S1 (X: {z})
scalar R2 (SU5: 5, Z: {z})
"""


def _symbolic(draw: Random) -> str:
    """Leptons and a heavier pair with charges a and b, a doublet, and a singlet that mixes them."""
    n, m = draw.choice((1, 2, 3)), draw.choice((1, 2, 3))
    return f"""\
gauge SU2L = SU(2) coupling g2
gauge Y = U(1) coupling g1
gauge X = U(1) coupling gX
mixing eta (Y, X) as mixYX

param a, b : rational

fermion L[3] left (SU2L: 2, Y: -1/2, X: [a, b, {m}*a - b])
fermion E[3] right (Y: -1, X: [a - {n}*b, (1 - {n})*b, {m}*a - {n + 1}*b])
fermion N[3] right (X: [a, b, {m}*a - b])
fermion F1L left (SU2L: 2, Y: -1/2, X: {n}*a + {m}*b)
fermion F1R right (SU2L: 2, Y: -1/2, X: {n}*a + {m}*b)

scalar H1 (SU2L: 2, Y: 1/2, X: {n}*b)
scalar S2 (X: {n - 1}*a + {m}*b)
"""


def _family(draw: Random) -> str:
    """Quarks and leptons, whose Yukawa matrices are kept in some entries only."""
    x = _charge(draw)
    return f"""\
gauge SU3c = SU(3) coupling g3
gauge SU2L = SU(2) coupling g2
gauge Y = U(1) coupling g1
gauge X = U(1) coupling gX
mixing epsilon (Y, X) as mixYX

fermion Q[3] left (SU3c: 3, SU2L: 2, Y: 1/6, X: [0, 0, {x / 3}])
fermion U[3] right (SU3c: 3, Y: 2/3, X: [0, 0, {x / 3}])
fermion D[3] right (SU3c: 3, Y: -1/3, X: [0, 0, {x / 3}])
fermion L[2] left (SU2L: 2, Y: -1/2, X: [0, {-x}])
fermion E[2] right (Y: -1, X: [0, {-x}])
fermion N[2] right (X: [0, {-x}])

scalar H1 (SU2L: 2, Y: 1/2)
scalar S2 (X: {2 * x})
"""


def _quadruplet(draw: Random) -> str:
    """Scalars in a quadruplet, a triplet and a doublet of SU(2), and leptons with a quadruplet."""
    x, y = _charge(draw), _charge(draw)
    return f"""\
gauge SU2L = SU(2) coupling g2
gauge Y = U(1) coupling g1
gauge X = U(1) coupling gX
mixing epsilon_plus (Y, X) as mixYX

fermion L[{draw.choice((2, 3))}] left (SU2L: 2, Y: -1/2, X: {x})
fermion E[2] right (Y: -1, X: {x})
fermion F1L left (SU2L: 4, Y: -1/2, X: {y})
fermion F1R right (SU2L: 4, Y: -1/2, X: {y})

scalar H1 (SU2L: 2, Y: 1/2)
scalar V2 (SU2L: 4, Y: {draw.choice((1, 2))}, X: {x})
scalar T3 real (SU2L: 3)
"""


def _sextet_scalar(draw: Random) -> str:
    """A sextet and a triplet of SU(3) as scalars, and fermions that couple to the triplet."""
    x, y = _charge(draw), _charge(draw)
    return f"""\
gauge SU3c = SU(3) coupling g3
gauge X = U(1) coupling gX

fermion F0L[2] left (SU3c: 3, X: {x})
fermion E1[{draw.choice((2, 3))}] right (X: {x - y})
fermion K2L left (SU3c: 6, X: {x + 1})
fermion K2R right (SU3c: 6, X: {x + 1 - y / 2})

scalar R1 (SU3c: 3, X: {y})
scalar W2 (SU3c: 6, X: {y / 3})
scalar S3 (X: {y / 2})
"""


SYMBOLIC, KEPT = 54, 55
HEADS: dict[int, Head] = {
    51: _sextets,
    52: _four,
    53: _five,
    SYMBOLIC: _symbolic,
    KEPT: _family,
    56: _quadruplet,
    57: _sextet_scalar,
}


def _with_kept_entries(text: str, draw: Random) -> str:
    """Two of the allowed entries of each Yukawa matrix, where there are as many."""
    couplings = compile_text(text).couplings.couplings

    def kept(match: re.Match[str]) -> str:
        coupling = couplings[match[1]]
        entries = [e for e in sorted(coupling.texture) if coupling.symmetry == "none" or e[0] <= e[1]]
        if len(entries) < 2:
            return match[0]
        chosen = sorted(draw.sample(entries, 2))
        listed = [
            f"({', '.join(str(i + 1) for i in e)}) as y{match[1][1:]}_{position}" for position, e in enumerate(chosen)
        ]
        return f"{match[0]} keep {', '.join(listed)}"

    return re.sub(r"(?m)^yukawa (\w+) = .*$", kept, text)
