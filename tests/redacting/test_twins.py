"""Another word in the place of a marked one, and nothing else changed."""

import msgspec

from reviewer.model.anchor import locate
from reviewer.model.geometry import Span
from reviewer.model.packet import PacketRedaction, TextCut
from reviewer.redacting.twins import Twins
from reviewer.text.needles import Needles
from tests.documents.marked_review import KEPT, NAME, marked_review
from tests.documents.review_builder import ReviewBuilder

LETTER = "Pier to close\nThe engineer was Page of Tarn.\nPage 3 says more.\n"


def twins_of(text, word):
    builder = ReviewBuilder(text)
    at = text.index(word)
    cut = TextCut(at, at + len(word), "R2")
    return builder.build(), Twins(builder.build(), {builder.article.id: (cut,)}, (word,))


def test_the_word_is_nonsense_in_the_cut_and_stays_outside_it():
    review, twins = twins_of(LETTER, "Page")
    twin = twins.twin(review)
    assert len(twin.article.text) == len(LETTER)
    assert not Needles(("Page",)).find(twin.article.text[:42])
    assert twin.article.text.endswith("of Tarn.\nPage 3 says more.\n")
    assert twin.article.id == review.article.id


def test_case_length_and_endings_of_the_word_stay():
    _, twins = twins_of(LETTER, "Page")
    assert [len(twins.swapped(words)) for words in ("Page's", "PAGES", "page")] == [6, 5, 4]
    assert twins.swapped("Page's").endswith("'s")
    assert twins.swapped("PAGE").isupper()
    assert twins.swapped("the pager of page") != "the pager of page"
    assert twins.swapped("the pager").endswith("pager")


def test_figures_become_other_figures():
    _, twins = twins_of("Pier to close\nRing 34 today.\n", "34")
    assert twins.swapped("34 and 134") == "67 and 134"


def test_terms_are_changed_with_their_reasons_and_cuts_stay():
    _, twins = twins_of(LETTER, "Page")
    cuts = {"a": (TextCut(1, 2),)}
    new = twins.redaction(PacketRedaction(cuts, ("Ellen Page", "Tarn"), {"Ellen Page": "R2"}))
    assert new.cuts == cuts
    assert new.terms[1] == "Tarn"
    assert list(new.reasons.items()) == [(new.terms[0], "R2")]
    assert "Page" not in new.terms[0]


def test_every_string_of_a_review_is_changed_and_every_anchor_still_stands():
    review = marked_review().build()
    cuts = {
        key: tuple(TextCut(match.span.start, match.span.end) for match in Needles((NAME,)).find(document.text))
        for key, document in review.documents.items()
    }
    twin = Twins(review, cuts, (NAME,)).twin(review)
    assert not Needles((NAME,)).find(msgspec.json.encode(twin).decode())
    assert KEPT in twin.article.text
    for claim in twin.claims:
        assert locate(claim.anchor, twin.article) == Span(claim.anchor.start, claim.anchor.end)
    assert [claim.id for claim in twin.claims] == [claim.id for claim in review.claims]
