"""What each candidacy's line of the form shows while figures are typed."""

from dataclasses import replace
from fractions import Fraction

from town import TOWN, last_time, sit

from resultsdesk.desk.draft import Draft
from resultsdesk.night.briefing import ContestId
from resultsdesk.windows.desk.entry.candidacy_lines import candidacy_lines
from resultsdesk.windows.desk.entry.form import Form, Mode, weighed

GAMMA = ContestId("gamma")
WITH_LAST_TIME = replace(TOWN.contests[GAMMA], baseline=last_time(5000, Lab=1800, Con=1500, LD=700))
BRIEFING = replace(TOWN, contests={**TOWN.contests, GAMMA: WITH_LAST_TIME})


def test_what_several_candidacies_share_is_nobodys_change() -> None:
    desk, contest = sit(BRIEFING), BRIEFING.contests[GAMMA]
    votes = dict(zip((one.id for one in contest.candidacies), ("600", "500", "400", "300", "100", "100"), strict=True))
    result = weighed(Form(Draft(GAMMA, votes), Mode.KEY), contest, desk)
    lines = tuple(candidacy_lines(result, desk.night.contests[GAMMA], BRIEFING))
    assert [one.share for one in lines][:2] == [Fraction(600, 2000), Fraction(500, 2000)]
    assert [one.change for one in lines] == [None] * 5 + [Fraction(100, 2000) - Fraction(700, 4000)]
    assert not any(one.new for one in lines)
