"""summary.json: everything for programs, as the schema beside it says, in UTF-8, an item of a list a line."""

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from resultsdesk.assets import resource
from resultsdesk.export.objects import Object
from resultsdesk.export.summary import Summary, Writer
from resultsdesk.export.summary_object import summary_object

if TYPE_CHECKING:
    from jsonschema_rs import Draft202012Validator

NAME, SCHEMA_NAME = "summary.json", "summary.schema.json"
WHAT = (
    "The whole night for programs: election, parties, tallies, every contest with its candidacies, the story with its"
    f" evidence, the journal. {SCHEMA_NAME} describes it."
)
SCHEMA_WHAT = f"The JSON schema (draft 2020-12) of {NAME}."


@dataclass(frozen=True, slots=True)
class JsonWriter:
    """Writes the whole summary as JSON."""

    name: str = NAME
    what: str = WHAT

    def write(self, summary: Summary, path: Path) -> None:
        """Write it with a line for each item of its lists, so that two of them can be compared line by line."""
        with path.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(_pieces(summary.once(summary_object)))

    def check(self, summary: Summary, path: Path) -> tuple[str, ...]:
        """Return where the file is not what its schema says, and where its own figures disagree with each other."""
        found = json.loads(path.read_text(encoding="utf-8"))
        wrong = [f"{_at(one.instance_path)}: {one.message}" for one in _validator().iter_errors(found)]
        if wrong:
            return tuple(wrong)
        if found != summary.once(summary_object):
            return ("it is not the object that was to be written",)
        return tuple(_disagreeing(found))


@dataclass(frozen=True, slots=True)
class SchemaWriter:
    """Puts the schema beside what it describes."""

    name: str = SCHEMA_NAME
    what: str = SCHEMA_WHAT

    def write(self, summary: Summary, path: Path) -> None:
        """Copy the schema."""
        shutil.copyfile(resource("schemas", SCHEMA_NAME), path)

    def check(self, summary: Summary, path: Path) -> tuple[str, ...]:
        """Return whether it is the schema summaries are checked by."""
        same = path.read_bytes() == resource("schemas", SCHEMA_NAME).read_bytes()
        return () if same else ("it is not the schema of this program",)


def json_files() -> tuple[Writer, ...]:
    """Return the writers of the JSON file and of its schema."""
    return (JsonWriter(), SchemaWriter())


def _pieces(said: Object) -> Iterator[str]:
    for at, (name, value) in enumerate(said.items()):
        yield f"{',' if at else '{'}\n{json.dumps(name)}: "
        if isinstance(value, list) and value and isinstance(value[0], dict):
            yield "[\n"
            yield ",\n".join(map(_compact, value))
            yield "\n]"
        else:
            yield _compact(value)
    yield "\n}\n"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _at(path: list[str | int]) -> str:
    return "/".join(map(str, path)) or "the whole"


@cache
def _validator() -> "Draft202012Validator":
    from jsonschema_rs import Draft202012Validator

    schema = json.loads(resource("schemas", SCHEMA_NAME).read_text(encoding="utf-8"))
    return Draft202012Validator(schema, validate_formats=True)


def _disagreeing(found: Object) -> Iterator[str]:
    """Yield where the first tally is not the sum of its contests."""
    tallies, contests = found["tallies"], found["contests"]
    if not isinstance(tallies, list) or not isinstance(contests, list):
        raise TypeError("tallies and contests are lists")
    tally = tallies[0]
    votes: Counter[str] = Counter()
    won: Counter[str] = Counter()
    for contest in contests:
        for one in contest["candidacies"]:
            votes[one["party_id"]] += one["votes"] or 0
            won[one["party_id"]] += one["elected"] is True
        cast = [one["votes"] for one in contest["candidacies"] if one["votes"] is not None]
        if cast and sum(cast) != contest["valid_votes"]:
            yield f"the votes of {contest['name']} add up to {sum(cast)}, not to {contest['valid_votes']}"
    for party in tally["parties"]:
        for what, sums in (("votes", votes), ("won", won)):
            if party[what] != sums[party["id"]]:
                yield f"{party['name']} has {party[what]} as {what}, and its candidacies {sums[party['id']]}"
