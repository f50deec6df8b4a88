from stations import MAP, TITLE, OnStage, result

from resultsdesk.air.airing import Airing
from resultsdesk.air.programme import OnAir
from resultsdesk.night.commands import Retract


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
