"""Democracy Club's export: today's columns and older ones made here, and the untidy file of 2018."""

from datetime import date
from pathlib import Path

import pytest

from resultsdesk.intake.built import Built
from resultsdesk.intake.democracy_club import build_democracy_club
from resultsdesk.intake.democracy_club_ids import BallotId, body_name, made_id, nouns
from resultsdesk.intake.faults import IntakeError
from resultsdesk.intake.folder import read_briefing, read_results
from resultsdesk.night.briefing import Contest

NOW = """\
person_id,person_name,election_id,ballot_paper_id,election_date,election_current,party_name,party_id,post_label,\
cancelled_poll,seats_contested,gss,by_election,sopn_last_name,sopn_first_names,votes_cast,elected,tied_vote_winner,\
turnout_reported,total_electorate,spoilt_ballots
1,A de Young,local.town.2026-05-07,local.town.alpha.2026-05-07,2026-05-07,t,Labour Party,PP53,Alpha,f,2,E1,f,,,50,t,,70,900,4
2,Ann Old,local.town.2026-05-07,local.town.alpha.2026-05-07,2026-05-07,t,Labour and Co-operative Party,joint-party:53-119,Alpha,f,2,E1,f,Old-Style,A B,40,f,,70,900,4
3,B Older,local.town.2026-05-07,local.town.alpha.2026-05-07,2026-05-07,t,"Best, for
Town",PP9,Alpha,f,2,E1,f,,,40,t,t,70,900,4
4,C Four,local.town.2026-05-07,local.town.beta.by.2026-05-07,2026-05-07,t,Independent,ynmp-party:2,Beta,t,1,E2,t,,,,,,,,
5,D Five,mayor.shire.2026-05-07,mayor.shire.2026-05-07,2026-05-07,t,Reform UK,PP7931,Shire,f,1,E3,f,,,10,f,,9,100,
6,E Six,mayor.shire.2026-05-07,mayor.shire.2026-05-07,2026-05-07,t,Liberal Democrats,PP90,Shire,f,1,E3,f,,,11,t,,9,100,
7,F Seven,local.town.2022-05-05,local.town.alpha.2022-05-05,2022-05-05,f,Labour Party,PP53,Alpha,f,1,E1,f,,,9,t,,,,
"""  # noqa: E501 - rows are as long as they come
OLDER = """\
False
id,name,election,party,party_id,post_label,elected
1,A Young,local.town.2017-05-04,Labour Party,party:53,St. Alpha,True
2,A Old,local.town.2017-05-04,Conservative and Unionist Party,party:52,St. Alpha,False
"""


def built_from(tmp_path: Path, text: str = NOW, day: date = date(2026, 5, 7), *elections: str) -> Built:
    path = tmp_path / "candidates.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return build_democracy_club(id="x", title="Night", date=day, candidates=path, elections=elections)


def by_name(built: Built) -> dict[str, Contest]:
    return {one.name: one for one in built.briefing.contests.values()}


def test_one_day_of_all_elections(tmp_path: Path) -> None:
    built = built_from(tmp_path)
    assert [(one.id, one.name, one.body) for one in built.briefing.contests.values()] == [
        ("E1", "Alpha", "local.town.2026-05-07"),
        ("E2", "Beta", "local.town.2026-05-07"),
        ("E3", "Shire", "mayor.shire.2026-05-07"),
    ]
    assert [(one.name, one.seats) for one in built.briefing.bodies.values()] == [("Town", 3), ("Mayor of Shire", 1)]
    assert built.briefing.election.area == "area"


def test_a_ballot_with_all_its_columns(tmp_path: Path) -> None:
    built = built_from(tmp_path)
    alpha = by_name(built)["Alpha"]
    assert [(one.forenames, one.surname, one.party, one.adjunct) for one in alpha.candidacies] == [
        ("A", "de Young", "Lab", None),
        ("A B", "Old-Style", "Lab", "Coop"),
        ("B", "Older", "BT", None),
    ]
    assert (alpha.vacancies, alpha.electorate) == (2, 900)
    result = built.results[0]
    assert (dict(result.votes), result.rejected, result.lot) == ({"E1.1": 50, "E1.2": 40, "E1.3": 40}, 4, ("E1.3",))
    assert result.papers == 70


def test_more_votes_than_papers_leave_the_papers_unknown(tmp_path: Path) -> None:
    mayor = built_from(tmp_path).results[-1]
    assert (mayor.contest, mayor.papers) == ("E3", None)


def test_a_cancelled_by_election_says_so(tmp_path: Path) -> None:
    beta = by_name(built_from(tmp_path))["Beta"]
    assert beta.note == "By-election. The poll was cancelled."


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        ("local", ["Alpha", "Beta"]),
        ("local.town", ["Alpha", "Beta"]),
        ("local.town.2026-05-07", ["Alpha", "Beta"]),
        ("local.town.beta", ["Beta"]),
        ("mayor", ["Shire"]),
    ],
)
def test_elections_are_chosen_by_the_beginning_of_their_ids(chosen: str, names: list[str], tmp_path: Path) -> None:
    assert list(by_name(built_from(tmp_path, NOW, date(2026, 5, 7), chosen))) == names


def test_an_election_that_is_not_there_is_said_in_a_sentence(tmp_path: Path) -> None:
    for chosen in ("local.tow", "parl", "local.town.2022-05-05"):
        with pytest.raises(IntakeError, match=f"no rows of {chosen} on 2026-05-07"):
            built_from(tmp_path, NOW, date(2026, 5, 7), chosen)
    with pytest.raises(IntakeError, match="no header"):
        built_from(tmp_path, "a,b\n1,2\n")


def test_an_older_export_with_a_stray_line_and_older_names(tmp_path: Path) -> None:
    built = built_from(tmp_path, OLDER, date(2017, 5, 4))
    (alpha,) = built.briefing.contests.values()
    assert (alpha.id, alpha.name, alpha.vacancies) == ("local.town.st-alpha.2017-05-04", "St. Alpha", 1)
    assert [one.party for one in alpha.candidacies] == ["Con", "Lab"]
    assert built.results == ()


@pytest.mark.parametrize(
    ("ballot", "kind", "election", "place", "by"),
    [
        ("local.town.a-b.2026-05-07", "local", "local.town.2026-05-07", "A B", False),
        ("local.town.beta.by.2026-05-07", "local", "local.town.2026-05-07", "Beta", True),
        ("mayor.stoke-on-trent.2026-05-07", "mayor", "mayor.stoke-on-trent.2026-05-07", "Stoke on Trent", False),
        ("parl.west-alpha.by.2018-05-03", "parl", "parl.west-alpha.2018-05-03", "West Alpha", True),
    ],
)
def test_ballot_ids(ballot: str, kind: str, election: str, place: str, by: bool) -> None:
    one = BallotId(ballot)
    assert (one.kind, one.election, one.place, one.by_election) == (kind, election, place, by)


def test_names_from_ids() -> None:
    assert made_id("local.town.2017-05-04", "St. Alpha & Co") == "local.town.st-alpha-and-co.2017-05-04"
    ids = ("parl.2024-07-04", "local.stoke-on-trent.2018-05-03", "mayor.town-ca.2018-05-03")
    assert [body_name(one) for one in ids] == ["House of Commons", "Stoke on Trent", "Mayor of Town CA"]
    assert nouns({"local"}) == ("ward", "wards")
    assert nouns({"local", "parl"}) == ("area", "areas")


def test_the_untidy_file_of_2018(shared: Path, tmp_path: Path) -> None:
    built = build_democracy_club(
        id="dc-2018",
        title="2018",
        date=date(2018, 5, 3),
        candidates=shared / "data" / "democracy-club" / "results-2018-05-03.csv",
    )
    briefing = built.briefing
    assert (len(briefing.contests), len(briefing.bodies), len(built.results)) == (2759, 168, 2759)
    assert sum(len(one.candidacies) for one in briefing.contests.values()) == 16_090
    assert sum(one.vacancies for one in briefing.contests.values()) == 4_424
    built.write(tmp_path)
    assert read_briefing(tmp_path) == briefing
    assert read_results(tmp_path, briefing) == built.results


def test_one_council_of_2018_laid_out_by_the_names_of_its_wards(shared: Path) -> None:
    data = shared / "data"
    built = build_democracy_club(
        id="dc-2018",
        title="2018",
        date=date(2018, 5, 3),
        candidates=data / "democracy-club" / "results-2018-05-03.csv",
        elections=["local.walsall"],
        layout=[data / "layouts" / "walsall-wards-2004-2022.hexjson"],
    )
    assert len(built.briefing.contests) == 20
    assert len(built.briefing.hexes) == 20
