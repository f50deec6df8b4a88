"""A contest as a row of the finder: how it stands as a tile, its name, and in a word or two what is known."""

from collections.abc import Callable
from datetime import datetime

from resultsdesk.figures.lettering import shortened, span, text, width_of
from resultsdesk.figures.seat import dressed
from resultsdesk.figures.shapes import Align, Box, Figure, Shape, Span, Tile, figure
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.due import Lateness, lateness
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure

Advance = Callable[[str, float, bool], float]
_SWATCH = 14.0
_SIZE = 12.0
_A_DAY = 24 * 60  # minutes


def contest_row(
    standing: Standing,
    briefing: Briefing,
    now: datetime | None,
    measure: Measure,
    width: float,
    height: float = 30.0,
    found: str = "",
    half_typed: bool = False,
    advance: Advance | None = None,
) -> Figure:
    """Return a contest's row; `found` is what a search met other than its name, such as a candidate. What is half
    typed says so, with a text cursor in its tile. With `advance`, which measures words at a size, strong or not, a
    name that is too long keeps its end; else the painter cuts it.
    """
    status = contest_status(standing, briefing, now, measure)
    if half_typed:
        known = (span(" · ", "muted"), _outcome(standing, measure)) if standing.decided else ()
        status = (span("half typed", "accent", strong=True), *known)
    strong = standing.stage in (Stage.RECOUNT, Stage.FLASHED) or standing.decided
    left = _SWATCH + 12
    need = width_of(standing.contest.name, 14, strong) + (width_of(found, 14) + 8 if found else 0.0)
    room = sum(width_of(one.text, _SIZE, one.strong) for one in status)
    if found and need > width - left - room - 8:
        status, room = (), 0.0  # the swatch tells it too; who was searched for has to be seen
    name_room = width - left - (room + 8 if room else 0)
    shapes: list[Shape] = [swatch(standing, briefing, measure, 1, (height - _SWATCH) / 2, _SWATCH)]
    if half_typed:
        shapes += _cursor(1, (height - _SWATCH) / 2)
    after = []
    if found and need > name_room:  # the name of the contest gives way
        beside = min(width_of(found, 14), name_room * 0.6)
        name_room -= beside + 6
        shapes.append(text("found", left + name_room + 6, 0, beside, height, span(found, "muted")))
    elif found:
        after.append(span(f"  {found}", "muted"))
    name = standing.contest.name
    if advance is not None and not after:
        name = shortened(name, name_room, lambda words: advance(words, 14, strong))
    shapes.append(text("name", left, 0, name_room, height, span(name, "text", strong), *after))
    if status:
        shapes.append(text("status", width - room, 0, room, height, *status, size=_SIZE, align=Align.RIGHT))
    return figure(width, height, *shapes)


def contest_status(standing: Standing, briefing: Briefing, now: datetime | None, measure: Measure) -> tuple[Span, ...]:
    """Return what is known of a contest in a word or two; nothing where nothing is."""
    match standing.stage:
        case Stage.AWAITED:
            return _awaited(standing, briefing, now)
        case Stage.FLASHED:
            outcome = standing.heard(measure)
            gain = outcome is not None and outcome.is_gain
            return (span("heard gain" if gain else "heard", "text", gain),)
        case Stage.RECOUNT:
            return (span("recount", "warn"),)
        case Stage.POSTPONED:
            return (span("postponed", "muted"),)
        case _:
            return _decided(standing, briefing, measure)


def swatch(standing: Standing, briefing: Briefing, measure: Measure, x: float, y: float, size: float) -> Tile:
    """Return a contest's state as a square tile, dressed as on the map."""
    right, bottom, middle = x + size, y + size, size / 2
    ring = ((x, y), (right, y), (right, bottom), (x, bottom))
    tile = Tile("state", (ring,), (x + middle, y + middle), middle * 1.1, label=str(standing.stage))
    return dressed(tile, standing, briefing.parties, measure=measure)


def _cursor(x: float, y: float) -> tuple[Shape, ...]:
    """Return a text cursor in the middle of a tile, on a ground of its own: a tile has any party's colour."""
    middle = x + _SWATCH / 2
    return (
        Box("cursor ground", middle - 3.5, y + 1, 7, _SWATCH - 2, "ink", radius=1.5),
        Box("cursor", middle - 1.25, y + 2.5, 2.5, _SWATCH - 5, "accent"),
    )


def _awaited(standing: Standing, briefing: Briefing, now: datetime | None) -> tuple[Span, ...]:
    expected = standing.contest.expected
    if expected is None:
        return ()
    due = lateness(standing, now) if now is not None else None
    if due is not None and due.lateness is Lateness.OVERDUE and due.minutes is not None and due.minutes < -_A_DAY:
        return (span("overdue", "warn"),)
    if due is not None and due.lateness is Lateness.OVERDUE and due.minutes is not None:
        return (span(f"{_ago(-due.minutes)} late", "warn"),)
    soon = due is not None and due.lateness is Lateness.DUE
    return (span(f"exp {briefing.local(expected):%H:%M}", "text" if soon else "muted"),)


def _ago(minutes: int) -> str:
    return f"{minutes} min" if minutes < 120 else f"{minutes // 60} h"


def _decided(standing: Standing, briefing: Briefing, measure: Measure) -> tuple[Span, ...]:
    when = f" {briefing.clock(standing.declared_at)}" if standing.declared_at else ""
    word = _outcome(standing, measure)
    if standing.revision > 1 and not standing.tied:  # when is in the journal; the name needs the room
        return (span("corrected ", "warn"), word)
    return (word, span(when, "muted"))


def _outcome(standing: Standing, measure: Measure) -> Span:
    """Return in a word what a contest that is decided came to."""
    if standing.tied:
        return span("tie", "warn", strong=True)
    if standing.stage is Stage.UNOPPOSED:
        return span("unopposed", "muted")
    outcome = standing.outcome(measure)
    if outcome is None or not outcome.known:
        return span("win", "muted")
    return span("GAIN", "text", strong=True) if outcome.is_gain else span("hold", "muted")
