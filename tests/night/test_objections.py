"""Every objection, raised by the slip it is for and silent without it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

import pytest
from town import CLOSE, LATER, TOWN, HandClock, ListJournal, by_order, last_time, sit, town, ward

from resultsdesk.desk.desk import Desk
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import (
    Command,
    Correct,
    Declare,
    DeclareUnopposed,
    Figures,
    Flash,
    Postpone,
    Retract,
)
from resultsdesk.night.night import begin
from resultsdesk.night.rules import Author
from resultsdesk.psephology.baseline import Baseline, BaselineKind, BaselineLine
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.psephology.party import PartyId

ALPHA, BETA, GAMMA = ContestId("alpha"), ContestId("beta"), ContestId("gamma")


def codes(desk: Desk, command: Command) -> set[str]:
    return {one.code for one in desk.weigh(command).objections}


def declare(contest: ContestId, *votes: int | None, **more: object) -> Declare:
    figures = Figures(votes=by_order(TOWN.contests[contest], *votes), **more)  # type: ignore[arg-type]  # the fields all commands share
    return Declare(contest=contest, figures=figures)


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        (declare(ALPHA, 900, 700, 200), set()),
        (declare(ALPHA, 900, None, 200), {"missing-figure"}),
        (declare(ALPHA, 900, -1, 200), {"not-whole-number"}),
        (declare(ALPHA, 900, 700, 200, rejected=-4), {"not-whole-number"}),
        (declare(ALPHA, 900, 700, 200, papers=1800), set()),
        (declare(ALPHA, 900, 700, 200, papers=1799), {"sum-over-papers"}),
        (declare(ALPHA, 900, 700, 200, papers=850), {"sum-over-papers", "over-papers"}),
        (declare(ALPHA, 900, 700, 200, papers=1900), {"papers-missing"}),
        (declare(ALPHA, 2500, 2000, 501), {"over-electorate", "turnout-far"}),
        (declare(ALPHA, 800, 800, 200), {"tie-without-lot"}),
        (declare(ALPHA, 900, 700, 200, lot=(CandidacyId("alpha.1"),)), {"lot-without-tie"}),
        (declare(ALPHA, 900, 700, 200, read_out=1800), set()),
        (declare(ALPHA, 900, 700, 200, read_out=1801), {"total-differs"}),
        (declare(ALPHA, 912, 700, 200, read_out=1821), {"total-differs", "transposed-digits"}),
        (declare(ALPHA, 900, 700, 200, announced_majority=200), set()),
        (declare(ALPHA, 900, 700, 200, announced_majority=20), {"majority-differs"}),
        (declare(ALPHA, 900, 700, 200, rejected=18), set()),
        (declare(ALPHA, 900, 700, 200, rejected=19), {"rejected-high"}),
        (declare(ALPHA, 1600, 320, 200), {"share-moved"}),
        (declare(ALPHA, 700, 700, 200, lot=(CandidacyId("alpha.2"),)), set()),
        (declare(ALPHA, 90, 700, 200), {"digit-count", "share-moved", "turnout-far"}),
        (declare(ALPHA, 200, 700, 900), {"swap-suspected", "winner-unlikely", "share-moved"}),
        (declare(ALPHA, 90, 70, 20), {"turnout-far"}),
        (declare(GAMMA, 900, 800, 700, 600, 500, 400), set()),
        (declare(GAMMA, 900, 800, 700, 600, 500, 400, papers=1300), set()),
        (declare(GAMMA, 900, 800, 700, 600, 500, 400, papers=1299), {"sum-over-papers"}),
        (declare(GAMMA, 900, 800, 700, 600, 500, 400, papers=899), {"sum-over-papers", "over-papers"}),
        (declare(GAMMA, 5001, 800, 700, 600, 500, 400), {"over-electorate"}),
        (declare(GAMMA, 900, 800, 700, 700, 500, 400), {"tie-without-lot"}),
        (declare(GAMMA, 900, 900, 700, 600, 500, 400), {"same-figure"}),
    ],
)
def test_a_declaration(command: Declare, expected: set[str]) -> None:
    assert codes(sit(), command) == expected


@pytest.mark.parametrize(
    ("command", "counted"),
    [
        (declare(ALPHA, 2500, 2000, 501), "5,001 votes for an electorate of 5,000: "),
        (declare(GAMMA, 5001, 800, 700, 600, 500, 400), "5,001 votes for an electorate of 5,000: "),
        (declare(GAMMA, 4900, 4800, 4700, 300, 200, 101), "15,001 votes for an electorate of 5,000 × 3 vacancies: "),
    ],
)
def test_more_votes_than_electors_says_which_figure_is_more(command: Declare, counted: str) -> None:
    (said,) = (one.text for one in sit().weigh(command).objections if one.code == "over-electorate")
    assert said == f"{counted}look for a digit too many."


def test_a_stranger_is_refused() -> None:
    votes: Mapping[CandidacyId, int | None] = {**by_order(TOWN.contests[ALPHA], 9, 7, 2), CandidacyId("beta.1"): 4}
    desk = sit()
    assert "not-standing" in codes(desk, Declare(contest=ALPHA, figures=Figures(votes=votes)))
    assert codes(desk, Flash(contest=ALPHA, winner=CandidacyId("beta.1"))) == {"not-standing"}
    assert codes(desk, Flash(contest=ContestId("omega"), winner=CandidacyId("beta.1"))) == {"unknown-contest"}


def test_a_flash_for_a_party_not_in_the_first_two_asks() -> None:
    assert codes(sit(), Flash(contest=ALPHA, winner=CandidacyId("alpha.1"))) == set()
    assert codes(sit(), Flash(contest=ALPHA, winner=CandidacyId("alpha.3"))) == {"flash-unlikely"}


def test_figures_that_elect_somebody_else_than_the_flash_ask() -> None:
    desk = sit()
    flashed = desk.commit(Flash(contest=ALPHA, winner=CandidacyId("alpha.2"))).entry
    assert flashed
    command = replace(declare(ALPHA, 900, 700, 200), after=flashed.entry_id)
    assert codes(desk, command) == {"flash-differs"}


def test_somebody_else_was_quicker() -> None:
    desk = sit()
    desk.commit(declare(BETA, 900, 500, 400, 300))
    assert "changed-meanwhile" in codes(desk, declare(BETA, 900, 500, 400, 301))


def test_a_correction_needs_a_reason_and_a_difference() -> None:
    desk = sit()
    entry = desk.commit(declare(ALPHA, 900, 700, 200)).entry
    assert entry
    same = Correct(contest=ALPHA, after=entry.entry_id, figures=declare(ALPHA, 900, 700, 200).figures)
    assert codes(desk, same) == {"reason-missing", "nothing-changed"}
    better = Correct(
        contest=ALPHA, after=entry.entry_id, reason="Misheard", figures=declare(ALPHA, 910, 700, 200).figures
    )
    assert codes(desk, better) == set()


def test_check_figures_not_said_again_are_no_difference() -> None:
    desk = sit()
    entry = desk.commit(declare(ALPHA, 900, 700, 200, read_out=1800, announced_majority=200)).entry
    assert entry
    again = Correct(
        contest=ALPHA, after=entry.entry_id, reason="Misheard", figures=declare(ALPHA, 900, 700, 200).figures
    )
    assert codes(desk, again) == {"nothing-changed"}


def test_before_the_close_of_poll_a_live_night_refuses_and_a_rehearsal_asks() -> None:
    early = replace(declare(ALPHA, 900, 700, 200), declared_at=CLOSE - timedelta(minutes=1))
    live, rehearsal = sit().weigh(early), sit(rehearsal=True).weigh(early)
    assert [one.code for one in live.errors] == ["before-close"]
    assert not rehearsal.errors
    assert [one.code for one in rehearsal.asking] == ["before-close"]


@pytest.mark.parametrize("command", [Postpone(contest=ALPHA), DeclareUnopposed(contest=ContestId("delta"))])
def test_what_is_known_before_the_close_of_poll_may_be_entered_before(command: Command) -> None:
    clock = HandClock(CLOSE - timedelta(hours=5))
    desk = Desk(begin(TOWN), ListJournal(), clock, Author("AB", "desk 1"))
    assert desk.commit(command).entry
    head = desk.night.contests[command.contest].head
    assert desk.commit(Retract(contest=command.contest, after=head)).entry
    assert "before-close" in codes(desk, Flash(contest=BETA, winner=CandidacyId("beta.1")))


def test_a_time_that_has_not_come_is_refused() -> None:
    early = replace(declare(ALPHA, 900, 700, 200), declared_at=LATER + timedelta(minutes=5))
    assert codes(sit(), early) == {"in-future"}
    assert [one.text for one in sit().weigh(early).errors] == ["It is not yet 01:05: check the time of declaration."]
    slip = replace(early, declared_at=LATER.replace(year=2061))
    assert [one.text for one in sit().weigh(slip).errors] == [
        "It is not yet 01:00 on 6 May 2061: check the time of declaration."
    ]


def test_unopposed_with_too_many_candidacies() -> None:
    assert codes(sit(), DeclareUnopposed(contest=ALPHA)) == {"opposed"}
    assert codes(sit(), DeclareUnopposed(contest=ContestId("delta"))) == set()


def test_a_party_that_was_third_wins() -> None:
    two = town(ward("alpha", "Con Lab LD", before="Con", baseline=last_time(5000, Con=900, Lab=500, LD=400)))
    desk = sit(two)
    figures = Figures(votes=by_order(two.contests[ALPHA], 600, 400, 800))
    assert codes(desk, Declare(contest=ALPHA, figures=figures)) == {"winner-unlikely"}


def test_the_same_figures_in_another_contest_ask() -> None:
    two = town(ward("alpha", "Con Lab"), ward("beta", "Con Lab"))
    desk = sit(two)
    for contest in (ALPHA, BETA):
        figures = Figures(votes=by_order(two.contests[contest], 612, 408))
        found = codes(desk, Declare(contest=contest, figures=figures))
        assert found == ({"same-as-other"} if contest == BETA else set())
        desk.commit(Declare(contest=contest, figures=figures))


def test_turnout_far_from_the_rest_of_the_region_tonight() -> None:
    wards = town(*(ward(name, "Con Lab") for name in ("alpha", "beta", "gamma", "delta")))
    desk = sit(wards)
    for order, name in enumerate(("alpha", "beta", "gamma")):
        votes = by_order(wards.contests[ContestId(name)], 1000 + order, 800)
        assert desk.commit(Declare(contest=ContestId(name), figures=Figures(votes=votes))).entry
    few = Figures(votes=by_order(wards.contests[ContestId("delta")], 500, 400))
    assert codes(desk, Declare(contest=ContestId("delta"), figures=few)) == {"turnout-far"}


def test_a_warning_blocks_until_it_is_acknowledged_and_the_acknowledgement_is_kept() -> None:
    desk = sit()
    command = declare(ALPHA, 900, 700, 200, read_out=1801)
    assert desk.commit(command).entry is None
    entry = desk.commit(replace(command, accepted=frozenset({"total-differs", "never-raised"}))).entry
    assert entry
    assert entry.accepted == ("total-differs",)


def test_errors_come_first_and_every_objection_says_what_to_do() -> None:
    verdict = sit().weigh(declare(ALPHA, 900, 900, None, read_out=1801))
    blocking = [one.blocks for one in verdict.objections]
    assert blocking == sorted(blocking, reverse=True)
    assert all(one.text.rstrip("?.!") != one.text for one in verdict.objections)


@pytest.mark.parametrize(("name", "asked"), [("A Candidate2", False), ("B Candidate", True), ("", True)])
def test_an_independent_was_in_the_first_two_only_as_the_same_person(name: str, asked: bool) -> None:
    lines = (BaselineLine(PartyId("Con"), 900), BaselineLine(PartyId("Ind"), 600, name))
    beta = replace(TOWN.contests[BETA], baseline=Baseline("2012", BaselineKind.ACTUAL, lines, 5000))
    desk = sit(replace(TOWN, contests={**TOWN.contests, BETA: beta}))
    figures = Figures(votes=by_order(beta, 400, 1000, 100, 90))
    assert ("winner-unlikely" in codes(desk, Declare(contest=BETA, figures=figures))) is asked
    objections = desk.weigh(Flash(contest=BETA, winner=CandidacyId("beta.2"))).objections
    said = "A Candidate2 was not in the first two here last time: make sure you heard Candidate2."
    assert [one.text for one in objections] == [said] * asked


@pytest.mark.parametrize(
    ("votes", "asked"), [((90, 70, 20), "is a batch missing?"), ((2400, 1900, 500), "counted twice?")]
)
def test_a_turnout_far_too_low_or_too_high_asks_for_what_may_have_happened(votes: tuple[int, ...], asked: str) -> None:
    (objection,) = sit().weigh(declare(ALPHA, *votes)).objections
    assert objection.code == "turnout-far"
    assert objection.text.endswith(asked)
