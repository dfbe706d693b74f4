"""Which old claim a new one continues, without comparing every claim with every other.

An article of 200 pages has thousands of claims: only claims that lie near one another, or that share words, are
compared at all.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from reviewer.model.claim import Claim
from reviewer.model.geometry import Span

SAME_PLACE = 0.5
"""Overlap over union from which two spans are taken for the same claim (the scorers of claim finding use it too)."""

SAME_WORDING = 0.6
"""Similarity of wording (difflib's ratio) from which a claim of a new draft is the old one reworded."""

_WORDINGS_COMPARED = 5
"""New claims that an old one is compared with word by word: those that share most words with it."""

Pair = tuple[float, int, int]


def pairs_by_place(places: Sequence[Span | None], new: Sequence[Claim]) -> list[tuple[int, int]]:
    """Return index pairs of old places and new claims that cover the same words, one to one, best first.

    A place is None when the old claim's words are gone.
    """
    return _one_to_one(_near_one_another(places, new))


def pairs_by_wording(old: Sequence[Claim], new: Sequence[Claim]) -> list[tuple[int, int]]:
    """Return index pairs of old and new claims that are worded alike, one to one, best first."""
    return _one_to_one(_alike(old, new))


def _near_one_another(places: Sequence[Span | None], new: Sequence[Claim]) -> Iterator[Pair]:
    order = sorted(range(len(new)), key=lambda index: new[index].span.start)
    starts = [new[index].span.start for index in order]
    longest = max((claim.span.length for claim in new), default=0)
    for i, place in enumerate(places):
        if place is None:
            continue
        for at in range(bisect_left(starts, place.start - longest), bisect_left(starts, place.end)):
            shared = place.overlap_over_union(new[order[at]].span)
            if shared >= SAME_PLACE:
                yield shared, i, order[at]


def _alike(old: Sequence[Claim], new: Sequence[Claim]) -> Iterator[Pair]:
    holders = _holders_of_words(new)
    for i, claim in enumerate(old):
        shared = Counter(j for word in _words(claim) for j in holders.get(word, ()))
        for j, _ in shared.most_common(_WORDINGS_COMPARED):
            ratio = SequenceMatcher(None, claim.text, new[j].text, autojunk=False).ratio()
            if ratio >= SAME_WORDING:
                yield ratio, i, j


def _holders_of_words(claims: Sequence[Claim]) -> Mapping[str, list[int]]:
    holders: dict[str, list[int]] = defaultdict(list)
    for j, claim in enumerate(claims):
        for word in _words(claim):
            holders[word].append(j)
    often = max(20, len(claims) // 10)
    return {word: found for word, found in holders.items() if len(found) <= often}


def _words(claim: Claim) -> set[str]:
    return set(claim.text.casefold().split())


def _one_to_one(scored: Iterable[Pair]) -> list[tuple[int, int]]:
    olds: set[int] = set()
    news: set[int] = set()
    chosen = []
    for _, i, j in sorted(scored, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if i not in olds and j not in news:
            olds.add(i)
            news.add(j)
            chosen.append((i, j))
    return chosen
