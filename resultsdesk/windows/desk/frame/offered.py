"""What can be done in a window: each offer with its deed and its key, listed by name or by key."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from resultsdesk.painters.theme import Theme
from resultsdesk.windows.commands import Offer
from resultsdesk.windows.desk.frame.help import Help
from resultsdesk.windows.desk.frame.palette import Palette


class Offered:
    """The offers of one window, in the order they came."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        self._window, self._theme = window, theme
        self._deeds: dict[str, Callable[[], object]] = {}
        self.offers: list[Offer] = []

    def take(self, offer: Offer, do: Callable[[], object]) -> None:
        """Take an offer in, with its key where it has one."""
        self.offers.append(offer)
        self._deeds[offer.id] = do
        if offer.keys:
            self.bind(offer.words, offer.keys, lambda: self._deeds[offer.id]())

    def bind(self, words: str, keys: str, do: Callable[[], object]) -> None:
        """Do something at a key; what the Return key does, the one of the number block does too."""
        action = QAction(words, self._window)
        sequences = [QKeySequence(keys)]
        if "Return" in keys:
            sequences.append(QKeySequence(keys.replace("Return", "Enter")))
        action.setShortcuts(sequences)
        action.triggered.connect(lambda _=False: do())
        self._window.addAction(action)

    def show_palette(self) -> None:
        """Offer everything by name."""
        Palette(self.offers, lambda chosen: self._deeds[chosen](), self._theme, self._window).open()

    def show_help(self, inside: Mapping[str, Sequence[tuple[str, str]]]) -> None:
        """Show all keys, and those that belong to one part of the window."""
        Help(self.offers, self._window, inside).open()
