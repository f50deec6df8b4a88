"""The commands that open a window, and what stands in the way of one, in a line."""

from pathlib import Path

import click

from resultsdesk.cli.failures import Wrong
from resultsdesk.cli.paths import PATH
from resultsdesk.cli.screen import refuse_without_screen


def open_start_window() -> None:
    """Open the start window and stay until it is closed."""
    refuse_without_screen("`resultsdesk --help` lists the commands that need none.")
    from resultsdesk.app.program import run_start  # Qt: only once it is known that a window can open

    leave(run_start())


@click.command("open")
@click.argument("file", type=PATH)
def open_night(file: Path) -> None:
    """Open the desk on a night file."""
    from resultsdesk.store.night_file import open_night as open_file
    from resultsdesk.store.trouble import ReadOnlyNight

    try:
        open_file(file, read_only=True).close()  # a wrong file is told of here, before any window
    except ReadOnlyNight:  # made by an older version: whoever may write brings it up to date
        open_file(file).close()
    refuse_without_screen(f"`resultsdesk show {file} tally` needs none.")
    from resultsdesk.app.program import run_desk  # Qt, as above

    leave(run_desk(file))


def leave(status: int) -> None:
    """Raise Wrong where Qt's program did not end well."""
    if status:
        raise Wrong("The window did not open.")
