"""The tally bar: every seat of a body in a row, the parties by their seats, and the line for a majority."""

from collections.abc import Mapping

from resultsdesk.figures.lettering import span, text, width_of
from resultsdesk.figures.shapes import Align, Box, Figure, Rule, Shape, figure
from resultsdesk.night.tally import Tally
from resultsdesk.psephology.party import Party, PartyId
from resultsdesk.psephology.rounding import number

_HEAD, _FOOT = 26.0, 24.0
_LABEL = 18.0


def tally_bar(
    tally: Tally, parties: Mapping[PartyId, Party], width: float, height: float = 96.0, title: str = "Seats"
) -> Figure:
    """Return the bar under its heading; seats not up tonight are subdued, and what is to come is empty.

    The heading is left out where `title` is empty, the line where the scope is no body.
    """
    head = _HEAD if title else 0.0
    foot = _FOOT if tally.majority else 0.0
    top, tall = head, max(height - head - foot, 12.0)
    shapes: list[Shape] = _heading(tally, width, title) if title else []
    shapes.append(Box("bar", 0, top, width, tall, "raised", radius=3))
    if tally.all_seats:
        shapes += _segments(tally, parties, width, top, tall)
        if tally.majority:
            shapes += _majority(tally.majority, tally.majority / tally.all_seats * width, width, top, tall)
    return figure(width, height, *shapes)


def _heading(tally: Tally, width: float, title: str) -> list[Shape]:
    left = "all in" if not tally.to_come else f"{number(tally.to_come)} to come"
    return [
        text("title", 0, 0, width * 0.6, _HEAD - 6, title, ink="muted", strong=True),
        text("to come", width * 0.5, 0, width * 0.5, _HEAD - 6, left, ink="muted", align=Align.RIGHT),
    ]


def _segments(tally: Tally, parties: Mapping[PartyId, Party], width: float, top: float, tall: float) -> list[Shape]:
    shapes: list[Shape] = []
    unit = width / tally.all_seats
    x = 0.0
    for party in sorted(tally.parties, key=lambda one: (-tally.party_seats(one), parties[one].order)):
        seats, kept = tally.party_seats(party), tally.continuing.get(party, 0)
        if not seats:
            continue
        if kept:
            shapes.append(Box(f"kept:{party}", x, top, kept * unit, tall, f"party:{party}/dim"))
        if seats > kept:
            shapes.append(Box(f"won:{party}", x + kept * unit, top, (seats - kept) * unit, tall, f"party:{party}"))
        room = width_of(number(seats), _LABEL, True, "figure")
        at = _clear_of(tally.majority * unit if tally.majority else None, x + 8, room)
        if at + room + 6 <= x + seats * unit:
            ink = f"on:{party}/dim" if at < x + kept * unit else f"on:{party}"
            run = span(number(seats), ink, strong=True)
            shapes.append(text(f"seats:{party}", at, top, room, tall, run, role="figure", size=_LABEL))
        x += seats * unit
    return shapes


def _clear_of(line: float | None, x: float, room: float) -> float:
    """Return where a figure begins that would begin at `x`, moved beyond the majority line if that ran through it."""
    crossed = line is not None and x - 4 < line < x + room + 4
    return line + 8 if crossed and line is not None else x


def _majority(line: int, x: float, width: float, top: float, tall: float) -> list[Shape]:
    label = f"{number(line)} for a majority"
    room = width_of(label, 14) + 8
    left = min(max(x - room / 2, 0), max(width - room, 0))
    return [
        Rule("majority", x, top - 2, x, top + tall + 6, "text", 2, dashed=True),
        text("line", left, top + tall + 5, room, _FOOT - 5, label, ink="muted", align=Align.CENTRE),
    ]
