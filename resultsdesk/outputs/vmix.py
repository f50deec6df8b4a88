"""A title of vMix kept as an output is, over vMix's HTTP interface.

A title's own text fields say what it is told: one called `Headline`, `P1Votes` or `declared` is given what a column of
`vmix.json` or a key of `flat.json` of that name holds. vMix is asked what its title says now, and told only what
differs; so it does not matter who changed it, or when vMix was started.
"""

from dataclasses import dataclass
from urllib.parse import quote, urlencode
from xml.etree import ElementTree

from resultsdesk.air.programme import OutputName
from resultsdesk.night.night import Night
from resultsdesk.night.trouble import Trouble
from resultsdesk.outputs.feeds.flat import Row, flat, row
from resultsdesk.outputs.http_ask import ask
from resultsdesk.outputs.source import Source

PORT = 8088
SUFFIX = ".Text"
_LOUD = ("Headline", "Place", "title")


@dataclass(frozen=True, slots=True)
class TitleInput:
    """An input of a vMix: its name, its number, or its key."""

    host: str
    input: str
    port: int = PORT


@dataclass(frozen=True, slots=True)
class Field:
    """A text field of a title, and what it says."""

    name: str
    text: str


class Vmix:
    """Keeps one title as one output is."""

    def __init__(self, source: Source, place: TitleInput, output: OutputName) -> None:
        self._source, self._place, self._output = source, place, output

    async def settle(self) -> None:
        """Have the title say what it should. Raises Trouble where it does not."""
        wanted = wanted_of(self._source.night(), self._source, self._output)
        for one in await self._fields():
            words = wanted.get(one.name.removesuffix(SUFFIX))
            if words is not None and words != one.text:
                await self._set(one.name, words)

    async def _fields(self) -> tuple[Field, ...]:
        status, body = await ask(self._place.host, self._place.port, "GET", "/API/")
        try:
            state = ElementTree.fromstring(body)
        except ElementTree.ParseError:
            state = None
        if status != 200 or state is None:
            raise Trouble(f"{self._where} does not answer as vMix does.", "Is its web interface on?")
        for one in state.iter("input"):
            if self._place.input in (one.get("title"), one.get("shortTitle"), one.get("number"), one.get("key")):
                return tuple(Field(text.get("name", ""), text.text or "") for text in one.iter("text"))
        raise Trouble(f"vMix at {self._where} has no input “{self._place.input}”.", "Give its name, number or key.")

    async def _set(self, field: str, words: str) -> None:
        said = {"Function": "SetText", "Input": self._place.input, "SelectedName": field, "Value": words}
        path = "/API/?" + urlencode(said, quote_via=quote)
        status, _ = await ask(self._place.host, self._place.port, "GET", path)
        if status != 200:
            raise Trouble(f"vMix at {self._where} did not set {field}.", f"It answered {status}.")

    @property
    def _where(self) -> str:
        return f"{self._place.host}:{self._place.port}"


def wanted_of(night: Night, source: Source, output: OutputName) -> Row:
    """Return what a title may be told: of the night, and of the contest on air on an output.

    A rehearsal says so in the words people read first.
    """
    one = source.programme().outputs.get(output)
    on = one.program.scene.contest if one is not None and one.program is not None else None
    said = {**flat(night), **row(night, night.contests.get(on) if on is not None else None)}
    if night.rehearsal:
        said |= {name: f"REHEARSAL {said[name]}".strip() for name in _LOUD}
    return said
