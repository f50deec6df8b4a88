"""A process beside this one, for what takes much memory or another processor; Ctrl C is not for it."""

import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Self

Answers = Callable[[Iterator[Any]], Iterable[object]]
"""What the process runs: given its questions as they come, it yields an answer to each."""


class Gone(Exception):
    """The process has ended and will not answer."""


class Apart:
    """A process that answers one question after another; the first of them starts it."""

    def __init__(self, answers: Answers, name: str) -> None:
        self._answers, self._name = answers, name
        self._starting = threading.Lock()
        self._process: BaseProcess | None = None
        # A fresh process on every system: one that is a copy of this one would have its state and not its threads.
        self._context = multiprocessing.get_context("spawn")
        self._here, self._there = self._context.Pipe()

    def ask(self, question: object) -> Any:  # noqa: ANN401 - whoever asks knows what is answered
        """Return the answer; raises Gone. One thread asks at a time."""
        try:
            with self._starting:
                if self._process is None:
                    self._start()
            # Not with its arguments: a process that ends before it has read many of them is waited for without end.
            self._here.send(question)
            return self._here.recv()
        except (EOFError, OSError) as error:
            raise Gone(f"the process for {self._name} has ended") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the process: at once where this ends by an exception."""
        with self._starting:  # from here on it can be started by nobody
            self._there.close()
            if self._process is None:
                self._here.close()
                return
        if kind is not None:
            self._process.terminate()
        else:
            self._here.close()
        self._process.join()

    def _start(self) -> None:
        process = self._context.Process(target=_answer, args=(self._there, self._answers), name=self._name, daemon=True)
        with deaf_to_ctrl_c():
            process.start()
        self._process = process
        self._there.close()


def _answer(there: Connection, answers: Answers) -> None:
    with suppress(ConnectionError):  # whoever asked is gone
        for one in answers(_received(there)):
            there.send(one)


def _received(there: Connection) -> Iterator[object]:
    with suppress(EOFError):  # nobody will ask anything more
        while True:
            yield there.recv()


@contextmanager
def deaf_to_ctrl_c() -> Iterator[None]:
    """Have a process that is started meanwhile, by this thread, leave Ctrl C to this one, which ends it.

    It is held back here and not ignored: whoever presses it at this very moment is heard afterwards.
    """
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # which would let the signal through again, were it started meanwhile
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
