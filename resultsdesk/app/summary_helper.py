"""A second process that makes some of a summary's files: one alone cannot use two processors to paint and to pack.

It reads the same copy of the night and knows the same writers by their names.
"""

import multiprocessing
import os
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from resultsdesk.export.folder import Stage
from resultsdesk.export.paper.pdf import PdfWriter
from resultsdesk.export.starting import deaf_to_ctrl_c
from resultsdesk.export.summary import Summary, Writer
from resultsdesk.export.writing import Fault, Helper, Stopped, made
from resultsdesk.psephology.baseline import Measure


@dataclass(frozen=True, slots=True)
class Task:
    """All it takes to have the same summary in another process: where it is read from, and where files are made."""

    stage: Stage
    measure: Measure
    at: datetime | None
    written: datetime


@dataclass(slots=True)
class _Here:
    """What the second process has."""

    summary: Summary
    writers: dict[str, Writer]
    stage: Stage


_HERE: list[_Here] = []


@contextmanager
def helper(task: Task) -> Iterator[Helper]:
    """Give a helper, which is gone afterwards."""
    # A fresh process on every system: one that is a copy of this one would have Qt's state and not its threads.
    context = multiprocessing.get_context("spawn")
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(1, context, _begin, (task,))

    def help_out(writer: Writer) -> "Future[Fault | None] | None":
        if isinstance(writer, PdfWriter):
            return None  # that has a process of its own, and a large one: this one begins when that is gone
        with deaf_to_ctrl_c():
            return pool.submit(_make, writer.name)

    try:
        yield help_out
    except (Stopped, KeyboardInterrupt):
        for one in set(multiprocessing.active_children()) - others:
            one.terminate()  # whoever stops it wants no page set to its end
        pool.shutdown(cancel_futures=True)
        raise
    except BaseException:
        pool.shutdown(cancel_futures=True)
        raise
    pool.shutdown(cancel_futures=True)


def _begin(task: Task) -> None:
    from resultsdesk.app.summary_reading import lent, summary_in
    from resultsdesk.export.writers import writers

    threading.Thread(target=_leave_with_parent, name="leave", daemon=True).start()
    summary = summary_in(task.stage.aside, task.measure, lambda _: task.at, task.written)
    known = {one.name: one for one in writers(summary, lent(summary, task.stage))}
    _HERE.append(_Here(summary, known, task.stage))


def _make(name: str) -> Fault | None:
    (here,) = _HERE
    return made(here.summary, here.writers[name], here.stage)


def _leave_with_parent() -> None:
    """End when the first process has ended, however it did."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
