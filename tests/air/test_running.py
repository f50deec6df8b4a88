from datetime import UTC, datetime, timedelta

import pytest
from stations import MAP, TITLE, OnStage, result
from town import LATER

from resultsdesk.air.programme import PRESENTER, AirTrouble, Output, Run, Waiting
from resultsdesk.air.running import time_words
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import Retract
from resultsdesk.night.night import Scope, ScopeKind

TALLY = SceneRequest(SceneName.TALLY)
LINES = (TITLE, MAP, TALLY)


@pytest.fixture
def stage() -> OnStage:
    made = OnStage()
    for scene in LINES:
        made.station.add(scene)
    return made


def ids(stage: OnStage) -> list[int]:
    return [one.id for one in stage.station.programme.rundown]


def test_next_goes_line_by_line_and_round(stage: OnStage) -> None:
    shown = []
    for _ in range(4):
        stage.station.next_line()
        shown.append(stage.on())
    assert shown == [TITLE, MAP, TALLY, TITLE]
    assert stage.station.output.preview == MAP, "what is due next can be looked at"


def test_taking_a_line_puts_the_next_one_in_preview(stage: OnStage) -> None:
    stage.station.preview(MAP, cue=2)
    stage.station.take()
    assert (stage.on(), stage.station.output.preview) == (MAP, TALLY)
    stage.station.take()
    assert (stage.on(), stage.station.output.preview) == (TALLY, TITLE)


def test_lines_move_and_go(stage: OnStage) -> None:
    stage.station.shift(3, -2)
    assert ids(stage) == [3, 1, 2]
    stage.station.shift(3, 9)
    assert ids(stage) == [1, 2, 3]
    stage.station.add(result("alpha"), after=1)
    assert ids(stage) == [1, 4, 2, 3]
    stage.station.next_line()
    stage.station.next_line()
    stage.station.remove(4)
    assert stage.on() == result("alpha"), "what is on air stays"
    stage.station.next_line()
    assert stage.on() == MAP


def test_a_new_line_is_never_taken_for_another(stage: OnStage) -> None:
    stage.station.remove(1)
    stage.station.add(TITLE)
    assert ids(stage) == [2, 3, 4]


def test_a_run_goes_on_by_itself_and_round(stage: OnStage) -> None:
    stage.station.dwell(1, 5)
    stage.station.run()
    assert (stage.on(), stage.station.output.lock) == (TITLE, "Desk 1")
    stage.wait(4.8)
    assert stage.on() == TITLE
    stage.wait(0.2)
    assert stage.on() == MAP
    stage.wait(12)
    assert stage.on() == TALLY
    stage.wait(12)
    assert stage.on() == TITLE
    stage.station.run()
    assert (stage.station.output.run, stage.station.output.lock) == (None, "")
    stage.wait(60)
    assert stage.on() == TITLE, "stopping leaves what is on air"


def test_hold_stops_the_time_and_lets_it_go_on(stage: OnStage) -> None:
    stage.station.run()
    stage.wait(4)
    stage.station.hold()
    stage.wait(100)
    assert stage.on() == TITLE
    stage.station.hold()
    stage.wait(7.8)
    assert stage.on() == TITLE
    stage.wait(0.4)
    assert stage.on() == MAP


def test_there_is_nothing_to_hold_or_to_run(stage: OnStage) -> None:
    with pytest.raises(AirTrouble, match="Nothing runs"):
        stage.station.hold()
    for one in ids(stage):
        stage.station.remove(one)
    for act in (stage.station.run, stage.station.next_line):
        with pytest.raises(AirTrouble, match="rundown is empty"):
            act()


def test_a_hand_holds_the_run_until_it_lets_go(stage: OnStage) -> None:
    stage.station.run()
    stage.wait(5)
    stage.station.preview(result("alpha"))
    stage.station.take()
    stage.wait(60)
    assert stage.on() == result("alpha")
    stage.station.hold()
    stage.wait(7.2)
    assert stage.on() == MAP


def test_clear_ends_the_run(stage: OnStage) -> None:
    stage.station.run()
    stage.station.clear_all()
    assert stage.station.output.lock == "", "the lock that came with it has gone with it"
    stage.wait(60)
    assert stage.on() is None


def test_clear_leaves_a_lock_that_was_asked_for(stage: OnStage) -> None:
    stage.station.lock()
    stage.station.clear_all()
    assert stage.station.output.lock


def test_a_run_ends_with_its_lock(stage: OnStage) -> None:
    stage.station.run()
    stage.station.unlock()
    assert stage.station.output.run is None
    stage.wait(60)
    assert stage.on() == TITLE


def test_a_new_declaration_interrupts_for_its_seconds_and_the_line_comes_back(stage: OnStage) -> None:
    stage.station.interrupt_for(Scope(), 12)
    stage.station.run()
    stage.wait(2)
    stage.declare("alpha", 900, 700, 200)
    stage.wait(0.2)
    assert stage.on() == result("alpha")
    stage.wait(11.8)
    assert stage.on() == result("alpha")
    stage.wait(0.2)
    assert stage.on() == TITLE
    stage.wait(9.6)
    assert stage.on() == TITLE
    stage.wait(0.4)
    assert stage.on() == MAP


def test_declarations_wait_for_each_other_and_corrections_interrupt_nothing(stage: OnStage) -> None:
    stage.station.interrupt_for(Scope(), 6)
    stage.station.run()
    stage.declare("alpha", 900, 700, 200)
    stage.declare("beta", 10, 20, 30, 40)
    stage.wait(0.4)
    stage.correct("alpha", 901, 700, 200)
    assert stage.on() == result("alpha")
    stage.wait(6)
    assert stage.on() == result("beta")
    stage.wait(6)
    assert stage.on() == TITLE


def test_only_the_group_of_the_rule_interrupts(stage: OnStage) -> None:
    stage.station.interrupt_for(Scope(ScopeKind.GROUP, "first"), 12)
    stage.station.run()
    stage.declare("beta", 10, 20, 30, 40)
    stage.wait(1)
    assert stage.on() == TITLE
    stage.declare("alpha", 900, 700, 200)
    stage.wait(1)
    assert stage.on() == result("alpha")
    stage.station.interrupt_for(Scope(ScopeKind.GROUP, "first"), 0)
    assert stage.station.programme.interrupts == ()


def test_what_was_retracted_while_it_waited_is_not_shown(stage: OnStage) -> None:
    stage.station.interrupt_for(Scope(), 12)
    stage.station.run()
    stage.station.hold()
    done = stage.declare("alpha", 900, 700, 200)
    assert done.entry is not None
    stage.desk.commit(Retract(contest=done.entry.contest, after=done.entry.entry_id, reason="wrong ward"))
    stage.station.hold()
    stage.wait(1)
    assert stage.on() == TITLE


def test_nothing_interrupts_where_nothing_runs(stage: OnStage) -> None:
    stage.station.interrupt_for(Scope(), 12)
    stage.station.air(TITLE)
    stage.declare("alpha", 900, 700, 200)
    stage.wait(5)
    assert stage.on() == TITLE


def test_a_run_goes_on_after_a_crash(stage: OnStage) -> None:
    stage.station.run()
    stage.wait(3)
    stage.now = LATER.replace(hour=5)
    stage.station = stage.another("Desk 1")
    stage.wait(0.2)
    assert stage.on() == MAP
    other = stage.another("Desk 2")
    stage.now = LATER.replace(hour=6)
    other.tick()
    assert other.programme == stage.station.programme, "another desk's run is another desk's to go on with"


def test_how_long_what_runs_stays_is_told() -> None:
    left = datetime(2016, 5, 6, 1, tzinfo=UTC)
    night = ContestId("alpha")
    runs = {
        None: "",
        Run(left + timedelta(seconds=9)): "9 s left",
        Run(left + timedelta(milliseconds=8100)): "9 s left",
        Run(left - timedelta(seconds=1)): "0 s left",
        Run(None, timedelta(seconds=9)): "held",
        Run(left + timedelta(seconds=6), interrupting=night): "6 s, then back",
        Run(left + timedelta(seconds=6), interrupting=night, waiting=(Waiting(night, 12),)): "6 s left · 1 waiting",
    }
    for run, said in runs.items():
        assert time_words(Output(PRESENTER, run=run), left) == said
