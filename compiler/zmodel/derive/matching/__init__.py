"""Tree-level matching to SMEFT at dimension six of whatever a model file integrates out."""

from zmodel.derive.matching.derive import derive_matching
from zmodel.derive.matching.results import CurrentMatrix, MatchingResult

__all__ = ["CurrentMatrix", "MatchingResult", "derive_matching"]
