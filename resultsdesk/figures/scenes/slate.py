"""A contest without a result: awaited, heard, in recount or postponed, and who is standing."""

from datetime import datetime
from math import ceil

from resultsdesk.figures.lettering import span
from resultsdesk.figures.scenes.facts import clock, declared_line, measure_of, scope_of
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.stage import Area, Stage, band, first_that_fits, fitted, foot, heading, line, stage_of
from resultsdesk.figures.shapes import Box, Figure, Shape, figure
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.night import Night
from resultsdesk.night.stages import Stage as Step
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import BaselineKind, Measure
from resultsdesk.psephology.headlines import outcome_headline
from resultsdesk.psephology.rounding import number
from resultsdesk.psephology.wording import measured_words

_PITCH = 74.0


def slate(night: Night, request: SceneRequest, standing: Standing, now: datetime | None) -> Figure:
    """Return what is known of a contest before its figures are: never the figures of a first count."""
    stage, briefing, contest = stage_of(request.format), night.briefing, standing.contest
    measure = measure_of(night, request)
    expected = f"expected {clock(briefing, contest.expected)}" if contest.expected else ""
    body = briefing.bodies[contest.body].name if len(briefing.bodies) > 1 else ""
    kicker = "  ·  ".join(one for one in (body or contest.region, expected) if one)
    shapes, area = heading(stage, kicker, contest.name)
    ribbon, bottom = _band(stage, briefing, standing, measure, area.y + 14)
    feet, room = foot(
        stage,
        declared_line(night, night.tally(scope_of(night, request)), now),
        f"Gains {measured_words(measure, contest.baseline)}" if standing.stage is Step.FLASHED else "",
    )
    rest = Area(stage.safe.x, bottom + 36, stage.safe.width, stage.safe.bottom - room - bottom - 36)
    before = seat_before(briefing, standing, measure)
    if before:
        words = first_that_fits(before, 34, rest.width)
        shapes.append(line("before", Area(rest.x, rest.y, rest.width, 48), words, 34, "text"))
        rest = rest.below(66)
    people = _people(stage, briefing, standing, rest)
    return figure(stage.width, stage.height, *shapes, *ribbon, *people, *feet, ground="ink")


def empty_slate(night: Night, request: SceneRequest, now: datetime | None) -> Figure:
    """Return a frame that says that no contest was chosen."""
    stage = stage_of(request.format)
    shapes, _ = heading(stage, night.briefing.election.title, f"No {night.briefing.election.area} is chosen")
    feet, _ = foot(stage, declared_line(night, night.tally(scope_of(night, request)), now))
    return figure(stage.width, stage.height, *shapes, *feet, ground="ink")


def _band(
    stage: Stage, briefing: Briefing, standing: Standing, measure: Measure, y: float
) -> tuple[list[Shape], float]:
    heard = standing.heard(measure)
    if heard is not None:
        phrase, losers = outcome_headline(heard, briefing.parties)
        won = heard.elected[0]
        words = f"HEARD: {phrase.upper()}"
        return band(stage, y, f"party:{won}/dim", f"on:{won}/dim", words, losers or "no figures yet", "raised", "text")
    if standing.stage is Step.RECOUNT:
        called = sum(1 for one in standing.entries if one.kind == "recount called")
        return band(stage, y, "recount", "on-accent", "RECOUNT" if called < 2 else f"RECOUNT {called}")
    return band(stage, y, "awaited-edge", "text", str(standing.stage).upper())


def seat_before(briefing: Briefing, standing: Standing, measure: Measure) -> tuple[str, ...]:
    """Return who had the seat and by how much, in full and in short names; empty where nobody is known to."""
    contest = standing.contest
    had = tuple(dict.fromkeys(contest.before(measure)))
    if not had:
        return ()
    names = (
        ", ".join(briefing.parties[one].name for one in had),
        ", ".join(briefing.parties[one].short for one in had),
    )
    base = contest.baseline
    if base is None or base.majority is None or contest.vacancies > 1 or base.ranked[0].party != had[0]:
        said = f"{'seat' if contest.vacancies == 1 else 'seats'} before tonight"
    else:
        notional = " (notional)" if base.kind is BaselineKind.NOTIONAL else ""
        said = f"seat: majority {number(base.majority)} in {base.election}{notional}"
    return tuple(f"{one} {said}" for one in names)


def _people(stage: Stage, briefing: Briefing, standing: Standing, area: Area) -> list[Shape]:
    """Return who is standing, in ballot order, in as many columns as are needed."""
    people = standing.contest.candidacies
    rows = max(int(area.height / _PITCH), 1)
    most = 3 if stage.wide else 2
    columns = min(max(ceil(len(people) / rows), 2 if stage.wide and len(people) > 3 else 1), most)
    rows = ceil(len(people) / columns)
    pitch = min(area.height / max(rows, 1), 112.0 if stage.wide else 144.0)
    wide = area.width / columns
    shapes: list[Shape] = []
    for at, one in enumerate(people):
        x, y = area.x + at // rows * wide, area.y + at % rows * pitch
        heard = one.id == standing.flash
        name = (span(one.name, "text", True), span("  heard", "muted")) if heard else (span(one.name, "text", True),)
        room, big, small = wide - 30 - 30, min(52, pitch * 0.42), min(34, max(24, pitch * 0.28))
        party = briefing.parties[one.party]
        _, big = fitted(one.name, room - (80 if heard else 0), (big, 24), 1)
        under = Area(x + 30, y + pitch * 0.52, room, pitch * 0.42)
        shapes += [
            Box(f"standing-swatch:{one.id}", x, y + 6, 10, pitch - 12, f"party:{one.party}"),
            line(
                f"standing-name:{one.id}", Area(x + 30, y + 4, room, pitch * 0.52), name, big, "text", role="headline"
            ),
            line(f"standing-party:{one.id}", under, first_that_fits((party.name, party.short), small, room), small),
        ]
    return shapes
