"""The page, in a real browser without a network, and on paper."""

import base64
import io
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from chromium import Chromium, Page, chromium, found
from pypdf import PdfReader
from summaries import NAMES, built, put_right, strange

from resultsdesk.export.page.html import HtmlWriter
from resultsdesk.export.summary import Summary


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    if found() is None:
        pytest.skip("there is no Chromium on this machine")
    with chromium() as one:
        yield one


def made(summary: Summary, folder: Path) -> Path:
    path = folder / "report.html"
    HtmlWriter().write(summary, path)
    return path


def opened(browser: Chromium, path: Path, width: int = 1280) -> Page:
    page = browser.open("about:blank", width, 900)
    page.send("Network.enable")
    page.go(path.as_uri())
    page.wait("document.readyState === 'complete' && document.fonts.status === 'loaded'")
    return page


@pytest.mark.parametrize(
    "summary",
    [built("uk-2024", "04:47"), built("midlands-2016"), built("midlands-2016", "21:59"), put_right()],
    ids=["half", "councils", "nothing", "put right"],
)
def test_it_holds_what_it_must(summary: Summary, tmp_path: Path) -> None:
    assert HtmlWriter().check(summary, made(summary, tmp_path)) == ()


def test_nothing_is_fetched(browser: Chromium, tmp_path: Path) -> None:
    page = opened(browser, made(built("uk-2024", "04:47"), tmp_path))
    asked = [one["params"]["request"]["url"] for one in browser.events if one["method"] == "Network.requestWillBeSent"]
    assert [one for one in asked if not one.startswith(("file:", "data:", "about:"))] == []
    assert page.ask("document.fonts.check('800 20px \"Red Hat Display\"')")
    assert page.ask("getComputedStyle(document.querySelector('h1')).fontFamily").startswith('"Red Hat Display"')
    assert page.trouble() == []
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_it_fits_its_screen(browser: Chromium, tmp_path: Path, width: int) -> None:
    page = opened(browser, made(built("midlands-2016"), tmp_path), width)
    assert page.ask("document.documentElement.scrollWidth") == width
    page.close()


def test_whoever_hears_it_is_told_what_is_what(browser: Chromium, tmp_path: Path) -> None:
    page = opened(browser, made(built("midlands-2016"), tmp_path))
    assert page.ask("document.documentElement.lang") == "en-GB"
    for one in ("main", "nav[aria-label]", "header h1"):
        assert page.ask(f"document.querySelectorAll('{one}').length") == 1, one
    assert page.ask("Array.from(document.querySelectorAll('table')).every(one => one.caption && one.tHead)")
    assert page.ask("Array.from(document.querySelectorAll('th')).every(one => one.scope)")
    assert page.ask("Array.from(document.querySelectorAll('svg')).every(one => one.getAttribute('aria-label'))")
    ids = page.ask("Array.from(document.querySelectorAll('[id]'), one => one.id)")
    assert len(ids) == len(set(ids))
    levels = page.ask("Array.from(document.querySelectorAll('h1,h2,h3'), one => Number(one.tagName[1]))")
    assert all(after - before <= 1 for before, after in pairwise(levels))
    page.close()


def test_a_table_is_sorted_by_any_column_and_unknown_comes_last(browser: Chromium, tmp_path: Path) -> None:
    page = opened(browser, made(built("uk-2024", "04:47"), tmp_path))
    rows = "Array.from(document.querySelector('table.contests').tBodies[0].rows, row => row.cells[5].textContent)"
    head = "document.querySelector('table.contests').tHead.rows[0].cells[5]"
    for turn, wanted in (("ascending", 1), ("descending", -1)):
        page.ask(f"{head}.querySelector('button').click()")
        assert page.ask(f"{head}.getAttribute('aria-sort')") == turn
        said = page.ask(rows)
        known = [int(one.replace(",", "")) for one in said if one]
        assert known == sorted(known, reverse=wanted < 0)
        assert len(known) == 228
        assert set(said[len(known) :]) == {""}
    page.close()


def test_a_line_of_the_story_shows_that_it_opens(browser: Chromium, tmp_path: Path) -> None:
    page = opened(browser, made(built("midlands-2016"), tmp_path))
    sign = "getComputedStyle(document.querySelector('.story summary'), '::after')"
    shut = page.ask(f"{sign}.transform")
    assert page.ask(f"{sign}.borderBottomWidth") == "2px"
    page.ask("document.querySelector('.story summary').click()")
    assert page.ask("document.querySelector('.story details').open")
    assert page.ask(f"{sign}.transform") != shut
    page.close()


def test_it_says_the_same_without_its_script(tmp_path: Path) -> None:
    text = made(built("midlands-2016"), tmp_path).read_text(encoding="utf-8")
    bare = re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)
    (tmp_path / "bare.html").write_text(bare, encoding="utf-8")
    assert HtmlWriter().check(built("midlands-2016"), tmp_path / "bare.html") == (
        "it has 0 scripts where one was written",
    )


def test_names_are_shown_and_not_run(browser: Chromium, tmp_path: Path) -> None:
    summary = strange()
    path = made(summary, tmp_path)
    assert HtmlWriter().check(summary, path) == ()
    browser.events.clear()
    page = opened(browser, path)
    said = page.ask("document.body.textContent")
    for name in NAMES:
        assert name.translate({0x81: None, 7: None}) in said.translate({0x81: None, 7: None}), name
    assert "{{ 7*7 }}" in said
    assert page.ask("document.scripts.length") == 1
    assert page.ask("document.title").startswith('Town </title> & "é"')
    assert page.trouble() == []
    page.close()


def test_no_other_script_would_run(browser: Chromium, tmp_path: Path) -> None:
    path = made(built("midlands-2016"), tmp_path)
    text = path.read_text(encoding="utf-8").replace("</main>", "<script>window.ran = true</script></main>")
    path.write_text(text, encoding="utf-8")
    page = opened(browser, path)
    assert page.ask("window.ran") is None
    page.close()


@pytest.mark.parametrize("live", [True, False])
def test_on_paper_it_is_light_and_every_page_says_which_night(browser: Chromium, tmp_path: Path, live: bool) -> None:
    summary = built("midlands-2016", None, live)
    page = opened(browser, made(summary, tmp_path))
    page.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark"}])
    dark = page.ask("getComputedStyle(document.documentElement).backgroundColor")
    page.send("Emulation.setEmulatedMedia", media="print")
    assert page.ask("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)" != dark
    page.send("Emulation.setEmulatedMedia", media="")
    printed = page.send("Page.printToPDF", printBackground=True, preferCSSPageSize=True)["data"]
    pages = [one.extract_text() for one in PdfReader(io.BytesIO(base64.b64decode(printed))).pages]
    page.close()
    assert len(pages) < 12
    assert "Seats for a majority: 61 of 120" in " ".join(" ".join(pages).split()), "paper cannot be opened"
    for one in pages:
        assert ("REHEARSAL" in one) is not live
        assert "69 of 69 declared" in one


def test_a_page_that_points_elsewhere_or_lacks_a_row_is_found_out(tmp_path: Path) -> None:
    summary = built("midlands-2016")
    path = made(summary, tmp_path)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("</main>", '<img src="https://example.org/a.png"></main>'), encoding="utf-8")
    assert HtmlWriter().check(summary, path) == ("it points to https://example.org/a.png, which is not in the file",)
    row = re.search(r'<tr><th scope="row"><details>.*?</tr>', text, re.DOTALL)
    assert row
    path.write_text(text.replace(row[0], ""), encoding="utf-8")
    assert HtmlWriter().check(summary, path) == ("it has 68 wards where there are 69",)


def test_the_same_summary_gives_the_same_bytes(tmp_path: Path) -> None:
    summary = built("midlands-2016")
    once = made(summary, tmp_path).read_bytes()
    assert made(summary, tmp_path).read_bytes() == once
