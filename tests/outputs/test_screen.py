"""A browser source in a real browser: it shows what is on air, follows it, and says when it cannot."""

import gc
from pathlib import Path

import psutil
import pytest
from chromium import Chromium, Page
from newsroom import Newsroom, newsroom, served

from resultsdesk.figures.scenes.request import Format, SceneName, SceneRequest
from resultsdesk.night.briefing import ContestId
from resultsdesk.outputs.opening import Opening
from resultsdesk.store.night_file import open_night

SHOWN = "window.follower && !window.follower.painter.empty"
WORDS = "Array.from(document.querySelectorAll('#stage svg[role=img] text')).map(one => one.textContent).join(' ')"
STILL = "window.follower.painter.motion === null"


def open_screen(browser: Chromium, room: Newsroom, path: str = "screen/presenter") -> Page:
    page = browser.open(room.url(path))
    page.wait("window.follower && window.follower.version > 0")
    return page


def test_a_declaration_appears_and_a_correction_repaints_it(browser: Chromium, room: Newsroom) -> None:
    room.air("contest", contest=ContestId("alpha"))
    page = open_screen(browser, room)
    page.wait(SHOWN)
    assert "900" not in page.ask(WORDS)
    room.declare("alpha", 1234, 700, 200)
    page.wait(f"({WORDS}).includes('1,234')")
    page.wait(STILL)
    page.ask("window.entered = 0; const show = follower.painter.show.bind(follower.painter);"
             "follower.painter.show = (...said) => { window.entered += 1; show(...said); }")  # fmt: skip
    room.declare("alpha", 1243, 700, 200)
    page.wait(f"({WORDS}).includes('1,243') && ({WORDS}).includes('CORRECTED')")
    assert page.ask("window.entered") == 0, "an update of what is on air is a change, not an entrance"
    assert page.ask("document.documentElement.dataset.seq") == "2"
    assert page.trouble() == []


def test_what_is_taken_comes_on_and_what_is_cleared_goes(browser: Chromium, room: Newsroom) -> None:
    page = open_screen(browser, room)
    assert page.ask("window.follower.painter.empty")
    room.air("title")
    page.wait(f"({WORDS}).includes('Town council 2016')")
    room.air("contest", contest=ContestId("beta"))
    page.wait(f"({WORDS}).includes('Beta ward') && {STILL}")
    room.air("title", output="browser")
    room.desk.station.clear("presenter")
    page.wait("window.follower.painter.empty")
    assert page.ask("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"
    assert page.ask("document.querySelectorAll('#stage > svg[role=img] > g').length") == 0


def test_a_strap_leaves_the_rest_of_the_frame_transparent(browser: Chromium, room: Newsroom) -> None:
    from PySide6.QtGui import QImage

    room.declare("alpha", 900, 700, 200)
    page = open_screen(browser, room, "scene/strap?contest=alpha")
    page.wait(SHOWN)
    picture = QImage.fromData(page.picture())
    assert picture.pixelColor(960, 300).alpha() == 0
    assert max(picture.pixelColor(x, 900).alpha() for x in range(100, 1000, 50)) == 255


def test_a_scene_of_its_own_follows_the_night(browser: Chromium, room: Newsroom) -> None:
    page = open_screen(browser, room, "scene/contest?contest=Alpha+ward&format=tall")
    page.wait(SHOWN)
    room.declare("alpha", 4321, 10, 5)
    page.wait(f"({WORDS}).includes('4,321')")


def test_the_server_stops_and_comes_back(browser: Chromium, room: Newsroom) -> None:
    room.air("contest", contest=ContestId("alpha"))
    page = open_screen(browser, room)
    page.wait(SHOWN)
    port = room.at.port
    room.server.stop()
    page.wait("document.querySelector('.out-of-date') !== null", 15)
    assert page.ask("getComputedStyle(document.querySelector('.stale')).display") == "block"
    assert not page.ask("window.follower.painter.empty"), "what was last known stays"
    room.declare("alpha", 1111, 700, 200)
    room.server.opening = Opening(port=port)
    room.server.start()
    page.wait(f"({WORDS}).includes('1,111') && document.querySelector('.out-of-date') === null", 15)


COVERED = """(() => {
    const mark = document.querySelector(".stale").getBoundingClientRect();
    return Array.from(document.querySelectorAll("#stage text"))
        .filter(one => { // a fifth of a line is air above its capitals, and below their foot
            const box = one.getBoundingClientRect(), air = box.height / 5;
            return box.left < mark.right && mark.left < box.right
                && box.top + air < mark.bottom && mark.top < box.bottom - air; })
        .map(one => one.textContent);
})()"""


@pytest.mark.parametrize("format", list(Format))
@pytest.mark.parametrize("scene", [SceneName.CONTEST, SceneName.MAP])
def test_out_of_date_covers_no_word_of_a_scene(
    browser: Chromium, room: Newsroom, scene: SceneName, format: Format
) -> None:
    """Neither its headline nor CORRECTED, which stands where the mark would without it."""
    room.declare("alpha", 900, 700, 200)
    room.air(scene, contest=ContestId("alpha"), format=format)
    room.declare("alpha", 910, 700, 200)
    page = browser.open(room.url("screen/presenter"), *format.size)
    page.wait(SHOWN)
    page.wait(STILL)
    assert "CORRECTED" in page.ask(WORDS)
    page.ask("follower.stale(true)")
    assert page.ask("document.querySelector('.stale').getBoundingClientRect().width") > 100
    assert page.ask(COVERED) == []


def test_a_screen_of_a_live_night_takes_nothing_from_a_rehearsal(
    browser: Chromium, room: Newsroom, tmp_path: Path
) -> None:
    room.air("title")
    page = open_screen(browser, room)
    page.wait(SHOWN)
    room.server.stop()
    with newsroom(tmp_path, mode="rehearsal", opening=Opening(port=room.at.port)) as other:
        other.air("title")
        page.wait("document.querySelector('.refused') !== null", 15)
        assert page.ask("window.follower.painter.empty")
        assert page.ask("document.querySelector('.stale').textContent") == "REHEARSAL REFUSED"
        other.declare("alpha", 1, 2, 3)
        fresh = open_screen(browser, other)
        fresh.wait(f"({WORDS}).includes('REHEARSAL')")
        assert page.ask("window.follower.painter.empty")


def test_what_another_program_enters_is_shown(browser: Chromium, room: Newsroom) -> None:
    page = open_screen(browser, room, "scene/contest?contest=alpha")
    with open_night(room.file.path) as other, served(other, Opening(port=0)) as elsewhere:
        elsewhere.declare("alpha", 2468, 700, 200)
        assert room.ask("/feed/flat.json").json["seq"] == "0"
        room.desk.look()
        page.wait(f"({WORDS}).includes('2,468')")


def test_a_display_turns_the_rundown_by_itself_and_goes_on_alone(browser: Chromium, room: Newsroom) -> None:
    station = room.desk.station
    station.add(SceneRequest(SceneName.TITLE))
    station.add(SceneRequest(SceneName.CONTEST, contest=ContestId("alpha")))
    for item in station.programme.rundown:
        station.dwell(item.id, 3)
    page = browser.open(room.url("display/presenter"))
    page.wait("window.display && display.turns().length === 2")
    page.wait(f"({WORDS}).includes('Alpha ward')", 10)
    page.wait(f"({WORDS}).includes('Town council 2016')", 10)
    room.declare("alpha", 1357, 700, 200)
    page.wait("document.documentElement.dataset.seq === '1'", 5)  # a new version is noticed within five seconds
    page.wait(f"({WORDS}).includes('1,357')", 10)
    room.server.stop()
    page.wait("document.querySelector('.out-of-date') !== null", 15)
    place = page.ask("display.place()")
    page.wait(f"display.place() !== {place}", 10)


@pytest.mark.parametrize("path", ["screen/nowhere", "scene/contest?contest=nowhere", "scene/juggling"])
def test_what_cannot_be_shown_leaves_the_frame_empty(browser: Chromium, room: Newsroom, path: str) -> None:
    said = room.ask("/events/" + path)
    assert said.status == 404
    assert said.json["trouble"].endswith(".")
    page = browser.open(room.url(path))
    page.wait("window.follower")
    assert page.ask("window.follower.painter.empty")


def test_a_whole_night_leaks_neither_memory_nor_viewers(browser: Chromium, room: Newsroom) -> None:
    """A thousand corrections, each with a change of scene: more than a night of 24 hours has; screens come and go."""
    room.air("contest", contest=ContestId("alpha"))
    page = open_screen(browser, room)
    page.wait(SHOWN)

    def changes(first: int, last: int) -> None:
        for number in range(first, last):
            room.declare("alpha", 1000 + number, 700, 200)
            room.air("title" if number % 2 else "contest", contest=None if number % 2 else ContestId("alpha"))
            if number % 20 == 0:
                page.wait(f"document.documentElement.dataset.seq === '{number}'")
                guest = browser.open(room.url(f"scene/contest?contest=alpha&page={number % 3}"))
                guest.wait(SHOWN)
                guest.close()
        page.wait(f"document.documentElement.dataset.seq === '{last - 1}'")

    changes(1, 200)
    page.send("HeapProfiler.collectGarbage")
    gc.collect()
    heap = page.ask("performance.memory.usedJSHeapSize")
    nodes = page.ask("document.querySelectorAll('*').length")
    memory = psutil.Process().memory_info().rss
    changes(200, 1000)
    page.send("HeapProfiler.collectGarbage")
    gc.collect()
    assert page.ask("document.querySelectorAll('*').length") < nodes + 200
    assert page.ask("performance.memory.usedJSHeapSize") < heap + 8_000_000
    # The journal itself grows: about a kilobyte an entry and what the file keeps of it.
    assert psutil.Process().memory_info().rss < memory + 60_000_000
    page.close()
    viewers = room.server.channels
    for _ in range(100):
        if not viewers.viewers:
            break
        room.desk.work(0.05)
    assert viewers.viewers == 0
    assert viewers._open == {}
