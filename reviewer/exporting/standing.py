"""READY or HOLD, and why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reviewer.exporting.records import ClaimRecord
from reviewer.exporting.wording import counted
from reviewer.model.verdict import Decision, NoteKind


@dataclass(frozen=True)
class PrintedStanding:
    """Whether the article may run; `headline` and `reasons` say why not."""

    hold: bool
    headline: str
    reasons: tuple[str, ...]

    @property
    def word(self) -> str:
        """Return the word of the band."""
        return "HOLD" if self.hold else "READY"


def printed_standing(records: Sequence[ClaimRecord]) -> PrintedStanding:
    """Return READY or HOLD as the claims stand, with the reasons that a reader must know.

    Redactions keep nothing from running: they are applied in every packet.
    """
    blocking = [record for record in records if record.needs_action]
    reasons = [*_reasons(blocking)]
    if not records:
        return PrintedStanding(True, "Nothing was checked", ("no claim was found or added", *reasons))
    if blocking:
        verb = "stands" if len(blocking) == 1 else "stand"
        return PrintedStanding(
            True, f"{len(blocking)} of {counted(len(records), 'claim')} {verb} in the way", tuple(reasons)
        )
    return PrintedStanding(False, f"{counted(len(records), 'claim')}, all judged", ("nothing stands in the way",))


def decision_counts(records: Sequence[ClaimRecord]) -> Counter[Decision | None]:
    """Return how many claims have each verdict; None counts the open ones."""
    return Counter(record.decision for record in records)


def _reasons(blocking: Sequence[ClaimRecord]) -> list[str]:
    counts = decision_counts(blocking)
    unanswered = sum(
        record.decision is Decision.QUERY and not record.notes.get(NoteKind.RESPONSE_RECEIVED) for record in blocking
    )
    answered = counts[Decision.QUERY] - unanswered
    parts = [
        (counts[Decision.FIX], f"{counts[Decision.FIX]} to fix"),
        (counts[Decision.CUT], f"{counts[Decision.CUT]} to cut"),
        (counts[Decision.UNSOURCED], f"{counts[Decision.UNSOURCED]} unsourced"),
        (unanswered, f"{counted(unanswered, 'query', 'queries')} unanswered"),
        (answered, f"{counted(answered, 'query', 'queries')} answered, not yet judged"),
        (counts[None], f"{counts[None]} still open"),
    ]
    return [words for count, words in parts if count]
