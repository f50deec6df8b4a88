"""A line of the story says when it became true, with its day where the night's clock alone would mislead."""

from datetime import timedelta

import pytest
from town import TOWN

from resultsdesk.figures.shapes import Text
from resultsdesk.figures.story_row import story_row
from resultsdesk.night.night import Scope
from resultsdesk.story.lines import Line

WIDTH, HEIGHT = 600.0, 50.0


@pytest.mark.parametrize(("hours", "said"), [(4, {"time": "01:00"}), (38, {"time": "11:00", "day": "Sat"})])
def test_a_late_line_has_its_day(hours: int, said: dict[str, str]) -> None:
    at = TOWN.election.close_of_poll + timedelta(hours=hours)
    row = story_row(Line("a", "gain", "Labour gain Alpha ward.", 1, at, (), Scope(), None, ()), TOWN, WIDTH, HEIGHT)
    found = {id: one for id, one in row.shapes.items() if id in ("time", "day") and isinstance(one, Text)}
    assert {id: "".join(span.text for span in one.spans) for id, one in found.items()} == said
    assert all(one.y >= 0 and one.y + one.height <= HEIGHT for one in found.values()), "within the row"
