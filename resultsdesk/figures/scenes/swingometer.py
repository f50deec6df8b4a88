"""The swingometer: a needle between two parties, and the seats that fall as it moves."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from math import ceil, cos, pi, sin

from resultsdesk.figures.scenes.disc import disc
from resultsdesk.figures.scenes.facts import after_line, declared_line, scope_of, since_line, standing_of
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.stage import Area, Stage, foot, heading, line, stage_of
from resultsdesk.figures.scenes.swing import Marginal, marginals, scope_swing, two_parties
from resultsdesk.figures.shapes import Align, Figure, Pattern, Point, Rule, Shape, Texture, Tile, figure
from resultsdesk.night.night import Night, Scope
from resultsdesk.night.polled import party_share
from resultsdesk.psephology.baseline import Baseline
from resultsdesk.psephology.headlines import swing_headline
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import points
from resultsdesk.psephology.shares import change, swing
from resultsdesk.psephology.wording import since_words

_WIDEST = 78.0  # degrees from upright to the end of the scale
_DOT = 9.0


def swingometer(night: Night, request: SceneRequest, now: datetime | None) -> Figure:
    """Return the swing of a scope or a contest between its two largest parties of last time."""
    stage, scope = stage_of(request.format), scope_of(night, request)
    standing = standing_of(night, request.contest)
    name = standing.contest.name if standing else after_line(night, scope)
    since = since_words(standing.contest.baseline) if standing else since_line(night, scope)
    pair = two_parties(night, scope, request.party)
    seats = marginals(night, scope, *pair) if pair is not None and standing is None else ()
    key = _key(night, seats, pair) if seats and pair is not None else ""
    feet, room = foot(stage, declared_line(night, night.tally(scope), now), key, since)
    if pair is None:
        shapes, _ = heading(stage, name, "No swing is known")
        return figure(stage.width, stage.height, *shapes, *feet, ground="ink")
    left, right = pair
    moved, changes = _moved(night, request, scope, left, right)
    parties = night.briefing.parties
    words = swing_headline(moved, parties[left], parties[right]) if moved is not None else "No swing to show yet"
    shapes, rest = heading(stage, name, words)
    area = Area(rest.x, rest.y + 30, rest.width, stage.safe.bottom - room - rest.y - 30)
    spare = max(area.height - area.width * 0.5 - 190, 0.0)  # the dial is no higher than half as wide
    area = Area(area.x, area.y + spare * 0.4, area.width, area.height - spare)
    return figure(
        stage.width, stage.height, *shapes, *_dial(stage, area, moved, seats, pair),
        *_ends(night, area, stage, pair, changes), *feet, ground="ink",
    )  # fmt: skip


def _moved(
    night: Night, request: SceneRequest, scope: Scope, left: PartyId, right: PartyId
) -> tuple[Fraction | None, tuple[Fraction | None, Fraction | None]]:
    """Return the swing to the right and both parties' changes."""
    standing = standing_of(night, request.contest)
    if standing is None:
        tally = night.tally(scope)
        return scope_swing(night, scope, left, right), (tally.change(left), tally.change(right))
    base: Baseline | None = standing.contest.baseline
    parties = night.briefing.parties
    one, other = (change(party_share(standing, party), parties[party], base) for party in (left, right))
    return swing(one, other), (one, other)


def _key(night: Night, seats: Iterable[Marginal], pair: tuple[PartyId, PartyId]) -> str:
    """Return what the dots are and how each winner's look, told without naming a colour."""
    said = f"Each dot a {night.briefing.election.area} between the two"
    won = {party for one in seats for party in one.standing.parties[:1]}
    if not won:
        return said
    first, second = (night.briefing.parties[one].short for one in pair)
    return f"{said}: {first} full, {second} ringed{', others barred' if won - {*pair} else ''}"


def _dial(
    stage: Stage, area: Area, moved: Fraction | None, seats: Iterable[Marginal], pair: tuple[PartyId, PartyId]
) -> list[Shape]:
    radius = min(area.height - 60, area.width / 2 - 64)
    middle = (area.x + area.width / 2, area.y + radius + 30)
    reach = max(10, 5 * ceil((abs(float(moved or 0)) * 100 + 1) / 5))
    inner = radius * 0.86

    def degrees(swing_points: float) -> float:
        return max(-1.0, min(1.0, swing_points / reach)) * _WIDEST

    shapes: list[Shape] = []
    now = float(moved or 0) * 100
    for party, start, end, sign in ((pair[0], -_WIDEST, 0.0, -1), (pair[1], 0.0, _WIDEST, 1)):
        shapes.append(_arc(f"dial:{party}", middle, inner, radius, start, end, f"party:{party}/1"))
        swept = now * sign > 0
        edge = degrees(now) if swept else 0.0
        low, high = sorted((0.0, edge))
        shapes.append(_arc(f"swept:{party}", middle, inner, radius, low, high, f"party:{party}"))
    for tick in range(-reach, reach + 1, 5):
        x, y = _at(middle, radius + 30, degrees(tick))
        (x1, y1), (x2, y2) = _at(middle, inner, degrees(tick)), _at(middle, radius, degrees(tick))
        shapes += [
            Rule(f"tick:{tick}", x1, y1, x2, y2, "ink", 4),
            line(f"scale:{tick}", Area(x - 40, y - 18, 80, 36), str(abs(tick)), 26, align=Align.CENTRE),
        ]
    shapes += _dots(seats, middle, inner - 2 * _DOT, reach, pair)
    tip = _at(middle, inner - 14, degrees(now))
    if moved is not None:
        shapes.append(Rule("needle", *middle, *tip, "text", 9))
    shapes.append(disc("pivot", middle, 24, "text"))
    return shapes


def _dots(
    seats: Iterable[Marginal], middle: Point, outer: float, reach: int, pair: tuple[PartyId, PartyId]
) -> list[Shape]:
    """Return a dot for each seat at the swing it falls at, those of about the same swing below each other."""
    shapes: list[Shape] = []
    stacked: dict[int, int] = {}
    step = 2 * _DOT + 5
    for one in seats:
        if one.needed * 100 > reach:
            break
        sign = -1 if one.to == pair[0] else 1
        wide = int(_WIDEST / (step / outer * 180 / pi))  # columns on one side
        column = sign * (1 + min(int(one.needed * 100 / reach * wide), wide - 1))
        depth = stacked.get(column, 0)
        away = outer - depth * step
        if away < outer * 0.42:
            continue
        stacked[column] = depth + 1
        at = _at(middle, away, (abs(column) - 0.5) / wide * _WIDEST * sign)
        shapes.append(_dot(one, at, pair))
    return shapes


def _dot(one: Marginal, at: Point, pair: tuple[PartyId, PartyId]) -> Tile:
    """Return a seat's dot: full for the party on the left, ringed for the other, barred for whoever else won it."""
    won = one.standing.parties[0] if one.standing.parties else None
    plain = disc(f"seat:{one.standing.contest.id}", at, _DOT, f"party:{won}" if won else "")
    if won == pair[1]:
        return replace(plain, pattern=Pattern.RINGED, second="ink")
    return plain if won in (None, pair[0]) else replace(plain, texture=Texture.LEVEL)


def _ends(
    night: Night, area: Area, stage: Stage, pair: tuple[PartyId, PartyId], changes: tuple[Fraction | None, ...]
) -> list[Shape]:
    """Return both parties' names at the ends of the scale, each with its change."""
    shapes: list[Shape] = []
    wide = 380.0 if stage.wide else area.width * 0.46
    y = round(area.bottom) - 118.0  # painters round half a pixel differently
    for party, moved, x, align in (
        (pair[0], changes[0], area.x, Align.LEFT),
        (pair[1], changes[1], area.right - wide, Align.RIGHT),
    ):
        name, under = night.briefing.parties[party].name, Area(x, y + 50, wide, 66)
        shapes += [
            line(f"end:{party}", Area(x, y, wide, 50), name, 38, f"words:{party}", role="headline", align=align),
            line(f"end:{party}/change", under, points(moved), 58, "text", role="figure", align=align),
        ]
    return shapes


def _at(middle: Point, radius: float, degrees: float) -> Point:
    turn = degrees * pi / 180
    return middle[0] + radius * sin(turn), middle[1] - radius * cos(turn)


def _arc(id: str, middle: Point, inner: float, outer: float, start: float, end: float, ink: str) -> Tile:
    """Return a piece of a ring between two angles; always of as many points, so that it can grow."""
    steps = 24
    turns = [start + (end - start) * step / steps for step in range(steps + 1)]
    ring = (*(_at(middle, outer, one) for one in turns), *(_at(middle, inner, one) for one in reversed(turns)))
    return Tile(id, (ring,), _at(middle, (inner + outer) / 2, (start + end) / 2), 1.0, ink)
