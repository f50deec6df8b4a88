"""The form at work: it turns what is typed into commands, and what comes back into words. It has no widgets."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from resultsdesk.desk.desk import Done
from resultsdesk.desk.draft import Draft, of_figures
from resultsdesk.desk.undo import figures_of
from resultsdesk.models.feed import NightFeed
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.changes import Changes
from resultsdesk.night.commands import CallRecount, Command
from resultsdesk.night.entries import Entry, Kind
from resultsdesk.night.objections import Objection
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing
from resultsdesk.night.trouble import Superseded, Trouble
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.windows.desk.entry.form import (
    KEYABLE,
    Form,
    Mode,
    Weighed,
    fields_of,
    fresh,
    to_correct,
    weighed,
    with_fields,
)
from resultsdesk.windows.desk.entry.half_typed import half_typed_words, keyed_there_too
from resultsdesk.windows.desk.entry.keeping import Keeping
from resultsdesk.windows.desk.entry.notice import Notice, Tone
from resultsdesk.windows.desk.entry.saying import declared_words
from resultsdesk.windows.desk.services import DeskServices

LEFT = Notice("These are the figures declared. The correction stays half typed: Ctrl E goes on with it.")


class Keying(QObject):
    """The one contest being keyed. `opened` when the boxes have to be filled anew, `weighed` when what stands in them
    means something else, `said` when there is something to tell, `kept` when an entry is on disk.
    """

    opened = Signal()
    weighed = Signal(object)  # Weighed
    said = Signal(object)  # Notice, or None to say nothing any more
    kept = Signal(object)  # Done
    unsaved = Signal(str)  # what could not be written and why; empty once it can be again

    def __init__(self, services: DeskServices, feed: NightFeed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._desk = services, services.desk
        self.form: Form | None = None
        self._told: set[tuple[ContestId, str]] = set()  # which other desks keys have been told of
        self.keeping = Keeping(services, self)
        self.keeping.said.connect(self.said)
        self.keeping.unsaved.connect(self.unsaved)
        feed.changed.connect(self._take_in)

    @property
    def standing(self) -> Standing | None:
        """Return how the contest of the form stands, or None before one is opened."""
        return None if self.form is None else self._desk.night.contests[self.form.contest]

    def open(self, contest: ContestId) -> None:
        """Show a contest's form, with what was half typed for it."""
        self.keeping.save()
        standing = self._desk.night.contests[contest]
        form = fresh(standing)
        kept, notice = self.keeping.read(contest)
        correcting = kept.get("mode") == Mode.CORRECT and standing.stage is Stage.DECLARED
        if kept and (correcting or form.mode is Mode.KEY):
            mode = Mode.CORRECT if correcting else Mode.KEY
            # What was kept of a correction is all of it: a box that is not in it was emptied.
            form = with_fields(Form(Draft(contest), mode, standing.head), kept)
            self._told.add((contest, self.keeping.elsewhere(kept)))
            self._show(form, half_typed_words(self.keeping.elsewhere(kept)))
        else:
            self._show(form, notice)

    def look_elsewhere(self) -> None:
        """Tell once that another desk keys the contest on the form."""
        form = self.form
        if form is None or form.mode is Mode.SHOWN:
            return
        desk = self.keeping.elsewhere(self.keeping.read(form.contest)[0])
        if desk and (form.contest, desk) not in self._told:
            self._told.add((form.contest, desk))
            self.said.emit(keyed_there_too(desk))

    def type(self, candidacy: CandidacyId, text: str) -> None:
        """Take what stands in a candidacy's box."""
        if self.form is not None and self.form.draft.votes.get(candidacy, "") != text:
            self._retype(self.form.typed(candidacy, text))

    def type_all(self, figures: dict[CandidacyId, str]) -> None:
        """Take several boxes at once, as pasted."""
        if self.form is not None:
            draft = replace(self.form.draft, votes={**self.form.draft.votes, **figures})
            self._retype(replace(self.form, draft=draft))
            self.opened.emit()

    def check(self, box: str, text: str) -> None:
        """Take what stands in one of the other boxes."""
        if self.form is not None and getattr(self.form.draft, box) != text:
            self._retype(self.form.checked(box, text))

    def draw_lot(self, winners: tuple[CandidacyId, ...]) -> None:
        """Take whom the drawn lot elected."""
        if self.form is not None:
            self._retype(replace(self.form, draft=replace(self.form.draft, lot=winners)))

    def acknowledge(self, objection: Objection) -> None:
        """Acknowledge a warning, or take that back."""
        if self.form is not None and not objection.blocks:
            self.form = self.form.toggled(objection)
            self.weigh()

    def weigh(self) -> Weighed | None:
        """Ask the desk's rules what they say to the form, and tell."""
        standing = self.standing
        if self.form is None or standing is None:
            return None
        result = weighed(self.form, standing.contest, self._desk)
        held = frozenset((one.code, one.text) for one in result.objections) & self.form.acknowledged
        if held != self.form.acknowledged:
            self.form = replace(self.form, acknowledged=held)
            result = replace(result, form=self.form)
        self.weighed.emit(result)
        return result

    def recount(self) -> CallRecount | None:
        """Return the command that calls a recount; a complete first count is kept with it."""
        result = self.weigh()
        if self.form is None or result is None:
            return None
        figures = result.reading.figures if result.complete and not result.reading.objections else None
        return CallRecount(contest=self.form.contest, after=self.form.seen, figures=figures)

    def call_recount(self, command: CallRecount) -> None:
        """Enter that a recount is called."""
        figures = command.figures
        if self.commit(command):
            if figures is not None:
                self.keeping.forget(command.contest)
            kept = self.standing is not None and self.standing.first_count is not None
            typed = self.form is not None and not self.form.draft.empty
            unkept = "The first count is not whole, so it stays half typed" if typed else "No first count was keyed"
            first = "The first count is kept in the history" if kept else unkept
            self._reopen(Notice(f"Recount called. {first}; nothing is on air.", Tone.WARN), keep=figures is None)

    def correct(self) -> None:
        """Begin to correct what was declared, or go on with a correction that was left half typed; figures typed while
        somebody else declared are kept in the boxes.
        """
        standing, form = self.standing, self.form
        if form is None or standing is None or standing.stage is not Stage.DECLARED or self._services.read_only:
            return
        if form.mode is Mode.SHOWN and self.keeping.read(form.contest)[0].get("mode") == Mode.CORRECT:
            self.open(form.contest)
            return
        draft = to_correct(form.draft) if form.mode is Mode.SHOWN else form.draft
        self._show(Form(draft, Mode.CORRECT, standing.head), None)

    def leave_correction(self) -> None:
        """Show the declared figures again. What differs from them stays half typed; so does what another desk typed."""
        standing, form = self.standing, self.form
        if form is None or standing is None or form.mode is not Mode.CORRECT:
            return
        begun = replace(form, draft=to_correct(fresh(standing).draft))
        if fields_of(form) == fields_of(begun):
            if not self.keeping.elsewhere(self.keeping.read(form.contest)[0]):
                self.keeping.forget(form.contest)
            self._reopen(None)
            return
        if not self.keeping.save():
            return  # which has been said: it stays in the boxes
        if standing.stage is Stage.DECLARED:
            self._reopen(LEFT)
        else:
            self.open(form.contest)

    def commit(self, command: Command) -> Done | None:
        """Commit a command and return what became of it where it was kept; else say why not."""
        try:
            done = self._desk.commit(command, initiator=self)
        except Trouble as trouble:
            self.keeping.save()
            if not isinstance(trouble, Superseded):
                self.unsaved.emit(trouble.sentence)
            self.said.emit(Notice(f"{trouble} Nothing you typed is lost.", Tone.BAD))
            return None
        if done.entry is None:
            if done.verdict.objections:
                self.said.emit(Notice(done.verdict.objections[0].text, Tone.BAD))
            return None
        self.kept.emit(done)
        return done

    def follow(self, contest: ContestId) -> None:
        """Show where a contest stands after something was entered for it here, if it is the one on the form.

        What is typed stays, unless the contest now shows declared figures.
        """
        if self.form is not None and self.form.contest == contest:
            entry = self._desk.night.contests[contest].entries[-1]
            notice = Notice(f"{str(entry.kind).capitalize()}: saved as entry {entry.seq}.", Tone.GOOD)
            self._reopen(notice, keep=self.form.mode is Mode.KEY and not self.form.draft.empty)

    def give_back(self, undone: Entry) -> None:
        """Show the contest of an entry that was taken back with its figures half typed, to be mended and keyed again.

        What was typed for it since is later, and is shown instead.
        """
        self.keeping.save()
        standing = self._desk.night.contests[undone.contest]
        if not undone.votes or self.keeping.read(undone.contest)[0]:
            self.open(undone.contest)
            return
        correcting = undone.kind is Kind.CORRECTED
        latest = standing.entries[-1]
        was = f"{standing.contest.name} is {standing.stage}{'' if correcting else ' again'}"
        notice = Notice(f"Undone: {was}, entry {latest.seq}. What you had typed is here, half typed.", Tone.WARN)
        draft = of_figures(standing.contest, figures_of(undone))
        draft = replace(draft, declared_at=self._time_of(undone), reason=undone.reason if correcting else "")
        form = Form(draft, Mode.CORRECT if correcting else Mode.KEY, standing.head)
        self._show(form, notice)
        self.keeping.soon(form)
        self.keeping.save()

    def _time_of(self, entry: Entry) -> str:
        """Return the time of declaration as it was keyed; nothing where it is that of the keying itself."""
        briefing = self._desk.night.briefing
        at = briefing.local(entry.declared_at)
        return f"{at:%H:%M}" if briefing.moment(at.time()) == at != entry.keyed_at else ""

    def empty(self) -> None:
        """Forget what is half typed, and show the contest as it stands."""
        if self.form is not None and self.form.mode is not Mode.SHOWN:
            self.keeping.forget(self.form.contest)
            self._reopen(None)

    def declare(self, result: Weighed) -> Done | None:
        """Commit a form the rules have nothing against, and show it as declared."""
        done = self.commit(result.command)
        if done is not None and done.entry is not None:
            self.keeping.forget(done.entry.contest)
            self._reopen(Notice(declared_words(done.entry, result.form.mode), Tone.GOOD))
        else:
            self.weigh()  # something moved meanwhile: show what stands against it now
        return done

    def _retype(self, form: Form) -> None:
        if form.mode is Mode.SHOWN:
            return
        self.form = form
        self.keeping.soon(form)
        self.weigh()

    def _show(self, form: Form, notice: Notice | None) -> None:
        self.form = form
        self.keeping.drop()
        self.opened.emit()
        self.said.emit(notice)
        self.weigh()

    def _reopen(self, notice: Notice | None, keep: bool = False) -> None:
        """Show the contest as it stands now; with `keep`, what is typed stays."""
        standing, form = self.standing, self.form
        if standing is not None and form is not None:
            kept = replace(form, seen=standing.head) if keep and standing.stage in KEYABLE else None
            self._show(kept or fresh(standing), notice)
            if kept is not None:
                self.keeping.soon(kept)

    def _take_in(self, changes: Changes) -> None:
        """Follow what others entered for this contest; nothing typed is lost by it."""
        form = self.form
        if form is None or changes.initiator is self or form.contest not in changes.contests:
            return
        entry = next(one for one in reversed(changes.entries) if one.contest == form.contest)
        standing = changes.after.contests[form.contest]
        who = f"{entry.desk}: {entry.kind}, entry {entry.seq}."
        typing = form.mode is Mode.CORRECT or (form.mode is Mode.KEY and not form.draft.empty)
        if not typing:
            self._reopen(Notice(who))
        elif form.mode is Mode.KEY and standing.stage in KEYABLE:
            self.form = replace(form, seen=standing.head)
            self.keeping.soon(self.form)
            self.said.emit(Notice(f"{who} What you typed is kept.", Tone.WARN))
            self.weigh()
        else:
            way = "Ctrl E compares and corrects with it" if standing.stage is Stage.DECLARED else "Look at its history"
            self.said.emit(Notice(f"{who} What you typed is kept. {way}.", Tone.WARN))
            self.weigh()
