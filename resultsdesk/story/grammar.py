"""Small English: lists, ordinals, counts in words, and verbs that agree with who does something."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from resultsdesk.psephology.party import Party, PartyKind
from resultsdesk.psephology.rounding import decimal, number

_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_THIRD_PERSON = {"have": "has", "are": "is", "do": "does", "miss": "misses", "pass": "passes"}
_WITH_ARTICLE = (" party", " group", " alliance", " coalition", " association", " movement")
"""How names end that take an article in a sentence, where the briefing does not say what it calls a party."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who does something. British parties are many people, a candidate is one."""

    name: str
    many: bool = True

    def does(self, verb: str) -> str:
        """Return the subject with its verb, such as `Labour gain` or `A Candidate, an independent, gains`."""
        return f"{self.name} {verb if self.many else _THIRD_PERSON.get(verb, f'{verb}s')}"


def party_named(party: Party) -> str:
    """Return what a sentence calls a party: `the Greens`, `Labour`, `independents`."""
    if party.called:
        return party.called
    if party.kind is PartyKind.INDEPENDENT:
        return "independents"
    name = party.name.removeprefix("The ")
    return f"the {name}" if name != party.name or name.casefold().endswith(_WITH_ARTICLE) else name


def opened(text: str) -> str:
    """Return a text with its first letter large."""
    return f"{text[:1].upper()}{text[1:]}"


def possessive(name: str) -> str:
    """Return a name with its apostrophe: `Labour's`, `the Greens'`."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def listed(items: Iterable[str], most: int = 0, others: str = "others") -> str:
    """Return `a, b and c`; with `most`, only so many by name and then how many others there are."""
    every = list(items)
    if most and len(every) > most + 1:
        every = [*every[:most], f"{counted(len(every) - most)} {others}"]
    *rest, end = every or [""]
    return f"{', '.join(rest)} and {end}" if rest else end


def counted(how_many: int) -> str:
    """Return a whole number as it is spoken: in words below ten."""
    return _SMALL[how_many] if 0 <= how_many < len(_SMALL) else number(how_many)


def ordinal(place: int) -> str:
    """Return a place: `fourth`, `11th`."""
    if place < len(_ORDINALS):
        return _ORDINALS[place]
    ending = "th" if place % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(place % 10, "th")
    return f"{number(place)}{ending}"


def many(how_many: int, one: str, more: str = "") -> str:
    """Return a count with its noun: `one vote`, `12 seats`."""
    return f"{counted(how_many)} {one if how_many == 1 else more or f'{one}s'}"


def points_words(value: Fraction) -> str:
    """Return a change in share without its sign: `29.0 points`."""
    return f"{decimal(abs(value) * 100)} points"
