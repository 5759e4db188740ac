"""Long code is cut into functions that hand on what later ones use."""

import pytest

from zmodel.emit.c.parts import Block, cut

INPUTS = {"g": ("const double g = x[0];",), "Y": ("const double *Y = x + 1;",)}
BLOCKS = (
    Block(("const double t1 = g*g;",), "t1"),
    Block(("double t2[18];", "multiply(3, 3, 3, Y, Y, t2);"), "t2", 18),
    Block(("const double t3 = 2.0*t1;",), "t3"),
    Block(("jacobian[0] = t3;",)),
    Block(("jacobian[1] = t1*t2[4];",)),
    Block(("jacobian[2] = t1;",)),
)


def test_short_code_is_one_function() -> None:
    bodies, shared = cut(BLOCKS, INPUTS)
    assert bodies == [[*INPUTS["g"], *INPUTS["Y"], *(line for block in BLOCKS for line in block.lines)]]
    assert shared == 0


def test_functions_define_what_they_use_and_hand_on_what_others_use() -> None:
    """t3 is used where it is defined, the matrix t2 lies behind the number t1."""
    bodies, shared = cut(BLOCKS, INPUTS, longest=5)
    assert bodies == [
        [
            *INPUTS["g"],
            *INPUTS["Y"],
            "const double t1 = g*g;",
            "shared[0] = t1;",
            "double t2[18];",
            "multiply(3, 3, 3, Y, Y, t2);",
            "store(18, t2, shared + 1, 1);",
            "const double t3 = 2.0*t1;",
            "jacobian[0] = t3;",
        ],
        [
            "const double t1 = shared[0];",
            "const double *t2 = shared + 1;",
            "jacobian[1] = t1*t2[4];",
            "jacobian[2] = t1;",
        ],
    ]
    assert shared == 19


@pytest.mark.parametrize("longest", [1, 2, 3, 4])
def test_no_function_is_longer_than_its_last_block_makes_it(longest: int) -> None:
    bodies, _ = cut(BLOCKS, {}, longest)
    own = {line for block in BLOCKS for line in block.lines}
    lengths = [sum(line in own for line in body) for body in bodies]
    assert sum(lengths) == 7
    assert all(length <= longest + 1 for length in lengths)


def test_nothing_is_no_function() -> None:
    assert cut([], INPUTS) == ([], 0)
