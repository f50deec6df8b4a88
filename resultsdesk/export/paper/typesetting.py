"""Typst at work, in a process of its own that ends with the file: what it remembers of a report is not given back.

The process knows Typst and nothing of nights.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from resultsdesk.export.apart import Apart, Gone
from resultsdesk.night.trouble import Trouble

STANDARD: Final = "ua-1"  # PDF/UA: tagged, titled, in a language, figures with words


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be set: the template, what it is told by name, folders of typefaces, where to, and when."""

    template: str
    inputs: dict[str, str]
    fonts: Sequence[str]
    path: str
    written: datetime


class NotSet(Exception):
    """The report could not be set in type."""


def set_apart(task: Task) -> None:
    """Write a PDF by a process of its own; the same task gives the same bytes.

    Raises NotSet with Typst's words, and Trouble where the system or somebody ended the process.
    """
    with Apart(_set_each, "typesetting") as process:
        try:
            wrong: str = process.ask(task)
        except Gone:
            sentence = "What sets it in type was ended, for want of memory perhaps."
            raise Trouble(sentence, "Close other programs and export again.") from None
    if wrong:
        raise NotSet(wrong)


def _set_each(tasks: Iterator[Task]) -> Iterator[str]:
    """Set what is asked for; yield why it could not be, or nothing."""
    import typst  # here alone: whoever asks for a report needs none of its memory

    for task in tasks:
        try:
            try:
                _compiled(task, STANDARD)
            except typst.TypstError as error:
                if "could not be displayed" not in str(error):
                    raise
                # A letter no typeface here has: still tagged and titled, but the standard would have it seen.
                _compiled(task)
        except Exception as error:  # noqa: BLE001 - told to the process that asked, which raises it
            yield f"{type(error).__name__}: {error}"
        else:
            yield ""


def _compiled(task: Task, *standards: Literal["ua-1"]) -> None:
    import typst  # as above

    # An absolute folder of fonts, no network: the template imports no package.
    typst.compile(
        task.template, output=task.path, font_paths=list(task.fonts), sys_inputs=task.inputs,
        pdf_standards=list(standards), timestamp=task.written,
    )  # fmt: skip
