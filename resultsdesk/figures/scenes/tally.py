"""The tally bar: every seat in one row, how far the largest party is from a majority, and each party's seats."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from math import ceil

from resultsdesk.figures.scenes.bar import seats_bar
from resultsdesk.figures.scenes.facts import (
    against_line,
    declared_line,
    leaders,
    measure_of,
    place_name,
    rows_expected,
    scope_of,
    seated,
)
from resultsdesk.figures.scenes.parties import PartyLine, party_lines, party_rows, rows_that_fit
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.seats import seats_headline_of
from resultsdesk.figures.scenes.stage import Area, foot, heading, line, stage_of
from resultsdesk.figures.shapes import Figure, Shape, figure
from resultsdesk.night.night import Night
from resultsdesk.night.tally import Tally
from resultsdesk.psephology.wording import majority_words

_GAP = 90.0


def tally_scene(night: Night, request: SceneRequest, now: datetime | None) -> Figure:
    """Return the bar of a scope with the parties below it."""
    stage, scope, measure = stage_of(request.format), scope_of(night, request), measure_of(night, request)
    tally = night.tally(scope)
    feet, room = foot(stage, declared_line(night, tally, now), against_line(night, scope, measure))
    shapes, rest = heading(stage, place_name(night, scope), seats_headline_of(night, tally))
    under = _under(night, tally)
    if under:
        shapes.append(line("under", Area(rest.x, rest.y, rest.width, 56), under, 40.0 if stage.wide else 36.0, "text"))
        rest = rest.below(64)
    tall = 190.0 if stage.wide else 170.0
    bar = Area(rest.x, rest.y + 24, rest.width, tall + (44 if tally.majority else 0))
    shapes += seats_bar(night, tally, bar, 64.0 if stage.wide else 48.0)
    below = Area(rest.x, bar.bottom + 20, rest.width, stage.safe.bottom - room - bar.bottom - 20)
    columns = 2 if stage.wide else 1
    each = rows_that_fit(below.height, 60)
    lines = party_lines(night.briefing, tally, measure, seated(night, tally, measure), each * columns)
    expected = min(rows_expected(night, scope, measure), each * columns)
    return figure(stage.width, stage.height, *shapes, *_columns(below, lines, columns, expected), *feet, ground="ink")


def _under(night: Night, tally: Tally) -> str:
    """Return how far the largest party is from a majority, or nothing where that means nothing."""
    first = leaders(night, tally)
    if tally.majority is None or len(first) != 1 or not tally.declared:
        return ""
    said = majority_words(tally.party_seats(first[0]), tally.all_seats, tally.majority, tally.complete)
    return f"{said[:1].upper()}{said[1:]}"


def _columns(area: Area, lines: Sequence[PartyLine], columns: int, expected: int) -> list[Shape]:
    """Return the rows in columns, as even as they can be; the headings of the second have ids of their own."""
    every = max(len(lines), expected)
    if every <= 4:
        columns = 1
    each = ceil(every / columns)
    wide = (area.width - _GAP * (columns - 1)) / columns
    shapes: list[Shape] = []
    for at in range(columns):
        here = Area(area.x + at * (wide + _GAP), area.y, wide, area.height)
        part = party_rows(here, lines[at * each : (at + 1) * each], each)
        shapes += [replace(one, id=f"{one.id}/{at}") if one.id.startswith("head:") else one for one in part]
    return shapes
