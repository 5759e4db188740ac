"""Enough of a TextMate tokeniser to run our grammar: match, begin and end, captures, include."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

# Grammars are JSON.
Rule = dict[str, Any]


class Grammar:
    """A grammar that can tokenise.

    Args:
        data: the content of a .tmLanguage.json file.
    """

    def __init__(self, data: Rule) -> None:
        self.data = data

    def scopes(self, text: str) -> dict[int, str]:
        """The scope of each character that has one, by its position."""
        found: dict[int, str] = {}
        open_rules: list[Rule] = []
        start = 0
        for line in text.split("\n"):
            self._line(line, start, open_rules, found)
            start += len(line) + 1
        return found

    def _line(self, line: str, start: int, open_rules: list[Rule], found: dict[int, str]) -> None:
        position = 0
        while position <= len(line):
            rules = open_rules[-1]["patterns"] if open_rules else self.data["patterns"]
            ends = open_rules[-1:]
            candidates = [(_search(rule["end"], line, position), rule, True) for rule in ends]
            for rule in self._expand(rules):
                candidates.append((_search(rule.get("match") or rule["begin"], line, position), rule, False))
            matches = [(match, rule, ends_here) for match, rule, ends_here in candidates if match is not None]
            if not matches:
                return
            match, rule, ends_here = min(matches, key=lambda item: item[0].start())
            assert ends_here or match.end() > match.start(), rule
            if ends_here:
                open_rules.pop()
                position = match.end()
                if position == len(line):
                    return
                continue
            _scope(match, 0, rule.get("name"), start, found)
            for group, capture in rule.get("captures", rule.get("beginCaptures", {})).items():
                _scope(match, int(group), capture["name"], start, found)
            if "begin" in rule:
                open_rules.append(rule)
            position = match.end()

    def _expand(self, rules: list[Rule]) -> Iterator[Rule]:
        for rule in rules:
            if "include" in rule:
                yield from self._expand(self.data["repository"][rule["include"].removeprefix("#")]["patterns"])
            else:
                yield rule


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _search(pattern: str, line: str, position: int) -> re.Match[str] | None:
    return _compiled(pattern).search(line, position)


def _scope(match: re.Match[str], group: int, name: str | None, start: int, found: dict[int, str]) -> None:
    if name is not None:
        found.update(dict.fromkeys(range(start + match.start(group), start + match.end(group)), name))
