"""A chart as a picture of its own, with heading, notes and credits: PNG, or SVG with text as text."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from resultsdesk.charts.chart_view import ChartView
from resultsdesk.charts.look import Look
from resultsdesk.charts.map_item import Draw
from resultsdesk.charts.svg_file import finished
from resultsdesk.figures.plots.asked import Asked
from resultsdesk.figures.plots.draw import kicker, plot
from resultsdesk.figures.plots.sheet import sheet
from resultsdesk.night.night import Night
from resultsdesk.night.trouble import Trouble

SIZE = (1600, 900)
_UNITS = (1280.0, 720.0)  # what type is set for: a larger picture is the same, larger
_DOTS_PER_INCH = 96  # what a pixel is in SVG


def to_image(night: Night, asked: Asked, look: Look, draw: Draw, size: tuple[int, int] = SIZE) -> QImage:
    """Return a chart as a picture of so many pixels; needs a QApplication."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(look.colour("panel"))
    painter = QPainter(image)
    try:
        scale = _scale(size)
        painter.scale(scale, scale)
        paint(painter, night, asked, look, draw, (size[0] / scale, size[1] / scale))
    finally:
        painter.end()
    return image


def write(path: Path, night: Night, asked: Asked, look: Look, draw: Draw, size: tuple[int, int] = SIZE) -> None:
    """Write a chart as SVG where the path ends so, else as PNG; needs a QApplication.

    The file is there whole or not at all. Raises Trouble.
    """
    if path.suffix.lower() == ".svg":
        made = to_svg(night, asked, look, draw, size).encode()
    else:
        made = _png(to_image(night, asked, look, draw, size))
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(made)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise Trouble(f"{path.name} cannot be written: {error.strerror}.", "Choose another folder.") from error


def to_svg(night: Night, asked: Asked, look: Look, draw: Draw, size: tuple[int, int] = SIZE) -> str:
    """Return a chart as SVG, text as text with its typefaces in it; needs a QApplication."""
    scale = _scale(size)
    width, height = size[0] / scale, size[1] / scale
    kept = QBuffer()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(kept)
    generator.setResolution(_DOTS_PER_INCH)
    generator.setSize(QSize(round(width), round(height)))
    generator.setViewBox(QRectF(0, 0, width, height))
    painter = QPainter(generator)
    try:
        paint(painter, night, asked, look, draw, (width, height))
    finally:
        painter.end()
    shown = plot(night, asked)
    mark = "REHEARSAL: " if night.rehearsal else ""
    title = f"{mark}{kicker(night, asked)}: {shown.headline}"
    about = "; ".join((*shown.notes, *night.briefing.election.credits))
    return finished(bytes(kept.data().data()).decode(), title, about, size)


def paint(painter: QPainter, night: Night, asked: Asked, look: Look, draw: Draw, size: tuple[float, float]) -> None:
    """Paint a chart with all that belongs around it, as it stands, whole."""
    width, height = size
    shown = plot(night, asked)
    around = sheet(night, asked, shown, width, height)
    whole = QRectF(0, 0, width, height)
    draw(painter, around.frame, whole, None)
    target = QRectF(*around.chart)
    view = ChartView(look)
    try:
        view.resize(round(target.width()), round(target.height()))
        view.show_plot(shown)
        view.lay_out()
        view.paint_on(painter, target)
    finally:
        view.deleteLater()
    if around.over.shapes:
        draw(painter, around.over, whole, None)


def _scale(size: tuple[int, int]) -> float:
    return min(size[0] / _UNITS[0], size[1] / _UNITS[1])


def _png(image: QImage) -> bytes:
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(kept, "PNG")  # type: ignore[call-overload]  # it takes a device; PySide's stubs say a format of bytes
    return bytes(kept.data().data())
