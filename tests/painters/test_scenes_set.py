"""Every scene as it is really set: nothing too small, cut off, outside the safe area or over something else."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from built_in import told
from scenes_seen import LAB, SCOPED, live, nights, of, uncertain
from town import town, ward

from resultsdesk.figures.scenes.request import Format, SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import draw
from resultsdesk.figures.scenes.stage import SMALLEST
from resultsdesk.figures.scenes.told import card_of, strap_of, ticker_of
from resultsdesk.figures.shapes import Align, Figure, Text
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import Night, Scope, ScopeKind, begin
from resultsdesk.painters.theme import Theme, theme
from resultsdesk.story.telling import tell

pytestmark = pytest.mark.usefixtures("qapp")

NIGHTS = nights()
SMALLER = 0.62  # how far the painter lets a text shrink
CAPITALS = 0.72  # of a type's size
LONG = (
    "Inverness, Skye and West Ross-shire",
    "Middlesbrough South and East Cleveland",
    "Ynys Môn",
    "Brecon, Radnor and Cwm Tawe",
    "Kensington and Bayswater",
    "Chesterfield",
    "Crewe and Nantwich",
    "Belfast South and Mid Down",
    "Birmingham Perry Barr",
    "Leicester South",
    "Chorley",
)

Faults = Callable[[Figure, Theme], Iterator[str]]


def set_text(text: Text, colours: Theme) -> tuple[float, float]:
    """Return the size a text is painted in and how wide it would be in that, uncut."""
    size = round(text.size)
    wide = sum(colours.advance(one.text, text.role, size, one.strong) for one in text.spans)
    if text.shrink and wide > text.width:
        size = max(round(text.size * SMALLER), int(size * text.width / wide), 1)
        wide = sum(colours.advance(one.text, text.role, size, one.strong) for one in text.spans)
    return size, wide


def faults(figure: Figure, colours: Theme) -> Iterator[str]:
    boxes = []
    texts = [one for id, one in figure.shapes.items() if isinstance(one, Text) and not id.startswith("mark:")]
    aside, above = figure.width * 0.05, figure.height * 0.05
    for text in texts:
        size, wide = set_text(text, colours)
        said = "".join(one.text for one in text.spans)
        if size < SMALLEST:
            yield f"{text.id} is set in {size}: {said}"
        if wide > text.width + 0.01:
            yield f"{text.id} is cut off: {said}"
        left = (
            text.x
            + {Align.LEFT: 0.0, Align.RIGHT: text.width - wide, Align.CENTRE: (text.width - wide) / 2}[text.align]
        )
        top = text.y + (text.height - size * CAPITALS) / 2
        box = left, top, left + wide, top + size * CAPITALS
        outside = box[0] < aside - 34 or box[2] > figure.width - aside + 1 or box[3] > figure.height - above + 1
        if said and (outside or box[1] < above - 1):
            yield f"{text.id} is not safe: {said}"
        boxes.append((text.id, box))
    for (one, a), (other, b) in combinations(boxes, 2):
        if a[0] < b[2] - 1 and b[0] < a[2] - 1 and a[1] < b[3] - 1 and b[1] < a[3] - 1:
            yield f"{one} is over {other}"


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize("night", list(NIGHTS))
def test_scenes_of_a_scope(night: str, format: Format) -> None:
    one = NIGHTS[night]
    colours = theme("dark", one.briefing.parties)
    found = {
        f"{name} of {scope.name}: {fault}"
        for name in SceneName
        for scope in (one.main_scope, *one.scopes[2::7])
        for fault in faults(draw(one, SceneRequest(name, scope=scope, format=format)), colours)
    }
    assert not found


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize("name", [one for one in SceneName if one not in (SceneName.MAP, SceneName.TICKER)])
def test_scenes_of_the_longest_names(name: SceneName, format: Format) -> None:
    found = set()
    for night in (NIGHTS["all"], NIGHTS["none"]):
        colours = theme("dark", night.briefing.parties)
        for contest in LONG:
            figure = draw(night, replace(of(night, name, contest), format=format))
            found |= {f"{contest}: {fault}" for fault in faults(figure, colours)}
    assert not found


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize("name", [SceneName.CONTEST, SceneName.STRAP, SceneName.RECOUNTS])
def test_scenes_of_thirteen_and_of_three_candidacies(name: SceneName, format: Format) -> None:
    night = live("uk-2017")
    colours = theme("dark", night.briefing.parties)
    few = min(night.contests.values(), key=lambda one: len(one.contest.candidacies)).contest
    assert len(few.candidacies) <= 3
    for contest in ("Maidenhead", "Belfast South", few.name):
        assert not list(faults(draw(night, replace(of(night, name, contest), format=format)), colours)), contest


@pytest.mark.parametrize("format", list(Format))
def test_scenes_of_what_is_not_sure(format: Format) -> None:
    night = uncertain()
    colours = theme("dark", night.briefing.parties)
    for name in (SceneName.CONTEST, SceneName.STRAP, SceneName.RECOUNTS, SceneName.DUE):
        for contest in ("Birmingham Perry Barr", "Aldershot", "Hackney North and Stoke Newington"):
            assert not list(faults(draw(night, replace(of(night, name, contest), format=format)), colours))


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize(
    ("parties", "before", "votes"),
    [
        ("Lab Lab Lab Con Con LD", "Lab Con Con", (900, 800, 300, 700, 200, 100)),
        ("Lab Con LD Ind Lab Con", "Con Con Con", (900, 100, 950, 800, 200, 100)),
        ("Lab Con LD Lab Con LD", "Lab Lab Lab", (800, 800, 10, 900, 800, 70)),
    ],
)
def test_wards_of_three_seats(parties: str, before: str, votes: tuple[int, ...], format: Format) -> None:
    contest = ward("gamma", parties, vacancies=3, before=before)
    people = [one.id for one in contest.candidacies]
    figures = dict(zip(people, votes, strict=True))
    night = told(begin(town(contest)), "Gamma ward", Kind.DECLARED, votes=figures)
    colours = theme("dark", night.briefing.parties)
    for name in (SceneName.CONTEST, SceneName.STRAP, SceneName.CARD, SceneName.TICKER, SceneName.GAINS):
        assert not list(faults(draw(night, replace(of(night, name, "Gamma ward"), format=format)), colours)), name


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize("night", ["uk-2024", "midlands-2016"])
def test_scenes_of_the_longest_lines_of_the_story(night: str, format: Format) -> None:
    one = live(night)
    colours = theme("dark", one.briefing.parties)
    longest = {line.kind: line for line in sorted(tell(one).lines, key=lambda line: len(line.sentence))}
    found = {
        f"{line.sentence} {fault}"
        for line in longest.values()
        for scene in (card_of(line), strap_of(line), ticker_of([line] * 4))
        for fault in faults(draw(one, replace(scene, format=format)), colours)
    }
    assert len(longest) >= 20
    assert not found


def test_faults_are_found() -> None:
    night = NIGHTS["half"]
    colours = theme("dark", night.briefing.parties)
    figure = draw(night, of(night, SceneName.CONTEST, "Ashfield"))
    headline = figure.shapes["headline"]
    assert isinstance(headline, Text)
    for worse in (
        replace(headline, size=12.0),
        replace(headline, width=90.0),
        replace(headline, x=-20.0),
        replace(headline, y=figure.shapes["kicker"].y),  # type: ignore[union-attr]  # a text
    ):
        assert list(faults(replace(figure, shapes={**figure.shapes, "headline": worse}), colours))


def scope_of_a(night: Night) -> Scope:
    return next(one for one in night.scopes if one.kind is ScopeKind.BODY)


@pytest.mark.parametrize("name", SCOPED)
def test_a_light_theme_has_every_ink(name: SceneName) -> None:
    night = NIGHTS["half"]
    colours = theme("light", night.briefing.parties)
    for shape in draw(night, SceneRequest(name, party=LAB, scope=scope_of_a(night)), corrected=True).shapes.values():
        inks = [getattr(shape, "ink", ""), getattr(shape, "edge", "")]
        inks += [one.ink for one in shape.spans] if isinstance(shape, Text) else []
        assert all(colours.hex(one).startswith("#") for one in inks if one)
