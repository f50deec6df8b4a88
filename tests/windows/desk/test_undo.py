"""Taking back: what was typed is in the form again, and no key but the two that are named answers the question."""

import pytest
from operators import Operator, Sit
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from resultsdesk.night.entries import Kind
from resultsdesk.night.stages import Stage


def declared(sit: Sit) -> Operator:
    one = sit()
    one.find("alpha")
    one.key(900, 700, 200)
    one.declare()
    assert one.standing.stage is Stage.DECLARED
    return one


def test_one_wrong_digit_is_mended_without_keying_all_again(sit: Sit) -> None:
    one = declared(sit)
    one.press("Ctrl Z")
    assert "Its figures stay in the form, half typed." in one.answer()
    assert one.standing.stage is Stage.AWAITED
    assert one.boxes() == ["900", "700", "200"]
    assert one.banner() == "Undone: Alpha ward is awaited again, entry 2. What you had typed is here, half typed."
    first = one.window.entry.rows.row(one.standing.contest.candidacies[0].id)
    assert first is not None
    assert one.focused() is first.box
    assert one.focused().selectedText() == "900"
    one.press("Enter")
    one.type("710")
    one.declare()
    entry = one.desk.night.journal[-1]
    assert (entry.kind, tuple((entry.votes or {}).values())) == (Kind.DECLARED, (900, 710, 200))


def test_what_was_undone_is_a_draft_that_outlives_the_window(sit: Sit) -> None:
    one = declared(sit)
    one.press("Ctrl Z")
    one.answer()
    one.window.close()
    again = sit()
    again.find("alpha")
    assert again.boxes() == ["900", "700", "200"]
    assert again.banner() == "Half typed before, and kept. Nobody else has seen it."


def test_another_contest_on_the_form_gives_way_and_is_kept(sit: Sit) -> None:
    one = declared(sit)
    one.find("beta")
    one.key(10, 20)
    one.press("Ctrl Z")
    one.answer()
    assert one.standing.contest.name == "Alpha ward"
    assert one.boxes() == ["900", "700", "200"]
    one.find("beta")
    assert one.boxes()[:2] == ["10", "20"]


def test_a_keyed_time_comes_back_and_the_time_of_keying_does_not(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.key(900, 700, 200)
    one.window.entry.checks.boxes["declared_at"].setFocus()
    one.type("23:10")
    one.declare()
    assert f"{one.desk.night.briefing.local(one.desk.night.journal[-1].declared_at):%H:%M}" == "23:10"
    one.press("Ctrl Z")
    one.answer()
    assert one.window.entry.checks.boxes["declared_at"].text() == "23:10"
    one.window.entry.checks.boxes["declared_at"].setFocus()
    one.press("Ctrl A")
    one.press("Delete")
    one.declare()
    one.press("Ctrl Z")
    one.answer()
    assert one.window.entry.checks.boxes["declared_at"].text() == ""


def test_an_undone_correction_is_half_typed_with_its_reason(sit: Sit) -> None:
    one = declared(sit)
    one.find("alpha")
    one.press("Ctrl E")
    one.type("Misheard")
    one.press("Enter")
    one.key(910)
    one.declare()
    assert one.desk.night.journal[-1].kind is Kind.CORRECTED
    one.press("Ctrl Z")
    one.answer()
    assert [each.kind for each in one.desk.night.journal[-2:]] == [Kind.CORRECTED, Kind.CORRECTED]
    assert one.standing.poll is not None
    assert one.boxes() == ["910", "700", "200"]
    assert one.window.entry.reason.text() == "Misheard"
    one.press("Esc")
    assert one.boxes() == ["900", "700", "200"], "left, the figures as declared are shown"


def test_what_was_typed_since_is_later_than_what_is_undone(sit: Sit) -> None:
    one = declared(sit)
    one.find("alpha")
    one.press("Ctrl E")
    one.type("Misheard")
    one.press("Enter")
    one.key(915)
    one.find("beta")
    one.press("Ctrl Z")
    one.answer()
    assert one.boxes() == ["915", "700", "200"]


def test_an_undone_recount_gives_the_first_count_back(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.key(701, 700, 200)
    one.press("Ctrl R")
    assert one.boxes() == ["", "", ""]
    one.press("Ctrl Z")
    one.answer()
    assert one.standing.stage is Stage.AWAITED
    assert one.boxes() == ["701", "700", "200"]


def test_what_is_retracted_is_not_half_typed(sit: Sit) -> None:
    one = declared(sit)
    one.find("alpha")
    one.press("Ctrl T")
    one.answer(reason="Figures of another ward")
    assert one.boxes() == ["", "", ""]
    assert not one.file.drafts.get(one.standing.contest.id)


@pytest.mark.parametrize("typed", ["beta", "y", "900", " "])
def test_typing_on_answers_no_question(sit: Sit, typed: str) -> None:
    one = declared(sit)
    one.press("Ctrl Z")
    question = one.asked()
    assert question is not None
    QTest.keyClicks(QApplication.focusWidget(), typed)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(QApplication.focusWidget(), key)
    assert one.asked() is question
    assert question.astray.text() == "Ctrl Enter answers, Esc leaves it as it is."
    assert one.standing.stage is Stage.DECLARED
    one.answer(yes=False)
    assert one.standing.stage is Stage.DECLARED
    assert len(one.desk.night.journal) == 1


def test_enter_after_a_reason_does_not_retract(sit: Sit) -> None:
    one = declared(sit)
    one.find("alpha")
    one.press("Ctrl T")
    question = one.asked()
    assert question is not None
    QTest.keyClicks(QApplication.focusWidget(), "beta")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert one.asked() is question
    assert one.standing.stage is Stage.DECLARED
    one.answer(yes=False)


def test_a_figure_after_a_stray_key_flashes_nobody(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.press("Ctrl L")
    one.type("beta")
    one.press("Enter")
    one.key(2, 1, 3)  # the figures of a small ward
    assert one.desk.night.journal == ()
    one.press("Down")
    one.press("Enter")
    assert one.standing.stage is Stage.FLASHED, "the arrows choose"


def test_the_boxes_are_emptied_once_it_is_said_so(sit: Sit) -> None:
    one = declared(sit)
    one.press("Ctrl Z")
    one.answer()
    one.press("Ctrl Shift Delete")
    assert one.answer(yes=False).startswith("Alpha ward: empty the boxes?")
    assert one.boxes() == ["900", "700", "200"]
    one.press("Ctrl Shift Delete")
    one.answer()
    assert one.boxes() == ["", "", ""]
    assert not one.file.drafts.get(one.standing.contest.id)
    one.press("Ctrl Shift Delete")
    assert one.asked() is None
    assert one.banner() == "Alpha ward: nothing is half typed here."
