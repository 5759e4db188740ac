"""Scan files: TOML texts that say which points of a model are computed, and what is asked of them."""

from zmodel.model.scan.parse import parse_scan
from zmodel.model.scan.scan_file import Asked, Axis, Column, Named, ScanClass, ScanFile

__all__ = ["Asked", "Axis", "Column", "Named", "ScanClass", "ScanFile", "parse_scan"]
