"""A night file read for its summary, and what the writers of summaries are lent by the rooms they do not know."""

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from resultsdesk.export.folder import Stage
from resultsdesk.export.summary import Lent, Paint, Summary
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.night import Night, known_at, replay
from resultsdesk.psephology.baseline import Measure
from resultsdesk.store.night_file import open_night
from resultsdesk.store.verify import verify
from resultsdesk.story.telling import tell


def summary_in(
    path: Path, measure: Measure | None, at: Callable[[Briefing], datetime | None], written: datetime
) -> Summary:
    """Return what a night file holds.

    `measure` None goes by the briefing's own baseline; `at` gives a past moment, None for all that is known.
    """
    night = night_in(path)
    moment = at(night.briefing)
    if moment is not None:
        night = known_at(night, moment)
    measure = measure or night.briefing.election.shown
    return Summary(night, tell(night, measure), measure, written, moment)


def night_in(path: Path) -> Night:
    """Return the night in a file."""
    with open_night(path, read_only=True) as file:
        return replay(file.briefing(), file.journal.entries(), file.rehearsal)


def lent(summary: Summary, stage: Stage, paint: Paint) -> Lent:
    """Return what the writers need of other rooms."""

    def archive(to: Path) -> None:
        shutil.copyfile(stage.aside, to)

    return Lent(
        paint,
        # A file of the whole night would give away what came after a past minute.
        archive if summary.at is None else None,
        lambda path: tuple(one.text for one in verify(path)),
        night_in,
    )
