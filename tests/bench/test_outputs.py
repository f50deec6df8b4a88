"""From a declaration to what is seen elsewhere, and what serving costs the desk."""

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
  const root = frame.document.documentElement;
  new frame.MutationObserver(() => {
    const seq = root.dataset.seq;
    frame.requestAnimationFrame(() => frame.setTimeout(() => { seen[seq] = Date.now() / 1000; }));
  }).observe(root, {attributes: true, attributeFilter: ['data-seq']});
})
"""


def open_sources(browser: Chromium, room: Newsroom, count: int, scene: str = "map") -> Page:
    """Open a page with so many browser sources of a scene beside each other."""
    page = browser.open("about:blank", 1600, 900)
    page.send("Page.setBypassCSP", enabled=True)
    page.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-reduced-motion", "value": "reduce"}])
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


@pytest.mark.parametrize(("sources", "scene"), [(1, "map"), (50, "strap")])
def test_declare_to_painted(
    browser: Chromium, room: Newsroom, request: pytest.FixtureRequest, sources: int, scene: str
) -> None:
    results = iter(general_election()[1])
    page = open_sources(browser, room, sources, scene)
    waits: list[float] = []
    for number in range(1, ROUNDS + 1):
        at, _ = declare_next(room, results)
        page.wait(f"sources.every(one => one.contentWindow.seen[{number}])")
        seen = page.ask(f"sources.map(one => one.contentWindow.seen[{number}])")
        waits += [one - at for one in seen]
    page.close()
    # Fifty pages of one browser share one thread to lay out and paint in; playout has a process for each.
    tell(request, f"median {median(waits) * 1000:.0f} ms, 99th percentile {high(waits) * 1000:.0f} ms (aim 100)")


def test_a_thousand_streams(room: Newsroom, request: pytest.FixtureRequest) -> None:
    results = iter(general_election()[1])
    rounds = 30
    alone = [declare_next(room, results)[1] for _ in range(rounds)]
    room.server.stop()
    first = room.desk.desk.night.seq
    with newsroom(room.file.path.parent / "town") as town:
        words = [str(town.at.port), "/events/scene/contest?contest=alpha", str(STREAMS), str(rounds)]
        script = Path(__file__).with_name("streams.py")
        with subprocess.Popen([sys.executable, str(script), *words], stdout=subprocess.PIPE, text=True) as screens:
            assert screens.stdout is not None
            assert screens.stdout.readline() == "ready\n"
            begun, crowded = {}, []
            for number in range(1, rounds + 1):
                begun[number] = time.time()
                start = time.perf_counter()
                town.declare("alpha", 1_000 + number, 700, 200)
                crowded.append(time.perf_counter() - start)
                while any(one.version <= number for one in town.server.channels._open.values()):
                    town.desk.work(0.05)
                town.desk.work(0.2)
            arrived = json.loads(screens.stdout.readline())
    waits = [one - begun[int(seq)] for seq, times in arrived.items() if int(seq) in begun for one in times]
    assert first == rounds
    tell(
        request,
        f"{len(waits)} arrivals, median {median(waits) * 1000:.0f} ms, 99th percentile {high(waits) * 1000:.0f} ms, "
        f"(aim 250); a commit {median(crowded) * 1000:.1f} ms beside {median(alone) * 1000:.1f} ms with none",
    )


def test_what_serving_costs_a_commit(browser: Chromium, room: Newsroom, request: pytest.FixtureRequest) -> None:
    """In turns with the server and without it, so that whatever else the machine does meets both alike."""
    results = iter(general_election()[1])
    page = open_sources(browser, room, 1)
    with_server: list[float] = []
    without: list[float] = []
    listeners = room.desk.desk._listeners
    for number in range(1, ROUNDS + 1):
        heard = list(listeners)
        if number % 2:
            listeners.remove(heard[-1])
        _, took = declare_next(room, results)
        listeners[:] = heard
        (without if number % 2 else with_server).append(took)
        if not number % 2:
            page.wait(f"sources.every(one => one.contentWindow.seen[{number}])")
    ratio = median(with_server) / median(without)
    tell(
        request,
        f"{median(with_server) * 1000:.2f} ms against {median(without) * 1000:.2f} ms, ratio {ratio:.2f} (aim 1.1)",
    )


def test_a_scene_to_png(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    night = built_in("uk-2024", "04:47")
    look = theme("dark", night.briefing.parties)
    scene = SceneRequest(SceneName.MAP)
    bare: list[float] = []
    whole: list[float] = []
    written: list[float] = []
    shown = draw(night, scene, night.last_keyed)
    for _ in range(20):
        begun = time.perf_counter()
        to_image(shown, look, 1920, 1080)
        bare.append(time.perf_counter() - begun)
        begun = time.perf_counter()
        image = to_image(draw(night, scene, night.last_keyed), look, 1920, 1080)
        whole.append(time.perf_counter() - begun)
        image.save(str(tmp_path / "a.png"))
        written.append(time.perf_counter() - begun)
    ratio = median(whole) / median(bare)
    tell(
        request,
        f"{median(whole) * 1000:.1f} ms against {median(bare) * 1000:.1f} ms painted, ratio {ratio:.2f} (aim 2); "
        f"on the disk in {median(written) * 1000:.0f} ms",
    )
