"""A person standing in one contest for one party."""

from dataclasses import dataclass
from typing import NewType

from resultsdesk.psephology.party import PartyId

CandidacyId = NewType("CandidacyId", str)


@dataclass(frozen=True, slots=True)
class Candidacy:
    """One line of a ballot paper: `order` counts from 1; `adjunct` is the second party of a joint candidacy.

    `elected_for` is the party for which a sitting member was elected, where that is known and is not `party`.
    """

    id: CandidacyId
    order: int
    forenames: str
    surname: str
    party: PartyId
    adjunct: PartyId | None = None
    sitting: bool = False
    elected_for: PartyId | None = None

    @property
    def name(self) -> str:
        """Return forenames and surname as spoken."""
        return f"{self.forenames} {self.surname}".strip()
