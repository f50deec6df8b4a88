"""What Democracy Club's rows say happened on a ballot."""

from pathlib import Path

import pytest
from town import TOWN

from resultsdesk.intake.results.reading import read_source
from resultsdesk.intake.results.told import ToldContest
from resultsdesk.night.entries import Kind

HEAD = (
    "person_id,person_name,election_id,ballot_paper_id,party_name,party_id,post_label,cancelled_poll,gss,votes_cast,"
    "elected,tied_vote_winner,turnout_reported,spoilt_ballots\n"
)
BALLOT = "local.town.2016-05-05,local.town.alpha.2016-05-05"


def ballot(folder: Path, *rows: str, head: str = HEAD) -> ToldContest:
    path = folder / "results.csv"
    path.write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    (contest,) = read_source(path, TOWN.election).contests
    return contest


def test_a_count_with_its_papers(tmp_path: Path) -> None:
    told = ballot(
        tmp_path,
        f"1,A One,{BALLOT},Labour Party,PP53,Alpha,f,E1,50,t,,70,4",
        f"2,B Two,{BALLOT},Labour and Co-operative Party,joint-party:53-119,Alpha,f,E1,16,f,,70,4",
        f"3,C Three,{BALLOT},A Party,party:77,Alpha,f,E1,,f,,70,4",
    )
    assert (told.name, told.body, told.ids, told.kind) == (
        "Alpha", "Town", ("E1", "local.town.alpha.2016-05-05"), Kind.DECLARED,
    )  # fmt: skip
    assert (told.rejected, told.papers, told.day) == (4, 70, TOWN.election.day)
    assert [(one.votes, one.elected) for one in told.people] == [(50, True), (16, False), (None, False)]
    assert [one.label.commission_id for one in told.people] == ["PP53", "joint-party:53-119", "PP77"]


def test_turnout_of_the_old_files_is_a_percentage_and_no_number_of_papers(tmp_path: Path) -> None:
    head = (
        "election_id,ballot_paper_id,person_id,party_name,person_name,ballots_cast,is_winner,spoilt_ballots,turnout\n"
    )
    told = ballot(tmp_path, f"{BALLOT},1,Labour,A One,50,True,6,36", head=head)
    assert (told.people[0].votes, told.people[0].elected, told.rejected, told.papers) == (50, True, 6, None)


def test_ballots_of_files_that_name_only_the_place(tmp_path: Path) -> None:
    head = "id,name,election,party,party_id,post_label,elected\n"
    told = ballot(tmp_path, "1,A One,local.town.2016-05-05,Labour Party,party:53,Alpha & Beta,True", head=head)
    assert told.ids == ("local.town.alpha-and-beta.2016-05-05",)
    assert told.kind is Kind.UNOPPOSED


@pytest.mark.parametrize(
    ("cancelled", "elected", "kind"),
    [
        ("f", "", None),
        ("f", "f", None),
        ("t", "t", Kind.UNOPPOSED),
        ("t", "", Kind.POSTPONED),
        ("f", "t", Kind.UNOPPOSED),
    ],
)
def test_without_votes_nothing_happened_or_nobody_voted(
    cancelled: str, elected: str, kind: Kind | None, tmp_path: Path
) -> None:
    assert ballot(tmp_path, f"1,A One,{BALLOT},Labour,PP53,Alpha,{cancelled},E1,,{elected},,,").kind is kind


def test_who_won_a_lot(tmp_path: Path) -> None:
    told = ballot(
        tmp_path,
        f"1,A One,{BALLOT},Labour,PP53,Alpha,f,E1,50,,t,,",
        f"2,B Two,{BALLOT},Tory,PP52,Alpha,f,E1,50,,f,,",
    )
    assert [one.drawn for one in told.people] == [1, 0]
