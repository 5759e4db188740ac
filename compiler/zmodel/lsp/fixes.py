"""Quick fixes: the changes that diagnostics propose, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from zmodel.diagnostics import Diagnostic, Edit

MAX_TITLE = 60


@dataclass(frozen=True)
class QuickFix:
    """A change that an editor offers."""

    title: str
    edit: Edit
    diagnostic: Diagnostic
    is_best: bool


def quick_fixes(diagnostics: Iterable[Diagnostic], name: str, start: int, end: int) -> tuple[QuickFix, ...]:
    """The fixes of diagnostics that touch a stretch of a file, if they change this file alone."""
    found = []
    for item in diagnostics:
        if item.span is None or item.span.end < start or item.span.start > end:
            continue
        fixes = [edit for edit in item.fixes if edit.span.file.name == name]
        found += [QuickFix(_title(edit), edit, item, number == 0) for number, edit in enumerate(fixes)]
    return tuple(found)


def _title(edit: Edit) -> str:
    lines = [line.strip() for line in edit.replacement.strip().splitlines() if line.strip()]
    shown = lines[0] if len(lines) == 1 else f"{lines[0]} ... ({len(lines)} lines)"
    if len(shown) > MAX_TITLE:
        shown = shown[: MAX_TITLE - 3] + "..."
    if edit.span.start == edit.span.end:
        return f"Insert `{shown}`"
    return f"Replace `{edit.span.text}` by `{shown}`"
