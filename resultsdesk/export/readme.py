"""README.txt: what is what in the folder, said by the writers themselves."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath

from resultsdesk.export.checksums import NAME as SUMS
from resultsdesk.export.folder import OF_NIGHT
from resultsdesk.export.report.bodies import compared
from resultsdesk.export.summary import Summary, Writer

WIDTH = 100
INDENT = "    "

READ_FIRST = (".pdf", ".html", ".xlsx", ".csv", ".json")
"""Files are told of by their ends: what people read before what programs do."""

NOT_REAL = "REHEARSAL. These are not results: nothing here may be published."
WAYS = (
    "Unknown is an empty cell, or null in JSON; it is never 0.",
    (
        "Shares, changes in share and turnout are parts of 1 in CSV and JSON: 0.354974 is 35.5 per cent. In the"
        " spreadsheet shares are percentages, and changes are percentage points: 3.4 is 0.034."
    ),
    "Times are ISO 8601 on the night's own clock, with its offset.",
    "Text that a spreadsheet could take for a formula has an apostrophe before it in CSV; in XLSX it is text.",
)


def readme_text(summary: Summary, writers: Sequence[Writer], kept: Sequence[str]) -> str:
    """Return the README of a folder with the files of these writers, and with `kept` from an earlier summary."""
    return "\n".join(_lines(summary, writers, kept)) + "\n"


def _lines(summary: Summary, writers: Sequence[Writer], kept: Sequence[str]) -> Iterator[str]:
    night, election = summary.night, summary.night.briefing.election
    local = night.briefing.local(summary.written)
    yield from _headed(f"{election.title}: summary of the night", "=")
    if summary.mark:
        yield from (NOT_REAL, "")
    yield f"{summary.declared}."
    yield f"{'; '.join(compared(summary))}."
    if summary.at is not None:
        yield f"As known at {night.briefing.local(summary.at):%H:%M on %Y-%m-%d}; what came later is not in it."
    yield f"Written {local:%Y-%m-%d %H:%M} ({election.zone_name}) by {summary.made_by}."
    yield f"{OF_NIGHT}{election.id}"
    yield from ("", *_headed("What is what", "-"))
    for writer in sorted(writers, key=_reading_order):
        if "/" not in writer.name:
            yield summary.named(writer.name)
            yield from _paragraph(writer.what)
    yield summary.named(SUMS)
    yield from _paragraph("The checksum of every file: `sha256sum -c` tells whether any has changed since.")
    yield from _kinds(summary, writers)
    if kept:
        yield from ("", *_headed("From an earlier summary", "-"), *kept)
    yield from ("", *_headed("How to read it", "-"), *_items(WAYS))
    if election.credits:
        yield from ("", *_headed("Credits", "-"), *_items(election.credits))


def _reading_order(writer: Writer) -> int:
    end = PurePosixPath(writer.name).suffix
    return READ_FIRST.index(end) if end in READ_FIRST else len(READ_FIRST)


def _kinds(summary: Summary, writers: Sequence[Writer]) -> Iterator[str]:
    """Yield the files in folders, those that show one thing in several formats and sizes together."""
    kinds: dict[tuple[str, str], list[Writer]] = {}
    for writer in writers:
        if "/" in writer.name:
            stem, size, _ = writer.name.rpartition("-")
            what, _, _ = writer.what.rpartition(", ")
            kinds.setdefault((stem, what) if size and what else (writer.name, writer.what), []).append(writer)
    for (stem, what), many in kinds.items():
        if len(many) == 1:
            yield f"{summary.named(many[0].name)}: {many[0].what}"
        else:
            tails = [one.name.removeprefix(f"{stem}-").partition(".") for one in many]
            sizes, formats = (
                list(dict.fromkeys(each)) for each in ((one[0] for one in tails), (one[2] for one in tails))
            )
            yield f"{summary.named(stem)}-*: {what} ({', '.join(sizes)}; {', '.join(formats)})."


def _headed(words: str, line: str) -> tuple[str, str]:
    return words, line * len(words)


def _paragraph(words: str) -> list[str]:
    return textwrap.wrap(words, WIDTH, initial_indent=INDENT, subsequent_indent=INDENT, break_on_hyphens=False)


def _items(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield from textwrap.wrap(line, WIDTH, initial_indent="- ", subsequent_indent="  ", break_on_hyphens=False)
