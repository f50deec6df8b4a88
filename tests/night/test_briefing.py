"""What a briefing says of the night's own clock."""

from datetime import timedelta

import pytest
from town import CLOSE, TOWN


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (timedelta(), "21:00"),
        (timedelta(hours=6, minutes=47), "03:47"),
        (timedelta(hours=23, minutes=59), "20:59"),
        (timedelta(days=1), "21:00 Fri"),
        (timedelta(hours=44), "17:00 Sat"),
        (timedelta(hours=-7), "14:00 Thu"),
    ],
)
def test_a_time_that_is_not_of_the_night_has_its_day(after: timedelta, said: str) -> None:
    assert TOWN.clock(CLOSE + after) == said


def test_no_moment_is_no_time() -> None:
    assert TOWN.clock(None) == ""
