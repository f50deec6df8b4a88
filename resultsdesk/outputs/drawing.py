"""Scenes as they are sent: a figure with the colours of its inks, drawn once for everybody who looks at it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from resultsdesk.assets.inks import Inks
from resultsdesk.assets.palette import Palette
from resultsdesk.desk.player import clock_of
from resultsdesk.figures.as_data import as_data, inks_of, patch
from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.scene import draw
from resultsdesk.figures.shapes import Figure, Ink
from resultsdesk.night.night import Night


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure, and the colours of its inks as `#rrggbb`."""

    figure: Figure
    inks: Mapping[Ink, str]

    def whole(self) -> dict[str, object]:
        """Return all of it as what JSON can hold."""
        return {"figure": as_data(self.figure), "inks": self.inks}

    def since(self, before: "Picture") -> dict[str, object] | None:
        """Return what is to be changed in an earlier picture to have this one, None where all of it must be sent."""
        change = patch(before.figure, self.figure)
        if change is None:
            return None
        fresh = {ink: colour for ink, colour in self.inks.items() if before.inks.get(ink) != colour}
        return {"change": change, "inks": fresh}


class Drawer:
    """Draws scenes for one night file; keeps the last night's, so that a hundred screens of one scene cost one."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._inks: Inks | None = None
        self._night: Night | None = None
        self._drawn: dict[tuple[SceneRequest, bool, int], Picture] = {}

    def picture(self, night: Night, request: SceneRequest, corrected: bool = False) -> Picture:
        """Return a scene of the night, as it is this minute."""
        now = now_of(night)
        if night is not self._night:
            if self._night is None or night.briefing is not self._night.briefing:
                self._inks = Inks(self._palette, night.briefing.parties)
            self._night, self._drawn = night, {}
        key = (request, corrected, int(now.timestamp() // 60))
        known = self._drawn.get(key)
        if known is None:
            if len(self._drawn) > _KEPT:
                self._drawn.clear()
            figure = draw(night, request, now, corrected)
            known = self._drawn[key] = Picture(figure, self._colours(figure))
        return known

    def _colours(self, figure: Figure) -> dict[Ink, str]:
        inks = self._inks
        if inks is None:
            raise ValueError("a picture has the colours of a night's parties")
        return {ink: inks[ink] for ink in sorted(inks_of(figure))}


_KEPT = 200


def now_of(night: Night) -> datetime:
    """Return the time it is in a night: by the wall, or in a rehearsal when its last entry was keyed."""
    if not night.rehearsal:
        return datetime.now(UTC)
    return clock_of(night).now()


def compact(value: object) -> str:
    """Return JSON in ASCII alone, so that no name can hang a reader, and with no space in it."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
