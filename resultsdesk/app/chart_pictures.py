"""Pictures of charts without a window, for whoever writes a night's files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from resultsdesk.charts.picture import SIZE, write
from resultsdesk.figures.plots.asked import Asked, ChartName
from resultsdesk.night.night import Night, Scope
from resultsdesk.night.trouble import Trouble
from resultsdesk.painters.paint import painting
from resultsdesk.painters.theme import theme
from resultsdesk.psephology.baseline import Measure

WriteChart = Callable[[Asked, Path], None]


def chart_writer(night: Night, look: str = "dark", size: tuple[int, int] = SIZE) -> WriteChart:
    """Return a function that writes a chart of a night as SVG where the path ends so, else as PNG.

    For the main thread, with or without a screen. Raises Trouble where a file cannot be written, or where Qt was
    begun without widgets.
    """
    running = QCoreApplication.instance()
    if running is None:
        running = QApplication(["resultsdesk", "-platform", "offscreen"])
    if not isinstance(running, QApplication):
        raise Trouble("Charts need Qt's widgets, and this program began without them.", "Write them by themselves.")
    colours = theme(look, night.briefing.parties)

    def write_chart(asked: Asked, path: Path) -> None:
        write(path, night, asked, colours, painting(colours), size)

    write_chart.application = running  # type: ignore[attr-defined]  # Qt's application lives as long as what paints
    return write_chart


def every_chart(night: Night, measure: Measure | None = None, scope: Scope | None = None) -> tuple[Asked, ...]:
    """Return every chart of a night, of its main scope and by its own baseline unless others are given."""
    return tuple(Asked(one, scope or night.main_scope, measure or night.briefing.election.shown) for one in ChartName)
