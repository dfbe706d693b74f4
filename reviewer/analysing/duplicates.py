"""Claims that say the same in two places: headline, standfirst and lead."""

import re
from collections.abc import Sequence

from reviewer.model.claim import Claim, ClaimKind, Place

_WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*")
_ALIKE = 0.5
"""Share of the shorter claim's words that the longer one must hold, weighed by their length in letters."""
_LEAD = 4
"""Claims after the headline that may repeat it: the standfirst and the first paragraphs."""


def same_claims(claims: Sequence[Claim]) -> dict[str, tuple[str, ...]]:
    """Return the ids of the claims that each claim repeats, for headline, standfirst and lead only.

    Quotations are left alone: two of them are two things to check. Figures that differ keep two claims apart.
    """
    head = [claim for claim in claims if claim.place in (Place.HEADLINE, Place.STANDFIRST)]
    lead = [claim for claim in claims if claim not in head][:_LEAD]
    found: dict[str, set[str]] = {}
    near = [*head, *lead]
    for place, first in enumerate(near):
        for second in near[place + 1 :]:
            if _say_the_same(first, second):
                found.setdefault(first.id, set()).add(second.id)
                found.setdefault(second.id, set()).add(first.id)
    order = {claim.id: number for number, claim in enumerate(claims)}
    return {own: tuple(sorted(others, key=lambda other: order[other])) for own, others in found.items()}


def _say_the_same(first: Claim, second: Claim) -> bool:
    if ClaimKind.DIRECT_QUOTE in (first.kind, second.kind):
        return False
    own, other = _stems(first.text), _stems(second.text)
    shorter, longer = sorted((own, other), key=len)
    figures = [{word for word in words if word[0].isdigit()} for words in (own, other)]
    if len(shorter) < 3 or (figures[0] and figures[1] and not figures[0] & figures[1]):
        return False
    shared = sum(len(word) for word in shorter & longer)
    return shared >= _ALIKE * sum(len(word) for word in shorter)


def _stems(text: str) -> set[str]:
    """Return the words that carry the sense, cut to six letters so that forms of one word meet."""
    return {word.casefold()[:6] for word in _WORD.findall(text) if len(word) > 3 or word[0].isdigit()}
