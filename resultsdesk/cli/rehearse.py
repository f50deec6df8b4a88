"""`rehearse`: a real night's results played through the desk, in a window or without one."""

import time
from datetime import datetime, timedelta
from pathlib import Path

import click

from resultsdesk.app.nights import desk_at, rehearsal_file
from resultsdesk.cli.failures import Status
from resultsdesk.cli.opening import author_of
from resultsdesk.cli.paths import PATH
from resultsdesk.cli.progress import Progress, announce
from resultsdesk.cli.screen import refuse_without_screen
from resultsdesk.cli.windows import leave
from resultsdesk.cli.words import moment_named, time_named
from resultsdesk.desk.player import Played, Player
from resultsdesk.desk.rehearsal import RehearsalClock
from resultsdesk.export.objects import outcome_said
from resultsdesk.psephology.rounding import number
from resultsdesk.store.night_file import NightFile

FASTEST = "max"
LOOK_EVERY = 0.2
"""Seconds between looks at what others have entered meanwhile."""


class Speed(click.ParamType[float]):
    """How many seconds of the night pass in one; infinity for `max`."""

    name = "speed"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """Return the speed, or fail with a sentence."""
        if isinstance(value, float):
            return value
        if str(value).strip().lower() == FASTEST:
            return float("inf")
        try:
            speed = float(str(value).strip().lower().removesuffix("x").removesuffix("×"))
        except ValueError:
            speed = 0.0
        if not 0 < speed < float("inf"):
            self.fail(f"“{value}” is not a speed: give a number such as 60, or max.", param, ctx)
        return speed


@click.command(short_help="Play a real night's results into a file.")
@click.argument("file", type=PATH)
@click.option("--briefing", "source", metavar="ID|DIR", required=True, help="A built-in briefing's id, or a folder.")
@click.option("--speed", type=Speed(), default="60", metavar="60|max", help="Times true pace; max waits for nothing.")
@click.option("--until", metavar="HH:MM", help="Stop when the night's clock has passed this minute.")
@click.option("--headless", is_flag=True, help="Play without a window.")
def rehearse(file: Path, source: str, speed: float, until: str | None, headless: bool) -> int | None:
    """Play a real night's results into FILE, made if it is not there, continued if it is.

    The night's own clock runs: entries bear its times.
    """
    if not headless:
        refuse_without_screen("Add --headless to play it without a window.")
    if until is not None:
        time_named(until, "--until")  # a wrong one is told of here, before any file is made
    if not file.exists():
        announce(f"Making {file} of the briefing {source}.")
    with rehearsal_file(file, source) as night:
        end = _end(night, until)
        if headless:
            return _play(night, speed, end)
    from resultsdesk.app.program import run_rehearsal  # Qt, and only now that a window can open

    leave(run_rehearsal(file, speed, end))
    return None


def _end(night: NightFile, until: str | None) -> datetime | None:
    """Return the last moment of the minute to stop after."""
    if until is None:
        return None
    return moment_named(night.briefing(), until, "--until").replace(second=59, microsecond=999_999)


def _play(file: NightFile, speed: float, end: datetime | None) -> int:
    desk = desk_at(file, author_of(None, "rehearsal"))
    clock = desk.clock
    if not isinstance(clock, RehearsalClock):
        raise ValueError("a rehearsal's desk goes by the rehearsal's clock")
    player = Player(desk, clock, file.results())
    player.skip_wait(speed, end)
    progress, refused = Progress(player.left), 0
    while (cue := player.next_cue) is not None and (end is None or cue.at <= end):
        _wait(player, cue.at, speed)
        played = player.step()
        refused += played is not None and _told(player, played, progress)
    progress.finish()
    night = desk.night
    declared = sum(one.decided for one in night.contests.values())
    areas = night.briefing.election.areas
    entries = f"{number(night.seq)} {'entry' if night.seq == 1 else 'entries'}"
    click.echo(f"{number(declared)} of {number(len(night.contests))} {areas} declared, {entries} in {file.path.name}.")
    return Status.REFUSED if refused else Status.DONE


def _wait(player: Player, until: datetime, speed: float) -> None:
    """Let the night's clock run to a moment at this speed, taking in what other windows enter on the way."""
    if speed == float("inf"):
        return
    clock, started, began = player.clock, time.monotonic(), player.clock.now()
    while (now := began + timedelta(seconds=(time.monotonic() - started) * speed)) < until:
        clock.turn(now)
        player.desk.catch_up()
        time.sleep(min(LOOK_EVERY, (until - now).total_seconds() / speed))


def _told(player: Player, played: Played, progress: Progress) -> bool:
    """Say on stderr what became of a cue; return whether the desk refused it."""
    done, night = played.done, player.desk.night
    if done is None:
        return False
    standing = night.contests[played.cue.result.contest]
    at, name = night.briefing.clock(player.clock.now()), standing.contest.name
    if done.entry is None:
        for one in done.verdict.errors:
            progress.say(f"{at}  {name} could not be played: {one.code}: {one.text}")
        return True
    outcome = outcome_said(night, standing, night.briefing.election.shown)
    progress.tell(f"{at}  entry {done.entry.seq}  {name}: {outcome}", player.left)
    return False
