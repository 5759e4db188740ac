"""Syntax tree to Model: names, types and shapes."""

from zmodel.model.imports import Loader, LoadError
from zmodel.model.library import library_loader
from zmodel.model.model import Field, Group, Leg, Model, Monomial
from zmodel.model.resolve import resolve

__all__ = ["Field", "Group", "Leg", "LoadError", "Loader", "Model", "Monomial", "library_loader", "resolve"]
