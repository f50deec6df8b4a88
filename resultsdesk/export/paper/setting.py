"""The report as Typst sets it: the template, what it is told, and its figures."""

import json
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from resultsdesk.assets import font_files, resource
from resultsdesk.assets.palette import read_palette
from resultsdesk.export.paper.rows import BETWEEN, rows
from resultsdesk.export.paper.typesetting import Task, set_apart
from resultsdesk.export.report.pictures import (
    bar_words,
    map_words,
    night_map,
    night_map_key,
    party_colours,
    seats_bar,
)
from resultsdesk.export.report.places import PlaceLine
from resultsdesk.export.report.report import NOT_REAL, gains_words, most_telling, report, story_words
from resultsdesk.export.summary import Summary
from resultsdesk.export.svg.drawing import to_svg
from resultsdesk.export.svg.look import Look
from resultsdesk.figures.shapes import Figure
from resultsdesk.night.night import ScopeKind

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

SHORT = 6
"""How many lines of the story stand on the first page."""
MOST_LINES = 40
MOST_BODIES = 24
"""With more bodies than this, only the list of who controls them is printed."""

MAP_SCALE = 0.24  # as small as a map is on paper, where lines tell parties apart and letters would be dirt


def set_in_type(summary: Summary, path: Path) -> None:
    """Write the report as a PDF; the same summary gives the same bytes."""
    inputs = {"report": _json(_said(summary)), "pictures": _json(_pictures(summary))}
    fonts = sorted({str(one.parent) for one in font_files()})
    set_apart(Task(str(resource("summary", "report.typ")), inputs, fonts, str(path), summary.written))


def _said(summary: Summary) -> dict[str, Any]:
    """Return the report as the template reads it, with the sentences that only paper needs."""
    whole = summary.once(report)
    return {
        **_fields(whole),
        "places": [{"body": one.body, "lines": [_line(each) for each in one.lines]} for one in whole.places],
        "story": most_telling(whole, MOST_LINES),
        "Area": whole.area.capitalize(),
        "body_word": "Body",
        "colours": party_colours(summary),
        "not_real": NOT_REAL,
        "written_words": f"Written {whole.written}",
        "short": SHORT,
        "most_bodies": MOST_BODIES,
        "gains_words": gains_words(whole),
        "between": BETWEEN,
        "story_words": story_words(whole, MOST_LINES),
    }


def _line(one: PlaceLine) -> dict[str, Any]:
    said, set_ = _fields(one), rows(one)
    del said["candidacies"]
    return {**said, "all": set_.stood, "heights": set_.heights}


def _pictures(summary: Summary) -> dict[str, dict[str, str | float]]:
    look = Look(read_palette(resource("summary", "print.toml")), summary.night.briefing.parties)

    def made(figure: Figure, words: str, scale: float = 1.0) -> dict[str, str | float]:
        drawn = to_svg(figure, look, words, alone=False, scale=scale)
        return {"svg": drawn, "words": words, "shape": figure.height / figure.width}

    scope = summary.night.main_scope
    found = {"bar": made(seats_bar(summary, scope), bar_words(summary, scope))}
    drawn = night_map(summary, letters=True)
    if drawn is not None:
        found["map"] = made(drawn, map_words(summary), MAP_SCALE)
        found["key"] = made(night_map_key(summary, drawn), "What the marks and lines on the map mean.")
    bodies = summary.once(report).bodies
    for one in bodies if 1 < len(bodies) <= MOST_BODIES else ():
        assert one.scope.kind is ScopeKind.BODY
        found[f"bar:{one.scope.name}"] = made(seats_bar(summary, one.scope), bar_words(summary, one.scope))
    return found


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_fields)


def _fields(value: "DataclassInstance") -> dict[str, Any]:
    """Return a dataclass's fields by name; those within it stay as they are until they are written."""
    return {one.name: getattr(value, one.name) for one in fields(value)}
