"""A contest's night as an operator keys it: Birmingham Perry Barr in 2024, which went to a recount."""

import pytest
from operators import Sit

from resultsdesk.night.entries import Kind
from resultsdesk.night.stages import Stage
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.wording import outcome_words

PERRY_BARR = (2440, 1302, 4227, 13303, 2446, 12796, 509, 453)


@pytest.mark.parametrize("night", ["rehearsal"])
def test_recount_declare_correct_undo(sit: Sit, night: str) -> None:
    one = sit(night)
    one.find("per bar")
    assert one.standing.contest.name == "Birmingham Perry Barr"

    one.key(2440, 1302, 4227, 13301, 2446, 12796, 509, 453)
    one.press("Ctrl R")
    assert one.standing.stage is Stage.RECOUNT
    assert "Recount called. The first count is kept" in one.banner()
    assert one.boxes() == [""] * 8
    assert one.window.entry.rows.row(one.standing.contest.candidacies[3].id).line.first_count == "13,301"

    one.key(*PERRY_BARR)
    assert one.focused().accessibleName() == "Total of valid votes read out", "the last box does not wrap"
    one.key(37476)
    assert one.button() == "2 warnings to acknowledge"
    one.press("Ctrl Enter")
    assert one.standing.stage is Stage.RECOUNT, "a warning has to be acknowledged first"
    one.press("Space")
    one.press("Ctrl 2")
    assert one.button() == "Declare"
    one.press("Ctrl Enter")

    entry = one.desk.night.journal[-1]
    assert (entry.kind, entry.accepted) == (Kind.DECLARED, ("share-moved", "winner-unlikely"))
    assert one.banner() == "Declared and saved as entry 2. Ctrl Z takes it back."
    assert one.focused() is one.window.finder.search, "the hands are at the finder for the next contest"
    assert "1 of 650 declared" in one.told()
    assert "saved · entry 2" in one.told()
    gains = one.window.lists.gains.model
    assert [gains.id_at(row) for row in range(gains.rowCount())] == [one.standing.contest.id]

    one.find("perry barr")
    one.press("Ctrl E")
    one.type("Khan and Mahmood the other way about")
    one.press("Enter")
    for _ in range(3):
        one.press("Enter")
    one.key(12796, 2446, 13303)
    assert "Ind gain from Lab becomes Lab hold; Independent −1, Labour +1." in one.window.entry.card.consequence.text()
    one.press("Ctrl 1")
    one.press("Ctrl Enter")
    assert one.desk.night.journal[-1].kind is Kind.CORRECTED
    assert one.desk.night.journal[-1].reason == "Khan and Mahmood the other way about"
    outcome = one.standing.outcome(Measure.LAST)
    assert outcome_words(outcome, one.desk.night.briefing.parties) == "Lab hold"
    assert gains.rowCount() == 0

    one.press("Ctrl Z")
    asked = one.answer()
    assert "Lab hold becomes Ind gain from Lab; Labour −1, Independent +1." in asked
    outcome = one.standing.outcome(Measure.LAST)
    assert outcome_words(outcome, one.desk.night.briefing.parties) == "Ind gain from Lab"
    assert [entry.kind for entry in one.desk.night.journal] == [
        Kind.RECOUNT,
        Kind.DECLARED,
        Kind.CORRECTED,
        Kind.CORRECTED,
    ]
    assert list(one.file.journal.entries()) == list(one.desk.night.journal), "all of it is in the file"


def test_keying_costs_its_digits_and_one_enter_a_candidacy(sit: Sit) -> None:
    one = sit("rehearsal")
    one.press("Ctrl K")
    for letter in "nor":
        one.type(letter)
    names = [one.window.finder.model.words(one.window.finder.model.id_at(row)) for row in range(12)]
    assert any(name.startswith("North") for name in names)


def test_a_question_can_be_left(sit: Sit) -> None:
    one = sit()
    one.enter("alpha", 900, 700, 200)
    assert one.standing.stage is Stage.DECLARED
    one.press("Ctrl Z")
    one.answer(yes=False)
    assert one.standing.stage is Stage.DECLARED
    assert len(one.desk.night.journal) == 1


def test_enter_walks_to_the_button_and_declares_there(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.key(900, 700, 200)
    for _ in one.window.entry.checks.shown:
        one.press("Enter")
    assert one.focused() is one.window.entry.button
    one.press("Enter")
    assert one.standing.stage is Stage.DECLARED


def test_shift_enter_and_up_go_back(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    rows = one.window.entry.rows
    one.key(900, 700, 200)
    one.press("Shift Enter")
    assert one.focused() is rows.row(one.standing.contest.candidacies[2].id).box
    one.press("Up")
    assert one.focused() is rows.row(one.standing.contest.candidacies[1].id).box


def test_the_boxes_mark_thousands_when_they_are_left(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.type("1234")
    assert one.boxes()[0] == "1234"
    one.press("Enter")
    assert one.boxes()[0] == "1,234"
