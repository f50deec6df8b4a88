"""Seats over the night and the share so far: lines against the clock, with a tick for each declaration."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from resultsdesk.figures.plots.asked import Asked
from resultsdesk.figures.plots.plot import Axis, Guide, Line, Plot, Scale, Spot, Symbol
from resultsdesk.figures.plots.saying import NOTHING, declared, not_drawn, said
from resultsdesk.figures.plots.symbols import dash
from resultsdesk.figures.scenes.facts import areas_words, leaders
from resultsdesk.figures.shapes import Point
from resultsdesk.night.night import Night
from resultsdesk.night.series.over_time import Course, OverTime, largest, seats_over_time, shares_over_time
from resultsdesk.night.series.told import told_minutes
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.headlines import seats_headline, share_headline
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import number, per_cent

LINES = 8
_WAIT = 0.5  # of the night so far: whatever comes after such a wait is beyond the chart's right edge
_LEAST = 20.0  # minutes across: a night just begun is drawn at the right, never on into minutes to come


def seats_plot(night: Night, asked: Asked) -> Plot:
    """Return seats by party against the clock, with the majority line of a body."""
    scope, parties = asked.scope, night.briefing.parties
    tally = night.tally(scope)
    found = seats_over_time(night, scope)
    first = leaders(night, tally)
    headline = seats_headline([parties[one] for one in first], tally.party_seats(first[0]) if first else 0)
    highest = max((value for course in found.courses.values() for _, value in course), default=0.0)
    line = tally.majority
    top = max(highest * 1.08, (line or 0) * 1.06, 1.0)
    plot = _plot(night, found, headline, Axis(Scale.COUNT, 0.0, top, "Seats"), stepped=True)
    some = largest(found.courses, LINES)
    rest = [one for one in found.courses if one not in some]
    more = not_drawn(len(rest), sum(tally.party_seats(one) for one in rest))
    guide: tuple[Guide, ...] = ()
    if line is not None and not plot.empty:
        ends = (plot.x.low, float(line)), (plot.x.furthest, float(line))
        guide = (Guide("majority", *ends, f"{number(line)} for a majority"),)
    return _with(plot, guide, said(declared(night, scope), *plot.notes, more))


def shares_plot(night: Night, asked: Asked) -> Plot:
    """Return each party's share of the votes declared so far against the clock."""
    scope, parties = asked.scope, night.briefing.parties
    tally = night.tally(scope)
    ranked = sorted(tally.votes, key=lambda one: -tally.votes[one])
    found = shares_over_time(night, scope, ranked[:LINES])
    first = next((one for one in ranked if parties[one].compares), None)
    headline = NOTHING
    if first is not None and tally.valid_votes:
        headline = share_headline(parties[first], Fraction(tally.votes.get(first, 0), tally.valid_votes))
    highest = max((value for course in found.courses.values() for _, value in course), default=0.0)
    plot = _plot(night, found, headline, Axis(Scale.SHARE, 0.0, highest * 1.08 or 1.0, "Share"), stepped=False)
    more = not_drawn(len(ranked) - len(found.courses))
    return _with(plot, (), said(declared(night, scope), "Of the votes declared until then", *plot.notes, more))


def _plot(night: Night, found: OverTime, headline: str, y: Axis, stepped: bool) -> Plot:
    """Return the lines and ticks of courses; the notes tell of what lies beyond the edge."""
    begin = night.briefing.local(night.briefing.election.close_of_poll)
    if not found.declarations:
        return Plot(NOTHING, Axis(Scale.CLOCK, 0, 60, begin=begin), y, empty=NOTHING)
    at = [told_minutes(night, one) for one in found.declarations]
    high = _edge(at)
    low = min(at[0] - 0.04 * (high - at[0]), high - _LEAST)
    x = Axis(Scale.CLOCK, low, high, "", begin, end=at[-1])
    beyond = [one for one in at if one > high]
    notes = (f"{areas_words(night, len(beyond))} declared later, beyond the right edge",) if beyond else ()
    lines = tuple(_line(night, one, found.courses[one], stepped, at[-1]) for one in largest(found.courses, LINES))
    ticks = tuple(_tick(one, minute) for one, minute in zip(found.declarations, at, strict=True))
    return Plot(headline, x, y, notes, lines, ticks, by_column=True)


def _edge(at: Sequence[float]) -> float:
    """Return where the chart ends: at the last declaration before a wait as long as half of the night so far."""
    for before, after in pairwise(at):
        if after - before > max(_WAIT * (before - at[0]), 120.0) and before - at[0] > 60:
            return before
    return at[-1]


def _line(night: Night, party: PartyId, course: Course, stepped: bool, end: float) -> Line:
    one = night.briefing.parties[party]
    points: list[Point] = []
    for at, height in course:
        if stepped and points:
            points.append((at, points[-1][1]))
        points.append((at, height))
    points.append((end, course[-1][1]))
    last = course[-1][1]
    value = number(round(last)) if stepped else per_cent(Fraction(last))
    return Line(party, tuple(points), f"party:{party}", f"words:{party}", one.short, value, dash(one))


def _tick(standing: Standing, minute: float) -> Spot:
    ink = f"party:{standing.parties[0]}" if standing.parties else "tie"
    return Spot(standing.contest.id, minute, 0.0, ink, Symbol.TICK)


def _with(plot: Plot, guides: tuple[Guide, ...], notes: tuple[str, ...]) -> Plot:
    return Plot(plot.headline, plot.x, plot.y, notes, plot.lines, plot.spots, guides=guides, empty=plot.empty,
                by_column=True)  # fmt: skip
