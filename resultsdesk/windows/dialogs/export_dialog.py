"""Writing the summary: where to, how far it is, and what became of it. The desk is keyed at meanwhile."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from resultsdesk.painters.theme import Theme
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.rounding import number
from resultsdesk.windows.chooser import Chooser
from resultsdesk.windows.dialogs.export_run import Ended, ExportRun, Step
from resultsdesk.windows.dialogs.labels import labelled, say
from resultsdesk.windows.style import stylesheet
from resultsdesk.windows.titles import titled

WIDTH = 620
MEASURES = (("the last election", Measure.LAST), ("who has the seat now", Measure.HOLDER))


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written: `command` gives the words that write to a folder by a baseline.

    `declared` says how much is declared, and `mark` what every file of a rehearsal says.
    """

    command: Callable[[Path, Measure], Sequence[str]]
    folder: Path
    declared: Callable[[], str]
    mark: str
    measure: Measure


def show_folder(folder: str) -> None:
    """Show a folder in the system's own window for files."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(folder))


class ExportDialog(QDialog):
    """Asks for a folder, has the summary written, and opens the folder if asked to."""

    def __init__(
        self,
        theme: Theme,
        export: Export,
        parent: QWidget | None = None,
        show: Callable[[str], object] = show_folder,
    ) -> None:
        super().__init__(parent)
        self._export, self._show_folder = export, show
        self.run: ExportRun | None = None
        self._written = ""
        self.setWindowTitle(titled("Write the summary"))
        self.setStyleSheet(stylesheet(theme))
        self.setMinimumWidth(WIDTH)
        self.declared = _label("", "muted")
        self.folder = QLineEdit(str(export.folder))
        self.folder.setAccessibleName("Folder of the summary")
        self.browse = QPushButton("&Browse…")
        self.measure = Chooser(theme, "Gains go by")
        self.measure.addItems([words for words, _ in MEASURES])
        self.measure.setCurrentIndex([one for _, one in MEASURES].index(export.measure))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName("How much of the summary is written")
        self.said = _label("", "muted")
        self.faults = QPlainTextEdit()
        self.faults.setReadOnly(True)
        self.faults.setTabChangesFocus(True)
        self.faults.setAccessibleName("Files that were left out")
        self.faults.setMaximumHeight(110)
        self.cancel = QPushButton("Cancel")
        self.go = QPushButton("Write the summary")
        self._arrange()
        self.browse.clicked.connect(self._choose)
        self.folder.textEdited.connect(self._changed)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._act)
        self.refresh()
        self.folder.setFocus()

    def refresh(self) -> None:
        """Say anew how much is declared."""
        said = (self._export.mark, self._export.declared(), "Every file says so")
        self.declared.setText(" ".join(f"{one}." for one in said if one))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(9)
        column.addWidget(_label("Write the summary", "headline"))
        column.addWidget(self.declared)
        column.addSpacing(6)
        column.addWidget(_label("Folder", "title"))
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        column.addLayout(row)
        row = QHBoxLayout()
        label = QLabel("&Gains go by")
        label.setBuddy(self.measure)
        row.addWidget(label)
        row.addWidget(self.measure)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(6)
        column.addWidget(self.progress)
        column.addWidget(self.said)
        column.addWidget(self.faults)
        for one in (self.progress, self.faults):
            one.hide()
        policy = self.progress.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(policy)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        self.browse.setAutoDefault(False)
        self.cancel.setAutoDefault(False)
        self.go.setDefault(True)
        self.go.setObjectName("primary")
        column.addLayout(buttons)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, titled("Folder of the summary"), str(Path(self.folder.text()).parent)
        )
        if folder:
            self.folder.setText(folder)
            self._changed()

    def _changed(self) -> None:
        """Offer to write again where another folder is named."""
        self._written = ""
        self.go.setText("Write the summary")
        self.go.setEnabled(bool(self.folder.text().strip()) and self.run is None)

    def _act(self) -> None:
        if self._written:
            self._show_folder(self._written)
            self.close()
        else:
            self._begin()

    def _begin(self) -> None:
        path = Path(self.folder.text().strip()).expanduser()
        if not path.is_absolute():
            path = self._export.folder.parent / path
        command = self._export.command(path, MEASURES[self.measure.currentIndex()][1])
        self.run = ExportRun(command, self)
        self.run.stepped.connect(self._stepped)
        self.run.ended.connect(self._ended)
        self.refresh()
        self.faults.clear()
        self.faults.hide()
        self.progress.setRange(0, 0)
        self.progress.show()
        say(self.said, "Reading the night…")
        self._working(True)
        self.run.start()

    def _working(self, working: bool) -> None:
        for one in (self.folder, self.browse, self.measure, self.go):
            one.setEnabled(not working)
        self.cancel.setText("Stop" if working else "Close")
        self.cancel.setEnabled(True)
        (self.cancel if working else self.go).setFocus()

    def _stepped(self, step: Step) -> None:
        self.progress.setRange(0, step.of)
        self.progress.setValue(step.done)
        say(self.said, f"{number(step.done)} of {number(step.of)} files: {step.file}")
        if step.fault:
            self.faults.appendPlainText(step.fault)
            self.faults.show()

    def _ended(self, ended: Ended) -> None:
        if self.run is not None:
            self.run.deleteLater()
            self.run = None
        self.progress.hide()
        self._working(False)
        if ended.files:
            self._written = ended.folder
            self.go.setText("Open the folder")
            files = f"{number(ended.files)} {'file' if ended.files == 1 else 'files'}"
            left_out = f" {number(len(ended.faults))} left out:" if ended.faults else ""
            say(self.said, f"{ended.heading}: {files}.{left_out}", "warn" if ended.faults else "")
        elif ended.stopped:
            say(self.said, "Stopped: the folder is as it was.")
        else:
            say(self.said, ended.said, "bad")
            self.folder.setFocus()

    def reject(self) -> None:
        if self.run is None:
            super().reject()
            return
        self.cancel.setEnabled(False)
        say(self.said, "Stopping…")
        self.run.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.run is not None:
            self.run.end()  # no process outlives the window that shows it
        super().closeEvent(event)


def _label(words: str, name: str) -> QLabel:
    label = labelled(words, name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
