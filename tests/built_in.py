"""Built-in nights as they stood at a minute, for pictures: folded from the results a rehearsal plays."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import cache

from resultsdesk.assets import resource
from resultsdesk.intake.folder import read_briefing, read_results
from resultsdesk.night.briefing import Briefing, ContestId, PastResult
from resultsdesk.night.entries import Entry, Kind
from resultsdesk.night.night import Night, replay, step


@cache
def briefing_of(id: str) -> tuple[Briefing, tuple[PastResult, ...]]:
    """Return a built-in briefing and its results."""
    folder = resource("briefings", id)
    briefing = read_briefing(folder)
    return briefing, read_results(folder, briefing)


@cache
def built_in(id: str, until: str | None = None) -> Night:
    """Return a built-in night with all that was declared by a clock time such as `04:47`, or with everything."""
    briefing, results = briefing_of(id)
    close = briefing.election.close_of_poll
    end = briefing.moment(datetime.strptime(until, "%H:%M").time()) if until else None  # noqa: DTZ007  (a wall clock)
    told = [(one.declared_at or close, one) for one in results]
    known = [(at, one) for at, one in told if end is None or (at <= end and one.declared_at is not None)]
    return replay(briefing, entries_of(known), rehearsal=True)


def entries_of(results: Iterable[tuple[datetime, PastResult]]) -> tuple[Entry, ...]:
    """Return results as entries of declarations, in the order of the moments beside them."""
    ordered = sorted(results, key=lambda pair: pair[0])
    return tuple(_declared(seq, at, one) for seq, (at, one) in enumerate(ordered, start=1))


def told(night: Night, name: str, kind: Kind, order: int = 0, **more: object) -> Night:
    """Return a night with one more entry for the contest of this name; `order` is the winner's on the ballot paper."""
    (standing,) = [one for one in night.contests.values() if one.contest.name == name]
    winner = standing.contest.candidacies[order - 1].id if order else None
    last = night.journal[-1].keyed_at if night.journal else night.briefing.election.close_of_poll
    entry = _entry(len(night.journal) + 1, standing.contest.id, kind, last, standing.head)
    return step(night, replace(entry, winner=winner, **more))  # type: ignore[arg-type]  # fields of the entry by name


def _declared(seq: int, at: datetime, result: PastResult) -> Entry:
    if not result.votes:
        return _entry(seq, result.contest, Kind.UNOPPOSED, at, None)
    entry = _entry(seq, result.contest, Kind.DECLARED, at, None)
    return replace(entry, votes=result.votes, rejected=result.rejected, papers=result.papers, lot=result.lot)


def _entry(seq: int, contest: ContestId, kind: Kind, at: datetime, supersedes: str | None) -> Entry:
    return Entry(
        seq=seq,
        entry_id=f"e{seq}",
        contest=contest,
        kind=kind,
        supersedes=supersedes,
        keyed_at=at,
        declared_at=at,
        keyed_by="JS",
        desk="Desk 2",
    )
