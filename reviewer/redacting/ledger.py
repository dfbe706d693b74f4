"""What was found in a file and taken out of it, gathered while its parts are rebuilt."""

from collections.abc import Iterable

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import (
    AppliedRedaction,
    LossNote,
    RedactionHit,
    RedactionLoss,
    RedactionOrder,
)
from reviewer.model.request import Redacted
from reviewer.redacting.matching import Found, WordFinder

BLOCK = "█████"
PLAIN_BLOCK = "#####"
_CONTEXT = 40
_LONGEST_HIT = 200


class Ledger:
    """The finder of one order and the account of what it led to.

    A block has the same width whatever it stands for, so that it does not tell how long the words were.
    """

    def __init__(self, name: str, order: RedactionOrder) -> None:
        if order.areas:
            reason = "it has no pages of its own, so that an area cannot be found in it"
            raise ReviewerError(ProblemCode.CANNOT_REDACT, name=name, reason=reason)
        self.name = name
        self.order = order
        self.finder = WordFinder(order)
        self.hits: list[RedactionHit] = []
        self._applied: list[AppliedRedaction] = []
        self._losses: dict[LossNote, None] = {}
        self._removed: dict[str, None] = dict.fromkeys(order.terms)

    def block(self, bare: str = BLOCK) -> str:
        """Return what is written in place of removed words: a block and, when it names none of them, the reason."""
        reason = self.order.reason.strip()
        labelled = f"{bare} [{reason}]" if reason else bare
        return labelled if self.finder.is_clean(labelled) else bare

    def note(self, part: str, text: str, found: Found) -> None:
        """Enter a stretch of a text as removed; offsets are code points of the text."""
        before = text[max(0, found.start - _CONTEXT) : found.start]
        after = text[found.end : found.end + _CONTEXT]
        words = text[found.start : found.end][:_LONGEST_HIT]
        self.hits.append(RedactionHit(part, words, before, after))
        self._applied.append(AppliedRedaction(self.safe(part), self.order.reason))
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

    def safe(self, text: str) -> str:
        """Return a text with blocks for everything that is to be removed, as it may be told to anybody."""
        for found in reversed(self.finder.find(text)):
            text = text[: found.start] + BLOCK + text[found.end :]
        return text

    def redacted(self, content: bytes) -> Redacted:
        """Return the file with its account. Raises ReviewerError with NOTHING_TO_REDACT when nothing was found."""
        if not self.hits and not self._applied:
            raise ReviewerError(ProblemCode.NOTHING_TO_REDACT, name=self.name)
        return Redacted(content, tuple(self._applied), tuple(self._losses), tuple(self._removed))

    def refuse(self, reason: str) -> ReviewerError:
        """Return the error for a file that cannot be made safe."""
        return ReviewerError(ProblemCode.CANNOT_REDACT, name=self.name, reason=reason)
