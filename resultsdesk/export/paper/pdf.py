"""report.pdf: the night on paper, A4, black on white, tagged so that it can be read aloud."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from resultsdesk.export.report.report import Report, report
from resultsdesk.export.summary import Summary

NAME = "report.pdf"
WHAT = (
    "The night to print, A4: headline with map and tally, gains and losses, the story with its evidence, control,"
    " corrections, every contest with everybody who stood."
)
LANGUAGE = "en-GB"


@dataclass(frozen=True, slots=True)
class PdfWriter:
    """Sets the report in type."""

    name: str = NAME
    what: str = WHAT

    def write(self, summary: Summary, path: Path) -> None:
        """Write it; the same summary gives the same bytes."""
        from resultsdesk.export.paper.setting import set_in_type

        set_in_type(summary, path)

    def check(self, summary: Summary, path: Path) -> tuple[str, ...]:
        """Return what a reader of PDF does not find in it."""
        from pypdf import PdfReader
        from pypdf.generic import DictionaryObject

        said = PdfReader(path)
        root = said.root_object
        wrong = []
        if root.get("/Lang") != LANGUAGE:
            wrong.append("it does not say its language")
        if not root.get("/MarkInfo", DictionaryObject()).get_object().get("/Marked"):
            wrong.append("it is not tagged")
        title = str(said.metadata.title) if said.metadata is not None else ""
        if summary.night.briefing.election.title not in title or summary.declared not in title:
            wrong.append("its title is not that of the night")
        first, last = said.pages[0].extract_text(), said.pages[-1].extract_text()
        return (*wrong, *_missing(summary.once(report), first, last, summary.mark))


def _missing(said: Report, first: str, last: str, mark: str) -> Iterable[str]:
    words = " ".join(first.split())
    for one in said.whole.rows:
        if one.seats not in words or one.votes not in words:
            yield f"the figures of {one.name} are not on the first page"
    for page, text in (("first", first), ("last", last)):
        if said.declared not in " ".join(text.split()):
            yield f"the {page} page does not say how much is declared"
        if mark not in text:
            yield f"the {page} page does not say {mark}"
