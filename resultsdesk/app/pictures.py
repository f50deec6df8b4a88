"""Pictures without a window: figures painted to PNG files, on machines without a screen too."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from resultsdesk.export.summary import Paint
from resultsdesk.figures.shapes import Figure
from resultsdesk.night.night import Night
from resultsdesk.night.trouble import Trouble

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

THEME = "dark"
PLATFORM = "QT_QPA_PLATFORM"


class Pictures:
    """Paints figures in a night's colours, each at its own size, as PNG files: from any thread, once it is ready."""

    def __init__(self, night: Night) -> None:
        self._night = night
        self._paint: Paint = _not_ready

    def __call__(self, figure: Figure, path: Path) -> None:
        """Paint a figure; raises Trouble where Qt does not load."""
        self._paint(figure, path)

    def make_ready(self) -> None:
        """Load Qt, which takes time and memory; in the main thread."""
        self._paint = painter(self._night)


def _not_ready(figure: Figure, path: Path) -> None:
    raise RuntimeError("Qt is not loaded yet")


def painter(night: Night) -> Paint:
    """Return a function that paints a figure in a night's colours, at its own size, as a PNG file.

    To be made in the main thread; it may be called from any. It raises Trouble where Qt does not load.
    """
    try:
        running = _application()
        from resultsdesk.painters.ground import FRAME, Grounds  # Qt: whether it loads is what is asked
        from resultsdesk.painters.paint import to_image
        from resultsdesk.painters.png import png
        from resultsdesk.painters.theme import theme
    except ImportError as error:
        said = " ".join(str(error).split())

        def refuse(figure: Figure, path: Path) -> None:
            raise Trouble(f"Qt does not load, so no picture can be painted ({said}).", "Install its libraries.")

        return refuse
    look = theme(THEME, night.briefing.parties)
    look.grounds = Grounds(FRAME)  # a summary's pictures come one format after another

    def paint(figure: Figure, path: Path) -> None:
        image = to_image(figure, look, round(figure.width), round(figure.height))
        path.write_bytes(png(image, opaque=bool(figure.ground)))

    paint.application = running  # type: ignore[attr-defined]  # Qt's application lives as long as what paints
    return paint


def _application() -> "QApplication":
    """Return Qt's application: the running one, else one that needs no screen."""
    from PySide6.QtWidgets import QApplication

    from resultsdesk.app.application import application

    if QApplication.instance() is not None:
        return application()
    before = os.environ.get(PLATFORM)
    os.environ[PLATFORM] = "offscreen"
    try:
        return application()
    finally:
        if before is None:
            del os.environ[PLATFORM]
        else:
            os.environ[PLATFORM] = before
