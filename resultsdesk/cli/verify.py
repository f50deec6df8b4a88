"""`verify`: whether a night file holds what it promises."""

from pathlib import Path

import click

from resultsdesk.cli.failures import Status
from resultsdesk.cli.paths import PATH
from resultsdesk.psephology.rounding import number
from resultsdesk.store import verify as store
from resultsdesk.store.night_file import open_night


@click.command(short_help="Check that a night file holds what was entered.")
@click.argument("file", type=PATH)
def verify(file: Path) -> int:
    """Check a night file: SQLite's integrity, each desk's chain of entries, and the standing view against a replay."""
    found = store.verify(file)
    for one in found:
        click.echo(f"{one.code}: {one.text}", err=True)
    if found:
        many = "One promise does" if len(found) == 1 else f"{number(len(found))} promises do"
        click.echo(f"{many} not hold in {file.name}. Leave it as it is, and work on a copy or a backup.", err=True)
        return Status.WRONG
    with open_night(file, read_only=True) as night:
        entries = len(night.journal.entries())
        mode = "rehearsal" if night.rehearsal else "live night"
    click.echo(
        f"{file.name} is sound: a {mode} of {number(entries)} {'entry' if entries == 1 else 'entries'}; "
        "the chain, the replay and SQLite's integrity hold."
    )
    return Status.DONE
