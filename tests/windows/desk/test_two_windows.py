"""Two desks on one file: each hears of the other's entries, and nobody loses what was typed."""

from operators import Sit
from pytestqt.qtbot import QtBot

from resultsdesk.night.stages import Stage


def test_each_sees_the_others_entries_within_half_a_second(sit: Sit, qtbot: QtBot) -> None:
    one, two = sit(desk="Desk 1"), sit(desk="Desk 2")
    two.settle()
    two.enter("alpha", 900, 700, 200)
    qtbot.waitUntil(lambda: "1 of 4 declared" in one.told(), timeout=500)
    assert "Desk 2: Alpha ward declared" in one.window.top.words.news


def test_another_window_of_the_same_desk_is_told_of_too(sit: Sit, qtbot: QtBot) -> None:
    one, two = sit(desk="Desk 1"), sit(desk="Desk 1")
    two.settle()
    two.enter("alpha", 900, 700, 200)
    qtbot.waitUntil(lambda: one.window.top.words.news == "Another window: Alpha ward declared", timeout=500)
    assert two.window.top.words.news == "", "what was keyed here is no news here"


def test_declared_elsewhere_while_typing_keeps_what_is_typed(sit: Sit, qtbot: QtBot) -> None:
    one, two = sit(desk="Desk 1"), sit(desk="Desk 2")
    one.settle()
    one.find("alpha")
    one.key(901, 700)
    two.settle()
    two.enter("alpha", 900, 700, 200)
    qtbot.waitUntil(lambda: "Desk 2: declared, entry 1." in one.banner(), timeout=500)
    assert one.boxes() == ["901", "700", ""]
    one.settle()
    one.window.entry.rows.focus(2)
    one.key(200)
    one.press("Ctrl Enter")
    assert one.desk.night.seq == 1, "the rules refuse what would have superseded it unseen"
    one.press("Ctrl E")
    assert one.boxes() == ["901", "700", "200"]
    one.type("read out again")
    one.press("Ctrl Enter")
    assert one.standing.revision == 2
    assert one.standing.poll.votes[one.standing.contest.candidacies[0].id] == 901


def test_flashed_elsewhere_while_typing_goes_on(sit: Sit, qtbot: QtBot) -> None:
    one, two = sit(desk="Desk 1"), sit(desk="Desk 2")
    one.settle()
    one.find("alpha")
    one.key(900, 700)
    two.settle()
    two.find("alpha")
    two.press("Ctrl L")
    two.press("1")
    two.press("Enter")
    qtbot.waitUntil(lambda: one.standing.stage is Stage.FLASHED, timeout=500)
    assert "What you typed is kept." in one.banner()
    one.settle()
    one.window.entry.rows.focus(2)
    one.key(200)
    one.press("Ctrl Enter")
    assert one.standing.stage is Stage.DECLARED


def test_each_is_told_that_both_key_one_contest(sit: Sit, qtbot: QtBot) -> None:
    one, two = sit(desk="Desk 1"), sit(desk="Desk 2")
    one.settle()
    one.find("alpha")
    one.key(901)
    one.window.entry.keying.keeping.save()
    two.settle()
    two.find("alpha")
    assert two.banner() == "Half typed at Desk 1, and kept. Only one of you should go on with it."
    assert two.boxes() == ["901", "", ""]
    two.key(700)
    two.window.entry.keying.keeping.save()
    qtbot.waitUntil(lambda: one.banner().startswith("Desk 2 keys this too."), timeout=500)
    assert one.boxes() == ["901", "", ""], "what is typed here is this desk's"
    third = sit(desk="Desk 3")
    assert "Half typed at another desk: Alpha ward (Desk 2)." in third.window.entry.hint.text()
    assert "Nobody else has seen it" not in third.window.entry.hint.text()


def test_a_desk_alone_is_told_of_nobody(sit: Sit) -> None:
    one, two = sit(desk="Desk 1"), sit(desk="Desk 2")
    one.settle()
    one.find("alpha")
    one.key(901)
    one.find("beta")
    two.settle()
    two.find("gamma")
    two.key(3)
    two.window.entry.keying.keeping.save()
    one.settle()
    one.find("alpha")
    assert one.banner().startswith("Half typed before, and kept.")
    one.window.entry.keying.look_elsewhere()
    assert one.banner().startswith("Half typed before, and kept.")


def test_leaving_a_correction_begun_at_another_desk_leaves_it_there(sit: Sit, qtbot: QtBot) -> None:
    one, two = sit(desk="Desk 1"), sit(desk="Desk 2")
    one.settle()
    one.enter("alpha", 900, 700, 200)
    one.find("alpha")
    qtbot.waitUntil(lambda: two.desk.night.seq == 1, timeout=500)
    one.settle()
    one.press("Ctrl E")
    one.type("misheard")
    one.window.entry.rows.focus(0)
    one.key(910)
    one.window.entry.keying.keeping.save()
    kept = one.file.drafts.get(one.standing.contest.id)
    two.settle()
    two.find("alpha")
    assert two.boxes() == ["910", "700", "200"]
    two.press("Esc")
    assert two.boxes() == ["900", "700", "200"]
    assert two.file.drafts.get(one.standing.contest.id) == kept
    assert kept["desk"] == "Desk 1"
