"""What one cell means: whole numbers, votes, times, yes or no, lists. An empty cell is unknown, never nought."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from fractions import Fraction

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from resultsdesk.intake.faults import Faults
from resultsdesk.night.briefing import first_at

YES = {"yes": True, "y": True, "true": True, "t": True, "1": True}
NO = {"no": False, "n": False, "false": False, "f": False, "0": False, "": False}
TRUTHS = YES | NO
LIKE_ENOUGH = 60
DIGITS = 12  # of the largest number anything here can be
NUMBER = re.compile(r"-?[0-9]{1,12}(\.[0-9]{1,12}|/[0-9]{1,12})?")
LONGEST_QUOTED = 40
LATE = timedelta(hours=22)  # an expected time so long after the close of poll was likely meant before it


@dataclass(frozen=True, slots=True)
class Cells:
    """Reads the cells of one file, noting what is wrong with them."""

    file: str
    faults: Faults

    def whole(self, line: int, column: str, text: str) -> int | None:
        """Return a whole number of 0 or more, or None for an empty cell or a wrong one."""
        if not text:
            return None
        if text.isascii() and text.isdigit() and len(text) <= DIGITS:
            return int(text)
        if text.startswith("-") and text[1:].isdigit():
            self._note(line, "negative", f"{_quoted(text)} in “{column}” is below nought: correct it, or empty it.")
        else:
            words = (
                f"{_quoted(text)} in “{column}” is not a whole number: use digits alone, or empty the cell if unknown."
            )
            self._note(line, "not-whole", words)
        return None

    def place(self, line: int, column: str, text: str) -> int | None:
        """Return a whole number of either sign, as a layout's columns and rows are; it must be there."""
        digits = text.removeprefix("-")
        if digits.isascii() and digits.isdigit() and len(digits) <= DIGITS:
            return int(text)
        self._note(line, "not-whole", f"{_quoted(text)} in “{column}” is not a whole number: use digits alone.")
        return None

    def votes(self, line: int, column: str, text: str) -> int | Fraction | None:
        """Return votes that may be a decimal or a fraction, as recomputed ones are; or None."""
        try:
            value = Fraction(text) if NUMBER.fullmatch(text) else None
        except ZeroDivisionError:
            value = None
        if value is None:
            words = f"{_quoted(text)} in “{column}” is not a number of votes: use digits, and a point for decimals."
            self._note(line, "not-votes", words)
            return None
        if value < 0:
            self._note(line, "negative", f"{text} votes are below nought: correct the cell.")
            return None
        return int(value) if value.denominator == 1 else value

    def _note(self, line: int, code: str, text: str) -> None:
        self.faults.error(self.file, line, code, text)

    def truth(self, line: int, column: str, text: str) -> bool:
        """Return yes or no; an empty cell is no."""
        value = TRUTHS.get(text.casefold())
        if value is None:
            self.faults.error(
                self.file, line, "yes-or-no", f"{_quoted(text)} in “{column}” is neither yes nor no: write one of them."
            )
        return bool(value)

    def known(self, line: int, what: str, text: str, among: Collection[str], home: str) -> bool:
        """Return whether `text` is one of the ids of the file `home`, noting it where it is not.

        Where that file has none at all, it alone is at fault, and nothing is noted here.
        """
        if text in among:
            return True
        if not among:
            return False
        if not text:
            self.faults.error(self.file, line, f"no-{what}", f"The row names no {what}: fill the cell.")
            return False
        near = process.extractOne(text, list(among), scorer=ratio, score_cutoff=LIKE_ENOUGH)
        meant = f"; did you mean “{near[0]}”?" if near else "."
        self.faults.error(
            self.file,
            line,
            f"unknown-{what}",
            f"There is no {what} {_quoted(text)} in {home}: correct it, or add it there{meant}",
        )
        return False

    def identity(self, line: int, what: str, text: str, taken: Collection[str]) -> bool:
        """Return whether `text` can be the id of a new `what`."""
        if not text:
            self.faults.error(self.file, line, "no-id", f"The {what} has no id: fill the cell.")
            return False
        if text in taken:
            self.faults.error(
                self.file,
                line,
                "duplicate-id",
                f"The id {_quoted(text)} is used by two of them: give this {what} its own.",
            )
            return False
        if ";" in text or any(mark.isspace() for mark in text):
            self.faults.error(
                self.file, line, "id-marks", f"The id {_quoted(text)} has a space or semicolon in it: leave them out."
            )
        return True


def _quoted(text: str) -> str:
    """Return what a cell holds as it can stand in a sentence."""
    return f"“{text}”" if len(text) <= LONGEST_QUOTED else f"“{text[:LONGEST_QUOTED]}…”"


def listed(text: str) -> tuple[str, ...]:
    """Return the items of a cell that holds several, separated by semicolons."""
    return tuple(item for item in (part.strip() for part in text.split(";")) if item)


@dataclass(frozen=True, slots=True)
class Clock:
    """Reads times of one night: a clock time is the first such moment at or after the close of poll."""

    close: datetime
    zone: tzinfo

    def moment(self, text: str) -> datetime | None:
        """Return the moment a cell names, as `02:30` or `2024-07-05 14:10`; None where it names none."""
        try:
            if len(text) <= len("hh:mm:ss"):
                clock = time.fromisoformat(f"0{text}" if text[1:2] == ":" else text)
                return first_at(clock.replace(tzinfo=None), self.close.astimezone(self.zone))
            if len(text) <= len("yyyy-mm-dd"):  # a day alone, which Python would read as its midnight
                return None
            told = datetime.fromisoformat(text)
            return told.replace(tzinfo=self.zone) if told.tzinfo is None else told.astimezone(self.zone)
        except (ValueError, OverflowError):  # the latter at the ends of the calendar
            return None

    def words(self, moment: datetime) -> str:
        """Return the shortest cell that `moment()` reads as the same moment."""
        local = moment.astimezone(self.zone)
        exact = "minutes" if not (local.second or local.microsecond) else "auto"
        clock = local.time().isoformat(exact)
        if len(clock) <= len("hh:mm:ss") and self.moment(clock) == moment and not local.fold:
            return clock
        bare = local if local.fold else local.replace(tzinfo=None)
        return bare.isoformat(" ", exact)
