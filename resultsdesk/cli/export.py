"""`export`: the summary of a night, a file for every kind of reader, in one folder."""

import json
import logging
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import click

from resultsdesk import __version__
from resultsdesk.app.log import kept_log
from resultsdesk.app.summaries import Wanted, export_night
from resultsdesk.cli.failures import Status
from resultsdesk.cli.paths import PATH
from resultsdesk.cli.progress import Progress
from resultsdesk.cli.words import moment_named
from resultsdesk.export.summary import Summary
from resultsdesk.export.writing import Stopped, Told, Written
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.rounding import number

log = logging.getLogger(__name__)

CANCEL = "cancel"
"""What a program that reads `--progress json` writes to stop it."""
NICE = 5


@dataclass(slots=True)
class Stop:
    """Whether somebody has asked it to stop. A flag, and no exception out of the blue: one that came while files are
    put in their places would leave the folder half of the one summary and half of the other.
    """

    asked: bool = False


class Teller(Protocol):
    """Says how far it is, and how it ended."""

    def tell(self, told: Told) -> None:
        """Say that a file is done."""

    def close(self) -> None:
        """Leave the line that says how far it is, however it ended."""

    def end(self, summary: Summary, written: Written) -> None:
        """Say what is in the folder now."""


@click.command("export", short_help="Write the summary: a folder for every kind of reader.")
@click.argument("file", type=PATH)
@click.argument("folder", metavar="DIR", type=PATH)
@click.option("--at", metavar="TIME", help="What was known then: 03:14 on the night's clock, or ISO 8601.")
@click.option(
    "--baseline",
    type=click.Choice([str(one) for one in Measure]),
    help="What a gain is measured against.",
)
@click.option("--only", multiple=True, metavar="NAME", help="Only these files: contests.csv, csv, xlsx, stills…")
@click.option("--force", is_flag=True, help="Write into DIR although it holds something else.")
@click.option("--progress", type=click.Choice(["lines", "json"]), default="lines", help="How to say how far it is.")
def export(
    file: Path, folder: Path, at: str | None, baseline: str | None, only: tuple[str, ...], force: bool, progress: str
) -> int:
    """Write the summary of FILE to DIR: PDF, page, spreadsheet, CSV, JSON, pictures, and what says which is which.

    DIR is complete or as it was before. Every file is read again and checked before it is put there. In a DIR with an
    earlier summary of the same night, each file takes the place of its forerunner.
    """
    wanted = Wanted(
        file,
        folder,
        lambda briefing: moment_named(briefing, at, "--at") if at is not None else None,
        Measure(baseline) if baseline else None,
        only,
        force,
    )
    teller: Teller = Lines() if progress == "lines" else JsonLines()
    stop = Stop()
    try:
        with heard(stop), closing(teller):
            if progress == "json":
                _listen(stop)
                _step_back()
            summary, written = export_night(wanted, teller.tell, lambda: stop.asked)
    except (KeyboardInterrupt, Stopped):
        click.echo(f"Stopped: {folder} is as it was.", err=True)
        return Status.STOPPED
    teller.end(summary, written)
    return _status(written)


def _status(written: Written) -> Status:
    bugs = [one for one in written.faults if one.bug]
    if bugs:
        with kept_log() as file:
            for one in bugs:
                log.error("version %s, a summary's %s\n%s", __version__, one.file, one.bug)
        where = f"The details are in {file}: send them to the project." if file else "No log could be written."
        click.echo(where, err=True)
        return Status.BUG
    return Status.WRONG if written.faults else Status.DONE


class Lines:
    """Says it to a person: a line that changes, or a line each."""

    def __init__(self) -> None:
        self._progress: Progress | None = None

    def tell(self, told: Told) -> None:
        """Say that a file is done."""
        if self._progress is None:
            self._progress = Progress(told.of)
        if told.fault is None:
            self._progress.tell(told.file, told.of - told.done)
        else:
            self._progress.say(str(told.fault))

    def close(self) -> None:
        """Leave the line that changed, so that what is said next has one of its own."""
        if self._progress is not None:
            self._progress.finish()

    def end(self, summary: Summary, written: Written) -> None:
        """Say what is in the folder now."""
        if not written.files:
            click.echo(f"Nothing was written: {written.folder} is as it was.", err=True)
            return
        files = f"{number(len(written.files))} {'file' if len(written.files) == 1 else 'files'}"
        click.echo(f"{summary.heading}: {files} in {written.folder}.")


class JsonLines:
    """Says it to a program: an object a line on standard output, described in resources/docs/SUMMARY.md."""

    def tell(self, told: Told) -> None:
        """Say that a file is done."""
        said: dict[str, object] = {"file": told.file, "done": told.done, "of": told.of}
        if told.fault is not None:
            said["fault"] = str(told.fault)
        self._say(said)

    def close(self) -> None:
        """Leave nothing: every object has its own line."""

    def end(self, summary: Summary, written: Written) -> None:
        """Say what is in the folder now."""
        faults = [str(one) for one in written.faults]
        self._say({
            "folder": str(written.folder), "files": written.files, "faults": faults, "heading": summary.heading,
        })  # fmt: skip

    def _say(self, said: dict[str, object]) -> None:
        click.echo(json.dumps(said, ensure_ascii=True))


@contextmanager
def heard(stop: Stop) -> Iterator[None]:
    """Have Ctrl C, and whoever ends the program, stop it; who says so twice need not wait."""

    def hear(*_: object) -> None:
        if stop.asked:
            raise KeyboardInterrupt
        stop.asked = True

    before = {one: signal.signal(one, hear) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _listen(stop: Stop) -> None:
    """Wait beside the work for a word to stop."""

    def read() -> None:
        # The descriptor itself: a thread that waits in sys.stdin would hold up the program's end.
        said = b""
        while piece := os.read(0, 64):
            said = (said + piece)[-64:]
            if CANCEL.encode() in said:
                stop.asked = True
                return

    threading.Thread(target=read, name="stop", daemon=True).start()


def _step_back() -> None:
    """Let the desk that asked for it go first, where the system knows such a thing."""
    nice: Callable[[int], int] | None = getattr(os, "nice", None)
    if nice is not None:
        nice(NICE)
