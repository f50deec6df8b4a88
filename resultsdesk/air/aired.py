"""What was on air before it was corrected, and is to be put right there."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from resultsdesk.air.following import TAKEN_BACK
from resultsdesk.air.programme import OutputName
from resultsdesk.air.screening import Screening, times
from resultsdesk.figures.scenes.listing import LISTING, listed_words
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import LEGIBLE
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Entry
from resultsdesk.night.history import Line, difference, history
from resultsdesk.night.night import Night
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.rounding import number


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
    read out by itself is not put right by a list it is in, or a map that counts it. One that was on air in lists alone
    is asked about where what they said of it is not so.
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
        head = standing.entries[-1]
        if head.kind not in TAKEN_BACK:
            continue
        own = [one for one in screenings if one.output == output and _may_be_of(one.scene, contest)]
        latest = _latest(lines, standing, own)
        last = by_number[latest[0].entry]
        if last is head:
            continue
        aired = [(line, tuple(shown_with(line, standing, own))) for line in latest]
        read = [(line, on) for line, on in aired if not _only_said(on)]
        said = _not_so(night, last, head, [one.scene for _, on in read for one in on]) if read else ""
        if not said:
            continue
        when = ", ".join(times(line.since, line.until, night.briefing) for line, _ in read)
        words = f"{standing.contest.name}: {said} on {output} {when}; air again?"
        wrong.append(AiredWrong(contest, output, words, figures_wrong(last, head), head.seq))
    return tuple(wrong)


def _latest(lines: Sequence[AiredEntry], standing: Standing, own: Sequence[Screening]) -> list[AiredEntry]:
    """Return the lines of the last entry of a contest that was read out by itself, else of the last that was on air."""
    by_itself = [one for one in own if one.reads_out(standing.contest.id)]

    def alone(line: AiredEntry) -> bool:
        return any(True for _ in shown_with(line, standing, by_itself))

    numbers = sorted({line.entry for line in lines}, reverse=True)
    found = ([line for line in lines if line.entry == number and alone(line)] for number in numbers if by_itself)
    return next(filter(None, found), None) or [line for line in lines if line.entry == numbers[0]]


def figures_wrong(aired: Entry, now: Entry) -> str:
    """Return what is asked about, and may be left, where an entry was aired and another stands in its place."""
    return f"{aired.contest}/{aired.entry_id}/{now.entry_id}"


def shown_with(line: AiredEntry, standing: Standing, screenings: Iterable[Screening]) -> Iterator[Screening]:
    """Yield what an entry of a contest was read off while it was on its output."""
    after = next((one.seq for one in standing.entries if one.seq > line.entry), None)
    for one in screenings:
        if one.output != line.output or not _may_be_of(one.scene, standing.contest.id):
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


def result_after(night: Night, entry: Entry, scene: SceneRequest) -> str:
    """Return what a scene says in few words of a contest after an entry of it, nothing where it had no result then."""
    steps = history(night.contests[entry.contest])
    return listed_words(night, next(one.standing for one in steps if one.entry is entry), scene)


def _may_be_of(scene: SceneRequest, contest: ContestId) -> bool:
    """Return whether an entry of a contest could be read off a scene, as far as the scene by itself tells."""
    if scene.name in LISTING or (scene.name is SceneName.CARD and scene.contest is None):
        return True
    return scene.name in LEGIBLE and scene.contest == contest


def _only_said(shown: Sequence[Screening]) -> bool:
    """Return whether an entry was on air on headline cards alone, in lines of the story."""
    return bool(shown) and all(one.only_says for one in shown)


def _not_so(night: Night, before: Entry, now: Entry, scenes: Sequence[SceneRequest]) -> str:
    """Return what could be read in scenes and is not so, nothing where all they said of it still is."""
    if not scenes or any(one.name not in LISTING for one in scenes):
        return _figures(night, before, now, scenes[0] if scenes else SceneRequest(SceneName.CONTEST))
    return next(filter(None, (_result(night, before, now, one) for one in scenes)), "")


def _result(night: Night, before: Entry, now: Entry, scene: SceneRequest) -> str:
    """Return what was said of the result and is not so, nothing where it still is."""
    was, said = result_after(night, before, scene), result_after(night, now, scene)
    if said == was:
        return ""
    return f"aired as “{was}”, {f'now “{said}”' if said else 'and since retracted'},"


def _figures(night: Night, before: Entry, now: Entry, shown: SceneRequest) -> str:
    """Return what was read out and is not so, the largest difference first; where no vote differs, the result."""
    if now.votes is None:
        return "aired, and since retracted,"
    first, *others = moved_most(night, before, now) or (None,)
    if first is None:
        return _result(night, before, now, shown)
    more = f" and {len(others)} more" if others else ""
    return f"{first.label} aired as {number(first.before)}, now {number(first.after)}{more},"
