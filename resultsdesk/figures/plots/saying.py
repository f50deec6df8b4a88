"""What every chart says below it: how much is declared, what it is measured against, and what is left out."""

from resultsdesk.figures.scenes.facts import areas_words, baseline_of, declared_line
from resultsdesk.night.night import Night, Scope
from resultsdesk.night.series.movements import Movements
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import Party
from resultsdesk.psephology.rounding import number
from resultsdesk.psephology.wording import measured_words, seats_words, since_words
from resultsdesk.story.grammar import party_named

NOTHING = "No results yet"


def declared(night: Night, scope: Scope) -> str:
    """Return how much of a scope is declared, and when that was so."""
    return declared_line(night, night.tally(scope))


def since(night: Night, scope: Scope) -> str:
    """Return what changes are measured against; empty where no contest of the scope has a last time."""
    return since_words(baseline_of(night, scope))


def against(night: Night, scope: Scope, measure: Measure) -> str:
    """Return what gains are measured against, as a note of its own."""
    words = measured_words(measure, baseline_of(night, scope))
    return words[:1].upper() + words[1:]


def left_out(night: Night, found: Movements, party: Party) -> tuple[str, ...]:
    """Return which declared contests a chart of movements does not show, and why."""
    reasons = (
        (found.absent, f"where {party_named(party)} did not stand both times"),
        (found.no_baseline, "without a last time to compare with"),
        (found.no_turnout, "without turnout"),
        (found.unopposed, "unopposed"),
    )
    return tuple(f"{areas_words(night, many)} {why}" for many, why in reasons if many)


def not_drawn(parties: int, seats: int | None = None) -> str:
    """Return how many more parties there are than lines, and with how many seats; empty where there are none."""
    if not parties:
        return ""
    held = f" with {seats_words(seats)}" if seats else ""
    return f"{number(parties)} more {'party' if parties == 1 else 'parties'}{held} not drawn"


def said(*notes: str) -> tuple[str, ...]:
    """Return the notes that say something."""
    return tuple(one for one in notes if one)
