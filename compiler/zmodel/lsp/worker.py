"""The process that derives: requests in, replies out. It can be ended at any time."""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import sys
from collections.abc import Iterator
from queue import SimpleQueue
from threading import Thread
from typing import BinaryIO

from zmodel.derive.beta.loops import LoopOrders
from zmodel.diagnostics import unforeseen_error
from zmodel.driver import Analysis, Run, analyse, derive
from zmodel.files import file_loader
from zmodel.lsp.facts import beta_facts, model_facts
from zmodel.lsp.messages import LENGTH, READY, Reply, Request, pack
from zmodel.model.library import library_loader
from zmodel.source import SourceFile

ONE_LOOP = LoopOrders(1, 1, 1)


def answer(request: Request) -> Reply:
    """Checks a model, or derives what takes longer."""
    load = file_loader(request.open_texts) if request.on_disk else library_loader()
    analysis, diagnostics = analyse(SourceFile(request.name, request.text), load)
    if analysis is None:
        # A derivation says nothing of the check, even if files have changed in between.
        return Reply(diagnostics if request.stage == "check" else ())
    if request.stage == "check":
        return Reply(diagnostics, model_facts(analysis), _running(analysis), _key(analysis))
    run = Run(analysis, loops=ONE_LOOP)
    if request.stage == "betas":
        facts = beta_facts(run.results["betas"].by_name) if derive(run, ("betas",)) else {}
        return Reply(tuple(run.diagnostics), facts)
    derive(run, ("potential_basis",))
    return Reply(tuple(run.diagnostics), {})


def _running(analysis: Analysis) -> frozenset[str]:
    model = analysis.model
    names = {group.coupling for group in model.gauge_groups} | {mixing.name for mixing in model.mixings}
    for coupling in model.couplings:
        names |= {kept.name for kept in coupling.kept} or {coupling.name}
    return frozenset(name for name in names if name is not None)


def _key(analysis: Analysis) -> str:
    model = analysis.model
    return hashlib.sha256(repr((model, model.ring.symbols)).encode()).hexdigest()


def requests(source: BinaryIO) -> Iterator[Request]:
    """What is asked, until the other side is gone."""
    while len(head := source.read(LENGTH.size)) == LENGTH.size:
        (size,) = LENGTH.unpack(head)
        yield pickle.loads(source.read(size))  # noqa: S301  (of the server that started us)


def safe_answer(request: Request) -> Reply:
    """The answer; a bug becomes a message, as on the command line."""
    try:
        return answer(request)
    except Exception as error:
        return Reply((unforeseen_error(error),))


def main() -> None:
    """Serves on the standard streams; whatever a library might print goes to the error stream."""
    # As in `zmodel`: a model makes little garbage.
    gc.freeze()
    gc.set_threshold(100_000)
    source, target = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    waiting: SimpleQueue[Request] = SimpleQueue()

    def read() -> None:
        for request in requests(source):
            waiting.put(request)
        # The server is gone: nobody waits for the derivation that may be under way.
        os._exit(0)

    Thread(target=read, daemon=True).start()
    target.write(READY)
    target.flush()
    while True:
        target.write(pack(safe_answer(waiting.get())))
        target.flush()


if __name__ == "__main__":
    main()
