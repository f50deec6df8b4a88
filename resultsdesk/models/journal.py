"""The journal as it grows, the latest entry first."""

from PySide6.QtCore import QObject

from resultsdesk.models.feed import NightFeed
from resultsdesk.models.keyed_rows import KeyedRows
from resultsdesk.night.changes import Changes
from resultsdesk.night.entries import Entry


class JournalList(KeyedRows[int]):
    """A row for each entry, by its number."""

    def __init__(self, feed: NightFeed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed = feed
        self._entries = {one.seq: one for one in feed.night.journal}
        self.fill(((-seq,), seq) for seq in self._entries)
        feed.changed.connect(self._take_in)

    def subject(self, one: int) -> Entry:
        return self._entries[one]

    def contest(self, one: int) -> str:
        return self._entries[one].contest

    def words(self, one: int) -> str:
        entry = self._entries[one]
        contest = self._feed.night.briefing.contests.get(entry.contest)
        at = self._feed.night.briefing.clock(entry.keyed_at)
        name = contest.name if contest else entry.contest
        return f"Entry {entry.seq}, {at}, {name} {entry.kind}, by {entry.keyed_by or 'nobody named'}"

    def _take_in(self, changes: Changes) -> None:
        for entry in changes.entries:
            self._entries[entry.seq] = entry
            self.put(entry.seq, (-entry.seq,))
