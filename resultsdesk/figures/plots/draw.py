"""Every chart by its name."""

from collections.abc import Callable

from resultsdesk.figures.plots.asked import TITLES, Asked, ChartName, party_of
from resultsdesk.figures.plots.flow import flow_plot
from resultsdesk.figures.plots.majority import majority_plot
from resultsdesk.figures.plots.movement import change_plot, turnout_plot
from resultsdesk.figures.plots.over_time import seats_plot, shares_plot
from resultsdesk.figures.plots.plot import Plot
from resultsdesk.figures.plots.swing import swing_plot
from resultsdesk.figures.scenes.facts import place_name
from resultsdesk.night.night import Night

_PLOTS: dict[ChartName, Callable[[Night, Asked], Plot]] = {
    ChartName.SEATS: seats_plot,
    ChartName.SHARES: shares_plot,
    ChartName.CHANGE: change_plot,
    ChartName.SWING: swing_plot,
    ChartName.TURNOUT: turnout_plot,
    ChartName.MAJORITIES: majority_plot,
    ChartName.FLOW: flow_plot,
}


def plot(night: Night, asked: Asked) -> Plot:
    """Return a chart of the night as it stands."""
    return _PLOTS[asked.chart](night, asked)


def kicker(night: Night, asked: Asked) -> str:
    """Return what stands over a chart's headline: the election, the place, and which chart it is."""
    title, place = night.briefing.election.title, place_name(night, asked.scope)
    party = party_of(night, asked) if asked.chart in (ChartName.CHANGE, ChartName.TURNOUT) else None
    named = f"{TITLES[asked.chart]}: {night.briefing.parties[party].name}" if party else TITLES[asked.chart]
    return "  ·  ".join(dict.fromkeys((title, place, named)))
