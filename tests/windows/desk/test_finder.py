"""Finding a contest from the keyboard."""

from operators import Operator, Sit

from resultsdesk.models.stage_filter import StageFilter
from resultsdesk.night.stages import Stage


def listed(one: Operator) -> list[str]:
    model = one.window.finder.model
    return [one.desk.night.contests[model.id_at(row)].contest.name for row in range(model.rowCount())]


def test_three_letters_of_a_place(sit: Sit) -> None:
    one = sit("rehearsal")
    one.type("lei")
    assert {"Leicester East", "Leicester South", "Leicester West"} <= set(listed(one)[:4])


def test_a_candidate_is_named_in_the_row(sit: Sit) -> None:
    one = sit("rehearsal")
    one.type("ashworth jon")
    assert listed(one)[0] == "Leicester South"
    model = one.window.finder.model
    assert model.subject(model.id_at(0)).found == "Jonathan Ashworth"


def test_arrows_choose_and_enter_opens(sit: Sit) -> None:
    one = sit("rehearsal")
    one.type("leicester")
    names = listed(one)
    one.press("Down")
    one.press("Down")
    one.press("Up")
    one.press("Enter")
    assert one.standing.contest.name == names[1]
    assert one.focused() is one.window.entry.rows.row(one.standing.contest.candidacies[0].id).box


def test_nothing_found_says_so(sit: Sit) -> None:
    one = sit()
    one.type("zzzz")
    assert one.window.finder.nothing.text() == "No wards like “zzzz”."
    one.press("Enter")
    assert one.window.entry.keying.form is None
    one.press("Esc")
    assert len(listed(one)) == 4


def test_filters_are_set_and_taken_off_by_their_keys(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.press("Ctrl R")
    one.find("beta")
    one.key(10, 20, 5, 15)
    one.declare()
    assert one.standing.stage is Stage.DECLARED
    assert listed(one)[0] == "Alpha ward", "a recount comes first"
    assert listed(one)[-1] == "Beta ward", "what is declared comes last"
    for keys, names in (("Alt R", ["Alpha ward"]), ("Alt C", ["Beta ward"])):
        one.press(keys)
        assert listed(one) == names
        assert one.focused() is one.window.finder.search
    one.press("Alt C")
    assert len(listed(one)) == 4
    counts = one.window.finder.model.counts
    assert counts.of(StageFilter.AWAITED, one.desk.clock.now()) == 3
    assert counts.of(StageFilter.OVERDUE, one.desk.clock.now()) == 3, "those nights are long past"


def test_the_filter_is_remembered(sit: Sit) -> None:
    one = sit()
    one.press("Alt R")
    one.window.close()
    assert one.kept[-1].finder_filter == "recount"
    two = sit(settings=one.kept[-1])
    assert two.window.finder.chips.now is StageFilter.RECOUNT
