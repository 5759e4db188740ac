"""Scan files: what they mean, and that no text whatever makes reading them fail."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.models import compile_file
from tests.helpers.resolving import resolve_text

from zmodel.derive.beta.loops import LoopOrders
from zmodel.diagnostics import Diagnostic
from zmodel.model.conditions import Comparison, Flag, Logic
from zmodel.model.model import Model
from zmodel.model.quantities import Target, entry_label
from zmodel.model.scan import Axis, ScanFile, parse_scan
from zmodel.source import SourceFile

FOLDER = Path(__file__).parents[4]
BM3 = compile_file("paper_a/bm3").model
SMALL = resolve_text((FOLDER / "tests" / "bad" / "scans" / "model.zmodel").read_text(encoding="utf-8"))
NORM = (4 * math.pi) ** 2

REFERENCE = """
model = "bm3.zmodel"
point = "fig9"                    # start values; what follows overrides them
to    = "M_Pl"
rtol  = 1e-8
[vary]                            # a grid; `random = 75000, seed = 1` draws instead
"alpha(y)"       = { log10 = [-3, 1], steps = 300 }
"alpha(delta_t)" = { log10 = [-6, 0], steps = 250 }
[classes]                         # the first that holds names the point; the model file's own expressions
pole             = "pole"         # the integration meets a pole before `to`
higgs_unstable   = "alpha(lambda) < -1e-4"
higgs_metastable = "alpha(lambda) < 0"
unstable         = "not stable"   # the derived vacuum stability conditions
"V+"             = "u > 0"
"V-"             = "u < 0"
"""


def try_scan(text: str, model: Model = SMALL) -> tuple[ScanFile | None, tuple[Diagnostic, ...]]:
    return parse_scan(SourceFile("scan.toml", text), model, LoopOrders.parse)


def read(text: str, model: Model = SMALL) -> ScanFile:
    scan, diagnostics = try_scan(text, model)
    assert scan is not None, diagnostics
    return scan


def axes(text: str) -> tuple[Axis, ...]:
    return read(f'point = "p"\n[vary]\n{text}').axes


def test_the_scan_of_the_language_definition() -> None:
    scan = read(REFERENCE, BM3)
    assert scan.model is not None and scan.model.name == "bm3.zmodel"
    assert scan.point is not None and scan.point.name == "fig9"
    assert (scan.begin, scan.end, scan.rtol, scan.loops, scan.check_along) == (5000.0, 1.22e19, 1e-8, "2", None)
    y, delta_t = scan.axes
    assert (y.label, y.shown, y.target, y.spacing) == ("y", "alpha(y)", Target("y", (), 1), "log10")
    assert (y.low, y.high, y.size, delta_t.size, delta_t.target.power) == (-3.0, 1.0, 300, 250, 2)
    assert scan.points == 75_000 and scan.draws is None and scan.keep is None
    assert " ".join(item.name for item in scan.classes) == "pole higgs_unstable higgs_metastable unstable V+ V-"
    assert scan.classes[0].condition == Flag("pole")
    assert scan.classes[3].condition == Logic("not", (Flag("stable"),))
    assert isinstance(scan.classes[1].condition, Comparison)
    assert scan.words == {"pole", "stable", "lambda", "u"}


@pytest.mark.parametrize("path", sorted((FOLDER / "model_files").rglob("*.toml")), ids=lambda path: path.stem)
def test_scan_files_of_the_library_fit_their_models(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    name = text.split('model = "')[1].split(".zmodel")[0]
    model = compile_file(path.parent.joinpath(name).relative_to(FOLDER / "model_files").as_posix()).model
    assert read(text, model).points > 0


def test_numbers_that_are_set() -> None:
    scan = read(
        'point = "p"\n[set]\n"alpha(g1)" = 0.01\n"alpha(s)" = -0.01\nM_X = "3 TeV"\n"Yu[3,3]" = "1/2 + i"\neta = 1'
    )
    fixed = {entry_label(value.name, value.indices): value.value for value in scan.fixed}
    assert fixed["g1"] == pytest.approx(math.sqrt(0.01 * NORM))
    assert fixed["s"] == pytest.approx(-0.01 * NORM)
    assert (fixed["M_X"], fixed["Yu[3,3]"], fixed["eta"]) == (3000.0, 0.5 + 1j, 1.0)


def test_scales_and_options() -> None:
    scan = read('point = "p"\nfrom = "M_Pl/10"\nto = 91.2\nloops = "3-2-2"\natol = 0\nstrong = 1\ncheck_along = 250')
    assert scan.begin == pytest.approx(1.22e18) and scan.end == 91.2
    assert (scan.loops, scan.atol, scan.strong, scan.check_along) == ("3-2-2", 0.0, 1.0, 250)
    nothing = read("")
    assert (nothing.point, nothing.begin, nothing.end, nothing.points) == (None, None, None, 1)


def test_what_varies() -> None:
    listed, ranged, both, entry = axes(
        "gX = { values = [1, 2.5] }\ns = { range = [-1, 1], steps = 3 }\n"
        'portal = { log10 = [-3, 0], steps = 4, sign = "both" }\n"alpha(Yu[2,3])" = { range = [0, 1], steps = 5 }'
    )
    assert (listed.spacing, listed.values, listed.size) == ("values", (1.0, 2.5), 2)
    assert (ranged.spacing, ranged.low, ranged.high, ranged.size, ranged.both_signs) == ("range", -1.0, 1.0, 3, False)
    assert both.both_signs and both.size == 4
    assert (entry.label, entry.shown) == ("Yu[2,3]", "alpha(Yu[2,3])")


def test_random_points() -> None:
    scan = read(
        'point = "p"\n[vary]\nrandom = 75_000\nseed = 7\n"alpha(y)" = { log10 = [-3, 1] }\ns = { range = [0, 1] }'
    )
    assert (scan.draws, scan.seed, scan.points, len(scan.axes)) == (75_000, 7, 75_000, 2)


def test_columns_see_what_comes_before_them() -> None:
    head = 'point = "p"\nmatching = ["lq1_2223"]\nobservables = ["R_K"]\n[columns]\n'
    scan = read(head + 'a = "lq1_2223/R_K"\nb = "abs(a) + alpha(y) + Yu[3,3]"\nc = "b * TeV"')
    assert [item.name for item in scan.columns] == ["a", "b", "c"]
    assert [item.name for item in (*scan.observables, *scan.matching)] == ["R_K", "lq1_2223"]
    _, found = try_scan(head + 'a = "b"\nb = "s"')
    assert [item.code for item in found] == ["Z110"]


def test_observables_have_names_of_the_files_own() -> None:
    """A list has outputs, whose names need not be those of the language; a table calls them something else."""
    scan = read(
        'point = "p"\n[observables]\nto_muons = "BR(Z\' -> mu mu)"\n"Γ" = "Gamma(Z\')"\n'
        '[matching]\nC = "lq1_2223"\n[columns]\na = "2*Γ/to_muons"\n[classes]\nx = "Gamma > C or to_muons < a"'
    )
    assert [(item.column, item.name) for item in (*scan.observables, *scan.matching)] == [
        ("to_muons", "BR(Z' -> mu mu)"),
        ("Gamma", "Gamma(Z')"),
        ("C", "lq1_2223"),
    ]
    twice = read('point = "p"\nobservables = ["R_K", "R_K"]')
    assert [item.column for item in twice.observables] == ["R_K"]
    for own in ("s", "scale", "alpha", "C.re"):
        text = f'point = "p"\nto = 1e9\nobservables = {{ "{own}" = "R_K" }}\nmatching = {{ R_K = "C", x = 3 }}'
        _, found = try_scan(text)
        assert [item.code for item in found] == (["Z603"] if own == "alpha" else ["Z111", "Z603"])
    _, (found,) = try_scan('point = "p"\nobservables = { a = "R_K" }\nmatching = { a = "C" }')
    assert found.code == "Z111" and found.span is not None and (found.span.line, found.span.column) == (3, 14)


def test_greek_letters_are_their_names_in_columns_too() -> None:
    """As in model files: `λ_2` and `lambda_2` are one name, in whichever spelling."""
    head = 'point = "p"\n[vary]\n"alpha(λ)" = { values = [1] }\n[columns]\n'
    scan = read(head + '"λ_2" = "s"\nx = "λ_2 + lambda_2"\n"µ" = "x"\n[classes]\n"λ" = "μ > mu and λ_2 > λ"')
    assert [item.name for item in scan.columns] == ["lambda_2", "x", "mu"]
    assert scan.words == {"mu", "lambda_2", "lambda"} and scan.classes[0].name == "λ"
    for own in ('"λ" = "s"', '"alpha(lambda)" = "s"', 'mu = "s"\n"µ" = "s"', '"φ.re" = "s"'):
        _, found = try_scan(head + own)
        assert [item.code for item in found] == ["Z111"]
    kept = read('keep = ["λ_2", "lambda_2", "alpha(λ)"]\n' + head + '"λ_2" = "s"').keep
    assert kept is not None and [item.name for item in kept] == ["lambda_2", "lambda_2", "alpha(λ)"]
    assert read('observables = ["alpha(λ)", "中"]\n' + 'point = "p"').observables[0].name == "alpha(lambda)"
    named = resolve_text("model m\nuse sm\npoint σ at 1 TeV { g1 = 0.1 }\n")
    assert read('point = "σ"', named) == read('point = "sigma"', named)


def test_couplings_have_values_where_trajectories_end() -> None:
    text = 'point = "p"\n{}[classes]\na = "Yd[1,2] > 0 or lambda < mphi2 or scale < M_Pl/2"\n'
    assert read(text.format('to = "M_Pl"\n')).words == {"Yd[1,2]", "lambda", "mphi2", "scale", "M_Pl"}
    _, found = try_scan(text.format(""))
    assert [item.code for item in found] == ["Z606"]


def test_columns_that_are_kept() -> None:
    text = 'point = "p"\nto = 1e9\nkeep = [{}]\n[vary]\n"alpha(s)" = {{ values = [1] }}\n[columns]\na = "s"'
    kept = read(text.format('"alpha(s)", "a", "Yu[3,3]", "unstable_at"')).keep
    assert kept is not None and [item.name for item in kept] == ["alpha(s)", "a", "Yu[3,3]", "unstable_at"]
    assert read(text.format("")).keep == ()
    _, (found,) = try_scan(text.format('"M_X"'))
    assert found.code == "Z110"
    _, (found,) = try_scan(text.format('"alpha(s)", "alpha(y)"'))
    assert found.code == "Z110" and found.span is not None and found.span.text == '"alpha(y)"'


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        ("a = 1\nb = [", "Invalid value", 2, 6),
        ("\r\na =\r\n", "Invalid value", 2, 4),
        ("[vary]\n[vary]\n", "the key `vary` stands twice", 2, 2),
        ("a = 2024-02-30", "Invalid date", 1, 5),
    ],
)
def test_what_is_no_toml(text: str, message: str, line: int, column: int) -> None:
    scan, (found,) = try_scan(text)
    assert scan is None and found.code == "Z601" and message in found.message and found.span is not None
    assert (found.span.line, found.span.column) == (line, column)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a = " + "[" * 5000 + "]" * 5000, "Z103"),
        ("a = " + "9" * 5000, "Z104"),
        ("# " + "x" * 100_000, "Z003"),
        ('to = "' + "(" * 100 + "1" + ")" * 100 + '"', "Z103"),
        ('to = "10^10^10^10"', "Z104"),
        ('to = "1e999"', "Z104"),
        ('"alpha(' + "x" * 100 + ')" = 1', "Z602"),
        ("[set]\ngX = 1" + "0" * 400, "Z603"),
        ('[vary]\n"g\tX" = { values = [1] }', "Z101"),
        ("[vary]\n" + "".join(f"a{n} = {{}}\n" for n in range(30)), "Z605"),
    ],
)
def test_what_is_too_much_is_refused(text: str, code: str) -> None:
    scan, found = try_scan(text)
    assert scan is None and code in {item.code for item in found}


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ('[columns]\na = "s*10^400"', "Z123", "s*10^400"),
        ('[columns]\na = "s + 9e290*1e20"', "Z123", "s + 9e290*1e20"),
        ('[columns]\na = "s + 1e400"', "Z123", "s + 1e400"),
        ('to = 1e9\n[classes]\na = "gX < 1e300 M_Pl"', "Z123", "1e300 M_Pl"),
        ('[classes]\na = "s > -(10^400)"', "Z123", "-(10^400)"),
        ('[set]\n"alpha(s)" = 1e307', "Z123", "1e307"),
        ('[set]\n"alpha(gX)" = "10^307"', "Z123", '"10^307"'),
        ("[vary]\ns = { range = [-1.7e308, 1.7e308], steps = 3 }", "Z605", "[-1.7e308, 1.7e308]"),
        ('[vary]\n"alpha(s)" = { values = [1, 1e307] }', "Z605", "1e307"),
        ("[vary]\ns = { range = [0, 1e400], steps = 3 }", "Z603", "[0, 1e400]"),
    ],
)
def test_numbers_are_not_too_large(text: str, code: str, place: str) -> None:
    _, found = try_scan(f'point = "p"\n{text}')
    assert [(item.code, item.span and item.span.text) for item in found] == [(code, place)]


def test_words_of_scan_files_are_no_names_of_couplings() -> None:
    text = """model m
use sm
gauge X = U(1) coupling strong
param pole
scalar phi
potential { scale = (dag(phi) phi)^2 }
yukawa Yt = bar(Q) tilde(H) U keep (3,3) as stable
"""
    _, found = try_scan("", resolve_text(text.replace("use sm", "use sm { except Yu }")))
    assert [(item.code, item.message.split("`")[1], item.span and item.span.text) for item in found] == [
        ("Z112", "strong", "gauge X = U(1) coupling strong"),
        ("Z112", "pole", "pole"),
        ("Z112", "scale", "scale = (dag(phi) phi)^2"),
        ("Z112", "stable", "(3,3) as stable"),
    ]


def test_texts_may_go_over_several_lines() -> None:
    scan = read('point = "p"\n[classes]\na = """\n  s > 0\r\n  and gX < 1"""\nb = \'s < 0\'')
    assert isinstance(scan.classes[0].condition, Logic) and isinstance(scan.classes[1].condition, Comparison)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ('[columns]\na = "s†"', "Z122", "s†"),
        ('[columns]\na = "ω(s)"', "Z122", "ω(s)"),
        ('[classes]\na = "0 < s†"', "Z122", "s†"),
        ('[set]\ns = "1†"', "Z122", "1†"),
        ('[set]\n"s†" = 1', "Z101", "†"),
        ('[vary]\n"s†" = { values = [1] }', "Z101", "†"),
        ('to = "1†"', "Z122", "1†"),
    ],
)
def test_texts_that_end_in_what_is_longer_in_ascii(text: str, code: str, place: str) -> None:
    _, found = try_scan(f'point = "p"\n{text}')
    assert [(item.code, item.span and item.span.text) for item in found] == [(code, place)]


@pytest.mark.parametrize(
    ("text", "fixed"),
    [("1 + sqr(s)", "1 + sqrt(s)"), ("1 + portl", "1 + portal"), ("1 + Yuu[2,3]", "1 + Yu[2,3]")],
)
def test_fixes_change_the_scan_file(text: str, fixed: str) -> None:
    before = f'point = "p"\n[columns]\na = "{text}"\n'
    _, (found,) = try_scan(before)
    edit = found.fixes[0]
    assert edit.span.file.text == before
    assert before[: edit.span.start] + edit.replacement + before[edit.span.end :] == before.replace(text, fixed)


PIECES = [
    "[vary]",
    "\n",
    '"alpha(y)"',
    "=",
    "{",
    "}",
    "[1, 2]",
    "log10",
    "steps",
    "3",
    '"s > 0"',
    "[classes]",
    "random",
    ",",
]
PIECES += [
    '"\\u0041"',
    "point",
    '"p"',
    "to",
    '"M_Pl"',
    "[set]",
    "gX",
    "1e400",
    "'''",
    '"""',
    "#",
    "†",
    ".",
    "[[",
    "]]",
    "true",
    "keep",
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map(" ".join))
def test_no_text_makes_it_fail(text: str) -> None:
    scan, found = try_scan(text)
    assert (scan is None) == any(item.severity == "error" for item in found)


@given(st.integers(0, len(REFERENCE)), st.integers(0, 12), st.sampled_from(["", *PIECES]))
def test_no_change_of_a_scan_file_makes_it_fail(start: int, length: int, piece: str) -> None:
    text = REFERENCE[:start] + piece + REFERENCE[start + length :]
    scan, found = try_scan(text, BM3)
    assert (scan is None) == any(item.severity == "error" for item in found)
    assert all(item.span is not None and item.span.file.text == text for item in found)
