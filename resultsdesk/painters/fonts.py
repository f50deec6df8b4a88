"""The program's own typefaces, so that a figure looks the same on every machine and in every picture."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from resultsdesk.assets import font_files
from resultsdesk.assets.palette import Face


def add_fonts() -> tuple[str, ...]:
    """Add the fonts to the running application, once, and return their families; needs a QGuiApplication."""
    return _added()


def font(face: Face, size: int, strong: bool) -> QFont:
    """Return a font of `size` pixels."""
    one = QFont(face.family)
    one.setPixelSize(max(1, size))
    one.setWeight(QFont.Weight(face.strong if strong else face.weight))
    one.setStyleStrategy(QFont.StyleStrategy.PreferAntialias | QFont.StyleStrategy.NoSubpixelAntialias)
    # Hinted widths differ from system to system, and a scaled stage would set the same line in other widths.
    one.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if face.tracking:
        one.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, face.tracking * size)
    if face.tabular:
        one.setFeature(QFont.Tag("tnum"), 1)
    return one


@cache
def _added() -> tuple[str, ...]:
    families: dict[str, None] = {}
    for path in font_files():
        number = QFontDatabase.addApplicationFont(str(path))
        if number < 0:
            raise FileNotFoundError(f"The font {path.name} cannot be read: install Results Desk again.")
        families |= dict.fromkeys(QFontDatabase.applicationFontFamilies(number))
    return tuple(families)
