"""Whether two models are the same physics: other names, other order of generations, another basis of U(1)s."""

from zmodel.derive.equivalence.compare import Equivalence, compare_models

__all__ = ["Equivalence", "compare_models"]
