"""The outputs side by side: what is on each, who has locked it, and which one the keys are for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from resultsdesk.air.programme import Output, OutputName
from resultsdesk.air.station import Station
from resultsdesk.figures.scenes.scene import title

LONGEST = 30  # letters


class OutputTabs(QWidget):
    """A tab for each output; Alt 1 … choose them too."""

    chosen = Signal(str)

    def __init__(self, station: Station, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._station = station
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self.tabs: dict[OutputName, QPushButton] = {}
        self.refresh()

    def refresh(self) -> None:
        """Show the outputs as they are."""
        for place, output in enumerate(self._station.programme.outputs.values(), start=1):
            tab = self.tabs.get(output.name)
            if tab is None:
                tab = self.tabs[output.name] = QPushButton()
                tab.setObjectName("output")
                tab.setCheckable(True)
                tab.clicked.connect(lambda _=False, name=output.name: self.chosen.emit(name))
                self._row.insertWidget(self._row.count() - 1, tab)
            said = self._words(output)
            tab.setText(f"{place}  {said}".replace("&", "&&"))  # a single one would underline a letter
            tab.setAccessibleName(said)
            tab.setChecked(output.name == self._station.at_hand)

    def _words(self, output: Output) -> str:
        on = title(self._station.night, output.program.scene) if output.program else "nothing"
        on = on if len(on) <= LONGEST else f"{on[: LONGEST - 1]}…"
        lock = ""
        if output.lock:
            lock = " · locked" if output.lock == self._station.by else f" · locked by {output.locked_by}"
        run = " · runs" if output.run and not output.run.held else " · held" if output.run else ""
        return f"{output.name}: {on}{run}{lock}"
