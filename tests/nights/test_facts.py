"""What is known of four real nights must come out of the program when it is given their results.

Each test stands for lines of the facts that the published sources, broadcasters and newspapers agree on. Lines that
need the story (firsts of the night, targets in order) are told by it; here is what the figures alone say.
"""

from fractions import Fraction

import pytest
from reading import body, group, majority, person, place, ranked_parties, seats, votes, winner, words

from resultsdesk.night.briefing import BodyId
from resultsdesk.night.control import ControlKind, control, control_before
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import Night, Scope, ScopeKind
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId
from resultsdesk.psephology.rounding import per_cent
from resultsdesk.psephology.shares import change, deposit_lost, share

NATION = Scope()


def sitting_out(night: Night, name: str) -> str:
    """Return the sitting member who stood and was not elected."""
    standing = place(night, name)
    (out,) = [one.surname for one in standing.contest.candidacies if one.sitting and one.id not in standing.winners]
    return out


# 2017 ---------------------------------------------------------------------------------------------------------------


def test_northfield_2017(uk_2017: Night) -> None:
    northfield = place(uk_2017, "Birmingham, Northfield")
    assert words(uk_2017, northfield) == "Lab hold"
    assert (winner(northfield).name, winner(northfield).sitting) == ("Richard Burden", True)
    figures = {"Burden": 23596, "Powell-Chandler": 18929, "Harmer": 959, "Masters": 864}
    assert {name: votes(northfield, name) for name in figures} == figures
    assert northfield.poll is not None
    valid = northfield.poll.valid_votes
    assert [per_cent(share(votes(northfield, name), valid)) for name in ("Burden", "Powell-Chandler")] == [
        "53.2%",
        "42.7%",
    ]
    assert majority(northfield) == 4667
    assert northfield.contest.baseline is not None
    assert northfield.contest.baseline.majority == 2509
    lost = {one.party for one in northfield.contest.candidacies if deposit_lost(northfield.poll.votes[one.id], valid)}
    assert lost == {"LD", "Green"}
    assert northfield.declared_at is not None
    assert f"{uk_2017.briefing.local(northfield.declared_at):%H:%M}" == "02:49"
    (target,) = [one for one in uk_2017.briefing.targets if one.contest == northfield.contest.id]
    assert (target.party, target.rank, target.party in northfield.parties) == ("Con", 26, False)
    assert "1992" in northfield.contest.note


# 2024 ---------------------------------------------------------------------------------------------------------------

OUTCOMES_2024 = {
    "Birmingham Perry Barr": "Ind gain from Lab",
    "Birmingham Yardley": "Lab hold",
    "Birmingham Northfield": "Lab gain from Con",
    "Lichfield": "Lab gain from Con",
    "North Herefordshire": "Green gain from Con",
    "Sutton Coldfield": "Con hold",
    "Dudley": "Lab gain from Con",
    "Leicester South": "Ind gain from Lab",
    "Leicester East": "Con gain from Lab",
    "Mansfield": "Lab gain from Con",
    "Ashfield": "RUK gain from Con",
    "Halesowen": "Lab gain from Con",
    "Stourbridge": "Lab gain from Con",
    "South Derbyshire": "Lab gain from Con",
    "North Shropshire": "LD gain from Con",
    "Stratford-on-Avon": "LD gain from Con",
    "Cheltenham": "LD gain from Con",
    "Tewkesbury": "LD gain from Con",
}


@pytest.mark.parametrize(("name", "expected"), OUTCOMES_2024.items())
def test_outcome_2024(uk_2024: Night, name: str, expected: str) -> None:
    assert words(uk_2024, place(uk_2024, name)) == expected


@pytest.mark.parametrize(
    ("name", "surname", "figure"),
    [
        ("Birmingham Perry Barr", "Khan", 507),
        ("Birmingham Yardley", "Phillips", 693),
        ("Lichfield", "Robertson", 810),
        ("Leicester South", "Adam", 979),
        ("Sutton Coldfield", "Mitchell", 2543),
        ("Dudley", "Kumar", 1900),
    ],
)
def test_winner_and_majority_2024(uk_2024: Night, name: str, surname: str, figure: int) -> None:
    standing = place(uk_2024, name)
    assert (winner(standing).surname, majority(standing)) == (surname, figure)


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Birmingham Perry Barr", "Mahmood"),
        ("Lichfield", "Fabricant"),
        ("Dudley", "Longhi"),
        ("Leicester South", "Ashworth"),
        ("Leicester East", "Webbe"),
        ("Mansfield", "Bradley"),
        ("Halesowen", "Morris"),
        ("Stourbridge", "Webb"),
        ("South Derbyshire", "Wheeler"),
    ],
)
def test_sitting_members_out_2024(uk_2024: Night, name: str, surname: str) -> None:
    assert sitting_out(uk_2024, name) == surname


def test_perry_barr_went_to_a_recount_first(uk_2024: Night) -> None:
    perry_barr = place(uk_2024, "Birmingham Perry Barr")
    assert [entry.kind for entry in perry_barr.entries] == [Kind.RECOUNT, Kind.DECLARED]
    assert (votes(perry_barr, "Khan"), votes(perry_barr, "Mahmood")) == (13303, 12796)


def test_birmingham_2024(uk_2024: Night) -> None:
    scope = group(uk_2024, "Birmingham")
    said = sorted(words(uk_2024, one) for one in uk_2024.within(scope))
    assert said == ["Ind gain from Lab", *["Lab gain from Con"] * 1, *["Lab hold"] * 7]
    line = uk_2024.tally(scope).line(PartyId("Lab"), Measure.LAST)
    assert (line.gains, line.losses, line.net) == (1, 1, 0)


def test_leicester_2024(uk_2024: Night) -> None:
    line = uk_2024.tally(group(uk_2024, "Leicester")).line(PartyId("Lab"), Measure.LAST)
    assert (line.losses, line.seats) == (2, 1)
    conservative = uk_2024.tally(NATION).line(PartyId("Con"), Measure.LAST)
    assert conservative.gains is not None
    gained = [one.contest.name for one in uk_2024.contests.values() if words(uk_2024, one).startswith("Con gain")]
    assert gained == ["Leicester East"]


def test_leicester_south_and_east_2024(uk_2024: Night) -> None:
    south, east = place(uk_2024, "Leicester South"), place(uk_2024, "Leicester East")
    assert (votes(south, "Adam"), votes(south, "Ashworth")) == (14739, 13760)
    assert east.poll is not None
    assert per_cent(share(east.poll.votes[winner(east).id], east.poll.valid_votes)) == "31.1%"
    assert east.count is not None
    order = [east.contest.candidacy(one) for one in east.count.ranked]
    assert [one.surname for one in order[3:5] if one] == ["Webbe", "Vaz"]
    assert person(east, "Webbe").party == "Ind"
    labour = next(one for one in east.contest.candidacies if one.party == "Lab")
    moved = change(
        share(east.poll.votes[labour.id], east.poll.valid_votes),
        uk_2024.briefing.parties[PartyId("Lab")],
        east.contest.baseline,
    )
    assert moved is not None
    assert moved < Fraction(-20, 100)


def test_dudley_2024(uk_2024: Night) -> None:
    dudley = place(uk_2024, "Dudley")
    assert dudley.poll is not None
    assert per_cent(share(votes(dudley, "Kumar"), dudley.poll.valid_votes)) == "34.1%"
    assert winner(dudley).name == "Sonia Kumar"


def test_sutton_coldfield_2024(uk_2024: Night) -> None:
    assert (winner(place(uk_2024, "Sutton Coldfield")).name, winner(place(uk_2024, "Sutton Coldfield")).sitting) == (
        "Andrew Mitchell",
        True,
    )


def test_north_herefordshire_2024(uk_2024: Night) -> None:
    hereford = place(uk_2024, "North Herefordshire")
    assert hereford.contest.baseline is not None
    assert (hereford.contest.baseline.rank(PartyId("Green")), ranked_parties(hereford)[0]) == (4, "Green")
    midlands = group(uk_2024, "West Midlands and East Midlands")
    greens = [one.contest.name for one in uk_2024.within(midlands) if "Green" in one.parties]
    assert greens == ["North Herefordshire"]
    assert not any("Green" in one.contest.defended for one in uk_2024.within(midlands))
    targets = [one for one in uk_2024.briefing.targets if one.party == "Green"]
    assert hereford.contest.id in {one.contest for one in targets}


def test_reform_in_the_midlands_2024(uk_2024: Night) -> None:
    scope = group(uk_2024, "West Midlands and East Midlands")
    won = [one for one in uk_2024.within(scope) if "RUK" in one.parties]
    assert {one.contest.name: winner(one).name for one in won} == {
        "Ashfield": "Lee Anderson",
        "Boston and Skegness": "Richard Tice",
    }


def test_reforms_first_of_the_night_2024(uk_2024: Night) -> None:
    first = next(
        uk_2024.contests[entry.contest] for entry in uk_2024.journal if "RUK" in uk_2024.contests[entry.contest].parties
    )
    assert first.contest.name == "Ashfield"
    assert first.declared_at is not None
    assert f"{uk_2024.briefing.local(first.declared_at):%H:%M}" == "02:30"


@pytest.mark.parametrize(
    ("name", "last", "holder"),
    [
        ("Ashfield", "RUK gain from Con", "RUK hold"),
        ("North Shropshire", "LD gain from Con", "LD hold"),
        ("Islington North", "Ind gain from Lab", "Ind hold"),
    ],
)
def test_two_baselines_two_outcomes_each_named(uk_2024: Night, name: str, last: str, holder: str) -> None:
    standing = place(uk_2024, name)
    assert words(uk_2024, standing, Measure.LAST) == last
    assert words(uk_2024, standing, Measure.HOLDER) == holder
    for measure in Measure:
        outcome = standing.outcome(measure)
        assert outcome is not None
        assert outcome.measure is measure


def test_groups_are_the_briefings_to_define(uk_2024: Night) -> None:
    for name in ("Cheltenham", "Tewkesbury"):
        standing = place(uk_2024, name)
        assert standing.contest.region == "South West"
        patches = [one.name for one in uk_2024.briefing.groups if standing.contest.id in one.contests]
        assert any("Midlands" in one for one in patches)


def test_lichfield_was_mid_staffordshire(uk_2024: Night) -> None:
    contest = place(uk_2024, "Lichfield").contest
    assert "Mid Staffordshire" in contest.former_names
    assert "1992" in contest.note


def test_the_nation_2024(uk_2024: Night) -> None:
    published = (
        "Lab 411; Con 121; LD 72; SNP 9; SF 7; Ind 6; DUP 5; RUK 5; Green 4; PC 4; SDLP 2; APNI 1; Spk 1; TUV 1; UUP 1"
    )
    expected = {PartyId(line.rsplit(" ", 1)[0]): int(line.rsplit(" ", 1)[1]) for line in published.split("; ")}
    assert seats(uk_2024, NATION) == expected
    tally = uk_2024.tally(uk_2024.main_scope)
    assert (tally.contests, tally.declared, tally.all_seats, tally.majority) == (650, 650, 650, 326)
    assert per_cent(tally.turnout) == "59.8%"
    assert per_cent(tally.turnout_before) == "67.3%"
    nets = [tally.line(one, measure).net for measure in Measure for one in tally.parties]
    assert sum(one or 0 for one in nets) == 0


# Councils, 5 May 2016 -----------------------------------------------------------------------------------------------


def test_birmingham_2016(midlands: Night) -> None:
    scope = body(midlands, "Birmingham")
    tally = midlands.tally(scope)
    lines = {one: tally.line(one, Measure.HOLDER) for one in tally.parties}
    assert {one: line.seats for one, line in lines.items() if line.seats} == {"Lab": 80, "Con": 29, "LD": 10, "Ind": 1}
    assert [lines[PartyId(one)].net for one in ("Lab", "Con", "LD")] == [2, -1, -1]
    assert (tally.seats, tally.seats_up, sum(tally.continuing.values())) == (120, 40, 80)
    assert midlands.briefing.election.shown is Measure.HOLDER
    assert tally.line(PartyId("Lab"), Measure.LAST).net is None, "who won these seats last time is not known"
    now, before = control(midlands, BodyId(scope.name)), control_before(midlands, BodyId(scope.name), Measure.HOLDER)
    assert (now.kind, now.party) == (ControlKind.PARTY, "Lab")
    assert before is not None
    assert before.party == "Lab"
    assert "2018" in midlands.briefing.bodies[BodyId(scope.name)].note


@pytest.mark.parametrize(
    ("name", "expected", "by"),
    [
        ("Weoley", "Lab gain from Con", 182),
        ("Springfield", "Lab gain from LD", 53),
        ("Sutton Vesey", "Lab hold", 1799),
        ("Kingstanding", "Con hold", 207),
        ("Northfield", "Lab hold", 185),
        ("Bournville", "Lab hold", 313),
        ("Kings Norton", "Lab hold", 23),
        ("Harborne", "Lab hold", 437),
    ],
)
def test_wards_2016(midlands: Night, name: str, expected: str, by: int) -> None:
    standing = place(midlands, name)
    assert (words(midlands, standing, Measure.HOLDER), majority(standing)) == (expected, by)


@pytest.mark.parametrize(
    ("names", "party", "rank"),
    [
        ("Northfield; Bournville; Kings Norton; Harborne", "Con", 2),
        ("Acocks Green; South Yardley", "LD", 2),
        ("Shard End", "UKIP", 2),
        ("Longbridge", "UKIP", 3),
    ],
)
def test_who_came_where_2016(midlands: Night, names: str, party: str, rank: int) -> None:
    for name in names.split("; "):
        standing = place(midlands, name)
        assert words(midlands, standing, Measure.HOLDER) == "Lab hold"
        assert ranked_parties(standing)[rank - 1] == party


def test_winners_and_targets_2016(midlands: Night) -> None:
    vesey = place(midlands, "Sutton Vesey")
    assert winner(vesey).name == "Rob Pocock"
    assert winner(place(midlands, "Kingstanding")).name == "Gary Sambrook"
    (target,) = [one for one in midlands.briefing.targets if one.contest == vesey.contest.id]
    assert (target.party, target.rank, target.party in vesey.parties) == ("Con", 1, False)


def test_a_tie_for_second_place_needs_no_lot(midlands: Night) -> None:
    tyburn = place(midlands, "Tyburn")
    assert tyburn.poll is not None
    level = [one.party for one in tyburn.contest.candidacies if tyburn.poll.votes[one.id] == 747]
    assert sorted(level) == ["Con", "UKIP"]
    assert not tyburn.tied
    assert tyburn.winners


def test_turnout_by_ward_is_unknown_not_nought(midlands: Night) -> None:
    assert midlands.tally(body(midlands, "Birmingham")).turnout is None
    assert "32" in midlands.briefing.bodies[BodyId(body(midlands, "Birmingham").name)].note


def test_walsall_and_redditch_2016(midlands: Night) -> None:
    walsall, redditch = body(midlands, "Walsall"), body(midlands, "Redditch")
    held = seats(midlands, walsall)
    assert {one: held[PartyId(one)] for one in ("Lab", "Con", "UKIP", "LD")} == {
        "Lab": 28,
        "Con": 25,
        "UKIP": 3,
        "LD": 2,
    }
    assert sum(held.values()) == 60
    found = control(midlands, BodyId(walsall.name))
    assert (found.kind, found.largest) == (ControlKind.NONE, ("Lab",))
    assert seats(midlands, redditch) == {"Lab": 15, "Con": 13, "UKIP": 1}
    now = control(midlands, BodyId(redditch.name))
    assert (now.kind, now.party) == (ControlKind.PARTY, "Lab")
    assert midlands.tally(redditch).contests == 9


def test_each_body_has_its_own_denominator(midlands: Night) -> None:
    scopes = [Scope(ScopeKind.BODY, one) for one in midlands.briefing.bodies]
    assert sorted(midlands.tally(one).contests for one in scopes) == [9, 20, 40]
