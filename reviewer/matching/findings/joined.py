"""One quotation made of the words of two people, with or without a mark between them."""

from collections.abc import Sequence
from itertools import pairwise

from reviewer.matching.library import Library
from reviewer.matching.splices import QuoteMatch
from reviewer.matching.voices import are_compatible, voice_of
from reviewer.model.claim import Claim
from reviewer.model.evidence import AlignedRun, DifferenceKind, RunKind
from reviewer.model.finding import Finding, Rule
from reviewer.model.geometry import Span

_WORDS = 2
"""Words that a piece must have for its speaker to count."""


def joined_voices(claim: Claim, match: QuoteMatch, library: Library) -> list[Finding]:
    """Report a quotation whose pieces, on either side of what it leaves out, are said by two people in the source.

    An ellipsis tells that words were left out, never that another person goes on.
    """
    pieces = [
        piece for piece in _pieces(match) if len(piece.of(library.documents[match.source].text).split()) >= _WORDS
    ]
    voices = [voice_of(library, match.source, piece) for piece in pieces]
    for one, other in pairwise([voice for voice in voices if voice]):
        if not are_compatible(one, other):
            return [
                Finding(claim.id, Rule.SPLICED_QUOTE, {"places": str(len(pieces)), "article": one, "source": other})
            ]
    return []


def _pieces(match: QuoteMatch) -> list[Span]:
    """Return the stretches of the source between the words that were left out."""
    cuts = {d.source_start for d in match.comparison.differences if d.kind is DifferenceKind.ELLIPSIS}
    groups: list[list[AlignedRun]] = [[]]
    for run in match.comparison.runs:
        if run.source_start in cuts and run.kind is not RunKind.EQUAL:
            groups.append([])
        else:
            groups[-1].append(run)
    return [_span(group) for group in groups if group]


def _span(runs: Sequence[AlignedRun]) -> Span:
    return Span(min(run.source_start for run in runs), max(run.source_end for run in runs))
