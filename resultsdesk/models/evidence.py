"""What makes one line of the story true, as a list: each row leads to its entry or its contest."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from resultsdesk.models.keyed_rows import KeyedRows
from resultsdesk.models.story import Told
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Night
from resultsdesk.story.lines import Evidence, Source


@dataclass(frozen=True, slots=True)
class Shown:
    """A row: a figure, the number of the entry it is of, and its contest's name where the line is of several.

    Without evidence it is `missing`, words for a figure that nobody has told.
    """

    evidence: Evidence | None
    entry: int | None = None
    name: str = ""
    missing: str = ""


class EvidenceList(KeyedRows[int]):
    """The evidence of the line that was told last to be shown, in its order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[Shown, ...] = ()

    def show(self, night: Night, told: Told | None) -> None:
        """Show the evidence of another line, or of none."""
        shown = _shown(night, told) if told is not None else ()
        if shown != self._shown:
            self._shown = shown
            self.fill(((place,), place) for place in range(len(shown)))

    def subject(self, one: int) -> Shown | None:
        return self._shown[one] if one < len(self._shown) else None

    def contest(self, one: int) -> ContestId | None:
        shown = self.subject(one)
        return shown.evidence.contest if shown is not None and shown.evidence is not None else None

    def words(self, one: int) -> str:
        shown = self.subject(one)
        if shown is None or shown.evidence is None:
            return f"Not known: {shown.missing}" if shown is not None else ""
        source = f"entry {shown.entry}" if shown.entry is not None else str(shown.evidence.source)
        name = f"{shown.name}, " if shown.name else ""
        return f"{name}{shown.evidence.label}: {shown.evidence.value}, {source}"


def _shown(night: Night, told: Told) -> tuple[Shown, ...]:
    line = told.line
    several = len({one.contest for one in line.evidence if one.contest is not None}) > 1
    rows = [_row(night, one, several) for one in line.evidence]
    return (*rows, *(Shown(None, missing=one) for one in line.missing))


def _row(night: Night, one: Evidence, several: bool) -> Shown:
    standing = night.contests.get(one.contest) if one.contest is not None else None
    entries = standing.entries if standing is not None and one.source is Source.ENTRY else ()
    seq = next((entry.seq for entry in entries if entry.entry_id == one.entry), None)
    return Shown(one, seq, standing.contest.name if standing is not None and several else "")
