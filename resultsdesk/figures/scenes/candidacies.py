"""Candidacies of a declared contest as rows: name, bar, votes, share and change, as many as a frame can hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from resultsdesk.figures.lettering import span
from resultsdesk.figures.scenes.letters import width_of
from resultsdesk.figures.scenes.stage import SMALLEST, Area, Stage, first_that_fits, fitted, line
from resultsdesk.figures.shapes import Align, Box, Shape, Span
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.candidacy import Candidacy
from resultsdesk.psephology.rounding import number, per_cent, points
from resultsdesk.psephology.shares import change, share

_ROOMY, _TIGHT = 92.0, 44.0  # from row to row: the most that looks well, and the least that can be read
_TALL, _TALLEST = 146.0, 200.0  # from here on a narrow frame has room for figures below a name, and no more than this
_TWO_LINES = 72.0  # from here on a wide frame has room for the party below a name
_NAMES, _NAMES_WIDE = 470.0, 600.0  # for names before bars: that, and at most that where the party is beside the name
_READ = 34.0  # on a narrow frame a name is no smaller for its party's sake
_GAP = 26.0


@dataclass(frozen=True, slots=True)
class Row:
    """What one row says. `party` is empty for the row that adds up all the others."""

    id: str
    name: str
    party: str
    label: str
    short: str
    votes: int
    share: Fraction | None
    change: str


def candidacy_rows(stage: Stage, briefing: Briefing, standing: Standing, area: Area, page: int = 0) -> list[Shape]:
    """Return the candidacies in the order of the count, those that find no room added up in a last row."""
    rows = _rows(briefing, standing)
    if not rows:
        return _unopposed(briefing, standing, area)
    least = _TIGHT if stage.wide else 62.0
    room = max(int(area.height / least), 2)
    longest = max((one.votes for one in rows), default=0)
    shown = _page(rows, room, page)
    pitch = min(area.height / max(len(shown), 1), _ROOMY if stage.wide else _TALLEST)
    set_row = _wide_row if stage.wide else _narrow_row if pitch < _TALL else _tall_row
    if set_row is _narrow_row:
        pitch = min(pitch, 124.0)
    shapes: list[Shape] = []
    fit = _name_room(shown, pitch) if stage.wide else _size(shown, Area(area.x, area.y, area.width, pitch))
    for at, row in enumerate(shown):
        shapes += set_row(row, Area(area.x, area.y + at * pitch, area.width, pitch), longest, fit)
    return shapes


def _rows(briefing: Briefing, standing: Standing) -> list[Row]:
    poll, counted, contest = standing.poll, standing.count, standing.contest
    if poll is None or counted is None:
        return []
    found = []
    for ranked in counted.ranked:
        one = contest.candidacy(ranked)
        if one is None:
            continue
        part = share(poll.votes[ranked], poll.valid_votes)
        found.append(
            Row(
                ranked, one.name, one.party, *_labels(briefing, standing, one), poll.votes[ranked], part,
                _change(briefing, standing, one, part),
            )
        )  # fmt: skip
    return found


def _labels(briefing: Briefing, standing: Standing, one: Candidacy) -> tuple[str, str]:
    """Return a candidacy's party in full, with what else there is to say, and its short name."""
    party = briefing.parties[one.party]
    more = [party.name]
    if standing.contest.vacancies > 1 and one.id in standing.winners:
        more.append("elected")
    elif one.sitting:
        more.append("sitting")
    return " · ".join(more), party.short


def _change(briefing: Briefing, standing: Standing, one: Candidacy, part: Fraction | None) -> str:
    """Return how a candidacy's share moved; nothing where a party has several, as in a ward of several seats."""
    party, baseline = briefing.parties[one.party], standing.contest.baseline
    if baseline is None or sum(other.party == one.party for other in standing.contest.candidacies) > 1:
        return ""
    if party.compares and baseline.share(one.party) is None:
        return "new"
    moved = change(part, party, baseline)
    return points(moved) if moved is not None else ""


def _page(rows: Sequence[Row], room: int, page: int) -> Sequence[Row]:
    if len(rows) <= room:
        return rows
    if page > 0:
        return rows[room - 1 :][(page - 1) * room : page * room] or _page(rows, room, 0)
    rest = rows[room - 1 :]
    parts = [one.share for one in rest if one.share is not None]
    others = Row(
        "others", f"{len(rest)} others", "", "", "", sum(one.votes for one in rest), sum(parts, Fraction(0)), ""
    )
    return (*rows[: room - 1], others)


def _name_room(rows: Sequence[Row], tall: float) -> float:
    """Return how much room names have on a wide frame before the bars begin, alike in every row."""
    if tall >= _TWO_LINES:
        return _NAMES
    size = min(30.0, tall * 0.6)
    longest = max(width_of(f"{one.name}  {one.label}", size) for one in rows)
    return min(max(longest + 34 + _GAP, _NAMES), _NAMES_WIDE)


def _wide_row(row: Row, area: Area, longest: int, name_room: float) -> list[Shape]:
    """Return name and party, a bar, and three columns that end on the right."""
    tall = area.height
    two_lines = tall >= _TWO_LINES
    size = min(38.0, max(26.0, tall * 0.44)) if two_lines else min(30.0, tall * 0.6)
    figure_size = min(46.0, max(30.0, tall * 0.6))
    small = max(SMALLEST, min(34.0, tall * 0.5))
    change_room, share_room, votes_room = 116.0, 136.0, 176.0
    votes_right = area.right - change_room - share_room
    bar_x = area.x + name_room
    bar_room = votes_right - votes_room - bar_x
    inner = tall * 0.74
    top = area.y + (tall - inner) / 2
    ink = f"party:{row.party}" if row.party else "faint"
    part = row.votes / longest if longest else 0.0
    shapes: list[Shape] = [
        Box(f"swatch:{row.id}", area.x, top, 12, inner, ink),
        Box(f"bar:{row.id}", bar_x, top, max(bar_room * part, 2.0), inner, ink),
        _number(f"votes:{row.id}", votes_right, votes_room, area, number(row.votes), figure_size, "text"),
        _number(f"share:{row.id}", area.right - change_room, share_room, area, per_cent(row.share), small, "text"),
        _number(f"change:{row.id}", area.right, change_room, area, row.change, small * 0.94, "muted"),
    ]
    name_x, room = area.x + 34, name_room - 34 - _GAP
    if two_lines:
        _, fits = fitted(row.name, room, (size, SMALLEST), 1)
        label = first_that_fits((row.label, row.label.split(" · ")[0], row.short), 24, room)
        shapes += [
            line(f"name:{row.id}", Area(name_x, top - 4, room, inner * 0.6), row.name, fits, "text", role="headline"),
            line(f"party:{row.id}", Area(name_x, top + inner * 0.58, room, inner * 0.42), label, 24),
        ]
    else:
        _, fits = fitted(row.name, room, (size, SMALLEST), 1, "label")
        shapes.append(line(f"name:{row.id}", Area(name_x, area.y, room, tall), _named(row, fits, room), fits))
    return shapes


def _narrow_row(row: Row, area: Area, longest: int, size: float) -> list[Shape]:
    """Return name, votes, share and change on one line in the size given, and the bar along its foot."""
    bar = _narrow_bar(area.height)
    words = Area(area.x, area.y, area.width, area.height - bar - 10)
    small, change_room, share_room, votes_room = _narrow_rooms(size)
    votes_right = area.right - change_room - share_room
    ink = f"party:{row.party}" if row.party else "faint"
    part = row.votes / longest if longest else 0.0
    room = votes_right - votes_room - area.x - 12
    return [
        Box(f"track:{row.id}", area.x, words.bottom, area.width, bar, "raised"),
        Box(f"bar:{row.id}", area.x, words.bottom, max(area.width * part, 2.0), bar, ink),
        line(f"name:{row.id}", Area(area.x, words.y, room, words.height), _named(row, size, room), size),
        _number(f"votes:{row.id}", votes_right, votes_room, words, number(row.votes), size, "text"),
        _number(f"share:{row.id}", area.right - change_room, share_room, words, per_cent(row.share), small, "text"),
        _number(f"change:{row.id}", area.right, change_room, words, row.change, small, "muted"),
    ]


def _size(rows: Sequence[Row], area: Area) -> float:
    """Return the size of type of narrow rows: smaller while that gives more of them their party's full name."""
    size = min(44.0, max(26.0, (area.height - _narrow_bar(area.height) - 10) * 0.6))
    while size > _READ and any(
        width_of(f"{one.name}  {one.label.split(' · ')[0]}", size) > area.width - sum(_narrow_rooms(size)[1:]) - 12
        for one in rows
    ):
        size -= 1
    return size


def _narrow_bar(tall: float) -> float:
    return max(8.0, min(24.0, tall * 0.2))


def _narrow_rooms(size: float) -> tuple[float, float, float, float]:
    """Return the size of the figures after the votes, and the room for change, share and votes."""
    small = max(24.0, size * 0.82)
    return small, small * 3.7, small * 4.3, width_of("88,888", size, "figure") + 12


def _tall_row(row: Row, area: Area, longest: int, _: float) -> list[Shape]:
    """Return name and party on one line and below it a bar with votes, share and change on its right."""
    half, size, small = area.height * 0.44, 48.0, 40.0
    change_room, share_room, votes_room = small * 3.3, small * 3.9, width_of("88,888", size, "figure") + 16
    votes_right = area.right - change_room - share_room
    below = Area(area.x, area.y + half, area.width, area.height * 0.4)
    bar_room = votes_right - votes_room - area.x - 12
    ink = f"party:{row.party}" if row.party else "faint"
    part = row.votes / longest if longest else 0.0
    return [
        Box(f"track:{row.id}", area.x, below.y, bar_room, below.height, "raised"),
        Box(f"bar:{row.id}", area.x, below.y, max(bar_room * part, 2.0), below.height, ink),
        line(f"name:{row.id}", Area(area.x, area.y, area.width, half), _named(row, size - 4, area.width), size - 4),
        _number(f"votes:{row.id}", votes_right, votes_room, below, number(row.votes), size, "text"),
        _number(f"share:{row.id}", area.right - change_room, share_room, below, per_cent(row.share), small, "text"),
        _number(f"change:{row.id}", area.right, change_room, below, row.change, small, "muted"),
    ]


def _named(row: Row, size: float, room: float) -> tuple[Span, ...]:
    """Return the name and after it the party, in full or short or not at all as there is room."""
    name = span(row.name, "text", True)
    for label in (row.label, row.label.split(" · ")[0], row.short):
        if label and width_of(f"{row.name}  {label}", size) <= room:
            return name, span(f"  {label}", "muted")
    return (name,)


def _number(id: str, right: float, room: float, area: Area, words: str, size: float, ink: str) -> Shape:
    at = Area(right - room, area.y, room, area.height)
    return line(id, at, words, size, ink, id.startswith("votes:"), "figure", Align.RIGHT)


def _unopposed(briefing: Briefing, standing: Standing, area: Area) -> list[Shape]:
    """Return those elected without a vote."""
    shapes: list[Shape] = []
    for at, winner in enumerate(standing.winners):
        one = standing.contest.candidacy(winner)
        if one is None:
            continue
        here = Area(area.x, area.y + at * 110, area.width, 96)
        words, room = f"{briefing.parties[one.party].name} · elected unopposed", here.width - 34
        shapes += [
            Box(f"swatch:{winner}", here.x, here.y, 12, here.height, f"party:{one.party}"),
            line(f"name:{winner}", Area(here.x + 34, here.y, room, 56), one.name, 46, "text", role="headline"),
            line(f"party:{winner}", Area(here.x + 34, here.y + 56, room, 40), words, 28),
        ]
    return shapes
