"""The battleground: the seats a party set out to win, in order, each turning as it falls or is missed."""

from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from math import ceil

from resultsdesk.figures.lettering import span
from resultsdesk.figures.scenes.facts import declared_line, place_name, scope_of
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.stage import Area, fitted, foot, heading, line, stage_of
from resultsdesk.figures.scenes.swing import needed, two_parties
from resultsdesk.figures.shapes import Box, Figure, Shape, figure
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.night import Night, Scope
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.headlines import targets_headline
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.wording import measured_words, needed_words

_LOWEST, _TALLEST = 96.0, 216.0  # from target to target down a column
_COUNTED = 100  # without a list of its own, a party's targets are the seats it comes closest in


@dataclass(frozen=True, slots=True)
class Aim:
    """A target: `swing` is what it falls at, None where last time is not known."""

    standing: Standing
    swing: Fraction | None


def battleground(night: Night, request: SceneRequest, now: datetime | None) -> Figure:
    """Return a party's targets, a page at a time."""
    stage, scope, briefing = stage_of(request.format), scope_of(night, request), night.briefing
    declared = declared_line(night, night.tally(scope), now)
    party = challenger(night, request)
    if party is None:
        feet, _ = foot(stage, declared)
        shapes, _ = heading(stage, place_name(night, scope), "No targets are known")
        return figure(stage.width, stage.height, *shapes, *feet, ground="ink")
    every = aims(night, scope, party)
    feet, room = foot(stage, declared, _measured(every))
    decided = [one for one in every if one.standing.decided]
    won = [one for one in decided if party in one.standing.parties]
    words = targets_headline(briefing.parties[party], len(won), len(decided), len(every))
    shapes, rest = heading(stage, place_name(night, scope), words)
    area = Area(rest.x, rest.y + 30, rest.width, stage.safe.bottom - room - rest.y - 30)
    rows = max(int(area.height / _LOWEST), 1)
    few = len(every) <= 8
    columns = (2 if few else 3) if stage.wide else 1 if few else 2
    held = columns * rows
    start = min(max(request.page, 0), max(ceil(len(every) / held) - 1, 0)) * held
    cells = _cells(briefing, party, every[start : start + held], start, area, (columns, rows))
    return figure(stage.width, stage.height, *shapes, *cells, *feet, ground="ink")


def _measured(every: tuple[Aim, ...]) -> str:
    """Return what the swings of targets are measured against, where any is shown."""
    open_ones = (one for one in every if not one.standing.decided and one.swing)
    base = next((one.standing.contest.baseline for one in open_ones), None)
    return f"Swing needed {measured_words(Measure.LAST, base)}" if base is not None else ""


def challenger(night: Night, request: SceneRequest) -> PartyId | None:
    """Return whose targets to show: those asked for, else of the larger party that was behind last time."""
    if request.party is not None:
        return request.party if request.party in night.briefing.parties else None
    scope = scope_of(night, request)
    listed = next((one.party for one in night.briefing.targets if night.holds(scope, one.contest)), None)
    if listed is not None:
        return listed
    pair = two_parties(night, scope, None)
    if pair is None:
        return None
    defended = [party for one in night.within(scope) for party in one.contest.before(Measure.LAST)]
    return min(pair, key=defended.count)


def aims(night: Night, scope: Scope, party: PartyId) -> tuple[Aim, ...]:
    """Return a party's targets of a scope in order: the briefing's list, or else by the swing they fall at."""
    listed = sorted(
        (one for one in night.briefing.targets if one.party == party and night.holds(scope, one.contest)),
        key=lambda one: one.rank,
    )
    if listed:
        return tuple(_aim(night.contests[one.contest], party) for one in listed)
    found = []
    for standing in night.within(scope):
        contest = standing.contest
        base = contest.baseline
        if base is None or contest.vacancies > 1 or party not in base.votes or base.ranked[0].party == party:
            continue
        if any(one.party == party for one in contest.candidacies):
            found.append(_aim(standing, party))
    found.sort(key=lambda one: (one.swing or Fraction(1), one.standing.contest.name))
    return tuple(found[:_COUNTED])


def _aim(standing: Standing, party: PartyId) -> Aim:
    base = standing.contest.baseline
    return Aim(standing, needed(base, party) if base is not None and party in base.votes else None)


def _cells(
    briefing: Briefing, party: PartyId, some: tuple[Aim, ...], start: int, area: Area, grid: tuple[int, int]
) -> list[Shape]:
    """Return the targets of a page, in order down each column."""
    (columns, rows), gap = grid, 14.0
    wide = float((area.width - gap * (columns - 1)) // columns)  # whole, so that every edge is sharp
    rows = min(rows, max(ceil(len(some) / columns), 1))
    pitch = min(area.height // rows, _TALLEST)
    top = float(round(area.y))
    shapes: list[Shape] = []
    for at, one in enumerate(some):
        x, y = area.x + at // rows * (wide + gap), top + at % rows * pitch
        shapes += _cell(briefing, party, one, start + at + 1, Area(x, y, wide, pitch - 12))
    return shapes


def _cell(briefing: Briefing, party: PartyId, one: Aim, rank: int, area: Area) -> list[Shape]:
    """Return a target: empty while awaited, the party's own ink when won, the winner's subdued when missed."""
    key = one.standing.contest.id
    winner = one.standing.parties[0] if one.standing.parties else None
    ink, edge, on, small = "panel", "awaited-edge", "text", "muted"
    if winner == party:
        ink, edge, on = f"party:{party}", "", f"on:{party}"
        small = on
    elif winner is not None:
        ink, edge, on = f"party:{winner}/wash", "", "text"
        small = "text"
    elif one.standing.decided is False and one.standing.entries:
        edge = "recount"
    what = _what(briefing, party, one, winner)
    room = area.width - 40
    name, size = fitted(one.standing.contest.name, room, (min(56.0, area.height * 0.4), 24.0), 1, "label")
    under = min(42.0, max(24.0, area.height * 0.25))
    shapes: list[Shape] = [
        Box(f"target:{key}", area.x, area.y, area.width, area.height, ink, edge, 3.0 if edge else 0.0),
        line(f"target-name:{key}", Area(area.x + 24, area.y + 6, room, area.height * 0.52), name[0], size, on),
        line(f"target-what:{key}", Area(area.x + 24, area.y + area.height * 0.54, area.width - 40, area.height * 0.36),
             (span(f"{rank}  ", on, True), span(what, small)), under),
    ]  # fmt: skip
    if winner is not None and winner != party:
        shapes.append(Box(f"target-edge:{key}", area.x, area.y, 10, area.height, f"party:{winner}"))
    return shapes


def _what(briefing: Briefing, party: PartyId, one: Aim, winner: PartyId | None) -> str:
    base = one.standing.contest.baseline
    had = base.ranked[0].party if base is not None and base.ranked else None
    if winner is not None:
        if winner == party:
            return "held" if had == party else "won"
        won = briefing.parties[winner].short
        return f"lost to {won}" if had == party else f"missed: {won} {'hold' if had == winner else 'gain'}"
    if had == party:
        return f"{briefing.parties[party].short} seat, to hold"
    before = briefing.parties[had].short if had is not None else ""
    return ", ".join(word for word in (before, needed_words(one.swing) if one.swing is not None else "") if word)
