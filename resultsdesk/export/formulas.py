"""Text that a spreadsheet would calculate: shown as it is, never carried out."""

import re

# What Excel and LibreOffice begin a formula with, also in their full-width forms, and what makes them look further.
_CALCULATED = re.compile("'*[=+\\-@\t\r\n＝＋－＠]")  # noqa: RUF001 - the full-width forms are the point


def is_calculated(text: str) -> bool:
    """Return whether a spreadsheet could take text for a formula, or for one that has already been neutralised."""
    return _CALCULATED.match(text) is not None


def neutralised(text: str) -> str:
    """Return text with an apostrophe before it where a spreadsheet would calculate it.

    Whoever reads takes away one apostrophe where one or more stand before such a character: then it is as it was.
    """
    return f"'{text}" if is_calculated(text) else text
