"""Everything that can be entered besides a count."""

import pytest
from operators import Sit

from resultsdesk.night.entries import Kind
from resultsdesk.night.stages import Stage


def test_flash_by_number(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.press("Ctrl L")
    one.press("2")
    one.press("Enter")
    assert one.standing.stage is Stage.FLASHED
    assert one.standing.flash == one.standing.contest.candidacies[1].id


def test_an_unlikely_flash_asks_first(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.press("Ctrl L")
    for _ in range(3):
        one.press("Down")
    one.press("Enter")
    assert one.standing.stage is Stage.AWAITED
    assert "was not in the first two here last time" in one.answer()
    assert one.standing.stage is Stage.FLASHED
    assert one.desk.night.journal[-1].accepted == ("flash-unlikely",)


def test_a_choice_can_be_left(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.press("Ctrl L")
    one.press("Esc")
    assert one.window.entry.boxes.currentWidget() is one.window.entry.rows
    assert one.desk.night.journal == ()


def test_figures_half_typed_survive_a_flash(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.key(900, 700)
    one.press("Ctrl L")
    one.press("1")
    one.press("Enter")
    assert one.standing.stage is Stage.FLASHED
    assert one.boxes() == ["900", "700", ""]


@pytest.mark.parametrize(("keys", "kind"), [("Ctrl U", Kind.UNOPPOSED), ("Ctrl Shift T", Kind.POSTPONED)])
def test_unopposed_and_postponed_ask_first(sit: Sit, keys: str, kind: Kind) -> None:
    one = sit()
    one.find("delta")
    one.press(keys)
    assert one.desk.night.journal == ()
    one.answer()
    assert one.desk.night.journal[-1].kind is kind


def test_where_nobody_else_stands_the_button_names_the_key(sit: Sit) -> None:
    one = sit()
    one.find("delta")
    assert one.button() == "Declare unopposed"
    one.key(500)
    assert one.button() != "Declare unopposed", "there has been a poll after all"
    one.find("alpha")
    assert one.button() == "3 figures to come"


def test_unopposed_is_refused_where_more_stand(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.press("Ctrl U")
    assert one.asked() is None, "there is nothing to be asked about"
    assert one.desk.night.journal == ()
    assert one.banner() == "3 candidacies for 1 vacancy in Alpha ward: there must be a poll."


def test_retract_says_what_changes_and_keeps_the_reason(sit: Sit) -> None:
    one = sit()
    one.enter("alpha", 700, 900, 200)
    one.find("alpha")
    one.press("Ctrl T")
    asked = one.answer(reason="wrong ward")
    assert "Con gain from Lab becomes awaited; Conservative −1." in asked
    assert one.standing.stage is Stage.AWAITED
    assert one.desk.night.journal[-1].reason == "wrong ward"


def test_what_cannot_be_done_is_said(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.press("Ctrl T")
    assert one.banner() == "Alpha ward is awaited: there is nothing to retract here."
    one.press("Ctrl Z")
    assert one.banner() == "This desk has entered nothing that could be undone."


def test_a_correction_needs_a_reason_and_can_be_left(sit: Sit) -> None:
    one = sit()
    one.enter("alpha", 900, 700, 200)
    one.find("alpha")
    one.press("Ctrl E")
    one.press("Enter")
    one.key(901)
    one.press("Ctrl Enter")
    assert one.focused() is one.window.entry.reason
    assert one.button() == "A correction needs a reason"
    one.press("Esc")
    assert one.boxes() == ["900", "700", "200"]
    assert len(one.desk.night.journal) == 1


def test_after_a_postponement_the_hands_are_at_the_finder(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.press("Ctrl Shift T")
    one.answer()
    assert one.standing.stage is Stage.POSTPONED
    assert one.focused() is one.window.finder.search


def test_undoing_a_declaration_brings_back_the_recount_and_its_first_count(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.key(700, 690, 200)
    one.press("Ctrl R")
    first = one.standing.first_count
    assert first is not None
    one.key(701, 689, 200)
    one.declare()
    assert one.standing.stage is Stage.DECLARED
    one.press("Ctrl Z")
    one.answer()
    assert one.standing.stage is Stage.RECOUNT
    assert one.standing.first_count is not None
    assert one.standing.first_count.votes == first.votes


def test_undoing_a_declaration_brings_back_the_flash(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.press("Ctrl L")
    one.press("2")
    one.press("Enter")
    one.key(700, 900, 200)
    one.declare()
    one.press("Ctrl Z")
    one.answer()
    assert one.standing.stage is Stage.FLASHED
    assert one.standing.flash == one.standing.contest.candidacies[1].id


def test_a_second_recount_is_asked_about_and_keeps_the_first_count(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.key(900, 899, 200)
    one.press("Ctrl R")
    assert one.asked() is None
    assert one.banner().startswith("Recount called. The first count is kept in the history")
    one.press("Ctrl R")
    assert "Alpha ward is in recount already: is another one called?" in one.answer(yes=False)
    assert one.desk.night.seq == 1
    one.press("Ctrl R")
    one.answer()
    assert one.desk.night.seq == 2
    assert one.desk.night.journal[-1].accepted == ("recount-again",)
    assert one.banner().startswith("Recount called. The first count is kept in the history")
