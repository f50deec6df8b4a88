"""Lines about a scope: firsts, records, milestones, control, what is left; in the words they are told in."""

from dataclasses import replace

import pytest
from storied import Storied
from town import PARTIES, last_time, town, ward

from resultsdesk.night.briefing import Body, BodyId, Briefing, ContestId, Group, GroupId
from resultsdesk.night.commands import CallRecount, Postpone
from resultsdesk.night.night import Scope, ScopeKind
from resultsdesk.psephology.party import PartyId, PartyKind
from resultsdesk.story.filtering import filtered, lines_for

LAB, CON = PartyId("Lab"), PartyId("Con")


def wards(how_many: int, **body: object) -> Briefing:
    """Return a town of so many wards that Labour had, six seats of it not up, half of these Labour's."""
    votes = last_time(4000, Lab=1000, Con=800)
    made = town(*(ward(f"w{n}", "Lab Con Ind", before="Lab", baseline=votes) for n in range(1, how_many + 1)))
    groups = (Group(GroupId("first"), "the first three", tuple(map(ContestId, ("w1", "w2", "w3")))),)
    (town_body,) = made.bodies.values()
    bodies = {town_body.id: replace(town_body, **body)}  # type: ignore[arg-type]  # a body's fields
    return replace(made, groups=groups, bodies=bodies)


def test_the_first_of_a_party_that_had_none_and_the_first_ever() -> None:
    briefing = wards(5, continuing={LAB: 6})
    night = Storied(briefing)
    night.declare("w1", 700, 900, 10)
    assert night.said("first-of-night") == [
        "Conservative's first seat of the night is W1 ward, won by A Candidate2 at 01:00; they had none in 2012."
    ]
    parties = {**PARTIES, CON: replace(PARTIES[CON], first_ever="in Town")}
    ever = Storied(replace(briefing, parties=parties))
    ever.declare("w1", 700, 900, 10)
    assert ever.said("first-of-night") == []
    assert ever.said("first-ever") == [
        "Conservative's first seat of the night and first ever in Town is W1 ward, won by A Candidate2 at 01:00."
    ]


def test_who_was_declared_first_is_first_though_keyed_later() -> None:
    night = Storied(wards(5))
    night.declare("w1", 700, 900, 10)
    night.declare("w2", 700, 950, 10, minutes=30)
    (first,) = night.said("first-expected")
    assert "W2 ward, won by A Candidate2 at 00:31" in first
    assert night.said("first-declared")[0].startswith(
        "W2 ward is the first to declare, at 00:31: Conservative gain from Labour."
    )


def test_independents_have_a_first_but_are_no_party() -> None:
    night = Storied(wards(5))
    night.declare("w1", 700, 100, 900)
    night.declare("w2", 700, 100, 900)
    assert night.said("first-of-night") == ["The first independent elected: A Candidate3 in W1 ward, at 01:00."]
    assert night.said("independents")[0] == "Two independents are elected so far."
    assert not any("independents" in one for one in night.said("milestone"))


def test_a_group_has_firsts_where_they_are_not_the_nights() -> None:
    night = Storied(wards(6))
    night.declare("w4", 700, 900, 10)
    night.declare("w1", 700, 950, 10)
    (said,) = [one for one in night.said("first-here") if "the first three" in one]
    where = "Conservative's first seat in the first three is W1 ward"
    assert said == f"{where}, won by A Candidate2 at 01:01; they had none there in 2012."
    again = Storied(wards(6, continuing={LAB: 6}))
    again.declare("w1", 700, 900, 10)
    assert again.line("first-of-night").contests == ("w1",)
    assert again.said("first-here") == [], "said once, for the whole night"
    few = Storied(wards(6))
    few.declare("w1", 700, 900, 10)
    assert few.line("first-expected").contests == few.line("first-here").contests == ("w1",), "they had some elsewhere"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("closest", "The closest result so far: W3 ward, Labour by 10 votes over Conservative."),
        ("largest-majority", "The largest majority so far: W4 ward, Labour by 800 votes (80.0%)."),
        ("overturned", ("The largest majority overturned so far: W2 ward, where Labour had a majority of 200 in 2012, "
                        "lost to Conservative.")),
        ("swing", "The largest swing so far: 34.4 points from Conservative to Labour in W4 ward, on 2012."),
        ("rise", "The largest rise in share so far: Labour up 34.4 points on 2012 in W4 ward."),
        ("fall", "The largest fall in share so far: Conservative down 34.4 points on 2012 in W4 ward."),
        ("turnout-highest", "The highest turnout so far: 36.0% in W1 ward."),
        ("turnout-lowest", "The lowest turnout so far: 20.0% in W4 ward."),
        ("turnout-down", "The largest fall in turnout so far: W4 ward, down 25.0 points on 2012 to 20.0%."),
    ],
)  # fmt: skip
def test_records_are_told_from_the_fourth_declaration(kind: str, said: str) -> None:
    night = Storied(wards(6))
    night.declare("w1", 1000, 800, 0)
    night.declare("w2", 700, 900, 0)
    night.declare("w3", 805, 795, 0)
    assert night.said(kind) == []
    night.declare("w4", 900, 100, 0)
    assert night.said(kind) == [said]


def test_a_record_of_a_group_is_told_where_it_is_not_the_nights() -> None:
    briefing = wards(9)
    five = tuple(ContestId(f"w{n}") for n in range(1, 6))
    night = Storied(replace(briefing, groups=(Group(GroupId("five"), "the five", five),)))
    for n in range(1, 6):
        night.declare(f"w{n}", 900 + n, 800, 0)
    assert night.said("closest") == ["The closest result so far: W1 ward, Labour by 101 votes over Conservative."]
    night.declare("w6", 801, 800, 0)
    assert sorted(night.said("closest")) == [
        "The closest result in the five: W1 ward, Labour by 101 votes over Conservative.",
        "The closest result so far: W6 ward, Labour by one vote over Conservative.",
    ]


def overlapping(**groups: range) -> Briefing:
    """Return nine wards with groups of those numbered."""
    made = (Group(GroupId(id), f"the {id}", tuple(ContestId(f"w{n}") for n in there)) for id, there in groups.items())
    return replace(wards(9), groups=tuple(made))


def test_independents_of_a_group_within_another_are_told_of_the_larger() -> None:
    night = Storied(overlapping(inner=range(1, 3), outer=range(1, 4), other=range(2, 5)))
    for one in ("w1", "w2", "w4"):
        night.declare(one, 700, 100, 900)
    assert night.said("independents") == [
        "Three independents are elected so far.",
        "Two independents are elected in the other so far.",
        "Two independents are elected in the outer so far.",
    ]


def test_what_two_groups_would_say_alike_is_said_of_the_larger() -> None:
    briefing = overlapping(few=range(2, 7), many=range(1, 7), others=range(5, 10))
    night = Storied(briefing)
    for n in range(1, 7):
        night.declare(f"w{n}", 1000 - n, 800, 0)
    night.declare("w7", 801, 800, 0)
    night.declare("w8", 850, 800, 0)
    where = [one.sentence for one in night.story().lines if one.kind == "closest"]
    assert where == [
        "The closest result so far: W7 ward, Labour by one vote over Conservative.",
        "The closest result in the many: W6 ward, Labour by 194 votes over Conservative.",
    ]
    night.correct("w1", 801, 800, 0)
    where = [one.sentence for one in night.story().lines if one.kind == "closest"]
    assert "The closest result in the few: W6 ward, Labour by 194 votes over Conservative." in where, "its own again"
    firsts = night.said("first-declared")
    assert firsts == [
        "W1 ward is the first to declare, at 01:00: Labour hold.",
        "W2 ward is the first to declare in the few, at 01:01: Labour hold.",
        "W5 ward is the first to declare in the others, at 01:04: Labour hold.",
    ]


def test_groups_with_the_same_contests_are_told_of_once_and_found_by_either() -> None:
    briefing = overlapping(first=range(1, 4), again=range(1, 4), everything=range(1, 10))
    night = Storied(briefing)
    for n in range(1, 4):
        night.declare(f"w{n}", 900 + n, 800, 0)
    assert night.said("complete") == ["All three wards in the first are declared: Labour hold all three they had."]
    story, kept = night.story(), night.desk.night
    first, again = (filtered(story, kept, Scope(ScopeKind.GROUP, one)) for one in ("first", "again"))
    assert again == first
    assert "complete" in {one.kind for one in again.lines}
    assert filtered(story, kept, Scope(ScopeKind.GROUP, "everything")) == story


def test_half_and_all_are_declared_and_a_postponed_poll_is_not_waited_for() -> None:
    night = Storied(wards(10))
    for n in range(1, 6):
        night.declare(f"w{n}", 900 + n, 800, 0)
    assert night.said("milestone") == ["Half of the 10 wards are declared, with W5 ward at 01:04."]
    for n in range(6, 10):
        night.declare(f"w{n}", 900 + n, 800, 0)
    assert len(night.said("milestone")) == 1
    night.commit(Postpone(contest=ContestId("w10")))
    all_ = night.line_about("milestone", "w9")
    assert all_.sentence == (
        "All but one of the 10 wards are declared; W9 ward was the last, at 01:08; the poll in W10 ward is postponed."
    )
    assert ("W10 ward postponed", night.desk.night.journal[-1].entry_id) in {
        (one.label, one.entry) for one in all_.evidence
    }
    assert night.said("remaining") == []


def test_what_is_left_and_what_it_can_change() -> None:
    night = Storied(wards(4, majority=6))
    night.declare("w1", 900, 700, 0)
    assert "Three wards still to declare; Labour need two of the three seats left for a majority." in [
        one.split(" and Conservative")[0].removesuffix(".") + "." for one in night.said("remaining")
    ]
    night.declare("w2", 700, 900, 0)
    night.declare("w3", 700, 900, 0)
    assert night.said("remaining")[0] == (
        "One ward still to declare; Conservative need the one seat left for a majority and Labour cannot reach one."
    )
    night.declare("w4", 700, 900, 0)
    assert night.said("control-held") == []
    assert night.said("control-changed") == [
        "Conservative win control of Town from Labour, with 6 of 10 seats, a majority of 2."
    ]


def test_of_a_parliament_it_is_the_majority_that_is_won_and_kept() -> None:
    briefing = wards(4, name="House of Commons")
    won, kept = Storied(briefing), Storied(briefing)
    for one in ("w1", "w2", "w3", "w4"):
        won.declare(one, 700, 900, 0)
        kept.declare(one, 900, 700, 0)
    assert won.said("control-changed") == [
        "Conservative take the majority in the House of Commons from Labour, with 7 of 10 seats, a majority of 4."
    ]
    assert kept.said("control-held") == [
        "Labour keep their majority in the House of Commons: 7 of 10 seats, no change."
    ]


def test_nobody_wins_the_seat_of_a_postponed_poll_tonight() -> None:
    night = Storied(wards(5, majority=6))
    night.commit(Postpone(contest=ContestId("w5")))
    night.declare("w1", 900, 700, 0)
    line = next(one for one in night.story().lines if one.kind == "remaining")
    assert line.sentence.startswith("Three wards still to declare; Labour need two of the three seats left")
    assert ("Seats to come", "3") in {(one.label, one.value) for one in line.evidence}


def test_what_is_in_doubt_leads_once_half_is_known() -> None:
    night = Storied(wards(4, majority=6))
    night.declare("w1", 900, 700, 0)
    night.declare("w2", 700, 900, 0)
    lines = {one.kind: one for one in night.story().lines if one.scope.kind is ScopeKind.BODY}
    assert lines["remaining"].sentence == (
        "Two wards still to declare; Labour need both seats left for a majority and Conservative both."
    )
    assert lines["remaining"].weight > lines["gain"].weight > lines["first-declared"].weight
    night.commit(CallRecount(contest=ContestId("w3")))
    night.commit(CallRecount(contest=ContestId("w4")))
    assert night.said("remaining")[0].startswith("Two wards still to declare, both in recount; ")


def test_nothing_left_can_change_a_majority() -> None:
    night = Storied(wards(4, majority=4))
    night.declare("w1", 900, 700, 0)
    assert night.said("control-held") == ["Labour hold Town with 4 of 10 seats so far."]
    assert night.said("remaining")[0] == (
        "Three wards still to declare; none of them can take Labour's majority in Town away."
    )


def test_no_overall_control() -> None:
    night = Storied(wards(4, majority=7))
    for n, votes in enumerate(((900, 700, 0), (700, 900, 0), (700, 900, 0), (10, 20, 900)), start=1):
        night.declare(f"w{n}", *votes)
    assert night.said("control-changed") == [
        "Labour lose their majority in Town; Conservative are the largest party with 5 of 10 seats."
    ]


def test_nothing_is_said_of_control_where_seats_are_not_known() -> None:
    night = Storied(wards(4, majority=None, continuing={}))
    night.declare("w1", 900, 700, 0)
    assert [kind for kind in ("control-held", "control-changed", "majority-line") if night.said(kind)] == []


def test_a_group_that_is_complete_says_how_who_had_it_fared() -> None:
    night = Storied(wards(6))
    night.declare("w1", 900, 700, 0)
    night.declare("w2", 700, 900, 0)
    assert night.said("complete") == []
    night.declare("w3", 700, 100, 900)
    assert night.said("complete") == [
        (
            "All three wards in the first three are declared: Labour hold one of three, "
            "lose W2 ward to Conservative and W3 ward to an independent."
        )
    ]


def test_a_postponed_poll_in_a_complete_group_is_held_by_nobody() -> None:
    briefing = wards(6)
    unknown = {ContestId("w3"): replace(briefing.contests[ContestId("w3")], defended=(), holders=())}
    for one in (briefing, replace(briefing, contests={**briefing.contests, **unknown})):
        night = Storied(one)
        night.commit(Postpone(contest=ContestId("w3")))
        night.declare("w1", 900, 700, 0)
        night.declare("w2", 700, 900, 0)
        assert night.said("complete") == [
            (
                "All but one of the three wards in the first three are declared: Labour hold one of two and lose "
                "W2 ward to Conservative; the poll in W3 ward is postponed."
            )
        ]


def test_turnout_is_told_where_it_is_known_and_else_what_is_missing() -> None:
    night = Storied(wards(4))
    night.declare("w1", 900, 700, 0)
    assert night.said("turnout")[0] == "Turnout so far is 32.0%, down 13.0 points on 2012."
    night.declare("w2", 2250, 650, 0)
    night.declare("w3", 2250, 650, 0)
    night.declare("w4", 900, 700, 0)
    assert night.said("turnout")[0] == "Turnout is 45.0%, as in 2012."
    briefing = wards(4)
    contests = {id: replace(one, electorate=None) for id, one in briefing.contests.items()}
    unknown = Storied(replace(briefing, contests=contests))
    unknown.declare("w1", 900, 700, 0)
    assert unknown.said("turnout") == []
    assert unknown.line("unknown").missing == ("the electorate of 4 wards",)


def test_the_speaker_is_no_party_to_count_milestones_or_firsts_of() -> None:
    briefing = wards(4)
    speaker = replace(PARTIES[PartyId("Ind")], kind=PartyKind.SPEAKER)
    night = Storied(replace(briefing, parties={**PARTIES, speaker.id: speaker}))
    night.declare("w1", 100, 100, 900)
    assert [one for kind in ("first-of-night", "first-of-few", "first-expected") for one in night.said(kind)] == []


def test_a_story_is_cut_down_to_a_scope_or_a_contest() -> None:
    night = Storied(wards(6))
    night.declare("w1", 900, 700, 0)
    night.declare("w5", 700, 900, 0)
    story = night.story()
    there = filtered(story, night.desk.night, Scope(ScopeKind.GROUP, "first"))
    assert {one.contests[0] for one in there.lines if one.contests} == {"w1"}
    assert any(one.scope.kind is ScopeKind.GROUP for one in there.lines)
    assert filtered(story, night.desk.night, Scope()) == story
    assert {one.kind for one in lines_for(story, ContestId("w5"))} >= {"gain"}
    assert all(one.contests == ("w5",) for one in lines_for(story, ContestId("w5")))


def test_each_body_of_a_night_has_its_own() -> None:
    briefing = wards(5, continuing={LAB: 3, CON: 3})
    village = Body(BodyId("village"), "Village", 1, 1, {})
    hamlet = replace(ward("hamlet", "Lab Con", before="Lab"), body=village.id)
    both = replace(
        briefing,
        bodies={**briefing.bodies, village.id: village},
        contests={**briefing.contests, hamlet.id: hamlet},
    )
    night = Storied(both)
    night.declare("hamlet", 700, 900)
    assert night.said("control-changed") == [
        "Conservative win control of Village from Labour, with 1 of 1 seats, a majority of 1."
    ]
    assert night.said("gain") == [
        "Conservative gain Hamlet ward (Village) from Labour: A Candidate2 wins by 200 votes."
    ]
