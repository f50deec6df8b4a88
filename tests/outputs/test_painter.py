"""The browser draws what Qt draws, and moves it as `tween` says."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from built_in import built_in
from chromium import Chromium, Page
from newsroom import Newsroom
from PySide6.QtGui import QGuiApplication, QImage

from resultsdesk.assets.inks import Inks
from resultsdesk.assets.palette import palette
from resultsdesk.figures.as_data import as_data, inks_of, patch
from resultsdesk.figures.scenes.request import Format, SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import draw
from resultsdesk.figures.seat import Colouring
from resultsdesk.figures.seat_map import seat_map
from resultsdesk.figures.shapes import Figure
from resultsdesk.figures.tally_bar import tally_bar
from resultsdesk.figures.tween import entrance, tween
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Night
from resultsdesk.painters.paint import to_image
from resultsdesk.painters.theme import Theme, theme

# Of the 255 steps of a channel, the worst channel of each pixel: two rasterisers differ along edges and nowhere else.
# Measured over every scene in three formats, the worst were a mean of 1.58 (due, square), 0.0128 of all pixels often
# apart (battleground, square) and 0.0018 far (title, wide: large letters half a pixel higher). The bounds are a little
# above these; what a map gains in two hours is far in ten times as many pixels, which a test below holds too.
MEAN = 2.0
OFTEN, FAR = 32, 96  # an eighth of the steps, seen where it is an area, and three eighths, seen where it is a line
PART_OFTEN, PART_FAR = 0.015, 0.002
FAINT = 2  # of a gradient, wherever it is: each painter rounds a shade by one step

Show = Callable[[Figure, int, int], np.ndarray]


@cache
def night(until: str | None = "04:47", id: str = "uk-2024") -> Night:
    return built_in(id, until)


_themes: dict[int, Theme] = {}


def look(of: Night) -> Theme:
    known = _themes.get(id(of.briefing))
    if known is None:
        known = _themes[id(of.briefing)] = theme("dark", of.briefing.parties)
    return known


def named(of: Night, name: str) -> ContestId:
    return next(one.contest.id for one in of.contests.values() if one.contest.name == name)


@pytest.fixture
def page(browser: Chromium, room: Newsroom) -> Iterator[Page]:
    """A page of the server with its painter, on which nothing is followed."""
    one = browser.open(room.url("scene/title"))
    one.wait("window.follower && !window.follower.painter.empty")
    one.ask("follower.stream.close()")
    yield one
    assert one.trouble() == []


def data_of(figure: Figure, of: Night) -> dict[str, object]:
    inks = Inks(palette("dark"), of.briefing.parties)
    return {"figure": as_data(figure), "inks": {ink: inks[ink] for ink in inks_of(figure)}}


def pixels(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGBA8888_Premultiplied)
    flat = np.frombuffer(image.constBits(), np.uint8)
    return flat.reshape(image.height(), image.width(), 4).astype(np.int16)


def differing(page: Page, figure: Figure, of: Night, width: int, height: int) -> tuple[float, float, float]:
    """Return how far the two pictures of a figure lie apart."""
    apart = distance(page, figure, of, width, height)
    return float(apart.mean()), float((apart > OFTEN).mean()), float((apart > FAR).mean())


def distance(page: Page, figure: Figure, of: Night, width: int, height: int) -> np.ndarray:
    """Return how far each pixel of the two pictures of a figure lies apart."""
    page.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
    page.ask(
        f"(() => {{ const said = {json.dumps(data_of(figure, of))}; follower.painter.clear();"
        " follower.painter.show(said.figure, said.inks); })()"
    )
    theirs = pixels(QImage.fromData(page.picture()))
    ours = pixels(to_image(figure, look(of), width, height))
    assert theirs.shape == ours.shape
    return np.abs(theirs - ours).max(axis=2)


def assert_alike(page: Page, figure: Figure, of: Night, width: int, height: int) -> None:
    mean, often, far = differing(page, figure, of, width, height)
    assert mean <= MEAN, (mean, often, far)
    assert often <= PART_OFTEN, (mean, often, far)
    assert far <= PART_FAR, (mean, often, far)


def scenes() -> Iterator[tuple[str, Night, SceneRequest]]:
    for name in SceneName:
        of = night(id="midlands-2016", until=None) if name is SceneName.COUNCIL else night()
        known = {
            SceneName.CONTEST: {"contest": of.journal[-1].contest},
            SceneName.STRAP: {"contest": of.journal[-1].contest},
            SceneName.COUNCIL: {"scope": of.scopes[1]},
            SceneName.BATTLEGROUND: {"party": "Lab"},
            SceneName.CARD: {"words": ("Labour gains Rhondda’s neighbour", "é ŷ ô <b>not markup</b>")},
        }.get(name, {})
        for format in Format:
            yield f"{name}-{format.name.lower()}", of, SceneRequest(name, format=format, **known)  # type: ignore[arg-type]  # fields by name


@pytest.mark.parametrize(("of", "request_"), [pytest.param(*rest, id=name) for name, *rest in scenes()])
def test_every_scene_is_drawn_alike(page: Page, qapp: QGuiApplication, of: Night, request_: SceneRequest) -> None:
    figure = draw(of, request_, of.last_keyed, corrected=True, stale=True)
    assert_alike(page, figure, of, *request_.format.size)


@pytest.mark.parametrize("size", [(1920, 1080), (1000, 900)])
def test_a_ground_that_glows_is_drawn_alike_beside_the_frame_too(
    page: Page, qapp: QGuiApplication, size: tuple[int, int]
) -> None:
    """And the next figure has no trace of it."""
    map_ = draw(night(), SceneRequest(SceneName.MAP))
    bare = replace(map_, shapes={})
    for shown in (bare, replace(bare, glow=None), bare, replace(bare, ground="")):
        assert distance(page, shown, night(), *size).max() <= FAINT


@pytest.mark.parametrize("colouring", list(Colouring))
@pytest.mark.parametrize("letters", [False, True])
def test_every_look_of_a_tile_is_drawn_alike(
    page: Page, qapp: QGuiApplication, colouring: Colouring, letters: bool
) -> None:
    assert_alike(page, seat_map(night(), colouring, letters=letters), night(), 900, 1160)


def test_the_desks_own_figures_are_drawn_alike(page: Page, qapp: QGuiApplication) -> None:
    bar = tally_bar(night().tally(night().main_scope), night().briefing.parties, 900)
    assert_alike(page, bar, night(), 900, 96)


def test_two_figures_that_differ_are_told_apart(page: Page, qapp: QGuiApplication) -> None:
    shown = seat_map(night())
    page.send("Emulation.setDeviceMetricsOverride", width=900, height=1160, deviceScaleFactor=1, mobile=False)
    before = pixels(to_image(seat_map(night("02:30")), look(night()), 900, 1160))
    after = pixels(to_image(shown, look(night()), 900, 1160))
    assert (np.abs(before - after).max(axis=2) > FAR).mean() > 10 * PART_FAR


def plain(figure: Figure) -> list[dict[str, object]]:
    return list(as_data(figure)["shapes"])  # type: ignore[call-overload]  # as_data's shapes are a list


@pytest.mark.parametrize("name", list(SceneName))
def test_what_lies_between_is_the_same(page: Page, name: SceneName) -> None:
    of, later = night("03:30"), night("04:47")
    what = {"contest": named(of, "Ynys Môn")} if name in (SceneName.CONTEST, SceneName.STRAP) else {}
    if name is SceneName.BATTLEGROUND:
        what = {"party": "Lab"}
    request = SceneRequest(name, **what)  # type: ignore[arg-type]  # fields by name
    a, b = draw(of, request, of.last_keyed), draw(later, request, later.last_keyed)
    for start, end in ((a, b), (entrance(b), b)):
        for t in (0.15, 0.5, 0.85):
            said = page.ask(
                "(async () => {"
                " const {tweened} = await import('/assets/tween.js');"
                " const {read} = await import('/assets/painter.js');"
                f" const a = read({json.dumps(as_data(start))}), b = read({json.dumps(as_data(end))});"
                f" return Array.from(tweened(a.shapes, b.shapes, {t}).values()); }})()"
            )
            assert_same_shapes(said, plain(tween(start, end, t)))
    before = page.ask(
        "(async () => { const {entrance} = await import('/assets/tween.js');"
        f" return entrance({json.dumps(as_data(b))}).set; }})()"
    )
    assert_same_shapes(before, plain(entrance(b)))


def begin(page: Page, start: Figure, end: Figure, of: Night, width: int, height: int) -> None:
    """Have a page show a figure, and at the beginning of a move to another."""
    page.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
    page.ask(
        "(async () => { const {Move} = await import('/assets/move.js');"
        " const {read} = await import('/assets/painter.js'); follower.painter.clear();"
        f" const a = {json.dumps(data_of(start, of))}, b = {json.dumps(data_of(end, of))};"
        " const painter = follower.painter; painter.show(a.figure, a.inks); painter.inks.add(b.inks);"
        " window.end = read(b.figure, painter.target); painter.target = window.end;"
        " painter.move = new Move(painter, painter.shown, window.end.shapes); })()"
    )


def assert_seen(page: Page, figure: Figure, of: Night, width: int, height: int) -> None:
    theirs, ours = pixels(QImage.fromData(page.picture())), pixels(to_image(figure, look(of), width, height))
    apart = np.abs(theirs - ours).max(axis=2)
    assert float((apart > FAR).mean()) <= PART_FAR
    assert float(apart.mean()) <= MEAN


MOVES = {
    "a map turns": (SceneName.MAP, "03:30", False),
    "a map comes": (SceneName.MAP, "04:47", True),
    "a tally": (SceneName.TALLY, "03:30", False),
    "a result comes": (SceneName.CONTEST, "04:47", True),
    "a result is declared": (SceneName.CONTEST, "03:30", False),
    "a swingometer": (SceneName.SWINGOMETER, "03:30", False),
}


@pytest.mark.parametrize("move", MOVES)
def test_a_move_is_painted_as_it_would_be_still(page: Page, qapp: QGuiApplication, move: str) -> None:
    """Only what differs is touched; at any part of the way, interrupted, and at its end it looks as if all were."""
    name, before, enters = MOVES[move]
    of = night()
    what = {"contest": of.journal[-1].contest} if name is SceneName.CONTEST else {}
    request = SceneRequest(name, **what)  # type: ignore[arg-type]  # fields by name
    end = draw(of, request, of.last_keyed)
    start = entrance(end) if enters else draw(night(before), request, night(before).last_keyed)
    begin(page, start, end, of, 1920, 1080)
    for part in (0.2, 0.7):
        page.ask(f"follower.painter.move.frame({part})")
        assert_seen(page, tween(start, end, part), of, 1920, 1080)
    page.ask("follower.painter.rest()")
    assert_seen(page, tween(start, end, 0.7), of, 1920, 1080)
    page.ask("follower.painter.moveTo(end.shapes, 50)")
    page.wait("follower.painter.motion === null")
    assert_seen(page, end, of, 1920, 1080)
    ids = "Array.from(document.querySelectorAll('#stage > svg[role=img] > g'), one => one.dataset.id)"
    assert page.ask(ids) == list(end.shapes)


@pytest.mark.parametrize("colouring", list(Colouring))
@pytest.mark.parametrize("letters", [False, True])
@pytest.mark.parametrize("size", [(900, 1160), (1111, 1000)])
def test_every_look_of_a_tile_moves_as_it_is(
    page: Page, qapp: QGuiApplication, colouring: Colouring, letters: bool, size: tuple[int, int]
) -> None:
    """While they move, tiles are drawn on a canvas; half way, letters are as narrow as theirs, not so in Qt."""
    start, end = (seat_map(night(until), colouring, letters=letters) for until in ("03:30", "04:47"))
    begin(page, start, end, night(), *size)
    assert page.ask("document.querySelectorAll('#stage canvas').length") == 1
    for part in (0.02, 0.98):
        page.ask(f"follower.painter.move.frame({part})")
        assert_seen(page, tween(start, end, part), night(), *size)
    page.ask("follower.painter.rest()")
    assert page.ask("document.querySelectorAll('#stage canvas').length") == 0
    assert_seen(page, tween(start, end, 0.98), night(), *size)


def test_of_what_only_goes_nothing_is_left(page: Page) -> None:
    full = seat_map(night())
    gone = list(full.shapes)[-1]
    rest = replace(full, shapes={id: shape for id, shape in full.shapes.items() if id != gone})
    said = json.dumps([data_of(one, night()) for one in (full, rest)])
    page.ask(
        f"(() => {{ const [before, after] = {said}; follower.painter.clear();"
        " follower.painter.show(before.figure, before.inks);"
        " follower.painter.show(after.figure, after.inks, {ms: 50}); })()"
    )
    page.wait("follower.painter.motion === null")
    ids = "Array.from(document.querySelectorAll('#stage > svg[role=img] > g'), one => one.dataset.id)"
    assert page.ask(ids) == list(rest.shapes)


def assert_same_shapes(said: list[dict[str, object]], wanted: list[dict[str, object]]) -> None:
    assert [one["id"] for one in said] == [one["id"] for one in wanted]
    for one, other in zip(said, wanted, strict=True):
        for field in one.keys() | other.keys():
            usual = {"opacity": 1, "radius": 0, "slant": 0, "edge_width": 1}.get(field)
            if field == "size" and one["kind"] == "text":
                usual = 14
            if field == "width" and one["kind"] == "rule":
                usual = 1
            assert_near(one.get(field, usual), other.get(field, usual), f"{one['id']}.{field}")


def assert_near(a: object, b: object, where: str) -> None:
    if isinstance(a, int | float) and isinstance(b, int | float):
        assert abs(a - b) < 0.01, where
    elif isinstance(a, list) and isinstance(b, list):
        assert len(a) == len(b), where
        for one, other in zip(a, b, strict=True):
            assert_near(one, other, where)
    elif isinstance(a, dict) and isinstance(b, dict) and "text" in a:
        assert a["text"] == b["text"], where
    else:
        assert a == b, where


def test_a_change_comes_to_the_same_as_the_whole(page: Page) -> None:
    request = SceneRequest(SceneName.MAP)
    a, b = draw(night("03:30"), request), draw(night("04:47"), request)
    change = patch(a, b)
    assert change is not None
    assert len(json.dumps(change)) < len(json.dumps(as_data(b)))
    said = page.ask(
        "(async () => { const {read, changed} = await import('/assets/painter.js');"
        f" return Array.from(changed(read({json.dumps(as_data(a))}), {json.dumps(change)}).shapes.values()); }})()"
    )
    assert said == plain(b)


def test_names_are_drawn_and_not_run(page: Page) -> None:
    of = night()
    words = ("</script><script>window.ran = 1</script>", "<img src=x onerror='window.ran = 2'> O’Tŷ é ŷ '\"&")
    figure = draw(of, SceneRequest(SceneName.CARD, words=words), of.last_keyed)
    page.ask(
        f"(() => {{ const said = {json.dumps(data_of(figure, of))};"
        " follower.painter.show(said.figure, said.inks); })()"
    )
    assert page.ask("document.querySelectorAll('svg script, svg img').length") == 0
    drawn = page.ask(
        "Array.from(document.querySelectorAll('#stage > svg[role=img] text')).map(one => one.textContent).join(' ')"
    )
    assert "<script>" in drawn.replace("…", "") or "</script" in drawn
    assert page.ask("window.ran") is None
