"""AST to source text in one canonical layout: parsing the text gives an equal tree.

Comments are lost, since the tree does not hold them, and so are brackets that change nothing, the spelling of
numbers (`1e2` becomes `100.0`) and Greek letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

from zmodel.syntax import ast

_PLAIN_EXPONENTS = range(-5, 16)
"""Decimal exponents of numbers that are written without one."""

_COMPOUND = (ast.Sum, ast.Product, ast.Power)


def format_tree(tree: ast.SyntaxTree) -> str:
    """A whole file, one statement per line, kinds of statements set apart by an empty line.

    `parse(format_tree(tree))` is equal to the tree; comments are not kept.
    """
    lines = [format_statement(statement) for statement in tree.statements]
    gaps = ["\n" if type(a) is type(b) else "\n\n" for a, b in pairwise(tree.statements)]
    return "".join(line + gap for line, gap in zip(lines, [*gaps, "\n"], strict=True)) if lines else ""


def format_statement(statement: ast.Statement) -> str:
    """One statement, without a line end at its end."""
    match statement:
        case ast.ModelStatement(_, name, title):
            return f"model {name.name}" + (f' "{title}"' if title else "")
        case ast.UseStatement(_, source, is_path, excluded):
            return "use " + (f'"{source}"' if is_path else source) + _after(" { except ", _names(excluded), " }")
        case ast.GaugeStatement(_, name, family, argument, is_global, options):
            head = f"{'global' if is_global else 'gauge'} {name.name} = {family}({argument})"
            return head + "".join(f" {option.kind} {option.name.name}" for option in options)
        case ast.MixingStatement(_, form, first, second, name):
            return f"mixing {form.name} ({first.name}, {second.name})" + (f" as {name.name}" if name else "")
        case ast.FermionStatement() | ast.ScalarStatement() | ast.VectorStatement():
            return _format_field(statement)
        case ast.CouplingStatement(_, kind):
            return f"{kind} {_format_coupling(statement)}"
        case ast.PotentialStatement(_, terms):
            return "potential " + _block(_format_coupling(term) for term in terms)
        case ast.ChargesStatement(_, group, charges):
            lines = (f"{charge.field.name} = {format_expression(charge.value)}" for charge in charges)
            return f"charges {group.name} {_block(lines)}"
        case ast.ParamStatement(_, names, domain):
            return f"param {_names(names)}" + (f" : {domain.name}" if domain else "")
        case ast.LetStatement(_, name, value):
            return f"let {name.name} = {format_expression(value)}"
        case ast.RequireStatement(_, kind, subjects):
            return f"require {kind}" + _after(" ", ", ".join(map(_format_subject, subjects)))
        case ast.PointStatement(_, name, values, scale):
            head = f"point {name.name} " + (f"at {_format_quantity(scale)} " if scale else "")
            return head + _block(map(_format_point_value, values))
        case ast.RotationStatement(_, target, matrix):
            return f"rotation {target.field}{_after('.', target.component)} = {format_expression(matrix)}"
        case ast.SmallStatement(_, parameters):
            return "small " + ", ".join(map(_format_small, parameters))
        case ast.IntegrateStatement(_, name, scale):
            return f"integrate {name.name} at {_format_quantity(scale)}"
        case ast.SearchStatement(_, group, lower, upper):
            return f"search {group.name} in {lower}..{upper}"
        case ast.BreakingStatement(_, name, after, subgroups):
            head = f"breaking {name.name} " + (f"after {after.name} " if after else "")
            return head + _block(map(_format_subgroup, subgroups))


def _after(prefix: str, text: str, suffix: str = "") -> str:
    """The text between a prefix and a suffix, or nothing if there is no text."""
    return f"{prefix}{text}{suffix}" if text else ""


def _names(identifiers: Iterable[ast.Identifier]) -> str:
    return ", ".join(identifier.name for identifier in identifiers)


def _block(lines: Iterable[str]) -> str:
    body = "".join(f"  {line}\n" for line in lines)
    return f"{{\n{body}}}" if body else "{}"


# ------------------------------------------------------------------ parts of statements
def _format_field(statement: ast.FieldStatement) -> str:
    generations = "" if statement.generations is None else f"[{statement.generations}]"
    assignments = _after(" (", ", ".join(map(_format_assignment, statement.assignments)), ")")
    if isinstance(statement, ast.FermionStatement):
        return f"fermion {statement.name.name}{generations} {statement.chirality}{assignments}"
    real = " real" if statement.real else ""
    if isinstance(statement, ast.VectorStatement):
        return f"vector {statement.name.name}{generations}{real}{assignments}"
    vev = ", ".join(format_expression(component) for component in statement.vev)
    vacuum = _after(" vev ", f"({vev})" if len(statement.vev) > 1 else vev)
    return f"scalar {statement.name.name}{generations}{real}{assignments}{vacuum}"


def _format_assignment(assignment: ast.Assignment) -> str:
    value = assignment.value
    return f"{assignment.group.name}: {value if isinstance(value, str) else format_expression(value)}"


def _format_coupling(statement: ast.CouplingStatement) -> str:
    kept = ", ".join(f"{_format_entry(kept.entry)} as {kept.name.name}" for kept in statement.kept)
    contraction = _after(" : ", _names(statement.contraction))
    return f"{statement.name.name} = {format_term(statement.term)}{contraction}{_after(' keep ', kept)}"


def _format_entry(entry: ast.Entry) -> str:
    return "(" + ", ".join(map(str, entry.indices)) + ")"


def _format_subject(subject: ast.Subject) -> str:
    text = format_term(subject.term)
    match subject.quantifier:
        case None:
            return text
        case ast.Quantifier(_, "entry", indices):
            return f"{text} entry ({', '.join(map(str, indices))})"
        case ast.Quantifier(_, kind, indices, only):
            return f"{text} {kind}" + _after(" ", " ".join(map(str, indices))) + (" only" if only else "")


def _format_quantity(quantity: ast.Quantity) -> str:
    return format_expression(quantity.value) + (f" {quantity.unit.name}" if quantity.unit else "")


def _format_point_value(value: ast.PointValue) -> str:
    return f"{format_target(value.target)} = {_format_quantity(value.quantity)}"


def format_target(target: ast.Target) -> str:
    """What a number is given to."""
    text = target.name.name
    if target.entry is not None:
        text += "[" + ", ".join(map(str, target.entry.indices)) + "]"
    return text if target.function is None else f"{target.function.name}({text})"


def _format_small(parameter: ast.SmallParameter) -> str:
    return parameter.name.name + (f" order {parameter.order}" if parameter.order != 1 else "")


def _format_subgroup(line: ast.SubgroupLine) -> str:
    text = ""
    for part in line.parts:
        sign = "-" if part.coefficient < 0 else "+"
        text += f" {sign} {_format_part(part)}"
    if not text:
        return line.name.name
    return f"{line.name.name} = {text[3:] if text.startswith(' +') else text[1] + text[3:]}"


def _format_part(part: ast.SubgroupPart) -> str:
    size = abs(part.coefficient)
    text = part.group.name if size == 1 else f"{size} {part.group.name}"
    match part.location:
        case ast.Indices(_, numbers, is_range):
            text += "[" + (".." if is_range else ", ").join(map(str, numbers)) + "]"
        case ast.Diagonal(_, entries):
            text += f" diag({', '.join(map(format_expression, entries))})"
    return f"cc({text})" if part.conjugated else text


# ------------------------------------------------------------------ terms of the Lagrangian
def format_term(term: ast.Term) -> str:
    """A sum of products of fields."""
    texts = [format_monomial(monomial) for monomial in term.monomials]
    return texts[0] + "".join(f" - {t[1:]}" if t.startswith("-") else f" + {t}" for t in texts[1:])


# Words that go on after a term; behind `*` they are names.
_AFTER_TERMS = re.compile(r"(?:diagonal|all|entry|column|row|keep)\b")


def format_monomial(monomial: ast.Monomial) -> str:
    """A product of fields with its sign and coefficient."""
    first, *others = map(_format_factor, monomial.factors)
    fields = " ".join([first, *(f"* {text}" if _AFTER_TERMS.match(text) else text for text in others)])
    size = abs(monomial.coefficient)
    sign = "-" if monomial.coefficient < 0 else ""
    return f"{sign}{fields}" if size == 1 else f"{sign}{size} {fields}"


def _format_factor(factor: ast.Factor) -> str:
    match factor:
        case ast.FieldFactor(_, name, operators):
            return "".join(f"{operator}(" for operator in operators) + name + ")" * len(operators)
        case ast.GroupFactor(_, term, trace):
            return f"{'tr' if trace else ''}({format_term(term)})"
        case ast.OperatorFactor(_, operator, term):
            return f"{operator}({format_term(term)})"
        case ast.PowerFactor(_, base, exponent):
            return f"{_format_factor(base)}^{exponent}"


# ------------------------------------------------------------------ expressions
def format_expression(node: ast.Expression) -> str:
    """An expression with as few brackets as its meaning allows."""
    match node:
        case ast.Sum(_, terms):
            return _format_sum(terms)
        case ast.Product(_, factors):
            texts = (f"{operator}{_bracketed(factor, ast.Sum, ast.Product)}" for operator, factor in factors)
            return "".join(texts)[1:]
        case ast.Power(_, base, exponents):
            return "^".join([_bracketed(base, *_COMPOUND), *map(_format_exponent, exponents)])
        case ast.Number(_, value, decimal):
            return _format_decimal(value) if decimal else str(value)
        case ast.Symbol(_, name):
            return name
        case ast.Unknown(_, name):
            return f"?{name}"
        case ast.Component(_, field, component):
            return f"{field}.{component}"
        case ast.Call(_, function, arguments):
            return f"{function}({', '.join(map(format_expression, arguments))})"
        case ast.ListLiteral(_, items):
            return f"[{', '.join(map(format_expression, items))}]"
        case ast.ElementName(_, name, indices):
            return f"{name}[{', '.join(map(str, indices))}]"
        case ast.Comparison() | ast.Logic():
            return f"({format_condition(node)})"


def format_condition(node: ast.Condition) -> str:
    """A condition; what it joins by `and` and `or` stands in brackets unless it is a comparison or a word."""
    match node:
        case ast.Comparison(_, left, operator, right):
            return f"{_format_quantity(left)} {operator} {_format_quantity(right)}"
        case ast.Logic(_, "not", (operand,)):
            return f"not {_format_operand(operand)}"
        case ast.Logic(_, operator, operands):
            return f" {operator} ".join(map(_format_operand, operands))
    return format_expression(node)


def _format_operand(node: ast.Condition) -> str:
    return format_condition(node) if isinstance(node, ast.Comparison) else format_expression(node)


def _bracketed(node: ast.Expression, *kinds: type[ast.Node]) -> str:
    """An operand; in brackets if it is of one of the kinds."""
    text = format_expression(node)
    return f"({text})" if isinstance(node, kinds) else text


def _format_sum(terms: tuple[tuple[int, ast.Expression], ...]) -> str:
    text = "".join(f" {'+' if sign > 0 else '-'} {_bracketed(term, ast.Sum)}" for sign, term in terms)
    first_sign, _ = terms[0]
    # A plus sign in front changes nothing unless it stands alone: `+a` is a sum of one term, `a` is not.
    if first_sign > 0 and len(terms) > 1:
        return text[3:]
    return text[1] + text[3:]


def _format_exponent(node: ast.Expression) -> str:
    match node:
        case ast.Sum(_, ((_, term),)) if not isinstance(term, _COMPOUND):
            return format_expression(node)
    return _bracketed(node, *_COMPOUND)


def _format_decimal(value: Fraction) -> str:
    """A number with a decimal point or an exponent, exactly; its denominator has only the factors 2 and 5."""
    digits, exponent = _scientific(value)
    if exponent not in _PLAIN_EXPONENTS:
        return f"{digits[0]}{_after('.', digits[1:])}e{exponent}"
    if exponent < 0:
        return "0." + "0" * (-exponent - 1) + digits
    digits = digits.ljust(exponent + 1, "0")
    return f"{digits[: exponent + 1]}.{digits[exponent + 1 :] or '0'}"


def _scientific(value: Fraction) -> tuple[str, int]:
    """The significant digits d1 d2 d3 ... and the exponent of d1.d2d3... * 10^exponent."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = str(value * 10**places)
    return digits.rstrip("0") or "0", len(digits) - 1 - places
