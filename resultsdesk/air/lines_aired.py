"""Lines of the story that were on air and are not true: what was said of them, where, and why it is not said now.

All of it follows from what was shown and from the story of the journal, so that it is there again after a crash.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from resultsdesk.air.aired import AiredWrong, moved_most
from resultsdesk.air.following import TAKEN_BACK
from resultsdesk.air.retelling import LinesTold
from resultsdesk.air.screening import Screening, by_output, goes_on, times
from resultsdesk.figures.scenes.request import SceneName
from resultsdesk.figures.scenes.told import says
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import EntryId
from resultsdesk.night.entries import Entry
from resultsdesk.night.night import Night
from resultsdesk.psephology.rounding import number
from resultsdesk.story.lines import Withdrawn


@dataclass(frozen=True, slots=True)
class Heard:
    """A line as it was said in a scene, which is at `place` among those of its output; `back` took it back since."""

    id: str
    sentence: str
    place: int
    shown: Sequence[Screening]
    back: Withdrawn | None = None
    entry: Entry | None = None

    @property
    def on(self) -> Screening:
        """The scene it was said in."""
        return self.shown[self.place]

    @property
    def whole(self) -> str:
        """The sentence in one piece: a card breaks it where it pauses, which may be in a name."""
        return self.back.line.sentence.removesuffix(".") if self.back is not None else self.sentence

    @property
    def went_on(self) -> bool:
        """Whether the scene went on and said just this, whatever else it said otherwise."""
        after = goes_on(self.shown, self.place)
        return after is not None and (self.id, self.sentence) in after.said

    @property
    def since(self) -> datetime:
        """When the scene began to say it."""
        place, said = self.place, (self.id, self.sentence)
        while place and goes_on(self.shown, place - 1) is not None and said in self.shown[place - 1].said:
            place -= 1
        return self.shown[place].since

    @property
    def retold(self) -> Screening | None:
        """What that scene says now, where it is on air in other words."""
        last = self.shown[-1]
        return last if last.until is None and last.serial == self.on.serial and last is not self.on else None

    @property
    def about(self) -> ContestId | None:
        """The contest that explains why it is not true: the scene's own, else whose entry took it back."""
        return self.on.scene.contest or (self.entry.contest if self.entry is not None else None)

    @property
    def what(self) -> str:
        """What is asked about, however often it was said."""
        return f"{self.id}/{self.back.entry if self.back is not None else ''}/{self.sentence}"


def lines_wrong(night: Night, screenings: Iterable[Screening], told: LinesTold) -> tuple[AiredWrong, ...]:
    """Return the lines that were said on outputs and have been withdrawn, until each has been put right there; and why
    a scene that is on air says something else than was taken.
    """
    entries = {one.entry_id: one for one in night.journal}
    asked: dict[tuple[str, str], list[Heard]] = {}
    otherwise: dict[tuple[str, int, EntryId], list[Heard]] = {}
    for shown in by_output(screenings).values():
        for heard in untrue(shown, told, entries):
            if heard.went_on:
                continue
            after = goes_on(heard.shown, heard.place)
            if after is not None and heard.id in after.scene.lines:
                entry = heard.entry or _corrected_meanwhile(heard.on, after, night)
                if entry is not None and _unexplained(heard, entry, told):
                    of = (heard.on.output, heard.on.serial, entry.entry_id)
                    otherwise.setdefault(of, []).append(replace(heard, entry=entry))
            else:
                asked.setdefault((heard.on.output, heard.what), []).append(heard)
    wrong = [_withdrawn(every, night) for every in asked.values() if not _put_right(every[-1])]
    wrong += [_told_otherwise(every, told, entries, night) for every in otherwise.values()]
    return tuple(one for one in wrong if one is not None)


def untrue(shown: Sequence[Screening], told: LinesTold, entries: Mapping[EntryId, Entry]) -> Iterator[Heard]:
    """Yield what was said on one output and is told otherwise now, or not at all."""
    for place, screening in enumerate(shown):
        for id, sentence in screening.said:
            now = told.lines.get(id)
            if now is not None and says(screening.scene, now):
                continue
            back = _taken_back(screening, told.withdrawn.get(id, ()), entries)
            yield Heard(id, sentence, place, shown, back, entries[back.entry] if back is not None else None)


def _taken_back(
    screening: Screening, withdrawn: Sequence[Withdrawn], entries: Mapping[EntryId, Entry]
) -> Withdrawn | None:
    """Return what took back words of a scene after it came on, or None where they only passed."""
    for one in reversed(withdrawn):
        entry = entries.get(one.entry)
        if entry is not None and entry.seq >= screening.first and says(screening.scene, one.line):
            return one
    return None


def _put_right(heard: Heard) -> bool:
    """Return whether whoever heard a line has seen since, on the same output, what is so."""
    if heard.entry is None:
        return False
    again = (SceneName.CONTEST if heard.about is not None else SceneName.TALLY, heard.about)
    for later in heard.shown[heard.place + 1 :]:
        anew = heard.id in later.scene.lines and (heard.id, heard.sentence) not in later.said
        if later.reached(heard.entry.seq) and (
            (later.scene.name, later.scene.contest) == again or (anew and later.serial != heard.on.serial)
        ):
            return True
    return False


def _corrected_meanwhile(was: Screening, now: Screening, night: Night) -> Entry | None:
    """Return what took back the contest of a scene before it went on in other words."""
    standing = night.contests.get(was.scene.contest) if was.scene.contest is not None else None
    back = (one for one in standing.entries if one.kind in TAKEN_BACK) if standing is not None else ()
    return next((one for one in back if was.first < one.seq <= now.first), None)


def _unexplained(heard: Heard, entry: Entry, told: LinesTold) -> bool:
    """Return whether the scene is on air and tells of something else than the contest that was corrected."""
    now, retold = told.lines.get(heard.id), heard.retold
    if now is None or retold is None or heard.id not in retold.scene.lines:
        return False
    return entry.contest not in now.contests


def _withdrawn(every: Sequence[Heard], night: Night) -> AiredWrong | None:
    """Return what is to be said of one sentence that was said on one output; None where it only passed off the air."""
    heard = every[-1]
    when = ", ".join(times(one.since, one.on.until, night.briefing) for one in every)
    said = f"“{heard.whole}” on {heard.on.output} {when}"
    if heard.back is not None and heard.entry is not None:
        words = f"Withdrawn: {said}, because {heard.back.why.removesuffix('.')}. Air the correction?"
        return AiredWrong(heard.about, heard.on.output, words, heard.what, heard.entry.seq)
    if heard.retold is None:
        return None
    return AiredWrong(heard.about, heard.on.output, f"Taken off: {said}, it has passed.", heard.what)


def _told_otherwise(
    every: Sequence[Heard], told: LinesTold, entries: Mapping[EntryId, Entry], night: Night
) -> AiredWrong | None:
    """Return why a scene on air says something else than was taken."""
    heard, entry = every[0], every[0].entry
    if entry is None:
        return None
    contests = told.lines[heard.id].contests
    how = f"otherwise in {len(every)} lines" if len(every) > 1 else "otherwise"
    if len(every) == 1 and contests:
        how = f"of {night.contests[contests[0]].contest.name}"
    words = f"Now told {how} on {heard.on.output}: {_correction(entry, entries, night)}."
    what = f"otherwise/{heard.on.serial}/{entry.entry_id}"
    return AiredWrong(heard.about, heard.on.output, words, what, entry.seq)


def _correction(entry: Entry, entries: Mapping[EntryId, Entry], night: Night) -> str:
    """Return what an entry did to the one before it, the largest difference first."""
    said = f"{night.contests[entry.contest].contest.name} was {entry.kind}"
    before = entries.get(entry.supersedes or "")
    moved = moved_most(night, before, entry) if before is not None and entry.votes is not None else ()
    if not moved:
        return said
    more = f" and {len(moved) - 1} more" if len(moved) > 1 else ""
    return f"{said}, {moved[0].label} from {number(moved[0].before)} to {number(moved[0].after)}{more}"
