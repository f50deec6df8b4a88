"""Typed values out of JSON objects: what is not what it should be is noted, with where it stands, and is unknown."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from resultsdesk.intake.cells import DIGITS
from resultsdesk.intake.faults import Faults

JsonObject = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class JsonFields:
    """Reads the fields of one file's objects; `at` is where the object stands, such as `contests[3]`."""

    file: str
    faults: Faults

    def objects(self, one: JsonObject, name: str, at: str = "") -> Iterator[tuple[str, JsonObject]]:
        """Yield the objects of a list, each with where it stands; anything else in it is noted."""
        items = one.get(name)
        if not isinstance(items, list):
            self.wrong(at, name, "there is no such list")
            return
        for place, item in enumerate(items):
            if isinstance(item, dict):
                yield _joined(at, f"{name}[{place}]"), item
            else:
                self.wrong(at, f"{name}[{place}]", "this is not an object")

    def text(self, one: JsonObject, name: str, at: str) -> str:
        """Return a text without the blanks around it; nothing where there is none."""
        value = one.get(name)
        if isinstance(value, str):
            return value.strip()
        self.wrong(at, name, "this is not text")
        return ""

    def whole(self, one: JsonObject, name: str, at: str) -> int | None:
        """Return a whole number of 0 or more, or None where the field is null or left out."""
        value = one.get(name)
        if value is None:
            return None
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**DIGITS:
            return value
        self.wrong(at, name, f"“{value!s:.40}” is not a whole number of 0 or more")
        return None

    def moment(self, one: JsonObject, name: str, at: str) -> datetime | None:
        """Return a time with its offset, or None where the field is null or left out."""
        value = one.get(name)
        if value is None:
            return None
        try:
            moment = datetime.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            moment = None
        if moment is None or moment.tzinfo is None:
            self.wrong(at, name, f"“{value!s:.40}” is no time with its offset")
            return None
        return moment

    def day(self, one: JsonObject, name: str, at: str) -> date | None:
        """Return a day, or None where the field is not text."""
        value = one.get(name)
        try:
            return date.fromisoformat(value) if isinstance(value, str) else None
        except ValueError:
            self.wrong(at, name, f"“{value!s:.40}” is no date")
            return None

    def wrong(self, at: str, name: str, what: str) -> None:
        """Note what is wrong with a field."""
        self.faults.error(self.file, 0, "json", f"{_joined(at, name)}: {what}. Export it again.")


def _joined(at: str, name: str) -> str:
    return f"{at}.{name}" if at else name
