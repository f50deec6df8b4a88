"""stills/*.svg: scenes as drawings, for print and for graphics programs, sharp at any size."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from resultsdesk.assets.palette import palette
from resultsdesk.export.stills.choosing import Still, stills
from resultsdesk.export.stills.png import FOLDER
from resultsdesk.export.summary import Summary, Writer

THEME = "dark"
_OUTWARD = re.compile(r"url\((?!data:|#)|@import|href=[\"'](?!#|data:)")


@dataclass(frozen=True, slots=True)
class SvgWriter:
    """Draws one scene in one format."""

    still: Still

    @property
    def name(self) -> str:
        """Return the file's path in the folder."""
        return f"{FOLDER}/{self.still.stem}.svg"

    @property
    def what(self) -> str:
        """Return what the drawing shows."""
        return self.still.what

    def write(self, summary: Summary, path: Path) -> None:
        """Write it with the letters of its typefaces in it."""
        from resultsdesk.export.svg.drawing import to_svg
        from resultsdesk.export.svg.look import Look

        look = Look(palette(THEME), summary.night.briefing.parties)
        said = f"{self.still.what} {summary.heading}"
        path.write_text(to_svg(self.still.drawn(summary), look, said), encoding="utf-8", newline="\n")

    def check(self, summary: Summary, path: Path) -> tuple[str, ...]:
        """Return whether it reads as an SVG of the size of its format that says what it must and fetches nothing."""
        return tuple(_wrong(path.read_text(encoding="utf-8"), self.still.request.format.size, summary.mark))


def svg_files(summary: Summary) -> tuple[Writer, ...]:
    """Return a writer for every scene in every format."""
    return tuple(SvgWriter(one) for one in stills(summary))


def _wrong(text: str, size: tuple[int, int], mark: str) -> Iterator[str]:
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield f"it is no XML: {error}"
        return
    if (root.get("width"), root.get("height")) != (str(size[0]), str(size[1])):
        yield f"it is {root.get('width')} × {root.get('height')} and not {size[0]} × {size[1]}"
    said = ["".join(one.itertext()) for one in root.iter() if one.tag.endswith("}text")]
    if mark and not any(mark in one for one in said):
        yield f"it does not say {mark}"
    if _OUTWARD.search(text):
        yield "it points to something that is not in the file"
