"""Pictures of charts, as files that other programs open."""

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import numpy
import pytest
from built_in import built_in
from chromium import chromium, found
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from resultsdesk.charts.picture import to_image, to_svg, write
from resultsdesk.figures.plots.asked import Asked, ChartName
from resultsdesk.figures.plots.draw import plot
from resultsdesk.night.night import Night
from resultsdesk.night.trouble import Trouble
from resultsdesk.painters.paint import painting
from resultsdesk.painters.theme import theme
from resultsdesk.psephology.baseline import Measure

pytestmark = pytest.mark.usefixtures("qapp")
SVG = "{http://www.w3.org/2000/svg}"
EVERY = list(ChartName)
UNLIKE = 0.02  # of all pixels: two rasterisers differ along edges, and where letters are hinted


def unlike(one: QImage, other: QImage) -> float:
    """Return the part of pixels that differ by more than a quarter of a channel."""
    size = (one.width(), one.height())
    assert size == (other.width(), other.height())
    a, b = (
        numpy.frombuffer(bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits()), numpy.uint8)
        .reshape(-1, 4)[:, :3]
        .astype(int)
        for image in (one, other)
    )
    return float((abs(a - b).max(axis=1) > 64).mean())


def half(rehearsal: bool = True) -> Night:
    night = built_in("uk-2024", "04:47")
    return Night(night.briefing, night.contests, night.journal, rehearsal)


def asked(night: Night, chart: ChartName) -> Asked:
    return Asked(chart, night.main_scope, Measure.LAST)


def svg(night: Night, chart: ChartName) -> ElementTree.Element:
    look = theme("dark", night.briefing.parties)
    return ElementTree.fromstring(to_svg(night, asked(night, chart), look, painting(look)))


def texts(root: ElementTree.Element) -> list[str]:
    return ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("chart", EVERY)
def test_an_svg_has_its_words_as_text(chart: ChartName) -> None:
    night = half()
    words = texts(svg(night, chart))
    found = plot(night, asked(night, chart))
    assert found.headline in words
    assert any(one.startswith("228 of 650 declared at 04:47") for one in words)
    assert any("Contains OS data" in one for one in words)
    assert sum(one == "REHEARSAL" for one in words) > 5
    for key in found.keys[:3]:
        assert key.name in words
    for line in found.lines:
        assert line.name in words
        assert line.value in words
    for guide in found.guides:
        assert guide.words in words


@pytest.mark.parametrize("chart", EVERY)
def test_a_live_night_says_nothing_of_rehearsing(chart: ChartName) -> None:
    root = svg(half(rehearsal=False), chart)
    assert "REHEARSAL" not in ElementTree.tostring(root, encoding="unicode")


def test_an_svg_stands_alone_and_tells_what_it_is() -> None:
    root = svg(half(), ChartName.SEATS)
    said = root.findtext(f"{SVG}title") or ""
    assert said.startswith("REHEARSAL: General election 2024")
    assert said.endswith("170 seats for Labour")
    assert "@font-face" in (root.findtext(f"{SVG}style") or "")
    assert (root.get("width"), root.get("height"), root.get("role")) == ("1600", "900", "img")
    whole = ElementTree.tostring(root, encoding="unicode")
    assert "http" not in whole.replace("http://www.w3.org/", "")


@pytest.mark.parametrize("chart", EVERY)
def test_rsvg_reads_every_chart(chart: ChartName, tmp_path: Path) -> None:
    reader = shutil.which("rsvg-convert")
    if reader is None:
        pytest.skip("rsvg-convert is not on this machine")
    night = half()
    look = theme("dark", night.briefing.parties)
    file, picture = tmp_path / "chart.svg", tmp_path / "chart.png"
    write(file, night, asked(night, chart), look, painting(look))
    done = subprocess.run([reader, file, "-o", picture], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1600, 900)


def test_a_browser_paints_what_qt_does(tmp_path: Path) -> None:
    if found() is None:
        pytest.skip("there is no Chromium on this machine")
    night = half()
    look = theme("dark", night.briefing.parties)
    with chromium("--allow-file-access-from-files") as browser:
        for chart in EVERY:
            file = tmp_path / f"{chart}.svg"
            write(file, night, asked(night, chart), look, painting(look), (1280, 720))
            (tmp_path / "page.html").write_text(f"<body style='margin:0'><img src='{file.name}'>", encoding="utf-8")
            page = browser.open((tmp_path / "page.html").as_uri(), 1280, 720)
            page.wait("document.images[0].complete && document.images[0].naturalWidth")
            shown = QImage.fromData(page.picture())
            page.close()
            own = to_image(night, asked(night, chart), look, painting(look), (1280, 720))
            assert unlike(own, shown) < UNLIKE, chart


@pytest.mark.parametrize("chart", EVERY)
def test_a_png_is_there_whole_and_of_the_size_asked_for(chart: ChartName, tmp_path: Path) -> None:
    night = half()
    look = theme("dark", night.briefing.parties)
    write(tmp_path / "chart.png", night, asked(night, chart), look, painting(look), (1920, 1080))
    image = QImage(str(tmp_path / "chart.png"))
    assert (image.width(), image.height()) == (1920, 1080)
    assert [one.name for one in tmp_path.iterdir()] == ["chart.png"]


@pytest.mark.parametrize("name", ["chart.png", "chart.svg"])
def test_a_file_that_cannot_be_written_is_told_of_and_nothing_is_left(name: str, tmp_path: Path) -> None:
    night = half()
    look = theme("dark", night.briefing.parties)
    with pytest.raises(Trouble, match=r"chart\.(png|svg) cannot be written"):
        write(tmp_path / "missing" / name, night, asked(night, ChartName.SEATS), look, painting(look))
    assert list(tmp_path.iterdir()) == []


def test_an_empty_night_has_a_picture_too() -> None:
    night = built_in("uk-2024", "22:00")
    look = theme("dark", night.briefing.parties)
    for chart in EVERY:
        assert "No results yet" in texts(svg(night, chart))
    image = to_image(night, asked(night, ChartName.FLOW), look, painting(look))
    assert not image.isNull()


def test_pictures_leave_no_window_behind(qapp: QApplication) -> None:
    before = len(qapp.topLevelWidgets())
    night = half()
    look = theme("dark", night.briefing.parties)
    to_image(night, asked(night, ChartName.SEATS), look, painting(look))
    qapp.sendPostedEvents(None, 52)  # DeferredDelete
    assert len(qapp.topLevelWidgets()) == before
