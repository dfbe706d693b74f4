"""What the claims list shows of a review, as plain values; no widget and no painting here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from reviewer.model.claim import Claim, ClaimKind
from reviewer.model.finding import Finding, Tone, tone_of, worst
from reviewer.model.review import Review, note_key
from reviewer.model.verdict import CarryOver, Decision, NoteKind


class Tie(StrEnum):
    """Where a row stands among rows that say the same."""

    NONE = "none"
    FIRST = "first"
    INNER = "inner"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One row: the claim, its verdict, and what was found about it.

    `same` are the numbers of the claims that say the same in another place.
    """

    claim: Claim
    number: str
    decision: Decision | None
    initials: str
    second_initials: str
    finding: Finding | None
    tone: Tone
    source_label: str
    has_comment: bool
    needs_recheck: bool
    same: tuple[str, ...] = ()
    tie: Tie = Tie.NONE

    @property
    def said_by(self) -> str:
        """Return the speaker's resolved name, empty for the newsroom's own voice."""
        return self.claim.attribution.resolved if self.claim.attribution else ""

    @property
    def searchable(self) -> str:
        """Return everything that the text filter looks in, case folded."""
        return f"{self.number} {self.claim.text} {self.said_by} {self.source_label}".casefold()


def claim_rows(review: Review) -> list[ClaimRow]:
    """Return the rows of all claims in text order."""
    numbers = _display_ids(review)
    return [_row(review, claim, numbers) for claim in review.claims]


def _display_ids(review: Review) -> dict[str, str]:
    """Return all display ids at once; asking for them one by one takes time that grows with their square."""
    highest = max(review.numbers, key=lambda claim: review.numbers[claim], default="")
    width = len(review.display_id(highest)) - 1
    return {claim: f"C{number:0{width}d}" for claim, number in review.numbers.items()}


def _row(review: Review, claim: Claim, numbers: dict[str, str]) -> ClaimRow:
    desk = review.desk
    verdict = review.verdict(claim)
    second = desk.second_readings.get(claim.id) if verdict else None
    findings = review.findings.get(claim.id, ())
    passage = review.passage(claim.id)
    entry = review.source_entry(passage.anchor.document) if passage and passage.anchor else None
    return ClaimRow(
        claim=claim,
        number=numbers.get(claim.id, ""),
        decision=verdict.decision if verdict else None,
        initials=verdict.by.initials if verdict else "",
        second_initials=second.initials if second else "",
        finding=worst(findings),
        tone=tone_of(findings),
        source_label=entry.label if entry else "",
        has_comment=any(note_key(claim.id, kind) in desk.notes for kind in NoteKind),
        needs_recheck=review.carried.get(claim.id) is CarryOver.RECHECK,
        same=tuple(numbers[other] for other in claim.duplicates if other in numbers),
    )


class Filter(StrEnum):
    """The filter chips, in their order."""

    ALL = "all"
    OPEN = "open"
    PROBLEMS = "problems"
    UNSOURCED = "unsourced"
    FIGURES = "figures"
    QUOTES = "quotes"


QUOTE_KINDS = (ClaimKind.DIRECT_QUOTE, ClaimKind.MIXED_QUOTE, ClaimKind.INDIRECT_QUOTE)

PASSES: dict[Filter, Callable[[ClaimRow], bool]] = {
    Filter.ALL: lambda _row: True,
    Filter.OPEN: lambda row: row.decision is None,
    Filter.PROBLEMS: lambda row: row.tone is Tone.PROBLEM,
    Filter.UNSOURCED: lambda row: row.tone is Tone.UNSUPPORTED or row.decision is Decision.UNSOURCED,
    Filter.FIGURES: lambda row: row.claim.kind is ClaimKind.FIGURE,
    Filter.QUOTES: lambda row: row.claim.kind in QUOTE_KINDS,
}


class Order(StrEnum):
    """How the list is sorted."""

    PLACE = "place"
    RISK = "risk"


def counts(rows: Iterable[ClaimRow]) -> dict[Filter, int]:
    """Return how many rows pass each filter."""
    every = list(rows)
    return {one: sum(map(passes, every)) for one, passes in PASSES.items()}


def chosen_rows(rows: Iterable[ClaimRow], only: Filter, text: str, order: Order) -> list[ClaimRow]:
    """Return the rows that pass filter and text, in the order asked for.

    By risk, open claims come before judged ones, worse findings before better ones, then what is most worth
    checking; equal ones stay in text order.
    """
    wanted = text.casefold().split()
    kept = [row for row in rows if PASSES[only](row) and all(word in row.searchable for word in wanted)]
    return sorted(kept, key=_risk) if order is Order.RISK else kept


def _risk(row: ClaimRow) -> tuple[bool, int, float]:
    return (row.decision is not None, -(row.finding.severity if row.finding else 0), -row.claim.worth_checking)
