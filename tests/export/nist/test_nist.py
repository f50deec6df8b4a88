"""NIST's common data format, by NIST's own schema where it is at hand, and by its own sums everywhere."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from built_in import built_in, told
from jsonschema_rs import validator_for
from summaries import built, put_right, strange, summary_of

from resultsdesk.export.nist.file import NistWriter
from resultsdesk.export.nist.report import nist_report, status
from resultsdesk.export.summary import Summary
from resultsdesk.night.entries import Kind

SUMMARIES = {
    "all": lambda: built("uk-2024"),
    "half": lambda: built("uk-2024", "04:47"),
    "nothing": lambda: built("uk-2024", "22:00"),
    "rehearsal": lambda: built("midlands-2016", None, live=False),
    "put right": put_right,
    "strange": strange,
}


def made(summary: Summary, folder: Path) -> Path:
    path = folder / "nist-report.json"
    NistWriter().write(summary, path)
    return path


def contest(said: dict[str, Any], name: str) -> dict[str, Any]:
    (found,) = [one for one in said["Election"][0]["Contest"] if one["Name"] == name]
    return dict(found)


@pytest.mark.parametrize("which", list(SUMMARIES))
def test_it_is_valid_by_nists_own_schema(which: str, shared: Path, tmp_path: Path) -> None:
    schema = json.loads((shared / "schemas/nist/election_results_reporting_v2.json").read_text(encoding="utf-8"))
    summary = SUMMARIES[which]()
    path = made(summary, tmp_path)
    found = json.loads(path.read_text(encoding="utf-8"))
    validator = validator_for(schema, validate_formats=True)
    assert [f"{one.instance_path}: {one.message}"[:300] for one in validator.iter_errors(found)] == []
    assert not validator.is_valid({**found, "Status": "perhaps"})
    assert NistWriter().check(summary, path) == ()


def test_half_a_night() -> None:
    said: Any = nist_report(built("uk-2024", "04:47"))
    assert said["Status"] == "unofficial-partial"
    assert said["IsTest"] is False
    assert "228 of 650 declared at 04:47" in said["Notes"]
    awaited = contest(said, "Aldershot")
    assert awaited["CountStatus"][0]["Status"] == "not-processed"
    assert all("VoteCounts" not in one for one in awaited["ContestSelection"])
    told_ = contest(said, "Ashfield")
    assert told_["CountStatus"][0]["Status"] == "completed"
    assert sum(one["VoteCounts"][0]["Count"] for one in told_["ContestSelection"]) == 39882
    by_id = {one["@id"]: one for one in said["Election"][0]["Candidate"]}
    statuses = [by_id[one["CandidateIds"][0]]["PostElectionStatus"] for one in told_["ContestSelection"]]
    assert sorted(statuses) == ["defeated"] * (len(statuses) - 1) + ["winner"]


def test_a_rehearsal_is_a_test() -> None:
    said = nist_report(built("midlands-2016", None, live=False))
    assert said["IsTest"] is True
    assert said["TestType"] == "REHEARSAL: not real results"


def test_what_was_only_heard_leaves_no_trace() -> None:
    said: Any = nist_report(put_right())
    heard = contest(said, "Aldershot")
    assert heard["CountStatus"][0]["Status"] == "in-process"
    ids = {one for each in heard["ContestSelection"] for one in each["CandidateIds"]}
    assert not any("PostElectionStatus" in one for one in said["Election"][0]["Candidate"] if one["@id"] in ids)
    assert contest(said, "Birmingham Perry Barr")["CountStatus"][0]["Status"] == "in-process"


def test_independents_and_the_speaker_have_no_party() -> None:
    said: Any = nist_report(built("uk-2024"))
    assert {"party-Ind", "party-Spk"}.isdisjoint(one["@id"] for one in said["Party"])
    chorley = contest(said, "Chorley")
    assert "EndorsementPartyIds" not in min(chorley["ContestSelection"], key=lambda one: -_votes(one))


def _votes(selection: dict[str, Any]) -> int:
    return int(selection["VoteCounts"][0]["Count"])


def test_unknown_is_left_out() -> None:
    said: Any = nist_report(built("midlands-2016"))
    areas = [one for one in said["GpUnit"] if one["@id"].startswith("area-")]
    assert len(areas) == 69
    birmingham = [one for one in areas if "VotersRegistered" not in one]
    assert len(birmingham) >= 40  # nobody published the electorates of its wards
    assert all(one["VotersRegistered"] > 0 for one in areas if "VotersRegistered" in one)


def test_the_kind_of_report() -> None:
    night = replace(built_in("uk-2024"), rehearsal=False)
    assert status(night) == "unofficial-complete"
    standing = next(one for one in night.contests.values() if one.contest.name == "Leicester South")
    assert standing.poll is not None
    put = told(night, "Leicester South", Kind.CORRECTED, votes=standing.poll.votes, reason="A reason")
    assert status(put) == "correction"
    again = told(told(night, "Leicester South", Kind.RETRACTED), "Leicester South", Kind.RECOUNT)
    assert status(again) == "recount"
    retracted = told(night, "Leicester South", Kind.RETRACTED)
    assert status(retracted) == "unofficial-partial"
    assert status(told(retracted, "Leicester South", Kind.POSTPONED)) == "unofficial-partial", "a poll is to come"


def test_a_tie_is_not_completed() -> None:
    night = replace(built_in("midlands-2016", "21:59"), rehearsal=False)
    standing = next(iter(night.contests.values()))
    level = {one.id: 100 for one in standing.contest.candidacies}
    said: Any = nist_report(summary_of(told(night, standing.contest.name, Kind.DECLARED, votes=level)))
    one = next(each for each in said["Election"][0]["Contest"] if each["@id"] == f"contest-{standing.contest.id}")
    assert one["CountStatus"][0]["Status"] == "in-process"
    assert not any("PostElectionStatus" in each for each in said["Election"][0]["Candidate"])


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        (lambda said: said["Election"][0]["Contest"][0].update({"ElectionDistrictId": "area-nowhere"}), "nothing has"),
        (lambda said: said["Party"].append(said["Party"][0]), "things have the id"),
        (lambda said: said["Election"][0]["Contest"].pop(), "contests where"),
        (lambda said: said.update({"IsTest": True}), "what kind"),
        (lambda said: said.pop("Issuer"), "Issuer is missing"),
    ],
)
def test_a_spoilt_file_is_found_out(spoil: Any, word: str, tmp_path: Path) -> None:  # noqa: ANN401 - a change to JSON
    summary = built("midlands-2016")
    path = made(summary, tmp_path)
    said = json.loads(path.read_text(encoding="utf-8"))
    spoil(said)
    path.write_text(json.dumps(said), encoding="utf-8")
    assert any(word in one for one in NistWriter().check(summary, path))
