"""What was found in a file and taken out of it, gathered while its parts are rebuilt."""

from collections.abc import Iterable, Sequence

from reviewer.model.problem import ProblemCode, ReviewerError, WayOut
from reviewer.model.redaction import (
    AppliedRedaction,
    LossNote,
    RedactionHit,
    RedactionLoss,
    RedactionOrder,
)
from reviewer.model.request import Redacted
from reviewer.redacting.kept import KeptHits
from reviewer.redacting.matching import Found, WordFinder

BLOCK = "█████"
PLAIN_BLOCK = "#####"
_CONTEXT = 40
_LONGEST_HIT = 20_000


class Ledger:
    """The finder of one order and the account of what it led to.

    A block has the same width whatever it stands for, so that it does not tell how long the words were.
    """

    def __init__(self, name: str, order: RedactionOrder) -> None:
        if order.areas:
            reason = "it has no pages of its own, so that an area cannot be found in it"
            raise ReviewerError(ProblemCode.CANNOT_REDACT, name=name, reason=reason, way_out=WayOut.MARK_WORDS)
        self.name = name
        self.order = order
        self.finder = WordFinder(order)
        self.kept = KeptHits(order.kept)
        self.hits: list[RedactionHit] = []
        self._applied: list[AppliedRedaction] = []
        self._losses: dict[LossNote, None] = {}
        self._removed: dict[str, None] = dict.fromkeys(order.terms)

    def block(self, bare: str = BLOCK, found: Found | None = None) -> str:
        """Return what is written in place of removed words: a block and, when it names none of them, the reason."""
        reason = ", ".join(filter(None, (one.strip() for one in self._reasons(found))))
        labelled = f"{bare} [{reason}]" if reason else bare
        return labelled if self.finder.is_clean(labelled) else bare

    def keeps(self, part: str, text: str, found: Found) -> bool:
        """Return whether a stretch of a text is a place that stays; each such place is there once."""
        if not self.kept:
            return False
        words, before, after = _cut_out(text, found)
        return self.kept.claims(part, words, before, after)

    def note(self, part: str, text: str, found: Found, pieces: Sequence[Found] = ()) -> None:
        """Enter a stretch of a text as removed; offsets are code points of the text.

        `pieces` are the places it is made of, where somebody may decide for each of them.
        """
        for piece in pieces or (found,):
            words, before, after = _cut_out(text, piece)
            self.hits.append(RedactionHit(part, words[:_LONGEST_HIT], before, after))
        for reason in self._reasons(found):
            self._applied.append(AppliedRedaction(self.safe(part), reason))
        self.remember(found.words)

    def look(self, part: str, text: str) -> bool:
        """Enter all that is to be removed in a text that goes as a whole; return whether there was any."""
        found = self.finder.find(text)
        for one in found:
            self.note(part, text, one)
        return bool(found)

    def look_at_name(self, part: str, name: str) -> bool:
        """Enter a made-up name or address that goes as a whole; a term inside a longer word counts too."""
        if self.look(part, name):
            return True
        if not self.finder.is_in_identifier(name):
            return False
        self.note(part, name, Found(0, len(name)))
        return True

    def remember(self, words: Iterable[str]) -> None:
        """Enter words that a proof has to look for besides the order's terms."""
        self._removed.update(dict.fromkeys(word for word in words if word.strip()))

    def lose(self, loss: RedactionLoss, part: str = "") -> None:
        """Enter something else that had to go."""
        self._losses[LossNote(loss, self.safe(part))] = None

    def take_over(self, inner: Redacted, part: str) -> None:
        """Enter what was removed from a file inside this one."""
        for applied in inner.applied:
            place = self.safe(f"{part}, {applied.part}")
            self._applied.append(AppliedRedaction(place, applied.reason, applied.page, applied.box))
        for loss in inner.losses:
            self.lose(loss.loss, f"{part}, {loss.part}" if loss.part else part)
        self.remember(inner.removed)
        self.finder.met.update(set(self.order.terms).difference(inner.unmet))

    def safe(self, text: str) -> str:
        """Return a text with blocks for everything that is to be removed, as it may be told to anybody."""
        for found in reversed(self.finder.find(text)):
            text = text[: found.start] + BLOCK + text[found.end :]
        return text

    def redacted(self, content: bytes) -> Redacted:
        """Return the file with its account. Raises ReviewerError with NOTHING_TO_REDACT when nothing was found."""
        if not self.hits and not self._applied:
            raise ReviewerError(ProblemCode.NOTHING_TO_REDACT, name=self.name)
        unmet = tuple(term for term in self.order.terms if term not in self.finder.met)
        return Redacted(content, tuple(self._applied), tuple(self._losses), tuple(self._removed), unmet)

    def _reasons(self, found: Found | None) -> tuple[str, ...]:
        return (found.reasons if found is not None else ()) or (self.order.reason,)

    def refuse(self, reason: str, way_out: WayOut) -> ReviewerError:
        """Return the error for a file that cannot be made safe, with what can be done about it."""
        return ReviewerError(ProblemCode.CANNOT_REDACT, name=self.name, reason=reason, way_out=way_out)


def _cut_out(text: str, found: Found) -> tuple[str, str, str]:
    """Return a stretch of a text with what stands before and behind it."""
    start, end = found.start, found.end
    return text[start:end], text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT]
