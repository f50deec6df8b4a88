"""Lines of the story on their way to air: from the desk's panel into preview, and on air as long as they are true."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject

from resultsdesk.air.airing import Airing
from resultsdesk.air.programme import AirTrouble
from resultsdesk.air.retelling import says_lines
from resultsdesk.air.station import Station
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.scenes.told import card_of, strap_of, ticker_of
from resultsdesk.models.air_feed import AirFeed
from resultsdesk.story.lines import Line, Story
from resultsdesk.windows.desk.desk_window import DeskWindow

SCENES: Mapping[str, Callable[[Line], SceneRequest]] = {"card": card_of, "strap": strap_of}


class StoryOnAir(QObject):
    """Nothing goes on air from here: what is sent is in preview until somebody takes it. `tell` says so."""

    def __init__(
        self, station: Station, feed: AirFeed, window: DeskWindow, tell: Callable[[str], object], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._station, self._window, self._tell = station, window, tell
        self._story = window.story_feed
        window.lines_said = self.said
        window.line_sent.connect(self.send)
        self._story.changed.connect(self._retell)
        feed.changed.connect(self._hear)
        self._hear(Airing(station.programme, station.programme))

    def said(self) -> dict[str, str]:
        """Return where lines are said: `on air`, else `in preview`."""
        outputs = self._station.programme.outputs.values()
        previews = {line: "in preview" for one in outputs if one.preview is not None for line in one.preview.lines}
        programs = {line: "on air" for one in outputs if one.program is not None for line in one.program.scene.lines}
        return previews | programs

    def send(self, where: str, line: Line) -> None:
        """Put a line in preview: on a card, on a strap, or in the ticker, from which it is taken where it is there."""
        try:
            if where == "ticker":
                self._to_ticker(line)
            else:
                self._station.preview(SCENES[where](line))
                self._tell(f"In preview, as a {where}: {line.sentence} F9 takes it.")
        except AirTrouble as trouble:
            self._tell(str(trouble))

    def _to_ticker(self, line: Line) -> None:
        told = {one.id: one for one in self._story.story.lines}
        before = self._ticker()
        others = [told[one] for one in before.lines if one in told and one != line.id]
        there = line.id in before.lines
        scene = ticker_of(others if there else [line, *others], before.scope)
        self._station.preview(replace(before, words=scene.words, lines=scene.lines))
        verb = "Out of" if there else "In"
        self._tell(f"{verb} the ticker in preview: {line.sentence} F9 takes it.")

    def _ticker(self) -> SceneRequest:
        """Return the ticker that is added to: the one in preview, else the one on air, else a fresh one."""
        output = self._station.output
        shown = (output.preview, output.program.scene if output.program is not None else None)
        ready = (one for one in shown if one is not None and one.name is SceneName.TICKER)
        return next(ready, SceneRequest(SceneName.TICKER))

    def _retell(self, _before: Story, now: Story) -> None:
        before = {(one.output, one.what) for one in self._station.wrong}
        self._station.retell(now)
        fresh = [one.words for one in self._station.wrong if (one.output, one.what) not in before]
        if fresh:
            self._tell(fresh[0])

    def _hear(self, _: Airing) -> None:
        if says_lines(self._station.programme) or self._station.lines_aired:
            self._story.wake()
        panel = self._window.story.panel
        if panel is not None:
            panel.model.refresh()
