"""What the top line says, from the night, the clock and what has just happened."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject

from resultsdesk.models.feed import NightFeed
from resultsdesk.night.changes import Changes
from resultsdesk.night.rules import Author
from resultsdesk.windows.desk.frame.top_line import TopLine, TopWords
from resultsdesk.windows.desk.services import DeskServices

NEWS_TICKS = 24  # about six seconds
PLAYED = "rehearsal"  # the source of entries nobody keyed


class Status(QObject):
    """Other hands' entries are told for some seconds; trouble stays until something is saved again."""

    def __init__(self, services: DeskServices, feed: NightFeed, line: TopLine, parent: QObject | None = None) -> None:
        super().__init__(parent or line)
        self._services, self._feed, self._line = services, feed, line
        self._news_left = 0
        night = feed.night
        self._words = TopWords(
            night.briefing.election.title,
            night.rehearsal,
            night.tally(night.main_scope),
            "",
            _saved(night.seq, services.read_only),
            desk=_who(services.desk.author),
            read_only=services.read_only,
        )
        self.tick(services.desk.clock.now())
        feed.changed.connect(self._take_in)

    def tick(self, now: datetime) -> bool:
        """Take in the time; return whether the clock shows another minute."""
        if self._news_left:
            self._news_left -= 1
            if not self._news_left:
                self._say(replace(self._words, news=""))
        clock = f"{self._feed.night.briefing.local(now):%H:%M}"
        if clock == self._words.clock:
            return False
        self._say(replace(self._words, clock=clock))
        return True

    def tell(self, news: str) -> None:
        """Tell something for some seconds."""
        self._news_left = NEWS_TICKS
        self._say(replace(self._words, news=news))

    def show_author(self) -> None:
        """Say who is at the keys now."""
        self._say(replace(self._words, desk=_who(self._services.desk.author)))

    def show_on_air(self, words: str) -> None:
        """Say what is on air."""
        self._say(replace(self._words, on_air=words))

    def show_trouble(self, trouble: str) -> None:
        """Tell of trouble until something is saved again, or it is taken back with nothing."""
        self._say(replace(self._words, trouble=trouble))

    def _take_in(self, changes: Changes) -> None:
        night = changes.after
        entry = changes.entries[-1]
        words = replace(
            self._words,
            tally=night.tally(night.main_scope),
            saved=_saved(night.seq, self._services.read_only),
            trouble="",
        )
        if changes.initiator is None and entry.source != PLAYED:
            contest = night.briefing.contests.get(entry.contest)
            who = entry.desk if entry.desk != self._services.desk.author.desk else "Another window"
            self._news_left = NEWS_TICKS
            words = replace(words, news=f"{who}: {contest.name if contest else entry.contest} {entry.kind}")
        self._say(words)

    def _say(self, words: TopWords) -> None:
        self._words = words
        self._line.tell(words)


def _who(author: Author) -> str:
    return " · ".join(one for one in (author.desk, f"Operator {author.keyed_by}" if author.keyed_by else "") if one)


def _saved(seq: int, read_only: bool) -> str:
    if read_only:
        return "read only"
    return f"saved · entry {seq}" if seq else "nothing entered yet"
