"""The end of a night put together: the night is read once, and every writer writes it into one folder.

Nothing of Qt until a picture is painted: the command line uses it too.
"""

import gc
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from resultsdesk.app.pictures import painter
from resultsdesk.export.folder import Stage, staged
from resultsdesk.export.summary import Lent, Summary
from resultsdesk.export.writers import chosen, writers
from resultsdesk.export.writing import Told, Written, write_summary
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.night import Night, known_at, replay
from resultsdesk.night.trouble import Trouble
from resultsdesk.psephology.baseline import Measure
from resultsdesk.store.night_file import open_night
from resultsdesk.store.verify import verify
from resultsdesk.story.lines import Story


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written where.

    `at` finds a past moment once the briefing is known, None for all that is known; `measure` is the baseline gains go
    by, None for the briefing's own; `only` names some of the files; `force` writes into a folder with other things.
    """

    night: Path
    folder: Path
    at: Callable[[Briefing], datetime] | None = None
    measure: Measure | None = None
    only: Sequence[str] = ()
    force: bool = False


def export_night(
    wanted: Wanted, tell: Callable[[Told], object] = lambda _: None, stopped: Callable[[], bool] = lambda: False
) -> tuple[Summary, Written]:
    """Write the summary of a night; return what was read and what became of it.

    Raises Trouble where the night cannot be read or the folder not written, Stopped where `stopped` said so: then the
    folder is as it was.
    """
    with (
        open_night(wanted.night, read_only=True) as file,
        staged(wanted.folder, rehearsal=file.rehearsal, night=file.briefing_id, force=wanted.force) as stage,
    ):
        # All is read from one copy, so that whatever is declared meanwhile is in every file or in none.
        file.archive(stage.aside)
        summary = read_summary(stage.aside, wanted)
        everything = writers(summary, lent(summary, stage))
        some, unknown = chosen(everything, wanted.only) if wanted.only else (everything, ())
        if unknown:
            names = ", ".join(one.name for one in everything)
            raise Trouble(f"The summary has no file “{unknown[0]}”.", f"It has {names}.")
        gc.freeze()  # all that was read stays until the end: the collector need not walk it for every file
        try:
            return summary, write_summary(summary, some, stage, not wanted.only, tell, stopped)
        finally:
            gc.unfreeze()


def read_summary(path: Path, wanted: Wanted) -> Summary:
    """Return what a night file holds, as it is wanted."""
    night = night_in(path)
    briefing = night.briefing
    at = wanted.at(briefing) if wanted.at is not None else None
    if at is not None:
        night = known_at(night, at)
    return Summary(
        night, Story(), wanted.measure or briefing.election.shown, datetime.now(UTC).replace(microsecond=0), at
    )


def night_in(path: Path) -> Night:
    """Return the night in a file."""
    with open_night(path, read_only=True) as file:
        return replay(file.briefing(), file.journal.entries(), file.rehearsal)


def lent(summary: Summary, stage: Stage) -> Lent:
    """Return what the writers need of other rooms."""
    return Lent(
        painter(summary.night),
        # A file of the whole night would give away what came after a past minute.
        (lambda path: _move(stage.aside, path)) if summary.at is None else None,
        lambda path: tuple(one.text for one in verify(path)),
        night_in,
    )


def _move(path: Path, to: Path) -> None:
    path.rename(to)
