"""Where the presenter's window is to be, and whether it may be there."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from resultsdesk.windows.presenter.claims import Answer, Claim
from resultsdesk.windows.presenter.displays import Displays
from resultsdesk.windows.question import Question

if TYPE_CHECKING:
    from resultsdesk.windows.presenter.presenter_window import PresenterWindow


class PresenterSeat(QObject):
    """One night's presenter. `changed` whenever any of it is not as it was; `kept` what is to be remembered; `told`
    what a person should know. Questions are asked over `over`.
    """

    changed = Signal()
    kept = Signal(str, bool)  # the display, and whether it is the presenter's own view
    told = Signal(str)

    def __init__(
        self,
        make: "Callable[[bool], PresenterWindow]",
        claims: Path,
        rehearsal: bool,
        display: str,
        own_view: bool,
        over: Callable[[], QWidget],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._make, self._claims, self._rehearsal, self._over = make, claims, rehearsal, over
        self._display, self._own_view = display, own_view
        self._claim: Claim | None = None
        self._displays = Displays(self)
        self._displays.came.connect(self._came)
        self._displays.went.connect(self._went)
        self.window: PresenterWindow | None = None

    @property
    def shown(self) -> bool:
        """Return whether the window is open, be it that its display is not connected."""
        return self.window is not None

    @property
    def display(self) -> str:
        """Return the identity of the display that is chosen."""
        return self._display

    @property
    def words(self) -> str:
        """Return where the window is."""
        if self.window is None:
            return "Closed"
        if self.window.isVisible():
            return "Shown on"
        return "Waiting for"

    def displays(self) -> tuple[tuple[str, str], ...]:
        """Return the displays there are."""
        return self._displays.offered()

    def toggle(self) -> None:
        """Open the window, or close it."""
        if self.window is None:
            self.open()
        else:
            self.close()

    def open(self, asked: bool = False) -> None:
        """Open the window on its display, unless another night is there."""
        if self._display and not self._claimed(asked):
            return
        if self.window is None:
            self.window = self._make(self._own_view)
            self.window.closed.connect(self._forget)
        self._put()

    def close(self) -> None:
        """Close the window."""
        if self.window is not None:
            self.window.close()

    def toggle_view(self) -> None:
        """Show scenes alone, or the presenter's own view."""
        self._own_view = not self._own_view
        if self.window is not None:
            self.window.show_own_view(self._own_view)
        self.kept.emit(self._display, self._own_view)
        self.changed.emit()

    def toggle_guides(self) -> None:
        """Show or hide the title-safe guides."""
        if self.window is not None:
            self.window.stage.show_guides(not self.window.stage.guides)

    def choose(self, display: str) -> None:
        """Put the window on another display, now and the next time."""
        self._let_go()
        self._display = display
        self.kept.emit(display, self._own_view)
        if self.window is not None:
            self.open()
        self.changed.emit()

    def _claimed(self, asked: bool) -> bool:
        """Return whether the display is ours; else say why it is not, or ask."""
        claim = self._claim or Claim(self._claims, self._display, self._rehearsal)
        answer = claim.make(asked)
        if answer is Answer.GRANTED:
            self._claim = claim
            return True
        if answer is Answer.REFUSED:
            self.told.emit("A live night is on that display: a rehearsal stays off it.")
            self.close()
        else:
            Question(
                "A rehearsal is on that display",
                ["Show this live night there instead? The rehearsal’s window stays open behind it."],
                "Show the live night",
                lambda _: self.open(asked=True),
                parent=self._over(),
            ).open()
        return False

    def _put(self) -> None:
        if self.window is None:
            return
        screen = self._displays.find(self._display) if self._display else None
        if self._display and screen is None:
            self.window.hide()  # rather nothing than a full screen over somebody's desk
        else:
            self.window.show_on(screen)
        self.changed.emit()

    def _came(self, display: str) -> None:
        if display == self._display and self.window is not None:
            self._put()
        self.changed.emit()

    def _went(self, display: str) -> None:
        if display == self._display and self.window is not None:
            self.window.hide()
        self.changed.emit()

    def _let_go(self) -> None:
        if self._claim is not None:
            self._claim.end()
            self._claim = None

    def _forget(self) -> None:
        self.window = None
        self._let_go()
        self.changed.emit()
