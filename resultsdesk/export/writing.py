"""Every writer's turn: write, read again, keep or leave out."""

import threading
import traceback
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from resultsdesk.export.apart import Gone
from resultsdesk.export.folder import README, Stage
from resultsdesk.export.readme import readme_text
from resultsdesk.export.summary import Summary, Writer
from resultsdesk.export.trouble import disk_full, in_words, nearly_full, told
from resultsdesk.night.trouble import Trouble

LOOK_EVERY = 0.1
"""Seconds between looks at whether somebody has stopped it."""

AGAIN = "Export again; if it says the same, send the project the night file."


@dataclass(frozen=True, slots=True)
class Fault:
    """A file that was left out and why; `bug` is the trace of what a mistaken writer raised."""

    file: str
    text: str
    bug: str = ""

    def __str__(self) -> str:
        return f"{self.file} was left out: {self.text}"


@dataclass(frozen=True, slots=True)
class Told:
    """How far a summary is: the file that was just finished, or left out, and how many of how many are done."""

    file: str
    done: int
    of: int
    fault: Fault | None = None


@dataclass(slots=True)
class Written:
    """What became of a summary: the files that are in the folder now, and those left out."""

    folder: Path
    files: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


class Stopped(Exception):
    """Somebody stopped it; the folder is as it was."""


@dataclass(frozen=True, slots=True)
class Helper:
    """Has files made on the same stage, one at a time and beside all others, by a process of its own as a rule.

    `takes` says which are left to it, and `here_too` which of them are made here as well, by whoever has time first;
    `make` returns as `made` does, from any thread, and raises Gone where it cannot go on. `without` is then called by
    the thread that waits for all, and the files are made here.
    """

    takes: Callable[[Writer], bool]
    make: Callable[[Writer], Fault | None]
    without: Callable[[], object] = lambda: None
    here_too: Callable[[Writer], bool] = lambda _: False


def write_summary(
    summary: Summary,
    writers: Sequence[Writer],
    stage: Stage,
    whole: bool,
    tell: Callable[[Told], object] = lambda _: None,
    stopped: Callable[[], bool] = lambda: False,
    helpers: Sequence[Helper] = (),
) -> Written:
    """Write a summary to its folder; `whole` says that these are all writers, so that nothing older need stay.

    One writer at a time works here, and one for each helper.
    A file that cannot be made, or is not as it was written, is left out; the others are kept. Raises SummaryTrouble
    where the disk refuses and Stopped where somebody did; then the folder is as it was.
    """
    written = Written(stage.folder)
    good: list[Writer] = []
    with closing(_finished(summary, writers, stage, stopped, helpers)) as finished:
        for done, (writer, fault) in enumerate(finished, start=1):
            if fault is None:
                good.append(writer)
            else:
                written.faults.append(fault)
            tell(Told(summary.named(writer.name), done, len(writers), fault))
    if not good:
        return written
    good.sort(key=writers.index)
    _place(summary, good, stage, whole, written)
    return written


def _place(summary: Summary, good: Sequence[Writer], stage: Stage, whole: bool, written: Written) -> None:
    names = [summary.named(one.name) for one in good]
    readme = summary.named(README)
    earlier = [one for one in stage.earlier() if one not in (*names, readme)]
    faulty = {one.file for one in written.faults}
    kept = [one for one in earlier if not whole or one in faulty]
    with in_words(stage.folder):
        text = readme_text(summary, good, kept)
        (stage.path / readme).write_text(text, encoding="utf-8", newline="\n")
    written.files = [*names, readme]
    stage.place(written.files, kept, [one for one in earlier if one not in kept])


def _finished(
    summary: Summary, writers: Sequence[Writer], stage: Stage, stopped: Callable[[], bool], helpers: Sequence[Helper]
) -> Generator[tuple[Writer, Fault | None], None, None]:
    """Yield each writer as it ends; nothing works on when this is closed, unless it was stopped."""
    helping = list(helpers)
    # Last what both can make, so that whoever is done sooner helps the other.
    waiting = sorted(writers, key=lambda one: any(other.here_too(one) for other in helpers))

    def left_here(writer: Writer) -> bool:
        return all(one.here_too(writer) or not one.takes(writer) for one in helping)

    here = Helper(left_here, lambda one: made(summary, one, stage))
    idle = [*helpers, here]
    running: dict[Future[Fault | None], tuple[Writer, Helper]] = {}
    try:
        while waiting or running:
            for helper in tuple(idle):
                writer = next(filter(helper.takes, waiting), None)
                if writer is not None:
                    waiting.remove(writer)
                    idle.remove(helper)
                    running[_beside(helper, writer)] = writer, helper
            done, _ = wait(running, LOOK_EVERY, FIRST_COMPLETED)
            if stopped():
                raise Stopped
            for future in done:
                writer, helper = running.pop(future)
                try:
                    fault = future.result()
                except Gone:
                    helping.remove(helper)
                    helper.without()
                    waiting.insert(0, writer)
                    continue
                idle.append(helper)
                yield writer, fault
    except (Stopped, KeyboardInterrupt):
        raise  # whoever stops it wants no page set to its end
    except BaseException:
        wait(running)
        raise


def _beside(helper: Helper, writer: Writer) -> "Future[Fault | None]":
    """Have a file made in a thread that does not hold up the program's end, as those of an executor do."""
    future: Future[Fault | None] = Future()

    def make() -> None:
        try:
            future.set_result(helper.make(writer))
        except BaseException as error:  # noqa: BLE001 - told to whoever waits for the file
            future.set_exception(error)

    threading.Thread(target=make, name="writer", daemon=True).start()
    return future


def made(summary: Summary, writer: Writer, stage: Stage) -> Fault | None:
    """Write a file and read it again; return why it is left out, None where it is not."""
    name = summary.named(writer.name)
    path = stage.path / name
    try:
        stage.make_room(path)
        writer.write(summary, path)
        wrong = writer.check(summary, path)
    except OSError as error:
        raise told(error, stage.folder) from error
    except Trouble as trouble:
        fault = Fault(name, str(trouble))
    except Exception as error:  # a mistake of ours costs its own file, and is told as one
        if nearly_full(stage.path):
            raise disk_full(stage.folder) from error  # libraries have words of their own for it
        words = f"that is a mistake of the program, not yours ({type(error).__name__})."
        fault = Fault(name, words, "".join(traceback.format_exception(error)))
    else:
        if not wrong:
            return None
        more = f" And {len(wrong) - 1} more." if len(wrong) > 1 else ""
        fault = Fault(name, f"read again, {wrong[0].rstrip('.')}.{more} {AGAIN}")
    path.unlink(missing_ok=True)
    return fault
