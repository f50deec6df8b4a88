"""What is half typed is kept in the night file after a moment of quiet at the keys, and forgotten once entered."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.trouble import Trouble
from resultsdesk.windows.desk.entry.form import Form, fields_of
from resultsdesk.windows.desk.entry.half_typed import DESK, typed_elsewhere
from resultsdesk.windows.desk.entry.notice import Notice, Tone
from resultsdesk.windows.desk.services import DeskServices

SAVE_AFTER = 250  # milliseconds of quiet at the keys


class Keeping(QObject):
    """Keeps the forms handed to it, one at a time."""

    half_typed = Signal(object, bool)  # a ContestId, and whether something half typed is kept for it
    unsaved = Signal(str)  # what could not be written and why; empty once it can be again
    said = Signal(object)  # Notice

    def __init__(self, services: DeskServices, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drafts, self._here = services.drafts, services.desk.author.desk
        self._waiting: Form | None = None
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.setInterval(SAVE_AFTER)
        self._save_soon.timeout.connect(self.save)

    def read(self, contest: ContestId) -> tuple[Mapping[str, str], Notice | None]:
        """Return what was half typed, or nothing and why it cannot be read."""
        try:
            return self._drafts.get(contest) or {}, None
        except Trouble as trouble:
            return {}, Notice(f"{trouble} What was half typed here cannot be shown.", Tone.BAD)

    def all(self) -> dict[ContestId, str]:
        """Return the contests for which something half typed is kept, each with the other desk it was typed at, which
        is empty for this one.
        """
        try:
            kept = self._drafts.load()
        except Trouble:  # said where it matters, when the contest is opened
            return {}
        return {one: self.elsewhere(texts) for one, texts in kept.items()}

    def elsewhere(self, kept: Mapping[str, str]) -> str:
        """Return the other desk at which something was half typed; empty where it was here, or nothing was."""
        return typed_elsewhere(kept, self._here)

    def soon(self, form: Form) -> None:
        """Keep a form once the keys are quiet, or when the next one is opened."""
        self._waiting = form
        self._save_soon.start()

    def save(self) -> bool:
        """Keep what waits to be kept, now; return whether nothing waits any more."""
        self._save_soon.stop()
        form = self._waiting
        if form is None:
            return True
        try:
            texts = fields_of(form)
            if texts:
                self._drafts.save(form.contest, {**texts, DESK: self._here})
            else:
                self._drafts.forget(form.contest)
        except Trouble as trouble:
            self.unsaved.emit(trouble.sentence)
            self.said.emit(Notice(f"{trouble} What you type is safe only while this window is open.", Tone.BAD))
            return False
        self._waiting = None
        self.half_typed.emit(form.contest, bool(texts))
        self.unsaved.emit("")
        return True

    def drop(self) -> None:
        """Let go of what waits to be kept: the form shows something else."""
        self._save_soon.stop()
        self._waiting = None

    def forget(self, contest: ContestId) -> None:
        """Forget what is kept for a contest: it has been entered, or is not wanted."""
        self.drop()
        try:
            self._drafts.forget(contest)
            self.half_typed.emit(contest, False)
        except Trouble as trouble:
            self.said.emit(Notice(str(trouble), Tone.BAD))
