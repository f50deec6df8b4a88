"""The entry form put together: heading, boxes, outcome, objections and the button, from the keys to the desk."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resultsdesk.models.feed import NightFeed
from resultsdesk.models.viewing import View, Viewing
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Entry
from resultsdesk.night.objections import Objection
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.psephology.rounding import number
from resultsdesk.windows.desk.entry.banner import Banner
from resultsdesk.windows.desk.entry.boxes import Boxes, Chosen
from resultsdesk.windows.desk.entry.candidacy_lines import candidacy_lines
from resultsdesk.windows.desk.entry.check_boxes import CheckBoxes
from resultsdesk.windows.desk.entry.check_words import agreements, total_words, turnout_words
from resultsdesk.windows.desk.entry.declare_button import DeclareButton
from resultsdesk.windows.desk.entry.figure_box import FigureBox
from resultsdesk.windows.desk.entry.form import Mode, Weighed
from resultsdesk.windows.desk.entry.heading import Heading
from resultsdesk.windows.desk.entry.hint import Hint
from resultsdesk.windows.desk.entry.keying import Keying
from resultsdesk.windows.desk.entry.leading import Leading
from resultsdesk.windows.desk.entry.notice import Notice, Tone
from resultsdesk.windows.desk.entry.objection_list import ObjectionList
from resultsdesk.windows.desk.entry.outcome import OutcomeCard
from resultsdesk.windows.desk.entry.pasting import figures_by_name, figures_in_order
from resultsdesk.windows.desk.entry.room import room_for
from resultsdesk.windows.desk.entry.saying import button_words
from resultsdesk.windows.desk.services import DeskServices


class EntryPanel(QWidget):
    """`finished` says that a count is on disk and the hands are free for the next."""

    finished = Signal()

    def __init__(
        self, services: DeskServices, feed: NightFeed, viewing: Viewing, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._services, self._feed = services, feed
        self.keying = Keying(services, feed, self)
        self.result: Weighed | None = None
        self._tried = False
        self.heading = Heading(services.theme)
        self.banner = Banner()
        self.reason = FigureBox("reason", numbers=False)
        self.reason.setPlaceholderText("Why is it corrected? A few words for the history")
        self.reason.setAccessibleName("Reason for the correction")
        self.boxes = Boxes(services.theme)
        self.rows, self.choice = self.boxes.rows, self.boxes.choice
        self.checks = CheckBoxes()
        self.card = OutcomeCard(services.theme, viewing)
        self.objections = ObjectionList()
        self.button = DeclareButton(services.theme)
        half_typed = self.keying.keeping.all()
        names = {one.contest.name: half_typed[id] for id, one in feed.night.contests.items() if id in half_typed}
        self.hint = Hint(feed.night.briefing.election.area, feed.night.rehearsal, names)
        self._layout = QVBoxLayout(self)
        self._leading = Leading(self.rows, self.checks, self.reason, self.objections, self.banner)
        self._parts = (self.heading, self.reason, self.boxes, self.checks, self.card, self.button)
        self._lay_out()
        self._connect()
        viewing.changed.connect(self._look)

    def open(self, contest: ContestId) -> None:
        """Show a contest's form with the keys in its first box."""
        self._uncover()
        self.keying.open(contest)
        self.focus_boxes()

    def give_back(self, undone: Entry) -> None:
        """Show what was typed for an entry that was taken back, with the keys in the first box."""
        self._uncover()
        self.keying.give_back(undone)
        self.focus_boxes()

    def empty(self) -> None:
        """Empty the boxes, the keys in the first."""
        self.keying.empty()
        self.focus_boxes()

    def focus_boxes(self) -> None:
        """Put the keys where they are needed next: the first empty box, else the first."""
        form, result = self.keying.form, self.result
        if form is None:
            return
        if form.mode is Mode.SHOWN:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif form.mode is Mode.CORRECT and not form.draft.reason:
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif result is not None and result.missing:
            self.rows.focus_on(result.missing[0])
        else:
            self.rows.focus(0)

    def press_button(self) -> None:
        """Do what the button says: declare, or begin to correct what is declared."""
        form = self.keying.form
        if form is not None and form.mode is Mode.SHOWN and not self._services.read_only:
            self.keying.correct()
            self.focus_boxes()
        else:
            self.declare()

    def declare(self) -> None:
        """Declare or correct, or lead to what stands in the way. What is declared already is left alone."""
        form, result, standing = self.keying.form, self.result, self.keying.standing
        if form is None or result is None or standing is None or self._services.read_only:
            return
        if form.mode is Mode.SHOWN:
            self._leading.tell_already(standing)
            return
        self._tried = True
        self._mark_reason(result)
        if self._leading.to_what_is_wrong(result, self.ask_for_lot):
            return
        if self.keying.declare(result) is not None:
            self.finished.emit()

    def acknowledge(self, place: int) -> None:
        """Acknowledge the warning with this number, or take that back."""
        objection = self.objections.at(place)
        if objection is not None:
            self.keying.acknowledge(objection)

    def leave(self) -> None:
        """Esc: out of a choice, else out of a correction."""
        if self.boxes.asking:
            self.boxes.back()
            self.focus_boxes()
        else:
            self.keying.leave_correction()

    def ask_for_lot(self) -> None:
        """Ask whom the drawn lot elected, where candidacies are level for the last seats."""
        standing, result = self.keying.standing, self.result
        counted = result.verdict.after.count if result and result.verdict.after else None
        if standing is None or counted is None or not counted.tied:
            return
        level = [one for one in standing.contest.candidacies if one.id in counted.tied]
        parties = [self._feed.night.briefing.parties[one.party].name for one in level]
        seats = counted.tied_seats
        what = "the last seat" if seats == 1 else f"the last {seats} seats"
        question = f"They are level. Who won the drawn lot for {what}?"
        self.boxes.ask(question, level, parties, self._draw_lot, seats)

    def ask_for_winner(self, then: Chosen) -> None:
        """Ask who was heard to have won, and hand the answer to `then`."""
        standing = self.keying.standing
        if standing is None:
            return
        candidacies = standing.contest.candidacies
        parties = [self._feed.night.briefing.parties[one.party].name for one in candidacies]
        self.boxes.ask("Who has won? It goes out as heard, without figures.", candidacies, parties, then)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.card.fit(self.height())
        self._share_room()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._share_room()  # a banner has come, or a box for the reason
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _uncover(self) -> None:
        """Show the form in the place of the hint."""
        if not self.hint.isHidden():
            self.hint.hide()
            for part in self._parts:
                part.show()

    def _share_room(self) -> None:
        self.objections.fit(self.height(), room_for(self.objections, self._layout, self.contentsRect()))

    def _look(self, before: View, now: View) -> None:
        """Tell the outcome anew where gains are measured against something else."""
        if before.measure is not now.measure:
            self.keying.weigh()

    def _astray(self) -> None:
        standing, result = self.keying.standing, self.result
        if standing is not None and result is not None:
            self._leading.tell_astray(standing, result, self.boxes.asking)

    def _draw_lot(self, winners: tuple[CandidacyId, ...]) -> None:
        self.keying.draw_lot(winners)
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _paste(self, candidacy: str, text: str) -> None:
        """Fill the boxes from this one on with a pasted column or row, or the named ones with a pasted table."""
        standing, form = self.keying.standing, self.keying.form
        row = self.rows.row(CandidacyId(candidacy))
        if standing is None or form is None or row is None or form.mode is Mode.SHOWN:
            return
        candidacies = standing.contest.candidacies
        figures = figures_in_order(text)
        if figures is not None:
            start = [one.id for one in candidacies].index(CandidacyId(candidacy))
            room = len(candidacies) - start
            if len(figures) > room:
                said = f"{number(len(figures))} figures were pasted where {room} fit: nothing was filled in."
                self.banner.tell(Notice(said, Tone.WARN))
                return
            self.keying.type_all({one.id: text for one, text in zip(candidacies[start:], figures, strict=False)})
            self.rows.focus(min(start + len(figures), len(candidacies) - 1))
            return
        named = figures_by_name(text, candidacies)
        if named is not None and len(text.splitlines()) > 1:
            self.keying.type_all(named)
            self.rows.focus(-1)
        else:
            row.box.insert_pasted(text)

    def _step_from_rows(self, by: int) -> None:
        if by > 0:
            self.checks.focus(0)
        elif not self.reason.isHidden():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_from_checks(self, by: int) -> None:
        if by < 0:
            self.rows.focus(-1)
        else:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_from_reason(self, by: int) -> None:
        if by > 0:
            self.rows.focus(0)

    def _step_from_objections(self, by: int) -> None:
        (self.button if by > 0 else self.checks.boxes["read_out"]).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self) -> None:
        """Fill every box anew."""
        form, standing = self.keying.form, self.keying.standing
        if form is None or standing is None:
            return
        self._tried = False
        self._leading.forget()
        shown = form.mode is Mode.SHOWN
        self.heading.show_contest(standing, self._feed.night.briefing)
        self.rows.show_contest(standing.contest, form.draft.votes, shown)
        self.boxes.back()
        texts = {name: getattr(form.draft, name) for name in self.checks.boxes}
        if shown and standing.declared_at is not None:
            texts["declared_at"] = f"{self._feed.night.briefing.local(standing.declared_at):%H:%M}"
        self.checks.show_texts(texts, standing.contest.vacancies > 1 or bool(form.draft.papers), shown)
        self.reason.setVisible(form.mode is Mode.CORRECT)
        self.reason.show_text(form.draft.reason)

    def _show_weighed(self, result: Weighed) -> None:
        """Show what the boxes come to."""
        self.result = result
        standing, briefing = self.keying.standing, self._feed.night.briefing
        if standing is None:
            return
        shown = result.form.mode is Mode.SHOWN
        self.rows.tell(candidacy_lines(result, standing, briefing))
        self.checks.tell(total_words(result), turnout_words(result, standing, briefing), agreements(result))
        self.card.tell(result, standing, briefing)
        self.objections.tell(() if shown or result.form.draft.empty else self._telling(result), result.asking)
        self._mark_reason(result)
        words, key, ready = button_words(result, standing)
        self._leading.settle(result, ready)
        self.button.tell(words, key, ready and not self._services.read_only)

    def _telling(self, result: Weighed) -> tuple[Objection, ...]:
        """Return what is told: a correction just begun has changed nothing, which is no mistake yet."""
        return tuple(one for one in result.objections if self._tried or one.code != "nothing-changed")

    def _mark_reason(self, result: Weighed) -> None:
        self.reason.mark("error" if self._tried and not result.form.draft.reason.strip() else "")

    def _connect(self) -> None:
        keying = self.keying
        keying.opened.connect(self._show_form)
        keying.weighed.connect(self._show_weighed)
        keying.said.connect(self.banner.tell)
        self.rows.retyped.connect(lambda candidacy, text: keying.type(CandidacyId(candidacy), text))
        self.rows.pasted.connect(self._paste)
        self.rows.stepped_out.connect(self._step_from_rows)
        self.checks.retyped.connect(keying.check)
        self.checks.stepped_out.connect(self._step_from_checks)
        self.reason.textEdited.connect(lambda text: keying.check("reason", text))
        self.reason.stepped.connect(self._step_from_reason)
        self.reason.pasted.connect(self.reason.insert_pasted)
        self.objections.toggled.connect(keying.acknowledge)
        self.objections.left.connect(self._step_from_objections)
        self.objections.led.connect(self._leading.to_objection)
        for part in (self.objections, self.choice, self.button):
            part.strayed.connect(self._astray)
        self.choice.left.connect(self.leave)
        self.button.clicked.connect(self.press_button)

    def _lay_out(self) -> None:
        layout = self._layout
        layout.setContentsMargins(18, 12, 18, 12)
        layout.setSpacing(8)
        layout.addWidget(self.heading)
        layout.addWidget(self.banner)
        layout.addWidget(self.hint)
        layout.addWidget(self.reason)
        layout.addWidget(self.boxes, 1000)
        layout.addWidget(self.checks)
        layout.addWidget(self.card)
        layout.addWidget(self.objections)
        layout.addWidget(self.button)
        layout.addStretch(1)
        for part in self._parts:
            part.hide()
