"""Scans: many points, each integrated and classified, on this machine or on a cluster, into resumable datasets."""

from zmodel.run.scan.dataset import class_counts, count_classes, missing_numbers, write_scan
from zmodel.run.scan.executors import ClusterError, cluster, local
from zmodel.run.scan.task import Course, ScanTask, compute

__all__ = [
    "ClusterError",
    "Course",
    "ScanTask",
    "class_counts",
    "cluster",
    "compute",
    "count_classes",
    "local",
    "missing_numbers",
    "write_scan",
]
