"""The rows of the Local Elections Archive Project's files, ward by ward."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from resultsdesk.intake.ballots import Person, plain, split_name
from resultsdesk.intake.built import whole
from resultsdesk.intake.parties import Label, Register
from resultsdesk.intake.sheets import published
from resultsdesk.night.briefing import BodyId, ContestId

DRAWN = re.compile(r"\s*\((?:re-?|not )?elected\)$", re.IGNORECASE)  # beside those who drew lots, in some files
YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(slots=True)
class Ward:
    """The people of one ward."""

    id: ContestId
    name: str
    council: str
    body: BodyId
    people: list[Person] = field(default_factory=list)

    @property
    def elected(self) -> int:
        """Return how many were elected."""
        return sum(one.elected for one in self.people)

    @property
    def key(self) -> tuple[str, str]:
        """Return the names by which other files speak of this ward."""
        return plain(self.council), plain(self.name)


def read_wards(paths: Iterable[Path], register: Register) -> dict[ContestId, Ward]:
    """Return the wards of several files; placeholder rows, of mayors or where there was no poll, are passed over."""
    wards: dict[ContestId, Ward] = {}
    for path in paths:
        for row in published(path, "council", "ward", "candidate", "party", "votes", "elected"):
            if not row["candidate"]:
                continue
            council, name = row["council"], row["ward"]
            key = ContestId(row.get("ward_gss") or f"{slug(council)}.{slug(name)}")
            body = BodyId(row.get("council_gss") or slug(council))
            wards.setdefault(key, Ward(key, name, council, body)).people.append(_person(row, register))
    return wards


def earlier_wards(paths: Iterable[Path], register: Register) -> dict[tuple[str, str], tuple[Ward, str]]:
    """Return the wards of earlier years by the names of council and ward, each with its year."""
    found: dict[tuple[str, str], tuple[Ward, str]] = {}
    for path in paths:
        years = YEAR.findall(path.stem) or YEAR.findall(path.absolute().parent.name)
        for ward in read_wards([path], register).values():
            found.setdefault(ward.key, (ward, years[-1] if years else "last time"))
    return found


def slug(name: str) -> str:
    """Return a name as an id: small letters and hyphens."""
    return plain(name).replace(" ", "-")


def _person(row: Mapping[str, str], register: Register) -> Person:
    forenames, surname = split_name(DRAWN.sub("", row["candidate"]))
    label = Label("", row["party"])
    return Person(
        forenames,
        surname,
        register.party(label),
        register.adjunct(label),
        votes=whole(row["votes"]),
        elected=row["elected"] == "1",
    )
