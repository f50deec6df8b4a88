"""What each command of the panel does. What stands against it is an AirTrouble for whoever asked."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from resultsdesk.air.aired import AiredWrong
from resultsdesk.air.programme import AirTrouble, ItemId, OutputName, Way
from resultsdesk.air.switching import stays
from resultsdesk.night.night import Scope
from resultsdesk.windows.producer.call_box import CallBox
from resultsdesk.windows.producer.rundown_view import RundownView
from resultsdesk.windows.producer.services import PanelServices

Deed = Callable[[], object]


class Deeds:
    """The station's acts as the panel's keys mean them: for the output at hand, and for where the keys are.

    `look_at` has another output at hand.
    """

    def __init__(
        self, services: PanelServices, call: CallBox, rundown: RundownView, look_at: Callable[[OutputName], object]
    ) -> None:
        self._station, self._call, self._rundown, self._look_at = services.feed.station, call, rundown, look_at
        self._presenting, self._serve, self._outputs = services.presenting, services.serve, services.outputs

    def by_offer(self) -> dict[str, Deed]:
        """Return what each offer does, by its id; the window adds those that are its own."""
        station, presenting = self._station, self._presenting
        return {
            "take": station.take,
            "cut": lambda: station.take(way=Way.CUT),
            "next": station.next_line,
            "run": station.run,
            "hold": station.hold,
            "clear": self.clear,
            "clear-one": station.clear,
            "call": self._call.begin,
            "call-again": self._call.begin,
            "add": self.add,
            "rundown": self.go_to_rundown,
            "lock": self.lock,
            "break": lambda: station.unlock(force=True),
            "presenter": presenting.toggle,
            "view": presenting.toggle_view,
            "guides": presenting.toggle_guides,
            "serve": self._serve,
            "outputs": self._outputs,
        }

    def clear(self) -> None:
        """Clear every output; raise AirTrouble for those that somebody else has locked."""
        left = self._station.clear_all()
        if left:
            raise AirTrouble(stays(left), "Shift F7 breaks the lock.")

    def lock(self) -> None:
        """Lock the output for this desk, or let go of it."""
        (self._station.unlock if self._station.output.lock == self._station.by else self._station.lock)()

    def add(self) -> None:
        """Put what is called up into the rundown where the keys are there, else what is in preview."""
        if self._call.search.hasFocus():
            self._call.add_chosen()
            return
        scene = self._station.output.preview
        if scene is None:
            raise AirTrouble("Nothing is in preview.", "Call a scene up first.")
        self._station.add(scene)

    def go_to_rundown(self) -> None:
        """Put the keys into the rundown."""
        self._rundown.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self._rundown.currentIndex().isValid():
            self._rundown.step(0)

    def preview_line(self, line: ItemId) -> None:
        """Put a line of the rundown in preview."""
        item = self._station.programme.item(line)
        if item is not None:
            self._station.preview(item.scene, cue=line)

    def keep_longer(self, line: ItemId, by: int) -> None:
        """Have a line of the rundown stay so many seconds longer."""
        item = self._station.programme.item(line)
        if item is not None:
            self._station.dwell(line, item.dwell + by)

    def air_again(self, wrong: AiredWrong) -> None:
        """Put in preview what puts right what was aired wrong, on its own output."""
        self._look_at(wrong.output)
        self._station.preview(wrong.again)

    def interrupt(self, scope: Scope | None, seconds: int) -> None:
        """Have declarations in a scope interrupt, in the place of those that did; None for none."""
        for rule in self._station.programme.interrupts:
            self._station.interrupt_for(rule.scope, 0)
        if scope is not None:
            self._station.interrupt_for(scope, seconds)
