"""`show`: what is known, or was known at any past minute, for people and for scripts."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from resultsdesk.cli.contest_lines import contest_lines, contest_rows, due_lines
from resultsdesk.cli.failures import Wrong
from resultsdesk.cli.heading import heading
from resultsdesk.cli.history_lines import history_lines
from resultsdesk.cli.opening import night_to_look_at
from resultsdesk.cli.paths import PATH
from resultsdesk.cli.tally_lines import tally_lines
from resultsdesk.cli.words import contest_named, moment_named, scope_named, scope_of_body
from resultsdesk.desk.player import clock_of
from resultsdesk.export.objects import contest_object, instant, step_object, tally_object
from resultsdesk.night.due import due
from resultsdesk.night.entries import Entry
from resultsdesk.night.history import history
from resultsdesk.night.night import Night, Scope, known_at
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.baseline import Measure


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: of which night, at what moment, measured how, over what."""

    night: Night
    at: datetime | None
    measure: Measure
    scope: Scope
    which: str | None

    @property
    def now(self) -> datetime:
        """Return the moment the answer is true for."""
        return self.at or clock_of(self.night).now()

    def standing(self) -> Standing:
        """Return the contest that was named."""
        return self.night.contests[contest_named(self.night.briefing, self.which or "").id]


Lines = Iterable[str]
Answer = tuple[Callable[[Question], object], Callable[[Question], Lines]]


@click.command(short_help="Show the tally, contests, gains, what is due, a history.")
@click.argument("file", type=PATH)
@click.argument("what", metavar="WHAT", type=click.Choice(["tally", "contests", "contest", "gains", "due", "history"]))
@click.argument("which", metavar="[CONTEST]", required=False)
@click.option("--at", metavar="TIME", help="What was known then: 03:14 on the night's clock, or ISO 8601.")
@click.option(
    "--baseline",
    type=click.Choice([str(one) for one in Measure]),
    help="What a gain is measured against.",
)
@click.option("--group", metavar="NAME", help="Only this group, region, nation or body, by its id or name.")
@click.option("--json", "as_json", is_flag=True, help="Answer with JSON; see resources/docs/JSON.md.")
def show(
    file: Path, what: str, which: str | None, at: str | None, baseline: str | None, group: str | None, as_json: bool
) -> None:
    """Show what is known, or was known at any past minute.

    WHAT is tally, contests, gains or due, of the night or a part of it; or contest or history, of one CONTEST.
    """
    wants_contest = what in ("contest", "history")
    if wants_contest and which is None:
        raise Wrong(f"Which one? Say `show {file} {what} CONTEST`, by id or name.")
    if wants_contest and group is not None:
        raise Wrong(f"`show {what}` is of one contest: leave out --group.")
    if not wants_contest and which is not None:
        raise Wrong(f"`show {what}` takes no contest: leave out “{which}”, or use --group for a part of the night.")
    with night_to_look_at(file) as night:
        moment = moment_named(night.briefing, at, "--at") if at is not None else None
        if moment is not None:
            night = known_at(night, moment)
        measure = Measure(baseline) if baseline else night.briefing.election.shown
        scope = scope_named(night, group) if group is not None else Scope()
        question = Question(night, moment, measure, scope, which)
        as_object, as_lines = ANSWERS[what]
        if as_json:
            click.echo(json.dumps(as_object(question), ensure_ascii=False, indent=2))
            return
        lines = tuple(as_lines(question))
        click.echo("\n".join((heading(night, moment, measure), *lines)))


def _tally_object(asked: Question) -> object:
    night = asked.night
    whole = night.main_scope if asked.scope == Scope() else asked.scope
    scopes = tuple(map(scope_of_body, night.briefing.bodies)) if asked.scope == Scope() else (asked.scope,)
    return {
        "scope": str(whole.kind),
        "at": instant(night, asked.now),
        "baseline": str(asked.measure),
        **tally_object(night, whole, asked.measure),
        "bodies": [tally_object(night, one, asked.measure) for one in scopes],
    }


def _tally_lines(asked: Question) -> Lines:
    night = asked.night
    scopes: tuple[Scope, ...] = (asked.scope,)
    if asked.scope == Scope() and night.briefing.bodies:
        scopes = tuple(map(scope_of_body, night.briefing.bodies))
    for place, scope in enumerate(scopes):
        if place:
            yield ""
        yield from tally_lines(night, scope, asked.measure)


def _contests_object(asked: Question) -> object:
    return [contest_object(asked.night, one, asked.measure) for one in asked.night.within(asked.scope)]


def _contests_lines(asked: Question) -> Lines:
    return contest_rows(asked.night, asked.night.within(asked.scope), asked.measure)


def _contest_object(asked: Question) -> object:
    return contest_object(asked.night, asked.standing(), asked.measure)


def _contest_lines(asked: Question) -> Lines:
    return contest_lines(asked.night, asked.standing(), asked.measure)


def _gained(asked: Question) -> list[Standing]:
    """Return the contests that changed hands, in the order they were declared."""
    found = []
    for one in asked.night.within(asked.scope):
        outcome = one.outcome(asked.measure)
        if outcome is not None and outcome.is_gain:
            found.append(one)
    return sorted(found, key=lambda one: (one.declared_at or asked.now, one.contest.name))


def _gains_object(asked: Question) -> object:
    return [contest_object(asked.night, one, asked.measure) for one in _gained(asked)]


def _gains_lines(asked: Question) -> Lines:
    gained = _gained(asked)
    if gained:
        return contest_rows(asked.night, gained, asked.measure)
    tally = asked.night.tally(asked.scope)
    known = tally.known.get(asked.measure, 0)
    if known == tally.declared:
        return ["No seat has changed hands."]
    return ["No seat is known to have changed hands." if known else "Who held the seats is not known: nor are gains."]


def _due_object(asked: Question) -> object:
    return [
        {
            "id": one.standing.contest.id,
            "name": one.standing.contest.name,
            "stage": str(one.standing.stage),
            "expected": instant(asked.night, one.standing.contest.expected),
            "lateness": str(one.lateness),
            "minutes": one.minutes,
        }
        for one in due(asked.night, asked.now, asked.scope)
    ]


def _due_lines(asked: Question) -> Lines:
    waiting = due(asked.night, asked.now, asked.scope)
    return due_lines(asked.night, waiting) if waiting else ["Nothing is awaited."]


def _history_object(asked: Question) -> object:
    said = []
    earlier: Entry | None = None
    for step in history(asked.standing()):
        said.append(step_object(asked.night, step, earlier, asked.measure))
        earlier = step.entry if step.entry.votes is not None else earlier
    return said


def _history_lines(asked: Question) -> Lines:
    return history_lines(asked.night, asked.standing(), asked.measure)


ANSWERS: dict[str, Answer] = {
    "tally": (_tally_object, _tally_lines),
    "contests": (_contests_object, _contests_lines),
    "contest": (_contest_object, _contest_lines),
    "gains": (_gains_object, _gains_lines),
    "due": (_due_object, _due_lines),
    "history": (_history_object, _history_lines),
}
