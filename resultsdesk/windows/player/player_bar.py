"""The player's bar: play and pause, how fast, on to the next, on to a time. The desk stays alive throughout."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QWidget
from shiboken6 import isValid

from resultsdesk.desk.draft import clock_time
from resultsdesk.desk.player import Player
from resultsdesk.painters.theme import Theme
from resultsdesk.psephology.rounding import number
from resultsdesk.windows.chooser import Chooser
from resultsdesk.windows.player.speeds import MAX, SPEEDS, TRUE_PACE_60, speed_words
from resultsdesk.windows.style import restyle

TICK = 50
"""Milliseconds between looks at the clock."""
SLICE = 0.012
"""Seconds the player may take before the windows get their turn."""
SHOWN_AFTER = 0.5
"""Seconds after which a jump shows how far it is."""


class PlayerBar(QFrame):
    """Plays a rehearsal into an open desk. `failed` tells of what could not be kept; the player has paused then."""

    failed = Signal(object)
    finished = Signal()

    def __init__(
        self,
        player: Player,
        theme: Theme,
        speed: float = TRUE_PACE_60,
        end: datetime | None = None,
        now: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("player")
        self.setAccessibleName("Rehearsal")
        self._player, self._end, self._now = player, end, now
        self._refused = self._begun = self._wrong = ""
        self._jump: datetime | None = None
        self._jump_from, self._jump_steps = 0.0, 0
        self._began, self._started = player.clock.now(), now()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)
        self.play = _button("Play", "F7")
        self.play.setCheckable(True)
        self.step = _button("Next", "F8")
        self.speed = Chooser(theme, "Speed of the rehearsal")
        self.time = QLabel()
        self.time.setObjectName("time")
        self.coming = QLabel()
        self.coming.setObjectName("muted")
        self.go_to = QLineEdit()
        self._had_keys: QWidget | None = None
        self.go_to.setPlaceholderText("to 03:14")
        self.go_to.setAccessibleName("Play on to this time at once")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(140)
        self.progress.setAccessibleName("How far the jump has come")
        self._arrange(speed)
        self.play.toggled.connect(self._toggled)
        self.step.clicked.connect(self.play_next)
        self.speed.currentIndexChanged.connect(self._restart)
        self.go_to.returnPressed.connect(self._go)
        self.go_to.textEdited.connect(lambda: self._tell_wrong(""))
        self._show()

    @property
    def playing(self) -> bool:
        """Return whether the night's time runs."""
        return self.play.isChecked()

    def start(self) -> None:
        """Let the night's time run."""
        self.play.setChecked(True)

    def pause(self) -> None:
        """Stop the night's time where it is."""
        self._jump = None
        self.play.setChecked(False)
        self._timer.stop()
        self._show()

    def play_next(self) -> None:
        """Play the next cue now, turning the clock on to it."""
        self._guarded(self._step)
        self._restart()
        self._show()

    def jump(self, moment: datetime) -> None:
        """Play everything up to a moment as fast as it can be kept, then go on as before."""
        self._jump = moment
        self._jump_from, self._jump_steps = self._now(), self._player.due_by(moment)
        self._timer.start(0)

    def _arrange(self, speed: float) -> None:
        choices = list(SPEEDS)
        if all(one != speed for _, one in choices):
            choices = sorted([*choices, (speed_words(speed), speed)], key=lambda choice: choice[1])
        for words, one in choices:
            self.speed.addItem(words, one)
        self.speed.setCurrentIndex(self.speed.findData(speed))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 5, 16, 5)
        row.setSpacing(9)
        for widget in (self.time, self.play, self.speed, self.step, self.go_to):
            row.addWidget(widget)
        row.addWidget(self.coming, 1)
        row.addWidget(self.progress)
        self.progress.hide()

    def ask_time(self) -> None:
        """Put the keys where the time to play on to is typed; once it is given they are back where they were."""
        had = self.window().focusWidget()
        self._had_keys = had if had is not self.go_to else self._had_keys
        self.go_to.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.go_to.selectAll()

    def _go(self) -> None:
        clock, briefing = clock_time(self.go_to.text()), self._player.desk.night.briefing
        if clock is None:
            self._tell_wrong("Give a time as 03:14.")
        elif (moment := briefing.moment(clock)) <= self._player.clock.now():
            self._tell_wrong(f"{clock:%H:%M} is past: a rehearsal does not go back. Begin another to see it again.")
        else:
            self.go_to.clear()
            if self._had_keys is not None and isValid(self._had_keys):
                self._had_keys.setFocus(Qt.FocusReason.OtherFocusReason)
            self.jump(moment)

    def _tell_wrong(self, words: str) -> None:
        """Say what is wrong with the time to play on to, or with nothing no more."""
        if words:
            self.go_to.selectAll()
        self.go_to.setProperty("trouble", "error" if words else "")
        restyle(self.go_to)
        self._wrong = words
        self._show()

    def _toggled(self, on: bool) -> None:
        self.play.setText("Pause  F7" if on else "Play  F7")
        if on and (start := self._player.skip_wait(self._speed, self._end)) is not None:
            begun = self._player.desk.night.briefing.local(start)
            self._begun = f"begun at {begun:%H:%M}, just before the first declaration"
        self._restart()
        if not on and self._jump is None:
            self._timer.stop()
        self._show()

    def _restart(self) -> None:
        """Count the night's time from here."""
        self._began, self._started = self._player.clock.now(), self._now()
        if self.playing or self._jump is not None:
            self._timer.start(0 if self._speed == MAX or self._jump is not None else TICK)

    @property
    def _speed(self) -> float:
        chosen = self.speed.currentData()
        return chosen if isinstance(chosen, float) else TRUE_PACE_60

    def _tick(self) -> None:
        if self._guarded(self._advance):
            self._show()

    def _guarded(self, act: Callable[[], object]) -> bool:
        """Do something that writes to the journal; pause and tell where it could not be kept."""
        try:
            act()
        except Exception as error:  # noqa: BLE001 - whoever listens tells a known failure from a bug
            self.pause()
            self.failed.emit(error)
            return False
        return True

    def _advance(self) -> None:
        player, until = self._player, self._now() + SLICE
        target = self._target()
        while (cue := player.next_cue) is not None and (target is None or cue.at <= target):
            self._step()
            if self._now() > until:
                return
        if target is not None:
            player.clock.turn(target)
        self._reached(target)

    def _step(self) -> None:
        """Play one cue, and keep in mind one that the desk refused: a real night's figures can be wrong too."""
        played = self._player.step()
        self._begun = ""
        if played is not None and played.done is not None and played.done.entry is None:
            name = self._player.desk.night.contests[played.cue.result.contest].contest.name
            self._refused = f"{name} was not played ({', '.join(one.code for one in played.done.verdict.errors)})"

    def _target(self) -> datetime | None:
        """Return the moment to play up to now, None for the end of the night."""
        if self._jump is not None:
            return self._jump
        if self._speed == MAX:
            return self._end
        now = self._began + timedelta(seconds=(self._now() - self._started) * self._speed)
        return now if self._end is None else min(now, self._end)

    def _reached(self, target: datetime | None) -> None:
        over = self._player.next_cue is None or (self._end is not None and target == self._end)
        if self._jump is not None:
            self._jump = None
            self._restart()
            if not self.playing:
                self._timer.stop()
        if over and self.playing:
            self.pause()
            self._end = None  # whoever plays on wants the rest
            self.finished.emit()

    def _show(self) -> None:
        """Show the time, what comes, and how far a long jump is."""
        player, briefing = self._player, self._player.desk.night.briefing
        self.time.setText(f"{briefing.local(player.clock.now()):%H:%M}")
        cue = player.next_cue
        self.coming.setToolTip(self._refused)
        self.play.setEnabled(cue is not None)
        self.step.setEnabled(cue is not None)
        if self._wrong:
            self.coming.setText(self._wrong)
        elif cue is None:
            self.coming.setText("Everything has been played.")
        else:
            name = briefing.contests[cue.result.contest].name
            words = f"next {briefing.local(cue.at):%H:%M} {name} · {number(player.left)} to come"
            self.coming.setText(" · ".join(one for one in (words, self._begun, self._refused) if one))
        far = self._jump is not None and self._now() - self._jump_from > SHOWN_AFTER
        self.progress.setVisible(far)
        if far and self._jump is not None:
            self.progress.setRange(0, max(1, self._jump_steps))
            self.progress.setValue(self._jump_steps - player.due_by(self._jump))


def _button(words: str, keys: str) -> QPushButton:
    button = QPushButton(f"{words}  {keys}")
    button.setAccessibleName(f"{words} ({keys})")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
