"""Every feed by its name, made when it is asked for and kept while the night stays as it is."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from resultsdesk.night.night import Night
from resultsdesk.outputs.feeds.flat import Rows, flat_json
from resultsdesk.outputs.feeds.story import StoryFeed
from resultsdesk.outputs.feeds.whole import Whole

NAMES = ("night.json", "night.csv", "night.xml", "story.json", "vmix.json", "flat.json")
MEDIA = {
    ".json": "application/json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8; header=present",
    ".xml": "application/xml; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as it is sent or written. `tag` is an ETag: the number of the last entry and what is in the feed."""

    body: bytes
    media: str
    tag: str


class Feeds:
    """The feeds of one night file. For one thread."""

    def __init__(self) -> None:
        whole = Whole()
        self._makers: dict[str, Callable[[Night], str]] = {
            "night.json": whole.json,
            "night.csv": whole.csv,
            "night.xml": whole.xml,
            "story.json": StoryFeed().json,
            "vmix.json": Rows().json,
            "flat.json": flat_json,
        }
        self._kept: dict[str, tuple[Night, Feed]] = {}

    def feed(self, name: str, night: Night) -> Feed | None:
        """Return a feed; None where there is none of that name."""
        maker = self._makers.get(name)
        if maker is None:
            return None
        known = self._kept.get(name)
        if known is None or known[0] is not night:
            body = maker(night).encode("utf-8")
            tag = f'"{night.seq}-{hashlib.sha256(body).hexdigest()[:16]}"'
            known = self._kept[name] = (night, Feed(body, MEDIA[name[name.index(".") :]], tag))
        return known[1]
