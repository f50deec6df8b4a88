"""Facts as headlines."""

from fractions import Fraction

import pytest

from resultsdesk.psephology.headlines import (
    control_headline,
    net_headline,
    people_named,
    share_headline,
    targets_headline,
)
from resultsdesk.psephology.party import Party, PartyId, PartyKind


def test_a_headline_calls_a_party_by_its_people() -> None:
    made = Party(PartyId("Con"), "Conservative", "Con", "#0087DC", 2, called="the Conservatives")
    other = Party(PartyId("SNP"), "Scottish National Party", "SNP", "#FDF38E", 4, called="the SNP")
    alone = Party(PartyId("Ind"), "Independent", "Ind", "#9AA3B2", 9, PartyKind.INDEPENDENT)
    plain = Party(PartyId("Lab"), "Labour", "Lab", "#E4003B", 1)
    assert [people_named(one) for one in (made, other, alone, plain)] == [
        "Conservatives", "SNP", "Independents", "Labour"
    ]  # fmt: skip
    assert net_headline(made, -85) == "Conservatives down 85 seats"
    assert share_headline(made, Fraction(423, 1000)) == "Conservatives on 42.3% of the vote"
    assert control_headline("Alpha", made, made, True) == "Conservatives hold Alpha"
    assert control_headline("Alpha", plain, made, True) == "Labour gain Alpha from the Conservatives"


@pytest.mark.parametrize(
    ("won", "declared", "targets", "said"),
    [
        (0, 0, 1, "1 target for the Conservatives"),
        (0, 0, 4, "4 targets for the Conservatives"),
        (1, 1, 4, "Conservatives win 1 target, 3 to come"),
        (0, 1, 4, "Conservatives miss 1 target, 3 to come"),
        (1, 1, 1, "Conservatives win their target"),
        (0, 1, 1, "Conservatives miss their target"),
        (35, 36, 100, "Conservatives win 35 of 36 targets, 64 to come"),
        (0, 3, 4, "Conservatives win none of 3 targets, 1 to come"),
        (4, 4, 4, "Conservatives win all 4 targets"),
    ],
)
def test_targets_are_told_as_one_would_say_them(won: int, declared: int, targets: int, said: str) -> None:
    party = Party(PartyId("Con"), "Conservative", "Con", "#0087DC", 2, called="the Conservatives")
    assert targets_headline(party, won, declared, targets) == said


def test_a_parliament_is_hung_and_has_majorities_where_a_council_is_controlled() -> None:
    con = Party(PartyId("Con"), "Conservative", "Con", "#0087DC", 2, called="the Conservatives")
    lab = Party(PartyId("Lab"), "Labour", "Lab", "#E4003B", 1)
    commons, holyrood = "House of Commons", "Scottish Parliament"
    assert control_headline("Walsall", None, lab, True) == "No overall control in Walsall"
    assert control_headline(commons, None, con, True) == "Hung parliament"
    assert control_headline(holyrood, None, None, True) == "No majority in the Scottish Parliament"
    assert control_headline(commons, lab, con, True) == "Labour win a majority"
    assert control_headline(commons, con, None, True) == "Conservatives win a majority"
    assert control_headline(commons, con, con, True) == "Conservatives keep their majority"
    assert control_headline(commons, con, None, False) == "Conservatives have a majority"
