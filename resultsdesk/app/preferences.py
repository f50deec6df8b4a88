"""The settings while the program runs: read once, written at each change."""

from dataclasses import replace
from pathlib import Path

from resultsdesk import settings
from resultsdesk.settings import Settings

_OUTPUTS = ("outputs_port", "outputs_lan", "outputs_names", "outputs_folder", "outputs_playout", "rehearsal_playout")
_KEPT_APART = ("recent_nights", "presenter_display", "presenter_view", "charts_folder", *_OUTPUTS)


class Preferences:
    """Holds the settings. What cannot be written is still in force until the program ends."""

    def __init__(self) -> None:
        self.now: Settings = settings.load()

    def keep(self, changed: Settings) -> None:
        """Take changed settings and write them down."""
        self.now = changed
        settings.save(changed)

    def keep_looks(self, changed: Settings) -> None:
        """Take what a desk window changed; what has a way of its own to be kept is not its to say."""
        self.keep(replace(changed, **{one: getattr(self.now, one) for one in _KEPT_APART}))

    def keep_presenter(self, display: str, own_view: bool) -> None:
        """Take where the presenter's window is and what it shows."""
        self.keep(replace(self.now, presenter_display=display, presenter_view=own_view))

    def keep_outputs(self, changed: Settings) -> None:
        """Take how the outputs are served."""
        self.keep(replace(self.now, **{one: getattr(changed, one) for one in _OUTPUTS}))

    def keep_charts(self, folder: str) -> None:
        """Take where pictures of charts are saved."""
        self.keep(replace(self.now, charts_folder=folder))

    def opened(self, path: Path) -> None:
        """Note a night as the last opened."""
        self.keep(self.now.with_night(path))

    def forget(self, path: Path) -> None:
        """Take a night off the list of recent ones; its file stays."""
        self.keep(replace(self.now, recent_nights=tuple(one for one in self.now.recent_nights if Path(one) != path)))
