"""Numerical kernels: results as graphs of operations, shared by all target languages."""

from zmodel.emit.kernel.graph import Graph, Node

__all__ = ["Graph", "Node"]
