"""What stands in the way of integrating a field out."""

from __future__ import annotations


class MatchingError(ValueError):
    """A field that cannot be integrated out; the text is for the user."""
