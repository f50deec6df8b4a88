"""From one figure to another in a third of a second: asked for a moment, it answers with a figure."""

from dataclasses import dataclass

from resultsdesk.figures.shapes import Figure
from resultsdesk.figures.tween import tween

LENGTH = 0.32
"""Seconds a move takes."""


@dataclass(frozen=True, slots=True)
class Motion:
    """`began` is in seconds of whatever clock is asked with."""

    start: Figure
    end: Figure
    began: float
    length: float = LENGTH

    def at(self, now: float) -> Figure:
        """Return the figure at a moment, the last one from the end on."""
        return tween(self.start, self.end, self.part(now))

    def part(self, now: float) -> float:
        """Return how far along the way it is at a moment, from 0 to 1."""
        return eased(min(max((now - self.began) / self.length, 0.0), 1.0)) if self.length > 0 else 1.0

    def over(self, now: float) -> bool:
        """Return whether nothing moves any more."""
        return now - self.began >= self.length


def eased(part: float) -> float:
    """Return how far a move is that starts fast and ends gently, both from 0 to 1."""
    return 1.0 - (1.0 - part) ** 3
