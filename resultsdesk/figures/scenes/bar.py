"""The seats of a body as one bar on air, and the line for a majority across it."""

from resultsdesk.figures.scenes.facts import seated
from resultsdesk.figures.scenes.letters import width_of
from resultsdesk.figures.scenes.stage import SMALLEST, Area, line
from resultsdesk.figures.shapes import Align, Box, Rule, Shape
from resultsdesk.night.night import Night
from resultsdesk.night.tally import Tally
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.rounding import number

_FOOT = 44.0


def seats_bar(night: Night, tally: Tally, area: Area, size: float = 36.0) -> list[Shape]:
    """Return the bar over its majority line's words; seats not up tonight are subdued, those to come empty."""
    foot = _FOOT if tally.majority else 0.0
    tall = area.height - foot
    shapes: list[Shape] = [Box("track", area.x, area.y, area.width, tall, "raised")]
    unit = area.width / tally.all_seats if tally.all_seats else 0.0
    line_x = area.x + tally.majority * unit if tally.majority else None
    x = area.x
    for party in seated(night, tally, Measure.LAST):
        seats, kept = tally.party_seats(party), tally.continuing.get(party, 0)
        if not seats:
            continue
        wide = seats * unit
        shapes.append(Box(f"bar:{party}", x, area.y, wide, tall, f"party:{party}"))
        if kept:
            shapes.append(Box(f"bar:kept:{party}", x, area.y, kept * unit, tall, f"party:{party}/dim"))
        room = width_of(number(seats), size, "figure") + 4
        at = x + 16
        if line_x is not None and at - 8 < line_x < at + room + 8:
            at = line_x + 14
        if at + room + 10 <= x + wide:
            ink = f"on:{party}/dim" if at < x + kept * unit else f"on:{party}"
            here = Area(at, area.y, room, tall)
            shapes.append(line(f"seats-in:{party}", here, number(seats), size, ink, role="figure"))
        x += wide
    if tally.majority and line_x is not None:
        words = f"{number(tally.majority)} for a majority"
        small = max(SMALLEST, 26.0)
        room = width_of(words, small) + 10
        left = min(max(line_x - room / 2, area.x), area.right - room)
        shapes += [
            Rule("majority", line_x, area.y - 10, line_x, area.y + tall + 10, "text", 4, dashed=True),
            line("majority/words", Area(left, area.y + tall + 10, room, _FOOT - 10), words, small, align=Align.CENTRE),
        ]
    return shapes
