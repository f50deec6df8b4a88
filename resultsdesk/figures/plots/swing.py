"""Swing region by region: a bar for each, and every contest of it along the bar."""

from collections.abc import Iterable
from fractions import Fraction

from resultsdesk.figures.plots.asked import Asked
from resultsdesk.figures.plots.movement import NO_LAST_TIME
from resultsdesk.figures.plots.plot import Axis, Block, Plot, Scale, Spot, Symbol
from resultsdesk.figures.plots.saying import NOTHING, declared, said, since
from resultsdesk.figures.plots.symbols import keys, symbol
from resultsdesk.figures.scenes.facts import areas_words
from resultsdesk.figures.scenes.swing import scope_swing, two_parties
from resultsdesk.night.night import Night
from resultsdesk.night.series.swings import PlaceSwing, swings_by_place
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.headlines import swing_headline
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import number, per_cent

_BAR = 0.52  # of a row
_NONE = Axis(Scale.SWING, -0.1, 0.1), Axis(Scale.ROWS, -0.6, 0.6)


def swing_plot(night: Night, asked: Asked) -> Plot:
    """Return the swing in each region between the two largest parties of last time, or one chosen and the largest."""
    pair = two_parties(night, asked.scope, asked.party)
    if pair is None:
        return Plot(NO_LAST_TIME, *_NONE, (declared(night, asked.scope),), empty=NO_LAST_TIME)
    parties, scope = night.briefing.parties, asked.scope
    loser, gainer = pair
    moved = scope_swing(night, scope, loser, gainer)
    if moved is not None and moved < 0:
        loser, gainer, moved = gainer, loser, -moved
    every = swings_by_place(night, scope, loser, gainer)
    rows = [row for row in every if row.swing is not None]
    notes = said(declared(night, scope), since(night, scope), *_left_out(night, every))
    if not rows or moved is None:
        words = "No swing can be told from what is declared" if every else NOTHING
        return Plot(words, *_NONE, notes, empty=words)
    each = [by for row in rows for _, by in row.contests] + [float(row.swing or 0) for row in rows]
    low, high = min(*each, 0.0), max(*each, 0.0)
    room = max(0.04 * (high - low), 0.004)
    ways = f"← to {parties[loser].name}      Swing      to {parties[gainer].name} →"
    x = Axis(Scale.SWING, low - room, high + room, ways)
    y = Axis(Scale.ROWS, -0.7, len(rows) - 0.3, rows=tuple(_row(row) for row in rows))
    bars = (_bar(night, place, row.swing or Fraction(0), loser, gainer) for place, row in enumerate(rows))
    spots = tuple(_spot(night, one, by, place) for place, row in enumerate(rows) for one, by in row.contests)
    winners = [one.parties[0] for row in rows for one, _ in row.contests if one.parties]
    headline = swing_headline(moved, parties[loser], parties[gainer])
    return Plot(headline, x, y, notes, spots=spots, blocks=tuple(bars), keys=keys(night, winners))


def _row(row: PlaceSwing) -> str:
    return row.name if row.declared == row.of else f"{row.name} ({number(row.declared)} of {number(row.of)})"


def _bar(night: Night, place: int, by: Fraction, loser: PartyId, gainer: PartyId) -> Block:
    to, at = (gainer, float(by)) if by >= 0 else (loser, float(by))
    return Block(
        f"bar:{place}", min(at, 0.0), place - _BAR / 2, abs(at), _BAR, f"party:{to}/1",
        words=f"to {night.briefing.parties[to].short}", words_ink=f"words:{to}", strong=per_cent(abs(by)), beside=1,
    )  # fmt: skip


def _spot(night: Night, standing: Standing, by: float, place: int) -> Spot:
    """Return a contest's spot; those of one row stand in three lanes, so that fewer lie on each other."""
    party = night.briefing.parties[standing.parties[0]] if standing.parties else None
    lane = (_number_of(standing.contest.id) % 5 - 2) * 0.14
    ink, form = (f"party:{party.id}", symbol(party)) if party else ("tie", Symbol.RING)
    return Spot(standing.contest.id, by, place + lane, ink, form)


def _number_of(words: str) -> int:
    """Return a number that is the same for the same words in every run."""
    return sum((place + 1) * ord(letter) for place, letter in enumerate(words))


def _left_out(night: Night, rows: Iterable[PlaceSwing]) -> tuple[str, ...]:
    missing = sum(row.declared - len(row.contests) for row in rows)
    return (f"{areas_words(night, missing)} without a swing of their own between these two",) if missing else ()
