"""What tonight is measured against: the votes of the last election, as cast or recomputed on new boundaries."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from resultsdesk.psephology.party import PartyId


class Measure(StrEnum):
    """Name the two things a gain can be measured against."""

    LAST = "last"
    HOLDER = "holder"


class BaselineKind(StrEnum):
    """Tell votes as cast from votes recomputed on new boundaries."""

    ACTUAL = "actual"
    NOTIONAL = "notional"


@dataclass(frozen=True, slots=True)
class BaselineLine:
    """One candidacy of last time, or one party's recomputed total; notional votes may be fractions."""

    party: PartyId
    votes: int | Fraction
    name: str = ""


@dataclass(frozen=True)
class Baseline:
    """Last time's votes in one contest. `election` is the label to show, such as `2019`."""

    election: str
    kind: BaselineKind
    lines: tuple[BaselineLine, ...]
    electorate: int | None = None

    @cached_property
    def valid_votes(self) -> int | Fraction:
        """Return the sum of all lines."""
        return sum((line.votes for line in self.lines), 0)

    @cached_property
    def votes(self) -> Mapping[PartyId, int | Fraction]:
        """Return votes by party, candidacies of one party added together."""
        totals: dict[PartyId, int | Fraction] = {}
        for line in self.lines:
            totals[line.party] = totals.get(line.party, 0) + line.votes
        return totals

    @cached_property
    def ranked(self) -> tuple[BaselineLine, ...]:
        """Return the lines, most votes first."""
        return tuple(sorted(self.lines, key=lambda line: -line.votes))

    def share(self, party: PartyId) -> Fraction | None:
        """Return a party's share of last time's valid votes, or None where it had no candidacy."""
        votes = self.votes.get(party)
        if votes is None or not self.valid_votes:
            return None
        return Fraction(votes) / Fraction(self.valid_votes)

    @property
    def majority(self) -> int | Fraction | None:
        """Return first minus second, or None where fewer than two stood."""
        if len(self.lines) < 2:
            return None
        return self.ranked[0].votes - self.ranked[1].votes

    def rank(self, party: PartyId) -> int | None:
        """Return the place, from 1, of a party's best line last time, or None where it had none."""
        for place, line in enumerate(self.ranked, start=1):
            if line.party == party:
                return place
        return None

    @property
    def turnout(self) -> Fraction | None:
        """Return valid votes over electorate, or None where the electorate is not known."""
        if not self.electorate:
            return None
        return Fraction(self.valid_votes) / self.electorate
