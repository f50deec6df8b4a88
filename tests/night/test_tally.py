"""Sums over a scope: seats, gains, votes, changes; and who controls the body."""

from dataclasses import replace
from fractions import Fraction

from town import TOWN, by_order, last_time, sit, town, ward

from resultsdesk.desk.desk import Desk
from resultsdesk.night.briefing import BodyId, ContestId
from resultsdesk.night.commands import (
    Declare,
    DeclareUnopposed,
    Figures,
    Flash,
    Postpone,
    Retract,
)
from resultsdesk.night.control import ControlKind, control, control_before
from resultsdesk.night.night import Scope, ScopeKind
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.psephology.party import PartyId

BODY = Scope(ScopeKind.BODY, "town")
LAB, CON, LD, IND = (PartyId(one) for one in ("Lab", "Con", "LD", "Ind"))
ALPHA, BETA, GAMMA, DELTA = (ContestId(one) for one in ("alpha", "beta", "gamma", "delta"))


def declared(desk: Desk, contest: ContestId, *votes: int) -> None:
    figures = Figures(votes=by_order(desk.night.briefing.contests[contest], *votes))
    accepted = frozenset({"winner-unlikely", "turnout-far", "share-moved", "same-figure"})
    done = desk.commit(Declare(contest=contest, figures=figures, accepted=accepted))
    assert done.entry, done.verdict.objections


def test_an_empty_night_has_the_seats_not_up_and_no_change_known() -> None:
    tally = sit().night.tally(BODY)
    line = tally.line(LAB, Measure.LAST)
    assert (tally.seats, tally.majority, tally.filled, tally.to_come) == (12, 7, 6, 6)
    assert (line.seats, line.continuing, line.won, line.net) == (3, 3, 0, None)
    assert tally.turnout is None
    assert line.share is None


def test_a_whole_night() -> None:
    desk = sit()
    declared(desk, ALPHA, 700, 900, 200)
    declared(desk, BETA, 600, 800, 300, 100)
    declared(desk, GAMMA, 900, 800, 700, 600, 500, 400)
    desk.commit(DeclareUnopposed(contest=DELTA))
    tally = desk.night.tally(BODY)
    lines = {one: tally.line(one, Measure.LAST) for one in (LAB, CON, LD, IND)}
    assert {one: line.seats for one, line in lines.items()} == {LAB: 6, CON: 4, LD: 1, IND: 1}
    assert {one: line.net for one, line in lines.items()} == {LAB: 1, CON: -2, LD: 0, IND: 1}
    assert sum(line.net or 0 for line in lines.values()) == 0
    assert (lines[CON].gains, lines[CON].losses) == (1, 3)
    assert lines[LAB].votes == 700 + 300 + 900 + 800 + 700
    assert tally.known[Measure.LAST] == 3
    assert (tally.declared, tally.complete, tally.to_come) == (4, True, 0)


def test_share_changes_compare_only_contests_with_a_baseline() -> None:
    desk = sit()
    declared(desk, ALPHA, 900, 700, 200)
    declared(desk, GAMMA, 900, 800, 700, 600, 500, 400)
    line = desk.night.tally(Scope()).line(LAB, Measure.LAST)
    assert line.change == Fraction(900, 1800) - Fraction(900, 1800)
    assert desk.night.tally(Scope()).turnout == Fraction(1800, 5000)
    assert desk.night.tally(Scope()).turnout_before == Fraction(1800, 5000)


def test_a_party_that_did_not_stand_last_time_is_new_and_independents_are_never_compared() -> None:
    desk = sit(town(ward("alpha", "Lab LD Ind", before="Lab", baseline=TOWN.contests[BETA].baseline)))
    declared(desk, ALPHA, 900, 700, 200)
    tally = desk.night.tally(BODY)
    assert tally.line(LD, Measure.LAST).new
    assert tally.line(LD, Measure.LAST).change is None
    assert tally.line(IND, Measure.LAST, compares=False).change is None


def test_a_flash_is_heard_and_takes_no_seat() -> None:
    desk = sit()
    desk.commit(Flash(contest=ALPHA, winner=CandidacyId("alpha.1")))
    tally = desk.night.tally(BODY)
    assert (tally.heard, tally.declared, tally.party_seats(LAB)) == (1, 0, 3)
    heard = desk.night.contests[ALPHA].heard(Measure.LAST)
    assert heard is not None
    assert heard.holds == (LAB,)


def test_scopes() -> None:
    desk = sit()
    declared(desk, ALPHA, 700, 900, 200)
    night = desk.night
    assert len(night.scopes) == 5
    assert night.tally(Scope(ScopeKind.GROUP, "first")).declared == 1
    assert night.tally(Scope(ScopeKind.REGION, "Shire")).contests == 4
    assert night.tally(Scope(ScopeKind.REGION, "Nowhere")).contests == 0
    assert night.main_scope == BODY


def test_control_is_known_before_the_end_or_not_until_the_last_seat() -> None:
    desk = sit()
    body = BodyId("town")
    assert control(desk.night, body).kind is ControlKind.OPEN
    declared(desk, GAMMA, 900, 800, 700, 600, 500, 400)
    assert control(desk.night, body).kind is ControlKind.OPEN
    declared(desk, ALPHA, 900, 700, 200)
    now = control(desk.night, body)
    assert (now.kind, now.party) == (ControlKind.PARTY, LAB)
    assert control_before(desk.night, body, Measure.LAST) is None


def test_no_overall_control_when_nobody_can_reach_the_line() -> None:
    desk = sit()
    declared(desk, ALPHA, 700, 900, 200)
    declared(desk, BETA, 600, 800, 300, 100)
    declared(desk, GAMMA, 900, 800, 700, 600, 500, 400)
    found = control(desk.night, BodyId("town"))
    assert (found.kind, found.largest) == (ControlKind.OPEN, (LAB,))
    desk.commit(DeclareUnopposed(contest=DELTA))
    assert control(desk.night, BodyId("town")).kind is ControlKind.NONE


def test_control_before_is_known_where_every_seat_is() -> None:
    desk = sit(town(ward("alpha", "Lab Con", before="Lab")))
    before = control_before(desk.night, BodyId("town"), Measure.HOLDER)
    assert before is not None
    assert (before.kind, before.party) == (ControlKind.PARTY, LAB)


def test_nobody_knows_who_controls_a_body_of_which_not_all_seats_are_known() -> None:
    """The winners of those up tonight may be far from a majority of the whole."""
    part = replace(TOWN.bodies[BodyId("town")], majority=None, continuing={}, seats=6)
    desk = sit(replace(TOWN, bodies={part.id: part}))
    declared(desk, ALPHA, 900, 700, 200)
    declared(desk, BETA, 600, 800, 300, 100)
    declared(desk, GAMMA, 900, 800, 700, 600, 500, 400)
    desk.commit(DeclareUnopposed(contest=DELTA))
    found = control(desk.night, part.id)
    assert (found.kind, found.party, found.largest) == (ControlKind.UNKNOWN, None, ())
    assert control_before(desk.night, part.id, Measure.HOLDER) is None
    assert desk.night.tally(BODY).to_majority(LAB) is None


def test_turnout_is_compared_over_the_contests_that_have_it_both_times() -> None:
    votes_alone = {BETA: replace(TOWN.contests[BETA], baseline=last_time(Con=1000, Lab=400, Ind=300))}
    desk = sit(replace(TOWN, contests={**TOWN.contests, **votes_alone}))
    declared(desk, ALPHA, 900, 800, 200)
    declared(desk, BETA, 100, 90, 60, 50)
    tally = desk.night.tally(Scope())
    assert (tally.turnout, tally.turnout_before) == (Fraction(2200, 10_000), Fraction(1800, 5000))
    assert tally.turnout_change == Fraction(100, 5000)
    nobody_knows = {ALPHA: replace(TOWN.contests[ALPHA], electorate=None)}
    other = sit(replace(TOWN, contests={**TOWN.contests, **nobody_knows}))
    declared(other, ALPHA, 900, 800, 200)
    assert (other.night.tally(Scope()).turnout_before, other.night.tally(Scope()).turnout_change) == (None, None)


def test_turnout_of_a_scope_counts_rejected_papers_where_the_briefing_says_so() -> None:
    both = replace(TOWN, election=replace(TOWN.election, count_rejected=True))
    for briefing, papers in ((TOWN, 1800), (both, 1815)):
        desk = sit(briefing)
        desk.commit(
            Declare(contest=ALPHA, figures=Figures(votes=by_order(TOWN.contests[ALPHA], 900, 700, 200), rejected=15))
        )
        for scope in (BODY, Scope()):
            assert desk.night.tally(scope).turnout == Fraction(papers, 5000)
    assert desk.night.tally(BODY).turnout_before is None, "last time's turnout is of valid votes alone"


def test_several_votes_a_paper_make_no_turnout_last_time() -> None:
    seats = ward("alpha", "Lab Lab Con Con", 2, "Lab Lab", last_time(5000, Lab=3000, Con=2500))
    desk = sit(town(seats))
    figures = Figures(votes=by_order(seats, 1600, 1500, 1400, 1300), papers=3000, rejected=9)
    done = desk.commit(Declare(contest=ALPHA, figures=figures))
    assert done.entry, done.verdict.objections
    assert desk.night.tally(Scope()).turnout == Fraction(2991, 5000)
    assert desk.night.tally(Scope()).turnout_before is None


def test_a_result_taken_back_leaves_the_tally_as_it_was() -> None:
    desk = sit()
    before = desk.night.tally(Scope())
    declared(desk, ALPHA, 700, 900, 200)
    assert desk.commit(Retract(contest=ALPHA, after=desk.night.contests[ALPHA].head)).entry
    assert desk.night.tally(Scope()) == before


def test_a_postponed_poll_is_not_awaited_and_its_seat_stays_empty() -> None:
    desk = sit()
    desk.commit(Postpone(contest=DELTA))
    tally = desk.night.tally(BODY)
    assert (tally.postponed, tally.declared, tally.to_come) == (1, 0, 6)


def test_a_postponed_poll_does_not_keep_control_open() -> None:
    desk = sit()
    declared(desk, ALPHA, 700, 900, 200)
    declared(desk, BETA, 600, 800, 300, 100)
    declared(desk, GAMMA, 900, 800, 700, 600, 500, 400)
    assert control(desk.night, BodyId("town")).kind is ControlKind.OPEN
    desk.commit(Postpone(contest=DELTA))
    found = control(desk.night, BodyId("town"))
    assert (found.kind, found.largest) == (ControlKind.NONE, (LAB,))
