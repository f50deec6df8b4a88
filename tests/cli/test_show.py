"""What `show` answers on the real night of 2024, for scripts and for people."""

from dataclasses import replace
from pathlib import Path

import pytest
from command_line import Answer, one_sentence, run
from night_files import BRIEFING
from town import TOWN, people

from resultsdesk.night.briefing import Body, BodyId, ContestId
from resultsdesk.store.night_file import create_night

TALLY_2024 = {
    "Lab": 411, "Con": 121, "LD": 72, "SNP": 9, "SF": 7, "Ind": 6, "DUP": 5, "RUK": 5, "Green": 4, "PC": 4, "SDLP": 2,
    "APNI": 1, "Spk": 1, "TUV": 1, "UUP": 1,
}  # fmt: skip


def test_the_tally_is_as_published(uk_2024_played: Path) -> None:
    tally = run("show", uk_2024_played, "tally", "--json").json
    assert {one["party"]: one["seats"] for one in tally["parties"] if one["seats"]} == TALLY_2024
    labour = tally["parties"][0]
    assert set(labour) >= {"party", "seats", "gains", "losses", "net", "votes", "share", "change", "to_majority"}
    assert (labour["net"], labour["to_majority"]) == (labour["gains"] - labour["losses"], 0)
    assert (tally["name"], tally["seats"], tally["majority"]) == ("House of Commons", 650, 326)
    assert (tally["turnout"], tally["turnout_before"]) == (
        pytest.approx(0.598, abs=5e-4),
        pytest.approx(0.673, abs=5e-4),
    )
    assert tally["control"]["party"] == "Lab"
    assert tally["baseline"] == "last"
    (body,) = tally["bodies"]
    assert body["parties"] == tally["parties"]
    assert sum(one["net"] for one in tally["parties"]) == 0


def test_contests_are_a_list_in_the_briefings_order(uk_2024_played: Path) -> None:
    contests = run("show", uk_2024_played, "contests", "--json").json
    assert len(contests) == 650
    assert {one["stage"] for one in contests} == {"declared"}
    perry_barr = next(one for one in contests if one["name"] == "Birmingham Perry Barr")
    assert perry_barr["outcome"] == "Ind gain from Lab"
    assert perry_barr["winners"] == ["Ayoub Khan"]
    assert perry_barr["gain_from"] == ["Lab"]
    assert (perry_barr["majority"], perry_barr["valid_votes"]) == (507, 37_476)
    assert perry_barr["turnout"] == pytest.approx(0.490845, abs=5e-7)
    assert perry_barr["declared_at"] == "2024-07-05T08:19:00+01:00"
    khan, mahmood = (
        next(one for one in perry_barr["candidacies"] if one["name"].endswith(name)) for name in ("Khan", "Mahmood")
    )
    assert (khan["votes"], khan["share"], khan["change"], khan["elected"]) == (13_303, 0.354974, None, True)
    assert (mahmood["votes"], mahmood["elected"], mahmood["sitting"]) == (12_796, False, True)
    assert mahmood["change"] == pytest.approx(-0.339, abs=5e-4)
    assert [one["deposit_lost"] for one in perry_barr["candidacies"]].count(True) == 3


def test_the_past_is_what_was_known_then(uk_2024_played: Path) -> None:
    def declared(at: str) -> int:
        answer: int = run("show", uk_2024_played, "tally", "--at", at, "--json").json["declared"]
        return answer

    assert declared("22:00") == 0
    assert declared("03:14") == declared("03:14:00") == declared("2024-07-05T03:14+01:00")
    assert declared("2024-07-05T02:14:00+00:00") == declared("2024-07-05T03:14") == declared("03:14")
    assert 0 < declared("03:13") <= declared("03:14") < declared("04:47") < 650
    at = run("show", uk_2024_played, "contest", "Perry Barr", "--at", "08:00", "--json").json
    assert (at["stage"], at["outcome"], at["majority"], at["candidacies"][0]["votes"]) == (
        "in recount",
        None,
        None,
        None,
    )
    assert run("show", uk_2024_played, "contest", "Perry Barr", "--at", "08:19", "--json").json["stage"] == "declared"


@pytest.mark.parametrize(
    ("name", "last", "holder"),
    [
        ("Ashfield", "RUK gain from Con", "RUK hold"),
        ("North Shropshire", "LD gain from Con", "LD hold"),
    ],
)
def test_the_two_baselines_differ_and_are_named(uk_2024_played: Path, name: str, last: str, holder: str) -> None:
    for baseline, outcome in (("last", last), ("holder", holder)):
        found = run("show", uk_2024_played, "contest", name, "--baseline", baseline, "--json").json
        assert (found["outcome"], found["baseline"]) == (outcome, baseline)
    head, _, outcome, *_ = run("show", uk_2024_played, "contest", name, "--baseline", "holder").answered.splitlines()
    assert head.endswith("gains against the holder now · changes since 2019, notional")
    assert outcome.startswith(f"{holder} against the holder now ({last} against 2019 (notional)), majority ")
    assert "gains against the last election (2019, notional)" in run("show", uk_2024_played, "gains").answered


def test_gains_say_of_how_many_they_are(uk_2024_played: Path) -> None:
    tally = run("show", uk_2024_played, "tally", "--baseline", "holder", "--json").json
    assert 0 < tally["holders_known"] < tally["declared"]
    said = f"are of the {tally['holders_known']} of 650 declared of which it is known who has the seat now."
    assert said in run("show", uk_2024_played, "tally", "--baseline", "holder").answered
    last = run("show", uk_2024_played, "tally")
    assert "of which it is known" not in last.answered


def test_the_swing_is_between_the_first_two(uk_2024_played: Path) -> None:
    dudley = run("show", uk_2024_played, "contest", "Dudley", "--json").json
    changes = {one["party"]: one["change"] for one in dudley["candidacies"]}
    assert (dudley["swing"]["from"], dudley["swing"]["to"]) == ("Con", "Lab")
    assert dudley["swing"]["by"] == pytest.approx((changes["Lab"] - changes["Con"]) / 2, abs=1e-6)
    assert run("show", uk_2024_played, "contest", "Leicester South", "--json").json["swing"] is None


def test_a_past_moment_says_its_day(uk_2024_played: Path) -> None:
    heads = [run("show", uk_2024_played, "gains", "--at", at).answered.splitlines()[0] for at in ("21:59", "22:00")]
    assert "as known at 21:59 on 5 July" in heads[0]
    assert "as known at 22:00 on 4 July" in heads[1]


@pytest.mark.parametrize("group", ["Birmingham", "birmingham", "West Midlands", "Wales", "House of Commons"])
def test_a_part_of_the_night_by_its_name(uk_2024_played: Path, group: str) -> None:
    tally = run("show", uk_2024_played, "tally", "--group", group, "--json").json
    assert tally["name"].casefold() == group.casefold()
    assert tally["bodies"][0]["parties"] == tally["parties"]
    contests = run("show", uk_2024_played, "contests", "--group", group, "--json").json
    assert len(contests) == tally["contests"] == tally["declared"]
    assert sum(one["seats"] for one in tally["parties"]) == tally["contests"]


def test_nine_birmingham_constituencies(uk_2024_played: Path) -> None:
    found = run("show", uk_2024_played, "contests", "--group", "Birmingham", "--json").json
    outcomes = [one["outcome"] for one in found]
    assert sorted(outcomes) == ["Ind gain from Lab", "Lab gain from Con", *["Lab hold"] * 7]


def test_gains_come_as_they_were_declared(uk_2024_played: Path) -> None:
    gains = run("show", uk_2024_played, "gains", "--json").json
    times = [one["declared_at"] for one in gains]
    assert times == sorted(times)
    assert all(" gain from " in one["outcome"] for one in gains)
    tally = run("show", uk_2024_played, "tally", "--json").json
    assert len(gains) == sum(one["gains"] for one in tally["parties"])


def test_where_no_holder_is_known_nobody_says_that_no_seat_has_changed_hands(town: Path) -> None:
    def said() -> str:
        return run("show", town, "gains").answered.splitlines()[-1]

    assert said() == "No seat has changed hands."
    assert run("key", town, "delta", "--unopposed").status == 0
    assert said() == "Who held the seats is not known: nor are gains."
    assert run("key", town, "alpha", "--votes", "[900, 700, 200]").status == 0
    assert said() == "No seat is known to have changed hands."


def test_a_time_of_another_day_names_it(uk_2024_played: Path) -> None:
    earlier, last = run("show", uk_2024_played, "gains").answered.splitlines()[-2:]
    assert earlier.startswith("18:42      South Basildon and East Thurrock")
    assert last.startswith("18:00 Sat  Inverness, Skye and West Ross-shire")


def test_a_tally_of_nothing_has_no_table(uk_2024_played: Path) -> None:
    said = run("show", uk_2024_played, "tally", "--at", "23:00").answered.splitlines()
    assert said[1:] == [
        "House of Commons: 0 of 650 constituencies declared; 650 seats, 326 for a majority, 650 to come.",
        "Control: not yet known; before: Conservative.",
    ]


def test_what_is_due_grows_overdue(uk_2024_played: Path) -> None:
    waiting = run("show", uk_2024_played, "due", "--at", "04:00", "--json").json
    minutes = [one["minutes"] for one in waiting if one["minutes"] is not None]
    assert minutes == sorted(minutes)
    assert {one["lateness"] for one in waiting} >= {"overdue", "due", "later", "no time known"}
    assert run("show", uk_2024_played, "due", "--json").json == []
    assert "Nothing is awaited." in run("show", uk_2024_played, "due").answered


def test_a_history_shows_what_changed(uk_2024: Path) -> None:
    name = "Perry Barr"
    before, after = run("show", uk_2024, "history", name, "--json").json
    assert (before["kind"], after["kind"]) == ("recount called", "declared")
    assert after["changes"] == []
    assert len(after["votes"]) == 8


@pytest.mark.parametrize("what", ["tally", "contests", "gains", "due"])
@pytest.mark.parametrize("at", ["22:00", "03:14", "20:00"])
def test_lines_fit_a_terminal(uk_2024_played: Path, what: str, at: str) -> None:
    answer = run("show", uk_2024_played, what, "--at", at)
    assert answer.status == 0
    assert "REHEARSAL" in answer.answered.splitlines()[0]
    assert max(map(len, answer.answered.splitlines()[1:])) <= 100


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("contest",), "Which one?"),
        (("tally", "Perry Barr"), "`show tally` takes no contest"),
        (("contest", "Atlantis"), "No constituency here is called “Atlantis”."),
        (("tally", "--at", "lunch"), "--at “lunch” is not a time"),
        (("tally", "--at", "2024-07-05"), "--at “2024-07-05” is a day without a time"),
        (("tally", "--at", "25:00"), "--at “25:00” is not a time"),
        (("tally", "--at", ""), "--at “” is not a time"),
        (("tally", "--at", "9999-12-31T23:59-12:00"), "--at “9999-12-31T23:59-12:00” is not a time"),
        (("tally", "--group", ""), "This night has no group, region, nation or body “”."),
        (("tally", "--group", "Middle-earth"), "This night has no group, region, nation or body “Middle-earth”."),
        (("contest", "Perry Barr", "--group", "Wales"), "`show contest` is of one contest"),
        (("nothing",), "Invalid value for"),
        (("tally", "--baseline", "2015"), "Invalid value for '--baseline'"),
    ],
)
def test_wrong_words_get_a_sentence(uk_2024_played: Path, words: tuple[str, ...], said: str) -> None:
    answer: Answer = run("show", uk_2024_played, *words)
    assert answer.status == 2
    assert answer.said.startswith(said)
    assert one_sentence(answer)


def test_three_councils_are_three_bodies(tmp_path: Path) -> None:
    path = tmp_path / "m.night"
    played = run("rehearse", path, "--briefing", "midlands-2016", "--headless", "--speed", "max")
    assert played.status == 0, played.said
    tally = run("show", path, "tally", "--json").json
    assert tally["scope"] == "night"
    assert tally["majority"] is None
    by_name = {one["name"]: one for one in tally["bodies"]}
    assert set(by_name) == {"Birmingham", "Walsall", "Redditch"}
    birmingham = {one["party"]: (one["seats"], one["net"]) for one in by_name["Birmingham"]["parties"] if one["seats"]}
    assert birmingham == {"Lab": (80, 2), "Con": (29, -1), "LD": (10, -1), "Ind": (1, 0)}
    assert by_name["Birmingham"]["control"]["party"] == "Lab"
    assert by_name["Birmingham"]["turnout"] is None
    assert by_name["Walsall"]["control"]["kind"] == "no overall control"
    assert tally["baseline"] == "holder"
    weoley = run("show", path, "contest", "Weoley", "--json").json
    assert (weoley["outcome"], weoley["majority"], weoley["electorate"]) == ("Lab gain from Con", 182, None)
    assert {one["deposit_lost"] for one in weoley["candidacies"]} == {None}


@pytest.fixture
def two_councils(tmp_path: Path) -> Path:
    """A night of two councils that have a ward of one name; of one of them only the seats up are known."""
    alpha, other = TOWN.contests[ContestId("alpha")], BodyId("hamlet")
    second = replace(alpha, id=ContestId("hamlet.alpha"), body=other, candidacies=people("hamlet.alpha", "Lab Con LD"))
    bodies = {**TOWN.bodies, other: Body(other, "Hamlet", 1, None, {}, "The seats not up are not known.")}
    contests = {**TOWN.contests, second.id: second}
    create_night(tmp_path / "two.night", replace(BRIEFING, bodies=bodies, contests=contests), "rehearsal").close()
    return tmp_path / "two.night"


def test_wards_of_one_name_are_told_apart_by_their_councils(two_councils: Path) -> None:
    asked = run("show", two_councils, "contest", "Alpha ward")
    assert "Alpha ward, Town (alpha) and Alpha ward, Hamlet (hamlet.alpha)." in asked.said
    for what in ("contests", "due"):
        assert any("Hamlet" in line for line in run("show", two_councils, what).answered.splitlines())


def test_nothing_is_said_of_control_where_seats_are_not_known(two_councils: Path) -> None:
    run("key", two_councils, "hamlet.alpha", "--votes", "[1100, 900, 250]")
    tally = run("show", two_councils, "tally", "--group", "Hamlet", "--json").json
    assert (tally["majority"], tally["control"], tally["control_before"]) == (None, None, None)
    assert {one["to_majority"] for one in tally["parties"]} == {None}
    said = run("show", two_councils, "tally", "--group", "Hamlet").answered.splitlines()
    assert "Control: not known." in said
    assert "for a majority" not in said[1]
    assert said[-1] == "The seats not up are not known."
