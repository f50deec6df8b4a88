"""The desk: the one writer. It weighs a command, appends the entry, steps the night and broadcasts what changed."""

from collections.abc import Callable
from dataclasses import dataclass

from resultsdesk.desk.protocols import Clock, Journal
from resultsdesk.night.changes import Changes
from resultsdesk.night.commands import Command
from resultsdesk.night.entries import Entry
from resultsdesk.night.night import Night, replay, step
from resultsdesk.night.objections import error
from resultsdesk.night.rules import Author, weigh
from resultsdesk.night.trouble import Superseded
from resultsdesk.night.verdict import Verdict

Listener = Callable[[Changes], None]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a command: its verdict, and the entry where it was committed."""

    verdict: Verdict
    entry: Entry | None = None


class Desk:
    """Holds the present night of one open file, and the only way to change it."""

    def __init__(self, night: Night, journal: Journal, clock: Clock, author: Author) -> None:
        self._journal, self._clock = journal, clock
        self._listeners: list[Listener] = []
        self.author = author
        unseen = journal.entries(after=night.seq)
        self.night = replay(night.briefing, (*night.journal, *unseen), night.rehearsal) if unseen else night

    @property
    def clock(self) -> Clock:
        """Return the clock entries are stamped with."""
        return self._clock

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after every change; return the function that ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def weigh(self, command: Command) -> Verdict:
        """Return what would come of a command now, changing nothing."""
        return weigh(self.night, command, self._clock.now(), self.author)

    def commit(self, command: Command, initiator: object | None = None) -> Done:
        """Append the command's entry if nothing stands against it. On return it is on disk and every view has heard.

        Raises what the journal raises where the entry could not be kept; the night is then as it was.
        """
        verdict = self.weigh(command)
        if not verdict.ready or verdict.entry is None:
            return Done(verdict)
        try:
            entry = self._journal.append(verdict.entry)
        except Superseded:
            self.catch_up()
            name = self.night.contests[command.contest].contest.name
            text = f"Someone else changed {name} while you were typing: look at its history, then key again."
            return Done(Verdict((error("changed-meanwhile", text),), verdict.before))
        self.catch_up(entry, initiator)
        return Done(verdict, entry)

    def catch_up(self, own: Entry | None = None, initiator: object | None = None) -> bool:
        """Take in entries the journal has and the night has not; return whether there were any."""
        follows_on = own is not None and own.seq == self.night.seq + 1
        fresh = (own,) if own is not None and follows_on else tuple(self._journal.entries(after=self.night.seq))
        if not fresh:
            return False
        before = night = self.night
        for entry in fresh:
            night = step(night, entry)
        self.night = night
        contests = tuple(dict.fromkeys(entry.contest for entry in fresh))
        self._broadcast(Changes(before, night, fresh, contests, initiator))
        return True

    def _broadcast(self, changes: Changes) -> None:
        """Tell every listener; what one of them raises is raised once all have heard."""
        failure: Exception | None = None
        for listener in tuple(self._listeners):
            try:
                listener(changes)
            except Exception as error:  # noqa: BLE001 - a view's mistake must not keep what is on disk from the others
                failure = failure or error
        if failure is not None:
            raise failure
