"""What is read once at the end of a night, for every writer to write in its own way."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Protocol, TypeVar, cast

from resultsdesk import __version__
from resultsdesk.export.objects import Object, contest_object
from resultsdesk.figures.scenes.facts import declared_line
from resultsdesk.figures.shapes import Figure
from resultsdesk.night.night import Night
from resultsdesk.psephology.baseline import Measure
from resultsdesk.story.lines import Story

REHEARSAL = "REHEARSAL"

T = TypeVar("T")


@dataclass(frozen=True)
class Summary:
    """A night and its story as they stood at one moment.

    `written` is when; `measure` the baseline gains go by; `at` the past moment that was asked for, None for all that is
    known. Any thread may read it.
    """

    night: Night
    story: Story
    measure: Measure
    written: datetime
    at: datetime | None = None
    made_by: str = f"Results Desk {__version__}"
    _made: dict[object, object] = field(default_factory=dict, compare=False, repr=False)

    @property
    def mark(self) -> str:
        """Return what every file of a rehearsal must say, or nothing for a live night."""
        return REHEARSAL if self.night.rehearsal else ""

    @property
    def complete(self) -> bool:
        """Return whether every contest that is not postponed has its result."""
        return self.night.tally(self.night.main_scope).complete

    @property
    def declared(self) -> str:
        """Return how much is declared, which every file must say, such as `228 of 650 declared at 03:14`."""
        return declared_line(self.night, self.night.tally(self.night.main_scope), self.at)

    @property
    def heading(self) -> str:
        """Return in one line which night this is, whether it is real, and how much of it is declared."""
        return " · ".join(one for one in (self.night.briefing.election.title, self.mark, self.declared) if one)

    @property
    def contests(self) -> tuple[Object, ...]:
        """Return all that is known of each contest, as described in resources/docs/JSON.md."""
        return self.once(_contests)

    def once(self, make: Callable[["Summary"], T]) -> T:
        """Return what a function makes of the summary, made once for all writers."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(T, self._made[make])

    def named(self, name: str) -> str:
        """Return a file's name with a rehearsal's mark put to it; folders stay as they are."""
        path = PurePosixPath(name)
        return str(path.with_name(f"{self.mark}-{path.name}")) if self.mark else name


def _contests(summary: Summary) -> tuple[Object, ...]:
    return tuple(contest_object(summary.night, one, summary.measure) for one in summary.night.contests.values())


Paint = Callable[[Figure, Path], None]
"""Paint a figure at its own size as a PNG file: what the Qt rooms above lend to the writers here."""


@dataclass(frozen=True, slots=True)
class Lent:
    """What writers here need of rooms they do not know.

    `archive` puts the night's own file at a path; it is None where only a past minute of it was asked for. `verify`
    tells what does not hold in a night file, and `read` reads the night in one.
    """

    paint: Paint
    archive: Callable[[Path], None] | None
    verify: Callable[[Path], tuple[str, ...]]
    read: Callable[[Path], Night]


class Writer(Protocol):
    """One file of the folder.

    `name` is its path in the folder, with `/`, before a rehearsal's mark is put to it; `what` says what it is, for the
    folder's README. Several writers run at once, each in a thread of its own. A Trouble raised by one costs its own
    file; an OSError the whole folder, because a disk that refuses one file is not a place for the others.
    """

    @property
    def name(self) -> str:
        """Return the file's path in the folder."""
        ...

    @property
    def what(self) -> str:
        """Return what the file is, in a sentence or two."""
        ...

    def write(self, summary: Summary, path: Path) -> None:
        """Write the file at a path nobody reads yet."""
        ...

    def check(self, summary: Summary, path: Path) -> tuple[str, ...]:
        """Return what is wrong with the file, read again by a reader that is not its writer; nothing if all is well.

        Each is a sentence that says what differs and where.
        """
        ...
