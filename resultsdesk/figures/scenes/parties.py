"""Parties as rows of big figures: swatch, name, seats and net change, the rest added up in a last row."""

from collections.abc import Sequence
from dataclasses import dataclass

from resultsdesk.figures.scenes.letters import width_of
from resultsdesk.figures.scenes.stage import SMALLEST, Area, line
from resultsdesk.figures.shapes import Align, Box, Rule, Shape
from resultsdesk.figures.tally_row import sign_ink
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.tally import Tally
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import number, signed

_HEAD = 34.0
_LEAST, _TALL, _TALLEST = 46.0, 92.0, 124.0
_BROAD = 640.0  # from here on rows of full names may be as tall as that
_SMALL = 30.0  # before a name grows smaller than this its short one stands for it


@dataclass(frozen=True, slots=True)
class PartyLine:
    """One row: `party` is empty where several are added up. `seats` and `net` None are not known."""

    party: str
    name: str
    short: str
    seats: int | None
    net: int | None


def party_lines(
    briefing: Briefing, tally: Tally, measure: Measure, parties: Sequence[PartyId], room: int
) -> tuple[PartyLine, ...]:
    """Return at most `room` rows: where there are more parties, the last of them adds up the rest."""
    found = []
    for one in parties:
        said, party = tally.line(one, measure), briefing.parties[one]
        found.append(PartyLine(one, party.name, party.short, said.seats, said.net))
    if len(found) <= room:
        return tuple(found)
    rest = found[room - 1 :]
    nets = [one.net for one in rest if one.net is not None]
    others = PartyLine(
        "", f"{len(rest)} others", "Others", sum(one.seats or 0 for one in rest), sum(nets) if nets else None
    )
    return (*found[: room - 1], others)


def party_rows(area: Area, lines: Sequence[PartyLine], expected: int = 0, net_label: str = "net") -> list[Shape]:
    """Return the rows under the headings of their columns, as tall as there is room for when `expected` more may come.

    So they stay as tall and where they are while parties are added below.
    """
    if not lines:
        return []
    pitch = min((area.height - _HEAD) / max(len(lines), expected), _TALLEST if area.width >= _BROAD else _TALL)
    size = min(54.0, max(24.0, pitch * 0.5 if pitch < 88 else 44 + (pitch - 88) * 0.3))
    seats_size = min(84.0, max(34.0, pitch * 0.7 if pitch < 88 else 62 + (pitch - 88) * 0.6))
    net_room = max(size * 3.1, 92.0)
    seats_room = width_of("888", seats_size, "figure") + 24
    seats_right = area.right - net_room
    room = seats_right - seats_room - area.x - 38
    while size > _SMALL and any(width_of(one.name, size) > room for one in lines):
        size -= 1
    seats_size = min(seats_size, size * 1.7)
    seats_head = Area(seats_right - 120, area.y, 120, _HEAD)
    shapes: list[Shape] = [
        line("head:seats", seats_head, "seats", 24, align=Align.RIGHT),
        line("head:net", Area(area.right - net_room, area.y, net_room, _HEAD), net_label, 24, align=Align.RIGHT),
    ]
    for at, one in enumerate(lines):
        key, ink = one.party or "others", f"party:{one.party}" if one.party else "faint"
        y = area.y + _HEAD + at * pitch
        row = Area(area.x, y, area.width, pitch)
        inner = pitch * 0.66
        name = one.name if width_of(one.name, size) <= room else one.short
        shapes += [
            Box(f"swatch:{key}", area.x, y + (pitch - inner) / 2, 14, inner, ink),
            line(f"name:{key}", Area(area.x + 38, y, room, pitch), name, size, "text"),
            line(f"seats:{key}", Area(seats_right - seats_room, y, seats_room, pitch), number(one.seats), seats_size,
                 "text", role="figure", align=Align.RIGHT),
            line(f"net:{key}", Area(area.right - net_room, y, net_room, pitch), signed(one.net),
                 max(SMALLEST, size * 0.94), sign_ink(one.net), False, "figure", Align.RIGHT),
            Rule(f"rule:{key}", area.x, row.bottom, area.right, row.bottom, "line", 1.5),
        ]  # fmt: skip
    return shapes


def rows_that_fit(height: float, least: float = _LEAST) -> int:
    """Return how many rows find room in a height."""
    return max(int((height - _HEAD) / least), 2)
