"""The headline card: one fact in a few large words."""

from datetime import datetime

from resultsdesk.figures.scenes.facts import (
    compared_line,
    declared_line,
    latest,
    margin_words,
    measure_of,
    place_name,
    scope_of,
    standing_of,
)
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.stage import Area, block, foot, stage_of
from resultsdesk.figures.shapes import Box, Figure, Shape, figure
from resultsdesk.night.night import Night
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.headlines import outcome_headline


def card(night: Night, request: SceneRequest, now: datetime | None) -> Figure:
    """Return the words given as a headline and a line under it; without any, the last result as a fact."""
    stage, scope, measure = stage_of(request.format), scope_of(night, request), measure_of(night, request)
    standing = card_standing(night, request)
    words, under = _said(night, request, standing, measure)
    counted = standing is not None and standing.decided and (bool(request.lines) or not request.words)
    against = compared_line(standing, measure)[:1] if standing is not None and counted else ()
    feet, room = foot(stage, declared_line(night, night.tally(scope), now), *against)
    place = standing.contest.name if standing else place_name(night, scope)
    winner = standing.parties[0] if standing is not None and standing.parties else request.party
    safe = stage.safe
    square = stage.width == stage.height
    size = 132.0 if stage.wide else 84.0 if square else 104.0
    top = stage.height * (0.2 if square else 0.25)
    edge = f"party:{winner}" if winner in night.briefing.parties else "accent"
    shapes: list[Shape] = [Box("bar:edge", 0, top - 10, 26, safe.bottom - room - top, edge)]
    kicker, y = block("kicker", Area(safe.x, top, safe.width, 60), place, (46, 30), 1, "muted", "label")
    head, y = block("headline", Area(safe.x, y + 10, safe.width, 400), words, (size, 52), 3 if stage.wide else 5)
    shapes += kicker + head
    if under:
        lines, _ = block("under", Area(safe.x, y + 26, safe.width, 200), under, (50, 34), 3, "text", "label")
        shapes += lines
    return figure(stage.width, stage.height, *shapes, *feet, ground="ink")


def card_standing(night: Night, request: SceneRequest) -> Standing | None:
    """Return the contest a card is about: the one asked for or, where it has no words either, the newest result."""
    if request.contest is not None or request.words:
        return standing_of(night, request.contest)
    return next(iter(latest(night, scope_of(night, request), 1)), None)


def _said(night: Night, request: SceneRequest, standing: Standing | None, measure: Measure) -> tuple[str, str]:
    if request.words:
        return request.words[0], " ".join(request.words[1:])
    outcome = standing.outcome(measure) if standing is not None else None
    if standing is not None and standing.tied:
        return "Tie: the drawn lot decides", ""
    if standing is None or outcome is None:
        return ("No results yet" if standing is None else str(standing.stage).capitalize()), ""
    phrase, losers = outcome_headline(outcome, night.briefing.parties)
    return f"{phrase} {losers}".strip(), margin_words(standing, "majority").capitalize()
