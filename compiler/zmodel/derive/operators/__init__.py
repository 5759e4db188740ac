"""All operators without derivatives and field strengths that a model's fields can form."""

from zmodel.derive.operators.enumeration import HIGHEST_DIMENSION, Operator, enumerate_operators

__all__ = ["HIGHEST_DIMENSION", "Operator", "enumerate_operators"]
