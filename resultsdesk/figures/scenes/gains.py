"""Gains and losses: each party's net change as a bar, and the seats that changed hands last."""

from datetime import datetime
from itertools import islice

from resultsdesk.figures.outcome_spans import outcome_spans
from resultsdesk.figures.scenes.diverging import Bar, diverging, name_for
from resultsdesk.figures.scenes.facts import (
    against_line,
    clock,
    declared_line,
    margin_words,
    measure_of,
    newest_first,
    place_name,
    scope_of,
    seated,
)
from resultsdesk.figures.scenes.letters import width_of
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.stage import Area, Stage, foot, heading, line, stage_of
from resultsdesk.figures.shapes import Align, Box, Figure, Rule, Shape, figure
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.night import Night, Scope
from resultsdesk.night.standing import Standing
from resultsdesk.night.tally import Tally, TallyLine
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.headlines import net_headline
from resultsdesk.psephology.rounding import number, signed
from resultsdesk.psephology.wording import gains_words


def gains_scene(night: Night, request: SceneRequest, now: datetime | None) -> Figure:
    """Return net gains and losses by party, and beside or below them the latest gains."""
    stage, scope, measure = stage_of(request.format), scope_of(night, request), measure_of(night, request)
    tally = night.tally(scope)
    lines = [tally.line(one, measure) for one in seated(night, tally, measure)]
    moved = sorted((one for one in lines if one.net), key=lambda one: -(one.net or 0))
    feet, room = foot(stage, declared_line(night, tally, now), against_line(night, scope, measure))
    shapes, rest = heading(stage, place_name(night, scope), _headline(night.briefing, tally, measure, moved))
    rest = Area(rest.x, rest.y + 34, rest.width, stage.safe.bottom - room - rest.y - 34)
    if stage.wide:
        net_area, list_area = rest.left_part(rest.width * 0.53), rest.right_part(rest.width * 0.41)
    else:
        net_area, list_area = rest.above(rest.height * 0.52), rest.below(rest.height * 0.57)
    shapes += _net(night.briefing, moved, net_area)
    shapes += _latest(stage, night, scope, measure, list_area)
    return figure(stage.width, stage.height, *shapes, *feet, ground="ink")


def _headline(briefing: Briefing, tally: Tally, measure: Measure, moved: list[TallyLine]) -> str:
    if not tally.declared:
        return "No results yet"
    if not tally.known.get(measure):
        return "No change is known"
    if not moved:
        return "No seat has changed hands"
    first = max(moved, key=lambda one: (abs(one.net or 0), one.net or 0))
    return net_headline(briefing.parties[first.party], first.net or 0)


def _net(briefing: Briefing, moved: list[TallyLine], area: Area) -> list[Shape]:
    """Return the net bars: where there are more parties than rows, the last adds up those that moved least."""
    most = max(int(area.height / 50), 2)
    by_far = sorted(moved, key=lambda one: -abs(one.net or 0))
    kept, rest = (by_far, []) if len(moved) <= most else (by_far[: most - 1], by_far[most - 1 :])
    rows = [one for one in moved if one in kept]
    size = min(42.0, max(24.0, min(area.height / max(len(rows) + bool(rest), 1), 92.0) * 0.5))
    bars = [
        Bar(one.party, f"party:{one.party}", name_for(briefing, one.party, size, area.width * 0.4),
            float(one.net or 0), signed(one.net))
        for one in rows
    ]  # fmt: skip
    if rest:
        others = sum(one.net or 0 for one in rest)
        bars.append(Bar("others", "faint", f"{number(len(rest))} others", float(others), signed(others)))
    room = max((width_of(one.name, size) for one in bars), default=0.0) + 64
    return diverging(area, bars, room)


def _latest(stage: Stage, night: Night, scope: Scope, measure: Measure, area: Area) -> list[Shape]:
    """Return the latest gains, the newest first."""
    pitch = 92.0
    how_many = max(int((area.height - 44) / pitch), 1)
    gained = tuple(islice((one for one in newest_first(night, scope) if _is_gain(one, measure)), how_many))
    if not gained:
        return []
    gains = sum(night.tally(scope).gains.get(measure, {}).values())
    shapes: list[Shape] = [
        line("latest", Area(area.x, area.y, area.width, 36), gains_words(gains), 26),
        Rule("latest/rule", area.x, area.y + 40, area.right, area.y + 40, "text", 3),
    ]
    for at, one in enumerate(gained):
        shapes += _gain(night.briefing, one, measure, Area(area.x, area.y + 48 + at * pitch, area.width, pitch))
    return shapes


def _gain(briefing: Briefing, one: Standing, measure: Measure, area: Area) -> list[Shape]:
    outcome, key = one.outcome(measure), one.contest.id
    if outcome is None:
        return []
    at, what = clock(briefing, one.declared_at), outcome_spans(outcome, briefing.parties)
    room, won = max(96.0, width_of(at, 26) + 8), margin_words(one)
    name = Area(area.x + 30, area.y + 6, area.width - 34 - room, 46)
    return [
        Box(f"gain:{key}", area.x, area.y + 12, 12, area.height - 24, f"party:{outcome.gains[0]}"),
        line(f"gain-name:{key}", name, one.contest.name, 36, "text"),
        line(f"gain-time:{key}", Area(area.right - room, area.y + 6, room, 46), at, 26, align=Align.RIGHT),
        line(f"gain-what:{key}", Area(area.x + 30, area.y + 50, area.width - 200, 34), what, 26),
        line(f"gain-majority:{key}", Area(area.right - 180, area.y + 50, 180, 34), won, 26, align=Align.RIGHT),
    ]  # fmt: skip


def _is_gain(standing: Standing, measure: Measure) -> bool:
    outcome = standing.outcome(measure)
    return outcome is not None and outcome.is_gain
