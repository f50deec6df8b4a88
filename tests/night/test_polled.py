"""What a candidacy polled, and a contest's turnout, as everything that shows them has them."""

from dataclasses import replace
from fractions import Fraction

from town import TOWN, by_order, sit

from resultsdesk.desk.desk import Desk
from resultsdesk.night.briefing import Briefing, ContestId
from resultsdesk.night.commands import Declare, DeclareUnopposed, Figures, Flash
from resultsdesk.night.polled import Polled, party_share, polled, turnout_of
from resultsdesk.night.standing import Standing
from resultsdesk.psephology.party import PartyId

ALPHA, BETA, GAMMA, DELTA = map(ContestId, ("alpha", "beta", "gamma", "delta"))


def declared(contest: ContestId, *votes: int, briefing: Briefing = TOWN, **more: int) -> Standing:
    desk: Desk = sit(briefing)
    figures = Figures(votes=by_order(briefing.contests[contest], *votes), **more)  # type: ignore[arg-type]  # fields by name
    command = Declare(contest=contest, figures=figures)
    accepted = frozenset(one.code for one in desk.weigh(command).asking)
    assert desk.commit(replace(command, accepted=accepted)).entry
    return desk.night.contests[contest]


def test_share_and_change_are_of_the_valid_votes() -> None:
    standing = declared(ALPHA, 1000, 600, 400)
    lab, *_ = standing.contest.candidacies
    assert polled(standing, lab, TOWN) == Polled(1000, Fraction(1, 2), Fraction(0))
    assert turnout_of(standing, TOWN) == Fraction(2000, 5000)


def test_what_several_candidacies_share_is_nobodys_change() -> None:
    standing = declared(BETA, 1000, 500, 300, 200)
    con, independent, _, other = (polled(standing, one, TOWN) for one in standing.contest.candidacies)
    assert con.change == Fraction(1000, 2000) - Fraction(1000, 1700)
    assert (independent.change, other.change) == (None, None)


def test_deposits_are_known_only_where_there_are_any() -> None:
    with_deposits = replace(TOWN, election=replace(TOWN.election, deposits=True))
    standing = declared(ALPHA, 1500, 475, 25, briefing=with_deposits)
    told = [polled(standing, one, with_deposits).deposit_lost for one in standing.contest.candidacies]
    assert told == [False, False, True]
    assert polled(standing, standing.contest.candidacies[0], TOWN).deposit_lost is None


def test_nothing_counted_is_nothing_known() -> None:
    desk = sit()
    assert desk.commit(Flash(contest=ALPHA, winner=TOWN.contests[ALPHA].candidacies[0].id)).entry
    assert desk.commit(DeclareUnopposed(contest=DELTA)).entry
    for contest in (ALPHA, BETA, DELTA):
        standing = desk.night.contests[contest]
        assert polled(standing, standing.contest.candidacies[0], TOWN) == Polled()
        assert (turnout_of(standing, TOWN), standing.runner_up) == (None, None)
    assert [one.id for one in desk.night.contests[DELTA].elected] == ["delta.1"]
    assert desk.night.contests[ALPHA].elected == (), "who was heard is not elected"


def test_turnout_counts_rejected_papers_where_the_election_does() -> None:
    both = replace(TOWN, election=replace(TOWN.election, count_rejected=True))
    standing = declared(ALPHA, 1000, 600, 400, briefing=both, rejected=10)
    assert turnout_of(standing, both) == Fraction(2010, 5000)
    assert turnout_of(declared(ALPHA, 1000, 600, 400, briefing=both), both) is None


def test_the_runner_up_is_the_first_who_is_not_elected() -> None:
    standing = declared(GAMMA, 900, 800, 100, 700, 200, 300)
    assert [one.id for one in standing.elected] == ["gamma.1", "gamma.2", "gamma.4"]
    assert standing.runner_up
    assert standing.runner_up.id == "gamma.6"


def test_a_party_that_nobody_stands_for_has_no_share_rather_than_none_of_the_votes() -> None:
    standing = declared(BETA, 1000, 500, 300, 200)
    assert party_share(standing, PartyId("Ind")) == Fraction(700, 2000)
    assert party_share(standing, PartyId("LD")) is None
