"""Datasets on disk: a folder of Parquet files and a manifest, written part by part and resumed after a stop."""

from zmodel.dataset.folder import holds_dataset, read_folder, read_whole
from zmodel.dataset.manifest import Chunk, DatasetError, Manifest, part_name, read_manifest
from zmodel.dataset.parquet import as_parquet
from zmodel.dataset.writing import Part, Progress, write_parts

__all__ = [
    "Chunk",
    "DatasetError",
    "Manifest",
    "Part",
    "Progress",
    "as_parquet",
    "holds_dataset",
    "part_name",
    "read_folder",
    "read_manifest",
    "read_whole",
    "write_parts",
]
