"""What was on air before it was corrected, and is to be put right there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from resultsdesk.air.following import TAKEN_BACK
from resultsdesk.air.programme import OutputName
from resultsdesk.air.screening import Screening, times
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import LEGIBLE
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Entry
from resultsdesk.night.history import Line, difference
from resultsdesk.night.night import Night
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.wording import number


class AiredEntry(Protocol):
    """A line of the ledger: an entry on an output, `until` None while it is there."""

    @property
    def entry(self) -> int:
        """Return the entry's number."""
        ...

    @property
    def output(self) -> str:
        """Return the output's name."""
        ...

    @property
    def since(self) -> datetime:
        """Return when it came on."""
        ...

    @property
    def until(self) -> datetime | None:
        """Return when it went, None while it is there."""
        ...


@dataclass(frozen=True, slots=True)
class AiredWrong:
    """A contest whose figures were on an output and have been corrected, or a line of the story that is not true.

    `words` are to be shown as they are; the line need not be of one contest. `what` stays the same however often it is
    asked: it is what is left where somebody leaves it. `entry` is the number of the entry that took it back, 0 where
    none did.
    """

    contest: ContestId | None
    output: OutputName
    words: str
    what: str
    entry: int = 0

    @property
    def again(self) -> SceneRequest:
        """Return the scene that puts it right."""
        return SceneRequest(SceneName.CONTEST if self.contest is not None else SceneName.TALLY, contest=self.contest)


def aired_wrong(
    night: Night, ledger: Iterable[AiredEntry], screenings: Sequence[Screening] = ()
) -> tuple[AiredWrong, ...]:
    """Return what corrections and retractions have left wrong on outputs, until it has been shown there again.

    What a headline card said in a line of the story is not asked about here: it may be true all the same. A contest
    read out by itself is not put right by a tally or a map that counts it.
    """
    taken_back = {
        standing.contest.id: standing
        for entry in night.journal
        if entry.kind in TAKEN_BACK and (standing := night.contests.get(entry.contest)) is not None
    }
    if not taken_back:
        return ()
    by_number = {entry.seq: entry for standing in taken_back.values() for entry in standing.entries}
    shown: dict[tuple[ContestId, str], list[AiredEntry]] = {}
    for line in ledger:
        if line.entry in by_number:
            shown.setdefault((by_number[line.entry].contest, line.output), []).append(line)
    wrong = []
    for (contest, output), lines in shown.items():
        standing = taken_back[contest]
        shows = [line for line in lines if _shows_it(line, standing, screenings)] or lines
        last, head = by_number[max(line.entry for line in shows)], standing.entries[-1]
        if last is head or head.kind not in TAKEN_BACK:
            continue
        read = [line for line in shows if line.entry == last.seq and not _only_said(line, standing, screenings)]
        if not read:
            continue
        when = ", ".join(times(line.since, line.until, night.briefing) for line in read)
        name, figures = standing.contest.name, _figures(night, last, head)
        words = f"{name}: {figures} on {output} {when}; air again?"
        wrong.append(AiredWrong(contest, output, words, figures_wrong(last, head), head.seq))
    return tuple(wrong)


def figures_wrong(aired: Entry, now: Entry) -> str:
    """Return what is asked about, and may be left, where an entry was aired and another stands in its place."""
    return f"{aired.contest}/{aired.entry_id}/{now.entry_id}"


def shown_with(line: AiredEntry, standing: Standing, screenings: Iterable[Screening]) -> Iterator[Screening]:
    """Yield what an entry of a contest was read off while it was on its output."""
    after = next((one.seq for one in standing.entries if one.seq > line.entry), None)
    for one in screenings:
        about = one.scene.contest or (standing.contest.id if one.scene.name is SceneName.CARD else None)
        if one.output != line.output or one.scene.name not in LEGIBLE or about != standing.contest.id:
            continue
        if not one.reached(line.entry) or (after is not None and after <= one.first):
            continue
        before_it_went = one.until is None or line.since < one.until
        after_it_came = line.until is None or one.since < line.until
        moment = line.since == line.until and line.since in (one.since, one.until)  # a clock may stand still
        if (before_it_went and after_it_came) or moment or line.since == one.since:
            yield one


def moved_most(night: Night, before: Entry, now: Entry) -> tuple[Line, ...]:
    """Return the candidacies' figures that differ between two entries of a contest, the largest difference first."""
    contest = night.contests[now.contest].contest
    differing = [one for one in difference(contest, before, now) if one.differs and one.candidacy is not None]
    return tuple(sorted(differing, key=lambda one: -abs((one.after or 0) - (one.before or 0))))


def _shows_it(line: AiredEntry, standing: Standing, screenings: Sequence[Screening]) -> bool:
    """Return whether an entry was on air in a scene of its own contest, with its figures."""
    return any(
        one.scene.contest == standing.contest.id and not one.only_says for one in shown_with(line, standing, screenings)
    )


def _only_said(line: AiredEntry, standing: Standing, screenings: Sequence[Screening]) -> bool:
    """Return whether an entry was on air on headline cards alone, in lines of the story."""
    shown = tuple(shown_with(line, standing, screenings))
    return bool(shown) and all(one.only_says for one in shown)


def _figures(night: Night, before: Entry, now: Entry) -> str:
    """Return what was read out and is not so, the largest difference first."""
    if now.votes is None:
        return "aired, and since retracted,"
    first, *others = moved_most(night, before, now) or (None,)
    if first is None:
        return "aired with other check figures"
    more = f" and {len(others)} more" if others else ""
    return f"{first.label} aired as {number(first.before)}, now {number(first.after)}{more},"
