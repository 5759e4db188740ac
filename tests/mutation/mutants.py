"""Small changes of a module, each of which a good test should see."""

from __future__ import annotations

import ast
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from types import CodeType

BINARY: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.BitXor: ast.BitOr,
}
COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
NAMES = {"any": "all", "all": "any", "min": "max", "max": "min"}
REMOVED = (ast.AugAssign, ast.Raise, ast.Continue, ast.Break, ast.Delete)
NUMBERS = re.compile(r"(?:-?\d+(?:/\d+)?\s*){2,}")
UNTOUCHED = (ast.JoinedStr, ast.Import, ast.ImportFrom)
SILENT = "strict"
"""A keyword of `zip` that only says what holds anyway."""


@dataclass(frozen=True)
class Mutant:
    """One change.

    Attributes:
        number: its position among all changes of the module.
        place: qualified name of the function or class, or "" for the module.
        line: where the change begins.
        change: the statement before and after it, where they differ.
        is_inside: whether it is in the body of a function, so that only code objects differ.
    """

    number: int
    place: str
    line: int
    change: str
    is_inside: bool

    @property
    def key(self) -> str:
        """What names the change, whatever line it is on."""
        return f"{self.place or '(module)'}: {self.change}"

    def is_drawn(self, rate: float) -> bool:
        """Whether it belongs to a sample: the same one each time, and part of any larger one."""
        digest = hashlib.sha256(self.key.encode()).digest()
        return int.from_bytes(digest[:8]) < rate * 2**64

    def code(self, text: str, filename: str) -> CodeType:
        """The module with the change, compiled."""
        tree = ast.parse(text)
        next(islice(_sites(tree), self.number, None)).replace()
        return compile(ast.fix_missing_locations(tree), filename, "exec", dont_inherit=True)


def mutants(text: str) -> Iterator[Mutant]:
    """All changes of a module, one at a time, in the order of the text."""
    seen: dict[str, int] = {}
    for number, site in enumerate(list(_sites(ast.parse(text)))):
        before = _text(site.statement)
        old = site.replace()
        after = _text(site.statement) if not isinstance(site.new, ast.Pass) else "pass"
        site.replace(old)
        change = _difference(before, after)
        key = f"{site.place}: {change}"
        seen[key] = seen.get(key, 0) + 1
        if seen[key] > 1:
            change += f" (no. {seen[key]})"
        yield Mutant(number, site.place, site.line, change, site.is_inside)


@dataclass
class _Site:
    """A node, what takes its place, and where the parent holds it."""

    parent: ast.AST
    name: str
    position: int | None
    new: ast.AST
    statement: ast.AST
    place: str
    line: int
    is_inside: bool

    def replace(self, other: ast.AST | None = None) -> ast.AST:
        """Puts the new node, or another one, into its place, and gives what stood there."""
        new = other or self.new
        if self.position is None:
            old = getattr(self.parent, self.name)
            setattr(self.parent, self.name, new)
        else:
            nodes = getattr(self.parent, self.name)
            old, nodes[self.position] = nodes[self.position], new
        return old


def _sites(tree: ast.Module) -> Iterator[_Site]:
    yield from _walk(tree, tree, "", False)


def _walk(node: ast.AST, statement: ast.AST, place: str, is_inside: bool) -> Iterator[_Site]:
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list"):
            continue
        # Defaults of arguments are worked out where the function is defined.
        in_body = is_inside or (isinstance(node, ast.FunctionDef | ast.Lambda) and name == "body")
        for position, child in enumerate(value) if isinstance(value, list) else ((None, value),):
            if not isinstance(child, ast.AST) or isinstance(child, UNTOUCHED) or _says_nothing(child):
                continue
            inner = _inner_place(child, place)
            holder = child if isinstance(child, ast.stmt) else statement
            line = getattr(child, "lineno", getattr(node, "lineno", 0))
            for new in _changes(child, in_body):
                yield _Site(node, name, position, new, holder, place, line, in_body)
            if isinstance(child, ast.expr) and _is_test(node, name) and not _has_opposite(child):
                negated = ast.copy_location(ast.UnaryOp(ast.Not(), child), child)
                yield _Site(node, name, position, negated, holder, place, line, in_body)
            yield from _walk(child, holder, inner, in_body)


def _inner_place(node: ast.AST, place: str) -> str:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return f"{place}.{node.name}" if place else node.name
    return place


def _says_nothing(node: ast.AST) -> bool:
    """Whether a node is for types only, or a promise that is kept."""
    if isinstance(node, ast.keyword):
        return node.arg == SILENT
    return isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"


def _is_test(parent: ast.AST, name: str) -> bool:
    """Whether a node is a condition."""
    if name == "test":
        return isinstance(parent, ast.If | ast.IfExp | ast.While)
    return name == "ifs" and isinstance(parent, ast.comprehension)


def _has_opposite(node: ast.expr) -> bool:
    """Whether the changes of a condition hold its negation already."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        return isinstance(node.ops[0], ast.Eq | ast.NotEq | ast.In | ast.NotIn | ast.Is | ast.IsNot)
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)


def _changes(node: ast.AST, is_inside: bool) -> Iterator[ast.AST]:
    """What may stand in place of a node."""
    new: list[ast.AST] = []
    match node:
        case ast.BinOp(left, operator, right) if is_inside or not isinstance(operator, ast.BitOr):
            if type(operator) in BINARY:
                new = [ast.BinOp(left, BINARY[type(operator)](), right)]
        case ast.UnaryOp(ast.USub() | ast.Not(), operand):
            new = [operand]
        case ast.Compare(left, [operator], [right]):
            new = [ast.Compare(left, [COMPARISONS[type(operator)]()], [right])]
        case ast.BoolOp(operator, values):
            new = [ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)]
        case ast.Constant(bool(value)):
            new = [ast.Constant(not value)]
        case ast.Constant(int(value)):
            new = [ast.Constant(value + 1)]
        case ast.Constant(float(value)):
            new = [ast.Constant(2 * value + 1)]
        case ast.Constant(str(value)) if NUMBERS.fullmatch(value):
            new = [ast.Constant(text) for text in _other_numbers(value)]
        case ast.Name(name) if name in NAMES:
            new = [ast.Name(NAMES[name], ast.Load())]
        case ast.Expr(ast.Call()):
            new = [ast.Pass()]
        case ast.Assign([ast.Subscript() | ast.Attribute()]):
            new = [ast.Pass()]
        case _ if isinstance(node, REMOVED):
            new = [ast.Pass()]
    yield from (ast.copy_location(item, node) for item in new)


def _other_numbers(text: str) -> Iterator[str]:
    """A text of numbers with one of them larger by one."""
    words = text.split()
    for position, word in enumerate(words):
        yield " ".join([*words[:position], str(Fraction(word) + 1), *words[position + 1 :]])


def _text(node: ast.AST) -> str:
    """The first line of a statement, or all of it if it fits on one."""
    if isinstance(node, ast.If | ast.While):
        return ast.unparse(node).split(":\n")[0]
    if isinstance(node, ast.For):
        return f"for {ast.unparse(node.target)} in {ast.unparse(node.iter)}"
    return ast.unparse(node)


def _difference(before: str, after: str) -> str:
    """The two texts from a few words before their first difference to a few behind the last."""
    if after == "pass":
        return f"`{_short(before)}` removed"
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    start, end = max(0, start - 24), max(0, end - 24)
    return f"`{_short(before[start : len(before) - end])}` -> `{_short(after[start : len(after) - end])}`"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 100 else line[:97] + "..."
