"""The title slate: what night this is, before anything is known and between two parts of the programme."""

from datetime import date, datetime

from resultsdesk.figures.scenes.facts import declared_line, scope_of
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.stage import Area, block, foot, line, stage_of
from resultsdesk.figures.shapes import Box, Figure, Shape, figure
from resultsdesk.night.night import Night

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def title_slate(night: Night, request: SceneRequest, now: datetime | None) -> Figure:
    """Return the election's title and day; `words` take the place of the title and of the line under it."""
    stage, election = stage_of(request.format), night.briefing.election
    words = request.words[0] if request.words else election.title
    under = request.words[1] if len(request.words) > 1 else day_words(election.day)
    feet, room = foot(stage, declared_line(night, night.tally(scope_of(night, request)), now))
    safe = stage.safe
    size = 148.0 if stage.wide else 124.0
    top = stage.height * (0.32 if stage.wide else 0.34)
    head, bottom = block("headline", Area(safe.x, top, safe.width, safe.bottom - room - top), words, (size, 60), 3)
    below = line("under", Area(safe.x, bottom + 18, safe.width, 60), under, 46.0 if stage.wide else 40.0)
    parties = sorted(night.briefing.parties.values(), key=lambda one: one.order)
    stood = {one.party for contest in night.briefing.contests.values() for one in contest.candidacies}
    stripe = [one.id for one in parties if one.id in stood and one.compares][:6]
    shapes: list[Shape] = [
        Box(f"bar:stripe/{at}", at * stage.width / len(stripe), top - 54, stage.width / len(stripe), 14, f"party:{one}")
        for at, one in enumerate(stripe)
    ]
    return figure(stage.width, stage.height, *shapes, *head, below, *feet, ground="ink")


def day_words(day: date) -> str:
    """Return a day in full, such as `Thursday 4 July 2024`."""
    return f"{_DAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]} {day.year}"
