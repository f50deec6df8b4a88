"""A party's change in each contest, against its share last time or against turnout."""

from fractions import Fraction

from resultsdesk.figures.plots.asked import Asked, party_of
from resultsdesk.figures.plots.plot import Axis, Guide, Plot, Scale, Spot, Symbol
from resultsdesk.figures.plots.saying import NOTHING, declared, left_out, said, since
from resultsdesk.figures.plots.symbols import keys, symbol
from resultsdesk.figures.scenes.facts import areas_words
from resultsdesk.night.night import Night
from resultsdesk.night.series.movements import Movement, Movements, by_share, by_turnout
from resultsdesk.psephology.party import Party
from resultsdesk.psephology.rounding import number, per_cent, points
from resultsdesk.story.grammar import opened, party_named

_SHARE, _CHANGE = Axis(Scale.SHARE, 0.0, 1.0), Axis(Scale.CHANGE, -0.5, 0.5)
NO_LAST_TIME = "No party can be compared: the briefing has no votes of a last time here"


def change_plot(night: Night, asked: Asked) -> Plot:
    """Return a party's change in each contest against its share there last time."""
    party = party_of(night, asked)
    if party is None:
        return Plot(NO_LAST_TIME, _SHARE, _CHANGE, (declared(night, asked.scope),), empty=NO_LAST_TIME)
    one, found = night.briefing.parties[party], by_share(night, asked.scope, party)
    notes = said(declared(night, asked.scope), since(night, asked.scope), *left_out(night, found, one))
    if not found.points:
        return _nothing(night, asked, one, notes)
    y = _changes(found)
    most = max(each.across for each in found.points)
    x = Axis(Scale.SHARE, 0.0, max(most * 1.04, 0.05), f"{one.name} share last time")
    lost = min(x.high, -y.low)
    floor = (Guide("all", (0.0, 0.0), (lost, -lost), "all of it lost"),) if y.low < -0.1 * most else ()
    up = sum(each.change > 0 for each in found.points)
    headline = f"{opened(party_named(one))} up in {number(up)} of {areas_words(night, len(found.points))}"
    return _scatter(night, asked, headline, (x, y), found, (*_overall(night, asked, one, x), *floor), notes)


def turnout_plot(night: Night, asked: Asked) -> Plot:
    """Return a party's change in each contest against turnout there tonight."""
    party = party_of(night, asked)
    if party is None:
        return Plot(NO_LAST_TIME, _SHARE, _CHANGE, (declared(night, asked.scope),), empty=NO_LAST_TIME)
    one, found = night.briefing.parties[party], by_turnout(night, asked.scope, party)
    notes = said(declared(night, asked.scope), since(night, asked.scope), *left_out(night, found, one))
    if not found.points:
        return _nothing(night, asked, one, notes)
    across = [each.across for each in found.points]
    room = max(0.05 * (max(across) - min(across)), 0.01)
    x = Axis(Scale.SHARE, max(min(across) - room, 0.0), max(across) + room, "Turnout tonight")
    tally = night.tally(asked.scope)
    moved, turnout = tally.change(party), tally.turnout
    middle: tuple[Guide, ...] = ()
    y = _changes(found)
    if turnout is not None and x.low < turnout < x.high:
        at = float(turnout)
        middle = (Guide("turnout", (at, y.low), (at, y.high), f"overall {per_cent(turnout)}"),)
    headline = f"{opened(party_named(one))} {points(moved)} points on a turnout of {per_cent(turnout)}"
    return _scatter(night, asked, headline, (x, y), found, (*_overall(night, asked, one, x), *middle), notes)


def _nothing(night: Night, asked: Asked, party: Party, notes: tuple[str, ...]) -> Plot:
    any_yet = night.tally(asked.scope).declared > 0
    words = f"Nothing declared can be compared for {party_named(party)}" if any_yet else NOTHING
    return Plot(words, _SHARE, _CHANGE, notes, empty=words)


def _changes(found: Movements) -> Axis:
    """Return an axis from the largest fall to the largest rise with room to spare and 0 always on it."""
    low, high = (pick([each.change for each in found.points]) for pick in (min, max))
    low, high = min(low, 0.0), max(high, 0.0)
    room = max(0.05 * (high - low), 0.005)
    return Axis(Scale.CHANGE, low - room, high + room, "Change in share, points")


def _overall(night: Night, asked: Asked, party: Party, x: Axis) -> tuple[Guide, ...]:
    moved: Fraction | None = night.tally(asked.scope).change(party.id)
    if moved is None:
        return ()
    at = float(moved)
    return (Guide("overall", (x.low, at), (x.high, at), f"overall {points(moved)}"),)


def _scatter(
    night: Night,
    asked: Asked,
    headline: str,
    axes: tuple[Axis, Axis],
    found: Movements,
    guides: tuple[Guide, ...],
    notes: tuple[str, ...],
) -> Plot:
    winners = [each.standing.parties[0] for each in found.points if each.standing.parties]
    spots = tuple(_spot(night, each) for each in found.points)
    return Plot(headline, *axes, notes, spots=spots, guides=guides, keys=keys(night, winners))


def _spot(night: Night, one: Movement) -> Spot:
    """Return a contest's spot in the form of the party that was elected there first."""
    elected = one.standing.parties
    if not elected:
        return Spot(one.standing.contest.id, one.across, one.change, "tie", Symbol.RING)
    party = night.briefing.parties[elected[0]]
    return Spot(one.standing.contest.id, one.across, one.change, f"party:{party.id}", symbol(party))
