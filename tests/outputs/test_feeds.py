"""Feeds: what data readers get, over http and in a folder."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from built_in import built_in, told
from newsroom import Newsroom, newsroom
from night_files import BRIEFING
from town import TOWN, by_order

from resultsdesk.night.briefing import ContestId
from resultsdesk.night.entries import Kind
from resultsdesk.night.night import begin
from resultsdesk.night.trouble import Trouble
from resultsdesk.outputs.feeds.folder import FeedFolder
from resultsdesk.outputs.feeds.shelf import NAMES, Feeds
from resultsdesk.outputs.feeds.story import MOST
from resultsdesk.outputs.feeds.whole import COLUMNS
from resultsdesk.psephology.candidacy import CandidacyId
from resultsdesk.story.telling import tell


def test_each_has_its_number_its_tag_and_no_store(room: Newsroom) -> None:
    for name in NAMES:
        first = room.ask(f"/feed/{name}")
        assert first.status == 200
        assert first.headers["cache-control"] == "no-store"
        assert first.headers["x-seq"] == "0"
        tag = first.headers["etag"]
        again = room.ask(f"/feed/{name}", If_None_Match=tag)
        assert (again.status, again.body) == (304, b"")
    tags = {name: room.ask(f"/feed/{name}").headers["etag"] for name in NAMES}
    room.declare("alpha", 900, 700, 200)
    for name in NAMES:
        fresh = room.ask(f"/feed/{name}", If_None_Match=tags[name])
        assert fresh.status == 200
        assert fresh.headers["x-seq"] == "1"


def test_the_story_is_a_feed_that_follows_corrections(room: Newsroom) -> None:
    empty = room.ask("/feed/story.json").json
    assert (empty["told"], empty["lines"], empty["withdrawn"]) == (0, [], [])
    room.declare("alpha", 700, 900, 200)
    told = room.ask("/feed/story.json").json
    (gain,) = (one for one in told["lines"] if one["kind"] == "gain")
    assert gain["sentence"] == "Conservative gain Alpha ward from Labour: A Candidate2 wins by 200 votes."
    assert {one["label"]: one["value"] for one in gain["evidence"]}["Majority"] == "200 (11.1%)"
    assert (told["seq"], told["isTest"], told["told"]) == (1, False, len(told["lines"]))
    room.declare("alpha", 950, 900, 200)
    after = room.ask("/feed/story.json").json
    assert gain["sentence"] in [one["line"]["sentence"] for one in after["withdrawn"]]
    assert gain["id"] not in [one["id"] for one in after["lines"]]


def test_a_long_story_is_told_as_far_as_it_matters() -> None:
    night = built_in("uk-2024", "04:47")
    feed = Feeds().feed("story.json", night)
    assert feed is not None
    said = json.loads(feed.body)
    lines = tell(night).lines
    assert [one["id"] for one in said["lines"]] == [one.id for one in lines[:MOST]]
    assert said["told"] == len(lines) > MOST


def test_they_agree_with_each_other_and_with_the_night() -> None:
    night = built_in("uk-2024", "04:47")
    feeds = {name: feed.body.decode() for name in NAMES if (feed := Feeds().feed(name, night))}
    whole = json.loads(feeds["night.json"])
    assert (whole["seq"], whole["isTest"], whole["declared"], whole["contests"]) == (night.seq, True, 228, 650)
    rows = list(csv.DictReader(io.StringIO(feeds["night.csv"], newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len(rows) == sum(len(one["candidacies"]) for one in whole["results"])
    votes = {row["candidacy_id"]: row["votes"] for row in rows}
    for contest in whole["results"]:
        for one in contest["candidacies"]:
            assert votes[one["id"]] == ("" if one["votes"] is None else str(one["votes"]))
    root = ElementTree.fromstring(feeds["night.xml"])
    assert root.findtext("isTest") == "true"
    assert len(root.findall("results/item")) == 650
    assert root.findtext("results/item[name='Ynys Môn']/name") == "Ynys Môn"
    vmix = json.loads(feeds["vmix.json"])
    assert len(vmix) == 228
    assert len({tuple(row) for row in vmix}) == 1, "the columns never change"
    assert all(isinstance(value, str) for row in vmix for value in row.values())
    assert vmix[0]["P1Elected"] == "true"
    flat = json.loads(feeds["flat.json"])
    assert (flat["declared"], flat["party1.seats"], flat["isTest"]) == ("228", "170", "true")


def test_columns_and_keys_are_there_before_the_first_declaration() -> None:
    feeds = Feeds()
    empty, full = built_in("uk-2024", "22:00"), built_in("uk-2024")
    assert empty.seq == 0
    for name in ("vmix.json", "flat.json"):
        before, after = feeds.feed(name, empty), feeds.feed(name, full)
        assert before is not None
        assert after is not None
        one, other = json.loads(before.body), json.loads(after.body)
        assert list(one[0] if isinstance(one, list) else one) == list(other[0] if isinstance(other, list) else other)


def test_headlines_say_what_the_lot_decided_and_who_was_unopposed() -> None:
    level = by_order(TOWN.contests[ContestId("alpha")], 800, 800, 200)
    night = told(begin(TOWN), "Alpha ward", Kind.DECLARED, votes=level, lot=(CandidacyId("alpha.2"),))
    night, feeds = told(night, "Delta ward", Kind.UNOPPOSED), Feeds()
    flat, vmix = feeds.feed("flat.json", night), feeds.feed("vmix.json", night)
    assert flat is not None
    assert vmix is not None
    both = {"Con gain from Lab by lot", "LD win unopposed"}
    assert {json.loads(flat.body)[f"latest{at}.headline"] for at in (1, 2)} == both
    assert {row["Headline"] for row in json.loads(vmix.body)} == both


def test_json_and_xml_are_ascii_and_cells_are_no_formulas(tmp_path: Path) -> None:
    contests = {**BRIEFING.contests}
    contests[ContestId("alpha")] = replace(contests[ContestId("alpha")], name="=Tŷ “é” </script>", region="-x")
    with newsroom(tmp_path, replace(BRIEFING, contests=contests)) as room:
        for name in NAMES:
            body = room.ask(f"/feed/{name}").body
            if not name.endswith(".csv"):
                body.decode("ascii")
        whole = room.ask("/feed/night.json").json
        assert whole["results"][0]["name"] == "=Tŷ “é” </script>"
        row = next(csv.DictReader(io.StringIO(room.ask("/feed/night.csv").body.decode(), newline="")))
        assert (row["contest"], row["region"]) == ("'=Tŷ “é” </script>", "'-x")


def test_only_what_changed_is_made_again(room: Newsroom) -> None:
    feeds = Feeds()
    night = room.desk.desk.night
    assert feeds.feed("night.json", night) is feeds.feed("night.json", night)
    assert feeds.feed("nothing.json", night) is None


def test_the_folder_has_the_same_files_whole_at_every_change(tmp_path: Path) -> None:
    folder = tmp_path / "feeds"
    with newsroom(tmp_path, feeds=folder) as room:
        room.declare("alpha", 900, 700, 200)
        for _ in range(200):
            room.desk.work(0.02)
            if json.loads((folder / "flat.json").read_bytes())["seq"] == "1":
                break
        for name in NAMES:
            assert (folder / name).read_bytes() == room.ask(f"/feed/{name}").body
    assert sorted(one.name for one in folder.iterdir()) == sorted(NAMES)


def test_a_rehearsal_does_not_replace_the_feeds_of_a_live_night(tmp_path: Path) -> None:
    feeds = tmp_path / "feeds"
    with newsroom(tmp_path, mode="rehearsal", feeds=feeds) as room:
        room.desk.work(0.05)
        assert room.ask("/feed/flat.json").json["isTest"] == "true"
    with newsroom(tmp_path, feeds=feeds) as room:
        for _ in range(200):
            room.desk.work(0.02)
            if json.loads((feeds / "flat.json").read_bytes())["isTest"] == "false":
                break
    before = {one.name: one.read_bytes() for one in feeds.iterdir()}
    with (
        pytest.raises(Trouble, match="feeds of a live night"),
        newsroom(tmp_path / "again", mode="rehearsal", feeds=feeds),
    ):
        pass
    assert {one.name: one.read_bytes() for one in feeds.iterdir()} == before


def test_a_folder_that_refuses_is_told_of_and_tried_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "feeds").write_text("a file where a folder should be")
    folder = FeedFolder(tmp_path / "feeds")
    for _ in range(3):
        assert not folder.write([("a.json", b"{}")])
    assert len(caplog.records) == 1
    assert str(tmp_path / "feeds") in folder.trouble
    (tmp_path / "feeds").unlink()
    assert folder.write([("a.json", b"{}")])
    assert folder.trouble == ""
