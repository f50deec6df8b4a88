"""The rundown line by line: by hand, or by itself with new declarations coming in between."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil

from resultsdesk.air.moment import Moment
from resultsdesk.air.programme import (
    AirTrouble,
    Interrupt,
    Output,
    OutputName,
    Programme,
    Run,
    Waiting,
    Way,
    with_output,
)
from resultsdesk.air.switching import came_on, left_of
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.night.entries import Entry, Kind
from resultsdesk.night.night import Scope

MOST_WAITING = 5
"""Declarations that wait at most: at the height of a night the oldest would be shown an hour late."""
SHORTEST = timedelta(seconds=4)
"""What an interrupted line stays at least once it is back."""
NEW = frozenset({Kind.DECLARED, Kind.UNOPPOSED})


def next_line(programme: Programme, name: OutputName, moment: Moment, way: Way = Way.MOVE) -> Programme:
    """Take the rundown's next line; an automatic run goes on from it."""
    output = moment.output(programme, name)
    return with_output(programme, _next(programme, output, moment, way))


def start(programme: Programme, name: OutputName, moment: Moment) -> Programme:
    """Run the rundown by itself from its next line; the output is locked for whoever starts it."""
    output = moment.output(programme, name)
    if not programme.rundown:
        raise AirTrouble("The rundown is empty.", "Add scenes to it first.")
    return with_output(programme, _next(programme, replace(output, lock=moment.by, run=Run(None)), moment, Way.MOVE))


def stop(programme: Programme, name: OutputName, moment: Moment) -> Programme:
    """End the automatic run and let go of the output; what is on air stays."""
    output = moment.output(programme, name)
    return with_output(programme, replace(output, run=None, lock=""))


def hold(programme: Programme, name: OutputName, moment: Moment) -> Programme:
    """Stop the run's time, or let it go on."""
    output = moment.output(programme, name)
    run = output.run
    if run is None:
        raise AirTrouble("Nothing runs by itself here.", "What is on air stays until somebody changes it.")
    if run.held:
        changed = replace(run, until=moment.wall + max(run.left, SHORTEST), interrupting=None)
    else:
        changed = replace(run, until=None, left=left_of(run, moment), interrupting=None)
    return with_output(programme, replace(output, run=changed))


def tick(programme: Programme, moment: Moment) -> Programme:
    """Return the programme as the time has it: the same one where nothing is due. Only runs of whoever asks go on."""
    for output in programme.outputs.values():
        if output.run is not None and not output.run.held and output.lock == moment.by:
            programme = with_output(programme, _due(programme, output, output.run, moment))
    return programme


def declared(programme: Programme, entries: Iterable[Entry], moment: Moment) -> Programme:
    """Have new declarations wait that a rule wants shown. A correction interrupts nothing."""
    for entry in entries:
        if entry.kind not in NEW:
            continue
        seconds = [one.seconds for one in programme.interrupts if moment.night.holds(one.scope, entry.contest)]
        for output in programme.outputs.values() if seconds else ():
            if output.run is not None and output.lock == moment.by:
                others = tuple(one for one in output.run.waiting if one.contest != entry.contest)
                waiting = (*others, Waiting(entry.contest, max(seconds)))[-MOST_WAITING:]
                programme = with_output(programme, replace(output, run=replace(output.run, waiting=waiting)))
    return programme


def time_words(output: Output, wall: datetime) -> str:
    """Return how long what runs by itself stays, and how many wait to interrupt it; nothing where none runs."""
    run = output.run
    if run is None:
        return ""
    if run.until is None:
        said = "held"
    else:
        seconds = max(ceil((run.until - wall).total_seconds()), 0)
        said = f"{seconds} s, then back" if run.interrupting is not None and not run.waiting else f"{seconds} s left"
    return f"{said} · {len(run.waiting)} waiting" if run.waiting else said


def interrupt_for(programme: Programme, scope: Scope, seconds: int) -> Programme:
    """Have declarations in a scope interrupt for so many seconds; 0 takes the rule away."""
    others = tuple(one for one in programme.interrupts if one.scope != scope)
    return replace(programme, interrupts=(*others, Interrupt(scope, seconds)) if seconds > 0 else others)


def _due(programme: Programme, output: Output, run: Run, moment: Moment) -> Output:
    showing = run.interrupting is not None
    over = run.until is not None and run.until <= moment.wall
    if run.waiting and (over or not showing):
        return _interrupted(programme, output, run, moment)
    if not over:
        return output
    if not showing:
        return _next(programme, output, moment, Way.MOVE)
    line = programme.item(output.item)
    if line is None:
        return _next(programme, output, moment, Way.MOVE)
    back = came_on(output, line.scene, moment, Way.MOVE)
    return replace(back, run=Run(moment.wall + max(run.left, SHORTEST), waiting=run.waiting))


def _interrupted(programme: Programme, output: Output, run: Run, moment: Moment) -> Output:
    """Return the output with the first declaration that waits and still stands; else as it was."""
    first, *rest = run.waiting
    standing = moment.night.contests.get(first.contest)
    if standing is None or not standing.decided:
        return replace(output, run=replace(run, waiting=tuple(rest)))
    left = left_of(run, moment)
    shown = came_on(output, SceneRequest(SceneName.CONTEST, contest=first.contest), moment, Way.MOVE)
    until = moment.wall + timedelta(seconds=first.seconds)
    return replace(shown, run=Run(until, left, first.contest, tuple(rest)))


def _next(programme: Programme, output: Output, moment: Moment, way: Way) -> Output:
    line = programme.after(output.item)
    if line is None:
        if output.run is not None:  # the last line was taken out while it ran
            return replace(output, run=Run(None, waiting=output.run.waiting))
        raise AirTrouble("The rundown is empty.", "Add scenes to it first.")
    shown = came_on(output, line.scene, moment, way, line.id)
    after = programme.after(line.id)
    if after is not None and (output.cue is not None or output.preview is None):
        shown = replace(shown, preview=after.scene, cue=after.id)
    if output.run is None:
        return shown
    return replace(shown, run=Run(moment.wall + timedelta(seconds=line.dwell), waiting=output.run.waiting))
