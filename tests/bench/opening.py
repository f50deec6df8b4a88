"""A process of its own that opens the desk, or for the floor an empty window with the same imports.

`python opening.py empty` or `python opening.py NIGHT`: prints the resident memory in MiB once everything is painted.
"""

import sys
from pathlib import Path

import psutil
import pyqtgraph
import sqlite_utils
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from resultsdesk.app.application import application
from resultsdesk.app.session import Session
from resultsdesk.settings import Settings
from resultsdesk.windows.history import history_window

SAME_IMPORTS = (pyqtgraph, sqlite_utils, history_window)


def main() -> None:
    """Open, paint, tell."""
    made = application()
    session = None if sys.argv[1] == "empty" else Session(Path(sys.argv[1]), Settings(), lambda _: None)
    window = session.window if session else QMainWindow()
    window.setWindowState(Qt.WindowState.WindowNoState)  # the screen of the tests is smaller
    window.resize(1920, 1080)
    window.show()
    for _ in range(3):
        made.processEvents()
    sys.stdout.write(f"{psutil.Process().memory_info().rss / 2**20}\n")
    if session:
        assert session.desk.night.seq >= 650
        session.close()


if __name__ == "__main__":
    main()
