"""A night of the list of recent ones, and the row it is drawn as."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from resultsdesk.figures.lettering import span, text, width_of
from resultsdesk.figures.shapes import Align, Box, Figure, Pattern, Shape, figure
from resultsdesk.psephology.rounding import number

ROW_HEIGHT = 78.0
BAR = 168.0


@dataclass(frozen=True, slots=True)
class RecentNight:
    """What is known of a night file; `contests` is 0 until it has been looked at, `trouble` what stands in its way."""

    path: Path
    title: str = ""
    rehearsal: bool = False
    contests: int = 0
    declared: int = 0
    saved: datetime | None = None
    trouble: str = ""

    @property
    def words(self) -> str:
        """Return the same as the row, for a screen reader."""
        if self.trouble:
            return f"{self.path.name}: {self.trouble}"
        if not self.contests:
            return self.path.name
        mode = "Rehearsal" if self.rehearsal else "Live night"
        return f"{mode} of {self.title}, {number(self.declared)} of {number(self.contests)} declared, {self.path}"


def recent_row(night: RecentNight, now: datetime, width: float, height: float = ROW_HEIGHT) -> Figure:
    """Return a recent night's row: what it is, how far it came, when it was last written, where it is."""
    left, right = 22.0, width - 18.0
    room = right - BAR - 24 - left
    shapes: list[Shape] = [_edge(night, height)]
    title = night.title or night.path.stem
    badge = "REHEARSAL" if night.rehearsal else "LIVE"
    known = bool(night.contests)
    badge_room = width_of(badge, 11, True) + 18 if known else 0.0
    title_room = room - badge_room - 10
    ink = "muted" if night.trouble else "text"
    shapes.append(text("title", left, 12, title_room, 24, span(title, ink, True), role="headline", size=18))
    if known:
        tone = "rehearsal" if night.rehearsal else "live"
        ground = "rehearsal-ground" if night.rehearsal else "raised"
        at = left + room - badge_room
        shapes.append(Box("badge-ground", at, 15, badge_room, 19, ground, tone, 1.0, 5))
        words = span(badge, tone if night.rehearsal else "text", True)
        shapes.append(text("badge", at, 15, badge_room, 19, words, role="label", size=11, align=Align.CENTRE))
    if night.trouble:
        shapes.append(text("trouble", left, 40, right - left, 20, span(night.trouble, "bad"), size=14))
        return figure(width, height, *shapes)
    shapes.append(text("path", left, 41, room, 20, span(shown_path(night.path), "muted"), size=14))
    if known:
        shapes += _progress(night, right)
    if night.saved is not None:
        at_left = right - BAR
        said = span(f"saved {ago(night.saved, now)}", "muted")
        shapes.append(text("saved", at_left, 50, BAR, 18, said, size=13, align=Align.RIGHT))
    return figure(width, height, *shapes)


def _edge(night: RecentNight, height: float) -> Shape:
    if night.rehearsal:
        return Box("edge", 6, 12, 5, height - 24, "rehearsal-ground", "rehearsal", 1, 2, Pattern.HATCHED)
    return Box("edge", 6, 12, 5, height - 24, "live" if night.contests else "line", radius=2)


def _progress(night: RecentNight, right: float) -> tuple[Shape, ...]:
    left = right - BAR
    part = night.declared / night.contests
    count = (span(number(night.declared), "text", True), span(f" of {number(night.contests)}", "muted"))
    shapes: list[Shape] = [
        text("count", left, 12, BAR, 22, *count, role="figure", size=16, align=Align.RIGHT),
        Box("track", left, 39, BAR, 5, "awaited", radius=2.5),
    ]
    if part:
        shapes.append(Box("done", left, 39, max(5.0, BAR * part), 5, "good", radius=2.5))
    return tuple(shapes)


def shown_path(path: Path) -> str:
    """Return a path with the home folder as ~."""
    try:
        return str(Path("~") / path.relative_to(Path.home()))
    except ValueError:
        return str(path)


def ago(then: datetime, now: datetime) -> str:
    """Return how long ago something was, in the coarsest words that still tell."""
    minutes = int((now - then).total_seconds() // 60)
    if minutes < 1:
        return "just now"
    if minutes < 60:
        return f"{minutes} min ago"
    if minutes < 24 * 60:
        hours = minutes // 60
        return f"{hours} hour{'' if hours == 1 else 's'} ago"
    if minutes < 7 * 24 * 60:
        days = minutes // (24 * 60)
        return "yesterday" if days == 1 else f"{days} days ago"
    return f"{then.day} {then:%B %Y}"
