"""A claim's words with what differs marked, and a correction with its new words in bold."""

import difflib
import re

from reviewer.exporting.edition import shortened
from reviewer.exporting.records import ClaimRecord, one_line
from reviewer.exporting.setting import Run
from reviewer.model.finding import Tone
from reviewer.model.geometry import Span

_WORD = re.compile(r"\S+")
_SPACES = re.compile(r"\s+")


def claim_runs(record: ClaimRecord, limit: int = 100_000) -> list[Run]:
    """Return the claim's words, those that differ from the source bold and marked; at most `limit` code points."""
    claim = record.claim
    spans = changed_spans(record) if record.tone is Tone.PROBLEM else []
    runs: list[Run] = []
    at, end = claim.span.start, min(claim.span.end, claim.span.start + limit)
    for span in spans:
        if at < span.start < end:
            runs.append(Run(_part(record, at, span.start)))
        if span.start < end:
            stop = min(span.end, end)
            runs.append(Run(_part(record, max(at, span.start), stop), bold=True, tone=Tone.PROBLEM))
            at = stop
    if at < end:
        runs.append(Run(_part(record, at, end)))
    if end < claim.span.end:
        runs.append(Run("…"))
    return [run for run in runs if run.text]


def changed_spans(record: ClaimRecord) -> list[Span]:
    """Return where the claim's words differ from the passage shown, merged, in text order."""
    passage = record.passage
    if passage is None:
        return []
    claim = record.claim.span
    found = [
        _visible(record, Span(max(claim.start, difference.article_start), min(claim.end, difference.article_end)))
        for difference in passage.evidence.differences
        if not difference.harmless and difference.article_start <= claim.end and difference.article_end >= claim.start
    ]
    merged: list[Span] = []
    for span in sorted(found):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        elif span.length:
            merged.append(span)
    return merged


def _visible(record: ClaimRecord, span: Span) -> Span:
    """Return the span, or the words on both sides of it where the claim lacks what the source has."""
    if span.length:
        return span
    base, text = record.claim.span.start, record.claim.text
    at = span.start - base
    words = [match.span() for match in _WORD.finditer(text)]
    before = [word for word in words if word[0] < at]
    after = [word for word in words if word[0] >= at]
    start = before[-1][0] if before else at
    end = after[0][1] if after else at
    return Span(base + start, base + end)


def correction_runs(record: ClaimRecord, limit: int = 100_000) -> list[Run]:
    """Return the correction with the words that the claim does not have in bold; empty when there is none."""
    if record.correction is None:
        return []
    text = shortened(one_line(record.correction.text), limit)
    old = [_bare(word) for word in record.claim.text.split()]
    words = text.split()
    matcher = difflib.SequenceMatcher(None, old, [_bare(word) for word in words], autojunk=False)
    runs: list[Run] = []
    for code, _, _, first, last in matcher.get_opcodes():
        stretch = " ".join(words[first:last])
        if stretch:
            bold = code in ("replace", "insert") and any(_bare(word) for word in words[first:last])
            runs.append(Run(stretch + (" " if last < len(words) else ""), bold=bold))
    return runs


def _part(record: ClaimRecord, start: int, end: int) -> str:
    base = record.claim.span.start
    return _SPACES.sub(" ", record.claim.text[start - base : end - base])


def _bare(word: str) -> str:
    return word.strip("“”\"'‘’.,;:…()").casefold()
