"""What one person likes on one machine."""

from dataclasses import replace

from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from resultsdesk.assets.palette import palettes
from resultsdesk.painters.theme import Theme
from resultsdesk.settings import Settings
from resultsdesk.windows.style import stylesheet
from resultsdesk.windows.titles import titled


class SettingsDialog(QDialog):
    """Shows settings and gives back what they were changed to in `settings`."""

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.setWindowTitle(titled("Settings"))
        self.setStyleSheet(stylesheet(theme))
        self.setMinimumWidth(520)
        self.initials = QLineEdit(settings.operator_initials)
        self.initials.setMaxLength(8)
        self.initials.setPlaceholderText("such as JS")
        self.initials.setAccessibleName("Your initials")
        self.desk = QLineEdit(settings.desk_name)
        self.desk.setMaxLength(40)
        self.desk.setPlaceholderText("Desk 1, or the next that is free")
        self.desk.setAccessibleName("Name of this desk")
        self.themes = QButtonGroup(self)
        self.motion = QCheckBox("&Reduce motion: nothing grows, flips or fades")
        self.motion.setChecked(settings.reduce_motion)
        self.patterns = QCheckBox("&Patterns and letters for parties, not colour alone")
        self.patterns.setChecked(settings.party_patterns)
        self._arrange(settings)
        self.initials.setFocus()

    def _arrange(self, settings: Settings) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(14)
        title = QLabel("Settings")
        title.setObjectName("headline")
        column.addWidget(title)
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(12)
        form.addRow("Your &initials", self.initials)
        form.addRow("Name of this &desk", self.desk)
        form.addRow("Theme", self._theme_row(settings))
        column.addLayout(form)
        for box in (self.motion, self.patterns):
            column.addWidget(box)
        note = QLabel("Initials and desk stand beside every entry. A theme is there when the next window opens.")
        note.setObjectName("muted")
        note.setWordWrap(True)
        column.addWidget(note)
        column.addSpacing(6)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        cancel, keep = QPushButton("Cancel"), QPushButton("Keep")
        cancel.setAutoDefault(False)
        keep.setDefault(True)
        keep.setObjectName("primary")
        cancel.clicked.connect(self.reject)
        keep.clicked.connect(self.accept)
        buttons.addWidget(cancel)
        buttons.addWidget(keep)
        column.addLayout(buttons)

    def _theme_row(self, settings: Settings) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for name in palettes():
            button = QPushButton(name.capitalize())
            button.setObjectName("segment")
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setChecked(name == settings.theme)
            button.setProperty("theme", name)
            self.themes.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        return row

    def accept(self) -> None:
        chosen = self.themes.checkedButton()
        self.settings = replace(
            self.settings,
            theme=str(chosen.property("theme")) if chosen is not None else self.settings.theme,
            operator_initials=self.initials.text().strip(),
            desk_name=self.desk.text().strip(),
            reduce_motion=self.motion.isChecked(),
            party_patterns=self.patterns.isChecked(),
        )
        super().accept()
