"""What is still to come: recounts and seats awaited, and what is due next."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from resultsdesk.figures.scenes.facts import areas_words, clock, declared_line, place_name, scope_of, standing_of
from resultsdesk.figures.scenes.letters import width_of
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.slate import slate
from resultsdesk.figures.scenes.stage import Area, first_that_fits, foot, heading, line, stage_of
from resultsdesk.figures.shapes import Align, Box, Figure, Ink, Pattern, Rule, Shape, figure
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.due import Due, Lateness, due
from resultsdesk.night.night import Night, ScopeKind
from resultsdesk.night.stages import Stage as Step
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import number
from resultsdesk.psephology.wording import due_words

_PITCH = 92.0
_UNDER = 24.0


def recounts(night: Night, request: SceneRequest, now: datetime | None) -> Figure:
    """Return the slate of one contest where one is asked for, else those in recount and those awaited."""
    standing = standing_of(night, request.contest)
    if standing is not None and not standing.decided:
        return slate(night, request, standing, now)
    waiting = [one.standing for one in due(night, _clock(night, now), scope_of(night, request))]
    waiting.sort(key=lambda one: one.stage is not Step.RECOUNT)
    called = sum(one.stage is Step.RECOUNT for one in waiting)
    if called:
        words = f"{number(called)} {'recount' if called == 1 else 'recounts'}, {number(len(waiting) - called)} awaited"
    else:
        words = f"{areas_words(night, len(waiting))} to declare" if waiting else "Every result is in"
    return _listed(night, request, now, words, waiting)


def due_next(night: Night, request: SceneRequest, now: datetime | None) -> Figure:
    """Return the contests due next, the soonest first, those overdue counted."""
    known = due(night, _clock(night, now), scope_of(night, request))
    coming = [one for one in known if one.lateness in (Lateness.DUE, Lateness.LATER)]
    late = [one for one in known if one.lateness is Lateness.OVERDUE]
    order = [*coming, *reversed(late), *(one for one in known if one.lateness is Lateness.UNKNOWN)]
    words = _headline(night, known, coming, late)
    return _listed(night, request, now, words, [one.standing for one in order])


def _headline(night: Night, known: Sequence[Due], coming: Sequence[Due], late: Sequence[Due]) -> str:
    if coming:
        first = coming[0].standing.contest
        return f"{first.name} is due at {clock(night.briefing, first.expected)}"
    if late:
        return f"{areas_words(night, len(late))} overdue"
    return f"{areas_words(night, len(known))} to declare" if known else "Every result is in"


def _listed(
    night: Night, request: SceneRequest, now: datetime | None, words: str, waiting: Sequence[Standing]
) -> Figure:
    stage, scope = stage_of(request.format), scope_of(night, request)
    note = "Times are those expected" if any(one.contest.expected for one in waiting) else ""
    declared = declared_line(night, night.tally(scope), now)
    _, room = foot(stage, declared, note)
    shapes, rest = heading(stage, place_name(night, scope), words)
    area = Area(rest.x, rest.y + 30, rest.width, stage.safe.bottom - room - rest.y - 30)
    columns = 2 if stage.wide and len(waiting) > 6 else 1
    rows = max(int(area.height / _PITCH), 1)
    held = rows * columns
    start = request.page * held if 0 <= request.page * held < len(waiting) else 0
    gap = 70.0
    bodies = len(night.briefing.bodies) > 1 and scope.kind is not ScopeKind.BODY
    wide = (area.width - gap * (columns - 1)) / columns
    for at, one in enumerate(waiting[start : start + held]):
        here = Area(area.x + at // rows * (wide + gap), area.y + at % rows * _PITCH, wide, _PITCH)
        row = _row(night.briefing, one, here, _clock(night, now), bodies)
        # In another column it is another row: nothing flies across the frame when the first ones are in.
        shapes += (replace(shape, id=f"{shape.id}/{at // rows}") for shape in row)
    feet, _ = foot(stage, declared, _cut(start, held, len(waiting), note))
    return figure(stage.width, stage.height, *shapes, *feet, ground="ink")


def _cut(start: int, held: int, waiting: int, note: str) -> str:
    """Return which of those awaited are listed, where a frame has no room for all, before what else there is to say."""
    listed = (
        f"{number(start + 1)} to {number(min(start + held, waiting))} of {number(waiting)}" if held < waiting else ""
    )
    return "  ·  ".join(one for one in (listed, note) if one)


def _under(briefing: Briefing, one: Standing, bodies: bool, room: float) -> str:
    """Return where a contest is, and whose seat it was; in short or without the place where there is no room."""
    contest, before = one.contest, _had(briefing, one)
    place = briefing.bodies[contest.body].name if bodies else contest.region
    if before is None:
        return place
    seats = tuple(f"{name} seat" for name in (briefing.parties[before].name, briefing.parties[before].short))
    full = tuple(f"{place}  ·  {seat}" for seat in seats) if place else ()
    return first_that_fits((*full, *seats), _UNDER, room)


def _had(briefing: Briefing, one: Standing) -> PartyId | None:
    contest = one.contest
    return next(iter(contest.before(briefing.election.shown) or contest.before(Measure.LAST)), None)


def _row(briefing: Briefing, one: Standing, area: Area, now: datetime, bodies: bool) -> list[Shape]:
    """Return a contest with what is said under its name and what is known of when."""
    key, before = one.contest.id, _had(briefing, one)
    words, ink = _when(briefing, one, now)
    room = width_of(words, 40, "figure") + 16
    inner = area.width - 34 - room
    under = _under(briefing, one, bodies, inner)
    name = Area(area.x + 34, area.y + 8, inner, 44 if under else area.height - 16)
    return [
        Box(f"due:{key}", area.x, area.y + 12, 14, area.height - 24, f"party:{before}" if before else "faint",
            pattern=Pattern.HATCHED if one.stage is Step.RECOUNT else Pattern.SOLID),
        line(f"due-name:{key}", name, one.contest.name, 36, "text"),
        line(f"due-under:{key}", Area(area.x + 34, area.y + 50, name.width, 34), under, _UNDER),
        line(f"due-when:{key}", Area(area.right - room, area.y, room, area.height), words, 40, ink, role="figure",
             align=Align.RIGHT),
        Rule(f"due-rule:{key}", area.x, area.bottom, area.right, area.bottom, "line", 1.5),
    ]  # fmt: skip


def _when(briefing: Briefing, one: Standing, now: datetime) -> tuple[str, Ink]:
    if one.stage is Step.RECOUNT:
        return "recount", "recount"
    if one.stage is Step.FLASHED:
        return "heard", "text"
    expected = one.contest.expected
    if expected is None:
        return "", "muted"
    return due_words(clock(briefing, expected), expected < now), "muted" if expected < now else "text"


def _clock(night: Night, now: datetime | None) -> datetime:
    return now or night.last_keyed or night.briefing.election.close_of_poll
