"""A notice above the boxes."""

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from resultsdesk.windows.desk.entry.notice import Notice
from resultsdesk.windows.style import restyle


class Banner(QLabel):
    """One sentence on a ground of its tone; gone when there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.hide()

    def tell(self, notice: Notice | None) -> None:
        """Show a notice, or nothing."""
        self.setVisible(notice is not None)
        if notice is None:
            self.clear()
            return
        self.setText(notice.text)
        self.setAccessibleName(notice.text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if self.property("tone") != str(notice.tone):
            self.setProperty("tone", str(notice.tone))
            restyle(self)
