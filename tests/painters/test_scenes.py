"""Every scene of real nights, in the three formats, against pictures a person has looked at."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from scenes_seen import BIRMINGHAM, LAB, WALSALL, live, nights, of, uncertain

from resultsdesk.figures.scenes.request import Format, SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import draw
from resultsdesk.figures.scenes.told import headline_words
from resultsdesk.figures.shapes import Box, Figure, figure
from resultsdesk.figures.tween import entrance, tween
from resultsdesk.night.night import Night, Scope, ScopeKind
from resultsdesk.painters.paint import to_image
from resultsdesk.painters.theme import theme

pytestmark = pytest.mark.usefixtures("qapp")

Approve = Callable[[str, QImage], None]
GAIN = "The Greens gain Bristol Central from Labour: Carla Denyer wins by 10,407 votes."
SPLIT = (
    "Labour fall 35.3 points in Leicester South and the vote divides: independent Shockat Adam with 35.2% "
    "ahead of the Conservatives (11.5%) and the Greens (9.1%)."
)
NIGHTS = nights() | {"uncertain": uncertain(), "2017": live("uk-2017")}
SCENES: dict[str, tuple[str, SceneName, dict[str, object]]] = {
    "contest": ("half", SceneName.CONTEST, {"contest": "Leicester South"}),
    "contest-long": ("all", SceneName.CONTEST, {"contest": "Inverness, Skye and West Ross-shire"}),
    "contest-wales": ("all", SceneName.CONTEST, {"contest": "Ynys Môn"}),
    "contest-thirteen": ("2017", SceneName.CONTEST, {"contest": "Maidenhead"}),
    "contest-ward": ("councils all", SceneName.CONTEST, {"contest": "Weoley"}),
    "contest-heard": ("uncertain", SceneName.CONTEST, {"contest": "Aldershot"}),
    "strap": ("half", SceneName.STRAP, {"contest": "Ashfield"}),
    "strap-recount": ("uncertain", SceneName.STRAP, {"contest": "Birmingham Perry Barr"}),
    "strap-words": ("half", SceneName.STRAP, {"words": ("The council house", "Victoria Square, Birmingham")}),
    "map": ("half", SceneName.MAP, {}),
    "map-region": ("half", SceneName.MAP, {"scope": Scope(ScopeKind.REGION, "West Midlands")}),
    "map-group": ("all", SceneName.MAP, {"scope": Scope(ScopeKind.GROUP, "birmingham")}),
    "map-councils": ("councils all", SceneName.MAP, {}),
    "tally": ("all", SceneName.TALLY, {}),
    "tally-none": ("none", SceneName.TALLY, {}),
    "tally-council": ("councils half", SceneName.TALLY, {"scope": BIRMINGHAM}),
    "gains": ("half", SceneName.GAINS, {}),
    "shares": ("all", SceneName.SHARES, {}),
    "swingometer": ("half", SceneName.SWINGOMETER, {}),
    "battleground": ("half", SceneName.BATTLEGROUND, {"party": LAB}),
    "council": ("councils all", SceneName.COUNCIL, {"scope": BIRMINGHAM}),
    "council-none": ("councils half", SceneName.COUNCIL, {"scope": WALSALL}),
    "recounts": ("uncertain", SceneName.RECOUNTS, {}),
    "slate": ("uncertain", SceneName.RECOUNTS, {"contest": "Birmingham Perry Barr"}),
    "due": ("half", SceneName.DUE, {}),
    "card": ("half", SceneName.CARD, {"words": ("First Green in the West Midlands", "North Herefordshire")}),
    "card-story": (
        "half",
        SceneName.CARD,
        {"contest": "Bristol Central", "words": headline_words(GAIN), "lines": ("1",)},
    ),
    "strap-story": ("half", SceneName.STRAP, {"contest": "Leicester South", "words": (SPLIT,), "lines": ("1",)}),
    "ticker": ("half", SceneName.TICKER, {}),
    "ticker-story": ("half", SceneName.TICKER, {"words": (GAIN, SPLIT), "lines": ("1", "2")}),
    "title": ("none", SceneName.TITLE, {}),
}


def request_of(night: Night, name: SceneName, format: Format, more: dict[str, object]) -> SceneRequest:
    contest = more.get("contest")
    start = of(night, name, str(contest)) if contest else SceneRequest(name)
    rest = {one: value for one, value in more.items() if one != "contest"}
    return replace(start, format=format, **rest)  # type: ignore[arg-type]  # fields of the request by name


def picture(drawn: Figure, night: Night, format: Format, look: str = "dark") -> QImage:
    """Return a scene at half its size or, where it is for a telephone, a third, over grey if it has no ground."""
    wide, tall = (one // (2 if format is Format.WIDE else 3) for one in format.size)
    image = QImage(wide, tall, QImage.Format.Format_RGB32)
    image.fill(QColor("#7A8794"))
    painter = QPainter(image)
    painter.drawImage(0, 0, to_image(drawn, theme(look, night.briefing.parties), wide, tall))
    painter.end()
    return image


@pytest.mark.parametrize("format", list(Format), ids=lambda one: one.name.lower())
@pytest.mark.parametrize("name", list(SCENES))
def test_a_scene(approved: Approve, name: str, format: Format) -> None:
    which, scene, more = SCENES[name]
    night = NIGHTS[which]
    drawn = draw(night, request_of(night, scene, format, more))
    approved(f"scenes/{name}-{format.name.lower()}", picture(drawn, night, format))


@pytest.mark.parametrize("format", list(Format), ids=lambda one: one.name.lower())
@pytest.mark.parametrize("scene", [SceneName.CONTEST, SceneName.STRAP])
def test_a_rehearsal_corrected_and_out_of_date(approved: Approve, scene: SceneName, format: Format) -> None:
    night = replace(NIGHTS["half"], rehearsal=True)
    drawn = draw(night, request_of(night, scene, format, {"contest": "Ashfield"}), corrected=True, stale=True)
    approved(f"scenes/rehearsal-{scene}-{format.name.lower()}", picture(drawn, night, format))


def test_a_scene_in_daylight(approved: Approve) -> None:
    night = NIGHTS["half"]
    drawn = draw(night, of(night, SceneName.CONTEST, "Leicester South"))
    approved("scenes/contest-light", picture(drawn, night, Format.WIDE, "light"))


def test_on_the_way_in_and_on_the_way_to_the_next(approved: Approve) -> None:
    night = NIGHTS["half"]
    result = draw(night, of(night, SceneName.CONTEST, "Leicester South"))
    approved("scenes/moving-in", picture(tween(entrance(result), result, 0.5), night, Format.WIDE))
    before, after = (draw(NIGHTS[one], SceneRequest(SceneName.MAP)) for one in ("one", "half"))
    approved("scenes/moving-on", picture(tween(before, after, 0.3), night, Format.WIDE))


def test_what_is_half_seen_lets_through_what_lies_under_it() -> None:
    night = NIGHTS["half"]
    colours = theme("dark", night.briefing.parties)
    under, over = Box("under", 0, 0, 10, 10, "dark"), Box("over", 0, 0, 10, 10, "light", opacity=0.5)
    half = to_image(figure(10, 10, under, over), colours, 10, 10).pixelColor(5, 5)
    whole = to_image(figure(10, 10, under, replace(over, opacity=1.0)), colours, 10, 10).pixelColor(5, 5)
    none = to_image(figure(10, 10, under, replace(over, opacity=0.0)), colours, 10, 10).pixelColor(5, 5)
    assert none.red() < half.red() < whole.red() == 255
    assert abs(half.red() - (none.red() + whole.red()) / 2) < 2
