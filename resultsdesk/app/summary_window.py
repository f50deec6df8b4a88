"""The desk's offer to write the summary, by a process of its own."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from resultsdesk.desk.desk import Desk
from resultsdesk.painters.theme import Theme
from resultsdesk.psephology.baseline import Measure
from resultsdesk.windows.commands import Offer
from resultsdesk.windows.in_front import in_front

if TYPE_CHECKING:
    from resultsdesk.windows.desk.desk_window import DeskWindow
    from resultsdesk.windows.dialogs.export_dialog import Export, ExportDialog

OFFER = Offer("export", "Write the summary: spreadsheet, CSV, JSON, PDF, pictures", "Ctrl+Shift+E", "summary", "Desk")


class SummaryWindow(QObject):
    """Offers the summary of a night file in its desk's window. The desk goes on under it."""

    def __init__(self, file: Path, desk: Desk, window: "DeskWindow", theme: Theme) -> None:
        super().__init__(window)
        # A folder of which only a part is said can neither be found by whoever reads it nor be opened from the dialog.
        self._file = file.absolute()
        self._desk, self._window, self._theme = desk, window, theme
        self.dialog: ExportDialog | None = None
        window.offer(OFFER, self.show)

    def show(self) -> "ExportDialog":
        """Open the dialog, or bring it to the front."""
        if self.dialog is None:
            from resultsdesk.windows.dialogs.export_dialog import ExportDialog  # opened once in a night, if at all

            dialog = ExportDialog(self._theme, self._export(), self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.destroyed.connect(self._forget)
            self.dialog = dialog
        self.dialog.refresh()
        return in_front(self.dialog)

    def close(self) -> None:
        """Close the dialog; what it writes is stopped."""
        if self.dialog is not None:
            self.dialog.close()

    def _forget(self) -> None:
        self.dialog = None

    def _export(self) -> "Export":
        from resultsdesk.export.summary import REHEARSAL  # as above
        from resultsdesk.windows.dialogs.export_dialog import Export

        election = self._desk.night.briefing.election
        return Export(
            self._command,
            self._file.with_name(f"{self._file.stem}-summary"),
            self._declared,
            REHEARSAL if self._desk.night.rehearsal else "",
            election.shown,
        )

    def _declared(self) -> str:
        from resultsdesk.figures.scenes.facts import declared_line  # as above

        night = self._desk.night
        return declared_line(night, night.tally(night.main_scope))

    def _command(self, folder: Path, measure: Measure) -> Sequence[str]:
        return (
            *own_command(), "export", str(self._file), str(folder), "--progress", "json", "--baseline", str(measure),
        )  # fmt: skip


def own_command() -> tuple[str, ...]:
    """Return the words that start this program again."""
    return (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "resultsdesk")
