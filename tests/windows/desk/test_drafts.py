"""Half-typed counts survive, and are seen nowhere but in the form."""

from operators import Sit
from pytestqt.qtbot import QtBot

from resultsdesk.night.stages import Stage


def test_half_a_count_is_there_in_the_next_window(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.key(900)
    one.type("70")
    one.window.close()
    two = sit()
    assert all(standing.poll is None for standing in two.desk.night.contests.values())
    two.find("alpha")
    assert two.boxes() == ["900", "70", ""]
    assert two.banner().startswith("Half typed before, and kept")
    assert two.focused() is two.window.entry.rows.row(two.standing.contest.candidacies[2].id).box


def test_the_next_window_names_what_was_half_typed(sit: Sit) -> None:
    one = sit()
    assert "Half typed" not in one.window.entry.hint.text()
    for contest in ("beta", "alpha"):
        one.find(contest)
        one.key(900)
    one.window.close()
    assert "Half typed before, and kept: Alpha ward and Beta ward. Nobody" in sit().window.entry.hint.text()


def test_each_change_is_in_the_file_within_a_moment(sit: Sit, qtbot: QtBot) -> None:
    one = sit()
    one.find("alpha")
    one.type("9")
    kept = {"votes:alpha.1": "9", "desk": "Desk 1"}
    qtbot.waitUntil(lambda: one.file.drafts.get(one.standing.contest.id) == kept, timeout=1000)


def test_another_contest_takes_nothing_with_it(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.key(900)
    one.find("beta")
    assert one.boxes() == ["", "", "", ""]
    one.find("alpha")
    assert one.boxes() == ["900", "", ""]


def test_declaring_forgets_the_draft(sit: Sit) -> None:
    one = sit()
    one.enter("alpha", 900, 700, 200)
    assert one.file.drafts.load() == {}


def test_emptying_every_box_forgets_it_too(sit: Sit) -> None:
    one = sit()
    one.find("alpha")
    one.type("9")
    one.find("beta")
    one.find("alpha")
    one.window.entry.rows.focus(0)
    one.press("Ctrl A")
    one.press("Delete")
    one.find("beta")
    assert one.file.drafts.load() == {}


def test_what_was_typed_just_before_a_recount_is_kept(sit: Sit, qtbot: QtBot) -> None:
    one = sit()
    one.find("alpha")
    one.key(900, 700)
    one.press("Ctrl R")
    assert one.standing.stage is Stage.RECOUNT
    assert one.boxes() == ["900", "700", ""]
    assert one.banner() == "Recount called. The first count is not whole, so it stays half typed; nothing is on air."
    qtbot.waitUntil(lambda: bool(one.file.drafts.get(one.standing.contest.id)), timeout=1000)


def test_a_correction_half_typed_is_kept_as_one(sit: Sit) -> None:
    one = sit()
    one.enter("alpha", 900, 700, 200)
    one.find("alpha")
    one.press("Ctrl E")
    one.type("misheard")
    one.press("Enter")
    one.key(910)
    one.find("beta")
    one.find("alpha")
    assert one.boxes() == ["910", "700", "200"]
    assert one.window.entry.reason.text() == "misheard"
    one.press("Ctrl Enter")
    assert one.standing.revision == 2


def test_a_drawn_lot_is_kept_too(sit: Sit) -> None:
    one = sit()
    one.enter("gamma", 900, 800, 700, 700, 600, 500)
    one.press("2")
    one.press("Enter")
    one.window.close()
    two = sit()
    two.find("gamma")
    assert two.window.entry.keying.form.draft.lot == ("gamma.4",)


def test_a_correction_that_is_left_stays_half_typed(sit: Sit) -> None:
    one = sit()
    one.enter("alpha", 900, 700, 200)
    one.find("alpha")
    one.press("Ctrl E")
    one.type("misheard")
    one.press("Enter")
    one.key(910)
    one.press("Esc")
    assert one.boxes() == ["900", "700", "200"]
    assert one.banner().endswith("Ctrl E goes on with it.")
    one.press("Ctrl E")
    assert one.boxes() == ["910", "700", "200"]
    one.press("Esc")
    one.find("beta")
    one.find("alpha")
    assert one.boxes() == ["910", "700", "200"]
    assert one.window.entry.reason.text() == "misheard"


def test_an_undone_correction_that_is_left_stays_half_typed(sit: Sit) -> None:
    one = sit()
    one.enter("alpha", 900, 700, 200)
    one.find("alpha")
    one.press("Ctrl E")
    one.type("misheard")
    one.press("Enter")
    one.key(910)
    one.press("Ctrl Enter")
    one.press("Ctrl Z")
    one.answer()
    assert one.boxes() == ["910", "700", "200"]
    one.press("Esc")
    assert one.boxes() == ["900", "700", "200"]
    one.find("alpha")
    assert one.boxes() == ["910", "700", "200"]


def test_a_correction_with_nothing_typed_is_left_without_a_trace(sit: Sit) -> None:
    one = sit()
    one.enter("alpha", 900, 700, 200)
    one.find("alpha")
    one.press("Ctrl E")
    one.press("Esc")
    assert one.file.drafts.load() == {}
    assert one.banner() == ""


def test_a_box_emptied_in_a_correction_comes_back_empty(sit: Sit) -> None:
    one = sit()
    one.enter("alpha", 900, 700, 200)
    one.find("alpha")
    one.press("Ctrl E")
    one.window.entry.rows.focus(0)
    one.press("Ctrl A")
    one.press("Delete")
    one.press("Esc")
    one.press("Ctrl E")
    assert one.boxes() == ["", "700", "200"]
