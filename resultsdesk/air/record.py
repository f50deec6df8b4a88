"""The ledger as one account: what was on which output from when to when, with the figures and lines that were read
off it, and which of those are not so any more.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from resultsdesk.air.aired import AiredEntry, figures_wrong, result_after, shown_with
from resultsdesk.air.following import TAKEN_BACK
from resultsdesk.air.left import Left
from resultsdesk.air.lines_aired import Heard, untrue
from resultsdesk.air.programme import OutputName
from resultsdesk.air.retelling import LinesTold
from resultsdesk.air.screening import Screening, by_output
from resultsdesk.figures.scenes.listing import LISTING
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.scenes.told import says
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Entry
from resultsdesk.night.night import Night
from resultsdesk.story.lines import Withdrawn

_ITSELF = SceneRequest(SceneName.CONTEST)  # what an entry was read off, where that was not kept


@dataclass(frozen=True, slots=True)
class AiredFigures:
    """An entry that could be read off a scene. `now` is the correction or retraction that stands in its place; `left`
    tells who was asked about that and let it be. `listed` is what a list said of it and `listed_now` what it would say,
    both empty where its votes were read.
    """

    entry: Entry
    since: datetime
    until: datetime | None
    now: Entry | None = None
    left: Left | None = None
    listed: str = ""
    listed_now: str = ""


@dataclass(frozen=True, slots=True)
class AiredLine:
    """A line of the story in the words that were heard; `back` is what took them back since, and `left` tells who was
    asked about it and let it be.
    """

    id: str
    sentence: str
    back: Withdrawn | None = None
    left: Left | None = None


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
    night: Night,
    screenings: Sequence[Screening],
    ledger: Iterable[AiredEntry],
    told: LinesTold,
    left: Iterable[Left] = (),
) -> tuple[Aired, ...]:
    """Return everything that was on air, in the order it came on."""
    answers = {(one.output, one.what): one for one in left}
    by_number = {one.seq: one for one in night.journal}
    read: dict[Screening, dict[int, AiredFigures]] = {}
    found: list[Aired] = []
    for line in ledger:
        entry = by_number[line.entry]
        scenes = tuple(shown_with(line, night.contests[entry.contest], screenings))
        if not scenes:
            found.append(Aired(line.output, line.since, line.until, None, (_read(line, entry, None, night, answers),)))
        for one in scenes:
            read.setdefault(one, {})[line.entry] = _read(line, entry, one.scene, night, answers)
    heard = {(one.on, one.id): one for one in _heard_wrong(night, screenings, told)}
    for one in screenings:
        lines = tuple(_line(one, id, sentence, heard.get((one, id)), told, answers) for id, sentence in one.said)
        found.append(Aired(one.output, one.since, one.until, one, tuple(read.get(one, {}).values()), lines))
    return tuple(sorted(found, key=lambda one: one.since))


def _read(
    line: AiredEntry,
    entry: Entry,
    scene: SceneRequest | None,
    night: Night,
    answers: Mapping[tuple[OutputName, str], Left],
) -> AiredFigures:
    """Return what was read of an entry in a scene, None where that is not known."""
    now = _instead(entry, night)
    in_list = scene is not None and scene.name in LISTING
    was = result_after(night, entry, scene or _ITSELF)
    said = result_after(night, now, scene or _ITSELF) if now is not None else was
    figures = AiredFigures(entry, line.since, line.until, listed=was if in_list else "")
    if now is None or (said == was and (in_list or now.votes == entry.votes)):
        return figures
    answer = answers.get((line.output, figures_wrong(entry, now)))
    return replace(figures, now=now, left=answer, listed_now=said if in_list else "")


def _line(
    shown: Screening,
    id: str,
    sentence: str,
    heard: Heard | None,
    told: LinesTold,
    answers: Mapping[tuple[OutputName, str], Left],
) -> AiredLine:
    """Return a line, in one piece where its sentence is known: a card breaks it where it pauses."""
    back = heard.back if heard is not None else None
    said = back.line if back is not None else told.lines.get(id)
    whole = said.sentence if said is not None and says(shown.scene, said) else sentence
    return AiredLine(id, whole, back, answers.get((shown.output, heard.what)) if heard is not None else None)


def _instead(entry: Entry, night: Night) -> Entry | None:
    """Return what stands in the place of an entry that was taken back; None for one that was not."""
    entries = night.contests[entry.contest].entries
    taken_back = any(one.supersedes == entry.entry_id and one.kind in TAKEN_BACK for one in entries)
    return entries[-1] if taken_back else None


def _heard_wrong(night: Night, screenings: Iterable[Screening], told: LinesTold) -> Iterator[Heard]:
    entries = {one.entry_id: one for one in night.journal}
    for shown in by_output(screenings).values():
        yield from untrue(shown, told, entries)
