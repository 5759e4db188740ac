"""Tree-level matching to SMEFT up to dimension six of whatever a model file integrates out."""

from zmodel.derive.matching.derive import derive_matching
from zmodel.derive.matching.entries import complex_entries
from zmodel.derive.matching.results import CurrentMatrix, ExchangeResult, MatchingResult, Result

__all__ = ["CurrentMatrix", "ExchangeResult", "MatchingResult", "Result", "complex_entries", "derive_matching"]
