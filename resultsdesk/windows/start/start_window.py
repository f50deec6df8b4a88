"""The first window: recent nights on one side, ways to begin on the other, all within reach of the keyboard."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from resultsdesk.painters.theme import Theme
from resultsdesk.windows.fitting import fit
from resultsdesk.windows.start.action import Action
from resultsdesk.windows.start.recent_list import Look, RecentList
from resultsdesk.windows.style import stylesheet
from resultsdesk.windows.titles import titled

WIDEST, HIGHEST = 1320, 820


class StartWindow(QMainWindow):
    """Says what is wanted by signals; what becomes of it is for whoever made the window."""

    night_chosen = Signal(Path)
    night_forgotten = Signal(Path)
    live_wanted = Signal()
    rehearsal_wanted = Signal()
    file_wanted = Signal()
    settings_wanted = Signal()
    about_wanted = Signal()

    def __init__(self, theme: Theme, look: Look, version: str) -> None:
        super().__init__()
        self.setWindowTitle(titled())
        self.setStyleSheet(stylesheet(theme))
        fit(self, QSize(960, 560), QSize(1080, 680))
        self.recent = RecentList(theme, look)
        self.recent.night_chosen.connect(self.night_chosen)
        self.recent.night_forgotten.connect(self.night_forgotten)
        self.actions_offered = self._actions()
        self.setCentralWidget(self._arranged(version))
        self._shortcut("Ctrl+Q", self.close)

    def show_recent(self, paths: Sequence[Path]) -> None:
        """Show the recent nights, and put the keys where they are wanted next."""
        self.recent.show_nights(paths)
        self._stack.setCurrentIndex(0 if paths else 1)
        first: QWidget = self.recent if paths else self.actions_offered[1]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.recent.stop()
        super().closeEvent(event)

    def _actions(self) -> tuple[Action, ...]:
        offered = (
            ("New live night", "For real, before the polls close", "Ctrl+N", self.live_wanted),
            ("Rehearse", "Play a real night’s results through the desk", "Ctrl+R", self.rehearsal_wanted),
            ("Open a night file", "A night, or an archive of one", "Ctrl+O", self.file_wanted),
        )
        made = []
        for title, words, keys, wanted in offered:
            action = Action(title, words, keys)
            action.clicked.connect(wanted)
            made.append(action)
        return tuple(made)

    def _arranged(self, version: str) -> QWidget:
        content = QWidget()
        content.setMaximumSize(WIDEST, HIGHEST)
        row = QHBoxLayout(content)
        row.setContentsMargins(36, 34, 36, 28)
        row.setSpacing(32)
        row.addLayout(self._left(version), 0)
        row.addWidget(self._right(), 1)
        outer = QWidget()
        around = QHBoxLayout(outer)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch(1)
        around.addWidget(content, 100)
        around.addStretch(1)
        return outer

    def _left(self, version: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(12)
        column.addWidget(_label("Results Desk", "brand"))
        lead = _label("One file is one night. Key each declaration once, and everything follows.", "lead")
        lead.setWordWrap(True)
        column.addWidget(lead)
        column.addSpacing(16)
        for action in self.actions_offered:
            action.setFixedWidth(370)
            column.addWidget(action)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self._quiet("Settings", "Ctrl+,", self.settings_wanted))
        foot.addWidget(self._quiet("About", "F1", self.about_wanted))
        foot.addStretch(1)
        foot.addWidget(_label(version, "footer"))
        column.addLayout(foot)
        return column

    def _right(self) -> QFrame:
        panel = QFrame()
        panel.setObjectName("panel")
        column = QVBoxLayout(panel)
        column.setContentsMargins(14, 16, 8, 12)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 10, 4)
        head.addWidget(_label("Recent nights", "title"))
        head.addStretch(1)
        for key, does in (("Enter", "opens"), ("Del", "takes off the list")):
            head.addWidget(_label(key, "key"))
            head.addWidget(_label(does, "footer"))
        column.addLayout(head)
        nothing = _label("Nights you open will be listed here.\nTry a rehearsal of 2024: Ctrl R.", "lead")
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.recent)
        self._stack.addWidget(nothing)
        column.addLayout(self._stack, 1)
        return panel

    def _quiet(self, title: str, keys: str, wanted: object) -> QPushButton:
        button = QPushButton(title)
        button.setObjectName("quiet")
        button.setToolTip(keys.replace("+", " "))
        button.setShortcut(keys)
        button.setAccessibleName(title)
        button.clicked.connect(wanted)
        return button

    def _shortcut(self, keys: str, does: object) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(does)


def _label(words: str, name: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    return label
