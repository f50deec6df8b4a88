"""Parties by all the names publishers give them: resources/parties.csv, and a line made for those not in it."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from resultsdesk import assets
from resultsdesk.intake.cells import listed
from resultsdesk.psephology.party import Party, PartyId, PartyKind

UNKNOWN_COLOUR = "#A89F8A"  # a grey that is not the independents'
UNKNOWN_ORDER = 200
LONGEST_SHORT = 12  # characters of a name that needs no shortening
COOPERATIVE = PartyId("Coop")
COOPERATIVE_COMMISSION_ID = "PP119"
JOINT = ("co-operative", "co-op")  # what a joint candidacy's description has in it
LABOUR = PartyId("Lab")


@dataclass(frozen=True, slots=True)
class Label:
    """How a publisher names a party: its register number, its abbreviation, its name; any may be empty."""

    commission_id: str = ""
    code: str = ""
    name: str = ""


@cache
def known_parties() -> Mapping[PartyId, Party]:
    """Return the parties of resources/parties.csv."""
    return MappingProxyType({party.id: party for party, _ in _table()})


@cache
def _table() -> tuple[tuple[Party, tuple[str, ...]], ...]:
    with assets.resource("parties.csv").open(encoding="utf-8", newline="") as file:
        return tuple(
            (
                Party(
                    PartyId(row["id"]),
                    row["name"],
                    row["short"],
                    row["colour"],
                    int(row["order"]),
                    PartyKind(row["kind"] or PartyKind.PARTY),
                    row["called"],
                ),
                (row["id"], row["name"], *listed(row["ec"]), *listed(row["aliases"])),
            )
            for row in csv.DictReader(file)
        )


@cache
def _names() -> Mapping[str, PartyId]:
    return {_key(name): party.id for party, names in _table() for name in names}


class Register:
    """The parties of one briefing in the making: recognises labels and remembers every party it was asked for."""

    def __init__(self) -> None:
        self.parties: dict[PartyId, Party] = {}
        self._made: dict[str, PartyId] = {}

    def party(self, label: Label) -> PartyId:
        """Return the id of the party a label names, made from the label where nobody knows it."""
        keys = [_key(name) for name in (label.commission_id, label.code, label.name) if name]
        for key in keys:
            found = _names().get(key)
            if found is not None:
                return self.use(found)
        made = next((self._made[key] for key in keys if key in self._made), None) or self._make(label)
        for key in keys:
            self._made.setdefault(key, made)
        return made

    def use(self, party: PartyId) -> PartyId:
        """Return `party`, a known one, having taken it into the briefing."""
        self.parties.setdefault(party, known_parties()[party])
        return party

    def adjunct(self, label: Label) -> PartyId | None:
        """Return the Co-operative Party where a label is of a joint candidacy with Labour, else None."""
        joint = label.commission_id == "joint-party:53-119" or any(word in label.name.casefold() for word in JOINT)
        return self.use(COOPERATIVE) if joint and self.party(label) == LABOUR else None

    def in_order(self) -> dict[PartyId, Party]:
        """Return the parties in the order of lists."""
        ordered = sorted(self.parties.values(), key=lambda one: (one.order, one.name.casefold()))
        return {party.id: party for party in ordered}

    def _make(self, label: Label) -> PartyId:
        name = label.name or label.code or label.commission_id
        wanted = "".join(mark for mark in label.code or _initials(name) if mark.isalnum()) or "Party"
        party = PartyId(wanted)
        again = 2
        while party in self.parties or party in known_parties():
            party, again = PartyId(f"{wanted}{again}"), again + 1
        short = label.code or (name if len(name) <= LONGEST_SHORT else party)
        self.parties[party] = Party(party, name, short, UNKNOWN_COLOUR, UNKNOWN_ORDER)
        return party


def _key(name: str) -> str:
    """Return a name as names are compared: case, accents kept, one space between words."""
    return " ".join(name.casefold().replace("’", "'").split())


def _initials(name: str) -> str:
    words = [word for word in "".join(mark if mark.isalnum() else " " for mark in name).split() if word]
    if len(words) == 1:
        return words[0]
    return "".join(word[0].upper() for word in words if word.casefold() not in {"the", "of", "and", "for"})
