"""From a path to a night: opened for looking or for writing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from resultsdesk import settings
from resultsdesk.cli.failures import Wrong
from resultsdesk.desk.desk import Desk
from resultsdesk.night.night import Night, replay
from resultsdesk.night.rules import Author
from resultsdesk.store.night_file import open_night

COMMAND_LINE = "command line"
LONGEST_NAME = 40


@contextmanager
def night_to_look_at(path: Path) -> Iterator[Night]:
    """Give the night in a file as it stands; nothing is written, and the file may be read-only."""
    with open_night(path, read_only=True) as file:
        yield replay(file.briefing(), file.journal.entries(), file.rehearsal)


@contextmanager
def desk_on(path: Path, author: Author) -> Iterator[Desk]:
    """Give a desk on a file, with the night's own clock in a rehearsal and the wall's otherwise."""
    from resultsdesk.app.nights import desk_at  # reads briefings too, which whoever only looks need not load

    with open_night(path) as file:
        yield desk_at(file, author)


def author_of(initials: str | None, desk: str | None) -> Author:
    """Return who is at the keys: as said, else as set on this machine. Raises Wrong for what no list has room for."""
    for option, said in (("--by", initials), ("--desk", desk)):
        if said is not None and (len(said) > LONGEST_NAME or not said.isprintable()):
            raise Wrong(f"{option} “{said[:12]}…” is too long or no plain text: give {LONGEST_NAME} letters at most.")
    return Author(initials if initials is not None else settings.load().operator_initials, desk or COMMAND_LINE)
