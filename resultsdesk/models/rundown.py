"""The rundown's lines, in their order."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from resultsdesk.air.airing import Airing
from resultsdesk.air.programme import Item, ItemId, OutputName
from resultsdesk.figures.scenes.scene import title
from resultsdesk.models.air_feed import AirFeed
from resultsdesk.models.keyed_rows import KeyedRows


@dataclass(frozen=True, slots=True)
class RundownLine:
    """A row: its place from 1, its words, and whether it is on air or in preview on the output that is looked at."""

    place: int
    item: Item
    words: str
    on_air: bool
    in_preview: bool


class RundownList(KeyedRows[ItemId]):
    """Follows the programme. `look_at` says whose marks are shown."""

    def __init__(self, feed: AirFeed, output: OutputName, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feed, self._output = feed, output
        self._fill()
        feed.changed.connect(self._take_in)

    def look_at(self, output: OutputName) -> None:
        """Mark the lines that are on another output."""
        self._output = output
        self.all_changed()

    def subject(self, one: ItemId) -> RundownLine | None:
        station = self._feed.station
        output, item = station.programme.outputs[self._output], station.programme.item(one)
        row = self.row_of(one)
        if item is None or row is None:
            return None
        shown = output.program is not None and output.program.scene == item.scene and output.item == one
        return RundownLine(row + 1, item, title(station.night, item.scene), shown, output.cue == one)

    def words(self, one: ItemId) -> str:
        line = self.subject(one)
        if line is None:
            return ""
        marks = (", on air" if line.on_air else "") + (", in preview" if line.in_preview else "")
        return f"{line.place}, {line.words}, {line.item.dwell} seconds{marks}"

    def contest(self, one: ItemId) -> str | None:
        return None

    def _fill(self) -> None:
        self.fill(((place, one.id), one.id) for place, one in enumerate(self._feed.station.programme.rundown))

    def _take_in(self, airing: Airing) -> None:
        before, after = (tuple(one.id for one in programme.rundown) for programme in (airing.before, airing.after))
        if before != after:
            self._fill()  # some dozens of lines at most
        else:
            self.all_changed()
