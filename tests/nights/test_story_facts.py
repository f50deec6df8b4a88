"""What is known of four real nights, told by the story: claims for every line of the facts."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from reading import place
from telling import Claim, claim, holds, lines, places, story_of

from resultsdesk.night.night import Night, Scope, ScopeKind, known_at
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId
from resultsdesk.story.filtering import filtered, lines_for
from resultsdesk.story.lines import Source
from resultsdesk.story.telling import tell

NORTHFIELD, PERRY_BARR, LICHFIELD = "Birmingham, Northfield", "Birmingham Perry Barr", "Lichfield"
HEREFORD, EAST, SOUTH = "North Herefordshire", "Leicester East", "Leicester South"
MIDLANDS = "West Midlands and East Midlands"
COMMONS = "House of Commons"
HELD = "re-elected|hold|narrow|hair"

FACTS: dict[tuple[str, str, str], list[Claim]] = {
    ("uk-2017", NORTHFIELD, "outcome"): [claim("re-elected", NORTHFIELD, "Labour hold Birmingham, Northfield")],
    ("uk-2017", NORTHFIELD, "winner"): [claim("re-elected", NORTHFIELD, "Richard Burden is re-elected")],
    ("uk-2017", NORTHFIELD, "votes"): [
        claim("re-elected", NORTHFIELD, Burden="23,596 votes", Powell="18,929 votes"),
        claim("deposit", NORTHFIELD, Harmer="959 votes", Masters="864 votes"),
    ],
    ("uk-2017", NORTHFIELD, "share of first and second"): [
        claim("re-elected", NORTHFIELD, First="53.2%", Second="42.7%")
    ],
    ("uk-2017", NORTHFIELD, "majority"): [claim("re-elected", NORTHFIELD, "by 4,667 votes", Majority="4,667")],
    ("uk-2017", NORTHFIELD, "majority last time"): [
        claim("re-elected", NORTHFIELD, Majority_last_time="2,509, Lab, 2015")
    ],
    ("uk-2017", NORTHFIELD, "deposits lost"): [
        claim("deposit", NORTHFIELD, "The Liberal Democrats and the Greens lose their deposits")
    ],
    ("uk-2017", NORTHFIELD, "target"): [
        claim("target-missed", NORTHFIELD, "The Conservatives miss", "number 26 on their target list")
    ],
    ("uk-2017", NORTHFIELD, "held by this party and this person since"): [
        claim("re-elected", NORTHFIELD, Held_by_the_party_since="1992", Held_by_the_sitting_member_since="1992")
    ],
    ("uk-2017", NORTHFIELD, "declared"): [claim("re-elected", NORTHFIELD, Declared="02:49")],
    ("uk-2024", PERRY_BARR, "outcome"): [
        claim("gain-independent", PERRY_BARR, "Ayoub Khan, an independent, gains Birmingham Perry Barr from Labour")
    ],
    ("uk-2024", PERRY_BARR, "recount"): [
        claim("recount", PERRY_BARR, "after a recount with a majority of 507", Khan="13,303", Mahmood="12,796")
    ],
    ("uk-2024", PERRY_BARR, "sitting member out"): [claim("member-out", PERRY_BARR, "Khalid Mahmood (Lab) is out")],
    ("uk-2024", "Birmingham Yardley", "outcome"): [
        claim("narrow", "Birmingham Yardley", "Labour hold", "Jess Phillips is re-elected by 693 votes")
    ],
    ("uk-2024", "nine Birmingham constituencies", "outcomes"): [
        claim(
            "complete", "Birmingham", "All nine", "Labour hold seven of eight",
            "lose Birmingham Perry Barr to an independent", "gain Birmingham Northfield from the Conservatives",
            Perry_Barr="Ind gain from Lab", Northfield="Lab gain from Con",
        )
    ],
    ("uk-2024", LICHFIELD, "outcome"): [
        claim("gain", LICHFIELD, "Labour gain Lichfield from the Conservatives", "by 810 votes"),
        claim("member-out", LICHFIELD, "Michael Fabricant (Con), a member since 1992, is out"),
    ],
    ("uk-2024", LICHFIELD, "held by this person since"): [
        claim("long-hold", LICHFIELD, "since 1992, at first as Mid Staffordshire", Formerly="Mid Staffordshire")
    ],
    ("uk-2024", HEREFORD, "outcome"): [
        claim("upset", HEREFORD, "The Greens gain North Herefordshire from the Conservatives, coming from fourth")
    ],
    ("uk-2024", MIDLANDS, "first"): [
        claim(
            "first-here", HEREFORD, "The Greens' first seat in the Midlands",
            "they had none there",
            The_Greens_in_the_Midlands="1", Seats_before_in_the_Midlands="none of 106",  # two more than in the fact
        )
    ],
    ("uk-2024", HEREFORD, "target"): [claim("target-met", HEREFORD, "The Greens take", "one of their four targets")],
    ("uk-2024", "Sutton Coldfield", "outcome"): [
        claim(HELD, "Sutton Coldfield", "The Conservatives hold", "Andrew Mitchell is re-elected")
    ],
    ("uk-2024", "Dudley", "outcome"): [
        claim("gain", "Dudley", "Labour gain Dudley from the Conservatives: Sonia Kumar wins", First="34.1%"),
        claim("member-out", "Dudley", "Marco Longhi (Con) is out"),
    ],
    ("uk-2024", SOUTH, "outcome"): [
        claim("gain-independent", SOUTH, "from Labour by 979 votes", Adam="14,739", Ashworth="13,760"),
        claim("member-out", SOUTH, "Jonathan Ashworth (Lab) is out"),
    ],
    ("uk-2024", EAST, "outcome"): [
        claim("gain", EAST, "The Conservatives gain Leicester East from Labour", First="31.1%", Note="Keith Vaz"),
        claim("member-out", EAST, "Claudia Webbe (Ind), elected for Labour, is out", "fourth"),
        claim(
            "vote-split", EAST, "Labour fall 29.3 points to 21.6%", "independent Claudia Webbe", "One Leicester",
            Fourth="votes", Fifth="votes",
        ),
    ],
    ("uk-2024", "Leicester", "losses"): [
        claim(
            "complete", "Leicester", "Labour hold one of three",
            "lose Leicester East to the Conservatives and Leicester South to an independent",
        ),
        claim("only-gain", EAST, "the Conservatives' only gain of the night"),
    ],
    ("uk-2024", "Mansfield", "outcome"): [
        claim("gain", "Mansfield", "Labour gain Mansfield from the Conservatives"),
        claim("member-out", "Mansfield", "Ben Bradley (Con) is out"),
    ],
    ("uk-2024", "Ashfield", "outcome"): [
        claim(
            "gain", "Ashfield", "Reform UK gain Ashfield from the Conservatives against 2019 (notional)",
            "a hold against the holder now", Note="Lee Anderson, elected as a Conservative in 2019, sat for Reform UK",
        ),
        claim("other-party", "Ashfield", "Lee Anderson, elected for the Conservatives last time, is re-elected"),
    ],
    ("uk-2024", "United Kingdom", "first"): [
        claim(
            "first-ever", "Ashfield", "Reform UK's first seat of the night and first ever at a general election",
            "at 02:30",
        )
    ],
    ("uk-2024", MIDLANDS, "Reform UK"): [
        claim(
            "complete", MIDLANDS, "Reform UK 2 (+2)", Ashfield="Lee Anderson (RUK)", Boston="Richard Tice (RUK)",
        )
    ],
    ("uk-2024", "Halesowen; Stourbridge; South Derbyshire", "outcome"): [
        one
        for name in ("Halesowen", "Stourbridge", "South Derbyshire")
        for one in (
            claim("gain", name, f"Labour gain {name} from the Conservatives"), claim("member-out", name, "is out"),
        )
    ],
    ("uk-2024", "North Shropshire", "outcome"): [
        claim(
            "gain", "North Shropshire", "The Liberal Democrats gain North Shropshire from the Conservatives",
            "against 2019 (notional), a hold against the holder now", Note="By-election of 16 December 2021",
        )
    ],
    ("uk-2024", "Stratford-on-Avon; Cheltenham; Tewkesbury", "outcome"): [
        claim("gain|upset", name, f"The Liberal Democrats gain {name} from the Conservatives")
        for name in ("Stratford-on-Avon", "Cheltenham", "Tewkesbury")
    ],
    ("uk-2024", "a broadcaster's region", "group"): [
        claim("first-here", "Cheltenham", "The Liberal Democrats' first seat in the Midlands")
    ],
    ("uk-2024", "United Kingdom", "tally"): [
        claim(
            "seats", COMMONS, "Labour 411 (+211), the Conservatives 121 (−251), the Liberal Democrats 72 (+64)",
            Labour="411", The_Conservatives="121", The_Liberal_Democrats="72", The_SNP="9", Sinn_Féin="7",
            Independents="6", The_DUP="5", Reform_UK="5", The_Greens="4", Plaid_Cymru="4", The_SDLP="2", Alliance="1",
            Speaker="1", The_TUV="1", The_Ulster_Unionists="1",
        )
    ],
    ("uk-2024", "United Kingdom", "turnout"): [
        claim("turnout", COMMONS, "Turnout is 59.8%", Turnout_in_2019="67.3%")
    ],
    ("birmingham-2016", "council", "tally"): [
        claim(
            "control-held", "Birmingham", Labour="80 (+2)", The_Conservatives="29 (−1)",
            The_Liberal_Democrats="10 (−1)", Independents="1", Seats_up_tonight="40 of 120",
        )
    ],
    ("birmingham-2016", "council", "control"): [
        claim("control-held", "Birmingham", "Labour hold Birmingham with 80 of 120 seats, up two", Note="2018")
    ],
    ("birmingham-2016", "Weoley", "outcome"): [
        claim("gain", "Weoley", "Labour gain Weoley (Birmingham) from the Conservatives", "by 182 votes")
    ],
    ("birmingham-2016", "Springfield", "outcome"): [
        claim("gain", "Springfield", "Labour gain Springfield (Birmingham) from the Liberal Democrats", "by 53 votes")
    ],
    ("birmingham-2016", "Sutton Vesey", "outcome"): [
        claim("hold", "Sutton Vesey", "Labour hold", "Rob Pocock wins by 1,799 votes"),
        claim("target-missed", "Sutton Vesey", "The Conservatives miss", "number 1 on their target list"),
    ],
    ("birmingham-2016", "Kingstanding", "outcome"): [
        claim("narrow", "Kingstanding", "The Conservatives hold", "Gary Sambrook wins by 207 votes")
    ],
    ("birmingham-2016", "Northfield; Bournville; Kings Norton; Harborne", "near miss"): [
        claim(kind, name, "Labour hold", f"by {votes} votes over the Conservatives")
        for name, votes, kind in (
            ("Northfield", 185, "narrow"), ("Bournville", 313, "narrow"), ("Kings Norton", 23, "hair"),
            ("Harborne", 437, "hold"),
        )
    ],
    ("birmingham-2016", "Acocks Green; South Yardley", "outcome"): [
        claim("hold", name, "Labour hold", "over the Liberal Democrats") for name in ("Acocks Green", "South Yardley")
    ],
    ("birmingham-2016", "Shard End; Longbridge", "outcome"): [
        Claim("hold", "Shard End", ("Labour hold", "over UKIP"), {"Second": "votes", "(UKIP)": "votes"}),
        Claim("hold", "Longbridge", ("Labour hold",), {"Third": "votes", "(UKIP)": "votes"}),
    ],
    ("birmingham-2016", "Tyburn", "tie"): [
        claim(
            "tie", "Tyburn", "UKIP and the Conservatives are level for second place", "747 votes: no lot is needed"
        )
    ],
    ("birmingham-2016", "council", "turnout"): [
        claim(
            "unknown", "Birmingham", "not known", missing="the electorate of 40 wards", Note="32 per cent for the city",
        )
    ],
    ("walsall-2016", "council", "tally"): [
        claim(
            "control-held", "Walsall", "No overall control", "Labour are the largest party with 28 of 60 seats",
            missing="who had the seats before", Labour="28", The_Conservatives="25", UKIP="3",
            The_Liberal_Democrats="2", Independents="2",
        )
    ],
    ("redditch-2016", "council", "tally"): [
        claim(
            "control-held", "Redditch", "Labour have a majority in Redditch: 15 of 29 seats",
            missing="who had the seats before", The_Conservatives="13", UKIP="1", Seats_up_tonight="9 of 29",
        ),
        claim("win", "Winyates", "Labour win", missing="who holds the seat now"),
    ],
}  # fmt: skip

NIGHTS = {"uk-2017": "uk_2017", "uk-2024": "uk_2024"}


@pytest.mark.parametrize(("night", "where", "fact"), FACTS)
def test_the_story_tells(night: str, where: str, fact: str, request: pytest.FixtureRequest) -> None:
    real: Night = request.getfixturevalue(NIGHTS.get(night, "midlands"))
    for one in FACTS[night, where, fact]:
        told = [line.sentence for line in lines(real, one.kind, one.place)]
        assert holds(real, one), (one, told)


def test_every_line_of_the_facts_is_told(shared: Path) -> None:
    with (shared / "facts" / "nights.csv").open(encoding="utf-8", newline="") as file:
        known = [(row["night"], row["where"], row["fact"]) for row in csv.DictReader(file)]
    assert [one for one in known if one not in FACTS] == []
    assert [one for one in FACTS if one not in known] == []


def test_perry_barr_was_in_recount_first_and_its_figures_were_nobodys_to_tell(uk_2024: Night) -> None:
    perry_barr = place(uk_2024, PERRY_BARR)
    assert perry_barr.declared_at is not None
    then = known_at(uk_2024, perry_barr.declared_at - timedelta(minutes=1))
    (line,) = lines_for(tell(then), perry_barr.contest.id)
    assert (line.kind, line.sentence) == ("in-recount", "Birmingham Perry Barr is in recount.")
    assert [one.label for one in line.evidence] == ["in recount"]


def test_a_group_is_the_briefings_to_define(uk_2024: Night) -> None:
    (group,) = [one.id for one in uk_2024.briefing.groups if one.name == "the Midlands"]
    for scope in (Scope(ScopeKind.GROUP, group), Scope(ScopeKind.REGION, "South West")):
        there = filtered(story_of(uk_2024), uk_2024, scope)
        gained = {name for one in there.lines if one.kind in ("gain", "upset") for name in places(uk_2024, one)}
        assert {"Cheltenham", "Tewkesbury"} <= gained


def test_what_is_first_in_a_wider_group_is_told_in_the_story_of_the_group_within_it(uk_2024: Night) -> None:
    wider, group = (
        next(Scope(ScopeKind.GROUP, one.id) for one in uk_2024.briefing.groups if one.name == name)
        for name in ("the Midlands", MIDLANDS)
    )
    within = {one.contest.id for one in uk_2024.within(group)}
    assert within < {one.contest.id for one in uk_2024.within(wider)}
    told = [one for one in filtered(story_of(uk_2024), uk_2024, group).lines if one.kind == "first-here"]
    (greens,) = [one.sentence for one in told if one.party == "Green"]
    assert greens.startswith("The Greens' first seat in the Midlands is North Herefordshire")
    line = uk_2024.tally(group).line(PartyId("Green"), Measure.LAST, compares=True)
    assert (line.seats, line.gains) == (1, 1), "so it is the first and only one of the narrower group, too"


@pytest.mark.parametrize("night", ["uk_2024", "uk_2017", "midlands"])
def test_every_line_has_what_makes_it_true(night: str, request: pytest.FixtureRequest) -> None:
    real: Night = request.getfixturevalue(night)
    entries = {one.entry_id for one in real.journal}
    for line in story_of(real).lines:
        assert line.evidence or line.missing, line
        for one in line.evidence:
            assert one.entry is None or (one.source is Source.ENTRY and one.entry in entries)
            assert one.label
            assert one.value


@pytest.mark.parametrize("night", ["uk_2024", "uk_2017", "midlands"])
def test_no_sentence_is_told_twice(night: str, request: pytest.FixtureRequest) -> None:
    said = [one.sentence for one in story_of(request.getfixturevalue(night)).lines]
    assert sorted(said) == sorted(set(said))
