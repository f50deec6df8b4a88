"""Templates as CasparCG, SPX and OGraf renderers call them, in the right order, in the wrong one, and twice."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from chromium import Chromium, Page
from jsonschema import Draft202012Validator
from newsroom import Newsroom, newsroom
from night_files import BRIEFING
from referencing import Registry, Resource

from resultsdesk.night.briefing import ContestId
from resultsdesk.outputs.templates import TEMPLATES, ograf_manifest, ograf_package

WORDS = "Array.from(document.querySelectorAll('#stage svg[role=img] text')).map(one => one.textContent).join(' ')"
ON = "graphic.follower && !graphic.follower.painter.empty"
OFF = "!graphic.follower || graphic.follower.painter.empty"
DONE = "graphic.turn.then(() => true)"
SCHEMAS = "https://ograf.ebu.io/v1/specification/json-schemas/"
AWKWARD = "Tŷ “é” O'X </script><script>window.ran=1</script>"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Newsroom]:
    contests = {**BRIEFING.contests}
    contests[ContestId("beta")] = replace(contests[ContestId("beta")], name=AWKWARD)
    with newsroom(tmp_path, replace(BRIEFING, contests=contests)) as one:
        one.declare("alpha", 900, 700, 200)
        yield one


def open_template(browser: Chromium, room: Newsroom, scene: str) -> Page:
    page = browser.open(room.url(f"template/{scene}.html"))
    page.wait("window.graphic && typeof update === 'function'")
    page.ask(
        "window.entrances = 0; window.watchEntrances = () => { const painter = graphic.follower.painter;"
        " if (painter.watched) return; painter.watched = true; const show = painter.show.bind(painter);"
        " painter.show = (figure, inks, how) => { if (how && how.from) entrances += 1; show(figure, inks, how); }; }"
    )
    return page


def say(page: Page, *calls: str) -> None:
    for call in calls:
        page.ask(f"void ({call})")
        page.ask(DONE)


def fields(**said: str) -> str:
    return f"update({json.dumps(json.dumps(said))})"


@pytest.mark.parametrize("scene", list(TEMPLATES))
def test_casparcgs_order(browser: Chromium, room: Newsroom, scene: str) -> None:
    page = open_template(browser, room, scene)
    say(page, fields(f0="Alpha ward" if scene in ("contest", "strap") else ""))
    assert page.ask(OFF), "nothing is seen before play"
    page.ask("watchEntrances()")
    say(page, "play()")
    page.wait(ON)
    assert page.ask("entrances") == 1
    say(page, "play()", "next()", "play()")
    assert page.ask("entrances") == 1, "a second play is no second entrance"
    say(page, "stop()")
    page.wait(OFF)
    say(page, "stop()", "remove()", "play()", fields(f0="x"), "remove()")
    assert page.ask("document.querySelectorAll('#stage svg').length") == 0
    assert page.trouble() == []


def test_a_live_edit_changes_what_is_on_without_coming_on_again(browser: Chromium, room: Newsroom) -> None:
    page = open_template(browser, room, "contest")
    say(page, fields(f0="alpha"), "watchEntrances()", "play()")
    page.wait(f"({WORDS}).includes('Alpha ward')")
    for _ in range(3):
        say(page, fields(f0="gamma"))
    page.wait(f"({WORDS}).includes('Gamma ward')")
    assert page.ask("entrances") == 1
    room.declare("gamma", 9, 8, 7, 6, 5, 4)
    page.wait(f"({WORDS}).includes('9')")
    assert page.ask("entrances") == 1
    assert page.trouble() == []


def test_casparcgs_xml_is_read_too(browser: Chromium, room: Newsroom) -> None:
    page = open_template(browser, room, "contest")
    xml = '<templateData><componentData id="f0"><data id="text" value="Alpha ward"/></componentData></templateData>'
    say(page, f"update({json.dumps(xml)})", "play()")
    page.wait(f"({WORDS}).includes('Alpha ward')")


@pytest.mark.parametrize("data", ["[1, 2]", "{not json", "<not><xml", "", "null", '{"f0": {"deep": 1}}', '{"f9": "x"}'])
def test_data_that_means_nothing_changes_nothing(browser: Chromium, room: Newsroom, data: str) -> None:
    page = open_template(browser, room, "contest")
    say(page, fields(f0="alpha"), "play()")
    page.wait(f"({WORDS}).includes('Alpha ward')")
    say(page, f"update({json.dumps(data)})", fields(f0="No such place"))
    assert "Alpha ward" in page.ask(WORDS)
    assert page.trouble() == []


def test_the_wrong_order_behaves(browser: Chromium, room: Newsroom) -> None:
    page = open_template(browser, room, "contest")
    say(page, "stop()", "next()", "play()")
    assert page.ask(OFF), "there is nothing to show yet"
    say(page, fields(f0="alpha"))
    page.wait(ON)
    page.ask('stop(); play(); stop(); play(); update(\'{"f0":"gamma"}\'); stop(); play();')
    page.ask(DONE)
    page.wait(f"({WORDS}).includes('Gamma ward')")
    assert page.trouble() == []


def test_names_are_drawn_and_not_run(browser: Chromium, room: Newsroom) -> None:
    page = open_template(browser, room, "contest")
    say(page, fields(f0=AWKWARD), "play()")
    page.wait(f"({WORDS}).includes('Tŷ “é” O')")
    assert page.ask("window.ran") is None
    assert page.ask("document.querySelectorAll('#stage script').length") == 0


def test_calls_before_the_template_has_loaded_wait_for_it(browser: Chromium, room: Newsroom) -> None:
    page = browser.open("about:blank")
    early = "addEventListener('DOMContentLoaded', () => 0); window.early = true;"
    page.send("Page.addScriptToEvaluateOnNewDocument", source=early)
    page.go(room.url("template/contest.html"))
    page.wait("typeof play === 'function'")
    page.ask(f"{fields(f0='alpha')}; play();")
    page.wait(f"window.graphic && ({WORDS}).includes('Alpha ward')")


def test_spx_reads_its_definition_out_of_the_page(browser: Chromium, room: Newsroom) -> None:
    for scene, template in TEMPLATES.items():
        html = room.ask(f"/template/{scene}.html").body.decode()
        found = re.search(r"<script>window\.SPXGCTemplateDefinition = (\{.*?\});</script>", html)
        assert found is not None
        said = json.loads(found[1])
        assert [one["field"] for one in said["DataFields"]] == [f"f{at}" for at in range(len(template.fields))]
        assert (said["dataformat"], said["out"]) == ("json", "manual")
        page = open_template(browser, room, scene)
        assert page.ask("SPXGCTemplateDefinition.description") == said["description"], "the policy lets it run"


@pytest.mark.parametrize("scene", list(TEMPLATES))
def test_manifests_hold_to_the_schema(shared: Path, scene: str) -> None:
    folder = shared / "schemas" / "ograf"
    resources = [
        (f"{SCHEMAS}{path.relative_to(folder).as_posix()}", Resource.from_contents(json.loads(path.read_text("utf-8"))))
        for path in folder.rglob("*.json")
    ]
    registry: Registry[object] = Registry().with_resources(resources)
    schema = registry.contents(f"{SCHEMAS}graphics/schema.json")
    manifest = ograf_manifest(TEMPLATES[scene])  # type: ignore[index]  # the keys are names of scenes
    Draft202012Validator(schema, registry=registry).validate(manifest)  # type: ignore[arg-type]  # a schema is a mapping
    assert manifest["main"] in ograf_package(TEMPLATES[scene])  # type: ignore[index]  # as above


OGRAF = """
(async () => {
  const {default: Graphic} = await import('/ograf/SCENE/graphic.mjs');
  customElements.define('graphic-under-test', Graphic);
  const graphic = document.createElement('graphic-under-test');
  document.body.replaceChildren(graphic);
  window.ograf = graphic;
  const texts = () => Array.from(graphic.shadowRoot.querySelectorAll('svg[role=img] text'));
  window.words = () => texts().map(one => one.textContent).join(' ');
  window.painted = () => graphic.shadowRoot ? graphic.shadowRoot.querySelectorAll('svg[role=img] > g').length : 0;
})()
"""


@pytest.mark.parametrize("scene", list(TEMPLATES))
def test_an_ograf_graphic_lives_its_life(browser: Chromium, room: Newsroom, scene: str) -> None:
    page = browser.open(room.url("screen/presenter"))
    page.wait("window.follower")
    page.ask(OGRAF.replace("SCENE", scene))
    assert page.ask("painted()") == 0, "nothing is painted before load"
    assert page.ask("ograf.playAction({})") == {"statusCode": 409, "statusMessage": "load comes first"}
    data = json.dumps({"contest": "alpha"} if scene in ("contest", "strap") else {})
    said = page.ask(f"ograf.load({{data: {data}, renderType: 'realtime', renderCharacteristics: {{}}}})")
    assert said == {"statusCode": 200}
    assert page.ask("painted()") == 0
    assert page.ask("ograf.updateAction({data: {}})") == {"statusCode": 200}
    assert page.ask("ograf.playAction({})") == {"statusCode": 200, "currentStep": 0}
    page.wait("painted() > 0")
    if scene == "contest":
        assert page.ask("ograf.updateAction({data: {contest: 'gamma'}})") == {"statusCode": 200}
        page.wait("words().includes('Gamma ward')")
    assert page.ask("ograf.customAction({id: 'x'}).then(said => said.statusCode)") == 404
    assert page.ask("ograf.stopAction({})") == {"statusCode": 200}
    page.wait("painted() === 0")
    page.ask("ograf.dispose({})")
    assert page.ask("ograf.shadowRoot.childNodes.length") == 0
    assert page.trouble() == []


def test_ograf_calls_may_overlap(browser: Chromium, room: Newsroom) -> None:
    page = browser.open(room.url("screen/presenter"))
    page.wait("window.follower")
    page.ask(OGRAF.replace("SCENE", "contest"))
    said = page.ask(
        "Promise.all([ograf.load({data: {contest: 'alpha'}, renderType: 'realtime'}), ograf.playAction({}),"
        " ograf.updateAction({data: {contest: 'gamma'}}), ograf.stopAction({skipAnimation: true}),"
        " ograf.playAction({skipAnimation: true}), ograf.updateAction({data: {contest: 'alpha'}})])"
        ".then(all => all.map(one => one.statusCode))"
    )
    assert said == [200] * 6
    page.wait("words().includes('Alpha ward')")
    overlapping = "const stopping = ograf.stopAction({}); ograf.dispose({}); return stopping"
    page.ask(f"(async () => {{ {overlapping} }})()")
    assert page.ask("painted()") == 0
    assert page.trouble() == []


SCHEDULE = [
    {"timestamp": 1000, "action": {"type": "playAction", "params": {}}},
    {"timestamp": 2000, "action": {"type": "updateAction", "params": {"data": {"contest": "gamma"}}}},
    {"timestamp": 2100, "action": {"type": "updateAction", "params": {"data": {"contest": "alpha"}}}},
    {"timestamp": 4000, "action": {"type": "stopAction", "params": {}}},
    {"timestamp": 5000, "action": {"type": "playAction", "params": {"skipAnimation": True}}},
]
MARKUP = "ograf.goToTime({timestamp: %d}).then(() => ograf.shadowRoot.querySelector('svg[role=img]').innerHTML)"


def test_an_ograf_graphic_is_rendered_frame_by_frame(browser: Chromium, room: Newsroom) -> None:
    page = browser.open(room.url("screen/presenter"))
    page.wait("window.follower")
    page.ask(OGRAF.replace("SCENE", "contest"))
    assert page.ask("ograf.goToTime({timestamp: 0}).then(said => said.statusCode)") == 409
    said = page.ask(
        "(async () => [await ograf.load({data: {contest: 'alpha'}, renderType: 'non-realtime'}),"
        f" await ograf.setActionsSchedule({{schedule: {json.dumps(SCHEDULE[::-1])}}})])()"
    )
    assert said == [{"statusCode": 200}] * 2
    moments = (0, 1000, 1100, 1200, 1999, 2050, 2150, 2300, 3000, 4100, 4900, 5000)
    first = {at: page.ask(MARKUP % at) for at in moments}
    assert first[0] == first[4900] == "", "there is nothing before it comes and after it has gone"
    assert "Alpha ward" in first[1999]
    assert "Gamma ward" not in first[1999]
    assert first[1999] == first[3000] == first[5000], "it is still where nothing moves"
    assert len({first[at] for at in (1000, 1100, 1200, 1999, 2050, 2150, 4100)}) == 7, "and moves where it does"
    room.declare("alpha", 901, 700, 200)  # a night that goes on changes nothing in what is rendered
    for at in reversed(moments):
        assert page.ask(MARKUP % at) == first[at], at
    assert page.ask("ograf.dispose({}).then(() => ograf.shadowRoot.childNodes.length)") == 0
    assert page.trouble() == []


def test_ograf_actions_may_be_called_between_frames(browser: Chromium, room: Newsroom) -> None:
    page = browser.open(room.url("screen/presenter"))
    page.wait("window.follower")
    page.ask(OGRAF.replace("SCENE", "contest"))
    page.ask("ograf.load({data: {contest: 'nowhere'}, renderType: 'non-realtime'})")
    assert page.ask("ograf.playAction({}).then(said => said.statusCode)") == 200
    assert page.ask(MARKUP % 900) == "", "what cannot be shown is not"
    assert page.ask("ograf.updateAction({data: {contest: 'alpha'}, skipAnimation: true})") == {"statusCode": 200}
    assert "Alpha ward" in page.ask(MARKUP % 950)
    assert page.ask("ograf.stopAction({})") == {"statusCode": 200}
    assert page.ask(MARKUP % 2000) == ""
    page.ask("ograf.load({data: {contest: 'alpha'}, renderType: 'realtime'})")
    assert page.ask("ograf.setActionsSchedule({schedule: []}).then(said => said.statusCode)") == 409
