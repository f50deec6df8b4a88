"""An operator at a desk window: finds, types and presses keys as a person would, on a real night file."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from resultsdesk.desk.desk import Desk
from resultsdesk.desk.player import clock_of
from resultsdesk.desk.protocols import Clock
from resultsdesk.night.night import replay
from resultsdesk.night.rules import Author
from resultsdesk.night.standing import Standing
from resultsdesk.painters.theme import theme
from resultsdesk.settings import Settings
from resultsdesk.store.night_file import NightFile, open_night
from resultsdesk.windows.desk.desk_window import DeskWindow
from resultsdesk.windows.desk.services import DeskServices
from resultsdesk.windows.question import Question

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier
KEYS = {"Enter": Qt.Key.Key_Return, "Esc": Qt.Key.Key_Escape, "Space": Qt.Key.Key_Space, "Down": Qt.Key.Key_Down}
KEYS |= {"Backspace": Qt.Key.Key_Backspace, "Delete": Qt.Key.Key_Delete}
KEYS |= {"Minus": Qt.Key.Key_Minus}
KEYS |= {"Up": Qt.Key.Key_Up, "Tab": Qt.Key.Key_Tab, "F1": Qt.Key.Key_F1, "F2": Qt.Key.Key_F2, "F6": Qt.Key.Key_F6}
KEYS |= {"F5": Qt.Key.Key_F5, "F9": Qt.Key.Key_F9, "Home": Qt.Key.Key_Home, "Slash": Qt.Key.Key_Slash}
MODIFIERS = {"Ctrl": CTRL, "Shift": SHIFT, "Alt": ALT}


@dataclass
class Operator:
    """One person, one window. `kept` are the settings the window gave to be kept."""

    file: NightFile
    window: DeskWindow
    desk: Desk
    kept: list[Settings] = field(default_factory=list)

    def press(self, keys: str) -> None:
        """Press a key such as `Ctrl Enter` where the focus is."""
        *held, key = keys.split()
        modifiers = NONE
        for one in held:
            modifiers |= MODIFIERS[one]
        QTest.keyClick(self.focused(), KEYS[key] if key in KEYS else getattr(Qt.Key, f"Key_{key}"), modifiers)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type a text where the focus is."""
        QTest.keyClicks(self.focused(), text)

    def find(self, text: str) -> None:
        """Open the first contest a text finds."""
        self.press("Ctrl K")
        self.type(text)
        self.press("Enter")

    def key(self, *figures: object) -> None:
        """Type figures, each into the next box."""
        for one in figures:
            self.type(str(one))
            self.press("Enter")

    def enter(self, text: str, *figures: object) -> None:
        """Open the first contest a text finds, key its figures and press the key that declares them."""
        self.find(text)
        self.key(*figures)
        self.press("Ctrl Enter")

    def declare(self) -> None:
        """Declare what is keyed, each warning acknowledged by its key."""
        self.press("Ctrl Enter")
        for _ in self.window.entry.objections.rows:
            if "to acknowledge" in self.button():
                self.press("Space")
        if self.button() in ("Declare", "Correct"):
            self.press("Ctrl Enter")

    def paste(self, text: str) -> None:
        """Paste a text where the focus is."""
        QApplication.clipboard().setText(text)
        self.press("Ctrl V")

    def answer(self, yes: bool = True, reason: str = "") -> str:
        """Answer the question that is asked, and return it."""
        question = self.asked()
        assert question is not None, "nothing is asked"
        said = question.accessibleName()
        if reason:
            QTest.keyClicks(question.reason, reason)
        QTest.keyClick(question, KEYS["Enter" if yes else "Esc"], CTRL if yes else NONE)
        self.settle()
        return said

    def asked(self) -> Question | None:
        """Return the question on the screen, or None."""
        return next((one for one in self.window.findChildren(Question) if one.isVisible()), None)

    def settle(self) -> None:
        """Have the window active again, as a window manager would after a dialog."""
        QApplication.processEvents()
        self.window.activateWindow()
        QApplication.processEvents()
        if QApplication.focusWidget() is None:
            (self.window.focusWidget() or self.window.finder.search).setFocus()
            QApplication.processEvents()

    def focused(self) -> QWidget:
        """Return what has the focus."""
        widget = QApplication.focusWidget()
        assert widget is not None, "the keys go nowhere"
        return widget

    @property
    def standing(self) -> Standing:
        """Return how the contest on the form stands."""
        standing = self.window.entry.keying.standing
        assert standing is not None, "no contest is open"
        return standing

    def boxes(self) -> list[str]:
        """Return what stands in the candidacies' boxes."""
        rows = self.window.entry.rows
        found = (rows.row(one.id) for one in self.standing.contest.candidacies)
        return [row.box.text() for row in found if row is not None]

    def banner(self) -> str:
        """Return the notice above the boxes, empty where there is none."""
        banner = self.window.entry.banner
        return "" if banner.isHidden() else banner.text()

    def button(self) -> str:
        """Return what the button says."""
        return self.window.entry.button.text()

    def objections(self) -> list[str]:
        """Return the objections shown, in their order."""
        return [row.objection.text for row in self.window.entry.objections.rows]

    def told(self) -> str:
        """Return the top line in words."""
        return self.window.top.accessibleName()


Sit = Callable[..., Operator]  # a night's name and the words of sit_down to somebody sitting at it


def put_up(qtbot: QtBot, window: QWidget, first: QWidget) -> None:
    """Show a window, and wait until the keys are in one of its widgets."""
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(first.hasFocus)


def sit_down(
    path: Path,
    desk: str = "Desk 1",
    by: str = "AB",
    clock: Clock | None = None,
    settings: Settings | None = None,
    read_only: bool = False,
) -> Operator:
    """Open a desk window on a night file. Whoever calls closes window and file."""
    file = open_night(path, read_only=read_only)
    night = replay(file.briefing(), file.journal.entries(), file.rehearsal)
    one = Desk(night, file.journal, clock or clock_of(night), Author(by, desk))
    kept: list[Settings] = []
    services = DeskServices(
        desk=one,
        drafts=file.drafts,
        theme=theme("dark", night.briefing.parties),
        settings=settings or Settings(),
        keep=kept.append,
        file_name=path.name,
        outlines=file.outlines,
        has_outlines=file.has_outlines,
        watch=file.changed_elsewhere,
        read_only=read_only,
        pins=None if read_only else file.pins,
    )
    window = DeskWindow(services)
    if settings is None:
        window.resize(1280, 720)
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    return Operator(file, window, one, kept)
