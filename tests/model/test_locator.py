from reviewer.model.geometry import Span
from reviewer.model.locator import Locator, line_boxes, locate_on_pages
from tests.documents.plain_text import LINES_A_PAGE, document_of


def span_of(document, words):
    start = document.text.index(words)
    return Span(start, start + len(words))


def test_a_passage_within_a_line_is_located_by_page_and_line():
    document = document_of("One line\nThe fare is £27\nLast line")
    assert str(locate_on_pages(document, span_of(document, "£27"))) == "p1 l2"


def test_a_passage_over_lines_names_the_first_and_the_last():
    document = document_of("word " * 30)
    assert str(locate_on_pages(document, Span(0, 149))) == "p1 l1-3"


def test_a_passage_over_pages_names_both():
    text = "\n".join(f"line {number}" for number in range(1, LINES_A_PAGE + 3))
    document = document_of(text)
    span = Span(text.index("line 40"), text.index("line 42"))
    assert str(locate_on_pages(document, span)) == "p1 l40-p2 l1"


def test_a_stretch_without_words_has_no_place():
    document = document_of("One\n\nTwo")
    assert locate_on_pages(document, Span(3, 5)) is None


def test_each_line_of_a_passage_has_one_box_round_its_words():
    document = document_of("alpha beta\ngamma delta")
    boxes = line_boxes(document, span_of(document, "beta\ngamma"))
    assert [(one.page, one.line) for one in boxes] == [(1, 1), (1, 2)]
    assert boxes[0].box.x0 > boxes[1].box.x0


def test_a_word_covered_in_part_gives_that_part_of_its_box():
    document = document_of("“fully")
    whole = line_boxes(document, Span(0, 6))[0].box
    letters = line_boxes(document, Span(1, 6))[0].box
    assert letters.x0 == whole.x0 + whole.width / 6
    assert letters.x1 == whole.x1


def test_the_short_form_of_one_line_says_it_once():
    assert str(Locator(3, 7, 3, 7)) == "p3 l7"
