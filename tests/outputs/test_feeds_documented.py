"""SCREENS.md names every field the feeds have, and none they have not."""

import json
import re

import pytest
from built_in import built_in

from resultsdesk.assets import resource
from resultsdesk.outputs.feeds.shelf import Feeds

NUMBERED = re.compile(r"(P|party|latest)\d+")


def said(feed: str) -> set[str]:
    """Return the names in the rows of the table that tell of a feed, `.short` as of the party or place before it."""
    names: set[str] = set()
    for line in resource("docs", "SCREENS.md").read_text(encoding="utf-8").splitlines():
        first, _, rest = line.removeprefix("| ").partition(" | ")
        if f"`{feed}`" not in first or not line.startswith("| `"):
            continue
        of = ""
        for name in re.findall(r"`([A-Za-z_.0-9]+)`", rest):
            of = name.partition(".")[0] if "." in name[1:] else of
            names.add(f"{of}{name}" if name.startswith(".") else name)
    return names


def first_of_each(names: set[str]) -> set[str]:
    """Return names of which only the first of several places is told."""
    return {one for one in names if not (found := NUMBERED.match(one)) or found[0].endswith(found[1] + "1")}


@pytest.mark.parametrize("feed", ["night.json", "story.json", "night.csv", "vmix.json", "flat.json"])
def test_every_field_is_documented(feed: str) -> None:
    made = Feeds().feed(feed, built_in("uk-2024", "02:00"))
    assert made is not None
    text = made.body.decode()
    if feed.endswith(".csv"):
        names = set(text.splitlines()[0].split(","))
    else:
        found = json.loads(text)
        names = set(found[0] if isinstance(found, list) else found)
    documented = {one for one in said(feed) if one not in ("item", "night", "JSON.md")}
    assert documented == first_of_each(names)
