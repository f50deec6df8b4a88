"""The page as text: the template, its style with both themes, its typefaces, and its one script."""

import base64
import hashlib
from collections.abc import Mapping

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from resultsdesk.assets import HEADLINE_FAMILY, TEXT_FAMILY, resource
from resultsdesk.assets.faces import face_file
from resultsdesk.assets.palette import palette, read_palette
from resultsdesk.export.report.pictures import NARROW, WIDE, bar_words, map_words, night_map, night_map_key, seats_bar
from resultsdesk.export.report.report import NOT_REAL, Report, gains_words, most_telling, report, story_words
from resultsdesk.export.summary import Summary
from resultsdesk.export.svg.drawing import faces_css, to_svg
from resultsdesk.export.svg.look import TwoLooks
from resultsdesk.figures.shapes import Figure
from resultsdesk.night.night import Scope

MOST_LINES = 200
MOST_BODIES = 40
_FACES = ((HEADLINE_FAMILY, 800), (TEXT_FAMILY, 400), (TEXT_FAMILY, 600), (TEXT_FAMILY, 700))
_INKS = ("ink", "panel", "line", "text", "muted", "accent", "rehearsal", "rehearsal-ground")
_KEY_WORDS = "What the marks and lines on the map mean."
_MAP_SCALE = 0.35  # pixels to a unit of the map: lines tell parties apart where letters would be dirt


def rendered(summary: Summary) -> str:
    """Return the whole page."""
    said = summary.once(report)
    look = TwoLooks(palette("dark"), read_palette(resource("summary", "print.toml")), summary.night.briefing.parties)
    inks = {ink: look.colour(ink) for ink in _INKS}
    folder = resource("summary")
    room = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, keep_trailing_newline=True,
    )  # fmt: skip
    body = room.get_template("page.html").render(
        report=said,
        not_real=NOT_REAL,
        gains_words=gains_words(said),
        story_words=story_words(said, MOST_LINES),
        story=most_telling(said, MOST_LINES),
        squares={str(one): look.colour(f"party:{one}") for one in summary.night.briefing.parties},
        pictures=_pictures(summary, said, look),
    )
    style = _variables(look, inks) + _running(summary) + (folder / "page.css").read_text(encoding="utf-8")
    script = (folder / "page.js").read_text(encoding="utf-8")
    return _document(summary, body, _faces(body) + style, script)


def _document(summary: Summary, body: str, style: str, script: str) -> str:
    # Nothing is fetched, and no script runs but this one, whatever a name may hold.
    sealed = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    policy = (
        "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:;"
        f" script-src 'sha256-{sealed}'; base-uri 'none'; form-action 'none'"
    )
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="{escape(summary.made_by)}">\n'
        f"<title>{escape(summary.heading)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"{body}<script>{script}</script>\n</body>\n</html>\n"
    )


def _variables(look: TwoLooks, inks: Mapping[str, str]) -> str:
    """Return every colour as a variable: dark on a screen, light on paper and where light is preferred."""
    names = "".join(f"--{ink}:{variable};" for ink, variable in inks.items())
    dark, light = ("".join(f"{name}:{colour};" for name, colour in look.said(which)) for which in (0, 1))
    return (
        f":root{{{dark}{names}}}\n"
        f"@media (prefers-color-scheme:light){{:root{{{light}}}}}\n"
        f"@media print{{:root{{{light}}}}}\n"
    )


def _running(summary: Summary) -> str:
    """Return what stands at the top of every printed page."""
    said = {"left": summary.night.briefing.election.title, "center": summary.mark, "right": summary.declared}
    return "@page{" + "".join(f"@top-{side}{{content:{_string(words)}}}" for side, words in said.items()) + "}\n"


def _string(words: str) -> str:
    """Return words as a string of CSS, every letter that could end it or the style as its number."""
    return '"' + "".join(one if one.isalnum() or one == " " else f"\\{ord(one):x} " for one in words) + '"'


def _faces(body: str) -> str:
    """Return the typefaces, cut down to the letters of the page and those that its style and script add."""
    letters = frozenset(body) | frozenset("▲▼·")
    return faces_css({face_file(family, weight): letters for family, weight in _FACES})


def _pictures(summary: Summary, said: Report, look: TwoLooks) -> dict[str, object]:
    def made(figure: Figure, words: str, key: str, scale: float = 1.0) -> Markup:
        # Every word of an SVG is escaped where it is made.
        return Markup(to_svg(figure, look, words, alone=False, key=key, scale=scale))

    def bar(scope: Scope, key: str) -> tuple[Markup, Markup]:
        """Return the bar for a broad screen and, in letters of the same size, for a telephone."""
        words = bar_words(summary, scope)
        broad, narrow = (seats_bar(summary, scope, width) for width in (WIDE, NARROW))
        return made(broad, words, f"{key}-b"), made(narrow, words, f"{key}-n")

    drawn = night_map(summary, letters=True)
    bodies = said.bodies if 1 < len(said.bodies) <= MOST_BODIES else ()
    return {
        "bar": bar(summary.night.main_scope, "bar"),
        "map": made(drawn, map_words(summary), "map", _MAP_SCALE) if drawn is not None else "",
        "key": made(night_map_key(summary, drawn), _KEY_WORDS, "key") if drawn is not None else "",
        "bodies": {one.scope.name: bar(one.scope, f"bar{at}") for at, one in enumerate(bodies)},
    }
