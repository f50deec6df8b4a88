"""What every feed says first: which night this is, how far it has come, and whether it is real."""

from resultsdesk.export.objects import Object, instant
from resultsdesk.night.night import Night


def heading(night: Night) -> Object:
    """Return the head of a feed; `seq` is the number of the last entry and grows with every change."""
    election = night.briefing.election
    tally = night.tally(night.main_scope)
    return {
        "seq": night.seq,
        "isTest": night.rehearsal,
        "election": election.id,
        "title": election.title,
        "baseline": str(election.shown),
        "updated": instant(night, night.last_keyed),
        "declared": tally.declared,
        "contests": tally.contests,
    }
