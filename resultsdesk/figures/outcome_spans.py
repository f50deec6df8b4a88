"""An outcome in a row's few words, with whoever lost in their colour."""

from collections.abc import Iterable, Mapping

from resultsdesk.figures.lettering import span, width_of
from resultsdesk.figures.shapes import Span
from resultsdesk.psephology.outcome import Outcome
from resultsdesk.psephology.party import Party, PartyId
from resultsdesk.psephology.wording import outcome_words


def outcome_spans(outcome: Outcome, parties: Mapping[PartyId, Party]) -> tuple[Span, ...]:
    """Return the short words of an outcome, the party that lost in its own colour as far as it can be read."""
    words = outcome_words(outcome, parties)
    before, from_, losers = words.partition(" from ")
    if not from_ or len(set(outcome.losses)) != 1:
        return (span(words, "muted"),)
    _, more, holds = losers.partition(";")
    after = (span(more + holds, "muted"),) if more else ()
    return (span(f"{before} from ", "muted"), loser(outcome, parties), *after)


def room_for(runs: Iterable[Span], size: float) -> float:
    """Return about how wide spans are at `size`."""
    return sum(width_of(one.text, size, one.strong) for one in runs)


def loser(outcome: Outcome, parties: Mapping[PartyId, Party]) -> Span:
    """Return the short name of the party that lost first, in its colour."""
    lost = outcome.losses[0]
    return span(parties[lost].short, f"words:{lost}", strong=True)
