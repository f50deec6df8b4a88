"""Everything that can be done in the window of charts from the keyboard."""

from resultsdesk.figures.plots.asked import TITLES
from resultsdesk.windows.commands import Offer

CHARTS = tuple(
    Offer(f"chart-{name}", title, f"Alt+{place}", "", "Charts") for place, (name, title) in enumerate(TITLES.items(), 1)
)
OFFERS: tuple[Offer, ...] = (
    *CHARTS,
    Offer("party", "Choose the party a chart is of", "Alt+P", "party", "Show"),
    Offer("scope", "Choose which contests a chart is of", "Alt+S", "scope", "Show"),
    Offer("baseline", "Measure against the last election or the holder now", "Alt+B", "baseline", "Show"),
    Offer("save", "Save this chart as PNG or SVG", "Ctrl+S", "save picture", "Charts"),
    Offer("chart", "Go to the chart", "F6", "chart", "Go to"),
    Offer("desk", "Back to the desk", "F2", "desk", "Go to"),
    Offer("help", "Keys", "F1", "keys", "Help"),
)
IN_THE_CHART = (
    ("Left, Right", "The contest before or after, from left to right"),
    ("Up, Down", "The contest above or below"),
    ("Enter", "Open the contest at the desk"),
    ("+, −, 0", "Look closer, from further off, at the whole chart"),
    ("Ctrl and an arrow", "Move what is seen"),
)
SHORT = (("← → ↑ ↓", "walk"), ("Enter", "open at the desk"), ("+ − 0", "zoom"), ("Alt 1 … 7", "charts"))
