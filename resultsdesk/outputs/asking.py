"""From the words of an address or of a template's fields to a scene: by ids, or by names as people write them."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from resultsdesk.figures.scenes.request import Format, SceneName, SceneRequest
from resultsdesk.night.briefing import Briefing, ContestId
from resultsdesk.night.night import Night, Scope, ScopeKind, scope_name
from resultsdesk.psephology.baseline import Measure
from resultsdesk.psephology.party import PartyId

FORMATS = {"wide": Format.WIDE, "tall": Format.TALL, "square": Format.SQUARE, **{str(one): one for one in Format}}
MOST_WORDS = 12
MOST_PAGES = 1_000

T = TypeVar("T")


class Unanswerable(Exception):
    """What cannot be shown, in one sentence for whoever wired it up."""


def asked(night: Night, name: str, said: Mapping[str, str]) -> SceneRequest:
    """Return the scene that was asked for.

    `said` may have contest, scope, party, measure, format, page, and words with a line break between two.
    """
    briefing = night.briefing
    try:
        scene = SceneName(name)
    except ValueError:
        raise Unanswerable(f"There is no scene “{name}”: there are {', '.join(SceneName)}.") from None
    return SceneRequest(
        scene,
        contest=contest_named(briefing, said["contest"]) if said.get("contest") else None,
        scope=scope_called(night, said["scope"]) if said.get("scope") else night.main_scope,
        party=party_named(briefing, said["party"]) if said.get("party") else None,
        measure=_one_of(Measure, said["measure"], "baseline") if said.get("measure") else None,
        format=_format(said.get("format", "wide")),
        words=tuple(said["words"].split("\n")[:MOST_WORDS]) if said.get("words") else (),
        page=_page(said.get("page", "0")),
    )


def contest_named(briefing: Briefing, words: str) -> ContestId:
    """Return a contest's id from its id or its name."""
    if words in briefing.contests:
        return ContestId(words)
    found = _called(words, ((one.id, (one.name, *one.former_names)) for one in briefing.contests.values()))
    if found is None:
        raise Unanswerable(f"There is no {briefing.election.area} “{words}”.")
    return found


def party_named(briefing: Briefing, words: str) -> PartyId:
    """Return a party's id from its id, its name or its short name."""
    if words in briefing.parties:
        return PartyId(words)
    found = _called(words, ((one.id, (one.name, one.short)) for one in briefing.parties.values()))
    if found is None:
        raise Unanswerable(f"There is no party “{words}”.")
    return found


def scope_called(night: Night, words: str) -> Scope:
    """Return a scope from its name, or from its kind and its id as in `region:London`."""
    kind, colon, name = words.partition(":")
    for one in night.scopes if colon else ():
        if str(one.kind) == kind and one.name == name:
            return one
    named = ((one, (scope_name(night.briefing, one), one.name)) for one in night.scopes if one.name)
    found = _called(words, named)
    if found is not None:
        return found
    if _plain(words) in ("night", _plain(night.briefing.election.title)):
        return Scope(ScopeKind.NIGHT)
    raise Unanswerable(f"There is no region, group or body “{words}”.")


def _called(words: str, things: Iterable[tuple[T, tuple[str, ...]]]) -> T | None:
    """Return the one thing that goes by a name, or None."""
    wanted = _plain(words)
    return next((thing for thing, names in things if wanted in map(_plain, names)), None)


def _plain(words: str) -> str:
    return " ".join(words.replace("’", "'").casefold().split())


def _format(words: str) -> Format:
    try:
        return FORMATS[words.lower()]
    except KeyError:
        raise Unanswerable(f"“{words}” is not a format: say wide, tall or square.") from None


def _one_of(kind: type[Measure], words: str, what: str) -> Measure:
    try:
        return kind(words)
    except ValueError:
        raise Unanswerable(f"“{words}” is not a {what}: say {' or '.join(kind)}.") from None


def _page(words: str) -> int:
    if words.isdecimal() and len(words) < 6 and int(words) < MOST_PAGES:
        return int(words)
    raise Unanswerable(f"“{words}” is not a page.")
