"""Pictures as PNG: what Qt reads back is what was painted, to the pixel."""

import shutil
import subprocess
from pathlib import Path

import pytest
from built_in import built_in
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QColorSpace, QGuiApplication, QImage

from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import draw
from resultsdesk.painters.paint import to_image
from resultsdesk.painters.png import png
from resultsdesk.painters.theme import theme


@pytest.mark.parametrize(("name", "opaque"), [("map", True), ("title", True), ("strap", False), ("ticker", False)])
def test_what_is_read_is_what_was_painted(qapp: QGuiApplication, name: str, opaque: bool) -> None:
    night = built_in("uk-2024", "04:47")
    contest = night.journal[-1].contest if name == "strap" else None
    figure = draw(night, SceneRequest(SceneName(name), contest=contest), night.last_keyed)
    assert bool(figure.ground) is opaque
    painted = to_image(figure, theme("dark", night.briefing.parties), 1919, 1079)
    kind = QImage.Format.Format_RGB888 if opaque else QImage.Format.Format_RGBA8888
    read = QImage.fromData(png(painted, opaque))
    assert read.colorSpace().primaries() is QColorSpace.Primaries.SRgb
    read.setColorSpace(QColorSpace())  # which the picture painted here has none of
    assert read.convertToFormat(kind) == painted.convertToFormat(kind)
    assert read.hasAlphaChannel() is not opaque


@pytest.mark.parametrize("size", [(1, 1), (3, 2), (7, 5), (1, 400)])
def test_the_smallest_are_written_too(qapp: QGuiApplication, size: tuple[int, int]) -> None:
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    image.setPixelColor(0, 0, QColor("#12b6cf"))
    assert QImage.fromData(png(image, False)).pixelColor(0, 0) == QColor("#12b6cf")


@pytest.mark.skipif(shutil.which("identify") is None, reason="ImageMagick is not on this machine")
def test_another_reader_finds_nothing_wrong(qapp: QGuiApplication, tmp_path: Path) -> None:
    image = QImage(300, 200, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#12b6cf"))
    path = tmp_path / "a.png"
    path.write_bytes(png(image, True))
    said = subprocess.run(["identify", "-regard-warnings", "-verbose", str(path)], capture_output=True, check=False)
    assert said.returncode == 0, said.stderr
    path.write_bytes(png(image, True)[:-30])
    assert subprocess.run(["identify", "-regard-warnings", "-verbose", str(path)], capture_output=True).returncode != 0
