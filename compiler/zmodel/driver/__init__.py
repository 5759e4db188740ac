"""The pipeline: text in, results or diagnostics out. No files, no printing.

`analysis` checks a model, `passes` derives from it, `outputs` makes reports and files of that; `integration`,
`running`, `scanning` and `scan_tasks` prepare what runs couplings; `formatting` lays a model file out anew.
"""

from zmodel.driver.analysis import Analysis, Diagnostics, analyse, check_at_point, check_model, load_model
from zmodel.driver.formatting import format_model_file
from zmodel.driver.integration import integrator_source, module_source
from zmodel.driver.outputs import REPORTS, compile_model, make_report
from zmodel.driver.passes import PASSES, derive
from zmodel.driver.run import TWO_LOOPS, Pass, Run
from zmodel.driver.solutions import own_files, write_solution

__all__ = [
    "PASSES",
    "REPORTS",
    "TWO_LOOPS",
    "Analysis",
    "Diagnostics",
    "Pass",
    "Run",
    "analyse",
    "check_at_point",
    "check_model",
    "compile_model",
    "derive",
    "format_model_file",
    "integrator_source",
    "load_model",
    "make_report",
    "module_source",
    "own_files",
    "write_solution",
]
