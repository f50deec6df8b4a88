"""The seat map: a tile for each contest, coloured by winner, by gain or by majority."""

from collections.abc import Iterable
from dataclasses import replace

from resultsdesk.figures.lattice import RADIUS, hexes_placed
from resultsdesk.figures.lettering import text, width_of
from resultsdesk.figures.outline import outlines_placed
from resultsdesk.figures.packing import packed
from resultsdesk.figures.place import Placing, bounds, moved
from resultsdesk.figures.seat import Colouring, dressed
from resultsdesk.figures.shapes import (
    Align,
    Figure,
    Ink,
    Mark,
    Pattern,
    Point,
    Text,
    Texture,
    Tile,
    figure,
    replaced,
)
from resultsdesk.night.briefing import Body, BodyId, Briefing, ContestId, Outline
from resultsdesk.night.night import Night
from resultsdesk.psephology.baseline import Measure

_NAME = 1.15 * RADIUS  # how large a body's name is
_NAMES_HIGH = (
    34  # of the largest name that fit into the height of the map: few tiles are large, their names need not be
)
_HEAD = 1.6 * RADIUS  # the room for it
_NAMED_BODIES = 12  # more names than this would cover the map


def placed(briefing: Briefing, outlines: Iterable[Outline] = (), shape: float = 0.0) -> Placing:
    """Return where the contests lie: by the outlines given, or without any by the briefing's hexagons.

    A few bodies, whose hexagons are a map each, are set in rows as a view fits them best that is `shape` times as
    wide as high; with 0 they lie as the briefing has them.
    """
    known = tuple(outlines)
    if known:
        return outlines_placed(known)
    head = _HEAD if has_names(briefing) else 0.0
    if shape and head:
        return packed([_body_placed(briefing, body, head) for body in briefing.bodies.values()], shape)
    return hexes_placed(briefing.hexes, briefing.election.lattice, briefing.contests, head)


def _body_placed(briefing: Briefing, body: Body, head: float) -> Placing:
    """Return the map of one body, wide enough for its name."""
    contests = [one.id for one in briefing.contests.values() if one.body == body.id]
    members = set(contests)
    hexes = [one for one in briefing.hexes if one.contest in members]
    alone = hexes_placed(hexes, briefing.election.lattice, contests, head)
    more = max(width_of(body.name, _NAME, strong=True) + RADIUS - alone.width, 0.0)
    places = {contest: moved(place, more / 2, 0.0) for contest, place in alone.places.items()}
    return Placing(alone.width + more, alone.height, places)


def has_names(briefing: Briefing) -> bool:
    """Return whether a few bodies lie side by side, each to be named."""
    return 1 < len(briefing.bodies) <= _NAMED_BODIES


def seat_map(
    night: Night,
    colouring: Colouring = Colouring.WINNER,
    measure: Measure = Measure.LAST,
    letters: bool = False,
    where: Placing | None = None,
) -> Figure:
    """Return a map of every contest that has a place; ids of tiles are ids of contests."""
    briefing = night.briefing
    placing = where if where is not None else placed(briefing)
    hexagons = not any(len(ring) > 6 for place in placing.places.values() for ring in place.rings)
    edge = "" if hexagons else "panel"
    tiles = [
        dressed(
            Tile(contest, place.rings, place.centre, place.size, edge=edge, label=standing.contest.name),
            standing,
            briefing.parties,
            colouring,
            measure,
            letters,
        )
        for contest, place in placing.places.items()
        if (standing := night.contests.get(contest)) is not None
    ]
    names = _names(briefing, tiles, placing) if hexagons and has_names(briefing) else []
    return figure(placing.width, placing.height, *tiles, *names)


def seat_map_after(
    before: Figure,
    night: Night,
    contests: Iterable[ContestId],
    colouring: Colouring = Colouring.WINNER,
    measure: Measure = Measure.LAST,
    letters: bool = False,
) -> Figure:
    """Return a map made by `seat_map` with these contests as they stand now, all else as it was."""
    changed = []
    for contest in contests:
        tile, standing = before.shapes.get(contest), night.contests.get(contest)
        if isinstance(tile, Tile) and standing is not None:
            changed.append(dressed(tile, standing, night.briefing.parties, colouring, measure, letters))
    return replaced(before, *changed)


def ringed(tile: Tile, ink: Ink = "text") -> tuple[Tile, Tile]:
    """Return what a view lays over a chosen tile: a dark line and on it a bright one, seen on any colour."""
    plain = replace(tile, ink="", pattern=Pattern.SOLID, mark=Mark.NONE, letter="", parts=(), second="")
    plain = replace(plain, texture=Texture.NONE)
    return (
        replace(plain, id=f"{tile.id}/under", edge="ink", edge_width=6.0),
        replace(plain, id=f"{tile.id}/ring", edge=ink, edge_width=2.5),
    )


def _names(briefing: Briefing, tiles: list[Tile], placing: Placing) -> list[Text]:
    """Return each body's name above its hexagons."""
    rings: dict[BodyId, list[tuple[Point, ...]]] = {}
    for tile in tiles:
        rings.setdefault(briefing.contests[ContestId(tile.id)].body, []).extend(tile.rings)
    size = min(_NAME, max(placing.height, 1.4 * placing.width) / _NAMES_HIGH)
    return [_name(briefing.bodies[body], bounds(of_body), size) for body, of_body in rings.items() if len(rings) > 1]


def _name(body: Body, box: tuple[float, float, float, float], size: float) -> Text:
    left, top, right, _ = box
    room = max(right - left, 12 * RADIUS)
    return text(
        f"body:{body.id}",
        (left + right - room) / 2,
        top - 1.8 * RADIUS,
        room,
        1.6 * RADIUS,
        body.name,
        ink="muted",
        strong=True,
        size=size,
        align=Align.CENTRE,
    )
