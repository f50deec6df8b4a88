"""The JSON file against its schema, against another validator, and against figures read in another way."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from built_in import built_in

from resultsdesk.assets import resource
from resultsdesk.export.json_file import JsonWriter, json_files
from resultsdesk.export.summary import Summary
from resultsdesk.export.summary_object import FORMAT, VERSION, summary_object
from resultsdesk.night.briefing import Contest
from resultsdesk.night.night import Night
from resultsdesk.night.standing import Standing

SCHEMA = json.loads(resource("schemas", "summary.schema.json").read_text(encoding="utf-8"))


def written(summary: Summary, folder: Path) -> tuple[Any, tuple[str, ...]]:
    """Return what a summary's JSON file holds, and what its check says of it."""
    path, writer = folder / "summary.json", JsonWriter()
    writer.write(summary, path)
    return json.loads(path.read_text(encoding="utf-8")), writer.check(summary, path)


@pytest.fixture(params=["uk-2024", "uk-2017", "midlands-2016"])
def real(request: pytest.FixtureRequest, summary: Summary) -> Summary:
    """Each built-in night, finished."""
    return replace(summary, night=built_in(request.param), _made={})


def test_the_schema_is_a_schema_and_asks_for_this_version() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    asked = SCHEMA["properties"]
    assert (asked["format"]["const"], asked["version"]["const"]) == (FORMAT, VERSION)


def test_every_built_in_night_is_as_the_schema_says(real: Summary, tmp_path: Path) -> None:
    found, wrong = written(real, tmp_path)
    assert wrong == ()
    jsonschema.Draft202012Validator(SCHEMA).validate(found)
    assert found["rehearsal"] is True
    assert found["mode"] == "REHEARSAL"


def test_the_schema_names_everything_that_is_written(summary: Summary) -> None:
    def unnamed(value: Any, schema: Any, at: str = "") -> list[str]:  # noqa: ANN401 - whatever JSON holds
        if "$ref" in schema:
            schema = SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]]
        if "anyOf" in schema:
            return [] if value is None else unnamed(value, schema["anyOf"][0], at)
        if isinstance(value, list):
            return [one for item in value for one in unnamed(item, schema["items"], at)]
        if not isinstance(value, dict) or "properties" not in schema:
            return []
        missing = [f"{at}/{name}" for name in value if name not in schema["properties"]]
        inner = (unnamed(one, schema["properties"].get(name, {}), f"{at}/{name}") for name, one in value.items())
        return missing + [one for found in inner for one in found]

    assert unnamed(summary_object(replace(summary, night=built_in("uk-2024"), _made={})), SCHEMA) == []


def test_a_night_before_its_first_entry_is_as_the_schema_says(summary: Summary, tmp_path: Path) -> None:
    night = summary.night
    empty = Night(night.briefing, {one.id: Standing(one) for one in night.briefing.contests.values()})
    found, wrong = written(replace(summary, night=empty, _made={}), tmp_path)
    assert wrong == ()
    assert (found["known"], found["updated"], found["journal"]) == ("0 of 4 declared", None, [])
    assert {one["majority"] for one in found["contests"]} == {None}


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda found: found.update(version=2), "version: 1 was expected"),
        (lambda found: found["contests"][0].update(turnout=35.5), "contests/0/turnout: 35.5 is greater"),
        (lambda found: found["contests"][0].pop("lot"), 'contests/0: "lot" is a required property'),
        (lambda found: found["contests"][0].update(majority=1), "it is not the object"),
    ],
)
def test_what_is_not_as_written_is_found(summary: Summary, tmp_path: Path, spoil: Any, said: str) -> None:  # noqa: ANN401 - a lambda
    found, _ = written(summary, tmp_path)
    spoil(found)
    path = tmp_path / "summary.json"
    path.write_text(json.dumps(found), encoding="utf-8")
    (wrong, *_) = JsonWriter().check(summary, path)
    assert wrong.startswith(said)


def test_a_sum_that_is_not_its_contests_is_found(summary: Summary, tmp_path: Path) -> None:
    said = summary_object(summary)
    tally = said["tallies"][0]["parties"][0]  # type: ignore[index]  # a list of objects
    tally["votes"] += 1
    spoilt = replace(summary, _made={summary_object: said})
    _, wrong = written(spoilt, tmp_path)
    assert wrong == (f"Labour has {tally['votes']} as votes, and its candidacies {tally['votes'] - 1}",)


def test_names_in_any_script_and_what_ends_a_script_survive(summary: Summary, tmp_path: Path) -> None:
    alpha, *others = summary.night.briefing.contests.values()
    person = replace(alpha.candidacies[0], forenames="Ŷ é عرب 漢", surname="</script>\u2028=1+1")
    renamed: Contest = replace(alpha, candidacies=(person, *alpha.candidacies[1:]))
    briefing = replace(summary.night.briefing, contests={one.id: one for one in (renamed, *others)})
    contests = {
        one: replace(standing, contest=briefing.contests[one]) for one, standing in summary.night.contests.items()
    }
    night = replace(summary.night, briefing=briefing, contests=contests)
    found, wrong = written(replace(summary, night=night, _made={}), tmp_path)
    assert wrong == ()
    assert found["contests"][0]["candidacies"][0]["name"] == "Ŷ é عرب 漢 </script>\u2028=1+1"


def test_the_schema_comes_with_it(summary: Summary, tmp_path: Path) -> None:
    _, schema = json_files()
    schema.write(summary, tmp_path / schema.name)
    assert schema.check(summary, tmp_path / schema.name) == ()
    assert json.loads((tmp_path / "summary.schema.json").read_text(encoding="utf-8")) == SCHEMA
