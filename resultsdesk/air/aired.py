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
    """A contest whose figures were on an output and have been corrected. `words` are to be shown as they are."""

    contest: ContestId
    output: str
    words: str

    @property
    def again(self) -> SceneRequest:
        """Return the scene that puts it right."""
        return SceneRequest(SceneName.CONTEST, contest=self.contest)


def aired_wrong(night: Night, entries: Iterable[Entry], ledger: Iterable[AiredEntry]) -> tuple[AiredWrong, ...]:
    """Return what these corrections and retractions have left wrong on outputs, one line for each output."""
    taken_back = [one for one in entries if one.kind in TAKEN_BACK and one.contest in night.contests]
    if not taken_back:
        return ()
    lines = tuple(ledger)
    wrong = []
    for entry in taken_back:
        standing = night.contests[entry.contest]
        before = next((one for one in standing.entries if one.entry_id == entry.supersedes), None)
        if before is None:
            continue
        shown: dict[str, list[AiredEntry]] = {}
        for one in lines:
            if one.entry == before.seq:
                shown.setdefault(one.output, []).append(one)
        for output, times in shown.items():
            when = ", ".join(_times(one, night.briefing) for one in times)
            figures = _figures(night, before, entry)
            wrong.append(
                AiredWrong(entry.contest, output, f"{standing.contest.name}: {figures} on {output} {when}; air again?")
            )
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
