"""The buttons under the monitors, each with its key; and the choosers of what interrupts and where the presenter is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from resultsdesk.air.programme import INTERRUPTION, Interrupt, Output
from resultsdesk.night.night import Night, Scope, scope_name
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.chooser import Chooser
from resultsdesk.windows.desk.flow import FlowLayout
from resultsdesk.windows.desk.frame.key_line import key_words
from resultsdesk.windows.producer.offers import OFFERS

BUTTONS = {"take": "Take", "cut": "Cut", "next": "Next", "run": "Run", "hold": "Hold", "lock": "Lock", "clear": "Clear"}
SECONDS = (6, 8, 10, 12, 15, 20, 30)


class AirButtons(QWidget):
    """Tells what each would do now."""

    def __init__(self, do: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        keys = {one.id: (one.keys, one.words) for one in OFFERS}
        row = FlowLayout(self)
        self._does = {name: name for name in BUTTONS}
        self.buttons: dict[str, QPushButton] = {}
        for name, words in BUTTONS.items():
            button = self.buttons[name] = QPushButton()
            button.setToolTip(keys[name][1])
            button.clicked.connect(lambda _=False, name=name: do(self._does[name]))
            row.addWidget(button)
            self._say(name, words)
        self.buttons["take"].setObjectName("primary")
        self.buttons["clear"].setObjectName("clear")

    def tell(self, output: Output, by: str, lines: int) -> None:
        """Show what can be done with an output."""
        self._say("run", "Stop" if output.run else "Run")
        self._say("hold", "Go on" if output.run and output.run.held else "Hold")
        mine = output.lock in ("", by)
        if mine:
            self._say("lock", "Let go" if output.lock else "Lock")
        else:
            self._say("lock", "Break lock", "break")
        can = {"take": output.preview is not None, "cut": output.preview is not None, "next": lines > 0}
        can |= {"run": lines > 0 or output.run is not None, "hold": output.run is not None, "clear": True}
        for name, button in self.buttons.items():
            button.setEnabled(name in ("clear", "lock") or (mine and can.get(name, True)))

    def _say(self, name: str, words: str, does: str = "") -> None:
        """Have a button say what it does, by an offer's key: its own, or that of another offer in its place."""
        self._does[name] = does or name
        key = next(one.keys for one in OFFERS if one.id == self._does[name])
        self.buttons[name].setText(f"{words}  {key_words(key)}")
        self.buttons[name].setAccessibleName(words)


class InterruptRow(QFrame):
    """Which new declarations interrupt an automatic run, and for how long."""

    chosen = Signal(object, int)  # the Scope or None, seconds

    def __init__(self, night: Night, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scope = Chooser(theme, "Declarations that interrupt")
        self.scope.addItem("None", None)
        for scope in night.scopes:
            self.scope.addItem(scope_name(night.briefing, scope), scope)
        self.scope.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.seconds = Chooser(theme, "For how many seconds")
        for one in SECONDS:
            self.seconds.addItem(f"{one} s", one)
        label = QLabel("New results interrupt")
        label.setObjectName("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, 9, 2)
        row.addWidget(label)
        row.addWidget(self.scope, 1)
        row.addWidget(self.seconds)
        self.tell(())
        self.scope.activated.connect(self._choose)
        self.seconds.activated.connect(self._choose)

    def tell(self, rules: Sequence[Interrupt]) -> None:
        """Show the rule in force."""
        rule = rules[-1] if rules else None
        scopes = [self.scope.itemData(place) for place in range(self.scope.count())]
        self.scope.setCurrentIndex(scopes.index(rule.scope) if rule and rule.scope in scopes else 0)
        self.seconds.setCurrentIndex(self.seconds.findData(rule.seconds if rule else INTERRUPTION))

    def _choose(self) -> None:
        scope, seconds = self.scope.currentData(), self.seconds.currentData()
        self.chosen.emit(scope if isinstance(scope, Scope) else None, int(seconds or INTERRUPTION))


class PresenterRow(QFrame):
    """Where the presenter's window is."""

    chosen = Signal(str)
    toggled = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.display = Chooser(theme, "The presenter's display")
        self.display.setSizeAdjustPolicy(Chooser.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.words = QLabel()
        self.words.setObjectName("muted")
        self.button = QPushButton()
        self.button.clicked.connect(self.toggled)
        self.display.activated.connect(lambda _: self.chosen.emit(str(self.display.currentData() or "")))
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, 9, 2)
        row.addWidget(self.words)
        row.addWidget(self.display, 1)
        row.addWidget(self.button)

    def tell(self, shown: bool, words: str, displays: Sequence[tuple[str, str]], chosen: str) -> None:
        """Show where it is and where it could be."""
        self.words.setText(words)
        said = "Close" if shown else "Open"
        self.button.setText(f"{said}  F4")
        self.button.setAccessibleName(f"{said} the presenter's window")
        there = [(self.display.itemData(at), self.display.itemText(at)) for at in range(self.display.count())]
        offered = [("", "In a window"), *displays]
        if chosen and chosen not in [identity for identity, _ in displays]:
            offered.append((chosen, "not connected"))
        if there != offered:
            self.display.clear()
            for identity, name in offered:
                self.display.addItem(name, identity)
        self.display.setCurrentIndex(max([identity for identity, _ in offered].index(chosen), 0))
