"""What emitted files are called: after the model, unless other programs would take them for something else."""

from __future__ import annotations

import sys

PACKAGES = frozenset(
    [
        *("IPython", "cffi", "click", "dask", "distributed", "duckdb", "flavio", "flint", "jax", "jinja2", "lark"),
        *("latex2mathml", "matplotlib", "networkx", "numba", "numpy", "pandas", "particle", "pyarrow", "pygls"),
        *("pygments", "pytest", "rich", "scipy", "smelli", "sympy", "torch", "wilson", "yaml", "zmodel"),
    ]
)
"""What emitted Python imports, and what is often imported beside it."""

MODULES_OF_SOME_PYTHONS = frozenset(
    [
        *("aifc", "annotationlib", "asynchat", "asyncore", "audioop", "cgi", "cgitb", "chunk", "compression", "crypt"),
        *("distutils", "imghdr", "imp", "lib2to3", "mailcap", "msilib", "nis", "nntplib", "ossaudiodev", "pipes"),
        *("smtpd", "sndhdr", "spwd", "sunau", "telnetlib", "uu", "xdrlib"),
    ]
)
"""Modules of the standard library that not all versions have, so that output does not depend on the version."""

HEADERS = frozenset(
    [
        *("alloca", "assert", "complex", "ctype", "dirent", "dlfcn", "endian", "errno", "fcntl", "features", "fenv"),
        *("float", "getopt", "inttypes", "iso646", "libgen", "limits", "locale", "malloc", "math", "memory", "poll"),
        *("pthread", "regex", "sched", "search", "semaphore", "setjmp", "signal", "stdalign", "stdarg", "stdatomic"),
        *("stdbool", "stddef", "stdint", "stdio", "stdlib", "stdnoreturn", "string", "strings", "syslog", "termios"),
        *("tgmath", "threads", "time", "uchar", "unistd", "values", "varargs", "wchar", "wctype"),
    ]
)
"""Headers of C and of POSIX."""

LIBRARIES = frozenset(["asan", "atomic", "c", "dl", "gcc", "gcc_s", "gomp", "m", "pthread", "rt", "ubsan", "util"])
"""What compilers link with."""


MAKEFILES = frozenset(["gnumakefile", "makefile"])
"""What make reads, and would link anew from an object file or C source of that name."""


def file_stem(model: str) -> str:
    """What the files of a model are called, without their endings.

    In a folder with `numpy.py` no program could import numpy, and with `math.h` none could include `<math.h>` by `-I.`.
    Names that begin with `_` are those of Python's own modules; keywords are no names of models.
    """
    modules = sys.stdlib_module_names | MODULES_OF_SOME_PYTHONS | PACKAGES
    # There are systems on which upper and lower case are the same for names of files.
    is_taken = model.startswith("_") or model in modules or model.lower() in HEADERS | MAKEFILES
    return f"{model}_" if is_taken else model


def library_stem(model: str) -> str:
    """What stands behind `lib` in the name of the shared library: by `-L.` a `libm.so` would be taken for that of C."""
    return f"{model}_" if model.lower() in LIBRARIES else file_stem(model)
