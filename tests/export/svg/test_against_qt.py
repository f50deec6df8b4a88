"""A figure in an SVG file is, in a real browser, what Qt paints."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from built_in import built_in
from chromium import Chromium, chromium, found
from PySide6.QtGui import QGuiApplication, QImage

from resultsdesk.assets.palette import palette
from resultsdesk.export.svg.drawing import to_svg
from resultsdesk.export.svg.look import Look
from resultsdesk.figures.scenes.request import Format, SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import draw
from resultsdesk.figures.seat import Colouring
from resultsdesk.figures.seat_map import seat_map
from resultsdesk.figures.shapes import Figure, Glow, figure
from resultsdesk.figures.tally_bar import tally_bar
from resultsdesk.night.night import Night
from resultsdesk.painters.paint import to_image
from resultsdesk.painters.theme import Theme, theme

# Of the 255 steps of a channel, the worst channel of each pixel: two rasterisers differ along edges and nowhere else.
# The bounds are those of the browser's own painter, where they were measured: tests/outputs/test_painter.py.
MEAN = 2.0
OFTEN, FAR = 32, 96
PART_OFTEN, PART_FAR = 0.015, 0.002
FAINT = 2  # of a gradient, wherever it is


@cache
def night(id: str = "uk-2024", until: str | None = "04:47") -> Night:
    return built_in(id, until)


@cache
def qt_look(id: str, name: str) -> Theme:
    return theme(name, night(id).briefing.parties)


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    if found() is None:
        pytest.skip("there is no Chromium on this machine")
    with chromium() as one:
        yield one


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGBA8888_Premultiplied)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.width(), 4).astype(np.int16)


def apart(browser: Chromium, folder: Path, figure: Figure, of: Night, name: str = "dark") -> np.ndarray:
    """Return how far each pixel of the two pictures lies apart."""
    width, height = round(figure.width), round(figure.height)
    file = folder / "figure.svg"
    file.write_text(to_svg(figure, Look(palette(name), of.briefing.parties), "A figure"), encoding="utf-8")
    page = browser.open("about:blank", width, height)
    page.go(file.as_uri())
    page.wait("document.readyState === 'complete' && document.fonts.status === 'loaded'")
    theirs = pixels(QImage.fromData(page.picture()))
    page.close()
    ours = pixels(to_image(figure, qt_look(of.briefing.election.id, name), width, height))
    assert theirs.shape == ours.shape
    return np.abs(theirs - ours).max(axis=2)


def assert_alike(browser: Chromium, folder: Path, figure: Figure, of: Night, name: str = "dark") -> None:
    far = apart(browser, folder, figure, of, name)
    said = (float(far.mean()), float((far > OFTEN).mean()), float((far > FAR).mean()))
    assert said[0] <= MEAN, said
    assert said[1] <= PART_OFTEN, said
    assert said[2] <= PART_FAR, said


def scenes() -> Iterator[object]:
    for name in SceneName:
        for format in Format:
            yield pytest.param(name, format, id=f"{name}-{format.name.lower()}")


def request_for(name: SceneName, format: Format, of: Night) -> SceneRequest:
    known: dict[str, object] = {
        SceneName.CONTEST: {"contest": of.journal[-1].contest},
        SceneName.STRAP: {"contest": of.journal[-1].contest},
        SceneName.COUNCIL: {"scope": of.scopes[1]},
        SceneName.BATTLEGROUND: {"party": "Lab"},
        SceneName.CARD: {"words": ("Labour gains Rhondda’s neighbour", "é ŷ ô <b>not markup</b>")},
    }.get(name, {})
    return SceneRequest(name, format=format, **known)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(("name", "format"), list(scenes()))
def test_every_scene(browser: Chromium, qapp: QGuiApplication, tmp_path: Path, name: SceneName, format: Format) -> None:
    of = night("midlands-2016", None) if name is SceneName.COUNCIL else night()
    figure = draw(of, request_for(name, format, of), of.last_keyed, corrected=True, stale=True)
    assert_alike(browser, tmp_path, figure, of)


@pytest.mark.parametrize("colouring", list(Colouring))
@pytest.mark.parametrize("letters", [False, True])
def test_every_look_of_a_tile(
    browser: Chromium, qapp: QGuiApplication, tmp_path: Path, colouring: Colouring, letters: bool
) -> None:
    assert_alike(browser, tmp_path, seat_map(night(), colouring, letters=letters), night(), "light")


def test_the_desks_own_figures(browser: Chromium, qapp: QGuiApplication, tmp_path: Path) -> None:
    bar = tally_bar(night().tally(night().main_scope), night().briefing.parties, 900)
    assert_alike(browser, tmp_path, bar, night(), "light")


def test_two_figures_that_differ_are_told_apart(browser: Chromium, qapp: QGuiApplication, tmp_path: Path) -> None:
    earlier, later = seat_map(night("uk-2024", "02:30")), seat_map(night())
    before = pixels(to_image(earlier, qt_look("uk-2024", "dark"), 900, 1160))
    after = pixels(to_image(later, qt_look("uk-2024", "dark"), 900, 1160))
    assert (np.abs(before - after).max(axis=2) > FAR).mean() > 10 * PART_FAR


@pytest.mark.parametrize("name", ["dark", "light"])
def test_a_ground_that_glows(browser: Chromium, qapp: QGuiApplication, tmp_path: Path, name: str) -> None:
    glowing = replace(figure(960, 540, ground="ink"), glow=Glow(700, 30, 500, 420))
    assert apart(browser, tmp_path, glowing, night(), name).max() <= FAINT
