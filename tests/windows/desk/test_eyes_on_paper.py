"""Whoever keys on with the eyes on the paper, where the desk waits for something, changes nothing and is told."""

import pytest
from operators import Operator, Sit

from resultsdesk.night.stages import Stage


def type_on(one: Operator) -> None:
    """Type the next contest and its figures as if the last were declared."""
    one.type("beta")
    one.press("Enter")
    one.key(800, 600)


def test_typing_on_acknowledges_no_warning_and_declares_nothing(sit: Sit) -> None:
    one = sit()
    one.enter("alpha", 900, 700, 200, 1900)
    assert one.banner() == ("Not declared: 1 warning to acknowledge. Space says it is so, Esc goes to the figure.")
    type_on(one)
    assert one.button() == "1 warning to acknowledge"
    assert one.banner() == "Alpha ward is not declared: 1 warning to acknowledge first. Space says it is so."
    assert one.desk.night.journal == ()


def test_typing_on_after_the_last_acknowledgement_declares_nothing(sit: Sit) -> None:
    one = sit()
    one.enter("alpha", 900, 700, 200, 1900)
    one.press("Space")
    assert one.button() == "Declare"
    assert one.banner() == "", "what stood in the way is done"
    type_on(one)
    assert one.banner() == "Alpha ward is not declared yet: Ctrl Enter declares it."
    assert one.desk.night.journal == ()
    one.press("Ctrl Enter")
    assert one.standing.stage is Stage.DECLARED


@pytest.mark.parametrize("typed", ["beta", "77", "90"])
def test_typing_on_flashes_nobody(sit: Sit, typed: str) -> None:
    one = sit()
    one.find("alpha")
    one.press("Ctrl L")  # next to Ctrl K on the keyboard
    one.type(typed)
    one.press("Enter")
    assert one.banner().startswith("Alpha ward: nobody is chosen yet.")
    assert one.desk.night.journal == ()


def test_a_number_mistyped_is_taken_back(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.press("Ctrl L")
    one.type("32")
    assert not one.window.entry.choice.list.selectedItems()
    one.press("Backspace")
    one.press("Backspace")
    one.type("2")
    one.press("Enter")
    assert one.standing.flash == one.standing.contest.candidacies[1].id


def test_numbers_of_two_digits_choose(sit: Sit) -> None:
    one = sit("live")
    contest = next(one_ for one_ in one.desk.night.briefing.contests.values() if len(one_.candidacies) >= 11)
    one.window.open_contest(contest.id)
    one.press("Ctrl L")
    one.type("11")
    (chosen,) = one.window.entry.choice.list.selectedItems()
    assert chosen.text().startswith("11   ")


def test_a_warning_leads_to_its_figure(sit: Sit) -> None:
    one = sit()
    one.enter("alpha", 900, 700, 200, 1900)
    one.press("Esc")
    assert one.focused() is one.window.entry.checks.boxes["read_out"]


@pytest.mark.parametrize(("place", "box"), [(1, "announced_majority"), (2, "rejected"), (3, "declared_at")])
def test_an_unreadable_check_figure_leads_to_its_box(sit: Sit, place: int, box: str) -> None:
    one = sit()
    one.enter("alpha", 900, 700, 200, *[""] * place, "x")
    assert one.button() == "Something must be put right"
    assert one.focused() is one.window.entry.checks.boxes[box]


def test_declaring_twice_does_not_begin_a_correction(sit: Sit) -> None:
    one = sit()
    one.enter("alpha", 900, 700, 200)
    one.press("Ctrl Enter")
    assert one.button() == "Declared. Correct it"
    assert one.banner() == "Alpha ward is declared already: Ctrl E corrects it."
    assert len(one.desk.night.journal) == 1


def test_typing_on_at_a_declared_contest_says_that_it_is(sit: Sit) -> None:
    one = sit()
    one.enter("alpha", 900, 700, 200)
    one.find("alpha")
    one.type("7")
    assert one.banner() == "Alpha ward is declared already: Ctrl E corrects it."


def test_keying_a_declared_contest_again_begins_no_correction(sit: Sit) -> None:
    one = sit()
    one.enter("alpha", 900, 700, 200)
    one.find("alpha")
    one.key(901, 700, 200)
    assert one.button() == "Declared. Correct it"
    assert one.boxes() == ["900", "700", "200"]
    assert one.window.entry.reason.isHidden()
    assert one.banner() == "Alpha ward is declared already: Ctrl E corrects it."
    one.find("alpha")
    one.press("Enter")
    assert not one.window.entry.reason.isHidden(), "nothing was typed: Enter presses the button"


def test_figures_typed_on_the_button_declare_nothing(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.key(900, 700, 200)
    one.window.entry.button.setFocus()
    one.key(77)
    assert one.desk.night.journal == ()
    one.press("Ctrl Enter")
    assert one.standing.stage is Stage.DECLARED


def test_correcting_what_is_not_declared_says_so(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.press("Ctrl E")
    assert one.banner() == "Alpha ward is awaited: there is nothing to correct here."


def test_what_stands_in_the_way_is_said(sit: Sit) -> None:
    one = sit()
    one.enter("alpha", 900, 700)
    assert one.banner() == "Not declared: 1 figure to come."
    one.key("2oo")
    one.press("Ctrl Enter")
    assert one.banner() == "Not declared: something must be put right."
    one.key(200)
    assert one.banner() == ""
    one.press("Ctrl Enter")
    one.find("alpha")
    one.press("Ctrl E")
    one.press("Ctrl Enter")
    assert one.banner() == "Not corrected: say why, in a few words."
