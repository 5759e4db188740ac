"""Integer charges that cancel anomalies: search problems, their solutions, and the equations of a dark sector."""

from zmodel.charges.build import BuildError
from zmodel.charges.collect import search_problem
from zmodel.charges.dark_parameters import find_parameters
from zmodel.charges.dark_sector import dark_sector_problem, merge, parametrised_charges, parametrised_solutions
from zmodel.charges.listing import solutions
from zmodel.charges.problem import LinearForm, SearchError, SearchProblem
from zmodel.charges.reference import count_python, solutions_python
from zmodel.charges.search import count
from zmodel.charges.shifts import shift_direction, without_shifts

__all__ = [
    "BuildError",
    "LinearForm",
    "SearchError",
    "SearchProblem",
    "count",
    "count_python",
    "dark_sector_problem",
    "find_parameters",
    "merge",
    "parametrised_charges",
    "parametrised_solutions",
    "search_problem",
    "shift_direction",
    "solutions",
    "solutions_python",
    "without_shifts",
]
