"""A council: every seat of the chamber, who controls it, and how that changed."""

from datetime import datetime

from resultsdesk.figures.scenes.facts import against_line, declared_line, leaders, measure_of, rows_expected, seated
from resultsdesk.figures.scenes.hemicycle import ROUND, block_names, hollow, seat_dots
from resultsdesk.figures.scenes.parties import party_lines, party_rows, rows_that_fit
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.seats import seats_headline_of
from resultsdesk.figures.scenes.stage import SMALLEST, Area, balanced, fitted, foot, heading, line, stage_of
from resultsdesk.figures.shapes import Align, Figure, Ink, Shape, figure
from resultsdesk.night.briefing import BodyId
from resultsdesk.night.control import ControlKind, control, control_before
from resultsdesk.night.night import Night, Scope, ScopeKind
from resultsdesk.night.tally import Tally
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.headlines import control_headline
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import number
from resultsdesk.psephology.wording import majority_words, seats_words


def council(night: Night, request: SceneRequest, now: datetime | None) -> Figure:
    """Return the chamber asked for, else the first of the night."""
    stage, briefing, measure = stage_of(request.format), night.briefing, measure_of(night, request)
    scope = council_scope(night, request)
    body = briefing.bodies[BodyId(scope.name)]
    tally = night.tally(scope)
    key = "Faded seats are not up" if tally.continuing else ""
    feet, room = foot(stage, declared_line(night, tally, now), key, against_line(night, scope, measure))
    up = f"{number(tally.seats_up)} of {seats_words(body.seats)} up" if tally.seats_up < body.seats else ""
    kicker = "  ·  ".join(one for one in (body.name, up) if one)
    shapes, rest = heading(stage, kicker, _headline(night, body.id, tally, measure))
    gap = 26.0 if stage.wide else 44.0
    area = Area(rest.x, rest.y + gap, rest.width, stage.safe.bottom - room - rest.y - gap)
    if stage.wide:
        left, right = area.left_part(area.width * 0.52), area.right_part(area.width * 0.42)
    else:
        tall = min(area.height * 0.5, area.width * 0.5)
        left, right = Area(area.x, area.y, area.width, tall), area.below(tall + 20)
    beside, over = ROUND
    left = Area(left.x + beside, left.y + over, left.width - 2 * beside, left.height - over - (30 if stage.wide else 0))
    shapes += seat_dots(left, _inks(night, tally, measure))
    shapes += [*block_names(left, _blocks(night, tally, measure)), *_middle(tally, night, left)]
    fit = rows_that_fit(right.height, 62)
    lines = party_lines(briefing, tally, measure, seated(night, tally, measure), fit)
    rows = party_rows(right, lines, min(rows_expected(night, scope, measure), fit))
    return figure(stage.width, stage.height, *shapes, *rows, *feet, ground="ink")


def council_scope(night: Night, request: SceneRequest) -> Scope:
    """Return the body a request means."""
    if request.scope.kind is ScopeKind.BODY and BodyId(request.scope.name) in night.briefing.bodies:
        return request.scope
    if request.contest in night.contests and request.contest is not None:
        return Scope(ScopeKind.BODY, night.contests[request.contest].contest.body)
    return Scope(ScopeKind.BODY, next(iter(night.briefing.bodies)))


def _headline(night: Night, body: BodyId, tally: Tally, measure: Measure) -> str:
    """Return who controls the body or, while that is open, who has most seats."""
    held, before = control(night, body), control_before(night, body, measure)
    if held.kind is ControlKind.OPEN or not tally.declared:
        return seats_headline_of(night, tally)
    parties = night.briefing.parties
    was = parties[before.party] if before is not None and before.party is not None else None
    party = parties[held.party] if held.party is not None else None
    return control_headline(night.briefing.bodies[body].name, party, was, before is not None)


def _inks(night: Night, tally: Tally, measure: Measure) -> list[Ink]:
    """Return an ink a seat from left to right: a party's seats not up tonight subdued, those to come empty."""
    inks: list[Ink] = []
    for party in seated(night, tally, measure):
        kept = tally.continuing.get(party, 0)
        inks += [f"party:{party}/dim"] * kept + [f"party:{party}"] * (tally.party_seats(party) - kept)
    return inks + [""] * (tally.all_seats - len(inks))


def _blocks(night: Night, tally: Tally, measure: Measure) -> list[tuple[PartyId, str, int]]:
    """Return each party with its short name and its seats from left to right, then the seats to come."""
    parties = night.briefing.parties
    held = [(one, parties[one].short, tally.party_seats(one)) for one in seated(night, tally, measure)]
    return [*held, (PartyId(""), "", tally.all_seats - sum(seats for _, _, seats in held))]


def _middle(tally: Tally, night: Night, area: Area) -> list[Shape]:
    """Return in the hollow of the chamber how far the largest party is from a majority."""
    first = leaders(night, tally)
    if tally.majority is None or len(first) != 1:
        return []
    (middle, bottom), reach = hollow(tally.all_seats, area)
    wide = reach * 1.84
    x = middle - wide / 2
    seats = tally.party_seats(first[0])
    big = min(92.0, reach * 0.5)
    words = majority_words(seats, tally.all_seats, tally.majority, tally.complete)
    said, size = fitted(words, wide, (28, SMALLEST), 2, "label")
    said = balanced(said, size, "label")
    lead = size * 1.2
    big *= 1.0 if len(said) == 1 else 0.85
    y = bottom - lead * len(said)
    shapes: list[Shape] = [
        line("middle", Area(x, y - big * 1.06, wide, big), number(seats), big, "text", role="figure",
             align=Align.CENTRE)
    ]  # fmt: skip
    for at, one in enumerate(said):
        here = Area(x, y + at * lead, wide, lead)
        shapes.append(line(f"middle/words/{at}" if at else "middle/words", here, one, size, align=Align.CENTRE))
    return shapes
