"""The lines of one contest: each kind on a made-up ward, in the words it is told in."""

from dataclasses import replace

import pytest
from storied import Storied
from town import PARTIES, TOWN, last_time, town, ward

from resultsdesk.night.briefing import Briefing, Contest, ContestId, Target
from resultsdesk.night.commands import CallRecount, DeclareUnopposed, Flash, Postpone
from resultsdesk.psephology.baseline import Baseline, BaselineKind, BaselineLine, Measure
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.psephology.party import Party, PartyId
from resultsdesk.story.grammar import party_named

LAB, CON, LD, IND = (PartyId(one) for one in ("Lab", "Con", "LD", "Ind"))
ALPHA = ContestId("alpha")


def one_ward(parties: str, before: str = "Lab", **more: object) -> Briefing:
    """Return a briefing of one ward, and what else is known of it."""
    votes = last_time(5000, Lab=900, Con=700, LD=200)
    made = replace(ward("alpha", parties, before=before, baseline=votes), **more)  # type: ignore[arg-type]  # a contest's fields
    return town(made, ward("beta", "Lab Con", before="Lab"))


def sat(contest: Contest, place: int, **more: object) -> tuple[object, ...]:
    """Return a ward's candidacies with more known of the one at a place."""
    people = list(contest.candidacies)
    people[place - 1] = replace(people[place - 1], sitting=True, **more)  # type: ignore[arg-type]  # a candidacy's fields
    return tuple(people)


@pytest.mark.parametrize(
    ("parties", "votes", "kind", "said"),
    [
        (
            "Lab Con LD",
            (900, 700, 200),
            "hold",
            ("Labour hold Alpha ward: A Candidate1 wins by 200 votes over Conservative."),
        ),
        (
            "Lab Con LD",
            (760, 700, 200),
            "narrow",
            ("Labour hold Alpha ward narrowly: A Candidate1 wins by 60 votes over Conservative."),
        ),
        (
            "Lab Con LD",
            (701, 700, 200),
            "hair",
            ("Labour hold Alpha ward by a hair: A Candidate1 wins by one vote over Conservative."),
        ),
        (
            "Lab Con LD",
            (700, 900, 200),
            "gain",
            ("Conservative gain Alpha ward from Labour: A Candidate2 wins by 200 votes."),
        ),
        (
            "Lab Con LD",
            (700, 100, 900),
            "upset",
            (
                "Liberal Democrat gain Alpha ward from Labour, "
                "coming from third in 2012: A Candidate3 wins by 200 votes."
            ),
        ),
        (
            "Lab Con Ind",
            (700, 100, 900),
            "gain-independent",
            ("A Candidate3, an independent, gains Alpha ward from Labour by 200 votes."),
        ),
        (
            "Lab Con LD",
            (900, 300, 300),
            "tie",
            (
                "Conservative and Liberal Democrat are level "
                "for second place in Alpha ward on 300 votes: no lot is needed."
            ),
        ),
        (
            "Lab Con LD Ind",
            (500, 600, 420, 410),
            "vote-split",
            (
                "In Alpha ward Labour fall 24.1 points to 25.9% and the vote divides: "
                "21.8% for Liberal Democrat and 21.2% for independent A Candidate4, as Conservative win with 31.1%."
            ),
        ),
    ],
)
def test_one_result(parties: str, votes: tuple[int, ...], kind: str, said: str) -> None:
    night = Storied(one_ward(parties))
    night.declare("alpha", *votes)
    assert said in night.said(kind)


def test_a_party_is_called_as_the_briefing_calls_it() -> None:
    briefing = one_ward("Lab Con LD")
    called = {CON: replace(PARTIES[CON], called="the Conservatives")}
    night = Storied(replace(briefing, parties={**briefing.parties, **called}))
    night.declare("alpha", 700, 900, 200)
    assert night.said("gain") == ["The Conservatives gain Alpha ward from Labour: A Candidate2 wins by 200 votes."]


def test_nobody_gains_where_nobody_knows_who_had_the_seat() -> None:
    night = Storied(one_ward("Lab Con LD", before=""))
    night.declare("alpha", 700, 900, 200)
    line = night.line("win")
    assert line.sentence == "Conservative win Alpha ward: A Candidate2 wins by 200 votes over Labour."
    assert line.missing == ("who won the seat last time",)
    assert night.said("gain") == []


def test_both_baselines_are_named_where_they_differ() -> None:
    night = Storied(one_ward("Lab Con LD", defended=(LAB,), holders=(CON,)))
    night.declare("alpha", 700, 900, 200)
    gain = "Conservative gain Alpha ward from Labour against 2012, a hold against the holder now: "
    hold = "Conservative hold Alpha ward against the holder now, a gain from Labour against 2012: "
    assert [one[: len(gain)] for one in night.said("gain", Measure.LAST)] == [gain]
    assert [one[: len(hold)] for one in night.said("two-baselines", Measure.HOLDER)] == [hold]


@pytest.mark.parametrize("measure", list(Measure))
def test_a_seat_won_back_since_the_last_election(measure: Measure) -> None:
    night = Storied(one_ward("Lab Con LD", defended=(LAB,), holders=(CON,)))
    night.declare("alpha", 900, 700, 200)
    (said,) = night.said("regain", measure)
    assert (
        said
        == "Labour win back Alpha ward, won in 2012 and since held by Conservative: A Candidate1 wins by 200 votes."
    )


def test_recomputed_votes_elected_nobody_who_could_lose_the_seat() -> None:
    notional = replace(last_time(5000, Lab=900, Con=700), kind=BaselineKind.NOTIONAL)
    night = Storied(one_ward("Lab Con LD", defended=(LAB,), holders=(CON,), baseline=notional))
    night.declare("alpha", 900, 700, 200)
    assert night.said("regain") == []
    assert len(night.said("two-baselines")) == 1


def test_a_seat_won_back_that_was_lost_last_time_and_a_long_hold_ended() -> None:
    night = Storied(one_ward("Lab Con LD", lost_last=(CON,), party_since=1992, former_names=("Old Alpha",)))
    night.declare("alpha", 700, 900, 200)
    assert night.said("regain") == [
        "Conservative win back Alpha ward from Labour, lost in 2012: A Candidate2 wins by 200 votes."
    ]
    assert night.said("long-hold") == [
        "Alpha ward changes hands after 24 years: Labour had held it since 1992, at first as Old Alpha."
    ]


def test_a_sitting_member_is_out_re_elected_or_elected_for_another_party() -> None:
    alpha = one_ward("Lab Con LD").contests[ALPHA]
    out = Storied(one_ward("Lab Con LD", candidacies=sat(alpha, 1), member_since=2000))
    out.declare("alpha", 700, 900, 200)
    assert out.said("member-out") == [
        "Sitting member A Candidate1 (Lab), a member since 2000, is out in Alpha ward: second, 200 votes behind."
    ]
    again = Storied(one_ward("Lab Con LD", candidacies=sat(alpha, 1)))
    again.declare("alpha", 900, 700, 200)
    assert again.said("re-elected") == [
        "Labour hold Alpha ward: A Candidate1 is re-elected by 200 votes over Conservative."
    ]
    moved = Storied(one_ward("Lab Con LD", candidacies=sat(alpha, 2, elected_for=LAB)))
    moved.declare("alpha", 700, 900, 200)
    assert moved.said("other-party") == [
        "A Candidate2, elected for Labour last time, is re-elected in Alpha ward for Conservative."
    ]


def test_last_times_names_tell_who_changed_party() -> None:
    named = Baseline("2012", BaselineKind.ACTUAL, (BaselineLine(LAB, 900, "A Candidate2"), BaselineLine(CON, 700)))
    night = Storied(one_ward("Lab Con LD", baseline=named))
    night.declare("alpha", 700, 900, 200)
    assert night.said("other-party") == [
        "A Candidate2, elected for Labour last time, is elected in Alpha ward for Conservative."
    ]


def test_targets_are_kept_met_and_missed_with_their_place_on_the_list() -> None:
    lists = (Target(LAB, ALPHA, 1), Target(CON, ALPHA, 3), Target(CON, ContestId("beta"), 7), Target(LD, ALPHA, 1))
    night = Storied(replace(one_ward("Lab Con LD"), targets=lists))
    night.declare("alpha", 900, 700, 200)
    assert night.said("target-met") == ["Labour keep Alpha ward, number 1 on their target list."]
    assert sorted(night.said("target-missed")) == [
        "Conservative miss Alpha ward, number 3 on their target list: Labour hold it by 200 votes.",
        "Liberal Democrat miss Alpha ward, number 1 on their target list: Labour hold it by 200 votes.",
    ]
    assert night.said("targets") == ["Conservative have won none of one target declared, with one to come."]
    tied = Storied(replace(one_ward("Lab Con LD"), targets=lists))
    tied.keep("alpha", 700, 700, 200)
    assert tied.said("targets") == []


def test_a_tie_for_the_seat_has_no_winner_until_the_lot_is_drawn() -> None:
    night = Storied()
    night.keep("gamma", 900, 800, 700, 700, 500, 400)
    line = night.line("tied")
    level = "A Candidate3 (Lab) and A Candidate4 (Con) are level on 700 votes"
    assert line.sentence == f"{level} for the seat in Gamma ward: the lot decides."
    assert line.missing == ("the drawn lot",)
    assert [one for kind in ("hold", "gain", "win") for one in night.said(kind)] == []
    night.correct("gamma", 900, 800, 700, 700, 500, 400, lot=("gamma.4",), reason="The lot was drawn")
    assert night.said("by-lot") == ["A Candidate4 (Con) wins by lot in Gamma ward, level on 700 votes."]
    (gone,) = [one for one in night.story().withdrawn if one.line.kind == "tied"]
    assert "The lot was drawn" in gone.why


def test_seats_of_a_ward_with_several() -> None:
    night = Storied()
    night.declare("gamma", 900, 800, 700, 600, 500, 400)
    assert night.said("gain") == ["Labour gain two seats in Gamma ward from Conservative; Labour hold one."]
    other = Storied()
    other.declare("gamma", 900, 600, 500, 800, 700, 400)
    assert other.said("hold") == ["Conservative hold two seats and Labour one in Gamma ward."]


def test_unopposed_postponed_in_recount_and_after_it() -> None:
    night = Storied()
    night.commit(DeclareUnopposed(contest=ContestId("delta")))
    assert night.said("win") == ["Liberal Democrat win Delta ward: A Candidate1 wins unopposed."]
    night.commit(Postpone(contest=ContestId("gamma")))
    assert night.said("postponed") == ["The poll in Gamma ward is postponed."]
    night.commit(CallRecount(contest=ALPHA))
    assert night.said("in-recount") == ["Alpha ward is in recount."]
    head = night.desk.night.contests[ALPHA].head
    night.commit(CallRecount(contest=ALPHA, after=head, accepted=frozenset({"recount-again"})))
    assert night.said("in-recount") == ["Alpha ward is in recount, for the second time."]


def test_a_flash_is_no_line() -> None:
    night = Storied()
    night.commit(Flash(contest=ALPHA, winner=CandidacyId("alpha.1")))
    assert night.story().lines == ()


@pytest.mark.parametrize(
    ("parties", "votes", "said"),
    [
        ("Lab Con LD", (900, 700, 20), "Liberal Democrat lose their deposit in Alpha ward."),
        (
            "Lab Con LD Ind",
            (900, 700, 20, 20),
            ("Liberal Democrat and one independent lose their deposits in Alpha ward."),
        ),
        ("Lab Con Ind", (900, 700, 20), "A Candidate3, an independent, loses the deposit in Alpha ward."),
        ("Lab Con Ind Ind", (900, 700, 20, 10), "two independents lose their deposits in Alpha ward."),
    ],
)
def test_deposits(parties: str, votes: tuple[int, ...], said: str) -> None:
    briefing = one_ward(parties)
    night = Storied(replace(briefing, election=replace(briefing.election, deposits=True)))
    night.declare("alpha", *votes)
    assert [one.lower() for one in night.said("deposit")] == [said.lower()]


def test_the_deposit_of_who_had_the_seat() -> None:
    briefing = one_ward("Lab Con LD")
    night = Storied(replace(briefing, election=replace(briefing.election, deposits=True)))
    night.declare("alpha", 20, 900, 700)
    assert night.said("deposit-of-defender") == [
        "Labour lose their deposit in Alpha ward, a seat they had: 1.2% of the vote."
    ]


def test_two_who_had_the_seats_and_lost_their_deposits_are_two_lines() -> None:
    briefing = one_ward("Lab Con LD LD", before="Lab Con", vacancies=2)
    night = Storied(replace(briefing, election=replace(briefing.election, deposits=True)))
    night.declare("alpha", 20, 10, 900, 800)
    told = [one for one in night.story().lines if one.kind == "deposit-of-defender"]
    assert [one.sentence[: len("Labour lose")] for one in told] == ["Labour lose", "Conservativ"]
    assert len({one.id for one in told}) == 2
    assert {("Had the seats", "Lab, Con, against 2012")} <= {(e.label, e.value) for one in told for e in one.evidence}


def test_a_ward_has_its_councils_name_where_there_are_several() -> None:
    bodies = {**TOWN.bodies, "other": replace(next(iter(TOWN.bodies.values())), id="other", name="Other")}
    night = Storied(replace(TOWN, bodies=bodies))  # type: ignore[arg-type]  # a body's id as text
    night.declare("alpha", 900, 700, 200)
    assert "Alpha ward (Town)" in night.said("hold")[0]


def test_a_party_that_jumped_in_rank_without_winning() -> None:
    five = last_time(Lab=900, Con=500, X=400, Y=300, LD=200)
    extra = {PartyId(one): Party(PartyId(one), one, one, "#777777", 9) for one in "XY"}
    briefing = one_ward("Lab Con LD", baseline=five)
    night = Storied(replace(briefing, parties={**briefing.parties, **extra}))
    night.declare("alpha", 900, 100, 700)
    assert night.said("rank-jump") == ["Liberal Democrat rise from fifth in 2012 to second in Alpha ward."]


@pytest.mark.parametrize(
    ("name", "called", "said"),
    [
        ("The Yorkshire Party", "", "the Yorkshire Party"),
        ("Climate Party", "", "the Climate Party"),
        ("Social Justice party", "", "the Social Justice party"),
        ("Alliance", "", "Alliance"),
        ("Reform UK", "", "Reform UK"),
        ("Swale Independents", "", "Swale Independents"),
        ("Communist Party of Britain", "the Communists", "the Communists"),
    ],
)
def test_a_party_is_named_with_its_article(name: str, called: str, said: str) -> None:
    assert party_named(Party(PartyId("p"), name, "P", "#123456", 1, called=called)) == said
