"""The votes of one contest as they were read out."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from resultsdesk.psephology.candidacy import CandidacyId


@dataclass(frozen=True)
class Poll:
    """Votes by candidacy; `rejected` and `papers` (all ballot papers, rejected ones too) are None where not told."""

    votes: Mapping[CandidacyId, int]
    rejected: int | None = None
    papers: int | None = None

    @cached_property
    def valid_votes(self) -> int:
        """Return the sum of all votes; in a contest of several vacancies an elector casts more than one."""
        return sum(self.votes.values())

    def valid_papers(self, vacancies: int) -> int | None:
        """Return the ballot papers that held a valid vote, or None where that cannot be known.

        With one vacancy each valid paper is one vote. With several it takes the papers and how many were rejected.
        """
        if vacancies == 1:
            return self.valid_votes
        return None if self.papers is None or self.rejected is None else self.papers - self.rejected

    def all_papers(self, vacancies: int) -> int | None:
        """Return every ballot paper, rejected ones too, or None where that cannot be known."""
        if self.papers is not None:
            return self.papers
        if vacancies == 1 and self.rejected is not None:
            return self.valid_votes + self.rejected
        return None
