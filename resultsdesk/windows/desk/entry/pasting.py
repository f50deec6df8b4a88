"""What was pasted from a spreadsheet, a message or a web page, as figures for the boxes."""

import re
from collections.abc import Sequence

from resultsdesk.desk.draft import whole_number
from resultsdesk.desk.finding import words_of
from resultsdesk.psephology.candidacy import Candidacy, CandidacyId

CELLS = re.compile(r"[\t;|]")


def cells(text: str) -> list[list[str]]:
    """Return the rows and cells of a pasted text, empty ones left out. A space is no border: 13 303 is one number."""
    rows = ([cell.strip() for cell in CELLS.split(line) if cell.strip()] for line in text.splitlines())
    return [row for row in rows if row]


def is_number(text: str) -> bool:
    """Return whether a cell is a whole number, thousands marked or not."""
    try:
        return whole_number(text) is not None
    except ValueError:
        return False


def figures_in_order(text: str) -> list[str] | None:
    """Return the figures of a column or a row of nothing but figures, or None where it is anything else."""
    rows = cells(text)
    flat = [cell for row in rows for cell in row]
    if len(flat) < 2 or not all(is_number(cell) for cell in flat):
        return None
    if len(rows) > 1 and any(len(row) > 1 for row in rows):
        return None
    return flat


def figures_by_name(text: str, candidacies: Sequence[Candidacy]) -> dict[CandidacyId, str] | None:
    """Return the figures of lines that each name one candidacy, in whatever order; None where a line does not."""
    found: dict[CandidacyId, str] = {}
    for row in cells(text):
        numbers = [cell for cell in row if is_number(cell)]
        words = {word for cell in row if not is_number(cell) for word in words_of(cell)}
        named = [one for one in candidacies if words and set(words_of(one.surname)) <= words]
        if len(named) > 1:
            named = [one for one in named if set(words_of(one.name)) <= words]
        if len(named) != 1 or not numbers or named[0].id in found:
            return None
        found[named[0].id] = numbers[0]
    return found or None
