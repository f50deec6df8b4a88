"""What a chart says of the contest that is pointed at."""

from fractions import Fraction

from resultsdesk.figures.plots.asked import Asked, ChartName, party_of
from resultsdesk.figures.plots.plot import Line, Plot
from resultsdesk.figures.scenes.facts import clock, margin_words
from resultsdesk.figures.scenes.swing import two_parties
from resultsdesk.night.night import Night
from resultsdesk.night.polled import party_share, turnout_of
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.headlines import swing_headline
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import number, per_cent, points
from resultsdesk.psephology.shares import change, swing
from resultsdesk.psephology.wording import outcome_words

_NAMED = 5


def telling(night: Night, asked: Asked, plot: Plot, standing: Standing) -> str:
    """Return a line of words for a contest's spot, its figures exact."""
    match asked.chart:
        case ChartName.SEATS | ChartName.SHARES:
            said = _moment(night, asked, plot, standing)
        case ChartName.CHANGE:
            said = _movement(night, party_of(night, asked), standing)
        case ChartName.TURNOUT:
            said = _turnout(night, party_of(night, asked), standing)
        case ChartName.SWING:
            said = _swing(night, asked, standing)
        case ChartName.MAJORITIES:
            said = _majority(standing)
        case ChartName.FLOW:
            outcome = standing.outcome(asked.measure)
            said = outcome_words(outcome, night.briefing.parties) if outcome else ""
    return f"{standing.contest.name}: {said}" if said else standing.contest.name


def _moment(night: Night, asked: Asked, plot: Plot, standing: Standing) -> str:
    """Return when a contest was declared, as what, and where the lines stood then."""
    spot = next((one for one in plot.spots if one.contest == standing.contest.id), None)
    outcome = standing.outcome(asked.measure)
    words = outcome_words(outcome, night.briefing.parties) if outcome else ""
    at = clock(night.briefing, standing.declared_at)
    if spot is None:
        return words
    then = ", ".join(_value(one, spot.x, asked.chart) for one in plot.lines[:_NAMED])
    return f"{words} at {at}; then {then}"


def _value(line: Line, at: float, chart: ChartName) -> str:
    before = [value for x, value in line.points if x <= at + 1e-9]
    value = before[-1] if before else 0.0
    return f"{line.name} {number(round(value)) if chart is ChartName.SEATS else per_cent(Fraction(value))}"


def _changed(night: Night, party: PartyId, standing: Standing) -> tuple[Fraction | None, Fraction | None]:
    """Return a party's share tonight and its change, both None where nobody stands for it."""
    now = party_share(standing, party)
    return now, change(now, night.briefing.parties[party], standing.contest.baseline)


def _movement(night: Night, party: PartyId | None, standing: Standing) -> str:
    if party is None:
        return ""
    now, moved = _changed(night, party, standing)
    before = now - moved if now is not None and moved is not None else None
    return f"{night.briefing.parties[party].name} {per_cent(before)} last time, {per_cent(now)} now ({points(moved)})"


def _turnout(night: Night, party: PartyId | None, standing: Standing) -> str:
    if party is None or standing.poll is None:
        return ""
    there, moved = turnout_of(standing, night.briefing), _changed(night, party, standing)[1]
    return f"turnout {per_cent(there)}, {night.briefing.parties[party].name} {points(moved)}"


def _swing(night: Night, asked: Asked, standing: Standing) -> str:
    pair = two_parties(night, asked.scope, asked.party)
    if pair is None:
        return ""
    left, right = pair
    moved = swing(_changed(night, left, standing)[1], _changed(night, right, standing)[1])
    parties = night.briefing.parties
    return swing_headline(moved, parties[left], parties[right]) if moved is not None else ""


def _majority(standing: Standing) -> str:
    majority = standing.count.majority if standing.count else None
    said = margin_words(standing, "majority")
    if not majority or standing.poll is None:
        return said
    votes = standing.poll.valid_papers(standing.contest.vacancies) or standing.poll.valid_votes
    return f"{said}, {per_cent(Fraction(majority, votes) if votes else None)} of the votes"
