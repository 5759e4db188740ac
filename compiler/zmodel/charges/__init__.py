"""Integer charges that cancel anomalies: search problems, their solutions, and the equations of a dark sector."""

from zmodel.charges.collect import search_problem
from zmodel.charges.dark.parameters import find_parameters
from zmodel.charges.dark.sector import dark_sector_problem, merge, parametrised_charges, parametrised_solutions
from zmodel.charges.problem import LinearForm, SearchError, SearchProblem
from zmodel.charges.search.count import count
from zmodel.charges.search.listing import solutions
from zmodel.charges.search.reference import count_python, solutions_python
from zmodel.charges.search.shifts import shift_direction, without_shifts
from zmodel.native import BuildError

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
