"""Loop orders as they are written, and what is available."""

from __future__ import annotations

import pytest

from zmodel.derive.beta.loops import HIGHEST, LoopOrders


@pytest.mark.parametrize(
    ("text", "orders", "highest"),
    [("1", (1, 1, 1), 1), ("2", (2, 2, 2), 2), ("3", (3, 2, 2), 3), ("1-2-1", (1, 2, 1), 2), ("1-1-2", (1, 1, 2), 2)],
)
def test_orders_by_sector(text: str, orders: tuple[int, int, int], highest: int) -> None:
    """One number means that order in every sector, as far as there is one."""
    found = LoopOrders.parse(text)
    assert (found.gauge, found.yukawa, found.quartic) == orders
    assert found.highest == highest
    assert LoopOrders.parse(str(found)) == found


@pytest.mark.parametrize("text", ["0", "4", "0-1-1", "4-2-2", "3-3-2", "2-2-3", "1-0-1", "1-1-0", "2-2", "-1", "x", ""])
def test_orders_that_there_are_not(text: str) -> None:
    with pytest.raises(ValueError, match="loop"):
        LoopOrders.parse(text)


def test_the_highest_orders_are_those_of_the_tables() -> None:
    from zmodel.derive.beta.coefficients import GAUGE, QUARTIC, YUKAWA

    tables = {"gauge": GAUGE, "yukawa": YUKAWA, "quartic": QUARTIC}
    assert {sector: max(table) for sector, table in tables.items()} == HIGHEST
