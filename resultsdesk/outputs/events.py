"""Server-sent events as they go over the wire."""

from dataclasses import dataclass

from resultsdesk.outputs.drawing import compact


@dataclass(frozen=True, slots=True)
class Event:
    """One event, written out once for everybody: as it is, and framed as HTTP/1.1 frames a part of an answer."""

    plain: bytes
    framed: bytes


def event(name: str, data: object) -> Event:
    """Return an event."""
    return said(f"event: {name}\ndata: {compact(data)}\n\n".encode("ascii"))


def said(plain: bytes) -> Event:
    """Return these very bytes as what can be sent to anybody."""
    return Event(plain, framed(plain))


def framed(part: bytes) -> bytes:
    """Return a part of an answer of HTTP/1.1 whose length is not known (RFC 9112, 7.1)."""
    return b"%x\r\n%b\r\n" % (len(part), part)
