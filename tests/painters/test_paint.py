"""What the painter promises: inside its box, the right way round, and nothing left changed behind it."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from resultsdesk.figures.lettering import span, text, width_of
from resultsdesk.figures.shapes import Align, Box, Figure, Glow, Mark, Pattern, Rule, Text, Texture, Tile, figure
from resultsdesk.painters.paint import paint, to_image
from resultsdesk.painters.theme import Theme, theme
from resultsdesk.psephology.party import Party, PartyId

pytestmark = pytest.mark.usefixtures("qapp")

PARTIES = {PartyId("Lab"): Party(PartyId("Lab"), "Labour", "Lab", "#E4003B", 1)}
SQUARE = ((10.0, 10.0), (90.0, 10.0), (90.0, 90.0), (10.0, 90.0))


@pytest.fixture
def look() -> Theme:
    return theme("dark", PARTIES)


def inked(image: QImage) -> QRect:
    """Return the box around all that is painted."""
    points = [(x, y) for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y).alpha()]
    if not points:
        return QRect()
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


def line(words: str, width: float = 100, **more: object) -> Figure:
    return figure(300, 40, text("line", 20, 0, width, 40, words, size=20, **more))  # type: ignore[arg-type]  # by name


def test_a_figure_is_fitted_into_the_middle_of_its_target(look: Theme) -> None:
    square = figure(10, 10, Box("all", 0, 0, 10, 10, "text"))
    assert inked(to_image(square, look, 200, 100)) == QRect(50, 0, 100, 100)


def test_a_ground_fills_the_whole_target(look: Theme) -> None:
    assert inked(to_image(figure(10, 10, ground="panel"), look, 200, 100)) == QRect(0, 0, 200, 100)


GLOWING = replace(figure(160, 90, ground="ink"), glow=Glow(40, 45, 60, 40))


def test_a_glow_is_strongest_in_its_middle_and_ends_where_nobody_sees_it(look: Theme) -> None:
    image = to_image(GLOWING, look, 1600, 900)
    assert image.pixelColor(400, 450) == look.colour("glow")
    for x, y in ((1000, 450), (1599, 0), (1599, 899), (400, 850), (400, 50)):
        assert image.pixelColor(x, y) == look.colour("ink"), (x, y)
    steps = [image.pixelColor(x, 450).blue() for x in range(400, 1600)]
    assert all(0 <= before - after <= 1 for before, after in pairwise(steps)), "no edge anywhere on the way"
    half = image.pixelColor(700, 450).blue()
    assert abs(half - (look.colour("ink").blue() + look.colour("glow").blue()) / 2) <= 1


def test_a_glow_goes_on_beside_a_frame_that_does_not_fill_its_target(look: Theme) -> None:
    image = to_image(replace(GLOWING, glow=Glow(80, 0, 100, 100)), look, 320, 320)  # the frame begins 70 pixels down
    above, below = image.pixelColor(160, 69), image.pixelColor(160, 70)
    assert abs(above.red() - below.red()) <= 1
    assert abs(above.blue() - below.blue()) <= 1
    assert image.pixelColor(160, 0) != look.colour("ink")


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_glow_is_where_it_should_be_at_any_scale_and_place(look: Theme, ratio: float) -> None:
    image = QImage(round(400 * ratio), round(300 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    painter.translate(20, 10)
    paint(painter, GLOWING, look, QRectF(60, 50, 320, 180))
    painter.end()
    middle = image.pixelColor(round((20 + 60 + 80) * ratio), round((10 + 50 + 90) * ratio))
    assert abs(middle.blue() - look.colour("glow").blue()) <= 1
    assert inked(image) == QRect(*(round(one * ratio) for one in (80, 60, 320, 180)))


def test_a_ground_that_glows_is_painted_once_for_each_size(look: Theme) -> None:
    def picture(width: int, ground: str = "#0B0F1A") -> int:
        size = QSize(width, width)
        return look.grounds.picture(ground, "#1A2848", size, (1.0, 2.0, 30.0, 40.0)).cacheKey()

    assert picture(100) == picture(100) != picture(101)
    assert picture(100, "#000000") != picture(100)
    kept = picture(1200), picture(1000), picture(100)
    assert (picture(1200), picture(1000), picture(100)) == kept
    picture(4000)
    assert picture(1200) != kept[0], "one as large as that is kept alone"


def test_a_figure_of_no_size_paints_nothing(look: Theme) -> None:
    assert inked(to_image(Figure(0, 0), look, 20, 20)).isEmpty()


@pytest.mark.parametrize(
    ("align", "left", "right"), [(Align.LEFT, True, False), (Align.RIGHT, False, True), (Align.CENTRE, False, False)]
)
def test_text_stands_at_its_end_of_the_box(look: Theme, align: Align, left: bool, right: bool) -> None:
    box = inked(to_image(line("Lab", align=align), look, 300, 40))
    assert (box.left() - 20 < 4, 120 - box.right() < 4) == (left, right)


def test_long_text_ends_in_an_ellipsis_within_its_box(look: Theme) -> None:
    box = inked(to_image(line("Inverness, Skye and West Ross-shire"), look, 300, 40))
    assert 90 < box.right() <= 120


def test_text_that_may_shrink_is_set_smaller_before_it_is_cut(look: Theme) -> None:
    plain = inked(to_image(line("Birmingham", 90), look, 300, 40))
    small = inked(to_image(line("Birmingham", 90, shrink=True), look, 300, 40))
    assert small.height() < plain.height()
    assert small.right() <= 110


def test_the_span_that_runs_out_of_room_is_cut_and_the_next_left_out(look: Theme) -> None:
    spans = (span("Inverness, Skye and West ", "text"), span("Ross-shire", "gain"))
    image = to_image(figure(300, 40, text("line", 0, 0, 150, 40, *spans, size=20)), look, 300, 40)
    gain = look.colour("gain")
    assert inked(image).right() <= 150
    assert not any(image.pixelColor(x, y) == gain for x in range(300) for y in range(40))


def test_capitals_stand_in_the_middle_of_their_box(look: Theme) -> None:
    box = inked(to_image(line("HEL"), look, 300, 40))
    assert abs((box.top() + box.bottom()) / 2 - 19.5) <= 1


def test_only_the_shapes_asked_for_are_painted(look: Theme) -> None:
    two = figure(100, 50, Box("a", 0, 0, 50, 50, "text"), Box("b", 50, 0, 50, 50, "text"))
    image = QImage(100, 50, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint(painter, two, look, QRectF(0, 0, 100, 50), only=("b", "nobody"))
    painter.end()
    assert inked(image) == QRect(50, 0, 50, 50)


def test_what_is_clipped_away_is_not_missed_and_the_painter_is_as_it_was(look: Theme) -> None:
    shapes = (
        Box("box", 0, 0, 60, 60, "panel", edge="line", radius=4),
        Rule("rule", 0, 30, 100, 30, "accent"),
        text("text", 5, 5, 90, 20, "Labour"),
        Tile("tile", (SQUARE,), (50, 50), 30, "party:Lab", mark=Mark.DOT, letter="L"),
    )
    whole = to_image(figure(100, 100, *shapes), look, 100, 100)
    part = QImage(100, 100, QImage.Format.Format_ARGB32_Premultiplied)
    part.fill(0)
    painter = QPainter(part)
    painter.setClipRect(QRect(20, 20, 30, 30))
    before = painter.pen(), painter.brush(), painter.transform()
    paint(painter, figure(100, 100, *shapes), look, QRectF(0, 0, 100, 100))
    assert (painter.pen(), painter.brush(), painter.transform()) == before
    painter.end()
    assert part.copy(20, 20, 30, 30) == whole.copy(20, 20, 30, 30)
    assert inked(part) == QRect(20, 20, 30, 30)


def tile(**more: object) -> QImage:
    shape = Tile("tile", (SQUARE,), (50, 50), 40, **more)  # type: ignore[arg-type]  # fields by name
    return to_image(figure(100, 100, shape), theme("dark", PARTIES), 100, 100)


@pytest.mark.parametrize(
    "more",
    [
        {"ink": "party:Lab"},
        {"ink": "party:Lab", "mark": Mark.DOT},
        {"ink": "party:Lab", "mark": Mark.RING},
        {"ink": "awaited-edge", "pattern": Pattern.HOLLOW, "second": "panel", "mark": Mark.CROSS},
        {"ink": "party:Lab", "pattern": Pattern.RINGED, "second": "awaited"},
        {"ink": "awaited-edge", "pattern": Pattern.HOLLOW, "second": "awaited"},
        {"ink": "awaited", "pattern": Pattern.HATCHED, "second": "recount"},
        {"ink": "party:Lab", "pattern": Pattern.SPLIT, "parts": ("party:Lab", "text")},
        {"ink": "party:Lab", "letter": "Lab"},
        {"ink": "party:Lab", "edge": "text"},
        *({"ink": "party:Lab", "texture": one} for one in Texture if one),
    ],
)
def test_every_state_looks_like_no_other(more: dict[str, object], request: pytest.FixtureRequest) -> None:
    image = tile(**more)
    assert inked(image).contains(QRect(12, 12, 76, 76))
    if more != {"ink": "party:Lab"}:
        assert image != tile(ink="party:Lab")


def test_slices_are_of_equal_size(look: Theme) -> None:
    image = tile(ink="text", pattern=Pattern.SPLIT, parts=("text", "recount", "party:Lab"))
    counts = {
        ink: sum(image.pixelColor(x, y) == look.colour(ink) for x in range(100) for y in range(100))
        for ink in ("text", "recount", "party:Lab")
    }
    assert min(counts.values()) > 0.8 * max(counts.values())


def test_a_tile_without_ink_is_only_its_edge() -> None:
    image = tile(ink="", edge="text", edge_width=3.0)
    assert image.pixelColor(50, 50).alpha() == 0
    assert image.pixelColor(10, 50) == QColor(theme("dark", PARTIES).hex("text"))


def test_a_letter_too_small_to_read_is_left_out() -> None:
    shape = Tile("tile", (SQUARE,), (50, 50), 40, "party:Lab", letter="Lab")
    bare = Tile("tile", (SQUARE,), (50, 50), 40, "party:Lab")
    look = theme("dark", PARTIES)
    assert to_image(figure(100, 100, shape), look, 12, 12) == to_image(figure(100, 100, bare), look, 12, 12)


@pytest.mark.parametrize(
    "words", ["Inverness, Skye and West Ross-shire", "GAIN 04:44", "13,303", "Normanton", "−33.9", "170", "29"]
)
@pytest.mark.parametrize("strong", [False, True])
@pytest.mark.parametrize("role", ["body", "figure", "headline"])
def test_the_estimate_of_a_width_is_near_and_rather_too_wide(look: Theme, words: str, strong: bool, role: str) -> None:
    real = look.advance(words, role, 18, strong)
    assert real <= width_of(words, 18, strong, role) <= real * 1.3


def test_shapes_that_are_texts_know_their_words() -> None:
    shape = text("a", 0, 0, -5, 10, "x")
    assert isinstance(shape, Text)
    assert shape.width == 0


def test_large_words_are_the_same_whatever_was_painted_before(look: Theme) -> None:
    large = figure(900, 120, text("large", 10, 0, 880, 120, "REHEARSAL", size=100, role="headline", strong=True))
    first = to_image(large, look, 900, 120)
    for size in range(20, 50):
        small = text("small", 10, 0, 880, 60, "RxHyS", size=size, role="headline", strong=True)
        to_image(figure(900, 60, small), look, 900, 60)
        assert to_image(large, look, 900, 120) == first


def test_a_letter_no_typeface_of_the_program_has_is_painted_large_too(look: Theme) -> None:
    with_it = to_image(figure(200, 120, text("large", 0, 0, 200, 120, "Aא", size=90)), look, 200, 120)
    without = to_image(figure(200, 120, text("large", 0, 0, 200, 120, "A", size=90)), look, 200, 120)
    assert inked(with_it).right() > inked(without).right()
