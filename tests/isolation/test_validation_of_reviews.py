import msgspec
import pytest

from reviewer.isolation.frames import GarbledError
from reviewer.isolation.validation_of_reviews import check_review
from reviewer.model.anchor import Anchor, anchor_at
from reviewer.model.document import Document, Page, WordArray
from reviewer.model.evidence import Difference, DifferenceKind, Evidence
from reviewer.model.geometry import Box, Span
from reviewer.model.redaction import HiddenWord, PageArea, RedactionMark
from reviewer.model.review import Desk, Review
from reviewer.model.source import SourceEntry
from reviewer.model.verdict import Signature

EDITOR = Signature("CP", "Carys Pell", "2026-01-05T09:00:00+00:00")


TEXT = "The fare is 4 crowns."
FARE = Document("a" * 64, "fare.txt", "text/plain", TEXT, (), (Page(1, 595, 842, WordArray(), 0, len(TEXT)),), True)


@pytest.fixture
def document():
    return FARE


def review_of(document, **desk):
    return Review(desk=Desk(article=document.id, **desk), documents={document.id: document})


def marked(document, target):
    return review_of(document, marks=(RedactionMark("m1", target, "privacy", EDITOR),))


def linked(document, **changes):
    evidence = Evidence("c1", anchor_at(document, Span(0, 8)), 1.0, True)
    return review_of(document, links={"c1": (msgspec.structs.replace(evidence, **changes),)})


def test_a_review_whose_places_are_there_is_sound(document):
    check_review(linked(document))
    check_review(marked(document, PageArea(document.id, 1, Box(0, 0, 9, 9))))
    check_review(marked(document, HiddenWord(document.id, "Ilse Tarn")))


def wrong_reviews(document):
    beyond = Anchor(document.id, 0, 99, "The fare is 4 crowns.")
    difference = Difference(DifferenceKind.FIGURE, "4", "5", 90, 91, 12, 13)
    return {
        "no such article": Review(desk=Desk(article="b" * 64), documents={document.id: document}),
        "no such source": review_of(document, sources=(SourceEntry("b" * 64, "S1"),)),
        "a mark past the text": marked(document, beyond),
        "a mark on no page": marked(document, PageArea(document.id, 2, Box(0, 0, 9, 9))),
        "a mark in no document": marked(document, PageArea("b" * 64, 1, Box(0, 0, 9, 9))),
        "a hidden word in no document": marked(document, HiddenWord("b" * 64, "Ilse Tarn")),
        "a mark on no word": marked(document, HiddenWord(document.id, " ")),
        "a link past the text": linked(document, anchor=beyond),
        "a difference past the text": linked(document, differences=(difference,)),
        "an impossible number": msgspec.structs.replace(review_of(document), numbers={"c1": 0}),
    }


@pytest.mark.parametrize("fault", wrong_reviews(FARE))
def test_a_review_with_a_place_that_is_not_there_is_garbled(document, fault):
    with pytest.raises(GarbledError):
        check_review(wrong_reviews(document)[fault])
