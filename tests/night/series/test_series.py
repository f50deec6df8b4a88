"""A night as series: the town's four wards by hand, and the published night of 2024."""

from datetime import timedelta

import pytest
from built_in import built_in, told
from town import CLOSE, TOWN, by_order, last_time, sit, town, ward

from resultsdesk.night.briefing import Briefing, ContestId
from resultsdesk.night.commands import Correct, Declare, DeclareUnopposed, Figures
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import Night, Scope, ScopeKind, begin
from resultsdesk.night.series.flows import SEVERAL, UNKNOWN, flows
from resultsdesk.night.series.majorities import majorities
from resultsdesk.night.series.movements import by_share, by_turnout
from resultsdesk.night.series.over_time import largest, seats_over_time, shares_over_time
from resultsdesk.night.series.swings import places, swings_by_place
from resultsdesk.night.series.told import told as told_in_order
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId

LAB, CON, LD, IND = map(PartyId, ("Lab", "Con", "LD", "Ind"))
BODY = Scope(ScopeKind.BODY, "town")


def declared(briefing: Briefing = TOWN, **votes: tuple[int, ...]) -> Night:
    """Return a night on which these wards were declared, a quarter of an hour after each other."""
    desk = sit(briefing)
    for place, (name, figures) in enumerate(votes.items()):
        desk.clock.at = CLOSE + timedelta(hours=1, minutes=15 * place)  # type: ignore[attr-defined]  # turned by hand
        contest = briefing.contests[ContestId(name)]
        command = Declare(contest=contest.id, after=None, figures=Figures(votes=by_order(contest, *figures)))
        warned = frozenset(one.code for one in desk.weigh(command).asking)
        verdict = desk.commit(Declare(contest=contest.id, after=None, figures=command.figures, accepted=warned))
        assert verdict.entry is not None
    return desk.night


def test_seats_of_a_body_begin_with_those_not_up_and_rise_at_each_declaration() -> None:
    night = declared(alpha=(900, 1000, 100), beta=(800, 100, 50, 20))
    found = seats_over_time(night, BODY)
    assert found.courses[CON] == ((0.0, 3.0), (60.0, 4.0), (75.0, 5.0))
    assert found.courses[LAB] == ((0.0, 3.0),)
    assert [one.contest.id for one in found.declarations] == ["alpha", "beta"]
    assert largest(found.courses, 1) == (CON,)


def test_a_correction_makes_no_bump() -> None:
    night = declared(alpha=(900, 1000, 100))
    desk = sit(TOWN)
    contest = TOWN.contests[ContestId("alpha")]
    assert desk.commit(
        Declare(contest=contest.id, after=None, figures=Figures(votes=by_order(contest, 900, 1000, 100)))
    ).entry
    standing = desk.night.contests[contest.id]
    said = {"contest": contest.id, "after": standing.head, "reason": "Misheard"}
    assert desk.commit(Correct(**said, figures=Figures(votes=by_order(contest, 1100, 1000, 100)))).entry
    assert CON not in seats_over_time(desk.night, Scope()).courses
    assert seats_over_time(desk.night, Scope()).courses[LAB][-1][1] == 1.0
    assert seats_over_time(night, Scope()).courses[CON][-1][1] == 1.0


def test_the_share_so_far_is_of_all_votes_until_then() -> None:
    night = declared(alpha=(900, 1000, 100), beta=(1000, 600, 200, 200))
    courses = shares_over_time(night, Scope(), (LAB, CON, IND)).courses
    assert courses[LAB] == ((60.0, 0.45), (75.0, 1100 / 4000))
    assert courses[CON] == ((60.0, 0.5), (75.0, 0.5))
    assert courses[IND] == ((75.0, 0.2),)
    assert LD not in courses


def test_what_cannot_be_compared_is_left_out_and_counted() -> None:
    night = declared(alpha=(900, 1000, 100), beta=(800, 100, 50, 20), gamma=(9, 8, 7, 6, 5, 4))
    found = by_share(night, Scope(), LAB)
    assert [(one.standing.contest.id, one.across) for one in found.points] == [
        ("alpha", pytest.approx(0.5)),
        ("beta", pytest.approx(400 / 1700)),
    ]
    assert found.points[0].change == pytest.approx(0.45 - 0.5)
    assert (found.absent, found.no_baseline) == (0, 1)
    assert by_share(night, Scope(), LD).absent == 1
    assert not by_share(night, Scope(), IND).points, "independents are never compared"


def test_a_ward_of_several_seats_has_no_turnout_without_its_papers() -> None:
    wards = town(
        ward("alpha", "Lab Con", baseline=last_time(5000, Lab=900, Con=700)),
        ward("gamma", "Lab Lab Con", vacancies=2, baseline=last_time(5000, Lab=900, Con=700)),
    )
    night = declared(wards, alpha=(1000, 500), gamma=(900, 800, 700))
    found = by_turnout(night, Scope(), LAB)
    assert [one.across for one in found.points] == [0.3]
    assert found.no_turnout == 1


def test_an_unopposed_ward_has_no_movement() -> None:
    desk = sit()
    assert desk.commit(DeclareUnopposed(contest=ContestId("delta"), after=None)).entry
    assert by_share(desk.night, Scope(), LD).unopposed == 1
    assert majorities(desk.night, Scope()).unbeaten == 1


def test_a_return_that_was_known_days_before_is_there_at_the_close_of_poll() -> None:
    desk = sit()
    desk.clock.at = CLOSE - timedelta(days=20)  # type: ignore[attr-defined]  # turned by hand
    assert desk.commit(DeclareUnopposed(contest=ContestId("delta"), after=None)).entry
    assert seats_over_time(desk.night, Scope()).courses[LD] == ((0.0, 0.0), (0.0, 1.0))


def test_who_gained_from_whom_is_told_where_it_is_known() -> None:
    night = declared(alpha=(900, 1000, 100), beta=(800, 100, 50, 20))
    assert {link: len(seats) for link, seats in flows(night, Scope(), Measure.LAST).links.items()} == {
        (LAB, CON): 1,
        (CON, CON): 1,
    }


def test_several_losers_and_several_gainers_go_through_a_knot() -> None:
    wards = town(ward("gamma", "Lab Lab LD Con", vacancies=3, before="Con Con Ind"))
    found = flows(declared(wards, gamma=(90, 80, 70, 10)), Scope(), Measure.LAST)
    assert {link: len(seats) for link, seats in found.links.items()} == {
        (CON, SEVERAL): 2,
        (IND, SEVERAL): 1,
        (SEVERAL, LAB): 2,
        (SEVERAL, LD): 1,
    }
    assert found.seats(before=SEVERAL) == 3
    assert not found.gains


def test_one_loser_and_two_gainers_are_known() -> None:
    wards = town(ward("gamma", "Lab LD Con", vacancies=2, before="Con Con"))
    found = flows(declared(wards, gamma=(90, 80, 10)), Scope(), Measure.LAST)
    assert {link: len(seats) for link, seats in found.links.items()} == {(CON, LAB): 1, (CON, LD): 1}


def test_an_unknown_holder_is_not_guessed() -> None:
    wards = town(ward("alpha", "Lab Con"))
    found = flows(declared(wards, alpha=(90, 80)), Scope(), Measure.HOLDER)
    assert list(found.links) == [(UNKNOWN, LAB)]
    assert not found.gains


def test_majorities_are_of_the_one_elected_last_and_ties_wait() -> None:
    wards = town(ward("alpha", "Lab Con"), ward("gamma", "Lab Con LD", vacancies=2), ward("beta", "Lab Con"))
    found = majorities(declared(wards, alpha=(60, 40), gamma=(50, 30, 20)), Scope())
    assert [(one.share, one.party) for one in found.contests] == [(0.1, CON), (0.2, LAB)]
    level = {one.id: 40 for one in wards.contests[ContestId("beta")].candidacies}
    tied = majorities(told(begin(wards), "Beta ward", Kind.DECLARED, votes=level), Scope())
    assert (tied.tied, tied.contests) == (1, ())


def test_2024_comes_out_as_published() -> None:
    night = built_in("uk-2024")
    scope = night.main_scope
    courses = seats_over_time(night, scope).courses
    assert {one: courses[PartyId(one)][-1][1] for one in ("Lab", "Con", "LD", "SNP")} == {
        "Lab": 411, "Con": 121, "LD": 72, "SNP": 9,
    }  # fmt: skip
    found = flows(night, scope, Measure.LAST)
    assert found.gains[0][0] == (CON, LAB)
    assert found.seats() == 650
    for party in night.tally(scope).parties:
        line = night.tally(scope).line(party, Measure.LAST)
        assert found.seats(after=party) - found.seats(before=party) == line.net, party
    assert len(majorities(night, scope).contests) == 650
    tally = night.tally(scope)
    last = shares_over_time(night, scope, (LAB,)).courses[LAB][-1][1]
    assert last == pytest.approx(float(tally.votes[LAB] / tally.valid_votes))


def test_every_region_has_its_swing_and_its_contests() -> None:
    night = built_in("uk-2024")
    rows = swings_by_place(night, night.main_scope, CON, LAB)
    assert [row.name for row in rows if row.swing is None] == ["Northern Ireland"]
    for row in rows:
        inside = Scope(ScopeKind.REGION, row.name)
        assert (row.declared, row.of) == (night.tally(inside).declared, night.tally(inside).contests)
        if row.swing is not None:
            by = night.tally(inside).change(LAB), night.tally(inside).change(CON)
            assert by[0] is not None
            assert by[1] is not None
            assert row.swing == (by[0] - by[1]) / 2


def test_a_council_without_regions_divides_into_what_there_is() -> None:
    night = built_in("midlands-2016")
    assert set(places(night, Scope())) == {one.name for one in night.briefing.bodies.values()}
    birmingham = Scope(
        ScopeKind.BODY, next(one for one, body in night.briefing.bodies.items() if body.name == "Birmingham")
    )
    assert len(places(night, birmingham)) >= 1


def test_a_retraction_takes_a_declaration_back() -> None:
    night = built_in("uk-2024", "02:00")
    one = told_in_order(night, Scope())[0]
    after = told(night, one.contest.name, Kind.RETRACTED)
    assert len(told_in_order(after, Scope())) == len(told_in_order(night, Scope())) - 1
