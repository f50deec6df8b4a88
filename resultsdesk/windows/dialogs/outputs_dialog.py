"""How the night is served to other programs and machines: where, to whom, and which of them are kept by the desk."""

from dataclasses import replace
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from resultsdesk.night.trouble import Trouble
from resultsdesk.painters.theme import Theme
from resultsdesk.settings import Settings
from resultsdesk.windows.dialogs.labels import labelled, say
from resultsdesk.windows.style import stylesheet
from resultsdesk.windows.titles import titled

WIDTH = 680
LARGEST_PORT = 65_535
EXAMPLES = "caspar 192.168.1.20/1-20=presenter\nvmix 192.168.1.20/Lower third=presenter\ncompanion 192.168.1.20:8000"
IN_REHEARSALS = "Playout that is kept as live nights are is left alone by rehearsals: they have lines of their own."
WHOM = "Browsers, OBS, CasparCG, SPX, vMix and data readers find every address on the page that is served."


class Server(Protocol):
    """What the dialog starts and stops. `url` is empty while nothing is served."""

    changed: SignalInstance
    settings: Settings
    url: str

    @property
    def rehearsal(self) -> bool:
        """Return whether what it serves is a rehearsal."""
        ...

    @property
    def troubles(self) -> tuple[str, ...]:
        """Return why other programs are not kept as the night is."""
        ...

    @property
    def token(self) -> str:
        """Return the token of control surfaces."""
        ...

    def start(self, settings: Settings | None = None) -> None:
        """Serve by these settings; raises Trouble."""
        ...

    def stop(self) -> None:
        """Serve no more."""
        ...


class OutputsDialog(QDialog):
    """Shows how a night is served, and starts and stops it; what it was served by is remembered."""

    def __init__(self, theme: Theme, server: Server, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._server = server
        self.setWindowTitle(titled("Outputs"))
        self.setStyleSheet(stylesheet(theme))
        self.setMinimumWidth(WIDTH)
        settings = server.settings
        self.state = labelled("", "title")
        self.state.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy = QPushButton("&Copy the address")
        self.token = QPushButton("Copy the &token of control surfaces")
        self.port = QLineEdit(str(settings.outputs_port))
        self.port.setMaximumWidth(120)
        self.port.setAccessibleName("Port")
        self.lan = QCheckBox("&Other machines may look: every address then bears a token")
        self.lan.setChecked(settings.outputs_lan)
        self.names = QLineEdit(" ".join(settings.outputs_names))
        self.names.setPlaceholderText("such as graphics.studio")
        self.names.setAccessibleName("Further names of this machine")
        self.folder = QLineEdit(settings.outputs_folder)
        self.folder.setPlaceholderText("no folder")
        self.folder.setAccessibleName("Folder of the feeds")
        self.browse = QPushButton("&Browse…")
        self.playout = QPlainTextEdit("\n".join(settings.playout(server.rehearsal)))
        self.playout.setPlaceholderText(EXAMPLES)
        self.playout.setTabChangesFocus(True)
        self.playout.setFixedHeight(104)
        self.playout.setAccessibleName("Programs kept as the night is, one a line")
        self.said = labelled("", "muted")
        self.said.setWordWrap(True)
        self.go = QPushButton()
        self.shut = QPushButton("Close")
        self._arrange()
        self._connect()
        self.refresh()
        self.port.setFocus()

    def refresh(self) -> None:
        """Show how it is served now, and why another program is not kept as the night is."""
        url, troubles = self._server.url, self._server.troubles
        self.state.setText(f"Served at {url}" if url else "Nothing is served")
        self.copy.setEnabled(bool(url))
        for one in (self.port, self.lan, self.names, self.folder, self.browse, self.playout):
            one.setEnabled(not url)
        self.names.setEnabled(not url and self.lan.isChecked())
        self.go.setText("Stop serving" if url else "Start serving")
        if troubles:
            say(self.said, "\n".join(troubles), "warn")
        else:
            say(self.said, f"{IN_REHEARSALS} {WHOM}" if self._server.rehearsal else WHOM)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(12)
        column.addWidget(labelled("Outputs", "headline"))
        row = QHBoxLayout()
        row.addWidget(self.state, 1)
        row.addWidget(self.copy)
        column.addLayout(row)
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(12)
        form.addRow("&Port", self.port)
        form.addRow("", self.lan)
        form.addRow("Further &names", self.names)
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        feeds = QLabel("&Feeds to a folder")
        feeds.setBuddy(self.folder)
        form.addRow(feeds, row)
        form.addRow("P&layout in rehearsals" if self._server.rehearsal else "P&layout, one a line", self.playout)
        column.addLayout(form)
        column.addWidget(self.said)
        column.addSpacing(6)
        buttons = QHBoxLayout()
        buttons.addWidget(self.token)
        buttons.addStretch(1)
        buttons.addWidget(self.shut)
        buttons.addWidget(self.go)
        for one in (self.copy, self.token, self.browse, self.shut):
            one.setAutoDefault(False)
        self.go.setDefault(True)
        self.go.setObjectName("primary")
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._server.changed.connect(self.refresh)
        self.lan.toggled.connect(lambda on: self.names.setEnabled(on))
        self.copy.clicked.connect(lambda: self._copy(self._server.url, "The address is on the clipboard."))
        self.token.clicked.connect(lambda: self._copy(self._server.token, "The token is on the clipboard."))
        self.browse.clicked.connect(self._choose)
        self.shut.clicked.connect(self.close)
        self.go.clicked.connect(self._act)

    def _act(self) -> None:
        if self._server.url:
            self._server.stop()
            self.go.setFocus()
            return
        try:
            self._server.start(self._chosen())
        except Trouble as trouble:
            say(self.said, str(trouble), "bad")
            return
        self.go.setFocus()

    def _chosen(self) -> Settings:
        """Return the settings as they are filled in; raises Trouble."""
        port = self.port.text().strip()
        if not (port.isascii() and port.isdecimal() and int(port) <= LARGEST_PORT):
            self.port.setFocus()
            raise Trouble(f"“{port}” is no port.", f"Give a number to {LARGEST_PORT:,}; 0 takes any that is free.")
        folder = self.folder.text().strip()
        playout = tuple(line.strip() for line in self.playout.toPlainText().splitlines() if line.strip())
        chosen = replace(
            self._server.settings,
            outputs_port=int(port),
            outputs_lan=self.lan.isChecked(),
            outputs_names=tuple(self.names.text().replace(",", " ").split()),
            outputs_folder=str(Path.home() / Path(folder).expanduser()) if folder else "",
        )
        return chosen.with_playout(playout, self._server.rehearsal)

    def _copy(self, words: str, told: str) -> None:
        QApplication.clipboard().setText(words)
        say(self.said, told)

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, titled("Folder of the feeds"), self.folder.text())
        if folder:
            self.folder.setText(folder)
