"""The lower third: a place and what happened there, and below it the first three and the majority."""

from collections.abc import Sequence
from datetime import datetime
from itertools import accumulate

from resultsdesk.figures.lettering import text
from resultsdesk.figures.scenes.facts import compared_line, measure_of, scope_of, standing_of
from resultsdesk.figures.scenes.letters import width_of
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.slate import seat_before
from resultsdesk.figures.scenes.stage import Area, Stage, first_that_fits, fitted, line, stage_of
from resultsdesk.figures.shapes import Align, Box, Figure, Ink, Shape, figure
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.night import Night
from resultsdesk.night.stages import Stage as Step
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.headlines import outcome_headline
from resultsdesk.psephology.rounding import number
from resultsdesk.psephology.wording import declared_words, outcome_words

_FIRST = 3
_APART = 44.0  # between those beside each other
_LEAD = 46.0  # from line to line of a story's sentence


def strap(night: Night, request: SceneRequest, now: datetime | None) -> Figure:
    """Return the strap of the contest asked for with the words under its figures, or of the words alone."""
    stage, briefing, measure = stage_of(request.format), night.briefing, measure_of(night, request)
    standing = standing_of(night, request.contest)
    tally = night.tally(scope_of(night, request))
    counted = declared_words(tally.declared, tally.contests)
    if standing is None:
        words = (*request.words, "", "")
        shapes = _worded(stage, words[0] or briefing.election.title, words[1] or counted)
        return figure(stage.width, stage.height, *shapes)
    against = compared_line(standing, measure)[:1] if standing.decided else ()
    below = "  ·  ".join((counted, *against))
    return figure(
        stage.width, stage.height, *_contest(stage, briefing, standing, measure, below, " ".join(request.words))
    )


def _worded(stage: Stage, words: str, under: str) -> list[Shape]:
    safe, most = stage.safe, 2 if stage.wide else 3
    said, size = fitted(words, safe.width - 64, (56, 36), most)
    rest, least = fitted(under, safe.width - 64, (34, 28), most, "label")
    lead = size * 1.2
    tall, small = 100.0 + (len(said) - 1) * lead, 70.0 + (len(rest) - 1) * _LEAD
    y = safe.bottom - tall - small
    room = min(max(width_of(one, size, "headline") for one in said) + 64, safe.width)
    below = min(max(*(width_of(one, least) + 64 for one in rest), room), safe.width)
    return [
        Box("bar:name", safe.x, y, room, tall, "text"),
        *(
            _big(_nth("name", at), Area(safe.x + 32, y + at * lead, room - 64, 100), one, size, "ink")
            for at, one in enumerate(said)
        ),
        Box("bar:ground", safe.x, y + tall, below, small, "ink"),
        *(
            line(_nth("under", at), Area(safe.x + 32, y + tall + at * _LEAD, below - 64, 70), one, least, "text")
            for at, one in enumerate(rest)
        ),
    ]


def _contest(
    stage: Stage, briefing: Briefing, standing: Standing, measure: Measure, below: str, story: str
) -> list[Shape]:
    """Return the place, the band beside or below it, candidacies, story, and what it all is measured against."""
    safe, tall, middle, least = stage.safe, 92.0, 76.0, 46.0
    phrase, losers, ink, on = _outcome(briefing, standing, measure)
    name = standing.contest.name
    size, beside = 48.0, stage.wide
    name_room = width_of(name, size, "headline") + 60
    short = outcome_words(known, briefing.parties) if (known := standing.outcome(measure)) is not None else phrase
    most = safe.width - 60 - (min(width_of(name, 36, "headline") + 60, safe.width * 0.5) if beside else 0.0)
    said = first_that_fits((f"{phrase.upper()} {losers}".strip(), short), 34 if beside else 32, most, "headline")
    band_room = width_of(said, size, "headline") + 60
    while beside and name_room + band_room > safe.width and size > 36:
        size -= 1
        name_room, band_room = (width_of(one, size, "headline") + 60 for one in (name, said))
    rows = _lines(stage, briefing, standing, measure)
    told, told_size = fitted(story, safe.width - 60, (34, 28), 2 if stage.wide else 4, "label")
    told_room = _LEAD * len(told) + 8 if story else 0.0
    height = tall * (1 if beside else 2) + middle * max(len(rows), 1) + told_room + least
    y = safe.bottom - height
    shapes: list[Shape] = []
    if beside:
        name_room = min(name_room, safe.width * 0.5)
        band_room = min(band_room, safe.width - name_room)
        shapes += _plate("name", Area(safe.x, y, name_room, tall), name, size, "text", "ink")
        shapes += _plate("band", Area(safe.x + name_room, y, band_room, tall), said, size, ink, on)
        y += tall
    else:
        for key, words, ground, over in (("name", name, "text", "ink"), ("band", said, ink, on)):
            _, fits = fitted(words, safe.width - 60, (48, 32), 1)
            room = min(width_of(words, fits, "headline") + 60, safe.width)
            shapes += _plate(key, Area(safe.x, y, room, tall), words, fits, ground, over)
            y += tall
    shapes.append(Box("bar:ground", safe.x, y, safe.width, safe.bottom - y, "ink"))
    for spots in rows:
        shapes += words_at(spots, y, middle)
        y += middle
    if not rows:
        y += middle
    for at, one in enumerate(told if story else ()):
        here = Area(safe.x + 30, y + at * _LEAD, safe.width - 60, _LEAD)
        shapes.append(line(_nth("story", at), here, one, told_size, "text", strong=False))
    y += told_room
    shapes.append(line("below", Area(safe.x + 30, y - 4, safe.width - 60, least), below, 24))
    return shapes


Spot = tuple[str, str, Ink, float, float, Align]  # id, words, ink of its swatch, x, room, align


def words_at(spots: list[Spot], y: float, tall: float) -> list[Shape]:
    """Return one line of a strap: words, some behind a swatch of their party."""
    shapes: list[Shape] = []
    for id, words, ink, x, room, align in spots:
        if ink:
            shapes.append(Box(f"swatch:{id}", x, y + tall * 0.24, 16, tall * 0.52, ink))
        inset = 30.0 if ink else 0.0
        shapes.append(line(id, Area(x + inset, y, room - inset, tall), words, 34, "text", align=align))
    return shapes


def _lines(stage: Stage, briefing: Briefing, standing: Standing, measure: Measure) -> list[list[Spot]]:
    """Return the first three candidacies and the majority, in one line on a wide frame, in several on others."""
    poll, counted, safe = standing.poll, standing.count, stage.safe
    if standing.stage is Step.UNOPPOSED:
        elected = [(one.id, one.name, f"party:{one.party}") for one in standing.elected]
        return _set(stage, elected, "Elected unopposed", all_told=True)
    if poll is None or counted is None:
        choices = () if standing.decided else seat_before(briefing, standing, measure)
        words = first_that_fits(choices, 34, safe.width - 60) if choices else ""
        return [[("before", words, "", safe.x + 30, safe.width - 60, Align.LEFT)]] if words else []
    people = [(one, standing.contest.candidacy(one)) for one in counted.ranked[:_FIRST]]
    said = [(one, f"{who.surname} {number(poll.votes[one])}", f"party:{who.party}") for one, who in people if who]
    won = f"Majority {number(counted.majority)}" if counted.majority is not None else ""
    won = "By lot" if standing.by_lot else "The drawn lot decides" if standing.tied else won
    return _set(stage, said, won)


def _set(stage: Stage, said: Sequence[tuple[str, str, Ink]], won: str, all_told: bool = False) -> list[list[Spot]]:
    """Return who got what and how it was won: in one line as far as there is room, or in a line each.

    Where they are to be `all_told`, the line says how many there was no room for.
    """
    safe = stage.safe
    if not stage.wide:
        rows: list[list[Spot]] = [
            [(id, words, ink, safe.x + 30, safe.width - 60, Align.LEFT)] for id, words, ink in said
        ]
        if won:
            rows.append([("majority", won, "", safe.x + 30, safe.width - 60, Align.LEFT)])
        return rows
    row: list[Spot] = []
    x, end = safe.x + 30, safe.right - 30
    room = width_of(won, 34) + 8
    wides = [width_of(words, 34) + 34 for _, words, _ in said]
    here = end - room - 20 - x
    fit = _how_many(wides, here)
    if all_told and fit < len(said):
        fit = _how_many(wides, here - width_of(_left_out(len(said)), 34) - _APART)
    for (id, words, ink), wide in zip(said[:fit], wides[:fit], strict=True):
        row.append((id, words, ink, x, wide, Align.LEFT))
        x += wide + _APART
    if all_told and fit < len(said):
        more = _left_out(len(said) - fit)
        row.append(("more", more, "", x, width_of(more, 34) + 8, Align.LEFT))
    return [[*row, ("majority", won, "", end - room, room, Align.RIGHT)]]


def _how_many(wides: Sequence[float], room: float) -> int:
    """Return how many of these stand beside each other in a room."""
    return sum(end <= room + _APART for end in accumulate(one + _APART for one in wides))


def _left_out(how_many: int) -> str:
    return f"and {number(how_many)} more"


def _outcome(briefing: Briefing, standing: Standing, measure: Measure) -> tuple[str, str, Ink, Ink]:
    """Return what happened in words, from whom, and the band's inks."""
    heard = standing.heard(measure)
    if heard is not None:
        phrase, losers = outcome_headline(heard, briefing.parties)
        won = heard.elected[0]
        return f"Heard: {phrase}", losers, f"party:{won}/dim", f"on:{won}/dim"
    outcome = standing.outcome(measure)
    if standing.tied:
        return "Tie", "", "accent", "on-accent"
    if outcome is None or not outcome.elected:
        if standing.stage is Step.RECOUNT:
            return "Recount", "", "recount", "on-accent"
        return str(standing.stage), "", "awaited-edge", "text"
    phrase, losers = outcome_headline(outcome, briefing.parties)
    first = (outcome.gains or outcome.elected)[0]
    if len(set(outcome.elected)) > 1:
        return phrase, losers, "raised", "text"
    return phrase, losers, f"party:{first}", f"on:{first}"


def _nth(id: str, at: int) -> str:
    return f"{id}/{at}" if at else id


def _plate(key: str, area: Area, words: str, size: float, ink: Ink, on: Ink) -> list[Shape]:
    return [
        Box(f"bar:{key}", area.x, area.y, area.width, area.height, ink),
        _big(key, Area(area.x + 30, area.y, area.width - 60, area.height), words, size, on),
    ]


def _big(id: str, area: Area, words: str, size: float, ink: Ink) -> Shape:
    return text(
        id, area.x, area.y, area.width, area.height, words,
        ink=ink, strong=True, role="headline", size=size, shrink=True,
    )  # fmt: skip
