"""Somebody who looks at a channel, and the connection they look through."""

from typing import Protocol

from resultsdesk.outputs.events import Event, framed


class Line(Protocol):
    """A connection whose answer has begun and does not end."""

    @property
    def late(self) -> float:
        """Return for how many seconds what was sent has not been taken; 0 where more may be sent."""
        ...

    def push(self, data: bytes) -> None:
        """Send bytes as they are."""
        ...

    def drop(self) -> None:
        """Close at once."""
        ...


class Viewer:
    """One look through a line. `mark` goes before each event, and tells looks through one line apart."""

    def __init__(self, line: Line, chunked: bool = True, mark: bytes = b"") -> None:
        self._line, self._chunked = line, chunked
        self._mark = framed(mark) if mark and chunked else mark

    @property
    def late(self) -> float:
        """Return for how many seconds what was sent has not been taken."""
        return self._line.late

    def send(self, event: Event) -> bool:
        """Send an event; False where what was sent before has not been taken yet."""
        if self._line.late:
            return False
        self._line.push(self._mark + (event.framed if self._chunked else event.plain))
        return True

    def drop(self) -> None:
        """End the connection."""
        self._line.drop()
