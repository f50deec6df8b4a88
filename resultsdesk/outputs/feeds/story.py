"""The story as a feed: its most telling lines with their evidence, and what has been taken back."""

from resultsdesk.export.story_objects import line_object, withdrawn_object
from resultsdesk.night.night import Night
from resultsdesk.outputs.drawing import compact
from resultsdesk.outputs.feeds.heading import heading
from resultsdesk.story.lines import Line
from resultsdesk.story.telling import Telling, continued, telling

MOST = 200
"""Lines in the feed: those after them are deposits and re-elections."""


class StoryFeed:
    """Tells the story of one night file and carries it on; a line that stays is written once."""

    def __init__(self) -> None:
        self._told: Telling | None = None
        self._lines: dict[str, tuple[Line, str]] = {}

    def json(self, night: Night) -> str:
        """Return the feed; `told` counts all lines there are."""
        self._told = telling(night) if self._told is None else continued(self._told, night)
        story = self._told.story
        head = {**heading(night), "told": len(story.lines)}
        lines = [self._line(night, one) for one in story.lines[:MOST]]
        self._lines = {one.id: self._lines[one.id] for one in story.lines[:MOST]}
        back = compact([withdrawn_object(night, one) for one in story.withdrawn])
        return f'{compact(head)[:-1]},"lines":[{",".join(lines)}],"withdrawn":{back}}}'

    def _line(self, night: Night, line: Line) -> str:
        known = self._lines.get(line.id)
        if known is None or known[0] is not line:
            known = self._lines[line.id] = (line, compact(line_object(night, line)))
        return known[1]
