"""The player's bar on a small night with three results, its clock in the test's hands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from night_files import BRIEFING, VOTES, votes
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from town import LATER

from resultsdesk.desk.desk import Desk
from resultsdesk.desk.player import Player
from resultsdesk.desk.rehearsal import RehearsalClock
from resultsdesk.night.briefing import ContestId, PastResult
from resultsdesk.night.commands import CallRecount
from resultsdesk.night.night import begin
from resultsdesk.night.rules import Author
from resultsdesk.night.stages import Stage
from resultsdesk.night.trouble import Trouble
from resultsdesk.painters.theme import theme
from resultsdesk.store.night_file import create_night
from resultsdesk.windows.player.player_bar import PlayerBar
from resultsdesk.windows.player.speeds import MAX

RESULTS = tuple(
    PastResult(ContestId(contest), LATER + timedelta(minutes=10 * place), votes(contest))
    for place, contest in enumerate(VOTES)
)


@dataclass
class Stopwatch:
    """Seconds that pass when the test says so."""

    seconds: float = 0.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Playing:
    bar: PlayerBar
    desk: Desk
    clock: RehearsalClock
    watch: Stopwatch

    def stages(self) -> list[Stage]:
        return [self.desk.night.contests[ContestId(one)].stage for one in VOTES]


@pytest.fixture
def playing(tmp_path: Path, qtbot: QtBot) -> Iterator[Playing]:
    with create_night(tmp_path / "town.night", BRIEFING, "rehearsal", RESULTS) as file:
        clock = RehearsalClock(LATER - timedelta(minutes=5))
        desk = Desk(begin(BRIEFING, rehearsal=True), file.journal, clock, Author("AB", "Desk 1"))
        watch = Stopwatch()
        bar = PlayerBar(Player(desk, clock, file.results()), theme("dark", {}), 60.0, now=watch)
        qtbot.addWidget(bar)
        bar.show()
        yield Playing(bar, desk, clock, watch)
        bar.pause()


def test_the_nights_time_runs_as_fast_as_was_asked(playing: Playing, qtbot: QtBot) -> None:
    playing.bar.start()
    playing.watch.seconds = 4.9
    qtbot.waitUntil(lambda: playing.desk.clock.now() == LATER - timedelta(seconds=6))
    assert playing.stages() == [Stage.AWAITED] * 3
    playing.watch.seconds = 5.0
    qtbot.waitUntil(lambda: playing.stages() == [Stage.DECLARED, Stage.AWAITED, Stage.AWAITED])
    assert playing.desk.night.journal[0].keyed_at == LATER


def test_the_wait_for_the_first_declaration_is_left_out_and_said(
    playing: Playing, tmp_path: Path, qtbot: QtBot
) -> None:
    with create_night(tmp_path / "early.night", BRIEFING, "rehearsal", RESULTS) as file:
        clock = RehearsalClock(LATER - timedelta(hours=2))
        desk = Desk(begin(BRIEFING, rehearsal=True), file.journal, clock, Author("AB", "Desk 1"))
        bar = PlayerBar(Player(desk, clock, file.results()), theme("dark", {}), 60.0, now=playing.watch)
        qtbot.addWidget(bar)
        bar.start()
        assert clock.now() == LATER - timedelta(minutes=5)
        begun = f"{BRIEFING.local(clock.now()):%H:%M}"
        assert f"begun at {begun}, just before the first declaration" in bar.coming.text()
        bar.play_next()
        assert "begun at" not in bar.coming.text(), "it is told until it is no news"
        bar.pause()


def test_a_pause_stops_the_time_and_playing_goes_on_from_it(playing: Playing, qtbot: QtBot) -> None:
    playing.bar.start()
    playing.watch.seconds = 2.0
    qtbot.waitUntil(lambda: playing.desk.clock.now() == LATER - timedelta(minutes=3))
    playing.bar.play.setChecked(False)
    playing.watch.seconds = 1000.0
    playing.bar.start()
    playing.watch.seconds = 1001.0
    qtbot.waitUntil(lambda: playing.desk.clock.now() == LATER - timedelta(minutes=2))
    assert playing.stages() == [Stage.AWAITED] * 3


def test_next_plays_one_and_turns_the_clock_to_it(playing: Playing, qtbot: QtBot) -> None:
    qtbot.keyClick(playing.bar.step, Qt.Key.Key_Space)
    assert playing.stages() == [Stage.DECLARED, Stage.AWAITED, Stage.AWAITED]
    assert playing.desk.clock.now() == LATER
    assert playing.bar.coming.text() == "next 02:10 Beta ward · 2 to come"
    assert not playing.bar.playing


def test_a_time_is_played_on_to_at_once(playing: Playing, qtbot: QtBot) -> None:
    playing.bar.step.setFocus()
    playing.bar.ask_time()
    qtbot.keyClicks(playing.bar.go_to, "0215")
    qtbot.keyClick(playing.bar.go_to, Qt.Key.Key_Return)
    assert playing.bar.focusWidget() is playing.bar.step, "the keys are where they were"
    qtbot.waitUntil(lambda: playing.desk.clock.now() == LATER + timedelta(minutes=15))
    assert playing.stages() == [Stage.DECLARED, Stage.DECLARED, Stage.AWAITED]
    assert not playing.bar.playing


def test_a_wrong_time_stays_in_the_box(playing: Playing, qtbot: QtBot) -> None:
    qtbot.keyClicks(playing.bar.go_to, "soon")
    qtbot.keyClick(playing.bar.go_to, Qt.Key.Key_Return)
    assert playing.bar.go_to.text() == "soon"
    assert playing.bar.coming.text() == "Give a time as 03:14."
    qtbot.keyClicks(playing.bar.go_to, "2310")
    assert playing.bar.coming.text().startswith("next "), "it is told until it is put right"
    qtbot.keyClick(playing.bar.go_to, Qt.Key.Key_Return)
    assert playing.bar.coming.text().startswith("23:10 is past: a rehearsal does not go back.")
    assert playing.stages() == [Stage.AWAITED] * 3


def test_as_fast_as_it_can_be_kept_to_the_end(playing: Playing, qtbot: QtBot) -> None:
    playing.bar.speed.setCurrentIndex(playing.bar.speed.findData(MAX))
    with qtbot.waitSignal(playing.bar.finished):
        playing.bar.start()
    assert playing.stages() == [Stage.DECLARED] * 3
    assert playing.bar.coming.text() == "Everything has been played."
    assert not playing.bar.play.isEnabled()


def test_what_somebody_keyed_is_passed_over(playing: Playing, qtbot: QtBot) -> None:
    playing.bar.play_next()
    standing = playing.desk.night.contests[ContestId("beta")]
    assert playing.desk.commit(CallRecount(contest=standing.contest.id, after=standing.head)).entry
    playing.bar.play_next()
    kinds = [entry.source for entry in playing.desk.night.contests[ContestId("beta")].entries]
    assert kinds == ["keyed", "rehearsal"]


def test_a_long_jump_shows_how_far_it_is(playing: Playing, qtbot: QtBot) -> None:
    assert not playing.bar.progress.isVisible()
    shown = []
    playing.desk.subscribe(lambda _: _pass(playing.watch, shown, playing.bar))
    playing.bar.jump(LATER + timedelta(hours=1))
    qtbot.waitUntil(lambda: playing.stages() == [Stage.DECLARED] * 3)
    qtbot.waitUntil(lambda: not playing.bar.progress.isVisible())
    assert any(shown)


def _pass(watch: Stopwatch, shown: list[bool], bar: PlayerBar) -> None:
    """Let a declaration take most of a second."""
    shown.append(bar.progress.isVisible())
    watch.seconds += 0.8


def test_a_full_disk_pauses_and_is_told(playing: Playing, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise Trouble("The disk is full.", "Free some space.")

    monkeypatch.setattr(playing.desk, "commit", full)
    playing.bar.start()
    with qtbot.waitSignal(playing.bar.failed) as failed:
        playing.watch.seconds = 6.0
    assert isinstance(failed.args[0], Trouble)
    assert not playing.bar.playing
    monkeypatch.undo()
    playing.bar.play_next()
    assert playing.stages()[0] is Stage.DECLARED


def test_it_stops_at_the_end_it_was_given_and_can_go_on(playing: Playing, qtbot: QtBot) -> None:
    until = LATER + timedelta(minutes=1)
    player = Player(playing.desk, playing.clock, RESULTS)
    bar = PlayerBar(player, theme("dark", {}), MAX, until, now=playing.watch)
    qtbot.addWidget(bar)
    with qtbot.waitSignal(bar.finished):
        bar.start()
    assert playing.desk.clock.now() == until
    assert playing.stages() == [Stage.DECLARED, Stage.AWAITED, Stage.AWAITED]
    with qtbot.waitSignal(bar.finished):
        bar.start()
    assert playing.stages() == [Stage.DECLARED] * 3


def test_what_the_desk_refuses_is_said(playing: Playing, qtbot: QtBot) -> None:
    wrong = PastResult(ContestId("alpha"), LATER, dict.fromkeys(votes("alpha"), 9000))
    player = Player(playing.desk, playing.clock, (wrong, *RESULTS[1:]))
    bar = PlayerBar(player, theme("dark", {}), now=playing.watch)
    qtbot.addWidget(bar)
    bar.play_next()
    assert playing.stages()[0] is Stage.AWAITED
    assert bar.coming.text().endswith("· Alpha ward was not played (over-electorate, tie-without-lot)")
