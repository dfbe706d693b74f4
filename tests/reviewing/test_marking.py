import msgspec
import pytest

from reviewer.model.analysis import Analysis, Depth, Sensitive, SensitiveKind
from reviewer.model.document import Block, BlockKind
from reviewer.model.geometry import Box, Span
from reviewer.model.redaction import HiddenWord, PageArea
from reviewer.model.review import Desk, Review
from reviewer.model.verdict import Signature
from reviewer.reviewing.marking import (
    area_mark,
    carried_marks,
    hidden_mark,
    is_marked,
    mark_id,
    marked_points,
    marks_at,
    marks_left_behind,
    open_suggestions,
    place_of,
    words_marked,
)
from tests.documents.plain_text import document_of

BY = Signature("MD", "Mara Dunmore", "2026-05-06T10:42:00+01:00")
TEXT = "Call Ilse Tarn-Vey on 01632 960 114.\nShe won’t be named.\nIlse’s desk: ilse@ferry.example"


@pytest.fixture
def document():
    return document_of(TEXT)


def select(document, words):
    at = document.text.index(words)
    return Span(at, at + len(words))


def marked(document, words):
    return [mark.target.exact for mark in marks_at(document, select(document, words), "SRC", BY)]


def review_of(document, *sensitive, marks=()):
    found = Analysis(document.id, Depth.FULL, sensitive=tuple(sensitive))
    desk = Desk(article=document.id, marks=tuple(marks))
    return Review(desk, documents={document.id: document}, analyses={document.id: found})


def test_a_selection_is_marked_with_reason_and_signature(document):
    (mark,) = marks_at(document, select(document, "Ilse Tarn-Vey"), "SRC", BY)
    assert (mark.target.exact, mark.reason, mark.by) == ("Ilse Tarn-Vey", "SRC", BY)


@pytest.mark.parametrize(
    ("selected", "expected"),
    [
        ("lse Tar", ["Ilse Tarn"]),
        (" Ilse ", ["Ilse"]),
        ("Tarn", ["Tarn"]),
        ("-", ["-"]),
        ("32 960 1", ["01632 960 114"]),
        ("Ilse’", ["Ilse’"]),
    ],
)
def test_space_at_the_ends_goes_and_words_cut_are_made_whole(document, selected, expected):
    assert marked(document, selected) == expected


def test_mere_space_is_not_marked(document):
    at = document.text.index("\n")
    assert marks_at(document, Span(at, at + 1), "SRC", BY) == ()


def test_a_selection_over_paragraphs_becomes_one_mark_for_each(document):
    start, end = document.text.index("114"), document.text.index(" be")
    marks = marks_at(document, Span(start, end), "SRC", BY)
    assert [mark.target.exact for mark in marks] == ["114.", "She won’t"]


def test_a_word_is_never_widened_over_the_edge_of_a_cell():
    document = msgspec.structs.replace(
        document_of("NameTarn"), blocks=(Block(0, 4, BlockKind.TABLE_CELL), Block(4, 8, BlockKind.TABLE_CELL))
    )
    assert marked(document, "ame") == ["Name"]
    assert marked(document, "meTa") == ["Name", "Tarn"]


def test_letters_with_marks_and_soft_hyphens_belong_to_the_word():
    document = document_of("by Kova\u0301\u00adcs today")
    assert marked(document, "Kov") == ["Kova\u0301\u00adcs"]


def test_a_selection_of_ideographs_stays_as_it_is():
    document = document_of("記者は田中さんに会った")
    assert marked(document, "田中") == ["田中"]


def test_a_selection_past_the_end_stops_there(document):
    at = document.text.index("ilse@")
    marks = marks_at(document, Span(at, len(document.text) + 40), "SRC", BY)
    assert [mark.target.exact for mark in marks] == ["ilse@ferry.example"]


def test_the_same_place_has_the_same_id_and_another_has_another(document):
    first, again = (marks_at(document, select(document, "Ilse"), code, BY)[0] for code in ("SRC", "PRIV"))
    other = marks_at(document, select(document, "Tarn"), "SRC", BY)[0]
    assert first.id == again.id == mark_id(first.target)
    assert other.id != first.id


def test_an_area_is_cut_to_its_page_whichever_way_it_was_drawn(document):
    page = document.pages[0]
    mark = area_mark(document, 1, Box(page.width + 50, 90, 100, -20), "SRC", BY)
    assert mark.target == PageArea(document.id, 1, Box(100, 0, page.width, 90))


@pytest.mark.parametrize(("page", "box"), [(1, Box(10, 10, 11, 90)), (1, Box(-9, -9, -1, -1)), (7, Box(0, 0, 50, 50))])
def test_a_slip_or_a_page_that_is_not_there_marks_nothing(document, page, box):
    assert area_mark(document, page, box, "SRC", BY) is None


def test_the_words_of_an_area_are_those_whose_middle_lies_in_it(document):
    first = next(iter(document.pages[0].words))
    mark = area_mark(document, 1, Box(first.box.x0 - 1, first.box.y0 - 1, first.box.x1 + 1, first.box.y1 + 1), "", BY)
    assert words_marked(mark, document) == "Call"


def test_a_mark_whose_words_are_gone_stands_nowhere(document):
    (mark,) = marks_at(document, select(document, "Ilse Tarn-Vey"), "SRC", BY)
    other = msgspec.structs.replace(document, text=document.text.replace("Tarn", "Dorn"))
    assert place_of(mark, document) == mark.target.span
    assert place_of(mark, other) is None


def test_a_mark_stands_in_its_own_document_only(document):
    (mark,) = marks_at(document, select(document, "Ilse Tarn-Vey"), "SRC", BY)
    assert place_of(mark, document_of(TEXT, "copy.txt")) is None


def test_an_area_on_a_page_that_is_not_there_is_lost(document):
    mark = area_mark(document, 1, Box(10, 10, 90, 90), "", BY)
    assert place_of(mark, document) == mark.target
    assert place_of(mark, msgspec.structs.replace(document, pages=())) is None


def test_what_is_sensitive_is_suggested_until_it_is_marked(document):
    phone, mail = select(document, "01632 960 114"), select(document, "ilse@ferry.example")
    found = (
        Sensitive(mail.start, mail.end, SensitiveKind.EMAIL),
        Sensitive(phone.start, phone.end, SensitiveKind.PHONE),
    )
    review = review_of(document, *found)
    assert [one.sensitive.kind for one in open_suggestions(review)] == [SensitiveKind.PHONE, SensitiveKind.EMAIL]
    review = review_of(document, *found, marks=marks_at(document, phone, "CONT", BY))
    assert [one.sensitive.kind for one in open_suggestions(review)] == [SensitiveKind.EMAIL]


def test_half_a_number_marked_is_suggested_still(document):
    phone = select(document, "01632 960 114")
    marks = marks_at(document, select(document, "01632"), "CONT", BY)
    review = review_of(document, Sensitive(phone.start, phone.end, SensitiveKind.PHONE), marks=marks)
    assert len(open_suggestions(review)) == 1


def test_two_marks_that_meet_cover_what_they_cover_together(document):
    whole = select(document, "Ilse Tarn-Vey")
    marks = (
        *marks_at(document, select(document, "Ilse"), "", BY),
        *marks_at(document, select(document, "Tarn-Vey"), "", BY),
    )
    assert is_marked(document, whole, marked_points(document, marks))


def test_words_under_an_area_count_as_marked(document):
    first = next(iter(document.pages[0].words))
    area = area_mark(document, 1, Box(0, 0, first.box.x1 + 1, first.box.y1 + 1), "", BY)
    points = marked_points(document, (area,))
    assert is_marked(document, Span(first.start, first.end), points)
    assert not is_marked(document, select(document, "01632 960 114"), points)


def drafts(old, new, *marks):
    desk = Desk(article=new.id, drafts=(old.id,), draft=2, marks=marks)
    return Review(desk, documents={old.id: old, new.id: new})


def test_a_mark_of_an_earlier_draft_becomes_one_of_the_article_with_reason_and_signature(document):
    new = document_of("A new beginning.\n" + TEXT, "draft2.txt")
    (mark,) = marks_at(document, select(document, "Ilse Tarn-Vey"), "SRC", BY)
    ((old, carried),) = carried_marks(drafts(document, new, mark))
    assert old == mark
    assert carried.target.span.of(new.text) == "Ilse Tarn-Vey"
    assert (carried.target.document, carried.reason, carried.by) == (new.id, "SRC", BY)


def test_a_mark_whose_words_left_the_article_and_an_area_stay_behind(document):
    new = document_of("Nothing of it.", "draft2.txt")
    (words,) = marks_at(document, select(document, "Ilse Tarn-Vey"), "SRC", BY)
    area = area_mark(document, 1, Box(10, 10, 90, 90), "", BY)
    review = drafts(document, new, words, area)
    assert carried_marks(review) == ()
    assert marks_left_behind(review) == (words, area)


def test_marks_of_the_article_and_of_sources_are_not_behind(document):
    (mark,) = marks_at(document, select(document, "Ilse"), "SRC", BY)
    assert marks_left_behind(review_of(document, marks=(mark,))) == ()


def test_a_word_outside_the_text_is_marked_on_one_line_and_mere_space_is_not(document):
    mark = hidden_mark(document.id, " Ada\nQuill ", "SRC", BY)
    assert (mark.target, mark.reason, mark.by) == (HiddenWord(document.id, "Ada Quill"), "SRC", BY)
    assert words_marked(mark, document) == "Ada Quill"
    assert hidden_mark(document.id, " \n", "SRC", BY) is None


def test_each_word_outside_the_text_of_each_document_has_an_id_of_its_own(document):
    words = [hidden_mark(id_, word, "", BY).id for id_ in (document.id, "b" * 64) for word in ("Ilse", "Tarn")]
    assert len(set(words)) == 4
    assert hidden_mark(document.id, "Ilse", "SRC", BY).id == words[0]


def test_a_word_outside_the_text_stands_in_its_document_and_on_no_passage(document):
    mark = hidden_mark(document.id, "Ilse", "", BY)
    assert place_of(mark, document) == mark.target
    assert place_of(mark, document_of(TEXT, "copy.txt")) is None
    assert marked_points(document, (mark,)) == frozenset()


def test_a_word_outside_the_text_of_an_earlier_draft_is_carried_to_the_new_one(document):
    new = document_of("Nothing of it.", "draft2.txt")
    mark = hidden_mark(document.id, "Ada Quill", "SRC", BY)
    assert carried_marks(drafts(document, new, mark)) == ((mark, hidden_mark(new.id, "Ada Quill", "SRC", BY)),)
