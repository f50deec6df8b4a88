"""From a declaration to what is seen elsewhere."""

import gc
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from built_in import built_in
from chromium import Chromium, Page, chromium
from newsroom import Newsroom, newsroom, served
from nights import general_election
from PySide6.QtWidgets import QApplication

from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import draw
from resultsdesk.night.commands import Declare, Figures
from resultsdesk.painters.paint import to_image
from resultsdesk.painters.png import png
from resultsdesk.painters.theme import theme
from resultsdesk.store.night_file import create_night

ROUNDS = 120
STREAMS = 1_000


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with chromium() as one:
        yield one


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    """A rehearsal of 2024 in which nothing is declared yet."""
    briefing, results = general_election()
    with create_night(tmp_path / "a.night", briefing, "rehearsal", results) as file, served(file) as one:
        gc.collect()
        yield one


def declare_next(room: Newsroom, results: Iterator[object]) -> tuple[float, float]:
    """Declare the next real result; return when it was begun, on the wall's clock, and how long it took."""
    result = next(results)
    standing = room.desk.desk.night.contests[result.contest]  # type: ignore[attr-defined]  # a PastResult
    figures = Figures(votes=dict(result.votes))  # type: ignore[attr-defined]  # as above
    command = Declare(contest=standing.contest.id, after=standing.head, figures=figures)
    accepted = frozenset(one.code for one in room.desk.desk.weigh(command).asking)
    command = Declare(contest=standing.contest.id, after=standing.head, figures=figures, accepted=accepted)
    at, begun = time.time(), time.perf_counter()
    done = room.desk.desk.commit(command)
    took = time.perf_counter() - begun
    assert done.entry
    return at, took


def high(seconds: list[float]) -> float:
    return sorted(seconds)[min(len(seconds) - 1, int(len(seconds) * 0.99))]


def tell(request: pytest.FixtureRequest, line: str) -> None:
    reporter = request.config.pluginmanager.getplugin("terminalreporter")
    reporter.write_line(f"\n{request.node.name}: {line}")


WATCH = """
(frame => {
  const seen = frame.seen = {};
  const waiting = frame.waiting = {};
  const root = frame.document.documentElement;
  frame.sawIt = seq => new Promise(done => seq in seen ? done(seen[seq]) : (waiting[seq] = done));
  new frame.MutationObserver(() => {
    const seq = root.dataset.seq;
    frame.requestAnimationFrame(() => frame.setTimeout(() => {
      seen[seq] = Date.now() / 1000;
      if (waiting[seq]) waiting[seq](seen[seq]);
    }));
  }).observe(root, {attributes: true, attributeFilter: ['data-seq']});
})
"""


def still(page: Page) -> None:
    """Have a page paint the end of a move at once: what is measured is when a declaration is seen, not how it moves."""
    page.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-reduced-motion", "value": "reduce"}])


def open_sources(browser: Chromium, room: Newsroom, count: int, scene: str = "map") -> Page:
    """Open a page with so many browser sources of a scene beside each other, all in one process of the browser."""
    page = browser.open("about:blank", 1600, 900)
    page.send("Page.setBypassCSP", enabled=True)
    still(page)
    page.go(room.url("assets/screen.css"))
    page.wait("document.readyState === 'complete'")
    page.ask(
        "(() => { document.body.replaceChildren(); document.body.style.cssText = 'margin:0;background:#000';"
        f" for (let at = 0; at < {count}; at += 1) {{ const one = document.createElement('iframe');"
        f" one.style.cssText = 'width:160px;height:90px;border:0'; one.src = '/scene/{scene}';"
        " document.body.append(one); }"
        " window.sources = Array.from(document.querySelectorAll('iframe')); })()"
    )
    page.wait("sources.every(one => one.contentWindow.follower && !one.contentWindow.follower.painter.empty)", 60)
    page.ask(f"sources.forEach(one => ({WATCH})(one.contentWindow))")
    return page


def open_apart(browser: Chromium, room: Newsroom, count: int, scene: str) -> list[Page]:
    """Open so many browser sources, each in a window and a process of its own, as OBS has them."""
    pages = []
    for number in range(count):
        page = browser.open_window(320, 180)
        still(page)
        page.go(f"http://source-{number}.localhost:{room.at.port}/scene/{scene}")  # another site, another process
        page.wait("window.follower && !follower.painter.empty")
        page.ask(f"({WATCH})(window)")
        pages.append(page)
    return pages


def told(request: pytest.FixtureRequest, waits: list[float]) -> None:
    warm = waits[len(waits) // 10 :]  # a browser compiles what it does often
    tell(request, f"median {median(warm) * 1000:.0f} ms, 99th percentile {high(warm) * 1000:.0f} ms (aim 100)")


def test_fifty_bare_pages_painted(browser: Chromium, room: Newsroom, request: pytest.FixtureRequest) -> None:
    """The floor of fifty: as many pages in one process of which each only changes one line of text, told by a script
    beside them, with no server, no stream and nothing laid out or drawn.
    """
    page = open_sources(browser, room, 50, "strap")
    page.ask(
        "sources.forEach(one => { const inside = one.contentDocument; one.contentWindow.follower.close?.();"
        " inside.body.replaceChildren(inside.createElement('p')); })"
    )
    waits: list[float] = []
    for number in range(1_000, 1_000 + ROUNDS):
        waits += page.ask(
            f"(() => {{ const at = Date.now() / 1000; for (const one of sources) {{ const inside = one.contentDocument;"
            f" inside.body.firstChild.textContent = 'Alpha {number}';"
            f" inside.documentElement.dataset.seq = {number}; }}"
            f" return Promise.all(sources.map(async one => await one.contentWindow.sawIt({number}) - at)); }})()"
        )
    page.close()
    told(request, waits)


@pytest.mark.parametrize(("sources", "scene"), [(1, "map"), (50, "strap")])
def test_declare_to_painted(
    browser: Chromium, room: Newsroom, request: pytest.FixtureRequest, sources: int, scene: str
) -> None:
    """With fifty in one process, which lays out and paints them one after the other."""
    results = iter(general_election()[1])
    page = open_sources(browser, room, sources, scene)
    waits: list[float] = []
    for number in range(1, ROUNDS + 1):
        at, _ = declare_next(room, results)
        seen = page.ask(f"Promise.all(sources.map(one => one.contentWindow.sawIt({number})))")
        waits += [one - at for one in seen]
    page.close()
    told(request, waits)


def test_declare_to_painted_in_fifty_processes(
    browser: Chromium, room: Newsroom, request: pytest.FixtureRequest
) -> None:
    """Fifty processes and what measures them share this machine's cores: on two, each has a twenty-fifth of one."""
    results = iter(general_election()[1])
    pages = open_apart(browser, room, 50, "strap")
    waits: list[float] = []
    for number in range(1, ROUNDS // 2 + 1):
        at, _ = declare_next(room, results)
        waits += [page.ask(f"sawIt({number})") - at for page in pages]
    for page in pages:
        page.close()
    told(request, waits)


def test_a_thousand_streams(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    rounds = 40
    with newsroom(tmp_path / "town") as town:

        def declared(first: int, last: int) -> tuple[dict[int, float], list[float]]:
            begun, costs = {}, []
            for number in range(first, last):
                begun[number] = time.time()
                start = time.perf_counter()
                town.declare("alpha", 1_000 + number, 700, 200)
                costs.append(time.perf_counter() - start)
                while any(one.version <= number - first for one in town.server.channels._open.values()):
                    town.desk.work(0.05)
                town.desk.work(0.2)
            return begun, costs

        _, alone = declared(1, rounds + 1)
        words = [str(town.at.port), "/events/scene/contest?contest=alpha", str(STREAMS), str(2 * rounds), str(rounds)]
        script = Path(__file__).with_name("streams.py")
        with subprocess.Popen([sys.executable, str(script), *words], stdout=subprocess.PIPE, text=True) as screens:
            assert screens.stdout is not None
            assert screens.stdout.readline() == "ready\n"
            begun, crowded = declared(rounds + 1, 2 * rounds + 1)
            arrived = json.loads(screens.stdout.readline())
    waits = [one - begun[int(seq)] for seq, times in arrived.items() if int(seq) in begun for one in times]
    assert len(waits) == STREAMS * rounds
    tell(
        request,
        f"{len(waits)} arrivals, median {median(waits) * 1000:.0f} ms, 99th percentile {high(waits) * 1000:.0f} ms, "
        f"(aim 250); a commit {median(crowded) * 1000:.1f} ms beside {median(alone) * 1000:.1f} ms with none",
    )


@pytest.mark.parametrize("name", ["map", "contest", "strap"])
def test_a_scene_to_png(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest, name: str) -> None:
    night = built_in("uk-2024", "04:47")
    look = theme("dark", night.briefing.parties)
    scene = SceneRequest(SceneName(name), contest=None if name == "map" else night.journal[-1].contest)
    bare: list[float] = []
    whole: list[float] = []
    qts: list[float] = []
    map_shown, shown = draw(night, SceneRequest(SceneName.MAP), night.last_keyed), draw(night, scene, night.last_keyed)
    for _ in range(20):
        begun = time.perf_counter()
        to_image(map_shown, look, 1920, 1080)
        bare.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        image = to_image(draw(night, scene, night.last_keyed), look, 1920, 1080)
        (tmp_path / "a.png").write_bytes(png(image, bool(shown.ground)))
        whole.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        image.save(str(tmp_path / "b.png"))
        qts.append(time.perf_counter() - begun)
    ours, theirs = ((tmp_path / one).stat().st_size // 1024 for one in ("a.png", "b.png"))
    tell(
        request,
        f"drawn, painted, packed and written in {median(whole) * 1000:.0f} ms against {median(bare) * 1000:.0f} ms for "
        f"a bare repaint of the map, ratio {median(whole) / median(bare):.2f} (aim 2), {ours} KiB; "
        f"Qt packs for {median(qts) * 1000:.0f} ms more, {theirs} KiB",
    )
