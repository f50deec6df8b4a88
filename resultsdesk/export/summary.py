"""What is read once at the end of a night, for every writer to write in its own way."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from resultsdesk.figures.shapes import Figure
from resultsdesk.night.night import Night
from resultsdesk.psephology.baseline import Measure
from resultsdesk.story.lines import Story


@dataclass(frozen=True, slots=True)
class Summary:
    """A night and its story as they stood at one moment. `written` is when; `measure` the baseline gains go by."""

    night: Night
    story: Story
    measure: Measure
    written: datetime

    @property
    def mark(self) -> str:
        """Return what every file of a rehearsal must say, or nothing for a live night."""
        return "REHEARSAL" if self.night.rehearsal else ""

    @property
    def complete(self) -> bool:
        """Return whether every contest that is not postponed has its result."""
        return self.night.tally(self.night.main_scope).complete


Paint = Callable[[Figure, Path], None]
"""Paint a figure at its own size as a PNG file: what the Qt rooms above lend to the writers here."""


class Writer(Protocol):
    """One kind of file. `name` is its path in the folder, before a rehearsal's mark is put to it; `what` says what
    it is, for the folder's README."""

    name: str
    what: str

    def write(self, summary: Summary, path: Path) -> None:
        """Write the file at a path nobody reads yet."""

    def check(self, summary: Summary, path: Path) -> tuple[str, ...]:
        """Return what is wrong with the file, read again by a reader that is not its writer; nothing if all is well."""
