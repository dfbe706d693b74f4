import msgspec
import pytest

from reviewer.model.geometry import Box, Span
from reviewer.model.redaction import HiddenWord, PageArea, RedactionMark
from reviewer.redacting.text_cuts import (
    galley_marks,
    has_kept_places,
    marked_words,
    stands_uncut,
    telling_words,
    text_cuts,
)
from tests.documents.review_builder import CHECKER, ReviewBuilder

ARTICLE = "Pier closed\nThe engineer Brackenfold wrote it.\nBrackenfold’s men knew.\n"
MAIL = "Dear board\nBrackenfold came by.\nYours, Brackenfold of 4 Quay Lane\n"


@pytest.fixture
def builder():
    made = ReviewBuilder(ARTICLE)
    made.mail = made.source("mail.txt", MAIL)
    return made


def cut_words(builder, document, keeping=True):
    marks = builder.desk.marks
    words = marked_words(tuple(builder.documents.values()), marks)
    return [document.text[cut.start : cut.end] for cut in text_cuts(document, marks, words, keeping)]


def test_the_marked_place_goes_and_others_of_the_same_document_stay(builder):
    builder.mark(builder.article, "Brackenfold")
    assert cut_words(builder, builder.article) == ["Brackenfold"]


def test_an_ending_goes_with_the_marked_word(builder):
    builder.mark(builder.article, "Brackenfold", after="it.")
    assert cut_words(builder, builder.article) == ["Brackenfold’s"]


def test_in_a_document_without_such_a_mark_every_place_goes(builder):
    builder.mark(builder.article, "Brackenfold")
    assert cut_words(builder, builder.mail) == ["Brackenfold", "Brackenfold"]


def test_places_that_no_mark_covers_are_told_apart(builder):
    builder.mark(builder.article, "Brackenfold")
    words = marked_words(tuple(builder.documents.values()), builder.desk.marks)
    assert [cut.marked for cut in text_cuts(builder.article, builder.desk.marks, words)] == [True]
    assert [cut.marked for cut in text_cuts(builder.mail, builder.desk.marks, words)] == [False, False]


def test_nothing_stays_when_nothing_is_to_be_kept(builder):
    builder.mark(builder.article, "Brackenfold")
    assert cut_words(builder, builder.article, keeping=False) == ["Brackenfold", "Brackenfold’s"]


def test_it_is_known_where_words_were_kept(builder):
    builder.mark(builder.article, "Brackenfold")
    words = marked_words(tuple(builder.documents.values()), builder.desk.marks)
    assert has_kept_places(builder.article, builder.desk.marks, words)
    assert not has_kept_places(builder.mail, builder.desk.marks, words)
    assert stands_uncut(builder.article, text_cuts(builder.article, builder.desk.marks, words), "Brackenfold")


def test_a_passage_over_several_blocks_is_cut_in_each_of_them(builder):
    builder.mark(builder.mail, "came by.\nYours")
    assert cut_words(builder, builder.mail) == ["came by.", "Yours"]


def test_words_under_an_area_go_line_by_line(builder):
    first = next(iter(builder.mail.pages[0].words)).box
    area = PageArea(builder.mail.id, 1, Box(first.x0 - 2, first.y0 - 2, first.x1 + 2, first.y1 + 2))
    mark = RedactionMark("m1", area, "R2", CHECKER)
    builder.desk = msgspec.structs.replace(builder.desk, marks=(mark,))
    assert cut_words(builder, builder.mail) == ["Dear"]


def test_a_galley_loses_what_its_text_loses(builder):
    builder.mark(builder.article, "Brackenfold")
    words = marked_words(tuple(builder.documents.values()), builder.desk.marks)
    marks = galley_marks(builder.mail, builder.desk.marks, words, keeping=True)
    assert [mark.target.span for mark in marks] == [Span(11, 22), Span(39, 50)]
    assert galley_marks(builder.article, (), marked_words((builder.article,), ()), keeping=True) == ()


def test_a_name_inside_a_marked_sentence_tells_when_it_stands_nowhere_else(builder):
    builder.mark(builder.mail, "Yours, Brackenfold of 4 Quay Lane", "R5")
    documents, marks = tuple(builder.documents.values()), builder.desk.marks
    words = marked_words(documents, marks)
    cuts = {one.id: text_cuts(one, marks, words) for one in documents}
    assert telling_words(documents, cuts) == {"Yours": "R5", "Quay": "R5", "Lane": "R5"}


def test_a_word_marked_outside_a_text_stays_in_that_text_and_goes_from_the_others(builder):
    mark = RedactionMark("m1", HiddenWord(builder.mail.id, "Brackenfold"), "R2", CHECKER)
    builder.desk = msgspec.structs.replace(builder.desk, marks=(mark,))
    assert cut_words(builder, builder.mail) == []
    assert cut_words(builder, builder.article) == ["Brackenfold", "Brackenfold’s"]
    words = marked_words(tuple(builder.documents.values()), builder.desk.marks)
    assert has_kept_places(builder.mail, builder.desk.marks, words)


def test_a_word_marked_outside_the_text_of_a_document_that_is_gone_still_counts(builder):
    mark = RedactionMark("m1", HiddenWord("0" * 64, "Ilse  Tarn"), "R2", CHECKER)
    words = marked_words((builder.article,), (mark,))
    assert (words.terms, words.reasons) == (("Ilse Tarn",), {"Ilse Tarn": "R2"})
