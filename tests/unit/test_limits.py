"""Limits: each can be raised where it is tested, as far as its table says, and its diagnostic tells how."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.helpers.models import compile_text
from tests.helpers.patience import patience

from zmodel.charges.request import SearchOptions, find_search
from zmodel.diagnostics import Diagnostic, DiagnosticError
from zmodel.driver import Run, analyse, format_model_file, make_report
from zmodel.limits import DEFAULT, LIMITS, LimitError, Limits, hint, option
from zmodel.model import LoadError, library_loader
from zmodel.source import SourceFile

SU2 = "model m\ngauge G = SU(2)\ngauge X = U(1)\n"


LINES = {
    "groups": "gauge n{} = U(1)",
    "fields": "scalar n{}",
    "parameters": "param n{}",
    "lets": "let n{} = 1",
    "couplings": "mass n{} = bar(l) r",
    "breakings": "breaking n{} {{ X }}",
}
"""A line that declares a name of a kind."""


def _names(kind: str, count: int) -> str:
    """A model that declares so many names of a kind."""
    before = "model m\n" if kind == "groups" else "model m\ngauge X = U(1)\nfermion l left\nfermion r right\n"
    return before + "\n".join(LINES[kind].format(number) for number in range(count))


def _unknowns(count: int) -> str:
    """A model with so many unknown charges."""
    fields = [f"fermion f{n}_[30] left (X: [{', '.join('?' * 30)}])" for n in range(count // 30 + 1)]
    return SU2 + "\n".join(fields)


TOO_LARGE: dict[str, Callable[[int], str]] = {
    "file_size": lambda n: "model m\n" + "#" * n,
    "words": lambda n: "model m\n" + "param a\n" * (n // 3),
    "nesting": lambda n: f"model m\nlet x = {'(' * (n + 1)}1{')' * (n + 1)}",
    "digits": lambda n: f"model m\nlet x = {'7' * (n + 1)}",
    "decimal_exponent": lambda n: f"model m\npoint p {{ x = 1e{n + 1} }}",
    "exponent": lambda n: f"model m\nparam a : real\nscalar s vev a^{n + 1}",
    "charge_exponent": lambda n: f"{SU2}param a\nscalar s (X: a^{n + 1})",
    "charge_terms": lambda n: f"{SU2}param a, b, c, d, e, f, g, h\nscalar s (X: (a + b + c + d + e + f + g + h)^7)",
    "anomaly_terms": lambda n: (
        f"{SU2}param a, b, c, d, e\n" + "\n".join(f"fermion f{k} left (X: (a + b + c + d + e)^5)" for k in range(20))
    ),
    "expression_size": lambda n: f"model m\nlet x = {' + '.join('1' for _ in range(n))}",
    "expression_depth": lambda n: f"model m\n{_towers(n)}",
    "components": lambda n: (
        "model m\ngauge A = SU(64)\ngauge B = SU(16)\ngauge C = SU(8)\nscalar s (A: 64, B: 16, C: 8)"
    ),
    "generations": lambda n: f"{SU2}fermion l[{n + 1}] left",
    "factors": lambda n: f"{SU2}scalar s real\npotential {{ q = s^{n + 1} }}",
    "charge_symbols": _unknowns,
    **{kind: (lambda n, kind=kind: _names(kind, n + 1)) for kind in LINES},
}
"""By limit, a text that is beyond the number given and within its double."""


def _towers(depth: int) -> str:
    """`let`s that stand on one another."""
    lines = ["let x0 = 1"] + [f"let x{n} = -(x{n - 1} + 1)" for n in range(1, depth // 2 + 2)]
    return "\n".join(lines)


def _found(text: str, limits: Limits) -> list[Diagnostic]:
    with patience():
        return list(analyse(SourceFile("m.zmodel", text), library_loader(), limits=limits)[1])


@pytest.mark.parametrize("name", sorted(TOO_LARGE))
def test_each_limit_is_told_and_can_be_raised(name: str) -> None:
    most = getattr(DEFAULT, name)
    text = TOO_LARGE[name](most)
    told = [item for item in _found(text, DEFAULT) if hint(name) in item.hints]
    assert [item.code for item in told] == [LIMITS[name].code]
    higher = DEFAULT.raised({name: min(2 * most + 10, LIMITS[name].highest)})
    assert not [item for item in _found(text, higher) if hint(name) in item.hints]


def test_files_in_a_row() -> None:
    def read(path: str, importer: SourceFile) -> SourceFile:
        number = int(path.removesuffix(".zmodel"))
        if number > 30:
            raise LoadError("Z119", "no such file")
        return SourceFile(path, f'use "{number + 1}.zmodel"' if number < 30 else "scalar last")

    file = SourceFile("m.zmodel", 'model m\nuse "0.zmodel"')
    _, (found,) = analyse(file, library_loader(read))
    assert (found.code, found.hints) == ("Z118", (hint("use_depth"),))
    analysis, _ = analyse(file, library_loader(read), limits=DEFAULT.raised({"use_depth": 64}))
    assert analysis is not None


@pytest.mark.parametrize(("name", "most"), [("products", 54), ("operators", 4), ("operator_entries", 28)])
def test_operators(name: str, most: int) -> None:
    """The five terms of the Standard Model, with 29 choices of generations."""
    analysis = compile_text("model m\nuse sm")
    told = Run(analysis, dimension=4, limits=DEFAULT.raised({name: most}))
    assert make_report(told, "couplings") is None
    assert [item.code for item in told.diagnostics] == [LIMITS[name].code]
    assert hint(name) in told.diagnostics[0].hints
    assert make_report(Run(analysis, dimension=4, limits=DEFAULT.raised({name: most + 1})), "couplings") is not None


UNKNOWN = "model m\ngauge X = U(1)\n" + "\n".join(f"fermion f{n} left (X: ?)" for n in range(5)) + "\nfermion f5 left "


@pytest.mark.parametrize(
    ("charge", "terms"),
    [
        pytest.param("?", 5 + 35, id="what the sum of charges leaves: five cubes and that of their sum"),
        pytest.param("-?f0 - ?f1 - ?f2 - ?f3 - ?f4", 35 - 5, id="in the file, cubes cancel"),
    ],
)
def test_equations_for_unknown_charges(charge: str, terms: int) -> None:
    analysis = compile_text(f"{UNKNOWN} (X: {charge})")

    def solve(most: int) -> None:
        run = Run(analysis, limits=DEFAULT.raised({"equation_terms": most}))
        assert make_report(run, "solve") is not None

    with pytest.raises(DiagnosticError) as caught:
        solve(terms - 1)
    (told,) = caught.value.diagnostics
    assert (told.code, told.hints) == ("Z409", (hint("equation_terms"),))
    solve(terms)


def test_equations_of_a_search() -> None:
    analysis = compile_text(f"{UNKNOWN} (X: -?f0 - ?f1 - ?f2 - ?f3 - ?f4)")
    with pytest.raises(DiagnosticError, match="Z409"):
        find_search(analysis.model, analysis.couplings, SearchOptions(1, equation_terms=29))
    find_search(analysis.model, analysis.couplings, SearchOptions(1, equation_terms=30))


def test_all_limits_are_tested() -> None:
    assert {*TOO_LARGE, "use_depth", "products", "operators", "operator_entries", "equation_terms"} == set(LIMITS)


def test_what_is_nested_as_deeply_as_can_be_is_worked_with() -> None:
    limits = DEFAULT.raised({name: LIMITS[name].highest for name in ("nesting", "expression_depth")})
    deep = "(" * limits.nesting + "a" + ")" * limits.nesting
    towers = "\n".join(["let x0 = a"] + [f"let x{n} = sin(x{n - 1})" for n in range(1, limits.expression_depth - 1)])
    text = f"model m\nparam a : real\n{towers}\nlet y = {deep}\nscalar s vev x{limits.expression_depth - 2} + y"
    assert not [item for item in _found(text, limits) if item.severity == "error"]
    assert format_model_file(SourceFile("m.zmodel", text), limits)[0] is not None


def test_mistakes() -> None:
    with pytest.raises(LimitError, match="no limit is called `patience`: there are file-size, words"):
        DEFAULT.raised({"patience": 3})
    for number in (0, LIMITS["words"].highest + 1):
        with pytest.raises(LimitError, match="`words` is between 1 and 1000000"):
            DEFAULT.raised({"words": number})
    assert DEFAULT.raised({}) == DEFAULT == Limits()
    assert all(1 <= getattr(DEFAULT, name) <= limit.highest for name, limit in LIMITS.items())
    assert option("file_size") == "file-size"
