"""What was on air before it was corrected, and is to be put right there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from resultsdesk.air.following import TAKEN_BACK
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.night.briefing import Briefing, ContestId
from resultsdesk.night.entries import Entry
from resultsdesk.night.history import difference
from resultsdesk.night.night import Night
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

    `words` are to be shown as they are; the line need not be of one contest.
    """

    contest: ContestId | None
    output: str
    words: str

    @property
    def again(self) -> SceneRequest:
        """Return the scene that puts it right."""
        return SceneRequest(SceneName.CONTEST if self.contest is not None else SceneName.TALLY, contest=self.contest)


def aired_wrong(night: Night, ledger: Iterable[AiredEntry]) -> tuple[AiredWrong, ...]:
    """Return what corrections and retractions have left wrong on outputs, until it has been shown there again."""
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
        last, head = by_number[max(line.entry for line in lines)], taken_back[contest].entries[-1]
        if last is head or head.kind not in TAKEN_BACK:
            continue
        when = ", ".join(_times(line, night.briefing) for line in lines if line.entry == last.seq)
        name, figures = taken_back[contest].contest.name, _figures(night, last, head)
        wrong.append(AiredWrong(contest, output, f"{name}: {figures} on {output} {when}; air again?"))
    return tuple(wrong)


def _figures(night: Night, before: Entry, now: Entry) -> str:
    """Return what was read out and is not so, the largest difference first."""
    contest = night.contests[now.contest].contest
    if now.votes is None:
        return "aired, and since retracted,"
    differing = [one for one in difference(contest, before, now) if one.differs and one.candidacy is not None]
    differing.sort(key=lambda one: -abs((one.after or 0) - (one.before or 0)))
    if not differing:
        return "aired with other check figures"
    first = differing[0]
    more = f" and {len(differing) - 1} more" if len(differing) > 1 else ""
    return f"{first.label} aired as {number(first.before)}, now {number(first.after)}{more},"


def _times(line: AiredEntry, briefing: Briefing) -> str:
    since = f"{briefing.local(line.since):%H:%M}"
    return f"{since}–{briefing.local(line.until):%H:%M}" if line.until else f"since {since}"
