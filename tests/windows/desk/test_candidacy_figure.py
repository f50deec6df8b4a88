"""A candidacy's line of the form in the width there is."""

import pytest
from town import PARTIES

from resultsdesk.figures.lettering import width_of
from resultsdesk.figures.shapes import Text
from resultsdesk.psephology.candidacy import Candidacy, CandidacyId
from resultsdesk.psephology.party import PartyId
from resultsdesk.windows.desk.entry.candidacy_figure import CandidacyLine, candidacy_figure

NARROWEST = 351.0  # the window 1,280 wide, a scroll bar in the form


@pytest.mark.parametrize("width", [NARROWEST, 365.0, 420.0, 700.0])
@pytest.mark.parametrize("party", ["Con", "Lab", "LD"])
def test_who_is_elected_is_never_cut_off(width: float, party: str) -> None:
    sitting = Candidacy(CandidacyId("alpha.1"), 1, "A", "Candidate", PartyId(party), sitting=True)
    drawn = candidacy_figure(CandidacyLine(sitting, PARTIES[PartyId(party)], elected=True), width, 38.0)
    under = drawn.shapes["under"]
    assert isinstance(under, Text)
    said = "".join(one.text for one in under.spans)
    assert said.endswith("elected")
    assert width_of(said, under.size) <= under.width
