"""Charts from real nights against pictures a person has looked at."""

from collections.abc import Callable

import pytest
from built_in import built_in
from PySide6.QtGui import QImage

from resultsdesk.charts.picture import to_image
from resultsdesk.figures.plots.asked import Asked, ChartName
from resultsdesk.night.night import Scope, ScopeKind
from resultsdesk.painters.paint import painting
from resultsdesk.painters.theme import theme
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId

pytestmark = pytest.mark.usefixtures("qapp")

Approve = Callable[[str, QImage], None]
SIZE = (1120, 630)


def picture(asked: Asked, id: str, until: str | None, look: str = "dark") -> QImage:
    night = built_in(id, until)
    colours = theme(look, night.briefing.parties)
    return to_image(night, asked, colours, painting(colours), SIZE)


@pytest.mark.parametrize("chart", list(ChartName))
def test_half_a_night(approved: Approve, chart: ChartName) -> None:
    asked = Asked(chart, built_in("uk-2024").main_scope, Measure.LAST)
    approved(f"charts/{chart}-half", picture(asked, "uk-2024", "04:47"))


@pytest.mark.parametrize("chart", [ChartName.SEATS, ChartName.SWING, ChartName.FLOW])
def test_a_whole_night_by_daylight(approved: Approve, chart: ChartName) -> None:
    asked = Asked(chart, built_in("uk-2024").main_scope, Measure.HOLDER)
    approved(f"charts/{chart}-light", picture(asked, "uk-2024", None, "light"))


@pytest.mark.parametrize("chart", [ChartName.MAJORITIES, ChartName.FLOW, ChartName.TURNOUT])
def test_three_councils(approved: Approve, chart: ChartName) -> None:
    approved(f"charts/{chart}-councils", picture(Asked(chart, Scope(), Measure.HOLDER), "midlands-2016", None))


def test_a_party_in_a_region(approved: Approve) -> None:
    asked = Asked(ChartName.CHANGE, Scope(ScopeKind.REGION, "South West"), Measure.LAST, PartyId("LD"))
    approved("charts/change-south-west", picture(asked, "uk-2024", None))
