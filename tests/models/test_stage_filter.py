"""How many contests each filter lists, kept by moving one at a time."""

from dataclasses import replace
from datetime import timedelta

import pytest
from town import LATER, TOWN

from resultsdesk.models.stage_filter import StageCounts, StageFilter, passes
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.stages import Stage
from resultsdesk.night.standing import Standing

ALPHA = TOWN.contests[ContestId("alpha")]


def at(minutes: int | None, stage: Stage = Stage.AWAITED) -> Standing:
    expected = None if minutes is None else LATER + timedelta(minutes=minutes)
    return Standing(replace(ALPHA, expected=expected), stage)


NIGHT = (at(-30), at(0), at(10), at(15), at(60), at(None), at(5, Stage.RECOUNT), at(-5, Stage.DECLARED))


@pytest.mark.parametrize(
    ("chosen", "count"),
    [
        (StageFilter.AWAITED, 7),
        (StageFilter.OVERDUE, 1),
        (StageFilter.DUE, 4),
        (StageFilter.RECOUNT, 1),
        (StageFilter.DECLARED, 1),
    ],
)
def test_the_counts_are_what_would_be_listed(chosen: StageFilter, count: int) -> None:
    assert sum(passes(one, chosen, LATER) for one in NIGHT) == count
    assert StageCounts(NIGHT).of(chosen, LATER) == count


def test_moving_one_contest_is_counting_all_again() -> None:
    counts = StageCounts(NIGHT)
    after = replace(NIGHT[2], stage=Stage.DECLARED)
    counts.move(NIGHT[2], after)
    anew = StageCounts((*NIGHT[:2], after, *NIGHT[3:]))
    assert [counts.of(one, LATER) for one in StageFilter] == [anew.of(one, LATER) for one in StageFilter]
