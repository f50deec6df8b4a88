"""`new`: a live night from a briefing."""

from pathlib import Path
from shlex import quote

import click

from resultsdesk.app.nights import make_night
from resultsdesk.cli.paths import PATH
from resultsdesk.cli.progress import announce
from resultsdesk.psephology.rounding import number


@click.command(short_help="Make a live night of a briefing.")
@click.argument("file", type=PATH)
@click.option("--briefing", "source", metavar="ID|DIR", required=True, help="A built-in briefing's id, or a folder.")
def new(file: Path, source: str) -> None:
    """Make a live night of a briefing: the file everything will be entered in."""
    announce(f"Making {file} of the briefing {source}.")
    with make_night(file, source, rehearsal=False) as night:
        briefing = night.briefing()
        contests, election = len(briefing.contests), briefing.election
        click.echo(
            f"{file}: a live night of {election.title}, {number(contests)} "
            f"{election.area if contests == 1 else election.areas}. Open it with `resultsdesk open {quote(str(file))}`."
        )
