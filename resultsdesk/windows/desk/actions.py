"""What can be done to the contest on the form besides keying its count; what everybody would see asks first."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from resultsdesk.desk.desk import Desk
from resultsdesk.desk.undo import bringing_back, last_of, undoing
from resultsdesk.models.viewing import Viewing
from resultsdesk.night.commands import Command, Correct, DeclareUnopposed, Flash, Postpone, Retract
from resultsdesk.night.consequences import consequences
from resultsdesk.night.entries import Entry
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.windows.desk.entry.form import KEYABLE, Mode
from resultsdesk.windows.desk.entry.notice import Notice, Tone
from resultsdesk.windows.desk.entry.panel import EntryPanel
from resultsdesk.windows.question import Question

RETRACTABLE = frozenset(Stage) - {Stage.AWAITED}


class DeskActions:
    """Verbs on the form's contest, and on this desk's last entry."""

    def __init__(self, desk: Desk, panel: EntryPanel, viewing: Viewing, window: QWidget, read_only: bool) -> None:
        self._desk, self._panel, self._viewing, self._window = desk, panel, viewing, window
        self._read_only = read_only

    def call_recount(self) -> None:
        """Enter that a recount is called; where one is already, ask first."""
        standing, keying = self._contest(KEYABLE, "call a recount"), self._panel.keying
        command = None if standing is None else keying.recount()
        if standing is None or command is None:
            return
        verdict = self._desk.weigh(command)
        warned = verdict.asking
        agreed = replace(command, accepted=frozenset(one.code for one in warned))

        def do(_reason: str = "") -> None:
            keying.call_recount(agreed)
            self._panel.focus_boxes()

        if any(one.code == "recount-again" for one in warned) and not verdict.errors:
            lines = [one.text for one in warned]
            self._open(
                Question(f"{standing.contest.name}: another recount?", lines, "Call it", do, parent=self._window)
            )
        else:
            keying.call_recount(command)
            self._panel.focus_boxes()

    def flash(self) -> None:
        """Ask who was heard to have won, and enter it."""
        if self._contest({Stage.AWAITED, Stage.FLASHED}, "flash") is not None:
            self._panel.ask_for_winner(self._flash_winner)

    def correct(self) -> None:
        """Begin to correct what was declared."""
        if self._contest({Stage.DECLARED}, "correct") is not None:
            self._panel.keying.correct()
            self._panel.focus_boxes()

    def declare_unopposed(self) -> None:
        """Ask, and declare everybody who stands elected."""
        standing = self._contest({Stage.AWAITED}, "declare unopposed")
        if standing is not None:
            command = DeclareUnopposed(contest=standing.contest.id, after=standing.head)
            names = ", ".join(one.name for one in standing.contest.candidacies)
            title = f"{standing.contest.name}: elected unopposed"
            self._ask(title, [f"{names}. Nobody else stands."], "Declare unopposed", command)

    def postpone(self) -> None:
        """Ask, and enter that there is no poll tonight."""
        standing = self._contest({Stage.AWAITED}, "postpone")
        if standing is not None:
            command = Postpone(contest=standing.contest.id, after=standing.head)
            lines = ["The poll does not take place tonight. It can be retracted."]
            self._ask(f"{standing.contest.name}: poll postponed", lines, "Postpone", command)

    def retract(self) -> None:
        """Ask why, and have the contest awaited again."""
        standing = self._contest(RETRACTABLE, "retract")
        if standing is None:
            return
        command = Retract(contest=standing.contest.id, after=standing.head)
        lines = [*self._consequences(command), "What was entered stays in the history."]
        title = f"{standing.contest.name}: awaited again"

        def do(reason: str) -> None:
            self._commit(Retract(contest=command.contest, after=command.after, reason=reason))

        self._open(Question(title, lines, "Retract", do, reason=True, parent=self._window))

    def empty(self) -> None:
        """Ask, and empty the boxes of what is half typed in them."""
        form, standing = self._panel.keying.form, self._panel.keying.standing
        if form is None or standing is None or self._read_only:
            return
        if form.mode is Mode.SHOWN or (form.mode is Mode.KEY and form.draft.empty):
            self._panel.banner.tell(Notice(f"{standing.contest.name}: nothing is half typed here."))
            return
        title = f"{standing.contest.name}: empty the boxes?"
        lines = ["What is half typed is lost. Nobody else has seen it."]
        self._open(Question(title, lines, "Empty them", lambda _reason: self._panel.empty(), parent=self._window))

    def undo(self) -> None:
        """Ask, saying what it does, and take back this desk's last entry; its figures are half typed then.

        What is retracted is not: a retraction says that the figures are not this contest's, an undo that one is wrong.
        """
        if self._read_only:
            return
        night = self._desk.night
        entry = last_of(night, self._desk.author.desk)
        if entry is None:
            self._panel.banner.tell(Notice("This desk has entered nothing that could be undone."))
            return
        command = undoing(night, entry)
        name = night.contests[entry.contest].contest.name
        kind = "correction" if isinstance(command, Correct) else str(entry.kind)
        kept = ["Its figures stay in the form, half typed."] if entry.votes else []
        lines = [f"Entry {entry.seq}: {name}, {kind}.", *self._consequences(command), *kept]
        self._ask("Undo the last entry?", lines, "Undo", command, lambda: self._bring_back(entry))

    def _bring_back(self, undone: Entry) -> None:
        """Have the contest as it was before an entry taken back by now, and in the form what was typed for that."""
        command = bringing_back(self._desk.night, undone)
        if command is not None:
            self._commit(command)
        self._panel.give_back(undone)

    def _flash_winner(self, chosen: tuple[CandidacyId, ...]) -> None:
        standing = self._panel.keying.standing
        if standing is None:
            return

        command = Flash(contest=standing.contest.id, after=standing.head, winner=chosen[0])
        verdict = self._desk.weigh(command)
        if verdict.asking and not verdict.errors:
            self._ask(standing.contest.name, [], "I heard it: flash", command)
        else:
            self._commit(command)

    def _contest(self, stages: AbstractSet[Stage], verb: str) -> Standing | None:
        """Return the form's contest if it stands at one of these stages; else say why not."""
        standing = self._panel.keying.standing
        if standing is None or self._read_only:
            return None
        if standing.stage not in stages:
            said = f"{standing.contest.name} is {standing.stage}: there is nothing to {verb} here."
            self._panel.banner.tell(Notice(said, Tone.WARN))
            return None
        return standing

    def _consequences(self, command: Command) -> list[str]:
        verdict = self._desk.weigh(command)
        if verdict.before is None or verdict.after is None:
            return []
        parties = self._desk.night.briefing.parties
        return list(consequences(verdict.before, verdict.after, parties, self._viewing.now.measure))

    def _ask(
        self, title: str, lines: list[str], yes: str, command: Command, then: Callable[[], object] = lambda: None
    ) -> None:
        """Ask, with what the rules would warn of among the lines: the answer acknowledges it, and `then` follows."""
        verdict = self._desk.weigh(command)
        if verdict.errors:
            self._panel.banner.tell(Notice(verdict.errors[0].text, Tone.BAD))
            return
        warned = verdict.asking
        said = [*lines, *(one.text for one in warned)]
        agreed = replace(command, accepted=frozenset(one.code for one in warned))

        def do(_reason: str) -> None:
            if self._commit(agreed):
                then()

        self._open(Question(title, said, yes, do, parent=self._window))

    def _open(self, question: Question) -> None:
        question.open()

    def _commit(self, command: Command) -> bool:
        """Commit a command and show where its contest stands; return whether it was kept."""
        if self._panel.keying.commit(command) is None:
            return False
        self._panel.keying.follow(command.contest)
        if isinstance(command, DeclareUnopposed | Postpone):
            self._panel.finished.emit()  # nothing is left to be keyed here
        return True
