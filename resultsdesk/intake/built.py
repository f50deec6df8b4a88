"""What an importer makes of publishers' files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from resultsdesk.intake.folder import write_briefing
from resultsdesk.night.briefing import Briefing, Election, Lattice, Outline, PastResult
from resultsdesk.psephology.baseline import Measure

ZONE = "Europe/London"
CLOSE_OF_POLL = time(22)  # of every poll in the United Kingdom

CREDIT_COMMONS = "House of Commons Library, Open Parliament Licence v3.0"
CREDIT_ARCHIVE = "Andrew Teale, Local Elections Archive Project, CC BY-SA 3.0"
CREDIT_COUNCILS = "Open Council Data UK, CC BY-SA 4.0"
CREDIT_DEMOCRACY_CLUB = "Democracy Club, CC BY 4.0"
CREDIT_ONS = "ONS, OGL v3.0. Contains OS data © Crown copyright and database right"


@dataclass(frozen=True, slots=True)
class Built:
    """A briefing, with the results and outlines the files also gave."""

    briefing: Briefing
    results: tuple[PastResult, ...] = ()
    outlines: tuple[Outline, ...] = ()

    def write(self, folder: Path) -> None:
        """Write all of it as a briefing's folder."""
        write_briefing(folder, self.briefing, self.results, self.outlines)


def british_election(
    key: str,
    title: str,
    day: date,
    *,
    area: tuple[str, str],
    deposits: bool,
    shown: Measure,
    lattice: Lattice,
    credit_lines: Sequence[str],
) -> Election:
    """Return an election held in the United Kingdom; `area` is the noun of a contest's area, singular and plural."""
    zone = ZoneInfo(ZONE)
    return Election(
        id=key,
        title=title,
        day=day,
        close_of_poll=datetime.combine(day, CLOSE_OF_POLL, zone),
        zone=zone,
        zone_name=ZONE,
        area=area[0],
        areas=area[1],
        deposits=deposits,
        shown=shown,
        lattice=lattice,
        credits=tuple(dict.fromkeys(credit_lines)),
    )


def whole(text: str) -> int | None:
    """Return a publisher's whole number, thousands marked or not; None where the cell is empty or no number."""
    plain = text.replace(",", "")
    return int(plain) if plain.isascii() and plain.isdigit() else None
