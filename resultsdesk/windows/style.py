"""The style sheet of the windows: resources/qss with the theme's inks in the place of their names."""

import re
from functools import cache

from PySide6.QtWidgets import QWidget

from resultsdesk.assets import resource
from resultsdesk.painters.theme import Theme

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
INK = re.compile(r"@([a-z][a-z-]*)")


def stylesheet(theme: Theme) -> str:
    """Return the style sheet for a theme; KeyError names an ink the theme does not have."""
    return INK.sub(lambda found: theme.hex(found[1]), _source())


def restyle(widget: QWidget) -> None:
    """Dress a widget anew by the style sheet, after its name or a property the sheet asks for became another."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


@cache
def _source() -> str:
    sheets = sorted(resource("qss").glob("*.qss"), reverse=True)  # windows.qss, then what refines it
    return COMMENT.sub("", "\n".join(sheet.read_text(encoding="utf-8") for sheet in sheets))
