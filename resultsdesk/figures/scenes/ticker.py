"""The vidiprinter: lines of the story where it was given any, the latest results as they come, every party's seats."""

from collections.abc import Sequence
from datetime import datetime

from resultsdesk.figures.lettering import span
from resultsdesk.figures.scenes.facts import latest, measure_of, result_words, scope_of, seated
from resultsdesk.figures.scenes.letters import width_of
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.stage import Area, Stage, first_that_fits, fitted, line, stage_of
from resultsdesk.figures.shapes import Align, Box, Figure, Ink, Shape, figure
from resultsdesk.night.briefing import Briefing
from resultsdesk.night.night import Night
from resultsdesk.night.standing import Standing
from resultsdesk.night.tally import Tally
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import number
from resultsdesk.psephology.wording import compared_words, declared_words

_TALL, _LOW = 72.0, 58.0
_SIZE, _SMALL = 32.0, 28.0
_SHOWN = 12
_APART = 22.0  # parties
_GAP, _LEAD, _PAD = 6.0, 42.0, 26.0
_MOST_WIDE, _MOST = 4, 12  # lines of type that may stand over the results
_BROKEN = 3  # lines a sentence is broken into at most


def ticker(night: Night, request: SceneRequest, now: datetime | None) -> Figure:
    """Return the ticker along the foot of the frame: one line of results on a wide one, four on others."""
    stage, scope, measure = stage_of(request.format), scope_of(night, request), measure_of(night, request)
    tally = night.tally(scope)
    rows = 1 if stage.wide else 4
    y = stage.safe.bottom - rows * _TALL - 6 - _LOW
    results = latest(night, scope, _SHOWN)
    shapes: list[Shape] = [*_story(stage, request.words, y - _GAP)]
    shapes += [Box("bar:results", stage.safe.x, y, stage.safe.width, rows * _TALL, "panel")]
    shapes += _results(stage, night.briefing, results, measure, y, rows)
    against = compared_words(measure, next((one.contest.baseline for one in results), None))[0] if results else ""
    shapes += _tally(stage, night, tally, measure, y + rows * _TALL + 6, against)
    return figure(stage.width, stage.height, *shapes)


def _story(stage: Stage, words: Sequence[str], bottom: float) -> list[Shape]:
    """Return what was given to say, one over the other above the results: as many as find room, the first on top."""
    safe = stage.safe
    broken = [fitted(one, safe.width - 78, (_SIZE, _SMALL), _BROKEN, "label") for one in words]
    room = _MOST_WIDE if stage.wide else _MOST
    shown = []
    for said, size in broken:
        room -= len(said)
        if room < 0:
            break
        shown.append((said, size))
    tall = sum(len(said) * _LEAD + _PAD for said, _ in shown)
    y = bottom - tall
    shapes: list[Shape] = [Box("bar:story", safe.x, y, safe.width, tall, "panel")] if shown else []
    for at, (said, size) in enumerate(shown):
        high = len(said) * _LEAD
        shapes.append(Box(f"story:{at}", safe.x + 24, y + _PAD / 2 + 8, 14, high - 16, "accent"))
        shapes += [
            line(f"story-words:{at}/{row}", Area(safe.x + 54, y + _PAD / 2 + row * _LEAD, safe.width - 78, _LEAD),
                 one, size, "text")
            for row, one in enumerate(said)
        ]  # fmt: skip
        y += high + _PAD
    return shapes


def _results(
    stage: Stage, briefing: Briefing, results: tuple[Standing, ...], measure: Measure, y: float, rows: int
) -> list[Shape]:
    """Return the newest first: each as wide as its words, as many as find room."""
    safe = stage.safe
    if not results:
        return [line("empty", Area(safe.x + 24, y, safe.width - 48, _TALL), "No results yet", _SIZE)]
    shapes: list[Shape] = []
    x, row = safe.x + 24, 0
    brief = rows == 1 and _wide_as(briefing, results[:2], measure) > safe.width - 48
    for one in results:
        said = _what(briefing, one, measure)
        choices = tuple(f"{one.contest.name}  {what}" for what in (said, said.split(" by ")[0]))
        what = first_that_fits(choices[brief:], _SIZE, safe.width - 82).removeprefix(f"{one.contest.name}  ")
        wide = min(width_of(f"{one.contest.name}  {what}", _SIZE) + 34, safe.width - 48)
        if x + wide > safe.right - 24:
            break
        at = Area(x, y + row * _TALL, wide, _TALL)
        party = one.parties[0] if one.parties else ""
        shapes += [
            Box(f"result:{one.contest.id}", at.x, at.y + 18, 14, _TALL - 36, f"party:{party}" if party else "accent"),
            line(f"result-words:{one.contest.id}", Area(at.x + 30, at.y, wide - 30, _TALL),
                 (span(one.contest.name, "text", True), span(f"  {what}", "muted")), _SIZE),
        ]  # fmt: skip
        if rows > 1:
            row += 1
            if row == rows:
                break
        else:
            x += wide + 48
    return shapes


def _wide_as(briefing: Briefing, results: Sequence[Standing], measure: Measure) -> float:
    """Return what room results take beside each other with all there is to say of them."""
    return sum(width_of(f"{one.contest.name}  {_what(briefing, one, measure)}", _SIZE) + 82 for one in results) - 48


def _what(briefing: Briefing, one: Standing, measure: Measure) -> str:
    return "tie: the drawn lot decides" if one.tied else result_words(briefing, one, measure)


def _tally(stage: Stage, night: Night, tally: Tally, measure: Measure, y: float, against: str) -> list[Shape]:
    """Return each party's seats in one line, and how much is declared."""
    safe = stage.safe
    count = declared_words(tally.declared, tally.contests)
    counted = f"{count}  ·  {against}" if against and stage.wide else count
    room = width_of(counted, 24) + 8
    shapes: list[Shape] = [
        Box("bar:tally", safe.x, y, safe.width, _LOW, "ink"),
        line("declared", Area(safe.right - 24 - room, y, room, _LOW), counted, 24, align=Align.RIGHT),
    ]
    held = [(one, tally.party_seats(one)) for one in seated(night, tally, measure) if tally.party_seats(one)]
    x = safe.x + 24
    for key, words, ink in _that_fit(night.briefing, held, safe.right - room - 50 - x):
        wide = _cell(words)
        shapes += [
            Box(f"swatch:{key}", x, y + 16, 14, _LOW - 32, ink),
            line(f"seats:{key}", Area(x + 26, y, wide - 26, _LOW), words, _SMALL, "text", role="figure"),
        ]
        x += wide + _APART
    return shapes


def _that_fit(briefing: Briefing, held: Sequence[tuple[PartyId, int]], room: float) -> list[tuple[str, str, Ink]]:
    """Return id, words and ink of as many parties as there is room for; where that is not all, then `Others 4`."""
    cells = [(str(one), f"{briefing.parties[one].short} {number(seats)}", f"party:{one}") for one, seats in held]
    for named in range(len(cells), -1, -1):
        rest = sum(seats for _, seats in held[named:])
        said = cells[:named] + ([("others", f"Others {number(rest)}", "faint")] if rest else [])
        if sum(_cell(words) + _APART for _, words, _ in said) - _APART <= room:
            return said
    return []


def _cell(words: str) -> float:
    return width_of(words, _SMALL, "figure") + 32
