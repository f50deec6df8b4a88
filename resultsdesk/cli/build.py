"""`briefing build`: a briefing's folder from the files publishers offer."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from shlex import quote
from typing import Any

import click

from resultsdesk.cli.failures import Wrong
from resultsdesk.cli.paths import PATH
from resultsdesk.intake.built import Built
from resultsdesk.intake.check import check
from resultsdesk.intake.faults import Severity
from resultsdesk.intake.files import ELECTION
from resultsdesk.psephology.rounding import number

LOST = ("no-result",)
"""Good to know of a folder; of a publisher's file that has the other results it is a loss."""
Options = Callable[[Callable[..., None]], Callable[..., None]]


class Day(click.ParamType[date]):
    """A day as ISO 8601 writes it."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or fail with a sentence."""
        try:
            return date.fromisoformat(str(value).strip())
        except ValueError:
            self.fail(f"“{value}” is not a day: give it as 2024-07-04.", param, ctx)


def source(name: str, words: str, *, required: bool = False, several: bool = False) -> Options:
    """Return an option that names a file, or several when it is repeated."""
    metavar = "FILE" + ("…" if several else "")
    return click.option(name, type=PATH, metavar=metavar, required=required, multiple=several, help=words)


def common(command: Callable[..., None]) -> Callable[..., None]:
    """Add what every briefing needs: where it goes, its id, its title, its day."""
    for option in (
        click.option("--date", "day", type=Day(), required=True, metavar="YYYY-MM-DD", help="The day of the poll."),
        click.option("--title", required=True, help="As it is shown: “General election 2017”."),
        click.option("--id", "key", required=True, help="Short and without spaces: uk-2017."),
        click.argument("out", type=PATH),
    ):
        command = option(command)
    return command


@click.group(short_help="Build a briefing's folder from published files.")
def build() -> None:
    """Build a briefing's folder OUT from published files. It can be edited in a spreadsheet and a text editor."""


@build.command(short_help="Of the House of Commons Library's files.")
@common
@source("--candidates", "The House of Commons Library's candidates.", required=True)
@source("--constituencies", "Its constituencies: electorates, names, regions.", required=True)
@source("--baseline", "Notional votes on new boundaries, or an earlier election's candidates.", required=True)
@source("--declared", "When each was declared.")
@source("--layout", "A HexJSON layout.")
@source("--outlines", "GeoJSON outlines.")
@source("--by-elections", "By-elections since the last election: who sits where now.")
@source("--earlier", "An earlier election's constituencies: when to expect each.")
def commons(out: Path, key: str, title: str, day: date, **files: Path | None) -> None:
    """Build a general election from the House of Commons Library's files."""
    from resultsdesk.intake.commons import build_commons  # each importer is loaded when it is wanted

    make(out, key, title, day, build_commons, files)


@build.command(short_help="Of the Local Elections Archive's files.")
@common
@source("--results", "Results as in the Local Elections Archive.", required=True, several=True)
@source("--holders", "Who had each seat that is up.", several=True)
@source("--composition", "Councillors, or seats by party, after the night: for the seats not up.", several=True)
@source("--baseline", "An earlier year's results.", several=True)
@source("--layout", "HexJSON layouts; without one a layout is made.", several=True)
def councils(out: Path, key: str, title: str, day: date, **files: tuple[Path, ...]) -> None:
    """Build a night of council elections from the Local Elections Archive's files."""
    from resultsdesk.intake.local_archive import build_councils  # as above

    make(out, key, title, day, build_councils, files)


@build.command("democracy-club", short_help="Of Democracy Club's export of candidates.")
@common
@source("--candidates", "Democracy Club's export of candidates.", required=True)
@click.option(
    "--election",
    "elections",
    metavar="ID",
    multiple=True,
    help="Only elections whose id begins so, as local.birmingham; may be repeated.",
)
@source("--layout", "HexJSON layouts; without one a layout is made.", several=True)
@source("--outlines", "GeoJSON outlines.")
def democracy_club(out: Path, key: str, title: str, day: date, **files: object) -> None:
    """Build a night from Democracy Club's candidates export, with results where it has votes."""
    from resultsdesk.intake.democracy_club import build_democracy_club  # as above

    make(out, key, title, day, build_democracy_club, files)


def make(
    out: Path,
    key: str,
    title: str,
    day: date,
    builder: Callable[..., Built],
    files: dict[str, Any] | dict[str, object],  # Any: each importer has its own files
) -> None:
    """Build, write, and say what was made and what there is to look at."""
    if not key or ";" in key or any(map(str.isspace, key)):
        raise Wrong(f"--id “{key}” cannot be an id: give letters and figures without spaces, such as uk-2017.")
    if not title.strip():
        raise Wrong("--title is empty: say what the night is called, such as “General election 2017”.")
    if (out / ELECTION).exists():
        raise Wrong(f"{out} already holds a briefing, perhaps edited by hand: give another folder, or move it away.")
    if out.exists() and not out.is_dir():
        raise Wrong(f"{out} is a file: a briefing is a folder, so give another name.")
    built = builder(id=key, title=title, date=day, **files)
    try:
        built.write(out)
    except OSError as error:
        raise Wrong(f"{out} cannot be written: {error.strerror}. Give a folder you may write in.") from None
    briefing = built.briefing
    people = sum(len(one.candidacies) for one in briefing.contests.values())
    click.echo(
        f"{out}: {title}, {number(len(briefing.contests))} {briefing.election.areas}, {number(people)} candidacies, "
        f"{number(len(built.results))} result{'' if len(built.results) == 1 else 's'}."
    )
    worth = sum(fault.severity is not Severity.INFO or fault.code in LOST for fault in check(out))
    if worth:
        things = "One thing" if worth == 1 else f"{number(worth)} things"
        click.echo(f"{things} to look at: run `resultsdesk briefing check {quote(str(out))}`.")
