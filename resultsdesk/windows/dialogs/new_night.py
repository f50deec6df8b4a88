"""Making a night: which briefing, live or rehearsal, and the file it will be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from resultsdesk.intake.faults import BriefingFaults, Fault, IntakeError, Severity
from resultsdesk.intake.library import Offer, offer
from resultsdesk.painters.theme import Theme
from resultsdesk.psephology.rounding import number
from resultsdesk.windows.chooser import Chooser
from resultsdesk.windows.dialogs.labels import labelled, say
from resultsdesk.windows.dialogs.telling import told
from resultsdesk.windows.player.speeds import SPEEDS, TRUE_PACE_60
from resultsdesk.windows.style import stylesheet
from resultsdesk.windows.titles import titled
from resultsdesk.windows.work import Work

OFFER = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Wanted:
    """The night to make: `folder` is its briefing's."""

    path: Path
    folder: Path
    rehearsal: bool
    speed: float


class NewNightDialog(QDialog):
    """Asks for a night and makes it with `make`, in the background. `made` tells what was made."""

    made = Signal(object)

    def __init__(
        self,
        theme: Theme,
        offers: Sequence[Offer],
        check: Callable[[Path], Sequence[Fault]],
        make: Callable[[Wanted], None],
        folder: Path,
        rehearsal: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._check, self._make, self._folder, self._rehearsal = check, make, folder, rehearsal
        self._work: Work | None = None
        self._own_name = False
        title = "Rehearse" if rehearsal else "New live night"
        self.setWindowTitle(titled(title))
        self.setStyleSheet(stylesheet(theme))
        self.setMinimumWidth(640)
        self.briefings = QListWidget()
        self.briefings.setAccessibleName("Briefings")
        self.choose = QPushButton("Choose a &folder…")
        self.file = QLineEdit()
        self.file.setAccessibleName("Night file")
        self.browse = QPushButton("&Browse…")
        self.speed = Chooser(theme, "Speed", self)
        self.speed.setVisible(rehearsal)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.faults = QPlainTextEdit()
        self.faults.setReadOnly(True)
        self.faults.setAccessibleName("What is wrong with the briefing")
        self.faults.setTabChangesFocus(True)
        self.faults.hide()
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("Making the night")
        self.cancel = QPushButton("Cancel")
        self.go = QPushButton("Start the rehearsal" if rehearsal else "Make the night")
        self._arrange(title)
        for one in offers:
            self._add(one)
        self.briefings.currentItemChanged.connect(self._chosen)
        self.choose.clicked.connect(self._choose_folder)
        self.browse.clicked.connect(self._choose_file)
        self.file.textEdited.connect(self._named)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._begin)
        self._select_first()
        self.briefings.setFocus()

    def offer_folder(self, folder: Path) -> None:
        """Add a briefing's folder to the list, choose it, and say everything that is wrong with it."""
        try:
            found = offer(folder)
        except IntakeError as error:
            say(self.said, str(error), "bad")
            return
        self._run(lambda: self._check(folder), lambda faults: self._checked(found, faults))

    def _arrange(self, words: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(9)
        title = QLabel(words)
        title.setObjectName("headline")
        column.addWidget(title)
        lead = (
            "A real night is played through the desk. The file stays a rehearsal for ever, and says so."
            if self._rehearsal
            else "For real: no result is taken before the close of poll."
        )
        column.addWidget(labelled(lead, "muted"))
        column.addSpacing(6)
        column.addWidget(labelled("Briefing", "title"))
        self.briefings.setMinimumHeight(132)
        column.addWidget(self.briefings, 1)
        row = QHBoxLayout()
        row.addWidget(self.choose)
        row.addStretch(1)
        if self._rehearsal:
            row.addWidget(labelled("Speed", "muted"))
            for words, speed in SPEEDS:
                self.speed.addItem(words, speed)
            self.speed.setCurrentIndex(self.speed.findData(TRUE_PACE_60))
            row.addWidget(self.speed)
        column.addLayout(row)
        column.addSpacing(6)
        column.addWidget(labelled("Night file", "title"))
        files = QHBoxLayout()
        files.addWidget(self.file, 1)
        files.addWidget(self.browse)
        column.addLayout(files)
        column.addWidget(self.said)
        column.addWidget(self.faults)
        column.addWidget(self.progress)
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        self.progress.hide()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        for one in (self.choose, self.browse, self.cancel):
            one.setAutoDefault(False)
        self.go.setDefault(True)
        self.go.setObjectName("primary")
        column.addLayout(buttons)

    def _add(self, one: Offer, at: int | None = None) -> QListWidgetItem:
        lacking = self._rehearsal and not one.playable
        words = f"{one.title}  ·  {one.day.day} {one.day:%B %Y}" + ("  ·  no results to play" if lacking else "")
        item = QListWidgetItem(words)
        item.setData(OFFER, one)
        item.setToolTip(str(one.folder))
        if lacking:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
        self.briefings.insertItem(self.briefings.count() if at is None else at, item)
        return item

    def _select_first(self) -> None:
        items = map(self.briefings.item, range(self.briefings.count()))
        usable = (at for at, item in enumerate(items) if item.flags() & Qt.ItemFlag.ItemIsEnabled)
        self.briefings.setCurrentRow(next(usable, -1))
        self._ready()

    def _chosen(self) -> None:
        say(self.said, "")
        self.faults.hide()
        one = self._offer()
        if one is not None and not self._own_name:
            self.file.setText(str(suggested(self._folder, one.id, self._rehearsal)))
        self._ready()

    def _offer(self) -> Offer | None:
        row = self.briefings.currentRow()
        found = self.briefings.item(row).data(OFFER) if row >= 0 else None
        return found if isinstance(found, Offer) else None

    def _named(self) -> None:
        self._own_name = bool(self.file.text().strip())
        say(self.said, "")
        self._ready()

    def _ready(self) -> None:
        self.go.setEnabled(self._offer() is not None and bool(self.file.text().strip()) and self._work is None)

    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, titled("Choose a briefing’s folder"), str(self._folder))
        if folder:
            self.offer_folder(Path(folder))

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getSaveFileName(self, titled("Night file"), self.file.text(), "Night files (*.night)")
        if path:
            self.file.setText(path)
            self._named()

    def _checked(self, found: Offer, faults: object) -> None:
        listed = [one for one in faults if isinstance(one, Fault)] if isinstance(faults, Sequence) else []
        errors = sum(one.severity is Severity.ERROR for one in listed)
        notable = [one for one in listed if one.severity is not Severity.INFO]
        if not errors:
            self.briefings.setCurrentItem(self._add(found, 0))
        self._list(notable)
        if errors:
            say(
                self.said,
                f"{found.title} cannot be used yet: {number(errors)} thing{'s' if errors > 1 else ''} to mend.",
                "bad",
            )
        elif notable:
            say(self.said, f"{found.title} can be used. Have a look at these first:", "warn")

    def _list(self, faults: Sequence[Fault]) -> None:
        self.faults.setPlainText("\n".join(map(str, faults)))
        self.faults.setVisible(bool(faults))

    def _begin(self) -> None:
        one = self._offer()
        path = Path(self.file.text().strip()).expanduser()
        if one is None:
            return
        if not path.is_absolute():
            path = self._folder / path
        if path.exists():
            say(self.said, f"There is a file {path.name} already: give another name, or open that one.", "bad")
            self.file.setFocus()
            self.file.selectAll()
            return
        speed = self.speed.currentData()
        wanted = Wanted(path, one.folder, self._rehearsal, speed if isinstance(speed, float) else TRUE_PACE_60)
        self._run(lambda: self._make(wanted), lambda _: self._finished(wanted))

    def _finished(self, wanted: Wanted) -> None:
        self.accept()
        self.made.emit(wanted)

    def _run(self, task: Callable[[], object], then: Callable[[object], None]) -> None:
        """Do something beside the window; `then` is told its answer, a failure is said here."""
        work = Work(task, self)
        self._work = work
        work.slow.connect(self.progress.show)
        work.done.connect(lambda answer: self._over(lambda: then(answer)))
        work.failed.connect(lambda error: self._over(lambda: self._failed(error)))
        self._ready()
        work.begin()

    def _over(self, then: Callable[[], None]) -> None:
        work, self._work = self._work, None
        if work is not None:
            work.wait()
        self.progress.hide()
        self._ready()
        then()

    def _failed(self, error: BaseException) -> None:
        sentence, remedy = told(error)
        if isinstance(error, BriefingFaults):
            self._list(error.faults)
        say(self.said, f"{sentence} {remedy}".strip(), "bad")

    def reject(self) -> None:
        if self._work is None:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._work is not None:
            event.ignore()  # a file half made must not outlive its dialog
            return
        super().closeEvent(event)


def suggested(folder: Path, id: str, rehearsal: bool) -> Path:
    """Return a name for a night file that is not taken."""
    stem = f"{id}-rehearsal" if rehearsal else id
    number = 1
    while (path := folder / f"{stem}{f'-{number}' if number > 1 else ''}.night").exists():
        number += 1
    return path
