"""`briefing`: what is known before the polls close, built from published files, checked, listed."""

from pathlib import Path

import click

from resultsdesk.cli.build import build
from resultsdesk.cli.columns import aligned, words
from resultsdesk.cli.failures import Status
from resultsdesk.intake.check import check as find_faults
from resultsdesk.intake.faults import Severity
from resultsdesk.intake.library import builtin_briefings, find_briefing
from resultsdesk.psephology.rounding import number


@click.group(short_help="Build, check and list briefings.")
def briefing() -> None:
    """Build, check and list briefings: folders of CSV and TOML that say all that is known before the polls close."""


briefing.add_command(build)


@briefing.command("list")
def list_briefings() -> None:
    """List the briefings that come with the program."""
    offers = builtin_briefings()
    rows = [
        (one.id, f"{one.day.day} {one.day:%B %Y}", one.title, "can be rehearsed" if one.playable else "")
        for one in offers
    ]
    for line in aligned((words("Id"), words("Day"), words("Title", 50), words("")), rows):
        click.echo(line)


@briefing.command(short_help="List everything wrong with a briefing at once.")
@click.argument("folder", metavar="ID|DIR")
def check(folder: str) -> int:
    """List everything wrong with a briefing at once, each with its file, line and remedy."""
    path = Path(folder) if Path(folder).is_dir() else find_briefing(folder)
    faults = find_faults(path)
    for fault in faults:
        click.echo(f"{fault.severity}: {fault}")
    counts = {one: sum(fault.severity is one for fault in faults) for one in Severity}
    said = ", ".join(f"{number(count)} {one}{'' if count == 1 else 's'}" for one, count in counts.items() if count)
    click.echo(f"{path.resolve().name}: {said or 'nothing wrong'}.")
    return Status.WRONG if counts[Severity.ERROR] else Status.DONE
