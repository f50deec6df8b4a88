"""Where the system has no dialog for files of its own, Qt's is drawn in the theme, and names can be read in it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFileDialog, QTreeView
from pytestqt.qtbot import QtBot
from town import TOWN

from resultsdesk.figures.contrast import READABLE, contrast
from resultsdesk.painters.theme import theme
from resultsdesk.windows.style import stylesheet


@pytest.mark.parametrize("name", ["dark", "light"])
def test_names_of_files_can_be_read(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    (tmp_path / "alpha.night").touch()
    look = theme(name, TOWN.parties)
    dialog = QFileDialog(None, "Files", str(tmp_path))
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.setStyleSheet(stylesheet(look))
    with qtbot.waitExposed(dialog):
        dialog.show()
    (files,) = [one for one in dialog.findChildren(QTreeView) if one.isVisible()]
    port = files.viewport()
    ground = dialog.grab().toImage().pixelColor(port.mapTo(dialog, port.rect().bottomRight() - QPoint(3, 3)))
    assert contrast(QColor(look.hex("text")).name(), ground.name()) >= READABLE
