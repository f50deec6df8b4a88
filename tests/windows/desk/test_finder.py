"""Finding a contest from the keyboard."""

from operators import Operator, Sit
from pytestqt.qtbot import QtBot

from resultsdesk.models.contests import Listed
from resultsdesk.models.stage_filter import StageFilter
from resultsdesk.night.stages import Stage


def listed(one: Operator) -> list[str]:
    model = one.window.finder.model
    return [one.desk.night.contests[model.id_at(row)].contest.name for row in range(model.rowCount())]


def subjects(one: Operator) -> list[Listed]:
    model = one.window.finder.model
    return [model.subject(model.id_at(row)) for row in range(model.rowCount())]


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


def test_a_ward_that_a_filter_hides_is_told_with_the_key_that_shows_it(sit: Sit) -> None:
    one = sit()
    one.press("Alt C")
    one.type("alpha")
    assert listed(one) == []
    assert one.window.finder.nothing.text() == "No wards that are declared like “alpha”. Alt C lists all of them."
    one.press("Alt C")
    assert listed(one)[0] == "Alpha ward"


def test_the_filter_is_remembered(sit: Sit) -> None:
    one = sit()
    one.press("Alt R")
    one.window.close()
    assert one.kept[-1].finder_filter == "recount"
    two = sit(settings=one.kept[-1])
    assert two.window.finder.chips.now is StageFilter.RECOUNT


def test_a_contest_is_found_by_its_id(sit: Sit) -> None:
    one = sit("rehearsal")
    one.find("e14001063")
    assert one.standing.contest.id == "E14001063"


def test_what_is_half_typed_is_marked_until_it_is_declared_or_emptied(sit: Sit, qtbot: QtBot) -> None:
    one = sit()
    model = one.window.finder.model
    chip = one.window.finder.chips.chips[StageFilter.HALF_TYPED]
    assert chip.isHidden(), "nothing is half typed, and nobody is bothered with it"
    one.find("alpha")
    one.key(900, 700)
    one.find("beta")
    one.key(10)
    one.press("Ctrl K")
    qtbot.waitUntil(lambda: chip.text() == "&Half typed 2")
    assert {row.standing.contest.name for row in subjects(one) if row.half_typed} == {"Alpha ward", "Beta ward"}
    assert model.data(model.index(0)) == "Alpha ward, awaited, half typed"
    assert not chip.isHidden()
    one.press("Alt H")
    assert listed(one) == ["Alpha ward", "Beta ward"]
    one.find("alpha")
    one.key(200)
    one.declare()
    assert listed(one) == ["Beta ward"]
    one.find("beta")
    one.press("Up")
    one.press("Delete")
    one.press("Ctrl K")
    qtbot.waitUntil(lambda: listed(one) == [])
    assert one.window.finder.nothing.text() == "No wards that are half typed."


def test_what_was_half_typed_before_is_marked_in_the_next_window_and_in_another(sit: Sit, qtbot: QtBot) -> None:
    one, two = sit(), sit(desk="Desk 2")
    one.settle()
    one.find("alpha")
    one.key(900)
    one.find("beta")
    qtbot.waitUntil(lambda: any(row.half_typed for row in subjects(two)))
    assert [row.standing.contest.name for row in subjects(sit()) if row.half_typed] == ["Alpha ward"]
