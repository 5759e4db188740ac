"""Names of a PyR@TE model file as names of ours: one namespace, no reserved words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zmodel.model.context import RESERVED
from zmodel.syntax.lexing import MAX_NAME_LENGTH


@dataclass
class NameTable:
    """Names that are taken; each new one is changed as little as possible."""

    taken: set[str] = field(default_factory=set)

    def take(self, wanted: str) -> str:
        """A free name like the one that is wanted."""
        name = re.sub(r"[^A-Za-z0-9_]+", "_", wanted).strip("_") or "x"
        if name[0].isdigit():
            name = f"x{name}"
        name = name[: MAX_NAME_LENGTH - 4]  # a number may follow
        base, number = name, 1
        while name in self.taken or name in RESERVED:
            number += 1
            name = f"{base}_{number}"
        self.taken.add(name)
        return name
