"""Every file of the summary: a line for each kind of writer, in the order in which they are made.

Paper and pictures take longest and are made elsewhere; what needs least memory is made beside paper, which needs most.

What a writer needs of other packages it imports when it writes, so that one file costs only what it needs itself.
"""

from collections.abc import Sequence
from fnmatch import fnmatchcase

from resultsdesk.export.csv_file import CsvWriter
from resultsdesk.export.democracy_club import democracy_club_files
from resultsdesk.export.json_file import json_files
from resultsdesk.export.night_copy import night_copies
from resultsdesk.export.nist.file import nist_files
from resultsdesk.export.page.html import HtmlWriter
from resultsdesk.export.paper.pdf import PdfWriter
from resultsdesk.export.stills.png import png_files
from resultsdesk.export.stills.svg_file import svg_files
from resultsdesk.export.summary import Lent, Summary, Writer
from resultsdesk.export.tables import candidacies, contests, journal, tally
from resultsdesk.export.xlsx.workbook import xlsx_files
from resultsdesk.night.night import Night, Scope


def writers(summary: Summary, lent: Lent) -> tuple[Writer, ...]:
    """Return every writer of a summary, each for a file of its own."""
    return (
        PdfWriter(),
        *png_files(summary, lent.paint),
        *svg_files(summary),
        *csv_files(),
        *democracy_club_files(),
        *night_copies(summary, lent),
        HtmlWriter(),
        *json_files(),
        *nist_files(),
        *xlsx_files(),
    )


def csv_files() -> tuple[Writer, ...]:
    """Return a writer for each table that is written as CSV."""
    return (
        CsvWriter("candidacies.csv", candidacies.WHAT, candidacies.candidacies_table, {"votes": _votes}),
        CsvWriter("contests.csv", contests.WHAT, contests.contests_table, {"valid_votes": _votes}),
        CsvWriter("tally.csv", tally.WHAT, tally.tally_table),
        CsvWriter("journal.csv", journal.WHAT, journal.journal_table),
    )


def chosen(everything: Sequence[Writer], only: Sequence[str]) -> tuple[tuple[Writer, ...], tuple[str, ...]]:
    """Return the writers that are meant by names, and the names that mean none.

    A name is a file's (`contests.csv`), its beginning or its end (`contests`, `csv`), a folder's (`stills`), or a
    pattern (`stills/map-*`).
    """
    found = tuple(one for one in everything if any(_means(name, one.name) for name in only))
    return found, tuple(name for name in only if not any(_means(name, one.name) for one in everything))


def offered(everything: Sequence[Writer]) -> tuple[str, ...]:
    """Return what `chosen` can be asked for in a few names: files, and the folders of those that are many."""
    return tuple(dict.fromkeys(one.name.partition("/")[0] for one in everything))


def _means(name: str, file: str) -> bool:
    stem, _, end = file.rpartition(".")
    return name in (file, stem, end) or file.startswith(f"{name.rstrip('/')}/") or fnmatchcase(file, name)


def _votes(night: Night) -> int:
    return night.tally(Scope()).valid_votes
