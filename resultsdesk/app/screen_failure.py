"""When Qt cannot open the screen it ends the process at once. Before it does, say in one line why and what to do."""

import os
import re
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from resultsdesk.assets import debian_packages

STATUS = 2
MISSING_LIBRARY = re.compile(r"(lib[\w.+-]+\.so[.\d]*)")

_said: list[str] = []


def listen() -> None:
    """Hear what Qt says while it opens the screen."""
    qInstallMessageHandler(_hear)


def stop_listening() -> None:
    """Leave Qt to speak for itself."""
    qInstallMessageHandler(None)
    _said.clear()


def sentence(said: str) -> str:
    """Return one line for what Qt said before it gave up."""
    headless = "`resultsdesk rehearse … --headless` and `resultsdesk show` need no display."
    if "could not connect to display" in said:
        display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or ""
        return f"The display {display} cannot be reached: check that you may use it. {headless}"
    library = MISSING_LIBRARY.search(said)
    # Qt names libxcb-cursor0 whenever its plugin does not load; a display nobody answers on is told of above.
    if library or "xcb-cursor0" in said:
        name = library[1] if library else "libxcb-cursor0"
        return f"Qt lacks {name} of this system: run `sudo apt-get install {' '.join(debian_packages())}`. {headless}"
    if sys.platform.startswith("linux") and "even though it was found" in said:
        packages = " ".join(debian_packages())
        return f"Qt lacks a library of this system: run `sudo apt-get install {packages}`. {headless}"
    return f"Qt cannot open a window ({' '.join(said.split())[:200]}). {headless}"


def _hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _said.append(message)
    if kind is QtMsgType.QtFatalMsg:
        print(sentence("\n".join(_said)), file=sys.stderr, flush=True)  # noqa: T201 - the process has no other voice left
        # Qt aborts as soon as this returns, and a core dump says nothing to a person.
        os._exit(STATUS)
