"""Two peers for matching quotations: rapidfuzz's partial ratio over whole sources, and BM25 with rapidfuzz.

BM25 (Robertson & Zaragoza 2009, k1 1.2, b 0.75) ranks paragraphs, rapidfuzz the best ten of them.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from rapidfuzz.fuzz import partial_ratio_alignment

_WORD = re.compile(r"\w+")
_K1, _B = 1.2, 0.75
_PASSAGES = 10


def partial_ratio(claims: Sequence[str], sources: Sequence[str]) -> list[float]:
    """Return each claim's best partial ratio (0 to 100) over all sources."""
    return [max(found.score for s in sources if (found := partial_ratio_alignment(c, s))) for c in claims]


class Bm25:
    """Passages of all sources with their words counted; a passage is a paragraph."""

    def __init__(self, sources: Sequence[str]) -> None:
        self._passages = [paragraph for source in sources for paragraph in source.split("\n\n") if paragraph]
        self._postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        lengths = []
        for at, passage in enumerate(self._passages):
            words = _WORD.findall(passage.casefold())
            lengths.append(len(words))
            for word, count in Counter(words).items():
                self._postings[word].append((at, count))
        mean = sum(lengths) / max(1, len(lengths))
        self._norms = [_K1 * (1 - _B + _B * length / mean) for length in lengths]

    def best(self, claim: str) -> float:
        """Return the partial ratio (0 to 100) of the best of the first passages."""
        scores: dict[int, float] = defaultdict(float)
        for word in set(_WORD.findall(claim.casefold())):
            places = self._postings.get(word, [])
            rarity = math.log(1 + (len(self._passages) - len(places) + 0.5) / (len(places) + 0.5))
            for at, count in places:
                scores[at] += rarity * count * (_K1 + 1) / (count + self._norms[at])
        first = sorted(scores, key=lambda at: -scores[at])[:_PASSAGES]
        ratios = [found.score for at in first if (found := partial_ratio_alignment(claim, self._passages[at]))]
        return max(ratios, default=0.0)
