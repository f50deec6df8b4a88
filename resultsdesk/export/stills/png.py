"""stills/*.png: scenes as pictures of pixels, to post and to put in a page."""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from resultsdesk.export.stills.choosing import Still, stills
from resultsdesk.export.summary import Paint, Summary, Writer
from resultsdesk.figures.scenes.request import Format

FOLDER = "stills"
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_HEAD = struct.Struct(">I4s")
_SIZE = struct.Struct(">II")


@dataclass(frozen=True, slots=True)
class PngWriter:
    """Paints one scene in one format."""

    still: Still
    paint: Paint

    @property
    def name(self) -> str:
        """Return the file's path in the folder."""
        return f"{FOLDER}/{self.still.stem}.png"

    @property
    def what(self) -> str:
        """Return what the picture shows."""
        return self.still.what

    def write(self, summary: Summary, path: Path) -> None:
        """Paint it at the size of its format."""
        self.paint(self.still.drawn(summary), path)

    def check(self, summary: Summary, path: Path) -> tuple[str, ...]:
        """Return whether the file is whole, and of the size of its format."""
        return tuple(_wrong(path.read_bytes(), self.still.request.format.size))


def png_files(summary: Summary, paint: Paint) -> tuple[Writer, ...]:
    """Return a writer for every scene in every format, one format after another: they share a ground."""
    formats = tuple(Format)
    ordered = sorted(stills(summary), key=lambda one: formats.index(one.request.format))
    return tuple(PngWriter(one, paint) for one in ordered)


def _wrong(data: bytes, size: tuple[int, int]) -> Iterator[str]:
    if not data.startswith(_SIGNATURE):
        yield "it is no PNG"
        return
    last = b""
    for kind, body, good in _chunks(data):
        if not good:
            yield f"its part {kind.decode('latin-1')} is damaged"
        if kind == b"IHDR" and _SIZE.unpack_from(body) != size:
            wide, tall = _SIZE.unpack_from(body)
            yield f"it is {wide} × {tall} pixels and not {size[0]} × {size[1]}"
        last = kind
    if last != b"IEND":
        yield "its end is missing"


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bool]]:
    """Yield each part of a PNG with its kind, and whether its checksum is right."""
    at = len(_SIGNATURE)
    while at + _HEAD.size <= len(data):
        length, kind = _HEAD.unpack_from(data, at)
        end = at + _HEAD.size + length
        body = data[at + _HEAD.size : end]
        yield kind, body, data[end : end + 4] == zlib.crc32(kind + body).to_bytes(4, "big")
        at = end + 4
