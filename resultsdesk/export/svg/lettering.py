"""How wide words are in the program's own typefaces, as HarfBuzz shapes them: what Qt and browsers shape them with."""

from functools import lru_cache

import uharfbuzz as hb

from resultsdesk.assets.faces import FaceFile, face_file
from resultsdesk.assets.palette import Face

_UNKNOWN = 0.6  # ems of a letter that neither family has and some other typeface will draw


def face_of(face: Face, strong: bool) -> FaceFile:
    """Return the font file a role is set in."""
    return face_file(face.family, face.strong if strong else face.weight)


def width(words: str, face: Face, size: float, strong: bool) -> float:
    """Return the width of words at a size, in the units of the size."""
    if not words:
        return 0.0
    spread = face.tracking * size * len(words)
    return _ems(words, face_of(face, strong), face.tabular) * size + spread


def cap_height(face: Face, size: float, strong: bool) -> float:
    """Return the height of a capital letter at a size."""
    return _capital(face_of(face, strong)) * size


def subset(file: FaceFile, letters: frozenset[str]) -> bytes:
    """Return a font with only these letters, as small as can be carried in a file; the same bytes every time."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(ord(one) for one in letters)
    wanted.layout_feature_tag_set.add(int.from_bytes(b"tnum"))
    made = hb.subset(_font(file).face, wanted)
    if made is None:
        raise ValueError(f"{file.path.name} cannot be cut down")
    return bytes(made.blob.data)


@lru_cache(maxsize=16)
def _font(file: FaceFile) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(file.path))))


@lru_cache(maxsize=50_000)
def _ems(words: str, file: FaceFile, tabular: bool) -> float:
    font = _font(file)
    buffer = hb.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, {"tnum": True} if tabular else {})
    units = font.face.upem
    ems: float = sum(
        where.x_advance / units if what.codepoint else _UNKNOWN
        for what, where in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    )
    return ems


@lru_cache(maxsize=16)
def _capital(file: FaceFile) -> float:
    font = _font(file)
    tall = font.get_metric_position(hb.OTMetricsTag.CAP_HEIGHT)
    if not tall:
        raise ValueError(f"{file.path.name} does not say how tall its capitals are")
    return float(tall / font.face.upem)
