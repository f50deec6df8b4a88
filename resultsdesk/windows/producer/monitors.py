"""Preview and program side by side."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from resultsdesk.air.programme import Output
from resultsdesk.figures.scenes.drawn import Drawn
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.scene import title
from resultsdesk.figures.shapes import Figure
from resultsdesk.night.night import Night
from resultsdesk.painters.theme import Theme
from resultsdesk.windows.producer.monitor import Monitor


class Monitors(QWidget):
    """Show one output; `night` and `now` are asked again whenever they paint."""

    def __init__(
        self,
        night: Callable[[], Night],
        now: Callable[[], datetime],
        drawn: Drawn,
        theme: Theme,
        on_air: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._night, self._now, self._draw = night, now, drawn
        self.preview = Monitor("Preview", theme, on_air, live=False)
        self.program = Monitor("Program", theme, on_air, live=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.preview, 1)
        row.addWidget(self.program, 1)

    def tell(self, output: Output) -> None:
        """Show an output as it is now."""
        if output.preview is not None:
            self.preview.show_scene(self._drawn(output.preview), title(self._night(), output.preview))
        else:
            self.preview.show_scene(None, "")
        on = output.program
        if on is not None:
            mark = "CORRECTED" if on.corrected else ""
            self.program.show_scene(self._drawn(on.scene, on.corrected), title(self._night(), on.scene), mark)
        else:
            self.program.show_scene(None, "")

    def _drawn(self, scene: SceneRequest, corrected: bool = False) -> Callable[[], Figure]:
        return lambda: self._draw(self._night(), scene, self._now(), corrected)
