"""From a path to a night: opened for looking or for writing, with the right clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from resultsdesk import settings
from resultsdesk.cli.failures import Wrong
from resultsdesk.desk.desk import Desk
from resultsdesk.desk.player import clock_of
from resultsdesk.desk.protocols import Clock
from resultsdesk.night.night import Night, begin, replay
from resultsdesk.night.rules import Author
from resultsdesk.store.night_file import NightFile, create_night, open_night

COMMAND_LINE = "command line"


@contextmanager
def night_to_look_at(path: Path) -> Iterator[Night]:
    """Give the night in a file as it stands; nothing is written, and the file may be read-only."""
    with open_night(path, read_only=True) as file:
        yield replay(file.briefing(), file.journal.entries(), file.rehearsal)


@contextmanager
def desk_on(path: Path, author: Author) -> Iterator[Desk]:
    """Give a desk on a file, with the night's own clock in a rehearsal and the wall's otherwise."""
    with open_night(path) as file:
        yield desk_at(file, author)


def desk_at(file: NightFile, author: Author, clock: Clock | None = None) -> Desk:
    """Return a desk on an open night file."""
    night = replay(file.briefing(), file.journal.entries(), file.rehearsal)
    return Desk(begin(night.briefing, night.rehearsal), file.journal, clock or clock_of(night), author)


def author_of(initials: str | None, desk: str | None) -> Author:
    """Return who is at the keys: as said, else as set on this machine."""
    return Author(initials if initials is not None else settings.load().operator_initials, desk or COMMAND_LINE)


def make_night(path: Path, source: str, rehearsal: bool) -> NightFile:
    """Make a night file of a briefing given by id or folder, and return it open."""
    from resultsdesk.intake.folder import read_briefing, read_outlines, read_results
    from resultsdesk.intake.library import find_briefing  # these two read CSV and TOML: not needed to look

    folder = find_briefing(source)
    briefing = read_briefing(folder)
    results = read_results(folder, briefing) if rehearsal else ()
    if rehearsal and not results:
        title = briefing.election.title
        raise Wrong(f"{title} has no results.csv, so there is nothing to rehearse: add one, or make a live night.")
    return create_night(path, briefing, "rehearsal" if rehearsal else "live", results, read_outlines(folder, briefing))
