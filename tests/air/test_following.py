import pytest
from stations import MAP, TITLE, OnStage, result

from resultsdesk.air.airing import Airing
from resultsdesk.air.programme import OnAir
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.night.commands import Retract
from resultsdesk.psephology.party import PartyId

TICKER = SceneRequest(SceneName.TICKER)


def program(stage: OnStage) -> OnAir:
    on = stage.station.output.program
    assert on is not None
    return on


def test_a_correction_marks_what_is_on_air_and_plays_no_entrance() -> None:
    stage = OnStage()
    stage.declare("alpha", 900, 700, 200)
    stage.station.air(result("alpha"))
    before = program(stage)
    assert (before.entries, before.corrected) == ((1,), False)
    stage.correct("alpha", 900, 710, 200)
    after = program(stage)
    assert (after.entries, after.corrected) == ((2,), True)
    assert (after.serial, after.since, after.scene) == (before.serial, before.since, before.scene)


def test_other_contests_change_nothing_on_air() -> None:
    stage = OnStage()
    stage.declare("alpha", 900, 700, 200)
    stage.station.air(result("alpha"))
    before = stage.station.programme
    stage.declare("beta", 10, 20, 30, 40)
    stage.correct("beta", 11, 20, 30, 40)
    assert stage.station.programme is before


def test_a_map_is_marked_by_a_correction_on_it() -> None:
    stage = OnStage()
    stage.declare("alpha", 900, 700, 200)
    stage.station.air(MAP)
    stage.declare("beta", 10, 20, 30, 40)
    assert not program(stage).corrected
    stage.correct("beta", 50, 20, 30, 40)
    assert program(stage).corrected
    stage.declare("gamma", 900, 800, 700, 600, 500, 400)
    assert program(stage).corrected, "news does not wipe the mark away"


def test_a_retraction_marks_it_too() -> None:
    stage = OnStage()
    done = stage.declare("alpha", 900, 700, 200)
    assert done.entry is not None
    stage.station.air(result("alpha"))
    stage.desk.commit(Retract(contest=done.entry.contest, after=done.entry.entry_id, reason="wrong ward"))
    assert program(stage).corrected


def test_only_what_was_seen_wrong_comes_back_as_corrected() -> None:
    stage = OnStage()
    stage.declare("alpha", 900, 700, 200)
    stage.declare("beta", 10, 20, 30, 40)
    stage.station.air(result("alpha"))
    stage.station.air(TITLE)
    stage.correct("alpha", 900, 710, 200)
    stage.correct("beta", 11, 20, 30, 40)
    stage.station.air(result("alpha"))
    assert program(stage).corrected
    stage.station.air(result("beta"))
    assert not program(stage).corrected, "nobody saw it wrong"


def test_what_was_aired_wrong_is_told_with_its_figures_and_times() -> None:
    stage = OnStage()
    told: list[Airing] = []
    stage.declare("alpha", 900, 1796, 200)
    stage.station.air(result("alpha"))
    stage.wait(180)
    stage.station.air(TITLE)
    stage.station.air(result("alpha"), "browser")
    stage.wait(60)
    stage.station.air(TITLE, "browser")
    stage.station.subscribe(told.append)
    stage.correct("alpha", 900, 1976, 200)
    words = {one.output: one.words for one in told[-1].wrong}
    assert words == {
        "presenter": "Alpha ward: A Candidate2 aired as 1,796, now 1,976, on presenter 01:00–01:03; air again?",
        "browser": "Alpha ward: A Candidate2 aired as 1,796, now 1,976, on browser 01:03–01:04; air again?",
    }
    assert told[-1].wrong[0].again == result("alpha")


def test_what_was_aired_wrong_is_told_until_it_is_put_right_there() -> None:
    stage = OnStage()
    stage.declare("alpha", 900, 700, 200)
    for output in ("presenter", "browser"):
        stage.station.air(result("alpha"), output)
        stage.station.air(TITLE, output)
    stage.correct("alpha", 900, 710, 200)
    stage.correct("alpha", 900, 720, 200)
    assert {one.output for one in stage.another("Desk 1").wrong} == {"presenter", "browser"}, "a crash forgets nothing"
    stage.station.air(result("alpha"), "browser")
    assert [one.output for one in stage.station.wrong] == ["presenter"]
    stage.station.air(result("alpha"))
    assert stage.station.wrong == ()


def test_a_correction_of_what_is_on_air_is_put_right_by_its_repaint() -> None:
    stage = OnStage()
    stage.declare("alpha", 900, 700, 200)
    stage.station.air(result("alpha"))
    stage.correct("alpha", 900, 710, 200)
    assert stage.station.wrong == ()


def test_a_contest_read_out_is_not_put_right_by_a_map_that_counts_it() -> None:
    stage = OnStage()
    stage.declare("alpha", 900, 700, 200)
    stage.station.air(result("alpha"))
    stage.wait(60)
    stage.station.air(MAP)
    stage.wait(60)
    stage.correct("alpha", 900, 710, 200)
    assert [one.words for one in stage.station.wrong] == [
        "Alpha ward: A Candidate2 aired as 700, now 710, on presenter 01:00–01:01; air again?"
    ]
    stage.station.air(result("alpha"))
    assert stage.station.wrong == ()


def test_nobody_reads_a_contests_votes_off_a_map() -> None:
    stage = OnStage()
    stage.declare("alpha", 900, 700, 200)
    stage.station.air(MAP)
    assert program(stage).entries == ()
    stage.wait(60)
    stage.station.air(TITLE)
    stage.correct("alpha", 900, 710, 200)
    assert stage.station.wrong == (), "no figure of it was aired that is not so now"


@pytest.mark.parametrize("name", [SceneName.TICKER, SceneName.GAINS])
def test_a_majority_read_off_a_list_is_asked_about(name: SceneName) -> None:
    stage = OnStage()
    stage.declare("alpha", 900, 1700, 200)
    stage.station.air(SceneRequest(name), "browser")
    assert stage.station.programme.on_air["browser"].entries == (1,)
    stage.wait(120)
    stage.station.air(TITLE, "browser")
    stage.correct("alpha", 900, 1690, 200)
    (wrong,) = stage.station.wrong
    assert wrong.words == (
        "Alpha ward: aired as “Con gain from Lab by 800”, now “Con gain from Lab by 790”, on browser 01:00–01:02; "
        "air again?"
    )
    assert wrong.again == result("alpha")
    stage.station.air(SceneRequest(name), "browser")
    assert stage.station.wrong == (), "it was shown there again"


def test_a_list_that_said_the_same_is_not_asked_about() -> None:
    stage = OnStage()
    stage.declare("alpha", 900, 1700, 200)
    stage.station.air(TICKER)
    stage.station.air(TITLE)
    stage.correct("alpha", 900, 1700, 210)
    assert stage.station.wrong == (), "the third's votes were not in it"


def test_another_lot_is_asked_about_though_no_vote_differs() -> None:
    stage = OnStage()
    stage.declare("alpha", 900, 800, 200)
    stage.correct("alpha", 900, 900, 200, lot="alpha.1")
    stage.station.air(result("alpha"))
    stage.wait(60)
    stage.station.air(TITLE)
    stage.correct("alpha", 900, 900, 200, lot="alpha.2")
    assert [one.words for one in stage.station.wrong] == [
        "Alpha ward: aired as “Lab hold by lot”, now “Con gain from Lab by lot”, on presenter 01:00–01:01; air again?"
    ]


def test_figures_that_are_put_back_are_asked_about_no_more() -> None:
    stage = OnStage()
    stage.declare("alpha", 900, 700, 200)
    stage.station.air(result("alpha"))
    stage.station.air(TITLE)
    stage.correct("alpha", 900, 710, 200)
    assert stage.station.wrong
    stage.correct("alpha", 900, 700, 200)
    assert stage.station.wrong == ()


def test_a_target_is_asked_about_when_another_has_it() -> None:
    stage = OnStage()
    stage.declare("alpha", 900, 1700, 200)
    stage.station.air(SceneRequest(SceneName.BATTLEGROUND, party=PartyId("Con")))
    stage.wait(60)
    stage.station.air(TITLE)
    stage.correct("alpha", 900, 1690, 200)
    assert stage.station.wrong == (), "no majority is read off it"
    stage.correct("alpha", 1900, 1690, 200)
    assert [one.words for one in stage.station.wrong] == [
        "Alpha ward: aired as “Con gain from Lab”, now “Lab hold”, on presenter 01:00–01:01; air again?"
    ]


def test_what_a_list_said_of_a_contest_that_was_retracted() -> None:
    stage = OnStage()
    done = stage.declare("alpha", 900, 700, 200)
    assert done.entry is not None
    stage.station.air(TICKER)
    stage.wait(60)
    stage.station.air(TITLE)
    stage.desk.commit(Retract(contest=done.entry.contest, after=done.entry.entry_id, reason="wrong ward"))
    assert [one.words for one in stage.station.wrong] == [
        "Alpha ward: aired as “Lab hold by 200”, and since retracted, on presenter 01:00–01:01; air again?"
    ]


def test_a_contest_read_out_is_not_put_right_by_a_list_it_is_in() -> None:
    stage = OnStage()
    stage.declare("alpha", 900, 700, 200)
    stage.station.air(result("alpha"))
    stage.wait(60)
    stage.station.air(TICKER)
    stage.wait(60)
    stage.correct("alpha", 900, 710, 200)
    assert program(stage).entries == (2,), "the list says it as it is"
    assert [one.words for one in stage.station.wrong] == [
        "Alpha ward: A Candidate2 aired as 700, now 710, on presenter 01:00–01:02; air again?"
    ]


def test_a_list_is_followed_as_it_fills() -> None:
    stage = OnStage()
    stage.declare("alpha", 900, 700, 200)
    stage.station.air(TICKER)
    stage.declare("beta", 10, 20, 30, 40)
    assert program(stage).entries == (1, 2)
    stage.wait(60)
    stage.station.air(TITLE)
    assert [(one.entry, one.until is None) for one in stage.shelf.lines] == [(1, False), (2, False)]


def test_a_map_is_put_right_by_its_repaint() -> None:
    stage = OnStage()
    stage.declare("alpha", 900, 700, 200)
    stage.station.air(MAP)
    stage.correct("alpha", 900, 710, 200)
    assert stage.station.wrong == ()


def test_a_correction_of_what_was_never_on_air_asks_nothing() -> None:
    stage = OnStage()
    told: list[Airing] = []
    stage.station.subscribe(told.append)
    stage.declare("alpha", 900, 700, 200)
    stage.correct("alpha", 900, 710, 200)
    assert (told, stage.station.wrong) == ([], ())
