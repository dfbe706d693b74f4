"""Finds the passage of words in quotation marks and compares them with it word by word."""

import re
from collections.abc import Sequence

import numpy as np

from reviewer.matching.comparison import Comparison, compare_items
from reviewer.matching.differences.block import Sides
from reviewer.matching.folding import Ids, fold
from reviewer.matching.items import Item, read_items
from reviewer.matching.library import Library
from reviewer.matching.seeds import Window
from reviewer.matching.splices import SPLICE, QuoteMatch, cut_at_long_omissions, join, reach
from reviewer.model.document import Document
from reviewer.model.evidence import AlignedRun, RunKind
from reviewer.model.geometry import Span
from reviewer.model.quoting import QuoteProfile

_WINDOWS, _COMPARED = 8, 3
_SURE = 0.8
"""Coverage of the best window from which no other is compared item by item."""

_MARGIN = 160
"""Code points read on either side of a window: a sentence's worth, so that the quote's ends are inside."""

_ELLIPSIS = re.compile(r"\s*(?:\[\s*)?(?:…|\.\s?\.\s?\.(?:\s?\.)?)(?:\s*\])?\s*")
_CLOSING = " .,;:!?…”\"’'"
_SIGNS = re.compile(r"[£€$¥%‰]|\d[\d.,]*")
_MOST_TWINS = 4
"""Exact places kept of one window."""

_REST_HELD = 0.75
"""Coverage at which a run of the quote is surely found in another place."""


def quote_parts(article: Document, quoted: Sequence[Span]) -> list[Span]:
    """Return the pieces of a quotation: one for each pair of marks, cut at every ellipsis."""
    parts: list[Span] = []
    for span in quoted:
        start = span.start
        for match in _ELLIPSIS.finditer(article.text, span.start, span.end):
            parts.append(Span(start, match.start()))
            start = match.end()
        parts.append(Span(start, max(start, span.end)))
    return [part for part in parts if any(c.isalnum() for c in part.of(article.text))]


def match_quote(
    article: Document, quoted: Sequence[Span], library: Library, published: str | None, profile: QuoteProfile
) -> list[QuoteMatch]:
    """Return the passages for a quotation, best first: an exact run of words at once, else the best alignments."""
    parts = quote_parts(article, quoted)
    if not parts:
        return []
    words = " ".join(part.of(article.text) for part in parts)
    windows = library.windows(words, _WINDOWS)
    if len(parts) == 1:
        folded = fold(parts[0].of(article.text)).words
        exact = [match for window in windows for match in _exact(article, parts[0], folded, window, library)]
        if exact:
            return exact
    claim = [item for at, part in enumerate(parts) for item in read_items(article.text, part, published, at)]
    ranked = _rank(words, windows, library)
    matches: list[QuoteMatch] = []
    for window in ranked[:_COMPARED]:
        matches.append(_compare(article, claim, window, library, profile))
        if matches[0].comparison.coverage >= _SURE:
            break
    matches.sort(key=lambda match: -match.comparison.coverage)
    if matches:
        matches[0] = _look_for_the_rest(article, claim, matches[0], library, profile)
    return matches


def _look_for_the_rest(
    article: Document, claim: Sequence[Item], match: QuoteMatch, library: Library, profile: QuoteProfile
) -> QuoteMatch:
    """Look for a long run of the quote that the best passage has nothing for: it may stand in another place."""
    unmatched = match.comparison.unmatched
    if unmatched is None:
        return cut_at_long_omissions(match)
    start, end = unmatched
    rest = [item for item in claim if start <= item.start and item.end <= end]
    if len(rest) < SPLICE:
        return cut_at_long_omissions(match)
    words = article.text[rest[0].start : rest[-1].end]
    windows = _rank(words, library.windows(words, _WINDOWS), library)
    found = [_compare(article, rest, window, library, profile) for window in windows[:1]]
    if not found or found[0].comparison.coverage < _REST_HELD or found[0].comparison.longest_run < SPLICE:
        return match
    reached = reach(claim, rest, found[0], library)
    if len(reached) > len(rest):
        found = [_compare(article, reached, windows[0], library, profile)]
    return join(claim, reached, match, found[0], library)


def _exact(article: Document, part: Span, words: Ids, window: Window, library: Library) -> list[QuoteMatch]:
    """Return a match for each time that the very words stand in the window, numbers and signs included."""
    found: list[QuoteMatch] = []
    text = library.index.folded[window.source]
    low, high = np.searchsorted(text.starts, (window.start, window.end))
    low, high = max(0, int(low) - len(words)), min(len(text.words), int(high) + len(words))
    for at in np.flatnonzero(text.words[low:high] == words[0]).tolist() if len(words) else []:
        first, last = low + at, low + at + len(words)
        if last > len(text.words) or not np.array_equal(text.words[first:last], words):
            continue
        span = Span(int(text.starts[first]), int(text.ends[last - 1]))
        span = _with_signs(library.documents[window.source].text, span)
        if _signs(span.of(library.documents[window.source].text)) == _signs(part.of(article.text)):
            found.append(_exact_match(article, part, window.source, span, len(words)))
    return found[:_MOST_TWINS]


def _with_signs(text: str, span: Span) -> Span:
    """Take in a currency sign before and a percent sign after the words."""
    start = span.start - 1 if span.start and text[span.start - 1] in "£€$¥" else span.start
    end = span.end + 1 if text[span.end : span.end + 1] in ("%", "‰") else span.end
    return Span(start, end)


def _signs(words: str) -> list[str]:
    return [sign.rstrip(".,").replace(",", "") for sign in _SIGNS.findall(words)]


def printed_span(text: str, span: Span, quoted: str) -> Span:
    """Return a passage with the marks that belong to it: the full stop that closes it, quotation marks as quoted."""
    start, end = span.start, span.end
    tail = quoted[len(quoted.rstrip(_CLOSING)) :]
    if tail.strip() and text.startswith(tail, end):
        end += len(tail)
    while (end < len(text) and text[end] in ".!?…") or (quoted[-1:] in ",;" and text[end : end + 1] in (",", ";")):
        end += 1
    if end < len(text) and text[end] in "”\"’'" and (end > span.end or quoted[-1:] in "”\"’'"):
        end += 1
    if start and quoted[:1] in "“\"‘'" and text[start - 1] in "“\"‘'":
        start -= 1
    return Span(start, end)


def _exact_match(article: Document, part: Span, source: int, span: Span, words: int) -> QuoteMatch:
    start = next(at for at in range(part.start, part.end) if article.text[at].isalnum() or article.text[at] in "£€$¥")
    end = next(
        at for at in range(part.end, part.start, -1) if article.text[at - 1].isalnum() or article.text[at - 1] in "%‰"
    )
    run = AlignedRun(RunKind.EQUAL, start, end, span.start, span.end)
    return QuoteMatch(
        source, Comparison(span.start, span.end, 1.0, (), (run,), None, words), ((source, span),), exact=True
    )


def _rank(words: str, windows: Sequence[Window], library: Library) -> list[Window]:
    """Order windows by the words they share with the quote in order (length of the longest common subsequence)."""
    from rapidfuzz.distance import LCSseq

    claim = fold(words).words.tolist()

    def shared(window: Window) -> float:
        text = library.index.folded[window.source]
        low, high = np.searchsorted(text.starts, (window.start, window.end))
        low, high = max(0, int(low) - len(claim)), int(high) + len(claim)
        return -float(LCSseq.similarity(claim, text.words[low:high].tolist()))

    return sorted(windows, key=shared)


def _compare(
    article: Document, claim: Sequence[Item], window: Window, library: Library, profile: QuoteProfile
) -> QuoteMatch:
    document = library.documents[window.source]
    reach = _MARGIN + (claim[-1].end - claim[0].start if claim else 0) // 2
    stretch = _whole_words(document.text, window.start - reach, window.end + reach)
    items = library.items(window.source, stretch)
    comparison = compare_items(claim, items, Sides(article.text, document.text, profile))
    return QuoteMatch(window.source, comparison, ((window.source, Span(comparison.start, comparison.end)),))


def _whole_words(text: str, start: int, end: int) -> Span:
    start, end = max(0, start), min(len(text), end)
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    return Span(start, end)
