"""What holds whatever is pressed, in whatever order, by two desks."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from stations import MAP, TITLE, OnStage, result

from resultsdesk.air.programme import AirTrouble
from resultsdesk.air.station import Station
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Scope

SCENES = st.sampled_from([MAP, TITLE, result("alpha"), result("beta")])
OUTPUTS = st.sampled_from(["presenter", "browser"])
CONTESTS = st.sampled_from(["alpha", "beta"])
LINES = st.integers(1, 6)
# The likelier what can go wrong only after something else, the sooner a mistake is found.
ACTS = st.one_of(
    *(
        st.tuples(st.just(what), OUTPUTS)
        for what in ("take", "lock", "lock", "unlock", "run", "next_line", "hold", "clear")
    ),
    *(st.tuples(st.just(what), OUTPUTS, SCENES) for what in ("preview", "air", "air")),
    *(st.tuples(st.just(what), CONTESTS) for what in ("declare", "declare", "correct", "correct")),
    st.tuples(st.just("add"), SCENES),
    st.tuples(st.just("remove"), LINES),
    st.tuples(st.just("shift"), LINES, st.integers(-3, 3)),
    st.tuples(st.just("wait"), st.integers(1, 40)),
    st.tuples(st.sampled_from(["clear_all", "tick", "interrupts"]), OUTPUTS),
)
VOTES = {"alpha": (900, 700, 200), "beta": (10, 20, 30, 40)}


def do(stage: OnStage, station: Station, act: tuple[object, ...]) -> None:
    what, *more = act
    match what:
        case "preview" | "air":
            getattr(station, str(what))(more[1], more[0])
        case "add" | "remove" | "shift":
            getattr(station, str(what))(*more)
        case "tick" | "clear_all":
            getattr(station, str(what))()
        case "interrupts":
            station.interrupt_for(Scope(), 12)
        case "wait":
            stage.now += timedelta(seconds=int(str(more[0])))
            station.tick()
        case "declare" | "correct":
            contest = str(more[0])
            decided = stage.desk.night.contests[ContestId(contest)].decided
            if decided is (what == "correct"):
                revision = len(stage.desk.night.journal)
                first, *rest = VOTES[contest]
                getattr(stage, str(what))(contest, first + revision, *rest)
        case _:
            getattr(station, str(what))(str(more[0]))


@settings(max_examples=max(settings().max_examples, 300))
@given(st.lists(st.tuples(st.booleans(), ACTS), min_size=10, max_size=40))
def test_whatever_is_pressed(acts: list[tuple[bool, tuple[object, ...]]]) -> None:
    stage = OnStage()
    desks = (stage.station, stage.another("Desk 2"))
    for second, act in acts:
        station = desks[second]
        station.catch_up()
        before = station.programme
        try:
            do(stage, station, act)
        except AirTrouble:
            assert station.programme == before, "a refusal changes nothing"
        station.catch_up()  # the other desk hears of declarations too
        after = station.programme
        assert after == stage.shelf.kept
        for name, output in after.outputs.items():
            was = before.outputs[name]
            if was.lock and was.lock != station.by and act[0] not in ("declare", "correct", "remove"):
                assert output == was, "a locked output is its holder's alone"
            if act[0] in ("preview", "add", "shift", "lock", "unlock", "hold", "interrupts"):
                assert output.program == was.program, "looking and planning put nothing on air"
            if output.program is None:
                continue
            if was.program is not None and output.program.serial == was.program.serial:
                assert output.program.scene == was.program.scene, "another scene is another entrance"
                assert output.program.corrected or not was.program.corrected, "the mark stays as long as the scene"
            else:
                assert output.program.serial == was.taken + 1
            shown = stage.station._moment().entries(output.program.scene)
            assert output.program.entries == shown, "what is on air is what the journal says now"
        assert all(output.lock for output in after.outputs.values() if output.run is not None)
        on = {(entry, name) for name, one in after.on_air.items() for entry in one.entries}
        assert {(one.entry, one.output) for one in stage.shelf.lines if one.until is None} == on
        assert len({one.id for one in after.rundown}) == len(after.rundown)
