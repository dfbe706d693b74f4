"""Corrections as changes to the article's words: only what differs is deleted, only what is new is inserted."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, count

from reviewer.exporting.edition import PacketFacts
from reviewer.exporting.records import ClaimRecord, one_line
from reviewer.exporting.remarks import author_of
from reviewer.model.geometry import Span

_TOKEN = re.compile(r"[$£€¥]?[^\W_]+(?:[.,:'’-][^\W_]+)*%?|\s+|.", re.DOTALL)
_ELLIPSIS = "…"
_LEAST_SHARED = 0.3
_SHORT = 3
FIRST_NUMBER = 900_000
_Step = tuple[int, int, int, int]
"""Tokens from and to of the claim, and from and to of the correction."""


@dataclass(frozen=True)
class TrackedChange:
    """Words of the article that go (none when `span` is empty), and those that come after them.

    `span` is in code points of the article's text; `author` and `at` (ISO 8601) are those of the correction. `number`
    and the one after it are the ids of the deletion and the insertion.
    """

    span: Span
    text: str
    author: str
    at: str
    number: int

    @property
    def by(self) -> str:
        """Return who changes, for a file that wants a name."""
        return self.author or "Reviewer"


def tracked_changes(facts: PacketFacts) -> tuple[TrackedChange, ...]:
    """Return the changes that the corrections ask for, in text order; none unless tracked corrections were wanted.

    A correction inside another claim's that came first is left to its comment. So is one that has hardly a word in
    common with its claim: it is more likely to be a remark than a wording.
    """
    if not facts.options.tracked_corrections:
        return ()
    numbers = count(FIRST_NUMBER, 2)
    found: list[TrackedChange] = []
    taken: list[Span] = []
    for record in sorted(facts.records, key=lambda one: (one.claim.span.start, -one.claim.span.end)):
        span = record.claim.span
        if record.correction is None or any(span.start < other.end and other.start < span.end for other in taken):
            continue
        made = [
            TrackedChange(Span(span.start + start, span.start + end), text, _author(record), record.correction.by.at, 0)
            for start, end, text in replacements(record.claim.text, one_line(record.correction.text))
        ]
        if made:
            taken.append(span)
            found += made
    return tuple(TrackedChange(one.span, one.text, one.author, one.at, next(numbers)) for one in found)


def corrected_text(text: str, changes: Sequence[TrackedChange]) -> str:
    """Return a text with its changes accepted."""
    for change in reversed(changes):
        text = text[: change.span.start] + change.text + text[change.span.end :]
    return text


def replacements(claim: str, correction: str) -> tuple[tuple[int, int, str], ...]:
    """Return what to put in place of what, in code points of the claim; nothing when they are not two wordings of it.

    A correction that begins or ends with an ellipsis leaves what it does not repeat. Quotation marks and the full
    stop round a claim stay when the correction leaves them out.
    """
    opens, closes = correction.startswith(_ELLIPSIS), correction.endswith(_ELLIPSIS)
    wording = correction.strip(_ELLIPSIS).strip()
    first, last = _core(claim, wording)
    old, new = _TOKEN.findall(claim[first:last]), _TOKEN.findall(wording)
    matcher = difflib.SequenceMatcher(None, list(map(_alike, old)), list(map(_alike, new)), autojunk=False)
    if not _are_two_wordings(matcher, old, new, in_part=opens or closes):
        return ()
    steps = [step[1:] for step in matcher.get_opcodes() if step[0] != "equal"]
    steps = [step for step in steps if not (opens and step[0] == 0) and not (closes and step[1] == len(old))]
    places = list(accumulate(map(len, old), initial=first))
    return tuple((places[a], places[b], "".join(new[c:d])) for a, b, c, d in _joined(old, steps))


def _core(claim: str, wording: str) -> tuple[int, int]:
    """Return the stretch of a claim that is compared: without the marks round it that the other wording leaves out."""
    first, last = 0, len(claim)
    if wording[:1].isalnum():
        while first < last and not claim[first].isalnum():
            first += 1
    if wording[-1:].isalnum():
        while last > first and not claim[last - 1].isalnum():
            last -= 1
    return first, last


def _are_two_wordings(
    matcher: difflib.SequenceMatcher[str], old: Sequence[str], new: Sequence[str], in_part: bool
) -> bool:
    counts = [sum(map(_is_word, tokens)) for tokens in (old, new)]
    if not all(counts):
        return False
    same = (old[at] for block in matcher.get_matching_blocks() for at in range(block.a, block.a + block.size))
    shared = sum(map(_is_word, same))
    return max(counts) <= _SHORT or shared >= _LEAST_SHARED * (min(counts) if in_part else max(counts))


def _is_word(token: str) -> bool:
    return any(letter.isalnum() for letter in token)


def _alike(token: str) -> str:
    """Return what makes two tokens the same: any white space is, and so are the two kinds of apostrophe."""
    return " " if token.isspace() else token.replace("’", "'")


def _joined(old: Sequence[str], steps: Sequence[_Step]) -> Iterator[_Step]:
    """Yield the steps, those with nothing but white space between them as one: a reader wants phrases, not letters."""
    waiting: _Step | None = None
    for step in steps:
        if waiting is not None and all(token.isspace() for token in old[waiting[1] : step[0]]):
            waiting = (waiting[0], step[1], waiting[2], step[3])
            continue
        if waiting is not None:
            yield waiting
        waiting = step
    if waiting is not None:
        yield waiting


def _author(record: ClaimRecord) -> str:
    signed = record.correction.by if record.correction else None
    return (signed.name or signed.initials) if signed else author_of(record)
