import msgspec

from reviewer.exporting.redaction_log import log_rows, mark_box
from reviewer.model.redaction import HiddenWord, RedactionMark
from reviewer.model.review import Review
from tests.documents.review_builder import CHECKER, ReviewBuilder


def marked_outside() -> Review:
    builder = ReviewBuilder("Pier to close\nThe board would not say why.\n")
    letter = builder.source("letter.txt", "We were told to wait.\n")
    targets = HiddenWord(builder.article.id, "Ada Quill"), HiddenWord(letter.id, "Brackenfold")
    marks = tuple(RedactionMark(str(number), target, "R2", CHECKER) for number, target in enumerate(targets, 1))
    builder.desk = msgspec.structs.replace(builder.desk, marks=marks)
    return builder.build()


def test_a_word_outside_the_text_is_logged_by_its_document_alone():
    review = marked_outside()
    rows = log_rows(review)
    assert [row.place for row in rows] == ["Article, outside the text", "S1, outside the text"]
    assert {(row.box, row.reason, row.state) for row in rows} == {("–", "R2", "Applied in this packet.")}
    assert not [cell for row in rows for cell in row.cells if "Quill" in cell or "Brackenfold" in cell]


def test_a_word_outside_the_text_has_no_box():
    review = marked_outside()
    assert [mark_box(review, mark) for mark in review.desk.marks] == [None, None]
