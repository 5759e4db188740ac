"""Figures of trajectories and scans."""

from zmodel.run.plots.load import PlotError, is_scan, read_scan, read_trajectories, trajectory_figure
from zmodel.run.plots.surface import BoundsFigure, ScatterFigure, SurfaceFigure, draw_surface
from zmodel.run.plots.trajectories import TrajectoryFigure, draw_trajectories, trajectories_bytes

__all__ = [
    "BoundsFigure",
    "PlotError",
    "ScatterFigure",
    "SurfaceFigure",
    "TrajectoryFigure",
    "draw_surface",
    "draw_trajectories",
    "is_scan",
    "read_scan",
    "read_trajectories",
    "trajectories_bytes",
    "trajectory_figure",
]
