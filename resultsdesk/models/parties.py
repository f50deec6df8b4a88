"""The party table: seats and votes of the scope looked at, most seats first."""

from PySide6.QtCore import QObject

from resultsdesk.models.feed import NightFeed
from resultsdesk.models.keyed_rows import Key, KeyedRows
from resultsdesk.models.viewing import View, Viewing
from resultsdesk.night.changes import Changes
from resultsdesk.night.tally import Tally, TallyLine
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import per_cent, signed


class PartyList(KeyedRows[PartyId]):
    """A line for each party. Lines are made when a row is painted: most are out of sight."""

    def __init__(self, feed: NightFeed, viewing: Viewing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed, self._viewing = feed, viewing
        self._fill()
        feed.changed.connect(self._take_in)
        viewing.changed.connect(self._look)

    @property
    def tally(self) -> Tally:
        """Return the sums the lines are taken from."""
        return self._feed.night.tally(self._viewing.now.scope)

    def subject(self, one: PartyId) -> TallyLine:
        return self.tally.line(one, self._viewing.now.measure, self._feed.night.briefing.parties[one].compares)

    def contest(self, one: PartyId) -> None:
        return None

    def words(self, one: PartyId) -> str:
        line = self.subject(one)
        name = self._feed.night.briefing.parties[one].name
        return f"{name}, {line.seats} seats, net {signed(line.net)}, share {per_cent(line.share)}"

    def _fill(self) -> None:
        tally = self.tally
        self.fill((self._key(tally, one), one) for one in tally.parties)

    def _look(self, before: View, now: View) -> None:
        if before.scope != now.scope:
            self._fill()
        elif before.measure != now.measure:
            self.all_changed()

    def _take_in(self, changes: Changes) -> None:
        scope = self._viewing.now.scope
        before, after = changes.before.tally(scope), changes.after.tally(scope)
        if before is after:
            return
        for one in _touched(changes):
            key = self._key(after, one) if _has_a_line(after, one) else None
            if key is not None or self.row_of(one) is not None:
                self.put(one, key)
        self.all_changed()  # every share is of a new total

    def _key(self, tally: Tally, party: PartyId) -> Key:
        order = self._feed.night.briefing.parties[party].order
        return (-tally.party_seats(party), -tally.votes.get(party, 0), order, party)


def _touched(changes: Changes) -> set[PartyId]:
    """Return the parties whose seats, votes or losses a change can have moved."""
    found: set[PartyId] = set()
    for contest in changes.contests:
        one = changes.after.briefing.contests.get(contest)
        if one is not None:
            found.update(candidacy.party for candidacy in one.candidacies)
            found.update(one.defended, one.holders)
    return found


def _has_a_line(tally: Tally, party: PartyId) -> bool:
    lost = any(party in losses for losses in tally.losses.values())
    return lost or any(party in sums for sums in (tally.won, tally.continuing, tally.votes))
