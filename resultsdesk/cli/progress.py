"""How far a long command has come: one line that changes on a terminal, a line each in a log."""

import sys

import click

from resultsdesk.cli.columns import WIDTH


def announce(text: str) -> None:
    """Say to a person what may take a second; a log or a script does not need it."""
    if sys.stderr.isatty():
        click.echo(text, err=True)


class Progress:
    """Says on stderr what has just been done. A line is out before the next thing begins."""

    def __init__(self, steps: int) -> None:
        self._steps = max(steps, 1)
        self._changing = sys.stderr.isatty()
        self._shown = False

    def tell(self, text: str, left: int) -> None:
        """Say what was done, and how many steps are left."""
        if not self._changing:
            click.echo(text, err=True)
            return
        line = f"{100 * (self._steps - left) // self._steps:3}%  {text}"
        click.echo(f"\r\x1b[K{line[: WIDTH - 1]}", err=True, nl=False)
        self._shown = True

    def say(self, text: str) -> None:
        """Say something that is to stay."""
        self.finish()
        click.echo(text, err=True)

    def finish(self) -> None:
        """Leave the line that changed."""
        if self._shown:
            click.echo("", err=True)
            self._shown = False
