"""report.html: the night as one page that opens without a network, on a screen or on paper."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from resultsdesk.export.report.report import Report, report
from resultsdesk.export.summary import Summary

NAME = "report.html"
WHAT = "The night as one page that opens in any browser without a network: figures, story, all contests; it prints."
LANGUAGE = "en-GB"
_OUTWARD = re.compile(r"url\((?!data:|#)|@import", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class HtmlWriter:
    """Writes the page."""

    name: str = NAME
    what: str = WHAT

    def write(self, summary: Summary, path: Path) -> None:
        """Write it in UTF-8; the same summary gives the same bytes."""
        from resultsdesk.export.page.rendering import rendered

        path.write_text(rendered(summary), encoding="utf-8", newline="\n")

    def check(self, summary: Summary, path: Path) -> tuple[str, ...]:
        """Return what a reader of HTML does not find in it, and what would be fetched from elsewhere."""
        seen = _Seen()
        seen.feed(path.read_text(encoding="utf-8"))
        seen.close()
        return tuple(_wrong(summary, summary.once(report), seen))


@dataclass
class _Seen(HTMLParser):
    """What is on a page: its language, the rows of its tables, its words, and where it points."""

    language: str = ""
    rows: list[list[str]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    outward: list[str] = field(default_factory=list)
    scripts: int = 0

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._within: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note a tag and every address in it."""
        said = dict(attributes)
        self._within.append(tag)
        self.scripts += tag == "script"
        if tag == "html":
            self.language = said.get("lang") or ""
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th") and self.rows:
            self.rows[-1].append("")
        for name in ("src", "href", "xlink:href", "action", "data", "poster", "srcset"):
            where = said.get(name)
            if where and not where.startswith(("#", "data:")):
                self.outward.append(where)

    def handle_endtag(self, tag: str) -> None:
        """Note the end of a tag."""
        while self._within and self._within.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Note words, in their cell if they are in one."""
        if "style" in self._within[-1:] and _OUTWARD.search(data):
            self.outward.append("the style")
        if self._within[-1:] in (["style"], ["script"]):
            return
        self.words.append(data)
        if self.rows and self.rows[-1] and ("td" in self._within or "th" in self._within):
            self.rows[-1][-1] += data


def _wrong(summary: Summary, said: Report, seen: _Seen) -> Iterator[str]:
    words = " ".join(" ".join(seen.words).split())
    if seen.language != LANGUAGE:
        yield "it does not say its language"
    for where in seen.outward:
        yield f"it points to {where}, which is not in the file"
    if seen.scripts != 1:
        yield f"it has {seen.scripts} scripts where one was written"
    for what in (summary.declared, summary.mark, said.partial):
        if what not in words:
            yield f"it does not say {what}"
    rows = {row[0].strip(): row for row in reversed(seen.rows) if row}
    for one in said.whole.rows:
        row = rows.get(one.name, [])
        if one.seats not in row or one.votes not in row:
            yield f"the figures of {one.name} are not in its table"
    wanted = sum(len(part.lines) for part in said.places)
    found = sum(len(row) == _COLUMNS for row in seen.rows) - len(said.places)
    if found != wanted:
        yield f"it has {found} {said.areas} where there are {wanted}"


_COLUMNS = 10  # of the table of contests, and of no other
