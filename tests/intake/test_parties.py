from collections import Counter

import pytest

from resultsdesk.figures.contrast import DARK, LIGHT, PANEL, contrast, difference
from resultsdesk.intake.parties import Label, Register, known_parties
from resultsdesk.psephology.party import PartyId, PartyKind


@pytest.mark.parametrize(
    ("label", "party"),
    [
        (Label("PP53", "Lab", "Labour"), "Lab"),
        (Label("PP53", "Lab", "Labour and Co-operative"), "Lab"),
        (Label("joint-party:53-119", "", "Labour and Co-operative Party"), "Lab"),
        (Label("", "", "Labour and Co-operative Party"), "Lab"),
        (Label("", "C"), "Con"),
        (Label("", "Grn"), "Green"),
        (Label("PP305", "Green", "Green Party Northern Ireland"), "Green"),
        (Label("", "Brexit Party", "The Brexit Party"), "RUK"),
        (Label("PP7931", "", "Reform UK"), "RUK"),
        (Label("", "Commons Speaker", "Commons Speaker"), "Spk"),
        (Label("ynmp-party:12522", "", "Speaker seeking re-election"), "Spk"),
        (Label("ynmp-party:2", "", "Independent"), "Ind"),
        (Label("", "", "Independent / Other"), "Ind"),
        (Label("", "Loony", "Monster Raving Loony Party"), "MRLP"),
        (Label("", "The Yorkshire Party", "The Yorkshire Party (was Yorkshire First)"), "Yrks"),
        (Label("PP39", "SF", "Sinn Fein"), "SF"),
    ],
)
def test_a_party_is_known_by_all_its_names(label: Label, party: str) -> None:
    assert Register().party(label) == party


def test_a_party_nobody_knows_gets_an_id_of_its_own_and_keeps_it() -> None:
    register = Register()
    first = register.party(Label("PP1", "B.4 U", "Best for Us"))
    assert first == "B4U"
    assert register.party(Label("", "", "best  for us")) == first
    assert register.party(Label("", "B.4 U")) == first
    assert register.party(Label("", "B4U", "Bread for Urchins")) == "B4U2"
    assert register.party(Label("", "", "Bread for the Unfed of Town")) == "BUT"
    assert [one.name for one in register.in_order().values()] == [
        "Best for Us", "Bread for the Unfed of Town", "Bread for Urchins",
    ]  # fmt: skip
    assert register.parties[PartyId("BUT")].short == "BUT"


def test_only_labours_joint_candidacies_have_the_cooperative_party_beside_it() -> None:
    register = Register()
    assert register.adjunct(Label("", "Lab", "Labour and Co-operative")) == "Coop"
    assert register.adjunct(Label("PP53", "Lab", "Labour")) is None
    assert register.adjunct(Label("", "X", "Village Co-op Action")) is None
    assert "Coop" in register.parties


def test_the_table_is_sound() -> None:
    parties = known_parties().values()
    assert all(one.id == "".join(one.id.split()) for one in parties)
    assert [one for one, times in Counter(party.order for party in parties).items() if times > 1] == []
    assert {one.id: one.kind for one in parties if one.kind is not PartyKind.PARTY} == {
        "Ind": PartyKind.INDEPENDENT,
        "Oth": PartyKind.INDEPENDENT,  # of several parties: they control nothing together
        "Spk": PartyKind.SPEAKER,
    }


def test_every_colour_is_seen_on_the_panel_and_read_upon() -> None:
    for party in known_parties().values():
        assert contrast(party.colour, PANEL) >= 3, party
        assert max(contrast(party.colour, DARK), contrast(party.colour, LIGHT)) >= 4.5, party


def test_parties_that_win_seats_of_parliament_are_told_apart() -> None:
    minor = PartyId("TUSC")  # the first in the table that never won one
    seated = [one for one in known_parties().values() if one.order < known_parties()[minor].order]
    colours = [one.colour for one in seated]
    assert len(colours) == 17
    for at, one in enumerate(colours):
        for other in colours[at + 1 :]:
            assert difference(one, other) >= 20, (one, other)
