"""The typefaces as files: which of them a family and a weight are, for whoever names or embeds them."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from resultsdesk.assets import FACES, HEADLINE_FAMILY, TEXT_FAMILY, font_files

_WEIGHTS = {"Regular": 400, "It": 400, "Medium": 500, "SemiBold": 600, "Semibold": 600, "Bold": 700, "ExtraBold": 800}


@dataclass(frozen=True, slots=True)
class FaceFile:
    """One font file. `weight` is CSS's, 400 for regular; `style` is `normal` or `italic`."""

    family: str
    weight: int
    style: str
    path: Path


@cache
def face_files() -> tuple[FaceFile, ...]:
    """Return every font file the program has."""
    return tuple(_named(package, path) for (package, _), path in zip(FACES, font_files(), strict=True))


@cache
def face_file(family: str, weight: int, style: str = "normal") -> FaceFile:
    """Return the file of the face of a family nearest to this weight; KeyError for no such family."""
    some = [one for one in face_files() if one.family == family and one.style == style]
    if not some:
        raise KeyError(family)
    return min(some, key=lambda one: abs(one.weight - weight))


def _named(package: str, path: Path) -> FaceFile:
    said = path.stem.partition("-")[2]
    family = HEADLINE_FAMILY if package == "font_rhd" else TEXT_FAMILY
    return FaceFile(family, _WEIGHTS[said], "italic" if said.endswith("It") else "normal", path)
