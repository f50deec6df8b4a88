"""When something cannot be kept: one clear sentence, and nothing typed is lost."""

import pytest
from operators import Operator, Sit

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.commands import Flash
from resultsdesk.night.stages import Stage
from resultsdesk.night.trouble import Trouble

BETA = ContestId("beta")


def fill_the_disk(one: Operator) -> None:
    """Let SQLite have no further page, and write until there is no room: to the desk it is a full disk."""
    connection = one.file._connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    winner = one.desk.night.contests[BETA].contest.candidacies[0].id

    def flash_until_full(size: int) -> None:
        while True:
            head = one.desk.night.contests[BETA].head
            one.desk.commit(Flash(contest=BETA, after=head, winner=winner, reason="x" * size))

    for size in (4000, 400, 40, 0):
        with pytest.raises(Trouble, match="full"):
            flash_until_full(size)


def make_room(one: Operator) -> None:
    one.file._connection.execute("PRAGMA max_page_count = 1000000")


def test_a_full_disk_is_told_and_the_figures_stay(sit: Sit) -> None:
    one = sit()
    fill_the_disk(one)
    before = len(one.desk.night.journal)
    one.find("alpha")
    one.key(900, 700, 200)
    while one.standing.stage is Stage.AWAITED and not one.banner():
        one.press("Ctrl Enter")
    assert "is full" in one.banner()
    assert "Nothing you typed is lost." in one.banner() or "safe only while this window is open" in one.banner()
    assert one.boxes() == ["900", "700", "200"]
    assert len(one.desk.night.journal) == before
    assert "is full" in one.window.top.words.trouble, "the top line does not say that it is saved"
    make_room(one)
    one.press("Ctrl Enter")
    assert one.standing.stage is Stage.DECLARED
    assert one.window.top.words.trouble == ""


def test_a_night_that_is_only_looked_at_takes_nothing(sit: Sit) -> None:
    one = sit()
    one.enter("alpha", 900, 700, 200)
    one.window.close()
    two = sit(read_only=True)
    assert "read only" in two.told()
    two.find("beta")
    for keys in ("Ctrl R", "Ctrl L", "Ctrl U", "Ctrl Enter", "Ctrl Z"):
        two.press(keys)
    two.find("alpha")
    two.press("Ctrl E")
    two.press("Ctrl T")
    assert two.asked() is None
    assert len(two.desk.night.journal) == 1
    assert two.boxes() == ["900", "700", "200"]
