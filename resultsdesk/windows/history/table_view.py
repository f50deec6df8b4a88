"""A plain table to read, with its rows that differ standing out."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from resultsdesk.models.roles import Role
from resultsdesk.models.table import TextTable
from resultsdesk.painters.theme import Theme

ROW = 30


class StrongRows(QStyledItemDelegate):
    """Sets the rows that stand out in bold and the others muted."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        strong = bool(index.data(Role.SUBJECT))
        font = option.font
        font.setBold(strong)
        option.font = font
        ink = self._theme.colour("muted" if index.data(Role.SUBJECT) is False else "text")
        palette = option.palette
        palette.setColor(QPalette.ColorRole.Text, ink)
        option.palette = palette


class TableView(QTableView):
    """Whole rows are chosen; column `stretched` takes the room that is left."""

    def __init__(
        self, model: TextTable, theme: Theme, name: str, stretched: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setItemDelegate(StrongRows(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
