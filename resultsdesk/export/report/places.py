"""Every contest as a line, with its candidacies."""

from collections.abc import Iterator
from dataclasses import dataclass

from resultsdesk.export.objects import outcome_said
from resultsdesk.export.summary import Summary
from resultsdesk.night.briefing import BodyId
from resultsdesk.night.night import Night, Scope, ScopeKind
from resultsdesk.night.polled import polled, turnout_of
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing
from resultsdesk.night.swings import swing_of
from resultsdesk.psephology.candidacy import Candidacy
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import number, per_cent, points
from resultsdesk.psephology.shares import share
from resultsdesk.story.about import place_of


@dataclass(frozen=True, slots=True)
class CandidacyLine:
    """A candidacy with what it polled."""

    name: str
    party: str
    party_id: PartyId
    votes: str
    share: str
    change: str
    elected: bool
    deposit_lost: bool


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A contest, in words; empty where there is nothing to say, as for a contest that is awaited.

    `result` is its outcome or its stage; `flags` are what a reader has to know besides; `party_ids` those elected;
    `after` is how many seconds after the close of poll it was declared.
    """

    id: str
    name: str
    region: str
    result: str
    gained: bool
    flags: tuple[str, ...]
    party_ids: tuple[PartyId, ...]
    winners: str
    share: str
    change: str
    second: str
    majority: str
    majority_share: str
    turnout: str
    swing: str
    declared: str
    after: int | None
    candidacies: tuple[CandidacyLine, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """The contests of one body, by name."""

    body: str
    lines: tuple[PlaceLine, ...]


def places(summary: Summary) -> tuple[Places, ...]:
    """Return every contest under its body, in the order of an index."""
    night = summary.night
    found = []
    for id, body in night.briefing.bodies.items():
        some = sorted(night.within(Scope(ScopeKind.BODY, BodyId(id))), key=lambda one: one.contest.name.casefold())
        found.append(Places(body.name, tuple(_line(summary, one) for one in some)))
    return tuple(found)


def _line(summary: Summary, standing: Standing) -> PlaceLine:
    night, contest, poll = summary.night, standing.contest, standing.poll
    outcome = standing.outcome(summary.measure)
    majority = standing.count.majority if standing.count else None
    single = contest.vacancies == 1
    won, turnout = standing.elected, turnout_of(standing, night.briefing)
    top = _candidacy(night, standing, won[0]) if single and won and poll else None
    part = share(majority, poll.valid_votes) if single and poll and majority is not None else None
    return PlaceLine(
        contest.id,
        contest.name,
        contest.region,
        outcome_said(night, standing, summary.measure),
        outcome is not None and outcome.is_gain,
        tuple(_flags(standing)),
        standing.parties,
        ", ".join(one.name for one in won),
        top.share if top else "",
        top.change if top else "",
        _second(night, standing),
        number(majority) if majority is not None else "",
        per_cent(part) if part is not None else "",
        per_cent(turnout) if turnout is not None else "",
        _swing(night, standing),
        night.briefing.clock(standing.declared_at) if standing.decided else "",
        _after(night, standing),
        tuple(_ranked(night, standing)),
    )


def _after(night: Night, standing: Standing) -> int | None:
    """Return how many seconds after the close of poll a contest was declared."""
    if standing.declared_at is None or not standing.decided:
        return None
    return round((standing.declared_at - night.briefing.election.close_of_poll).total_seconds())


def _flags(standing: Standing) -> Iterator[str]:
    if standing.revision > 1:
        yield "corrected"
    if standing.tied:
        yield "tied, lot to be drawn"
    elif standing.by_lot:
        yield "by lot"
    elif standing.stage is Stage.UNOPPOSED:
        yield "unopposed"
    if standing.contest.vacancies > 1:
        yield f"{number(standing.contest.vacancies)} seats"


def _second(night: Night, standing: Standing) -> str:
    second = standing.runner_up
    return f"{second.name} ({night.briefing.parties[second.party].short})" if second is not None else ""


def _swing(night: Night, standing: Standing) -> str:
    found = swing_of(standing, night.briefing.parties)
    if found is None:
        return ""
    parties = night.briefing.parties
    return f"{parties[found.loser].short} to {parties[found.gainer].short} {per_cent(found.by)}"


def _ranked(night: Night, standing: Standing) -> Iterator[CandidacyLine]:
    """Yield the candidacies, first placed first; in ballot order while there are no figures."""
    places = standing.count.ranked if standing.count is not None else ()
    order = {one: place for place, one in enumerate(places)}
    for one in sorted(standing.contest.candidacies, key=lambda each: (order.get(each.id, 0), each.order)):
        yield _candidacy(night, standing, one)


def _candidacy(night: Night, standing: Standing, one: Candidacy) -> CandidacyLine:
    told = polled(standing, one, night.briefing)
    return CandidacyLine(
        one.name,
        night.briefing.parties[one.party].short,
        one.party,
        number(told.votes) if told.votes is not None else "",
        per_cent(told.share) if told.share is not None else "",
        points(told.change) if told.change is not None else "",
        one.id in standing.winners,
        bool(told.deposit_lost),
    )


def still_to_come(night: Night) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the contests without a result by what is known of them, those that need most care first."""
    found: list[tuple[str, tuple[str, ...]]] = []
    for heading, stage in (
        ("In recount", Stage.RECOUNT),
        ("Heard, no figures yet", Stage.FLASHED),
        ("Poll postponed", Stage.POSTPONED),
        ("Awaited", Stage.AWAITED),
    ):
        some = [one.contest for one in night.contests.values() if one.stage is stage]
        names = sorted((place_of(night.briefing, one) for one in some), key=str.casefold)
        if names:
            found.append((heading, tuple(names)))
    tied = tuple(sorted(place_of(night.briefing, one.contest) for one in night.contests.values() if one.tied))
    return ((("Tied, lot to be drawn", tied),) if tied else ()) + tuple(found)
