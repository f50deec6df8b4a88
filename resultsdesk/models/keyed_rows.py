"""A read-only list in the order of a key, whose rows come, go, move and change one at a time."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from resultsdesk.models.roles import Role

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
I = TypeVar("I")  # noqa: E741  # the identity of a row; it reads as one in `KeyedRows[I]`
Key = tuple[Any, ...]  # Any: keys of one list compare with each other, whatever they are made of


class KeyedRows(QAbstractListModel, Generic[I]):
    """Rows by identity. Two keys must never be equal, so a key ends with something of the row's own."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: list[Key] = []
        self._ids: list[I] = []
        self._key_of: dict[I, Key] = {}

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401  # Qt's own signature
        if not index.isValid() or not 0 <= index.row() < len(self._ids):
            return None
        one = self._ids[index.row()]
        match role:
            case Role.SUBJECT:
                return self.subject(one)
            case Role.CONTEST:
                return self.contest(one)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.words(one)
        return None

    def subject(self, one: I) -> object:
        """Return what a row is drawn from."""
        raise NotImplementedError

    def words(self, one: I) -> str:
        """Return a row in words, as a screen reader would say it."""
        raise NotImplementedError

    def contest(self, one: I) -> str | None:
        """Return the contest a row leads to, or None."""
        raise NotImplementedError

    def id_at(self, row: int) -> I | None:
        """Return the identity of a row, or None beyond the end."""
        return self._ids[row] if 0 <= row < len(self._ids) else None

    def row_of(self, one: I) -> int | None:
        """Return where a row is now, or None where it is not shown."""
        key = self._key_of.get(one)
        return None if key is None else bisect_left(self._keys, key)

    def put(self, one: I, key: Key | None) -> None:
        """Show a row at its key: it comes, moves, changes in place or, with None, goes."""
        row = self.row_of(one)
        if key is None:
            if row is not None:
                self._take(row)
        elif row is None:
            self._insert(bisect_left(self._keys, key), one, key)
        elif self._keys[row] == key:
            self.changed_at(row)
        else:
            self._move(row, one, key)

    def changed_at(self, first: int, last: int | None = None) -> None:
        """Tell views that rows look different where they are."""
        last = first if last is None else last
        if 0 <= first <= last < len(self._ids):
            self.dataChanged.emit(self.index(first), self.index(last))

    def all_changed(self) -> None:
        """Tell views that every row may look different where it is; they repaint the few they show."""
        self.changed_at(0, len(self._ids) - 1)

    def fill(self, rows: Iterable[tuple[Key, I]]) -> None:
        """Show other rows: for another question, never for another answer."""
        self.beginResetModel()
        ordered = sorted(rows, key=lambda row: row[0])
        self._keys = [key for key, _ in ordered]
        self._ids = [one for _, one in ordered]
        self._key_of = {one: key for key, one in ordered}
        self.endResetModel()

    def _take(self, row: int) -> None:
        self.beginRemoveRows(NOWHERE, row, row)
        del self._key_of[self._ids[row]]
        del self._keys[row], self._ids[row]
        self.endRemoveRows()

    def _insert(self, row: int, one: I, key: Key) -> None:
        self.beginInsertRows(NOWHERE, row, row)
        self._keys.insert(row, key)
        self._ids.insert(row, one)
        self._key_of[one] = key
        self.endInsertRows()

    def _move(self, row: int, one: I, key: Key) -> None:
        to = bisect_left(self._keys, key)
        if to in (row, row + 1):
            self._keys[row] = key
            self._key_of[one] = key
        else:
            # Qt counts the place to move to before the row has left.
            self.beginMoveRows(NOWHERE, row, row, NOWHERE, to)
            del self._keys[row], self._ids[row]
            to -= to > row
            self._keys.insert(to, key)
            self._ids.insert(to, one)
            self._key_of[one] = key
            self.endMoveRows()
            row = to
        self.changed_at(bisect_left(self._keys, key))
