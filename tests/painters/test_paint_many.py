"""The installed PySide6 survives a night of painting: one release aborts after a few hundred calls."""

import os
import subprocess
import sys

import pytest

PAINT_EVENTS = 5_000
PAINTINGS_AN_EVENT = 10  # 50,000 in all

PROGRAM = f"""
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

class Sheet(QWidget):
    painted = 0

    def paintEvent(self, event):
        painter = QPainter(self)
        for _ in range({PAINTINGS_AN_EVENT}):
            painter.save()
            painter.setPen(QPen(QColor("#28324A"), 1))
            painter.setBrush(QColor("#141A29"))
            painter.drawPolygon(QPolygonF([QPointF(0, 0), QPointF(9, 0), QPointF(4, 9)]))
            path = QPainterPath()
            path.addRoundedRect(QRectF(10, 0, 20, 9), 2, 2)
            painter.drawPath(path)
            painter.fillRect(QRectF(32, 0, 8, 8), QColor("#FFC53D"))
            painter.drawText(QRectF(0, 10, 60, 20), Qt.AlignmentFlag.AlignRight, "1,833")
            painter.restore()
            self.painted += 1
        painter.end()

app = QApplication([])
sheet = Sheet()
sheet.resize(64, 32)
sheet.show()
app.processEvents()  # unexposed, it would not be painted
for _ in range({PAINT_EVENTS}):
    sheet.repaint()
print("painted", sheet.painted >= {PAINT_EVENTS * PAINTINGS_AN_EVENT})
"""


def test_painting_fifty_thousand_times_does_not_abort() -> None:
    offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    painted = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env=offscreen,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if painted.returncode or painted.stdout.split() != ["painted", "True"]:
        pytest.fail(f"exit status {painted.returncode}: {painted.stderr[-800:]}")
