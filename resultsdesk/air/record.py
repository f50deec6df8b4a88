"""The ledger as one account: what was on which output from when to when, with the figures and lines that were read
off it, and which of those are not so any more.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from resultsdesk.air.aired import AiredEntry, shown_with
from resultsdesk.air.following import TAKEN_BACK
from resultsdesk.air.lines_aired import untrue
from resultsdesk.air.programme import OutputName
from resultsdesk.air.retelling import LinesTold
from resultsdesk.air.screening import Screening, by_output
from resultsdesk.figures.scenes.told import says
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Entry
from resultsdesk.night.night import Night
from resultsdesk.story.lines import Withdrawn


@dataclass(frozen=True, slots=True)
class AiredFigures:
    """An entry that could be read off a scene. `now` is the correction or retraction that stands in its place."""

    entry: Entry
    since: datetime
    until: datetime | None
    now: Entry | None = None


@dataclass(frozen=True, slots=True)
class AiredLine:
    """A line of the story in the words that were heard; `back` is what took them back since."""

    id: str
    sentence: str
    back: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class Aired:
    """What one output showed from when to when; `until` is None while it does. `screening` is None where only the
    entries are known: the files of older versions did not keep the scene.
    """

    output: OutputName
    since: datetime
    until: datetime | None
    screening: Screening | None
    figures: tuple[AiredFigures, ...] = ()
    lines: tuple[AiredLine, ...] = ()

    @property
    def wrong(self) -> bool:
        """Return whether anything that could be read off it is not so any more."""
        read = () if self.only_says else self.figures
        return any(one.now is not None for one in read) or any(one.back is not None for one in self.lines)

    @property
    def only_says(self) -> bool:
        """Return whether it said a line of the story and showed none of the figures behind it."""
        return self.screening is not None and self.screening.only_says

    def about(self, contest: ContestId) -> bool:
        """Return whether it is of a contest, or figures of one could be read off it."""
        if self.screening is not None and self.screening.scene.contest == contest:
            return True
        return any(one.entry.contest == contest for one in self.figures)

    def there(self, at: datetime) -> bool:
        """Return whether it was on its output at a moment."""
        return self.since <= at and (self.until is None or at < self.until)


def record(
    night: Night, screenings: Sequence[Screening], ledger: Iterable[AiredEntry], told: LinesTold
) -> tuple[Aired, ...]:
    """Return everything that was on air, in the order it came on."""
    by_number = {one.seq: one for one in night.journal}
    read: dict[Screening, dict[int, AiredFigures]] = {}
    found: list[Aired] = []
    for line in ledger:
        entry = by_number[line.entry]
        figures = AiredFigures(entry, line.since, line.until, _instead(entry, night))
        scenes = tuple(shown_with(line, night.contests[entry.contest], screenings))
        if not scenes:
            found.append(Aired(line.output, line.since, line.until, None, (figures,)))
        for one in scenes:
            read.setdefault(one, {})[line.entry] = figures
    backs = dict(_backs(night, screenings, told))
    for one in screenings:
        lines = tuple(_line(one, id, sentence, backs.get((one, id)), told) for id, sentence in one.said)
        found.append(Aired(one.output, one.since, one.until, one, tuple(read.get(one, {}).values()), lines))
    return tuple(sorted(found, key=lambda one: one.since))


def _line(shown: Screening, id: str, sentence: str, back: Withdrawn | None, told: LinesTold) -> AiredLine:
    """Return a line, in one piece where its sentence is known: a card breaks it where it pauses."""
    said = back.line if back is not None else told.lines.get(id)
    return AiredLine(id, said.sentence if said is not None and says(shown.scene, said) else sentence, back)


def _instead(entry: Entry, night: Night) -> Entry | None:
    """Return what stands in the place of an entry that was taken back; None where its figures stand."""
    entries = night.contests[entry.contest].entries
    taken_back = any(one.supersedes == entry.entry_id and one.kind in TAKEN_BACK for one in entries)
    head = entries[-1]
    return head if taken_back and head.votes != entry.votes else None


def _backs(
    night: Night, screenings: Iterable[Screening], told: LinesTold
) -> Iterator[tuple[tuple[Screening, str], Withdrawn | None]]:
    entries = {one.entry_id: one for one in night.journal}
    for shown in by_output(screenings).values():
        for heard in untrue(shown, told, entries):
            yield (heard.on, heard.id), heard.back
