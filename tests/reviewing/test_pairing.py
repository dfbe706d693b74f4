import random

from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.geometry import Span
from reviewer.reviewing.pairing import SAME_PLACE, pairs_by_place, pairs_by_wording
from tests.documents.judged import claim_on
from tests.documents.plain_text import document_of

DOCUMENT = document_of("".join(f"{number:03d} " for number in range(100)))
SPANS = st.tuples(st.integers(0, 399), st.integers(1, 40)).map(lambda at: Span(at[0], min(400, at[0] + at[1])))


def claim_at(span):
    from reviewer.model.anchor import anchor_at
    from reviewer.model.claim import Claim, ClaimKind

    return Claim("c", anchor_at(DOCUMENT, span), ClaimKind.FIGURE)


def claims_of(*texts):
    document = document_of("\n".join(texts))
    return [claim_on(document, text) for text in texts]


@given(st.lists(st.none() | SPANS, max_size=12), st.lists(SPANS, max_size=12))
def test_looking_near_by_only_pairs_as_well_as_comparing_everything(places, spans):
    every = [
        (-place.overlap_over_union(span), i, j)
        for i, place in enumerate(places)
        if place
        for j, span in enumerate(spans)
        if place.overlap_over_union(span) >= SAME_PLACE
    ]
    expected, olds, news = [], set(), set()
    for _, i, j in sorted(every):
        if i not in olds and j not in news:
            expected.append((i, j))
            olds.add(i)
            news.add(j)
    assert pairs_by_place(places, [claim_at(span) for span in spans]) == expected


def test_reworded_claims_are_paired_with_their_own_new_wording():
    old = claims_of("The fare is £72 for a single journey", "Forty people work on the boat all winter")
    new = claims_of("Fifty people work on the boat all winter", "The fare is £27 for a single journey")
    assert sorted(pairs_by_wording(old, new)) == [(0, 1), (1, 0)]


def test_claims_that_share_only_common_words_are_not_paired():
    old = claims_of("The fare is £72 for a single journey")
    new = claims_of("The council is against it, for a reason")
    assert pairs_by_wording(old, new) == []


def test_thousands_of_claims_are_compared_with_their_neighbours_only():
    compared = 0

    class Counted(Span, frozen=True, order=True):
        def overlap_over_union(self, other):
            nonlocal compared
            compared += 1
            return super().overlap_over_union(other)

    starts = sorted(random.Random(7).sample(range(398), 200))
    pairs_by_place([Counted(start, start + 2) for start in starts], [claim_at(Span(at, at + 2)) for at in starts])
    assert compared < 5 * len(starts)
