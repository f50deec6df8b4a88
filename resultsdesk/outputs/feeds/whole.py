"""The whole night: as JSON for programs, as XML for those that read nothing else, as CSV with a line a candidacy."""

import csv
import io
from collections.abc import Iterator
from xml.etree import ElementTree

from resultsdesk.export.formulas import neutralised
from resultsdesk.export.objects import Object, contest_object, tally_object
from resultsdesk.night.night import Night, Scope, ScopeKind
from resultsdesk.night.standing import Standing
from resultsdesk.outputs.drawing import compact
from resultsdesk.outputs.feeds.contests import Remembered
from resultsdesk.outputs.feeds.heading import heading

COLUMNS = (
    "seq", "is_test", "contest_id", "contest", "body", "region", "nation", "stage", "outcome", "revision",
    "declared_at", "majority", "valid_votes", "electorate", "turnout", "candidacy_id", "candidacy", "party",
    "party_id", "votes", "share", "change", "elected",
)  # fmt: skip
_OF_CONTEST = ("body", "region", "nation", "stage", "outcome", "revision", "declared_at", "majority", "valid_votes",
               "electorate", "turnout")  # fmt: skip
_OF_CANDIDACY = ("party", "party_id", "votes", "share", "change", "elected")


class Whole:
    """Makes the three, each contest's part once."""

    def __init__(self) -> None:
        self._objects = Remembered(_object)
        self._json = Remembered(lambda night, one: compact(self._objects.of(night, one)))
        self._xml = Remembered(lambda night, one: _xml("item", self._objects.of(night, one)))
        self._csv = Remembered(lambda night, one: tuple(_lines(night, self._objects.of(night, one))))

    def json(self, night: Night) -> str:
        """Return the night as JSON in ASCII."""
        return f'{compact(_head(night))[:-1]},"results":[{",".join(self._json.all(night))}]}}'

    def xml(self, night: Night) -> str:
        """Return the same as XML: keys are elements, the items of lists elements called `item`, unknown is empty."""
        head = "".join(_xml(name, value) for name, value in _head(night).items())
        results = "".join(self._xml.all(night))
        return f'<?xml version="1.0" encoding="us-ascii"?>\n<night>{head}<results>{results}</results></night>\n'

    def csv(self, night: Night) -> str:
        """Return a line for each candidacy, as RFC 4180 has it; no cell can be taken for a formula."""
        first = f"{night.seq},{_cell(night.rehearsal)},"
        lines = [",".join(COLUMNS) + "\r\n"]
        for of_contest in self._csv.all(night):
            lines += [first + line for line in of_contest]
        return "".join(lines)


def _object(night: Night, standing: Standing) -> Object:
    return contest_object(night, standing, night.briefing.election.shown)


def _head(night: Night) -> Object:
    bodies = [Scope(ScopeKind.BODY, one) for one in night.briefing.bodies]
    shown = night.briefing.election.shown
    return {
        **heading(night),
        "tally": tally_object(night, night.main_scope, shown),
        "bodies": [tally_object(night, one, shown) for one in bodies],
    }


def _lines(night: Night, contest: Object) -> Iterator[str]:
    """Yield a contest's lines without their first two cells, which change with every entry."""
    candidacies = contest["candidacies"]
    if not isinstance(candidacies, list):
        raise TypeError("a contest's candidacies are a list")
    first = [_cell(contest["id"]), _cell(contest["name"]), *(_cell(contest[name]) for name in _OF_CONTEST)]
    for one in candidacies:
        line = io.StringIO(newline="")
        cells = [*first, _cell(one["id"]), _cell(one["name"]), *(_cell(one[name]) for name in _OF_CANDIDACY)]
        csv.writer(line, lineterminator="\r\n").writerow(cells)
        yield line.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)  # a number below 0 is a number
    return neutralised(str(value))


def _xml(name: str, value: object) -> str:
    return ElementTree.tostring(_element(name, value), encoding="us-ascii").decode("ascii")


def _element(name: str, value: object) -> ElementTree.Element:
    element = ElementTree.Element(name)
    if isinstance(value, dict):
        element.extend(_element(str(key), inner) for key, inner in value.items())
    elif isinstance(value, list):
        element.extend(_element("item", inner) for inner in value)
    elif value is not None:
        said = ("true" if value else "false") if isinstance(value, bool) else str(value)
        element.text = "".join(one for one in said if one >= " " or one in "\t\n")
    return element
