"""Charts as files without a window, as a program of its own would write them."""

import subprocess
import sys
from pathlib import Path

SCRIPT = """
import sys
from pathlib import Path
from resultsdesk.app.chart_pictures import chart_writer, every_chart
from resultsdesk.assets import resource
from resultsdesk.intake.folder import read_briefing
from resultsdesk.night.night import begin

night = begin(read_briefing(resource("briefings", "midlands-2016")), rehearsal=True)
write = chart_writer(night, size=(640, 360))
for asked in every_chart(night):
    for kind in ("png", "svg"):
        write(asked, Path(sys.argv[1]) / f"{asked.chart}.{kind}")
"""
BEGUN_WITHOUT = """
from PySide6.QtGui import QGuiApplication
running = QGuiApplication(["x", "-platform", "offscreen"])
from resultsdesk.app.chart_pictures import chart_writer
from resultsdesk.night.trouble import Trouble
from resultsdesk.night.night import begin
from resultsdesk.assets import resource
from resultsdesk.intake.folder import read_briefing
try:
    chart_writer(begin(read_briefing(resource("briefings", "midlands-2016"))))
except Trouble as trouble:
    print(trouble)
"""


def run(script: str, *words: str) -> str:
    done = subprocess.run([sys.executable, "-c", script, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_chart_is_written_without_a_screen(tmp_path: Path) -> None:
    run(SCRIPT, str(tmp_path))
    names = sorted(one.name for one in tmp_path.iterdir())
    assert len(names) == 14
    for one in tmp_path.glob("*.svg"):
        assert "REHEARSAL" in one.read_text(encoding="utf-8")
    for one in tmp_path.glob("*.png"):
        assert one.read_bytes().startswith(b"\x89PNG")


def test_a_program_without_widgets_is_told_so() -> None:
    assert "Charts need Qt's widgets" in run(BEGUN_WITHOUT)
