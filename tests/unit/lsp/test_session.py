"""Work in other processes: only the newest counts, and nothing waits for what takes long."""

from __future__ import annotations

import asyncio
import pickle
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from subprocess import PIPE

from zmodel.lsp.jobs import Jobs
from zmodel.lsp.messages import LENGTH, READY, Reply, Request, pack
from zmodel.lsp.session import Session
from zmodel.lsp.worker import answer

SM = "model m\nuse sm\n"
# Twelve equal doublets: all terms of their potential take minutes.
LONG = SM + "".join(f"scalar s{n} (SU2L: 2, Y: 1/2)\n" for n in range(12))
PATIENCE = 60


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.01)


def run(work: Callable[[], Awaitable[None]]) -> None:
    asyncio.run(work())  # type: ignore[arg-type]


def request(text: str, stage: str = "check") -> Request:
    return Request("m.zmodel", text, {}, False, stage)  # type: ignore[arg-type]


def test_replies_are_those_of_the_driver() -> None:
    reply = answer(request(SM + "scalar S (Z: 1)\n"))
    assert ([item.code for item in reply.diagnostics], reply.facts) == (["Z110"], None)
    reply = answer(request(SM))
    assert reply.diagnostics == () and reply.facts is not None and {"g1", "Yu"} <= reply.running
    assert "name" in {space for space, _ in reply.facts}
    betas = answer(request(SM, "betas"))
    assert betas.facts is not None and set(betas.facts) == {("name", name) for name in reply.running}
    assert answer(request(SM + "scalar S (Z: 1)\n", "betas")) == Reply(())
    missing = answer(request(SM + "scalar S\n", "potential"))
    assert [item.code for item in missing.diagnostics] == ["Z509"]


def test_a_process_ends_with_its_server() -> None:
    with subprocess.Popen([sys.executable, "-m", "zmodel.lsp.worker"], stdin=PIPE, stdout=PIPE) as process:
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(pack(request(SM)) + pack(request(LONG, "potential")))
        process.stdin.flush()
        assert process.stdout.read(len(READY)) == READY
        (size,) = LENGTH.unpack(process.stdout.read(LENGTH.size))
        assert pickle.loads(process.stdout.read(size)).diagnostics == ()
        process.stdin.close()
        assert process.wait(PATIENCE) == 0


def test_a_newer_request_ends_an_older_one() -> None:
    async def work() -> None:
        jobs, replies = Jobs(patience=0.1, limit=PATIENCE), []

        def done(number: int) -> Callable[[Reply | None], None]:
            return lambda reply: replies.append((number, reply))

        jobs.submit("a", request(LONG, "potential"), done(1))
        await until(lambda: jobs._current is not None)
        for number in (2, 3, 4):
            jobs.submit("a", request(SM), done(number))
        jobs.submit("b", request(SM + "("), done(5))
        await until(lambda: len(replies) == 2)
        await jobs.close()
        (first, fine), (second, wrong) = replies
        assert (first, second) == (4, 5)
        assert fine is not None and fine.facts is not None
        assert wrong is not None and [item.code for item in wrong.diagnostics] == ["Z101"]

    run(work)


def test_a_limit_ends_a_request_and_the_next_one_is_answered() -> None:
    async def work() -> None:
        jobs, replies = Jobs(patience=0.1, limit=2.0), []
        jobs.submit("a", request(LONG, "potential"), replies.append)
        await until(lambda: len(replies) == 1)
        assert replies == [None]
        # On a busy machine the limit may be too short for anything; the queue goes on all the same.
        while replies[-1] is None:
            number = len(replies)
            jobs.submit("b", request(SM), replies.append)
            await until(lambda: len(replies) > number)  # noqa: B023
        await jobs.close()
        assert isinstance(replies[-1], Reply) and replies[-1].facts is not None

    run(work)


def test_a_queue_can_be_closed_while_its_process_starts() -> None:
    async def work() -> None:
        jobs = Jobs(patience=0.1, limit=PATIENCE)
        jobs.start()
        await asyncio.sleep(0.01)
        await jobs.close()
        assert jobs._worker is None

    run(work)


def test_only_the_newest_text_is_spoken_of(tmp_path: Path) -> None:
    name = str(tmp_path / "m.zmodel")

    async def work() -> None:
        session = Session(lambda file: published.append([item.diagnostic.code for item in session.shown(file)]))
        published: list[list[str]] = []
        for number in range(20):
            session.opened(name, SM + f"scalar S{number} (Z: 1)\n" * (number % 3))
            await asyncio.sleep(0.005)
        session.opened(name, SM + "# the last\n")
        assert not session.is_fresh(name)
        await until(lambda: session.is_fresh(name))
        assert published[-1] == [] and session.shown(name) == ()
        facts, pending = session.facts(name)
        assert "Yu" in pending and ("name", "Yu") in facts
        await until(lambda: not session.facts(name)[1])
        assert "one loop" in session.facts(name)[0]["name", "Yu"]
        # A comment changes no beta function.
        session.opened(name, SM + "# another last\n")
        await until(lambda: session.is_fresh(name))
        assert session.facts(name)[1] == frozenset() and "one loop" in session.facts(name)[0]["name", "Yu"]
        # While a text is broken, facts of the last good one stay.
        session.opened(name, SM + "scalar (\n")
        await until(lambda: session.is_fresh(name))
        assert published[-1] == ["Z101"]
        assert "one loop" in session.facts(name)[0]["name", "Yu"]
        session.closed(name)
        assert session.facts(name) == ({}, frozenset())
        await session.close()

    run(work)
