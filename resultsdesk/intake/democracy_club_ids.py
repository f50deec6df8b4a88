"""Democracy Club's election and ballot ids, such as `local.birmingham.weoley.by.2016-05-05`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from resultsdesk.intake.ballots import plain

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
CAPITALS = {"ca": "CA"}  # combined authority
SMALL = {"and", "of", "on", "the", "upon", "in", "with", "by", "under", "next", "le"}

BODIES = {
    "parl": "House of Commons",
    "senedd": "Senedd Cymru",
    "naw": "National Assembly for Wales",
    "sp": "Scottish Parliament",
    "nia": "Northern Ireland Assembly",
    "gla": "London Assembly",
}
NOUNS = {
    "local": ("ward", "wards"),
    "parl": ("constituency", "constituencies"),
    "senedd": ("constituency", "constituencies"),
    "naw": ("constituency", "constituencies"),
    "sp": ("constituency", "constituencies"),
    "nia": ("constituency", "constituencies"),
    "gla": ("constituency", "constituencies"),
}


@dataclass(frozen=True, slots=True)
class BallotId:
    """A ballot's id: what is elected, where, whether at a by-election, and when."""

    text: str

    @property
    def kind(self) -> str:
        """Return what is elected: `local`, `parl`, `mayor` and so on."""
        return self.text.partition(".")[0]

    @property
    def day(self) -> str:
        """Return the date of the poll as the id has it, or nothing."""
        found = DAY.search(self.text)
        return found[0] if found else ""

    @property
    def by_election(self) -> bool:
        """Return whether it is a by-election."""
        return ".by." in self.text

    @property
    def election(self) -> str:
        """Return the id of the election the ballot is of: without its place."""
        parts = [part for part in self.text.split(".") if part != "by"]
        return ".".join(parts[:-2] + parts[-1:]) if len(parts) > 3 else ".".join(parts)

    @property
    def place(self) -> str:
        """Return the name of the place, as far as an id can tell it."""
        parts = [part for part in self.text.split(".")[1:] if part != "by" and not DAY.fullmatch(part)]
        return title(parts[-1]) if parts else self.text

    def is_of(self, elections: Iterable[str]) -> bool:
        """Return whether the ballot belongs to one of the elections, named by the beginnings of their ids."""
        undated = DAY.sub("", self.text).rstrip(".")
        return any(
            f"{undated}.".startswith(DAY.sub("", one).rstrip(".") + ".")
            for one in elections
            if not DAY.search(one) or DAY.findall(one)[0] == self.day
        )


def made_id(election: str, place: str) -> str:
    """Return the id of a ballot of which an old export gives election and place only."""
    parts = election.split(".")
    slug = plain(place).replace(" ", "-")
    return ".".join([*parts[:-1], slug, parts[-1]]) if DAY.fullmatch(parts[-1]) else f"{election}.{slug}"


def body_name(election: str) -> str:
    """Return the name of the body an election fills: a council, a parliament, a mayor."""
    parts = [part for part in election.split(".") if part != "by" and not DAY.fullmatch(part)]
    if parts[0] in BODIES:
        return BODIES[parts[0]]
    place = title(parts[-1]) if len(parts) > 1 else parts[0]
    if parts[0] == "mayor":
        return f"Mayor of {place}"
    if parts[0] == "pcc":
        return f"Police and Crime Commissioner, {place}"
    return place


def nouns(kinds: Iterable[str]) -> tuple[str, str]:
    """Return what an area is called, singular and plural, where elections of these kinds are held together."""
    found = {NOUNS.get(kind, ("area", "areas")) for kind in kinds}
    return found.pop() if len(found) == 1 else ("area", "areas")


def title(slug: str) -> str:
    """Return a slug as a name: `stoke-on-trent` as Stoke on Trent."""
    words = slug.split("-")
    return " ".join(
        word if at and word in SMALL else CAPITALS.get(word, word.capitalize()) for at, word in enumerate(words)
    )
