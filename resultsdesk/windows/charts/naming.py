"""What the file of a chart's picture is called."""

import unicodedata

from resultsdesk.figures.plots.asked import OF_A_PARTY, Asked, party_of
from resultsdesk.figures.scenes.facts import place_name
from resultsdesk.night.night import Night


def file_name(night: Night, asked: Asked) -> str:
    """Return a name without an ending for a chart's picture, of letters and figures every system takes."""
    election = night.briefing.election.id
    place = "" if asked.scope == night.main_scope else place_name(night, asked.scope)
    party = party_of(night, asked) if asked.chart in OF_A_PARTY else None
    said = " ".join(one for one in (election, str(asked.chart), party or "", place) if one)
    plain = unicodedata.normalize("NFKD", said).encode("ascii", "ignore").decode("ascii").lower()
    name = "-".join("".join(one if one.isalnum() else " " for one in plain).split())
    return f"REHEARSAL-{name}" if night.rehearsal else name
