"""Tiles as SVG: a contest's area with its pattern, its mark and its letter."""

from resultsdesk.export.svg import patterns
from resultsdesk.export.svg.element import element, number, safe
from resultsdesk.export.svg.lettering import cap_height
from resultsdesk.export.svg.look import Look
from resultsdesk.export.svg.texts import words
from resultsdesk.figures import tile_measures as measures
from resultsdesk.figures.place import Rings, bounds, scaled
from resultsdesk.figures.shapes import Mark, Pattern, Texture, Tile
from resultsdesk.figures.tile_measures import ink_over, letter_size


def tile_element(tile: Tile, look: Look, scale: float, gradient: str) -> str:
    """Return a tile; `scale` is how many pixels a unit is, `gradient` an id its gradient may have."""
    lettered = bool(tile.letter) and letter_size(tile) * scale >= measures.SMALLEST_LETTER
    drawn = [_filled(tile, look, scale, gradient, lettered)]
    if tile.edge and (tile.edge_width > 1 or tile.size * scale >= measures.SMALLEST_EDGE):
        drawn.append(_stroked(tile, look.colour(tile.edge), tile.edge_width))
    if tile.mark is not Mark.NONE and tile.size * scale >= measures.SMALLEST_MARK:
        drawn.append(_mark(tile, look, lettered))
    if lettered:
        drawn.append(_letter(tile, look))
    return "".join(drawn)


def _filled(tile: Tile, look: Look, scale: float, gradient: str, lettered: bool) -> str:
    second = look.colour(tile.second or "panel")
    if not tile.ink:
        return ""
    if tile.texture is not Texture.NONE and not lettered:
        line = look.blend("panel", tile.ink, measures.LINES)
        made = patterns.lined(gradient, look.colour(tile.ink), line, tile.texture, tile.centre, tile.size * 0.7)
        return made + _path(tile.rings, f"url(#{gradient})")
    match tile.pattern:
        case Pattern.SOLID:
            return _path(tile.rings, look.colour(tile.ink))
        case Pattern.HATCHED:
            stripe = look.colour(tile.second or "recount")
            made = patterns.hatched(gradient, look.colour(tile.ink), stripe, tile.centre, tile.size * 0.5)
            return made + _path(tile.rings, f"url(#{gradient})")
        case Pattern.SPLIT:
            inks = tile.parts or (tile.ink, tile.second or tile.ink)
            made = patterns.split(gradient, [look.colour(one) for one in inks], *bounds(tile.rings))
            return made + _path(tile.rings, f"url(#{gradient})")
        case Pattern.HOLLOW if tile.edge or tile.size * scale < measures.SMALLEST_EDGE:
            return _path(tile.rings, second)
        case Pattern.RINGED if tile.edge:  # an outline drawn in to its middle would not run along its border
            return _path(tile.rings, second) + _stroked(tile, look.colour(tile.ink), measures.OUTLINE)
        case _:
            inside = measures.HOLLOW if tile.pattern is Pattern.HOLLOW else measures.RINGED
            inner = scaled(tile.rings, tile.centre, inside)
            return _path(tile.rings, look.colour(tile.ink)) + _path(inner, second)


def _path(rings: Rings, fill: str) -> str:
    return element("path", d=_outline(rings), fill=fill, fill_rule="evenodd" if len(rings) > 1 else None)


def _stroked(tile: Tile, colour: str, width: float) -> str:
    return element(
        "path", d=_outline(tile.rings), fill="none", stroke=colour, stroke_width=width, stroke_linejoin="round",
        vector_effect="non-scaling-stroke",
    )  # fmt: skip


def _outline(rings: Rings) -> str:
    return "".join("M" + "L".join(f"{number(x)},{number(y)}" for x, y in ring) + "Z" for ring in rings)


def _mark(tile: Tile, look: Look, lettered: bool) -> str:
    """Return the mark in the middle, or small above the letter where there is one."""
    x, middle = tile.centre
    y = middle - tile.size * measures.ABOVE_LETTER if lettered else middle
    part = measures.BESIDE_LETTER if lettered else 1.0
    colour = look.colour(ink_over(tile))
    match tile.mark:
        case Mark.DOT:
            return element("circle", cx=x, cy=y, r=tile.size * measures.DOT * part, fill=colour)
        case Mark.RING:
            return element(
                "circle", cx=x, cy=y, r=tile.size * measures.RING * part, fill="none", stroke=colour,
                stroke_width=tile.size * measures.RING_WIDTH,
            )  # fmt: skip
        case _:
            reach = tile.size * measures.CROSS_REACH
            left, top, right, bottom = (number(one) for one in (x - reach, y - reach, x + reach, y + reach))
            cross = f"M{left},{top}L{right},{bottom}M{left},{bottom}L{right},{top}"
            width = tile.size * measures.CROSS_WIDTH
            return element("path", d=cross, stroke=look.colour("postponed"), stroke_width=width, fill="none")


def _letter(tile: Tile, look: Look) -> str:
    face, size = look.face("label"), letter_size(tile)
    x, y = tile.centre
    return words(
        safe(tile.letter), x=x, y=y + cap_height(face, size, True) / 2, face=face, size=size, strong=True,
        fill=look.colour(ink_over(tile)), anchor="middle",
    )  # fmt: skip
