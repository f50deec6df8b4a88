"""`story`: what the night means, or meant at any past minute, for people and for scripts."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import wrap

import click

from resultsdesk.cli.columns import WIDTH
from resultsdesk.cli.heading import heading
from resultsdesk.cli.opening import night_to_look_at
from resultsdesk.cli.paths import PATH
from resultsdesk.cli.words import moment_named, scope_named
from resultsdesk.export.objects import instant
from resultsdesk.export.story_objects import line_object, withdrawn_object
from resultsdesk.night.commands import EntryId
from resultsdesk.night.night import Night, Scope, known_at, scope_name
from resultsdesk.psephology.baseline import Measure
from resultsdesk.story.chapters import chapters
from resultsdesk.story.filtering import filtered
from resultsdesk.story.lines import Evidence, Line, Source, Story, Withdrawn
from resultsdesk.story.telling import tell

MARGIN = 7
Numbers = Mapping[EntryId, int]
SOURCES = {Source.ENTRY: "", Source.BASELINE: " (last time)", Source.BRIEFING: " (briefing)"}


@click.command(short_help="Tell what the night means, line by line.")
@click.argument("file", type=PATH)
@click.option("--group", metavar="NAME", help="Only this group, region, nation or body, by its id or name.")
@click.option("--at", metavar="TIME", help="What was known then: 03:14 on the night's clock, or ISO 8601.")
@click.option(
    "--baseline",
    type=click.Choice([str(one) for one in Measure]),
    help="What a gain is measured against.",
)
@click.option("--evidence", is_flag=True, help="Under each line, the figures that make it true.")
@click.option("--json", "as_json", is_flag=True, help="Answer with JSON; see resources/docs/JSON.md.")
def story(file: Path, group: str | None, at: str | None, baseline: str | None, evidence: bool, as_json: bool) -> None:
    """Tell the story of the night: who won what from whom, firsts, records, upsets, and what is still to come."""
    with night_to_look_at(file) as night:
        moment = moment_named(night.briefing, at, "--at") if at is not None else None
        if moment is not None:
            night = known_at(night, moment)
        measure = Measure(baseline) if baseline else night.briefing.election.shown
        scope = scope_named(night, group) if group is not None else Scope()
        told = filtered(tell(night, measure), night, scope)
        if as_json:
            answer = {
                "at": instant(night, moment or night.last_keyed),
                "rehearsal": night.rehearsal,
                "baseline": str(measure),
                "scope": str(scope.kind),
                "scope_id": scope.name or None,
                "lines": [line_object(night, one) for one in told.lines],
                "withdrawn": [withdrawn_object(night, one) for one in told.withdrawn],
            }
            click.echo(json.dumps(answer, ensure_ascii=False, indent=2))
            return
        where = f" · {scope_name(night.briefing, scope)}" if scope.name else ""
        numbers = {one.entry_id: one.seq for one in night.journal} if evidence else None
        lines = tuple(_story_lines(night, told, numbers))
        click.echo("\n".join((f"{heading(night, moment, measure)}{where}", *lines)))


def _story_lines(night: Night, told: Story, numbers: Numbers | None) -> Iterator[str]:
    if not told.lines and not told.withdrawn:
        yield "There is nothing to tell yet."
    for title, lines in chapters(told):
        yield from ("", title)
        for line in lines:
            yield from _line(night, line, numbers)
    if told.withdrawn:
        yield from ("", "Withdrawn")
        for one in told.withdrawn:
            yield from _withdrawn(night, one)


def _line(night: Night, line: Line, numbers: Numbers | None) -> Iterator[str]:
    """Yield a line, with its evidence where the numbers of the entries are given."""
    yield from _set_out(night.briefing.clock(line.at), line.sentence)
    if line.missing:
        yield from _set_out("", f"Not known: {', '.join(line.missing)}.")
    if numbers is not None:
        for one in line.evidence:
            yield from _set_out("", f"- {one.label}: {one.value}{_found(one, numbers)}")


def _found(one: Evidence, numbers: Numbers) -> str:
    """Return where a figure is found: the number of its entry, last time, or the briefing."""
    return f" (entry {numbers[one.entry]})" if one.entry is not None else SOURCES[one.source]


def _withdrawn(night: Night, one: Withdrawn) -> Iterator[str]:
    yield from _set_out(night.briefing.clock(one.at), f"Not true: “{one.line.sentence}”")
    yield from _set_out("", one.why)


def _set_out(time: str, text: str) -> Iterator[str]:
    """Yield a text in lines that fit a terminal, with a time before the first."""
    first = f"{time}  " if time else ""
    yield from wrap(
        text, WIDTH, initial_indent=first.ljust(MARGIN), subsequent_indent=" " * MARGIN, break_on_hyphens=False
    )
