"""Coefficients of the general beta functions in the tensor basis of Poole and Thomsen (arXiv:1906.04625).

Each number multiplies the structure of the same position in `zmodel.derive.beta.gauge`, `.yukawa` and
`.quartic`. They agree with those of PyR@TE 3 and RGBeta.
"""

from __future__ import annotations

from fractions import Fraction


def _numbers(text: str) -> tuple[Fraction, ...]:
    return tuple(Fraction(number) for number in text.split())


GAUGE: dict[int, tuple[Fraction, ...]] = {
    1: _numbers("-22/3 2/3 1/3"),
    2: _numbers("2 4 -68/3 10/3 2/3 -1 0"),
    3: _numbers(
        "-1 29/2 133/18 679/36 -11/18 -25/18 -23/36 -49/36 4 25/2 -2857/27 -79/108 1/54 1415/54 545/108 -29/54"
        " 1 -1/12 -5/4 -1/4 -1 -7 -7/2 -6 9/4 1 -1 3/2 7/8 1/2 1/8 3/8 -1/8"
    ),
}
YUKAWA: dict[int, tuple[Fraction, ...]] = {
    1: _numbers("0 -6 2 1 1/2"),
    2: _numbers(
        "-21/2 12 0 -3 49/4 -1/4 -1/2 -97/3 11/6 5/3 1/12 12 0 6 -12 10 6 5/2 9 -1/2 -7/2 0 -2 2 0 -2 0 -1/2 -2"
        " -1/4 -3/4 -1 -3/4"
    ),
}
QUARTIC: dict[int, tuple[Fraction, ...]] = {
    1: _numbers("36 -12 3 2 -12"),
    2: _numbers(
        "324 -684 646 -28 -32 12 60 0 6 -143/3 11/3 10/3 -18 24 -18 1/3 -6 0 -144 60 10 0 -3 0 24 -48 12 0 -2 -3"
        " 48 24 24"
    ),
}

LOOPS = (1, 2)
