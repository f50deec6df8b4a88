"""How a command ends when it does not end well: one sentence, and a status a script can tell apart."""

import json
from collections.abc import Sequence
from enum import IntEnum

import click

from resultsdesk.night.objections import Objection


class Status(IntEnum):
    """The exit status."""

    DONE = 0
    REFUSED = 1
    WRONG = 2
    BUG = 3
    STOPPED = 130


class Wrong(Exception):
    """The file or the words are wrong: a sentence of what, and one of what to do."""


class Refused(Exception):
    """The desk did not do it: objections stand against it."""

    def __init__(self, objections: Sequence[Objection], as_json: bool, remedy: str = "") -> None:
        super().__init__(remedy)
        self.objections, self.as_json, self.remedy = tuple(objections), as_json, remedy

    def tell(self) -> None:
        """Write the objections to stderr, and to stdout as JSON where that was asked for."""
        for one in self.objections:
            click.echo(f"{one.severity}: {one.code}: {one.text}", err=True)
        if self.remedy:
            click.echo(self.remedy, err=True)
        if self.as_json:
            said = {"refused": True, "objections": [objection_object(one) for one in self.objections]}
            click.echo(json.dumps(said, ensure_ascii=False, indent=2))


def objection_object(one: Objection) -> dict[str, object]:
    """Return an objection as a JSON object."""
    return {"code": one.code, "severity": str(one.severity), "text": one.text, "candidacies": list(one.at)}
