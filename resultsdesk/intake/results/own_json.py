"""Our own summary.json: what it tells of each contest."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from resultsdesk.intake.cells import DIGITS
from resultsdesk.intake.faults import Faults, unreadable
from resultsdesk.intake.parties import Label
from resultsdesk.intake.results.told import KINDS, Source, ToldContest, ToldPerson
from resultsdesk.intake.sheets import decoded

FORMAT = "resultsdesk-summary"
VERSION = 1
WHAT = "our own summary.json"

Table = Mapping[str, object]


def read_own_json(path: Path, faults: Faults) -> Source | None:
    """Return what a summary tells, noting what is wrong with it; None where it is none.

    Raises IntakeError where the file cannot be read at all.
    """
    try:
        text = decoded(path, faults)
    except OSError as wrong:
        raise unreadable(path, wrong) from wrong
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
    return _Reader(path.name, faults).source(found)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one summary; whatever is not what it should be is noted, with where it stands."""

    file: str
    faults: Faults

    def source(self, found: Table) -> Source:
        election = found.get("election")
        day = self._day(election.get("day") if isinstance(election, dict) else None)
        flashes = dict(self._flashes(found))
        contests = [self._contest(one, f"contests[{at}]", day, flashes) for at, one in self._list(found, "contests")]
        rehearsal = found.get("rehearsal") is not False or found.get("mode") != "live"
        return Source(name=self.file, what=WHAT, contests=tuple(contests), rehearsal=rehearsal)

    def _flashes(self, found: Table) -> Iterator[tuple[str, str]]:
        """Yield whom the last flash of each contest named: only the journal knows."""
        for _, entry in self._list(found, "journal"):
            contest, winner = entry.get("contest"), entry.get("winner")
            if entry.get("kind") == "flashed" and isinstance(contest, str) and isinstance(winner, str):
                yield contest, winner

    def _contest(self, one: Table, at: str, day: date | None, flashes: Mapping[str, str]) -> ToldContest:
        key = self._text(one, "id", at)
        stage = self._text(one, "stage", at)
        if stage not in KINDS:
            self._wrong(at, "stage", f"“{stage[:40]}” is not one of {', '.join(KINDS)}")
        lot = one.get("lot")
        drawn = [str(each) for each in lot] if isinstance(lot, list) else []
        flashed = flashes.get(key, "") if stage == "flashed" else ""
        people = [
            self._person(person, f"{at}.candidacies[{place}]", drawn, flashed)
            for place, person in self._list(one, "candidacies", at)
        ]
        return ToldContest(
            name=self._text(one, "name", at),
            body=self._text(one, "body", at),
            ids=(key,) if key else (),
            people=tuple(people),
            kind=KINDS.get(stage),
            rejected=self._whole(one, "rejected", at),
            papers=self._whole(one, "papers", at),
            declared_at=self._moment(one, "declared_at", at),
            day=day,
        )

    def _person(self, one: Table, at: str, drawn: list[str], flashed: str) -> ToldPerson:
        key = self._text(one, "id", at)
        elected = one.get("elected")
        return ToldPerson(
            name=self._text(one, "name", at),
            label=Label("", self._text(one, "party_id", at)),
            id=key,
            votes=self._whole(one, "votes", at),
            elected=elected if isinstance(elected, bool) else None,
            drawn=drawn.index(key) + 1 if key in drawn else 0,
            flashed=bool(key) and key == flashed,
        )

    def _list(self, one: Table, name: str, at: str = "") -> Iterator[tuple[int, Table]]:
        """Yield the objects of a list, each with its place; anything else in it is noted."""
        items = one.get(name)
        if not isinstance(items, list):
            self._wrong(at, name, "there is no such list")
            return
        for place, item in enumerate(items):
            if isinstance(item, dict):
                yield place, item
            else:
                self._wrong(at, f"{name}[{place}]", "this is not an object")

    def _text(self, one: Table, name: str, at: str) -> str:
        value = one.get(name)
        if isinstance(value, str):
            return value.strip()
        self._wrong(at, name, "this is not text")
        return ""

    def _whole(self, one: Table, name: str, at: str) -> int | None:
        value = one.get(name)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**DIGITS:
            return value
        self._wrong(at, name, f"“{value!s:.40}” is not a whole number of 0 or more")
        return None

    def _moment(self, one: Table, name: str, at: str) -> datetime | None:
        value = one.get(name)
        if value is None:
            return None
        try:
            moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            self._wrong(at, name, f"“{value!s:.40}” is no time with its offset")
            return None
        return moment

    def _day(self, value: object) -> date | None:
        try:
            return date.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            self._wrong("election", "day", f"“{value!s:.40}” is no date")
            return None

    def _wrong(self, at: str, name: str, what: str) -> None:
        where = f"{at}.{name}" if at else name
        self.faults.error(self.file, 0, "json", f"{where}: {what}. Export it again.")
