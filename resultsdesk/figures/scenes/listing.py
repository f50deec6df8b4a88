"""Scenes that list results: which contests have found room, and what is said of each."""

from resultsdesk.figures.scenes.facts import measure_of, result_words
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.shapes import Figure
from resultsdesk.night.briefing import ContestId
from resultsdesk.night.night import Night
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.wording import outcome_words

_BEFORE_ID = {
    SceneName.GAINS: "gain-what:",
    SceneName.TICKER: "result-words:",
    SceneName.BATTLEGROUND: "target-what:",
}
"""What the ids of a result's words begin with."""

LISTING = frozenset(_BEFORE_ID)
"""Scenes that say a few words of each of many results."""


def listed_in(night: Night, request: SceneRequest, drawn: Figure) -> frozenset[ContestId]:
    """Return the contests whose result stands in a list as it was drawn."""
    mark = _BEFORE_ID[request.name]
    there = (ContestId(one.removeprefix(mark)) for one in drawn.shapes if one.startswith(mark))
    return frozenset(one for one in there if night.contests[one].decided)


def listed_words(night: Night, standing: Standing, request: SceneRequest) -> str:
    """Return all that a list says of a contest that stands so: its outcome, and but for targets the majority."""
    measure = measure_of(night, request)
    if request.name is not SceneName.BATTLEGROUND:
        return result_words(night.briefing, standing, measure)
    outcome = standing.outcome(measure)
    return outcome_words(outcome, night.briefing.parties) if outcome is not None else ""
