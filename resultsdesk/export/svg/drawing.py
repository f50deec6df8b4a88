"""A figure as one SVG, shape for shape what the painters paint."""

import base64
from collections.abc import Mapping

from resultsdesk.assets.faces import FaceFile
from resultsdesk.export.svg import patterns
from resultsdesk.export.svg.element import element, number, safe
from resultsdesk.export.svg.lettering import face_of, subset
from resultsdesk.export.svg.look import Look
from resultsdesk.export.svg.texts import set_in, text_element
from resultsdesk.export.svg.tiles import tile_element
from resultsdesk.figures.shapes import FADING, Box, Figure, Pattern, Rule, Shape, Text, Tile

SPACE = "http://www.w3.org/2000/svg"


def to_svg(figure: Figure, look: Look, title: str, alone: bool = True, key: str = "g", scale: float = 1.0) -> str:
    """Return a figure as an SVG; `title` tells in words what it shows.

    One that stands `alone` is a whole file with the letters of its typefaces in it; another is part of a page, whose
    `key` keeps its ids apart from those of other figures there. `scale` is how many pixels a unit will be.
    """
    drawn = "".join(_element(shape, look, scale, f"{key}{at}") for at, shape in enumerate(figure.shapes.values()))
    size = {"width": figure.width, "height": figure.height} if alone else {}
    style = f"<style>{faces_css(letters_of(figure, look))}</style>" if alone else ""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n' if alone else ""
    return head + element(
        "svg", f"<title>{safe(title)}</title>", style, _ground(figure, look, key), drawn, xmlns=SPACE, **size,
        viewBox=f"0 0 {number(figure.width)} {number(figure.height)}", role="img", aria_label=safe(title),
        text_rendering="geometricPrecision", **{"xml:space": "preserve"},
    )  # fmt: skip


def letters_of(figure: Figure, look: Look) -> dict[FaceFile, frozenset[str]]:
    """Return every letter that is drawn in a figure, by the font file it is drawn from."""
    found: dict[FaceFile, set[str]] = {}
    for shape in figure.shapes.values():
        if isinstance(shape, Text):
            face = look.face(shape.role)
            for one in set_in(shape, face)[0]:
                found.setdefault(face_of(face, one.strong), set()).update(one.text)
        elif isinstance(shape, Tile) and shape.letter:
            found.setdefault(face_of(look.face("label"), True), set()).update(shape.letter)
    return {file: frozenset(letters) for file, letters in found.items()}


def faces_css(letters: Mapping[FaceFile, frozenset[str]]) -> str:
    """Return font files as style that needs no file, each cut down to the letters it is there for."""
    return "".join(
        f"@font-face{{font-family:'{file.family}';font-weight:{file.weight};font-style:{file.style};"
        f"src:url(data:font/ttf;base64,{base64.b64encode(subset(file, some)).decode('ascii')})}}"
        for file, some in letters.items()
    )


def _ground(figure: Figure, look: Look, key: str) -> str:
    if not figure.ground:
        return ""
    ground = element("rect", width=figure.width, height=figure.height, fill=look.colour(figure.ground))
    glow = figure.glow
    if glow is None:
        return ground
    gradient = f"{key}glow"
    light = [(place, look.blend(glow.ink, figure.ground, part)) for place, part in FADING]
    ellipse = element("ellipse", cx=glow.x, cy=glow.y, rx=glow.across, ry=glow.down, fill=f"url(#{gradient})")
    return ground + patterns.radial(gradient, light) + ellipse


def _element(shape: Shape, look: Look, scale: float, gradient: str) -> str:
    if shape.opacity <= 0:
        return ""
    drawn = _drawn(shape, look, scale, gradient)
    return element("g", drawn, opacity=shape.opacity) if shape.opacity < 1 else drawn


def _drawn(shape: Shape, look: Look, scale: float, gradient: str) -> str:
    match shape:
        case Tile():
            return tile_element(shape, look, scale, gradient)
        case Text():
            return text_element(shape, look)
        case Box():
            return _box(shape, look, gradient)
        case Rule():
            dashes = f"{number(2.5 * shape.width)} {number(2 * shape.width)}" if shape.dashed else None
            return element(
                "line", x1=shape.x1, y1=shape.y1, x2=shape.x2, y2=shape.y2, stroke=look.colour(shape.ink),
                stroke_width=shape.width, stroke_dasharray=dashes,
            )  # fmt: skip


def _box(box: Box, look: Look, gradient: str) -> str:
    if box.width <= 0 or box.height <= 0:
        return ""
    drawn = ""
    if box.ink and box.pattern is Pattern.HATCHED:
        stripe = look.colour(box.edge or "recount")
        drawn = patterns.hatched(gradient, look.colour(box.ink), stripe, (box.x, box.y), 4.0)
        drawn += _box_path(box, fill=f"url(#{gradient})")
    elif box.ink and box.pattern is not Pattern.HOLLOW:
        drawn = _box_path(box, fill=look.colour(box.ink))
    if box.edge and box.edge_width:
        stroke = look.colour(box.edge)
        drawn += _box_path(box, fill="none", stroke=stroke, stroke_width=box.edge_width, stroke_linejoin="round")
    return drawn


def _box_path(box: Box, **attributes: str | float) -> str:
    """Return a box's outline: its corners rounded, or its right side leaning by `slant`."""
    if box.slant:
        left, right, low = number(box.x), number(box.x + box.width), number(box.y + box.height)
        leaning = number(box.x + box.width - box.slant)
        return element("path", d=f"M{left},{number(box.y)}H{right}L{leaning},{low}H{left}Z", **attributes)
    radius = min(box.radius, box.width / 2, box.height / 2) or None
    return element("rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=radius, **attributes)
