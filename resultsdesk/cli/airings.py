"""`airings`: what was on which output from when to when, and what of it is not so any more."""

import json
from collections.abc import Collection
from pathlib import Path

import click

from resultsdesk.air.record import Aired, record
from resultsdesk.air.retelling import told_by
from resultsdesk.cli.airing_lines import airing_lines
from resultsdesk.cli.failures import Wrong
from resultsdesk.cli.paths import PATH
from resultsdesk.cli.words import contest_named, moment_named
from resultsdesk.export.airing_objects import aired_object
from resultsdesk.night.night import Night, replay
from resultsdesk.store.night_file import NightFile, open_night
from resultsdesk.story.lines import Story
from resultsdesk.story.telling import tell


@click.command(short_help="List what was on air, and what is not so any more.")
@click.argument("file", type=PATH)
@click.option("--output", metavar="NAME", help="Only this output, such as presenter.")
@click.option("--contest", metavar="CONTEST", help="Only where figures of this contest could be read, by id or name.")
@click.option("--at", metavar="TIME", help="Only what was there then: 03:14 on the night's clock, or ISO 8601.")
@click.option("--wrong", is_flag=True, help="Only what has been corrected or withdrawn since.")
@click.option("--json", "as_json", is_flag=True, help="Answer with JSON; see resources/docs/JSON.md.")
def airings(file: Path, output: str | None, contest: str | None, at: str | None, wrong: bool, as_json: bool) -> None:
    """List what was on air: which scene, with which figures, from when to when, on which output."""
    with open_night(file, read_only=True) as opened:
        night = replay(opened.briefing(), opened.journal.entries(), opened.rehearsal)
        outputs = opened.programme.load().outputs
        every = _everything(opened, night)
    every = _asked_for(every, night, outputs, output, contest, at)
    if wrong:
        every = tuple(one for one in every if one.wrong)
    measure = night.briefing.election.shown
    if as_json:
        answer = {
            "rehearsal": night.rehearsal,
            "baseline": str(measure),
            "airings": [aired_object(night, one, measure) for one in every],
        }
        click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
        return
    heading = f"{night.briefing.election.title}{' · REHEARSAL' if night.rehearsal else ''} · on air"
    narrowed = any((output, contest, at, wrong))
    nothing = "Nothing of that was on air." if narrowed else "Nothing has been on air."
    lines = tuple(airing_lines(night, every, measure)) or (nothing,)
    click.echo("\n".join((heading, *lines)))


def _everything(file: NightFile, night: Night) -> tuple[Aired, ...]:
    screenings = file.programme.screenings()
    # The story of a whole night takes a while to tell, and is wanted only where a line of it was on air.
    story = tell(night) if any(one.scene.lines for one in screenings) else Story()
    programme = file.programme
    return record(night, screenings, programme.ledger(), told_by(story), programme.left())


def _asked_for(
    every: tuple[Aired, ...], night: Night, outputs: Collection[str], output: str | None, contest: str | None,
    at: str | None,
) -> tuple[Aired, ...]:  # fmt: skip
    if output is not None:
        known = dict.fromkeys((*outputs, *(one.output for one in every)))
        if output not in known:
            raise Wrong(f"There is no output “{output}”: there are {', '.join(known)}.")
        every = tuple(one for one in every if one.output == output)
    if contest is not None:
        id = contest_named(night.briefing, contest).id
        every = tuple(one for one in every if one.about(id))
    if at is not None:
        moment = moment_named(night.briefing, at, "--at")
        every = tuple(one for one in every if one.there(moment))
    return every
