"""A contest's result: who won it and from whom, every candidacy with its votes, and by how much."""

from datetime import datetime

from resultsdesk.figures.outcome_card import first_two_moved
from resultsdesk.figures.scenes.candidacies import candidacy_rows
from resultsdesk.figures.scenes.facts import (
    clock,
    compared_line,
    declared_line,
    margin_words,
    measure_of,
    scope_of,
    standing_of,
)
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.slate import empty_slate, slate
from resultsdesk.figures.scenes.stage import Area, Stage, band, band_holds, foot, heading, line, stage_of
from resultsdesk.figures.shapes import Figure, Rule, Shape, figure
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.night import Night
from resultsdesk.night.polled import turnout_of
from resultsdesk.night.standing import Standing
from resultsdesk.night.swings import swing_told
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.headlines import outcome_headline
from resultsdesk.psephology.rounding import per_cent, points
from resultsdesk.psephology.wording import outcome_words

_SIDE = 290.0


def contest_result(night: Night, request: SceneRequest, now: datetime | None) -> Figure:
    """Return the result of the contest asked for; before there is one, what it waits for."""
    standing = standing_of(night, request.contest)
    if standing is None:
        return empty_slate(night, request, now)
    if not standing.decided:
        return slate(night, request, standing, now)
    stage, briefing = stage_of(request.format), night.briefing
    measure = measure_of(night, request)
    shapes, area = heading(stage, result_kicker(briefing, standing), standing.contest.name)
    ribbon, bottom = outcome_band(stage, briefing, standing, measure, area.y + 14)
    declared = declared_line(night, night.tally(scope_of(night, request)), now)
    feet, room = foot(stage, declared, *compared_line(standing, measure))
    body = Area(stage.safe.x, bottom + 36, stage.safe.width, stage.safe.bottom - room - bottom - 36)
    stats = _stats(briefing, standing, measure)
    rows_area = body if not stats else body.above(150) if not stage.wide else body.left_part(body.width - _SIDE - 64)
    rows = candidacy_rows(stage, briefing, standing, rows_area, request.page)
    return figure(
        stage.width, stage.height, *shapes, *ribbon, *rows, *_stats_shapes(stage, body, stats), *feet, ground="ink"
    )


def result_kicker(briefing: Briefing, standing: Standing) -> str:
    """Return where a contest is and when it was declared."""
    contest = standing.contest
    body = briefing.bodies[contest.body].name if len(briefing.bodies) > 1 else ""
    seats = f"{contest.vacancies} seats" if contest.vacancies > 1 else ""
    at = f"declared {clock(briefing, standing.declared_at)}" if standing.declared_at else ""
    return "  ·  ".join(one for one in (body or contest.region, seats, at) if one)


def outcome_band(
    stage: Stage, briefing: Briefing, standing: Standing, measure: Measure, y: float
) -> tuple[list[Shape], float]:
    """Return the band that says hold or gain in the winner's ink, the loser's beside it; or that it is a tie."""
    if standing.tied:
        return band(stage, y, "accent", "on-accent", "TIE", "the drawn lot decides", "ink", "text")
    outcome = standing.outcome(measure)
    if outcome is None or not outcome.elected:
        return band(stage, y, "text", "ink", str(standing.stage).upper())
    phrase, losers = outcome_headline(outcome, briefing.parties)
    different = set(outcome.elected)
    first = (outcome.gains or outcome.elected)[0]
    ink, on = (f"party:{first}", f"on:{first}") if len(different) == 1 else ("text", "ink")
    lost = set(outcome.losses)
    loser = next(iter(lost)) if len(lost) == 1 else ""
    chip_ink, chip_on = (f"party:{loser}", f"on:{loser}") if loser else ("raised", "text")
    phrase = phrase.upper()
    if losers and not band_holds(stage, phrase, losers):
        losers = f"from {', '.join(briefing.parties[one].short for one in dict.fromkeys(outcome.losses))}"
    if not band_holds(stage, phrase, losers):
        phrase, losers = outcome_words(outcome, briefing.parties), ""
    return band(stage, y, ink, on, phrase, losers, chip_ink, chip_on)


def _stats(briefing: Briefing, standing: Standing, measure: Measure) -> list[tuple[str, str]]:
    """Return the few figures of a result beside its candidacies, each under its label."""
    if standing.count is None:
        return []
    won = "Level on votes" if standing.by_lot else "Majority"
    said = [(won, margin.capitalize())] if (margin := margin_words(standing, "")) else []
    part = turnout_of(standing, briefing)
    if part is not None:
        said.append(("Turnout", per_cent(part)))
    outcome = standing.outcome(measure)
    if outcome is not None and outcome.elected and standing.contest.vacancies == 1:
        said += _moved(briefing, standing, measure)
    return said


def _moved(briefing: Briefing, standing: Standing, measure: Measure) -> list[tuple[str, str]]:
    """Return the swing or, where there is none to tell, how the share of one of the first two moved."""
    swung = swing_told(standing, briefing.parties, measure)
    if swung is not None:
        loser, gainer = briefing.parties[swung.loser].short, briefing.parties[swung.gainer].short
        return [(f"Swing {loser} to {gainer}", per_cent(swung.by))]
    moved = first_two_moved(standing, briefing)[:1]
    return [(f"{briefing.parties[party].short} share change", points(by)) for party, by in moved]


def _stats_shapes(stage: Stage, body: Area, stats: list[tuple[str, str]]) -> list[Shape]:
    shapes: list[Shape] = []
    gap = 30.0
    for at, (label, words) in enumerate(stats):
        if stage.wide:
            area = Area(body.right - _SIDE, body.y + at * 160, _SIDE, 140)
        else:
            wide = (body.width - gap * (len(stats) - 1)) / len(stats)
            area = Area(body.x + at * (wide + gap), body.bottom - 124, wide, 124)
        shapes += [
            Rule(f"stat:{at}/rule", area.x, area.y, area.right, area.y, "text", 3),
            line(f"stat:{at}/label", Area(area.x, area.y + 14, area.width, 34), label, 26),
            line(f"stat:{at}", Area(area.x, area.y + 50, area.width, 70), words, 62, "text", role="figure"),
        ]
    return shapes
