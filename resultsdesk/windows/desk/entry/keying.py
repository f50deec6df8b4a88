"""The form at work: it turns what is typed into commands, and what comes back into words. It has no widgets."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

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
from resultsdesk.windows.desk.entry.form import Form, Mode, Weighed, fields_of, weighed, with_fields
from resultsdesk.windows.desk.entry.half_typed import DESK, half_typed_words, keyed_there_too, typed_elsewhere
from resultsdesk.windows.desk.entry.notice import Notice, Tone
from resultsdesk.windows.desk.services import DeskServices

SAVE_AFTER = 250  # milliseconds of quiet at the keys
KEYABLE = frozenset({Stage.AWAITED, Stage.FLASHED, Stage.RECOUNT})
LEFT = Notice("These are the figures declared. The correction stays half typed: Ctrl E goes on with it.")


class Keying(QObject):
    """The one contest being keyed. `opened` when the boxes have to be filled anew, `weighed` when what stands in them
    means something else, `said` when there is something to tell, `kept` when an entry is on disk.
    """

    opened = Signal()
    weighed = Signal(object)  # Weighed
    said = Signal(object)  # Notice, or None to say nothing any more
    kept = Signal(object)  # Done
    half_typed = Signal(object, bool)  # a ContestId, and whether something half typed is kept for it
    unsaved = Signal(str)  # what could not be written and why; empty once it can be again

    def __init__(self, services: DeskServices, feed: NightFeed, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._desk = services, services.desk
        self.form: Form | None = None
        self._unsaved = False
        self._told: set[tuple[ContestId, str]] = set()  # which other desks keys have been told of
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.setInterval(SAVE_AFTER)
        self._save_soon.timeout.connect(self.save_draft)
        feed.changed.connect(self._take_in)

    @property
    def standing(self) -> Standing | None:
        """Return how the contest of the form stands, or None before one is opened."""
        return None if self.form is None else self._desk.night.contests[self.form.contest]

    def open(self, contest: ContestId) -> None:
        """Show a contest's form, with what was half typed for it."""
        self.save_draft()
        standing = self._desk.night.contests[contest]
        form = _fresh(standing)
        kept, notice = self._kept(contest)
        correcting = kept.get("mode") == Mode.CORRECT and standing.stage is Stage.DECLARED
        if kept and (correcting or form.mode is Mode.KEY):
            mode = Mode.CORRECT if correcting else Mode.KEY
            # What was kept of a correction is all of it: a box that is not in it was emptied.
            form = with_fields(Form(Draft(contest), mode, standing.head), kept)
            self._told.add((contest, self._elsewhere(kept)))
            self._show(form, half_typed_words(self._elsewhere(kept)))
        else:
            self._show(form, notice)

    def drafts(self) -> dict[ContestId, str]:
        """Return the contests for which something half typed is kept, each with the other desk it was typed at, which
        is empty for this one.
        """
        try:
            kept = self._services.drafts.load()
        except Trouble:  # said where it matters, when the contest is opened
            return {}
        return {one: self._elsewhere(texts) for one, texts in kept.items() if one in self._desk.night.contests}

    def look_elsewhere(self) -> None:
        """Tell once that another desk keys the contest on the form."""
        form = self.form
        if form is None or form.mode is Mode.SHOWN:
            return
        desk = self._elsewhere(self._kept(form.contest)[0])
        if desk and (form.contest, desk) not in self._told:
            self._told.add((form.contest, desk))
            self.said.emit(keyed_there_too(desk))

    def _elsewhere(self, kept: Mapping[str, str]) -> str:
        return typed_elsewhere(kept, self._desk.author.desk)

    def _kept(self, contest: ContestId) -> tuple[Mapping[str, str], Notice | None]:
        """Return what was half typed, or nothing and why it cannot be read."""
        try:
            return self._services.drafts.get(contest) or {}, None
        except Trouble as trouble:
            return {}, Notice(f"{trouble} What was half typed here cannot be shown.", Tone.BAD)

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
                self._forget()
            kept = self.standing is not None and self.standing.first_count is not None
            first = "The first count is kept in the history" if kept else "No first count was keyed"
            self._reopen(Notice(f"Recount called. {first}; nothing is on air.", Tone.WARN), keep=figures is None)

    def correct(self) -> None:
        """Begin to correct what was declared, or go on with a correction that was left half typed; figures typed while
        somebody else declared are kept in the boxes.
        """
        standing, form = self.standing, self.form
        if form is None or standing is None or standing.stage is not Stage.DECLARED or self._services.read_only:
            return
        if form.mode is Mode.SHOWN and self._kept(form.contest)[0].get("mode") == Mode.CORRECT:
            self.open(form.contest)
            return
        draft = _to_correct(form.draft) if form.mode is Mode.SHOWN else form.draft
        self._show(Form(draft, Mode.CORRECT, standing.head), None)

    def leave_correction(self) -> None:
        """Show the declared figures again. What differs from them stays half typed; so does what another desk typed."""
        standing, form = self.standing, self.form
        if form is None or standing is None or form.mode is not Mode.CORRECT:
            return
        begun = replace(form, draft=_to_correct(_fresh(standing).draft))
        if fields_of(form) == fields_of(begun):
            if not self._elsewhere(self._kept(form.contest)[0]):
                self._forget()
            self._reopen(None)
            return
        self.save_draft()
        if self._unsaved:
            return  # it could not be kept, which has been said: it stays in the boxes
        if standing.stage is Stage.DECLARED:
            self._reopen(LEFT)
        else:
            self.open(form.contest)

    def commit(self, command: Command) -> Done | None:
        """Commit a command and return what became of it where it was kept; else say why not."""
        try:
            done = self._desk.commit(command, initiator=self)
        except Trouble as trouble:
            self.save_draft()
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
        self.save_draft()
        standing = self._desk.night.contests[undone.contest]
        if not undone.votes or self._kept(undone.contest)[0]:
            self.open(undone.contest)
            return
        correcting = undone.kind is Kind.CORRECTED
        latest = standing.entries[-1]
        was = f"{standing.contest.name} is {standing.stage}{'' if correcting else ' again'}"
        notice = Notice(f"Undone: {was}, entry {latest.seq}. What you had typed is here, half typed.", Tone.WARN)
        draft = of_figures(standing.contest, figures_of(undone))
        draft = replace(draft, declared_at=self._time_of(undone), reason=undone.reason if correcting else "")
        self._show(Form(draft, Mode.CORRECT if correcting else Mode.KEY, standing.head), notice)
        self._unsaved = True
        self.save_draft()

    def _time_of(self, entry: Entry) -> str:
        """Return the time of declaration as it was keyed; nothing where it is that of the keying itself."""
        briefing = self._desk.night.briefing
        at = briefing.local(entry.declared_at)
        return f"{at:%H:%M}" if briefing.moment(at.time()) == at != entry.keyed_at else ""

    def empty(self) -> None:
        """Forget what is half typed, and show the contest as it stands."""
        if self.form is not None and self.form.mode is not Mode.SHOWN:
            self._forget()
            self._reopen(None)

    def declare(self, result: Weighed) -> Done | None:
        """Commit a form the rules have nothing against, and show it as declared."""
        done = self.commit(result.command)
        if done is not None and done.entry is not None:
            self._forget()
            self._reopen(Notice(_declared_words(done.entry, result.form.mode), Tone.GOOD))
        else:
            self.weigh()  # something moved meanwhile: show what stands against it now
        return done

    def save_draft(self) -> None:
        """Keep what is half typed, now."""
        self._save_soon.stop()
        if self.form is None or not self._unsaved:
            return
        self._unsaved = False
        try:
            texts = fields_of(self.form)
            if texts:
                self._services.drafts.save(self.form.contest, {**texts, DESK: self._desk.author.desk})
            else:
                self._services.drafts.forget(self.form.contest)
            self.half_typed.emit(self.form.contest, bool(texts))
            self.unsaved.emit("")
        except Trouble as trouble:
            self._unsaved = True
            self.unsaved.emit(trouble.sentence)
            self.said.emit(Notice(f"{trouble} What you type is safe only while this window is open.", Tone.BAD))

    def _retype(self, form: Form) -> None:
        if form.mode is Mode.SHOWN:
            return
        self.form = form
        self._unsaved = True
        self._save_soon.start()
        self.weigh()

    def _show(self, form: Form, notice: Notice | None) -> None:
        self.form = form
        self._unsaved = False
        self.opened.emit()
        self.said.emit(notice)
        self.weigh()

    def _reopen(self, notice: Notice | None, keep: bool = False) -> None:
        """Show the contest as it stands now; with `keep`, what is typed stays."""
        standing, form = self.standing, self.form
        if standing is not None and form is not None:
            fresh = _fresh(standing)
            self._show(replace(form, seen=standing.head) if keep and fresh.mode is Mode.KEY else fresh, notice)

    def _forget(self) -> None:
        if self.form is not None:
            self._unsaved = False
            self._save_soon.stop()
            try:
                self._services.drafts.forget(self.form.contest)
                self.half_typed.emit(self.form.contest, False)
            except Trouble as trouble:
                self.said.emit(Notice(str(trouble), Tone.BAD))

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
            self._unsaved = True
            self.form = replace(form, seen=standing.head)
            self.said.emit(Notice(f"{who} What you typed is kept.", Tone.WARN))
            self.weigh()
        else:
            way = "Ctrl E compares and corrects with it" if standing.stage is Stage.DECLARED else "Look at its history"
            self.said.emit(Notice(f"{who} What you typed is kept. {way}.", Tone.WARN))
            self.weigh()


def _fresh(standing: Standing) -> Form:
    """Return the form of a contest with nothing typed, or with its declared figures to be looked at."""
    if standing.stage in KEYABLE:
        return Form(Draft(standing.contest.id), Mode.KEY, standing.head)
    if standing.poll is None:
        return Form(Draft(standing.contest.id), Mode.SHOWN, standing.head)
    return Form(of_figures(standing.contest, figures_of(standing.entries[-1])), Mode.SHOWN, standing.head)


def _to_correct(draft: Draft) -> Draft:
    """Return declared figures as a correction begins with them: what was announced with them is not said again."""
    return replace(draft, read_out="", announced_majority="", declared_at="", reason="")


def _declared_words(entry: Entry, mode: Mode) -> str:
    what = "Corrected" if mode is Mode.CORRECT else "Declared"
    return f"{what} and saved as entry {entry.seq}. Ctrl Z takes it back."
