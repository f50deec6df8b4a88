"""What people read and what NIST's format holds, against files a person has read: the made-up town, half declared.

Typefaces, styles and scripts are left out; RESULTSDESK_APPROVE=1 approves what is written now.
"""

import json
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from summaries import town_summary

from resultsdesk.export.nist.file import NistWriter
from resultsdesk.export.page.html import HtmlWriter
from resultsdesk.export.paper.pdf import PdfWriter
from resultsdesk.export.stills.svg_file import svg_files
from resultsdesk.export.summary import Summary, Writer

APPROVED = Path(__file__).parent.parent / "approved" / "report"


def still(summary: Summary) -> Writer:
    """Return the writer of one drawing."""
    return next(one for one in svg_files(summary) if one.name == "stills/council-16x9.svg")


def markup(path: Path) -> str:
    """Return markup without what is the same in every file: style, script, policy."""
    text = re.sub(r"<(style|script)>.*?</\1>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"<meta http-equiv[^>]*>", "", text)
    return text.replace("><", ">\n<")


def indented(path: Path) -> str:
    """Return JSON with a line for each value."""
    return json.dumps(json.loads(path.read_text(encoding="utf-8")), ensure_ascii=False, indent=1) + "\n"


def words(path: Path) -> str:
    """Return the words of a PDF, page by page."""
    pages = (" ".join(one.extract_text().split()) for one in PdfReader(path).pages)
    return "\n\n".join(pages) + "\n"


WRITERS: dict[str, tuple[Callable[[Summary], Writer], Callable[[Path], str]]] = {
    "report.html": (lambda _: HtmlWriter(), markup),
    "report.pdf.txt": (lambda _: PdfWriter(), words),
    "nist-report.json": (lambda _: NistWriter(), indented),
    "council-16x9.svg": (still, markup),
}


@pytest.mark.parametrize("mode", ["live", "rehearsal"])
@pytest.mark.parametrize("name", list(WRITERS))
def test_it_is_as_approved(name: str, mode: str, tmp_path: Path) -> None:
    summary = town_summary(rehearsal=mode == "rehearsal")
    choose, read = WRITERS[name]
    writer, path = choose(summary), tmp_path / "file"
    writer.write(summary, path)
    assert writer.check(summary, path) == ()
    now, approved = read(path), APPROVED / mode / name
    if os.environ.get("RESULTSDESK_APPROVE"):
        approved.parent.mkdir(parents=True, exist_ok=True)
        approved.write_text(now, encoding="utf-8", newline="\n")
    assert now == approved.read_text(encoding="utf-8")
    assert ("REHEARSAL" in now) is (mode == "rehearsal")
    assert "2 of 4 declared" in now
