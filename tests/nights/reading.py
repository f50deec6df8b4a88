"""Questions the tests of real nights ask."""

from resultsdesk.night.night import Night, Scope, ScopeKind
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.candidacy import Candidacy
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.wording import outcome_words


def place(night: Night, name: str) -> Standing:
    """Return the one contest of this name."""
    (found,) = [one for one in night.contests.values() if one.contest.name == name]
    return found


def words(night: Night, standing: Standing, measure: Measure = Measure.LAST) -> str:
    """Return a contest's outcome in short words."""
    outcome = standing.outcome(measure)
    assert outcome is not None
    return outcome_words(outcome, night.briefing.parties)


def person(standing: Standing, surname: str) -> Candidacy:
    """Return the one candidacy with this surname."""
    (found,) = [one for one in standing.contest.candidacies if one.surname == surname]
    return found


def votes(standing: Standing, surname: str) -> int:
    """Return a candidacy's votes."""
    assert standing.poll is not None
    return standing.poll.votes[person(standing, surname).id]


def winner(standing: Standing) -> Candidacy:
    """Return the one person elected."""
    (found,) = [one for one in standing.contest.candidacies if one.id in standing.winners]
    return found


def ranked_parties(standing: Standing) -> list[PartyId]:
    """Return the parties in order of votes."""
    assert standing.count is not None
    by_id = {one.id: one.party for one in standing.contest.candidacies}
    return [by_id[one] for one in standing.count.ranked]


def majority(standing: Standing) -> int:
    """Return the majority."""
    assert standing.count is not None
    assert standing.count.majority is not None
    return standing.count.majority


def seats(night: Night, scope: Scope) -> dict[PartyId, int]:
    """Return seats by party, those with none left out."""
    tally = night.tally(scope)
    return {one: tally.party_seats(one) for one in tally.parties if tally.party_seats(one)}


def body(night: Night, name: str) -> Scope:
    """Return the scope of the one body with this name in its name."""
    (found,) = [one.id for one in night.briefing.bodies.values() if name in one.name]
    return Scope(ScopeKind.BODY, found)


def group(night: Night, name: str) -> Scope:
    """Return the scope of the one group of this name."""
    (found,) = [one.id for one in night.briefing.groups if one.name == name]
    return Scope(ScopeKind.GROUP, found)
