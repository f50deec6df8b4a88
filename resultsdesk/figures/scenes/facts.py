"""What scenes say about a scope: who leads, how much is declared, and what it is all measured against."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.night.briefing import BodyId, Briefing, ContestId
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import Night, Scope, ScopeKind, scope_name
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing
from resultsdesk.night.tally import Tally
from resultsdesk.psephology.baseline import Baseline, Measure
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import number
from resultsdesk.psephology.wording import compared_words, declared_words, measured_words, outcome_words, since_words

_RESULTS = frozenset({Kind.DECLARED, Kind.UNOPPOSED, Kind.CORRECTED})


def measure_of(night: Night, request: SceneRequest) -> Measure:
    """Return the baseline a scene measures gains against."""
    return request.measure or night.briefing.election.shown


def scope_of(night: Night, request: SceneRequest) -> Scope:
    """Return a scene's scope: what it asks for, else the body of its contest, else the night or its one body.

    A contest is one of those of its own body: other contests never get into "of 650".
    """
    if request.scope != Scope():
        return request.scope
    standing = standing_of(night, request.contest)
    return night.main_scope if standing is None else Scope(ScopeKind.BODY, standing.contest.body)


def place_name(night: Night, scope: Scope) -> str:
    """Return a scope's name for the air: that of the election for the whole night, its own where nobody knows it."""
    if scope.kind is ScopeKind.BODY and BodyId(scope.name) not in night.briefing.bodies:
        return scope.name
    return night.briefing.election.title if scope.kind is ScopeKind.NIGHT else scope_name(night.briefing, scope)


def standing_of(night: Night, contest: ContestId | None) -> Standing | None:
    """Return how a contest stands, or None for none."""
    return night.contests.get(contest) if contest is not None else None


def clock(briefing: Briefing, moment: datetime | None) -> str:
    """Return a moment as it is said where the votes are counted, nothing for none."""
    return briefing.clock(moment)


def declared_line(night: Night, tally: Tally, now: datetime | None = None) -> str:
    """Return how much of a scope is declared and, if anything is, at what time that was so."""
    said = declared_words(tally.declared, tally.contests)
    at = clock(night.briefing, now or night.last_keyed)
    return f"{said} at {at}" if at and tally.declared and not tally.complete else said


def against_line(night: Night, scope: Scope, measure: Measure) -> str:
    """Return what the gains of a scope are measured against, and in how many contests where that is not in all."""
    tally = night.tally(scope)
    known = tally.known.get(measure, 0)
    if tally.declared and not known:
        return "Gains and losses are not known"
    return f"Gains {measured_words(measure, baseline_of(night, scope))}{_in_part(night, known, tally)}"


def compared_line(standing: Standing, measure: Measure) -> tuple[str, ...]:
    """Return what a contest's outcome and changes are measured against, or that nothing is known to measure it by.

    Nobody has gained or held a seat that is tied for: only its changes are measured.
    """
    outcome, baseline = standing.outcome(measure), standing.contest.baseline
    if standing.tied:
        return tuple(one for one in (since_words(baseline),) if one)
    if outcome is None or outcome.known:
        return compared_words(measure, baseline)
    missing = "Who held it before" if measure is Measure.HOLDER else "The last election here"
    return tuple(one for one in (f"{missing} is not known", since_words(baseline)) if one)


def since_line(night: Night, scope: Scope) -> str:
    """Return what the changes in share of a scope are measured against, and over how many contests where not all."""
    tally = night.tally(scope)
    said = since_words(baseline_of(night, scope))
    return f"{said}{_in_part(night, tally.matched, tally)}" if said else ""


def after_line(night: Night, scope: Scope) -> str:
    """Return a scope's name and, while there are more to come, after how many results: `Wales  ·  after 3 of 32`."""
    tally, name = night.tally(scope), place_name(night, scope)
    if not tally.declared or tally.complete:
        return name
    return f"{name}  ·  after {number(tally.declared)} of {areas_words(night, tally.contests)}"


def _in_part(night: Night, known: int, tally: Tally) -> str:
    return f" in {number(known)} of {areas_words(night, tally.declared)}" if 0 < known < tally.declared else ""


def baseline_of(night: Night, scope: Scope) -> Baseline | None:
    """Return a baseline of the scope to name its election by, or None where no contest has one."""
    return next((one.contest.baseline for one in night.within(scope) if one.contest.baseline), None)


def leaders(night: Night, tally: Tally) -> tuple[PartyId, ...]:
    """Return the party with most seats, more than one where they are level; independents are no party."""
    parties = night.briefing.parties
    seats = {one: tally.party_seats(one) for one in tally.parties if parties[one].compares}
    most = max(seats.values(), default=0)
    return tuple(one for one, held in seats.items() if held == most and most)


def seated(night: Night, tally: Tally, measure: Measure) -> tuple[PartyId, ...]:
    """Return the parties that have a seat or have lost one, most seats first."""
    parties = night.briefing.parties
    losses = tally.losses.get(measure, {})
    some = [one for one in tally.parties if tally.party_seats(one) or losses.get(one)]
    return tuple(sorted(some, key=lambda one: (-tally.party_seats(one), parties[one].order)))


def rows_expected(night: Night, scope: Scope, measure: Measure) -> int:
    """Return how many parties have, had or keep seats of a scope: of so many rows a table of it is in the end."""
    had = {party for one in night.within(scope) for party in one.contest.before(measure)}
    return len({*had, *seated(night, night.tally(scope), measure)})


def latest(night: Night, scope: Scope, how_many: int) -> tuple[Standing, ...]:
    """Return the results of a scope that were told last, the newest first."""
    return tuple(islice(newest_first(night, scope), how_many))


def newest_first(night: Night, scope: Scope) -> Iterator[Standing]:
    """Yield the results of a scope as they were told, the last one first."""
    seen: set[ContestId] = set()
    for entry in reversed(night.journal):
        standing = night.contests.get(entry.contest)
        if entry.kind not in _RESULTS or standing is None or entry.contest in seen:
            continue
        if standing.decided and night.holds(scope, entry.contest):
            seen.add(entry.contest)
            yield standing


def margin_words(standing: Standing, named: str = "by") -> str:
    """Return by how much a result was won: `by 3,420`, `by lot`, `unopposed`, nothing where nobody was beaten.

    A line that names the figure has `majority 3,420`, a column of figures, `named` by its head, the number alone.
    """
    if standing.stage is Stage.UNOPPOSED:
        return "unopposed"
    if standing.by_lot:
        return "by lot"
    majority = standing.count.majority if standing.count and not standing.tied else None
    return f"{named} {number(majority)}".lstrip() if majority is not None else ""


def result_words(briefing: Briefing, standing: Standing, measure: Measure) -> str:
    """Return a result as a list has it, such as `Lab gain from Con by 3,420`, nothing where there is none."""
    outcome = standing.outcome(measure)
    if outcome is None:
        return ""
    return " ".join(one for one in (outcome_words(outcome, briefing.parties), margin_words(standing)) if one)


def decided_in(night: Night, scope: Scope) -> frozenset[ContestId]:
    """Return the contests of a scope that have their result."""
    return frozenset(one.contest.id for one in night.within(scope) if one.decided)


def areas_words(night: Night, how_many: int) -> str:
    """Return a number of contests with the noun of their areas."""
    election = night.briefing.election
    return f"{number(how_many)} {election.area if how_many == 1 else election.areas}"
