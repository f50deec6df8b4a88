"""Our own summary.json: what it tells of each contest, and the journal that led to it."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from resultsdesk.intake.faults import Faults
from resultsdesk.intake.parties import Label
from resultsdesk.intake.results.json_fields import JsonFields, JsonObject
from resultsdesk.intake.results.own_journal import read_journal
from resultsdesk.intake.results.told import KINDS, Source, ToldContest, ToldEntry, ToldPerson
from resultsdesk.intake.sheets import decoded
from resultsdesk.night.entries import Kind

FORMAT = "resultsdesk-summary"
VERSION = 1
WHAT = "our own summary.json"


def read_own_json(path: Path, faults: Faults) -> Source | None:
    """Return what a summary tells, noting what is wrong with it; None where it is none.

    Raises IntakeError where the file cannot be read at all.
    """
    text = decoded(path, faults)
    try:
        found = json.loads(text)
    except json.JSONDecodeError as wrong:
        faults.error(path.name, wrong.lineno, "json", f"This is not JSON ({wrong.msg}): export it again.")
        return None
    except (ValueError, RecursionError) as wrong:  # a number without end, lists within lists without end
        faults.error(path.name, 0, "json", f"This cannot be read as JSON ({wrong}): export it again.")
        return None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        faults.error(path.name, 1, "format", f"This is not {WHAT}: its “format” is not “{FORMAT}”.")
        return None
    if found.get("version") != VERSION:
        words = f"It is of version {found.get('version')!s:.20}, and this program reads {VERSION}: use a newer program."
        faults.error(path.name, 1, "version", words)
        return None
    return _source(found, JsonFields(path.name, faults))


def _source(found: JsonObject, fields: JsonFields) -> Source:
    election = found.get("election")
    day = fields.day(election, "day", "election") if isinstance(election, dict) else None
    journal = read_journal(found, fields)
    return Source(
        name=fields.file,
        what=WHAT,
        contests=tuple(_contest(one, at, day, journal, fields) for at, one in fields.objects(found, "contests")),
        rehearsal=found.get("rehearsal") is not False or found.get("mode") != "live",
    )


def _contest(
    one: JsonObject, at: str, day: date | None, journals: Mapping[str, tuple[ToldEntry, ...]], fields: JsonFields
) -> ToldContest:
    key = fields.text(one, "id", at)
    stage = fields.text(one, "stage", at)
    if stage not in KINDS:
        fields.wrong(at, "stage", f"“{stage[:40]}” is not one of {', '.join(KINDS)}")
    journal = journals.get(key, ())
    lot = one.get("lot")
    drawn = [str(each) for each in lot] if isinstance(lot, list) else []
    flashed = _flashed(journal) if KINDS.get(stage) is Kind.FLASHED else ""
    return ToldContest(
        name=fields.text(one, "name", at),
        body=fields.text(one, "body", at),
        ids=(key,) if key else (),
        people=tuple(
            _person(person, place, drawn, flashed, fields) for place, person in fields.objects(one, "candidacies", at)
        ),
        kind=KINDS.get(stage),
        rejected=fields.whole(one, "rejected", at),
        papers=fields.whole(one, "papers", at),
        declared_at=fields.moment(one, "declared_at", at),
        day=day,
        journal=journal,
    )


def _flashed(journal: Sequence[ToldEntry]) -> str:
    """Return whom the last flash named: only the journal knows."""
    return next((one.winner for one in reversed(journal) if one.kind is Kind.FLASHED), "")


def _person(one: JsonObject, at: str, drawn: list[str], flashed: str, fields: JsonFields) -> ToldPerson:
    key = fields.text(one, "id", at)
    elected = one.get("elected")
    return ToldPerson(
        name=fields.text(one, "name", at),
        label=Label("", fields.text(one, "party_id", at)),
        id=key,
        votes=fields.whole(one, "votes", at),
        elected=elected if isinstance(elected, bool) else None,
        drawn=drawn.index(key) + 1 if key in drawn else 0,
        flashed=bool(key) and key == flashed,
    )
