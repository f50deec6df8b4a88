import pytest

from resultsdesk.intake.ballots import Person, ballot_paper, plain, split_name
from resultsdesk.night.briefing import ContestId
from resultsdesk.psephology.party import PartyId

LAB = PartyId("Lab")
ALPHA = ContestId("alpha")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("A Candidate", ("A", "Candidate")),
        ("Candidate", ("", "Candidate")),
        ("A B C Candidate", ("A B C", "Candidate")),
        ("A Candidate MBE", ("A", "Candidate MBE")),
        ("A Candidate OBE JP", ("A", "Candidate OBE JP")),
        ("A de Candidate", ("A", "de Candidate")),
        ("A Van der Candidate", ("A", "Van der Candidate")),
        ("Van Candidate", ("Van", "Candidate")),
        ("Dr A Candidate", ("Dr A", "Candidate")),
        ("  A   Candidate ", ("A", "Candidate")),
        ("", ("", "")),
    ],
)
def test_a_name_is_split_before_the_surname(name: str, parts: tuple[str, str]) -> None:
    assert split_name(name) == parts


def test_a_ballot_paper_is_in_order_of_surnames_then_of_other_names() -> None:
    people = [("B", "Öz"), ("A", "Young"), ("Z", "O'Ay"), ("A", "Oz"), ("A", "De Zed"), ("A", "Dean"), ("A", "Day-Zed")]
    paper = ballot_paper(ALPHA, [Person(first, last, LAB) for first, last in people])
    assert [one.name for one in paper.candidacies] == [
        "A Day-Zed", "A De Zed", "A Dean", "Z O'Ay", "A Oz", "B Öz", "A Young",
    ]  # fmt: skip
    assert [one.order for one in paper.candidacies] == list(range(1, 8))
    assert paper.candidacies[2].id == "alpha.3"


def people(*votes: int | None, elected: str = "") -> list[Person]:
    return [Person("A", f"C{at}", LAB, votes=number, elected=str(at) in elected) for at, number in enumerate(votes)]


def test_a_result_needs_everybodys_votes() -> None:
    assert ballot_paper(ALPHA, people(5, None)).result(1) is None
    result = ballot_paper(ALPHA, people(5, 7)).result(1, rejected=2)
    assert result is not None
    assert (dict(result.votes), result.rejected, result.lot) == ({"alpha.1": 5, "alpha.2": 7}, 2, ())


def test_nobody_votes_where_there_are_no_more_people_than_vacancies() -> None:
    result = ballot_paper(ALPHA, people(0, None)).result(2)
    assert result is not None
    assert result.votes == {}


def test_those_marked_as_elected_won_the_lot() -> None:
    result = ballot_paper(ALPHA, people(9, 5, 5, 5, elected="02")).result(2)
    assert result is not None
    assert result.lot == ("alpha.3",)


def test_votes_that_do_not_elect_who_was_elected_are_no_result() -> None:
    assert ballot_paper(ALPHA, people(9, 5, elected="1")).result(1) is None
    assert ballot_paper(ALPHA, people(9, 5, elected="0")).result(1) is not None


@pytest.mark.parametrize("name", ["St Matthew's", "St. Matthews", "ST MATTHEW’S", "  st  matthews "])
def test_spellings_of_one_name_are_plainly_the_same(name: str) -> None:
    assert plain(name) == "st matthews"


def test_and_is_and() -> None:
    assert plain("Batchley & Brockhill") == plain("Batchley and Brockhill")
