"""Fifty frames a second in a real Chromium at 1080p, without a graphics card, while a map or a result moves."""

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from built_in import built_in
from chromium import Page, chromium
from moves import AIM, LATE, moves
from newsroom import newsroom

from resultsdesk.assets.inks import Inks
from resultsdesk.assets.palette import palette
from resultsdesk.figures.as_data import as_data, inks_of
from resultsdesk.figures.shapes import Figure

ROUNDS = 12
FRAME = 20  # milliseconds


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    folder: Path = tmp_path_factory.mktemp("frames")
    with newsroom(folder) as room, chromium() as browser:
        one = browser.open(room.url("scene/title"))
        one.wait("window.follower && !window.follower.painter.empty")
        one.ask("follower.stream.close()")
        yield one


def said(figure: Figure) -> str:
    inks = Inks(palette("dark"), built_in("uk-2024").briefing.parties)
    return json.dumps({"figure": as_data(figure), "inks": {ink: inks[ink] for ink in inks_of(figure)}})


MOVE = """
new Promise(done => {
  const painter = follower.painter;
  painter.show(before.figure, before.inks);
  const times = [];
  const step = now => {
    times.push(now);
    if (painter.motion !== null || times.length < 3) requestAnimationFrame(step);
    else setTimeout(() => done(times));
  };
  requestAnimationFrame(() => requestAnimationFrame(() => {
    painter.show(after.figure, after.inks, {ms: 350});
    requestAnimationFrame(step);
  }));
})
"""


@pytest.mark.parametrize("move", moves())
def test_frames_are_kept(page: Page, request: pytest.FixtureRequest, move: str) -> None:
    start, end = moves()[move]
    page.ask(f"window.before = {said(start)}; window.after = {said(end)}; 0")
    frames, missed, longest = 0, 0, 0.0
    for _ in range(ROUNDS):
        times = page.ask(MOVE)
        gaps = [after - before for before, after in pairwise(times)]
        frames += sum(max(1, round(gap / FRAME)) for gap in gaps)
        missed += sum(round(gap / FRAME) - 1 for gap in gaps if gap > LATE * FRAME)
        longest = max(longest, *gaps)
    kept = 1 - missed / frames
    reporter = request.config.pluginmanager.getplugin("terminalreporter")
    reporter.write_line(
        f"\n{move}: {kept:.1%} of the frames kept (aim {AIM:.0%}), at most {longest:.0f} ms between two"
    )
    assert frames
