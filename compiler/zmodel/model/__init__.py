"""Syntax tree to Model: names, types and shapes."""

from zmodel.model.imports import LoadError, Loader
from zmodel.model.model import Field, Group, Leg, Model, Monomial
from zmodel.model.resolve import resolve

__all__ = ["Field", "Group", "Leg", "LoadError", "Loader", "Model", "Monomial", "resolve"]
