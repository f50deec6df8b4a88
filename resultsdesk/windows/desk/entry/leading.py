"""Where the hand is led when something stands in the way, and what it is told: aloud, for the eyes are on the paper."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from resultsdesk.night.objections import Objection
from resultsdesk.night.standing import Standing
from resultsdesk.windows.desk.entry.banner import Banner
from resultsdesk.windows.desk.entry.candidacy_rows import CandidacyRows
from resultsdesk.windows.desk.entry.check_boxes import CheckBoxes
from resultsdesk.windows.desk.entry.form import Mode, Weighed
from resultsdesk.windows.desk.entry.notice import Notice, Tone
from resultsdesk.windows.desk.entry.objection_list import ObjectionList
from resultsdesk.windows.desk.entry.saying import already_words, astray_words, stuck_words

CHECKED = {
    "total-differs": "read_out",
    "majority-differs": "announced_majority",
    "rejected-high": "rejected",
    "papers-missing": "papers",
    "sum-over-papers": "papers",
    "before-close": "declared_at",
    "in-future": "declared_at",
    "not-a-time": "declared_at",
}
"""The box an objection is about, where it is none of the votes'."""


class Leading:
    """Puts the keys where they are needed, and says why in the banner until something is done about it."""

    def __init__(
        self, rows: CandidacyRows, checks: CheckBoxes, reason: QWidget, objections: ObjectionList, banner: Banner
    ) -> None:
        self._rows, self._checks, self._reason = rows, checks, reason
        self._objections, self._banner = objections, banner
        self._stuck = ""  # what stood in the way when it was last said

    def to_objection(self, objection: Objection) -> None:
        """Put the keys where the figure is that an objection is about."""
        box = self._checks.boxes.get(CHECKED.get(objection.code, "")) or self._checks.unreadable
        if objection.at:
            self._rows.focus_on(objection.at[0])
        elif box is not None:
            box.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._rows.focus(0)

    def to_what_is_wrong(self, result: Weighed, ask_for_lot: Callable[[], object]) -> bool:
        """Put the keys where something has to be done first, and say so; return whether there is anything."""
        if result.form.mode is Mode.CORRECT and not result.form.draft.reason.strip():
            self._reason.setFocus(Qt.FocusReason.OtherFocusReason)
        elif result.missing:
            self._rows.focus_on(result.missing[0])
        elif any(one.code == "tie-without-lot" for one in result.objections):
            ask_for_lot()
        elif result.blocked:
            self.to_objection(next(one for one in result.objections if one.blocks))
        elif result.asking:
            self._objections.focus_first()
        else:
            return False
        QApplication.beep()
        self._stuck = stuck_words(result)
        self._banner.tell(Notice(self._stuck, Tone.WARN))
        return True

    def tell_astray(self, standing: Standing, result: Weighed, choosing: bool) -> None:
        """Say that what is typed goes nowhere, and what the desk is waiting for."""
        QApplication.beep()
        self._stuck = stuck_words(result)
        self._banner.tell(Notice(astray_words(standing, result, choosing), Tone.BAD))

    def tell_already(self, standing: Standing) -> None:
        """Say that there is nothing to declare any more."""
        self._banner.tell(Notice(already_words(standing)))

    def settle(self, result: Weighed, ready: bool) -> None:
        """Take back what was said once something has been done about it."""
        if self._stuck and (ready or stuck_words(result) != self._stuck):
            self._stuck = ""
            self._banner.tell(None)

    def forget(self) -> None:
        """Have nothing to take back: another form is shown."""
        self._stuck = ""
