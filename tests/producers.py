"""A producer at the panel: types and presses keys as a person would, on a real night file opened by the program."""

from dataclasses import dataclass, field
from pathlib import Path

from operators import KEYS, MODIFIERS, NONE
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from town import by_order

from resultsdesk.air.programme import OnAir
from resultsdesk.air.station import Station
from resultsdesk.app.on_air import OnAirWindows
from resultsdesk.app.session import Session
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import Correct, Declare, Figures
from resultsdesk.settings import Settings
from resultsdesk.windows.presenter.presenter_window import PresenterWindow
from resultsdesk.windows.producer.panel import ProducerPanel


@dataclass
class Producer:
    """One person, one panel. `kept` is where the presenter's window was to be remembered."""

    session: Session
    panel: ProducerPanel
    kept: list[tuple[str, bool]] = field(default_factory=list)

    @property
    def windows(self) -> OnAirWindows:
        """Return what the session has on air."""
        assert self.session.on_air is not None
        return self.session.on_air

    @property
    def station(self) -> Station:
        """Return the session's station."""
        return self.windows.station

    @property
    def presenter(self) -> PresenterWindow:
        """Return the presenter's window."""
        window = self.windows.presenting.window
        assert window is not None, "the presenter's window is not open"
        return window

    def press(self, keys: str, window: QWidget | None = None) -> None:
        """Press a key such as `Shift F9` where the focus is, in the panel unless another window is named."""
        self.settle(window or self.panel)
        *held, key = keys.split()
        modifiers = NONE
        for one in held:
            modifiers |= MODIFIERS[one]
        at = (window or self.panel).focusWidget() or window or self.panel
        code = KEYS[key] if key in KEYS else getattr(Qt.Key, f"Key_{key}")
        QTest.keyClick(at, code, modifiers)
        QApplication.processEvents()

    def call(self, said: str, enter: str = "Enter") -> None:
        """Call a scene up and put it in preview, or with `Ctrl Enter` into the rundown."""
        self.press("F3")
        QTest.keyClicks(self.panel.call.search, said)
        self.press(enter)

    def declare(self, contest: str, *votes: int) -> None:
        """Declare a contest at the desk, or correct it where it is declared."""
        desk = self.session.desk
        standing = desk.night.contests[ContestId(contest)]
        kind = Correct if standing.decided else Declare
        figures = Figures(votes=by_order(standing.contest, *votes))
        asked: frozenset[str] = frozenset()
        while True:
            done = desk.commit(
                kind(contest=standing.contest.id, after=standing.head, reason="again", figures=figures, accepted=asked)
            )
            fresh = frozenset(one.code for one in done.verdict.asking) - asked
            if done.entry is not None or not fresh:
                assert done.entry is not None, done.verdict
                QApplication.processEvents()
                return
            asked |= fresh

    def settle(self, window: QWidget | None = None) -> None:
        """Have a window active, as a window manager would."""
        QApplication.processEvents()
        (window or self.panel).activateWindow()
        QApplication.processEvents()

    def on(self, output: str = "presenter") -> OnAir | None:
        """Return what is on an output."""
        return self.station.programme.outputs[output].program

    def told(self) -> str:
        """Return what the panel's top line has to say."""
        return self.panel.top.words.news if self.panel.top.words else ""

    def shown(self) -> tuple[str, str]:
        """Return the two monitors in words."""
        return self.panel.preview.view.accessibleName(), self.panel.program.view.accessibleName()

    def rundown(self) -> list[str]:
        """Return the rundown in words."""
        model = self.panel.model
        return [model.words(model.id_at(row)) for row in range(model.rowCount())]


def produce(path: Path, desk: str = "Desk 1", settings: Settings | None = None) -> Producer:
    """Open a night with its panel. Whoever calls closes the session."""
    kept: list[tuple[str, bool]] = []
    session = Session(
        path,
        settings or Settings(desk_name=desk),
        lambda _: None,
        lambda display, own_view: kept.append((display, own_view)),
    )
    session.window.show()
    assert session.on_air is not None
    return Producer(session, session.on_air.show_panel(), kept)
