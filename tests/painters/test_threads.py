"""Pictures painted in threads that come and go, as the writers of a summary are."""

import subprocess
import sys

SCRIPT = """
import threading
from PySide6.QtGui import QGuiApplication
from resultsdesk.figures.lettering import text
from resultsdesk.figures.shapes import figure
from resultsdesk.painters.paint import to_image
from resultsdesk.painters.theme import theme

application = QGuiApplication(["test", "-platform", "offscreen"])
large = figure(1280, 720, text("words", 0, 0, 1280, 300, "General election", size=190))
painted = []

def paint():
    painted.append(to_image(large, theme("dark", {}), 1280, 720))

for _ in range(6):
    thread = threading.Thread(target=paint)
    thread.start()
    thread.join()
print(len(painted), all(one == painted[0] for one in painted))
"""


def test_a_thread_that_has_ended_takes_no_typeface_from_the_next() -> None:
    # A process of its own: what was painted before in the main thread would hide it, and it crashes in Qt.
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout) == (0, "6 True\n"), done.stderr
