"""Seats that changed hands since the last election: by-elections, and whose each seat is now."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from resultsdesk.intake.ballots import plain
from resultsdesk.intake.faults import IntakeError
from resultsdesk.intake.parties import Label, Register
from resultsdesk.intake.sheets import published
from resultsdesk.psephology.candidacy import Candidacy
from resultsdesk.psephology.party import PartyId


@dataclass(frozen=True, slots=True)
class ByElection:
    """Who won a by-election: `words` are its publisher's, such as `LD gain from Con`."""

    day: date
    surname: str
    party: Label
    words: str

    @property
    def note(self) -> str:
        """Return it as a note on the contest."""
        said = f": {self.words}" if self.words else ""
        return f"By-election of {self.day.day} {self.day:%B %Y}{said}."


def read_by_elections(path: Path) -> Mapping[str, Sequence[ByElection]]:
    """Return the by-elections by the constituency's plain name, in order of days. Raises IntakeError."""
    found: dict[str, list[ByElection]] = defaultdict(list)
    for row in published(path, "By-election date", "Constituency name", "Member surname", "First party"):
        try:
            day = datetime.strptime(row["By-election date"], "%d/%m/%Y").date()  # noqa: DTZ007 - a day has no zone
        except ValueError as wrong:
            raise IntakeError(f"“{row['By-election date']}” in {path} is no date such as 16/12/2021.") from wrong
        won = ByElection(day, row["Member surname"], Label("", row["First party"]), row.get("Result", ""))
        found[plain(row["Constituency name"])].append(won)
    return {name: sorted(there, key=lambda one: one.day) for name, there in found.items()}


def holder(sitting: Sequence[Candidacy], by_elections: Sequence[ByElection], register: Register) -> tuple[PartyId, ...]:
    """Return whose a constituency's seat is now, or nothing where the files do not tell.

    It is the party for which its one sitting member stands; where none stands, that of the last by-election here;
    where several do, that of the one among them who won it. A seat without a by-election whose member does not stand
    again is unknown: members change party between elections, and no file says which those who left had joined.
    """
    if len(sitting) == 1:
        return (sitting[0].party,)
    if not by_elections:
        return ()
    last = by_elections[-1]
    if not sitting:
        return (register.party(last.party),)
    winners = tuple(one.party for one in sitting if plain(one.surname) == plain(last.surname))
    return winners if len(winners) == 1 else ()
