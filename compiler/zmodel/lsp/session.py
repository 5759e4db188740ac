"""What the server keeps: open files, what the last check of each model said, and the work that is under way."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from zmodel.diagnostics import Diagnostic
from zmodel.lsp.facts import Facts, merged
from zmodel.lsp.jobs import Jobs
from zmodel.lsp.messages import Reply, Request, Stage
from zmodel.lsp.project import Project, same_file
from zmodel.lsp.units import Unit
from zmodel.source import Span

CHECK_DELAY = 0.03
"""Seconds of quiet before a text is checked."""
DERIVE_DELAY = 0.4
"""Further seconds before beta functions are derived."""
PATIENCE, CHECK_LIMIT, DERIVE_LIMIT = 1.0, 30.0, 300.0

MAX_KEPT = 32
"""Models whose beta functions are kept."""

STOPPED = "the check was stopped: it takes too long for an editor; `zmodel check` takes its time"


@dataclass(frozen=True)
class Shown:
    """A diagnostic in the file that it is shown in; `weaker` if only a derivation reports it."""

    diagnostic: Diagnostic
    span: Span
    weaker: bool


@dataclass
class _Result:
    """What is known of a main file: the number of its last text, and what was said of which text."""

    stamp: int = 0
    checked: Reply | None = None
    derived: tuple[Reply, ...] = ()
    fresh: bool = False
    facts: Facts = field(default_factory=dict)
    pending: frozenset[str] = frozenset()
    timer: asyncio.TimerHandle | None = None


class Session:
    """Keeps diagnostics and facts up to date while files change.

    A reply counts only if nothing has changed since its request, so an old result never takes the place of a newer one.

    Args:
        publish: called with the name of an open file whose diagnostics have changed.
    """

    def __init__(self, publish: Callable[[str], None]) -> None:
        self.project = Project()
        self._publish = publish
        self._results: dict[str, _Result] = {}
        self._betas: dict[str, Facts] = {}
        self._checks = Jobs(PATIENCE, CHECK_LIMIT)
        self._derivations = Jobs(2 * PATIENCE, DERIVE_LIMIT)

    def start(self) -> None:
        """Starts the processes."""
        self._checks.start()
        self._derivations.start()

    async def close(self) -> None:
        """Ends them."""
        await self._checks.close()
        await self._derivations.close()

    # -------------------------------------------------------------- changes
    def opened(self, name: str, text: str) -> None:
        """A file has been opened, or its text has changed."""
        self.project.texts[name] = text
        self.changed(name)

    def closed(self, name: str) -> None:
        """A file has been closed: from now on the disk counts."""
        self.project.texts.pop(name, None)
        self.project.good.pop(name, None)
        result = self._results.pop(name, None)
        if result is not None and result.timer is not None:
            result.timer.cancel()
        self._checks.drop(name)
        self._derivations.drop(name)
        self.changed(name)

    def changed(self, name: str) -> None:
        """A file is another one than before: every open model that it is part of is checked again."""
        roots = dict.fromkeys(self.project.roots(name) if name in self.project.texts else ())
        for other in self.project.texts:
            unit = self.project.unit(other) if other != name else None
            if unit is not None and (unit.lacks_files or any(same_file(name, file) for file in unit.files)):
                roots |= dict.fromkeys(self.project.roots(other))
        for root in roots:
            self._schedule(root)

    def _schedule(self, root: str) -> None:
        result = self._results.setdefault(root, _Result())
        result.stamp += 1
        result.fresh = False
        if result.timer is not None:
            result.timer.cancel()
        result.timer = asyncio.get_running_loop().call_later(CHECK_DELAY, self._check, root)

    def _request(self, root: str, stage: Stage) -> Request | None:
        file = self.project.source(root)
        if file is None:
            return None
        return Request(root, file.text, dict(self.project.texts), os.path.isabs(root), stage)

    def _check(self, root: str) -> None:
        request, result = self._request(root, "check"), self._results.get(root)
        if request is None or result is None:
            return
        stamp = result.stamp
        self._checks.submit(root, request, lambda reply: self._checked(root, stamp, reply))

    def _checked(self, root: str, stamp: int, reply: Reply | None) -> None:
        result = self._results.get(root)
        if result is None or result.stamp != stamp:
            return
        result.checked = reply or Reply((Diagnostic("Z004", STOPPED),))
        result.derived, result.fresh = (), True
        if result.checked.facts is not None:
            known = self._betas.get(result.checked.model)
            result.facts = merged(result.checked.facts, known or {})
            result.pending = frozenset() if known else result.checked.running
            result.timer = asyncio.get_running_loop().call_later(DERIVE_DELAY, self._derive, root, stamp, "betas")
        else:
            self._derivations.drop(root)
        self._publish_all(root)

    def _derive(self, root: str, stamp: int, stage: Stage) -> None:
        request, result = self._request(root, stage), self._results.get(root)
        if request is None or result is None or result.stamp != stamp:
            return
        self._derivations.submit(root, request, lambda reply: self._derived(root, stamp, stage, reply))

    def _derived(self, root: str, stamp: int, stage: Stage, reply: Reply | None) -> None:
        result = self._results.get(root)
        if result is None or result.stamp != stamp:
            return
        result.pending = frozenset()
        if reply is not None:
            result.derived = (*result.derived, reply)
            if stage == "betas" and reply.facts and result.checked is not None and result.checked.facts is not None:
                self._keep(result.checked.model, reply.facts)
                result.facts = merged(result.checked.facts, reply.facts)
            self._publish_all(root)
        if stage == "betas":
            self._derive(root, stamp, "potential")

    def _keep(self, model: str, facts: Facts) -> None:
        """Beta functions are kept by model: comments and layout do not change them."""
        self._betas.pop(model, None)
        self._betas[model] = facts
        if len(self._betas) > MAX_KEPT:
            self._betas.pop(next(iter(self._betas)))

    def _publish_all(self, root: str) -> None:
        for name in tuple(self.project.texts):
            if name == root or root in self.project.roots(name):
                self._publish(name)

    # -------------------------------------------------------------- what is known
    def is_fresh(self, name: str) -> bool:
        """Whether what was said of a file was said of its present text."""
        results = [self._results.get(root) for root in self.project.roots(name)]
        return bool(results) and all(result is not None and result.fresh for result in results)

    def facts(self, root: str) -> tuple[Facts, frozenset[str]]:
        """Facts of a main file, and names whose beta functions are being derived."""
        result = self._results.get(root)
        return ({}, frozenset()) if result is None else (result.facts, result.pending)

    def shown(self, name: str) -> tuple[Shown, ...]:
        """The diagnostics of an open file, in order of place."""
        found: dict[tuple[Diagnostic, int, int], Shown] = {}
        for root in self.project.roots(name):
            result = self._results.get(root)
            unit = self.project.unit(root)
            if result is None or unit is None:
                continue
            replies = [] if result.checked is None else [(result.checked, False)]
            for reply, weaker in (*replies, *((reply, True) for reply in result.derived)):
                for item in reply.diagnostics:
                    for span in _places(item, name, unit):
                        found.setdefault((item, span.start, span.end), Shown(item, span, weaker))
        return tuple(sorted(found.values(), key=lambda item: (item.span.start, item.diagnostic.code)))


def _places(item: Diagnostic, name: str, unit: Unit) -> Iterator[Span]:
    """Where a diagnostic is shown in a file: at its place, at the `use` that leads to its file, or at the beginning."""
    if name not in unit.files:
        return
    file = unit.files[name].file
    if item.span is None:
        if name == unit.root:
            yield Span(file, 0, 0)
    elif item.span.file.name == name:
        end = len(file.text)
        yield Span(file, min(item.span.start, end), min(item.span.end, end))
    elif name == unit.root:
        yield _way_to(item.span.file.name, unit)


def _way_to(target: str, unit: Unit) -> Span:
    """The `use` statement of the main file through which another file is reached."""
    file = unit.files[unit.root].file
    for use, (first, _) in zip(unit.files[unit.root].uses, unit.edges[unit.root], strict=True):
        reached = [first]
        for current in reached:
            reached += [other for other, _ in unit.edges.get(current, ()) if other not in reached]
        if target in reached and use.span is not None:
            return use.span
    return Span(file, 0, 0)
