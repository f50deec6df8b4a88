"""The seat map: a tile for each contest, coloured by winner, by gain or by majority."""

from collections.abc import Iterable
from dataclasses import replace

from resultsdesk.figures.lattice import RADIUS, hexes_placed
from resultsdesk.figures.lettering import text
from resultsdesk.figures.outline import outlines_placed
from resultsdesk.figures.place import Placing, bounds, scaled
from resultsdesk.figures.seat import Colouring, dressed
from resultsdesk.figures.shapes import (
    Align,
    Figure,
    Ink,
    Mark,
    Pattern,
    Point,
    Shape,
    Text,
    Tile,
    figure,
    replaced,
)
from resultsdesk.night.briefing import Body, BodyId, Briefing, ContestId, Outline
from resultsdesk.night.night import Night
from resultsdesk.psephology.baseline import Measure

_RING = 1.22  # how far beyond its tile a ring goes
_NAMED_BODIES = 12  # more names than this would cover the map


def placed(briefing: Briefing, outlines: Iterable[Outline] = ()) -> Placing:
    """Return where the contests lie: by the outlines given, or without any by the briefing's hexagons."""
    known = tuple(outlines)
    if known:
        return outlines_placed(known)
    return hexes_placed(briefing.hexes, briefing.election.lattice, briefing.contests)


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
    names = _names(briefing, tiles) if hexagons else []
    room = 2.4 * RADIUS if names else 0.0
    return figure(placing.width, placing.height + room, *_lowered(tiles, room), *names)


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
    """Return what a view lays over a chosen tile: a dark band, and around it a bright one seen on any colour."""
    plain = replace(tile, pattern=Pattern.RINGED, mark=Mark.NONE, letter="", parts=(), second="", edge="")
    wider = scaled(tile.rings, tile.centre, _RING)
    return (
        replace(plain, id=f"{tile.id}/band", ink="ink"),
        replace(plain, id=f"{tile.id}/ring", ink=ink, rings=wider, pattern=Pattern.HOLLOW),
    )


def _lowered(tiles: list[Tile], by: float) -> list[Shape]:
    if not by:
        return list(tiles)
    return [
        replace(
            tile,
            rings=tuple(tuple((x, y + by) for x, y in ring) for ring in tile.rings),
            centre=(tile.centre[0], tile.centre[1] + by),
        )
        for tile in tiles
    ]


def _names(briefing: Briefing, tiles: list[Tile]) -> list[Text]:
    """Return each body's name above its hexagons, where there are a few bodies side by side."""
    if not 1 < len(briefing.bodies) <= _NAMED_BODIES:
        return []
    rings: dict[BodyId, list[tuple[Point, ...]]] = {}
    for tile in tiles:
        rings.setdefault(briefing.contests[ContestId(tile.id)].body, []).extend(tile.rings)
    return [_name(briefing.bodies[body], bounds(of_body)) for body, of_body in rings.items()]


def _name(body: Body, box: tuple[float, float, float, float]) -> Text:
    left, top, right, _ = box
    room = max(right - left, 12 * RADIUS)
    return text(
        f"body:{body.id}",
        (left + right - room) / 2,
        top + 0.6 * RADIUS,
        room,
        1.6 * RADIUS,
        body.name,
        ink="muted",
        strong=True,
        size=0.95 * RADIUS,
        align=Align.CENTRE,
    )
