"""CSV files as spreadsheets save them: rows with their line numbers, and what is wrong with the file itself."""

import codecs
import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from resultsdesk.intake.faults import Faults, IntakeError, not_a_file, unreadable

if TYPE_CHECKING:
    import _csv

Row = tuple[object, ...]

SEPARATORS = {";": "semicolons", "\t": "tabs"}
LARGEST = 128 << 20  # bytes
LONGEST_ROW = 20  # lines; more in one cell than this is a quote left open
UNPUBLISHED = {"", "NULL"}  # how publishers write an empty cell


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one file of a briefing, in the order its rows are unpacked."""

    file: str
    names: tuple[str, ...]
    needed: frozenset[str]

    @classmethod
    def of(cls, file: str, text: str) -> "Columns":
        """Return columns named in one line of words; those that end in `*` must be there."""
        words = text.split()
        names = tuple(word.rstrip("*") for word in words)
        return cls(file, names, frozenset(word.rstrip("*") for word in words if word.endswith("*")))


def rows(folder: Path, columns: Columns, faults: Faults) -> Iterator[tuple[int, list[str]]]:
    """Yield each row's line number and its cells in the order of `columns`, trimmed; absent columns are empty.

    A file that is not there has no rows: whether it must be there is for the caller to say.
    """
    path = folder / columns.file
    if not path.is_file():
        return
    try:
        text = decoded(path, faults)
    except IntakeError as wrong:
        faults.error(columns.file, 0, "unreadable", str(wrong))
        return
    first = text.partition("\n")[0]
    separator = ","
    for other, word in SEPARATORS.items():
        if "," not in first and other in first:
            faults.error(columns.file, 1, "separator", f"Columns are separated by {word}: save the file with commas.")
            separator = other
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    header = [cell.strip() for cell in next(reader, [])]
    _check_header(header, columns, faults)
    width = len(header)
    # One more cell, always empty, stands for every absent column.
    places = [header.index(name) if name in header else width for name in columns.names]
    straight = places == list(range(width))
    for start, cells in records(reader, columns.file, faults):
        if len(cells) != width:
            if len(cells) > width and any(cells[width:]):
                faults.error(
                    columns.file,
                    start,
                    "cells",
                    f"The row has {len(cells)} cells but the header {width}: put text with commas in quotes.",
                )
            cells = (cells + [""] * width)[:width]
        if straight:
            yield start, cells
        else:
            cells.append("")
            yield start, [cells[place] for place in places]


def records(reader: "_csv.Reader", file: str, faults: Faults) -> Iterator[tuple[int, list[str]]]:
    """Yield the trimmed cells of each row that has any, with the line it starts on."""
    while True:
        start = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as wrong:
            faults.error(file, start, "csv", f"The rest cannot be read ({wrong}): look for a stray quote.")
            return
        if row is None:
            return
        if reader.line_num - start > LONGEST_ROW:
            faults.error(file, start, "quote", "A quote opened here is not closed for many lines: close or remove it.")
        cells = [cell.strip() for cell in row]
        if any(cells):
            yield start, cells


def _check_header(header: Sequence[str], columns: Columns, faults: Faults) -> None:
    for name in columns.names:
        if name in columns.needed and name not in header:
            faults.error(columns.file, 1, "column", f"The column “{name}” is missing: add it to the first line.")
    for at, name in enumerate(header):
        if name in header[:at]:
            faults.error(columns.file, 1, "column-twice", f"The column “{name}” is there twice: remove one.")
        elif name not in columns.names:
            known = ", ".join(columns.names)
            faults.warn(columns.file, 1, "column-unknown", f"The column “{name}” is not read; the columns are {known}.")


def content(path: Path, first: int | None = None) -> bytes:
    """Return what is in a file, or the `first` bytes of it alone.

    Raises IntakeError where it cannot be read, or is larger than any such file is.
    """
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            raise not_a_file(path)
        with path.open("rb") as file:
            raw = file.read(LARGEST + 1 if first is None else first)
    except OSError as wrong:
        raise unreadable(path, wrong) from wrong
    if len(raw) > LARGEST:
        raise IntakeError(f"{path} is larger than {LARGEST >> 20} MB: is it the right file?")
    return raw


def decoded(path: Path, faults: Faults) -> str:
    """Return a file's text. Not UTF-8 is a fault, and the text is then guessed so that reading can go on.

    Raises IntakeError where the file cannot be read.
    """
    raw = content(path)
    remedy = "save the file as “CSV UTF-8”."
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        faults.error(path.name, 1, "encoding", f"The file is in UTF-16, not UTF-8: {remedy}")
        return raw.decode("utf-16", errors="replace")
    raw = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return raw.decode()
    except UnicodeDecodeError as wrong:
        line = raw.count(b"\n", 0, wrong.start) + 1
        guess = raw.decode("cp1252", errors="replace")
        before, after = guess[: wrong.start].split("\n")[-1], guess[wrong.start :].split("\n")[0]
        near = f"{before[-12:]}{after[:8]}".strip()
        faults.error(path.name, line, "encoding", f"“{near}” is not in UTF-8: {remedy}")
        return guess


def as_written(text: str) -> str:
    """Return a text as it was before somebody read its UTF-8 as Windows' Latin: `SÃ©amus` was `Séamus`."""
    if text.isascii():
        return text
    try:
        return b"".join(_latin(one) for one in text).decode()
    except UnicodeError:
        return text


def _latin(letter: str) -> bytes:
    """Return the one byte that was read as a letter; UnicodeError where none was."""
    try:
        return letter.encode("cp1252")
    except UnicodeError:
        return letter.encode("latin-1")  # five bytes mean nothing there, and were kept as they are


def published(path: Path, *needed: str) -> list[dict[str, str]]:
    """Return a publisher's rows by column, trimmed, `NULL` as empty; lines before the header are passed over.

    The header is the first line that has all `needed` columns; IntakeError where none has.
    """
    text = decoded(path, Faults())
    reader = csv.reader(StringIO(text, newline=""))
    header: list[str] = []
    for cells in reader:
        header = [cell.strip() for cell in cells]
        if set(needed) <= set(header):
            break
    else:
        lacking = ", ".join(f"“{name}”" for name in needed)
        raise IntakeError(f"{path} has no header with the columns {lacking}: is it the right file?")
    width = len(header)
    found = []
    for cells in reader:
        values = [as_written(cell).strip() for cell in cells]
        row = dict(zip(header, values + [""] * (width - len(values)), strict=False))
        row = {name: "" if value in UNPUBLISHED else value for name, value in row.items()}
        if any(row.values()):
            found.append(row)
    return found


def header_of(path: Path) -> tuple[str, ...]:
    """Return the first line of a publisher's file, cell by cell, to tell by it which file it is."""
    text = decoded(path, Faults())
    return tuple(cell.strip() for cell in next(csv.reader(StringIO(text, newline="")), []))


def without_empty_end(header: Sequence[str], body: Sequence[Row], most: int) -> tuple[Sequence[str], list[Row]]:
    """Return a table without its last columns, `most` of them at most, as far as no row has anything in them."""
    width = len(header)
    while width > len(header) - most and not any(row[width - 1] for row in body):
        width -= 1
    return header[:width], [row[:width] for row in body]


def save(path: Path, header: Sequence[str], body: Sequence[Sequence[object]]) -> None:
    """Write a CSV file: UTF-8, commas, one line feed a row, None as an empty cell."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(body)
