"""A real night carried on in leaps is the night told whole, with corrections and a retraction among its entries."""

from dataclasses import replace

from resultsdesk.night.entries import Entry, Kind
from resultsdesk.night.night import Night, begin, replay
from resultsdesk.story.telling import continued, tell, telling

LEAP = 97


def mistaken(night: Night) -> list[Entry]:
    """Return the entries of a night with three first keyed wrongly, the winner's and the second's votes swapped."""
    kept: list[Entry] = []
    for entry in night.journal:
        seq = len(kept) + 1
        if seq % 200 or entry.votes is None:
            kept.append(replace(entry, seq=seq))
            continue
        first, second = sorted(entry.votes, key=lambda one: -(entry.votes or {})[one])[:2]
        swapped = {**entry.votes, first: entry.votes[second], second: entry.votes[first]}
        wrong = replace(entry, seq=seq, entry_id=f"wrong {seq}", votes=swapped)
        right = replace(
            entry, seq=seq + 1, kind=Kind.CORRECTED, supersedes=wrong.entry_id, reason="Two piles were swapped"
        )
        kept += [wrong, right]
    return kept


def test_leaps_are_the_whole(uk_2024: Night) -> None:
    kept = mistaken(uk_2024)
    assert len(kept) > len(uk_2024.journal)
    told = telling(begin(uk_2024.briefing, rehearsal=True))
    for end in range(LEAP, len(kept) + LEAP, LEAP):
        told = continued(told, replay(uk_2024.briefing, kept[:end], rehearsal=True))
    whole = tell(told.night)
    assert told.story == whole
    assert len(whole.withdrawn) > 3
    assert {one.why.partition(": ")[2].partition(".")[0] for one in whole.withdrawn} == {"Two piles were swapped"}


def test_after_the_corrections_all_that_holds_is_what_holds_without_the_mistakes(uk_2024: Night) -> None:
    right = {one.id: one.sentence for one in tell(uk_2024).lines}
    mended = {
        one.id: one.sentence
        for one in tell(replay(uk_2024.briefing, mistaken(uk_2024), rehearsal=True)).lines
        if one.kind != "correction"
    }
    assert mended == right
