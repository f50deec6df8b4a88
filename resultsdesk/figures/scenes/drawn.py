"""Scenes drawn once for all the views that look at them."""

from datetime import datetime

from resultsdesk.figures.scenes.request import SceneRequest
from resultsdesk.figures.scenes.scene import draw
from resultsdesk.figures.shapes import Figure
from resultsdesk.night.night import Night

_KEPT = 200


class Drawn:
    """Keeps what it draws of one night within one minute, which is as closely as any scene says what time it is."""

    def __init__(self) -> None:
        self._night: Night | None = None
        self._minute: datetime | None = None
        self._kept: dict[tuple[SceneRequest, bool], Figure] = {}

    def __call__(self, night: Night, request: SceneRequest, now: datetime, corrected: bool = False) -> Figure:
        """Return a scene of the night as `draw` gives it at the beginning of a minute."""
        minute = now.replace(second=0, microsecond=0)
        if night is not self._night or minute != self._minute or len(self._kept) >= _KEPT:
            self._night, self._minute, self._kept = night, minute, {}
        known = self._kept.get((request, corrected))
        if known is None:
            known = self._kept[request, corrected] = draw(night, request, minute, corrected)
        return known
