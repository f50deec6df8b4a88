"""The seat map with its tally: where each party has won, and how many seats that makes."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from resultsdesk.figures.lattice import hexes_placed
from resultsdesk.figures.place import Place, Placing, bounds
from resultsdesk.figures.scenes.bar import seats_bar
from resultsdesk.figures.scenes.facts import (
    against_line,
    declared_line,
    latest,
    leaders,
    measure_of,
    place_name,
    rows_expected,
    scope_of,
    seated,
)
from resultsdesk.figures.scenes.letters import width_of
from resultsdesk.figures.scenes.parties import party_lines, party_rows, rows_that_fit
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.stage import Area, Stage, foot, heading, line, stage_of
from resultsdesk.figures.seat import Colouring
from resultsdesk.figures.seat_map import ringed, seat_map
from resultsdesk.figures.shapes import Align, Figure, Point, Shape, Text, Tile, figure
from resultsdesk.night.briefing import BodyId, ContestId, Hex, Lattice
from resultsdesk.night.night import Night, ScopeKind
from resultsdesk.night.tally import Tally
from resultsdesk.psephology.headlines import seats_headline

_BAR = 116.0
_NAMED_BODIES = 6
_NAME = 40.0  # over the tiles of a body


def seats_map(night: Night, request: SceneRequest, now: datetime | None) -> Figure:
    """Return the map of a scope, its parties by seats, and the bar where it is a body."""
    stage, scope, measure = stage_of(request.format), scope_of(night, request), measure_of(night, request)
    tally = night.tally(scope)
    beside, map_area = _halves(stage)
    shapes, rest = heading(stage, place_name(night, scope), seats_headline_of(night, tally), beside)
    against = against_line(night, scope, measure)
    gains = f"{against}, each with a dot" if sum(tally.gains.get(measure, {}).values()) else against
    feet, room = foot(stage, declared_line(night, tally, now), gains, area=beside)
    bottom = stage.safe.bottom - room
    if map_area is None:
        here = Area(rest.x, rest.y + 10, rest.width, bottom - rest.y - 10)
        members = tuple(one.contest.id for one in night.within(scope))
        if stage.height > stage.width or _lie_wide(night.briefing.hexes, night.briefing.election.lattice, members):
            names = _NAME if scope.kind is ScopeKind.NIGHT and len(night.briefing.bodies) > 1 else 0.0
            map_area, rest = here.above(here.height * 0.5).below(names), here.below(here.height * 0.5 + 10)
        else:
            map_area, rest = here.left_part(here.width * 0.44), here.right_part(here.width * 0.52)
    rest = Area(rest.x, rest.y + 8, rest.width, bottom - rest.y - 8)
    if tally.seats is not None:
        shapes += seats_bar(night, tally, Area(rest.x, rest.bottom - _BAR, rest.width, _BAR - 8))
        rest = rest.above(_BAR + 24)
    lines = party_lines(night.briefing, tally, measure, seated(night, tally, measure), rows_that_fit(rest.height, 60))
    tiles = map_tiles(night, request, map_area)
    rows = party_rows(rest, lines, min(rows_expected(night, scope, measure), rows_that_fit(rest.height, 60)))
    return figure(stage.width, stage.height, *tiles, *shapes, *rows, *feet, ground="ink")


def _halves(stage: Stage) -> tuple[Area, Area | None]:
    """Return where words go and, on a wide frame, where the map goes beside them."""
    if not stage.wide:
        return stage.safe, None
    beside = stage.safe.right_part(stage.safe.right - stage.width * 0.49)
    return beside, Area(64, 44, stage.width * 0.44, stage.height - 88)


def seats_headline_of(night: Night, tally: Tally) -> str:
    """Return who has most seats of a tally as a fact."""
    first = leaders(night, tally) if tally.declared else ()
    most = tally.party_seats(first[0]) if first else 0
    return seats_headline([night.briefing.parties[one] for one in first], most)


def map_tiles(night: Night, request: SceneRequest, area: Area) -> list[Shape]:
    """Return the scope's tiles as large as they fit, with a ring on the contest asked for, else on the newest."""
    scope = scope_of(night, request)
    briefing = night.briefing
    members = tuple(one.contest.id for one in night.within(scope))
    where = placed_in(briefing.hexes, briefing.election.lattice, members, area)
    drawn = seat_map(night, Colouring.WINNER, measure_of(night, request), where=where)
    tiles: list[Shape] = [one for one in drawn.shapes.values() if not isinstance(one, Text)]
    newest = () if night.tally(scope).complete else latest(night, scope, 1)
    chosen = request.contest or (newest[0].contest.id if newest else None)
    tile = drawn.shapes.get(chosen) if chosen else None
    if isinstance(tile, Tile):
        tiles += ringed(tile)
    return tiles + (_body_names(night, tiles) if scope.kind is ScopeKind.NIGHT and len(briefing.bodies) > 1 else [])


def _body_names(night: Night, tiles: Iterable[Shape]) -> list[Shape]:
    """Return each body's name over its tiles, while there are few enough to read them."""
    briefing = night.briefing
    rings: dict[BodyId, list[tuple[Point, ...]]] = {}
    for tile in tiles:
        contest = briefing.contests.get(ContestId(tile.id))
        if isinstance(tile, Tile) and contest is not None:
            rings.setdefault(contest.body, []).extend(tile.rings)
    if len(rings) > _NAMED_BODIES:
        return []
    shapes: list[Shape] = []
    for body, of_body in rings.items():
        left, top, right, _ = bounds(of_body)
        room = width_of(briefing.bodies[body].name, 26) + 8
        area = Area((left + right - room) / 2, top - _NAME, room, 34)
        shapes.append(line(f"body:{body}", area, briefing.bodies[body].name, 26, align=Align.CENTRE))
    return shapes


# Where 650 contests lie takes longer to work out than to paint, and tiles that keep their rings are painted from a
# path that is kept.
@lru_cache(maxsize=32)
def placed_in(hexes: tuple[Hex, ...], lattice: Lattice, contests: tuple[ContestId, ...], area: Area) -> Placing:
    """Return the contests' places, scaled to fit an area in its middle."""
    places = hexes_placed(hexes, lattice, contests)
    scale = min(area.width / places.width, area.height / places.height, 4.0)
    dx = area.x + (area.width - places.width * scale) / 2
    dy = area.y + (area.height - places.height * scale) / 2
    moved = {contest: _moved(place, scale, dx, dy) for contest, place in places.places.items()}
    return Placing(area.right, area.bottom, moved)


@lru_cache(maxsize=32)
def _lie_wide(hexes: tuple[Hex, ...], lattice: Lattice, contests: tuple[ContestId, ...]) -> bool:
    """Return whether contests take more width than height, as those of councils side by side do."""
    places = hexes_placed(hexes, lattice, contests)
    return places.width > places.height


def _moved(place: Place, scale: float, dx: float, dy: float) -> Place:
    def point(one: Iterable[float]) -> tuple[float, float]:
        x, y = one
        return x * scale + dx, y * scale + dy

    rings = tuple(tuple(point(one) for one in ring) for ring in place.rings)
    return Place(rings, point(place.centre), place.size * scale)
