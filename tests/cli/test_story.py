"""`story`, on the real night of 2024 and on a small one with a correction."""

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Answer, one_sentence, run

from resultsdesk.assets import resource
from resultsdesk.story.weights import WEIGHTS


def sentences(answer: Answer, kind: str) -> list[str]:
    return [one["sentence"] for one in answer.json["lines"] if one["kind"] == kind]


def test_the_story_goes_from_the_most_telling_to_the_least(uk_2024_played: Path) -> None:
    answer = run("story", uk_2024_played, "--json")
    weights = [one["weight"] for one in answer.json["lines"]]
    assert weights == sorted(weights, reverse=True)
    assert (answer.json["rehearsal"], answer.json["baseline"], answer.json["scope"]) == (True, "last", "night")
    assert answer.json["withdrawn"] == []


def test_the_past_minute_has_its_own_story(uk_2024_played: Path) -> None:
    then = run("story", uk_2024_played, "--at", "02:30", "--json")
    assert sentences(then, "first-ever")
    assert sentences(run("story", uk_2024_played, "--at", "02:29", "--json"), "first-ever") == []
    assert run("story", uk_2024_played, "--at", "22:00").answered.splitlines()[1:] == ["There is nothing to tell yet."]


def test_a_group_has_its_own_story(uk_2024_played: Path) -> None:
    told = run("story", uk_2024_played, "--group", "Leicester", "--json")
    assert (told.json["scope"], told.json["scope_id"]) == ("group", "leicester")
    (complete,) = sentences(told, "complete")
    assert complete.startswith("All three constituencies in Leicester are declared: Labour hold one of three")
    assert not any("Birmingham" in one["sentence"] for one in told.json["lines"])


def test_the_other_baseline_is_asked_for(uk_2024_played: Path) -> None:
    last, holder = (run("story", uk_2024_played, "--baseline", one, "--json") for one in ("last", "holder"))
    assert any("gain Ashfield" in one for one in sentences(last, "gain"))
    assert any("hold Ashfield" in one for one in sentences(holder, "two-baselines"))


def test_lines_fit_a_terminal_and_say_that_it_is_a_rehearsal(uk_2024_played: Path) -> None:
    lines = run("story", uk_2024_played, "--evidence").answered.splitlines()
    assert "REHEARSAL" in lines[0]
    assert max(map(len, lines[1:])) <= 100


def test_evidence_names_the_entry_it_is_found_in(key: Callable[..., Answer], town: Path) -> None:
    key("alpha", "--votes", "[900, 700, 200]")
    plain, shown = run("story", town).answered, run("story", town, "--evidence").answered
    assert "First: A Candidate1 (Lab): 900 votes" not in plain
    assert "First: A Candidate1 (Lab): 900 votes, 50.0%, +0.0 (entry 1)".replace("+0.0", "0.0") in shown
    assert "2012 (last time)" in shown


def test_what_was_withdrawn_stands_last_with_its_reason(key: Callable[..., Answer], town: Path) -> None:
    key("alpha", "--votes", "[900, 700, 200]")
    changed = key("alpha", "--votes", "[700, 900, 200]", "--correct", "--reason", "Two piles were swapped")
    assert changed.status == 0, changed.said
    said = " ".join(run("story", town).answered.split())
    before, after = said.split(" Withdrawn ")
    assert "The Conservative" in before or "Conservative gain Alpha ward from Labour" in before
    assert "Not true: “Labour hold Alpha ward: A Candidate1 wins by 200 votes over Conservative.”" in after
    assert "Two piles were swapped" in after
    told = run("story", town, "--json").json["withdrawn"]
    assert {one["line"]["kind"] for one in told} >= {"hold"}


def test_every_kind_is_documented() -> None:
    text = resource("docs", "JSON.md").read_text(encoding="utf-8")
    assert [kind for kind in WEIGHTS if f"`{kind}`" not in text] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--group", "Middle-earth"), "This night has no group, region, nation or body “Middle-earth”."),
        (("--at", "lunch"), "--at “lunch” is not a time"),
        (("--baseline", "2015"), "Invalid value for '--baseline'"),
    ],
)
def test_wrong_words_get_a_sentence(uk_2024_played: Path, words: tuple[str, ...], said: str) -> None:
    answer = run("story", uk_2024_played, *words)
    assert answer.status == 2
    assert answer.said.startswith(said)
    assert one_sentence(answer)
