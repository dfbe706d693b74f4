"""How much a claim is worth checking: it orders the list and never hides a claim."""

import re

from reviewer.analysing.figures import has_figure
from reviewer.model.claim import Attribution, ClaimKind, Place
from reviewer.model.geometry import Span

_BASE = {
    ClaimKind.DIRECT_QUOTE: 0.55,
    ClaimKind.MIXED_QUOTE: 0.55,
    ClaimKind.INDIRECT_QUOTE: 0.5,
    ClaimKind.FIGURE: 0.6,
    ClaimKind.ASSERTION: 0.4,
}
_SUPERLATIVE = re.compile(
    r"\b(?:first|only|largest|biggest|smallest|highest|lowest|longest|oldest|youngest|fastest|most|least|best|"
    r"worst|record|"
    r"never|always|unprecedented|unique|every|all|none|nobody)\b",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:caus(?:e|ed|es|ing)|because|led to|leads to|due to|result(?:ed|s)? (?:in|of)|blamed|linked to|cures?)\b",
    re.I,
)
_ALLEGATION = re.compile(
    r"\b(?:accus\w+|alleg\w+|fraud|theft|stole|lied|lying|bribe\w*|corrupt\w*|guilty|convicted|charged|abus\w+|"
    r"negligen\w+|illegal\w*|"
    r"unlawful\w*|killed|assault\w*|misconduct|cover-up|secretly|threaten\w*)\b",
    re.IGNORECASE,
)


def worth_checking(text: str, span: Span, kind: ClaimKind, place: Place, attribution: Attribution | None) -> float:
    """Return 0 to 1: figures, superlatives, causes and allegations weigh more, so do headlines and unsourced facts."""
    words = span.of(text)
    score = _BASE[kind]
    score += 0.1 * (place in (Place.HEADLINE, Place.STANDFIRST))
    score += 0.1 * (kind is not ClaimKind.FIGURE and has_figure(text, span))
    score += 0.08 * bool(_SUPERLATIVE.search(words))
    score += 0.08 * bool(_CAUSE.search(words))
    score += 0.2 * bool(_ALLEGATION.search(words))
    score += 0.05 * (attribution is None and kind is ClaimKind.ASSERTION and span.length > 60)
    return round(min(score, 1.0), 2)
