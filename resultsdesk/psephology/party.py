"""Parties, and the two labels on a ballot paper that are not parties: independent and Speaker."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

PartyId = NewType("PartyId", str)


class PartyKind(StrEnum):
    """Tell apart a party from labels that candidacies share without being one body of people."""

    PARTY = "party"
    INDEPENDENT = "independent"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Party:
    """A line of the briefing's parties: `colour` is `#rrggbb`, `order` the place in lists where seats are equal.

    `called` is what a sentence calls its people, such as `the Greens`; empty where its name will do. `first_ever`
    says what a seat tonight would be the first of, such as `at a general election`; empty where it would not be one, or
    nobody knows.
    """

    id: PartyId
    name: str
    short: str
    colour: str
    order: int
    kind: PartyKind = PartyKind.PARTY
    called: str = ""
    first_ever: str = ""

    @property
    def compares(self) -> bool:
        """Return whether votes under this label can be compared with last time's under the same label."""
        return self.kind is not PartyKind.INDEPENDENT
