import pytest
from stations import ALPHA, MAP, TITLE, OnStage, result

from resultsdesk.air.programme import AirTrouble, Locked, Way


def test_nothing_is_on_air_before_it_is_taken() -> None:
    stage = OnStage()
    stage.station.preview(TITLE)
    assert stage.on() is None
    stage.station.take()
    assert stage.on() == TITLE
    assert stage.station.output.preview is None
    with pytest.raises(AirTrouble, match="Nothing is in preview"):
        stage.station.take()
    assert stage.on() == TITLE


def test_a_cut_and_a_move_are_told_apart_and_each_is_a_new_entrance() -> None:
    stage = OnStage()
    serials = []
    for way in (Way.MOVE, Way.CUT, Way.CUT):
        stage.station.preview(MAP)
        stage.station.take(way=way)
        program = stage.station.output.program
        assert program is not None
        assert program.way is way
        serials.append(program.serial)
    assert serials == [1, 2, 3]


def test_clear_takes_everything_off_every_output() -> None:
    stage = OnStage()
    stage.station.air(MAP)
    stage.station.air(TITLE, "browser")
    assert stage.station.clear_all() == ()
    assert stage.station.programme.on_air == {}
    stage.station.air(MAP)
    assert stage.station.output.program is not None
    assert stage.station.output.program.serial == 2, "a scene that comes back makes its entrance again"


def test_a_scene_aired_at_once_leaves_the_preview_alone() -> None:
    stage = OnStage()
    stage.station.preview(TITLE)
    stage.station.air(MAP)
    assert (stage.on(), stage.station.output.preview) == (MAP, TITLE)


def test_a_locked_output_is_its_holders_alone() -> None:
    stage = OnStage()
    other = stage.another("Desk 2")
    stage.station.lock()
    stage.station.air(MAP)
    other.catch_up()
    for act in (other.take, other.clear, other.lock, other.unlock, other.next_line, other.run, other.hold):
        with pytest.raises(Locked, match="Desk 1 has locked presenter"):
            act()
    with pytest.raises(Locked):
        other.preview(TITLE)
    assert other.clear_all() == ("presenter",)
    assert stage.on() == MAP
    other.air(TITLE, "browser")
    other.unlock(force=True)
    other.clear()
    stage.station.catch_up()
    assert stage.on() is None
    assert stage.on("browser") == TITLE


def test_what_another_desk_took_is_not_undone_by_a_desk_that_has_not_looked() -> None:
    stage = OnStage()
    other = stage.another("Desk 2")
    other.air(TITLE, "browser")
    stage.station.preview(MAP)
    stage.station.take()
    assert (stage.on(), stage.on("browser")) == (MAP, TITLE)


def test_an_output_nobody_has_is_told() -> None:
    stage = OnStage()
    with pytest.raises(AirTrouble, match="no output called wall"):
        stage.station.take("wall")


def test_a_full_disk_takes_no_key_from_the_producer() -> None:
    stage = OnStage()
    stage.station.air(result("alpha"))
    stage.shelf.full = True
    stage.station.clear_all()
    assert stage.on() is None, "what must go off goes off"
    assert [str(one) for one in stage.troubles] == ["The disk is full."]
    stage.station.catch_up()
    assert stage.on() is None, "nor does it come back from the file"
    stage.shelf.full = False
    stage.station.preview(MAP)
    assert stage.shelf.kept == stage.station.programme


def test_what_nothing_shows_any_more_is_in_preview() -> None:
    stage = OnStage()
    stage.declare("alpha", 900, 700, 200)
    stage.station.air(result(ALPHA))
    stage.station.put_away(["presenter"])
    assert stage.station.programme.on_air == {}
    assert stage.station.output.preview == result(ALPHA)
    assert [one.until for one in stage.shelf.lines] == [stage.now]
