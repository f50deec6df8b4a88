"""Figures and marks in published results: what a person reads as a whole number is one, and nothing else is."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from resultsdesk.intake.cells import NO, YES, Cells

GROUPED = re.compile(r"\d{1,3}([, \u00a0\u2009\u202f]\d{3})+")
AS_DECIMAL = re.compile(r"(\d+)\.0+")  # a whole number saved by a program that has only decimals


@dataclass(frozen=True, slots=True)
class Figures:
    """Reads the figures of one file, noting what is wrong with them."""

    cells: Cells

    def whole(self, line: int, column: str, text: str) -> int | None:
        """Return a whole number, thousands marked or not, or None for an empty cell or a wrong one."""
        if GROUPED.fullmatch(text):
            text = "".join(filter(str.isdigit, text))
        elif decimal := AS_DECIMAL.fullmatch(text):
            text = decimal[1]
        return self.cells.whole(line, column, text)

    def mark(self, line: int, column: str, text: str) -> bool | None:
        """Return yes or no, or None for an empty cell, which is unknown here, or a wrong one."""
        said = text.casefold()
        if not said:
            return None
        if said in YES or said in NO:
            return said in YES
        self.cells.truth(line, column, text)
        return None

    def once(self, rows: Iterable[tuple[int, str]], column: str, of: str) -> tuple[int, str]:
        """Return what the rows of one contest say of it in a column, with its line; two values are a fault."""
        first = (0, "")
        for line, text in rows:
            if not text:
                continue
            if not first[1]:
                first = (line, text)
            elif text != first[1]:
                words = f"“{column}” of {of} is “{text[:40]}” here and “{first[1][:40]}” on line {first[0]}: keep one."
                self.cells.faults.error(self.cells.file, line, "two-values", words)
                break
        return first
