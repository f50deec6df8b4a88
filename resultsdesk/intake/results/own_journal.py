"""The journal in our own summary.json: every entry of a night, by the contest it is of."""

from collections.abc import Iterator, Mapping

from resultsdesk.intake.results.json_fields import JsonFields, JsonObject
from resultsdesk.intake.results.told import ToldEntry
from resultsdesk.night.entries import Kind

KINDS = {str(one): one for one in Kind}


def read_journal(found: JsonObject, fields: JsonFields) -> Mapping[str, tuple[ToldEntry, ...]]:
    """Return the entries of each contest by its id, in the order they were kept, noting what is wrong with them."""
    journal: dict[str, list[ToldEntry]] = {}
    for number, (at, one) in enumerate(fields.objects(found, "journal"), start=1):
        contest, entry = fields.text(one, "contest", at), _entry(number, one, at, fields)
        if entry is not None:
            journal.setdefault(contest, []).append(entry)
    return {contest: tuple(entries) for contest, entries in journal.items()}


def _entry(number: int, one: JsonObject, at: str, fields: JsonFields) -> ToldEntry | None:
    """Return one entry, or None where it cannot be told what happened or when."""
    said = fields.text(one, "kind", at)
    if said not in KINDS:
        fields.wrong(at, "kind", f"“{said[:40]}” is not one of {', '.join(KINDS)}")
    declared_at, keyed_at = fields.moment(one, "declared_at", at), fields.moment(one, "keyed_at", at)
    for name, moment in (("declared_at", declared_at), ("keyed_at", keyed_at)):
        if moment is None and one.get(name) is None:
            fields.wrong(at, name, "there is no time")
    if said not in KINDS or declared_at is None or keyed_at is None:
        return None
    return ToldEntry(
        number=number,
        kind=KINDS[said],
        declared_at=declared_at,
        keyed_at=keyed_at,
        reason=_if_any(one, "reason", at, fields),
        winner=_if_any(one, "winner", at, fields),
        votes=_votes(one, at, fields),
        rejected=fields.whole(one, "rejected", at),
        papers=fields.whole(one, "papers", at),
        read_out=fields.whole(one, "read_out", at),
        announced_majority=fields.whole(one, "announced_majority", at),
        lot=tuple(_lot(one, at, fields)),
    )


def _if_any(one: JsonObject, name: str, at: str, fields: JsonFields) -> str:
    return "" if one.get(name) is None else fields.text(one, name, at)


def _votes(one: JsonObject, at: str, fields: JsonFields) -> Mapping[str, int] | None:
    """Return votes by candidacy, None for an entry without figures."""
    votes = one.get("votes")
    if votes is None:
        return None
    if not isinstance(votes, dict):
        fields.wrong(at, "votes", "this is not an object")
        return None
    told = {}
    for key in votes:
        figure = fields.whole(votes, key, f"{at}.votes")
        if figure is None and votes[key] is None:
            fields.wrong(f"{at}.votes", key, "there is no figure")
        told[key.strip()] = figure or 0
    return told


def _lot(one: JsonObject, at: str, fields: JsonFields) -> Iterator[str]:
    lot = one.get("lot")
    for place, drawn in enumerate(lot if isinstance(lot, list) else ()):
        if isinstance(drawn, str):
            yield drawn.strip()
        else:
            fields.wrong(at, f"lot[{place}]", "this is not text")
