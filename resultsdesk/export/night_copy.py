"""The night file itself: the archive of everything, and the only file of the folder that can be gone on with."""

from dataclasses import dataclass
from pathlib import Path

from resultsdesk.export.summary import Lent, Summary, Writer

WHAT = (
    "The night file itself, compact and without what was half typed: briefing, journal with its chain of hashes, and"
    " what was on air when. Results Desk opens it; so does whatever reads SQLite. `resultsdesk verify` checks it."
)


@dataclass(frozen=True, slots=True)
class NightCopy:
    """Copies the night file."""

    name: str
    what: str
    lent: Lent

    def write(self, summary: Summary, path: Path) -> None:
        """Put the archive in its place."""
        if self.lent.archive is not None:
            self.lent.archive(path)

    def check(self, summary: Summary, path: Path) -> tuple[str, ...]:
        """Return what does not hold in the copy, opened as any night is, and whether it is the night that was read."""
        broken = self.lent.verify(path)
        if broken:
            return broken
        night = self.lent.read(path)
        same = (
            (night.rehearsal == summary.night.rehearsal, "it is not of the same mode"),
            (night.briefing == summary.night.briefing, "its briefing is not the same"),
            (night.journal == summary.night.journal, "its journal is not the same"),
        )
        return tuple(words for holds, words in same if not holds)


def night_copies(summary: Summary, lent: Lent) -> tuple[Writer, ...]:
    """Return the writer of the night file; none for a past minute, which a file of the whole night would give away."""
    if lent.archive is None:
        return ()
    name = summary.night.briefing.election.id.replace("/", "-")
    return (NightCopy(f"{name}.night", WHAT, lent),)
