"""Lines of the story as a list: the most telling first or the newest, those at hand on top, those taken back last."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from resultsdesk.models.keyed_rows import Key, KeyedRows
from resultsdesk.models.story_feed import StoryFeed
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Scope
from resultsdesk.story.filtering import filtered
from resultsdesk.story.lines import Line, Story, Withdrawn

ROWS = 1_000
"""Lines listed at most: nobody reads further down, and a filter finds every one."""
MOST = 101
"""More than any line weighs: of what is pinned, what was taken back comes first."""
EVERYWHERE = Scope()


class Order(StrEnum):
    """What stands first."""

    TELLING = "telling"
    NEWEST = "newest"


@dataclass(frozen=True, slots=True)
class StoryFilter:
    """Which lines to list: of a scope, with all of these words in them, those pinned alone."""

    scope: Scope = EVERYWHERE
    words: str = ""
    pinned: bool = False
    order: Order = Order.TELLING


@dataclass(frozen=True, slots=True)
class Told:
    """A row: a line, whether it is pinned, where it is said, and what took it back."""

    line: Line
    pinned: bool = False
    said: str = ""
    withdrawn: Withdrawn | None = None


RowId = tuple[str, str]  # a line's id, and the sentence where that was taken back: an id may have been told again
Row = tuple[Key, Told]
Said = Callable[[], dict[str, str]]


class StoryList(KeyedRows[RowId]):
    """Follows a story while it is to; `followed` when it has. `said` tells which lines are in preview or on air."""

    followed = Signal()

    def __init__(
        self, feed: StoryFeed, pinned: Collection[str] = (), said: Said = dict, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._feed, self._said = feed, said
        self.filter = StoryFilter()
        self.pinned = frozenset(pinned)
        self.counted = (0, 0)  # lines told and taken back that pass the filter, listed or not
        self._rows: dict[RowId, Row] = {}
        self._awake = True
        self._fill(feed.story)
        feed.changed.connect(self._take_in)

    def show_only(self, chosen: StoryFilter) -> None:
        """List other lines, or in another order."""
        if chosen != self.filter:
            self.filter = chosen
            self._fill(self._feed.story)

    def pin(self, line: str, pinned: bool = True) -> None:
        """Have a line on top, or no longer."""
        self.pinned = self.pinned | {line} if pinned else self.pinned - {line}
        self._follow(self._feed.story)

    def refresh(self) -> None:
        """Show anew where lines are said."""
        if self._awake:
            self._follow(self._feed.story)

    def follow(self, awake: bool) -> None:
        """Follow the story from now on, or leave it while nobody looks."""
        before, self._awake = self._awake, awake
        if awake and not before:
            self._feed.catch_up()
            self._follow(self._feed.story)

    def subject(self, one: RowId) -> Told | None:
        row = self._rows.get(one)
        return None if row is None else row[1]

    def contest(self, one: RowId) -> ContestId | None:
        told = self.subject(one)
        return told.line.contests[0] if told is not None and told.line.contests else None

    def words(self, one: RowId) -> str:
        told = self.subject(one)
        if told is None:
            return ""
        at = f"{self._feed.night.briefing.local(told.line.at):%H:%M}, " if told.line.at is not None else ""
        marks = (", pinned" if told.pinned else "") + (f", {told.said}" if told.said else "")
        if told.withdrawn is not None:
            return f"Withdrawn: {at}{told.line.sentence} {told.withdrawn.why}{marks}"
        return f"{at}{told.line.sentence}{marks}"

    def _take_in(self, _before: Story, now: Story) -> None:
        if self._awake:
            self._follow(now)

    def _fill(self, story: Story) -> None:
        self._rows = {}
        self._rows = self._listed(story)
        self.fill((key, id) for id, (key, _) in self._rows.items())

    def _follow(self, story: Story) -> None:
        """Take in what differs row by row: the cursor stays on its line."""
        before, self._rows = self._rows, self._listed(story)
        for gone in [one for one in before if one not in self._rows]:
            self.put(gone, None)
        for id, row in self._rows.items():
            if before.get(id) is not row:
                self.put(id, row[0])
        self.followed.emit()

    def _listed(self, story: Story) -> dict[RowId, Row]:
        """Return the rows of a story; one that is as it was is the same as before."""
        shown, wanted, said = self.filter, self.filter.words.casefold().split(), self._said()
        part = filtered(story, self._feed.night, shown.scope)
        lines = [one for one in part.lines if self._passes(one, wanted)]
        back = [one for one in part.withdrawn if self._passes(one.line, wanted)]
        self.counted = (len(lines), len(back))
        rows = {(one.id, ""): self._row((one.id, ""), one, None, said) for one in self._first(lines)}
        if back:  # what is said under an id that is told again has its new words, and not those taken back
            again = {one.id for one in story.lines}
            said = {id: where for id, where in said.items() if id not in again}
        for off in back:
            id = (off.line.id, off.line.sentence)
            rows[id] = self._row(id, off.line, off, said)
        return rows

    def _row(self, id: RowId, line: Line, back: Withdrawn | None, said: Mapping[str, str]) -> Row:
        pinned, where = line.id in self.pinned, said.get(line.id, "")
        known = self._rows.get(id)
        if known is not None:
            told = known[1]
            if told.line is line and told.withdrawn is back and (told.pinned, told.said) == (pinned, where):
                return known
        told = Told(line, pinned, where, back)
        return self._key(told), told

    def _first(self, lines: list[Line]) -> list[Line]:
        """Return the lines there is room for, those pinned among them."""
        if len(lines) <= ROWS:
            return lines
        if self.filter.order is Order.NEWEST:
            lines = sorted(lines, key=lambda one: _late(one.at or self._close))
        return [*lines[:ROWS], *(one for one in lines[ROWS:] if one.id in self.pinned)]

    def _passes(self, line: Line, wanted: Collection[str]) -> bool:
        if self.filter.pinned and line.id not in self.pinned:
            return False
        if not wanted:
            return True
        contests = self._feed.night.briefing.contests
        names = " ".join(contests[one].name for one in line.contests if one in contests)
        text = f"{line.sentence} {names}".casefold()
        return all(one in text for one in wanted)

    def _key(self, told: Told) -> Key:
        """Return a row's place: pinned, told, taken back; in each by weight or by time."""
        back = told.withdrawn
        at = (back.at if back is not None else told.line.at) or self._close
        place = 0 if told.pinned else 1 if back is None else 2
        weight = -(MOST if back is not None else told.line.weight)
        by = (weight, _late(at)) if self.filter.order is Order.TELLING else (_late(at), weight)
        return (place, *by, told.line.id, told.line.sentence if back is not None else "")

    @property
    def _close(self) -> datetime:
        return self._feed.night.briefing.election.close_of_poll


def _late(at: datetime) -> float:
    return -at.timestamp()
