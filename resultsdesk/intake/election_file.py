"""election.toml: the night itself."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import tomli_w

from resultsdesk.intake.cells import Clock
from resultsdesk.intake.faults import Faults, IntakeError
from resultsdesk.intake.files import ELECTION
from resultsdesk.intake.sheets import decoded
from resultsdesk.night.briefing import Election, Lattice
from resultsdesk.psephology.baseline import BaselineKind, Measure

KEYS = (
    "id", "title", "date", "close_of_poll", "time_zone", "area", "areas", "deposits", "turnout",
    "shown_baseline", "layout", "credits", "baseline",
)  # fmt: skip
LONG_AGO = date(1900, 1, 1)  # stands in for a day that cannot be read: no time of the night is before it
TURNOUTS = ("valid", "papers")


@dataclass(frozen=True, slots=True)
class Heading:
    """What election.toml says: the election, the clock its times are told by, what baselines are unless they say."""

    election: Election
    clock: Clock
    baseline_election: str
    baseline_kind: BaselineKind


def read_heading(folder: Path, faults: Faults) -> Heading:
    """Return what election.toml says; where it cannot be read, a stand-in, so that the other files can be."""
    path = folder / ELECTION
    stand_in = _Reader({"id": folder.name, "title": folder.name, "date": LONG_AGO}, Faults())
    if not path.is_file():
        faults.error(ELECTION, 0, "missing-file", f"There is no {ELECTION}: every briefing begins with it.")
        return stand_in.heading()
    try:
        table = tomllib.loads(decoded(path, faults))
    except IntakeError as wrong:
        faults.error(ELECTION, 0, "unreadable", str(wrong))
        return stand_in.heading()
    except (ValueError, RecursionError) as wrong:  # TOMLDecodeError, and numbers or nesting beyond measure
        faults.error(ELECTION, _line_of(str(wrong)), "toml", f"This is not TOML ({wrong}): correct that place.")
        return stand_in.heading()
    return _Reader(table, faults).heading()


class _Reader:
    """Takes values out of the table, each of the kind it must be, noting those that are not."""

    def __init__(self, table: Mapping[str, object], faults: Faults) -> None:
        self.table = table
        self.faults = faults
        for key in table:
            if key not in KEYS:
                faults.warn(ELECTION, 0, "key-unknown", f"“{key}” is not read; the keys are {', '.join(KEYS)}.")

    def heading(self) -> Heading:
        zone_name, zone = self.zone()
        day = self.day()
        close = datetime.combine(day, self.close(), zone)
        baseline = self.table.get("baseline", {})
        inner = _Reader({}, self.faults)
        inner.table = baseline if isinstance(baseline, Mapping) else {}
        credit_lines = self.table.get("credits", [])
        if not isinstance(credit_lines, list) or not all(isinstance(one, str) for one in credit_lines):
            self.wrong("credits", "a list of lines of text")
            credit_lines = []
        election = Election(
            id=self.text("id"),
            title=self.text("title"),
            day=day,
            close_of_poll=close,
            zone=zone,
            zone_name=zone_name,
            area=self.text("area", "constituency"),
            areas=self.text("areas", "constituencies"),
            deposits=self.truth("deposits"),
            count_rejected=self.choice("turnout", TURNOUTS, "valid") == "papers",
            shown=Measure(self.choice("shown_baseline", tuple(Measure), Measure.LAST)),
            lattice=Lattice(self.choice("layout", tuple(Lattice), Lattice.ODD_R)),
            credits=tuple(credit_lines),
        )
        return Heading(
            election,
            Clock(close, zone),
            inner.text("election", "last time"),
            BaselineKind(inner.choice("kind", tuple(BaselineKind), BaselineKind.ACTUAL)),
        )

    def text(self, key: str, default: str = "") -> str:
        value = self.table.get(key, default)
        if not isinstance(value, str):
            self.wrong(key, "text in quotes")
            return default
        if not value.strip() and not default:
            self.faults.error(ELECTION, 0, "missing-key", f"“{key}” is missing: add it.")
        return value.strip()

    def truth(self, key: str) -> bool:
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            self.wrong(key, "true or false")
        return value is True

    def choice(self, key: str, among: tuple[str, ...], default: str) -> str:
        value = self.table.get(key, default)
        if value not in among:
            self.wrong(key, "one of " + ", ".join(f"“{one}”" for one in among))
            return default
        return str(value)

    def day(self) -> date:
        value = self.table.get("date")
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.wrong("date", "a date such as 2024-07-04")
            return LONG_AGO

    def close(self) -> time:
        value = self.table.get("close_of_poll", "22:00")
        if isinstance(value, time):
            return value
        try:
            return time.fromisoformat(str(value))
        except ValueError:
            self.wrong("close_of_poll", "a time such as “22:00”")
            return time(22)

    def zone(self) -> tuple[str, ZoneInfo]:
        name = self.text("time_zone", "Europe/London")
        try:
            return name, ZoneInfo(name)
        except (ValueError, OSError):  # the latter is ZoneInfoNotFoundError's cousin for odd names, such as "/"
            pass
        except KeyError:  # ZoneInfoNotFoundError
            pass
        self.faults.error(
            ELECTION,
            0,
            "time-zone",
            f"There is no time zone “{name}”: use a name of the tz database, such as “Europe/London”.",
        )
        return "UTC", ZoneInfo("UTC")

    def wrong(self, key: str, kind: str) -> None:
        self.faults.error(ELECTION, 0, "wrong-value", f"“{key}” must be {kind}: correct it.")


def write_heading(folder: Path, heading: Heading) -> None:
    """Write election.toml."""
    election = heading.election
    table: dict[str, object] = {
        "id": election.id,
        "title": election.title,
        "date": election.day,
        "close_of_poll": election.close_of_poll.astimezone(election.zone).time().isoformat("minutes"),
        "time_zone": election.zone_name,
        "area": election.area,
        "areas": election.areas,
        "deposits": election.deposits,
        "turnout": "papers" if election.count_rejected else "valid",
        "shown_baseline": election.shown.value,
        "layout": election.lattice.value,
        "credits": list(election.credits),
        "baseline": {"election": heading.baseline_election, "kind": heading.baseline_kind.value},
    }
    (folder / ELECTION).write_text(tomli_w.dumps(table), encoding="utf-8", newline="\n")


def _line_of(words: str) -> int:
    """Return the line a TOML error speaks of, or 0."""
    after = words.partition("at line ")[2]
    digits = after[: len(after) - len(after.lstrip("0123456789"))]
    return int(digits) if digits else 0
