"""Is there a screen to open a window on, and has Qt the system's libraries it needs? Asked before Qt is loaded."""

import os
import re
import sys

from resultsdesk.assets import debian_packages
from resultsdesk.cli.failures import Wrong

MISSING_LIBRARY = re.compile(r"(lib[\w.+-]+\.so[.\d]*)")


def refuse_without_screen(instead: str) -> None:
    """Raise Wrong, in one line with what to do `instead`, where no window can be opened."""
    if no_display():
        raise Wrong(f"There is no display to open a window on. {instead}")
    try:
        from resultsdesk.app.application import application  # Qt: whether it loads is what is asked
    except ImportError as error:
        raise Wrong(qt_trouble(str(error), instead)) from None
    application()


def no_display() -> bool:
    """Return whether this is a Linux (or other X11) session that nobody looks at."""
    if sys.platform in ("win32", "darwin", "cygwin") or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def qt_trouble(said: str, instead: str) -> str:
    """Return one line for what a failed import of Qt said."""
    library = MISSING_LIBRARY.search(said)
    if library and sys.platform.startswith("linux"):
        packages = " ".join(debian_packages())
        return f"Qt lacks {library[1]} of this system: run `sudo apt-get install {packages}`. {instead}"
    if "No module named" in said:
        return f"Qt is not installed: run `python -m pip install PySide6-Essentials`. {instead}"
    return f"Qt does not load ({' '.join(said.split())}). {instead}"
