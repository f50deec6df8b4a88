"""What may stand in a box, and what becomes of it."""

import pytest
from operators import Sit

from resultsdesk.night.stages import Stage


@pytest.mark.parametrize("text", ["abc", "-5", "12.5", "900 votes"])
def test_what_is_not_a_whole_number_is_kept_and_refused(sit: Sit, text: str) -> None:
    one = sit()
    one.find("alpha")
    one.key(text, 700, 200)
    assert one.boxes()[0] == text
    assert one.button() == "Something must be put right"
    row = one.window.entry.rows.row(one.standing.contest.candidacies[0].id)
    assert "not a whole number" in row.box.accessibleName()
    one.press("Ctrl Enter")
    assert one.focused() is row.box, "the hand is led to what is wrong"
    assert one.standing.stage is Stage.AWAITED


@pytest.mark.parametrize("text", ["13,303", "13 303", "13\u00a0303", "13\u202f303", "13'303", " 13303 "])
def test_thousands_may_be_marked_in_any_way(sit: Sit, text: str) -> None:
    one = sit()
    one.find("alpha")
    one.paste(text)
    one.press("Enter")
    assert one.boxes()[0] == "13,303"


@pytest.mark.parametrize("text", ["900\n700\n200\n", "900\t700\t200", "900\r\n 700\r\n200", "1,900\n1 700\n1200"])
def test_a_pasted_column_or_row_fills_the_boxes(sit: Sit, text: str) -> None:
    one = sit()
    one.find("alpha")
    one.paste(text)
    one.press("Enter")
    assert [box.replace(",", "")[-3:] for box in one.boxes()] == ["900", "700", "200"]


def test_a_pasted_table_finds_its_candidates_in_any_order(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.paste("Candidate3\tLD\t200\nCandidate1\tLab\t900\nA Candidate2\tCon\t700")
    one.press("Enter")
    assert one.boxes() == ["900", "700", "200"]


def test_more_figures_than_boxes_fill_nothing(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.paste("900\n700\n200\n100")
    assert one.boxes() == ["", "", ""]
    assert one.banner() == "4 figures were pasted where 3 fit: nothing was filled in."


def test_the_total_read_out_is_ticked_or_asked_about(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.key(900, 700, 200, 1800)
    assert "✓" in one.window.entry.checks.label("read_out")
    one.press("Shift Enter")
    one.key(1900)
    assert "✗" in one.window.entry.checks.label("read_out")
    assert one.objections()[0] == "The figures add up to 100 short of the 1,900 read out."


def test_an_acknowledgement_is_of_these_words_alone(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.key(900, 700, 200, 1900)
    one.press("Ctrl 1")
    assert one.button() == "Declare"
    one.press("Shift Enter")
    one.key(1950)
    assert one.button() == "1 warning to acknowledge"


def test_with_many_candidates_the_box_with_the_keys_is_in_sight(sit: Sit) -> None:
    one = sit("rehearsal")
    most = max(one.desk.night.briefing.contests.values(), key=lambda contest: len(contest.candidacies))
    one.window.open_contest(most.id)
    rows = one.window.entry.rows
    for candidacy in most.candidacies:
        row = rows.row(candidacy.id)
        assert one.focused() is row.box
        top = row.mapTo(rows.viewport(), row.rect().topLeft()).y()
        assert top >= 0
        assert top + row.height() <= rows.viewport().height()
        one.key(1000)


def test_a_tie_in_a_ward_of_three_waits_for_the_lot(sit: Sit) -> None:
    one = sit()
    one.enter("gamma", 900, 800, 700, 700, 600, 500)
    assert one.button() == "A tie: enter the drawn lot"
    assert one.focused() is one.window.entry.choice.list
    one.press("2")
    one.press("Enter")
    one.declare()
    candidacies = one.standing.contest.candidacies
    assert set(one.standing.winners) == {candidacies[0].id, candidacies[1].id, candidacies[3].id}
    assert one.desk.night.journal[-1].lot == (candidacies[3].id,)
