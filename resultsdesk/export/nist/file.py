"""nist-report.json: the night in NIST's common data format, for programs that read it."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from resultsdesk.export.nist.report import nist_report, status
from resultsdesk.export.summary import Summary
from resultsdesk.night.night import Scope

NAME = "nist-report.json"
WHAT = (
    "The night as an ElectionReport of NIST SP 1500-100 version 2. Its ids, sums and states are checked when it is"
    " written; NIST's own schema is not part of the program."
)
_REQUIRED = (
    "@type", "Format", "GeneratedDate", "Issuer", "IssuerAbbreviation", "SequenceEnd", "SequenceStart", "Status",
    "VendorApplicationId",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NistWriter:
    """Writes the report."""

    name: str = NAME
    what: str = WHAT

    def write(self, summary: Summary, path: Path) -> None:
        """Write it in one line, in UTF-8."""
        text = json.dumps(nist_report(summary), ensure_ascii=False, separators=(",", ":"))
        path.write_text(text + "\n", encoding="utf-8", newline="\n")

    def check(self, summary: Summary, path: Path) -> tuple[str, ...]:
        """Return which ids lead nowhere and which sums and states are not the night's."""
        return tuple(_wrong(summary, json.loads(path.read_text(encoding="utf-8"))))


def nist_files() -> tuple[NistWriter, ...]:
    """Return the one writer."""
    return (NistWriter(),)


def _wrong(summary: Summary, found: dict[str, Any]) -> Iterator[str]:
    night = summary.night
    for name in _REQUIRED:
        if name not in found:
            yield f"{name} is missing"
            return
    if found["IsTest"] is not night.rehearsal or found["Status"] != status(night):
        yield "it does not say what kind of report it is"
    ids = Counter(_values(found, "@id"))
    for one, times in ids.items():
        if times > 1:
            yield f"{times} things have the id {one}"
    for one in _references(found):
        if one not in ids:
            yield f"nothing has the id {one}"
    contests = found["Election"][0]["Contest"]
    if len(contests) != len(night.contests):
        yield f"it has {len(contests)} contests where there are {len(night.contests)}"
    votes = sum(one["Count"] for contest in contests for one in _counts(contest))
    if votes != night.tally(Scope()).valid_votes:
        yield f"its votes add up to {votes}, not to {night.tally(Scope()).valid_votes}"
    winners = sum(one.get("PostElectionStatus") == "winner" for one in found["Election"][0]["Candidate"])
    won = sum(night.tally(Scope()).won.values())
    if winners != won:
        yield f"it has {winners} winners where there are {won}"


def _counts(contest: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for one in contest["ContestSelection"]:
        yield from one.get("VoteCounts", ())


def _values(found: object, name: str) -> Iterator[str]:
    """Yield every value of this name, however deep it stands."""
    if isinstance(found, dict):
        for key, value in found.items():
            if key == name:
                yield value
            else:
                yield from _values(value, name)
    elif isinstance(found, list):
        for one in found:
            yield from _values(one, name)


def _references(found: object) -> Iterator[str]:
    """Yield every id that something is pointed to by: the names of such fields end in Id or Ids."""
    if isinstance(found, dict):
        for key, value in found.items():
            if key.endswith("Ids"):
                yield from value
            elif key.endswith("Id") and key != "VendorApplicationId":
                yield value
            elif isinstance(value, dict | list):
                yield from _references(value)
    elif isinstance(found, list):
        for one in found:
            yield from _references(one)
