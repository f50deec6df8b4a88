import pytest
from built_in import built_in

from resultsdesk.desk.calling import NUMBERS, Caller
from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.night.night import Night, Scope, ScopeKind
from resultsdesk.psephology.party import PartyId


@pytest.fixture(scope="module")
def night() -> Night:
    return built_in("uk-2024", "04:47")


@pytest.fixture(scope="module")
def caller(night: Night) -> Caller:
    return Caller(night)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("1 per bar", "Result: Birmingham Perry Barr"),
        ("per bar", "Result: Birmingham Perry Barr"),
        ("strap leic sou", "Strap: Leicester South"),
        ("2 ynys mon", "Strap: Ynys Môn"),
        ("3 wales", "Map: Wales"),
        ("map", "Map"),
        ("5 scot", "Gains and losses: Scotland"),
        ("12 A long night", "Headline: A long night"),
        ("14", "Title"),
        ("swing", "Swingometer"),
        ("6 leic sou", "Share and change: Leicester South"),
    ],
)
def test_a_scene_is_called_up_by_number_or_name(night: Night, caller: Caller, said: str, meant: str) -> None:
    assert caller.call(night, said)[0].words == meant


def test_a_battleground_is_a_partys(night: Night, caller: Caller) -> None:
    assert caller.call(night, "8 con")[0].scene == SceneRequest(SceneName.BATTLEGROUND, party=PartyId("Con"))


def test_a_place_alone_offers_what_there_is_of_it(night: Night, caller: Caller) -> None:
    scenes = [one.scene for one in caller.call(night, "wales")]
    wales = Scope(ScopeKind.NATION, "Wales")
    assert SceneRequest(SceneName.MAP, scope=wales) in scenes
    assert SceneRequest(SceneName.GAINS, scope=wales) in scenes


def test_without_a_word_every_scene_there_is(night: Night, caller: Caller) -> None:
    called = caller.call(night, "")
    assert [one.scene.name for one in called if one.scene.name is not SceneName.BATTLEGROUND] == [
        name for name in NUMBERS if name is not SceneName.BATTLEGROUND
    ]
    assert called[0].scene.contest == night.journal[-1].contest
    assert set(NUMBERS) == set(SceneName), "every scene has a number"


@pytest.mark.parametrize("said", ["0", "15", "zzzzz", "3 zzzzz", "1 zzzzz"])
def test_what_is_nothing_finds_nothing(night: Night, caller: Caller, said: str) -> None:
    assert caller.call(night, said) == ()


def test_councils_are_bodies(caller: Caller) -> None:
    councils = built_in("midlands-2016")
    called = Caller(councils).call(councils, "9")
    assert {one.scene.scope.kind for one in called} == {ScopeKind.BODY}
    assert len(called) == len(councils.briefing.bodies)


@pytest.mark.parametrize(
    ("id", "examples"),
    [("uk-2024", ("1 abe mae", "map wales", "14")), ("midlands-2016", ("1 aco gre", "map birmingham", "14"))],
)
def test_examples_are_of_the_night_and_call_up_what_they_say(id: str, examples: tuple[str, ...]) -> None:
    one = built_in(id, "22:00")
    caller = Caller(one)
    assert caller.examples(one) == examples
    contest, part, _ = (caller.call(one, said)[0].scene for said in examples)
    assert contest.contest in one.contests
    assert part.scope in one.scopes
