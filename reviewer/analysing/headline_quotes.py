"""Headlines that quote: whose words they are is told by the quotation in the story that they come from."""

import re
from collections.abc import Sequence

import msgspec

from reviewer.model.claim import Attribution, Claim, ClaimKind, Place

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_HELD = 0.6
"""Share of the headline's quoted words that a quotation in the story must hold."""


def with_headline_speakers(claims: Sequence[Claim], text: str) -> tuple[Claim, ...]:
    """Give a quotation in a headline the speaker of the quotation in the story that holds its words."""
    quotes = [claim for claim in claims if claim.quoted and claim.attribution and claim.place is Place.BODY]
    return tuple(_with_speaker(claim, quotes, text) for claim in claims)


def _with_speaker(claim: Claim, quotes: Sequence[Claim], text: str) -> Claim:
    if claim.place is not Place.HEADLINE or claim.attribution is not None or not claim.quoted:
        return claim
    wanted = _stems(" ".join(span.of(text) for span in claim.quoted))
    for quote in quotes:
        held = wanted & _stems(quote.text)
        if quote.attribution is not None and wanted and len(held) >= _HELD * len(wanted):
            attribution = Attribution("", quote.attribution.resolved, "", quote.text)
            return msgspec.structs.replace(claim, attribution=attribution, said=claim.quoted)
    whole = claim.kind is ClaimKind.DIRECT_QUOTE
    return claim if whole else msgspec.structs.replace(claim, kind=ClaimKind.ASSERTION)


def _stems(words: str) -> set[str]:
    return {word.casefold()[:6] for word in _WORD.findall(words)}
