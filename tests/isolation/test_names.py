from reviewer.isolation.names import NameBook, sendable, with_sendable_text
from reviewer.model.analysis import Depth
from reviewer.model.request import Analyse, OpenFile, OpenPastedText, Ping, RenderPage

from .misbehaving_worker import opened_text


def test_ordinary_text_is_sent_as_it_is():
    text = "Zoë paid £3 – 😀"

    assert sendable(text) is text


def test_every_lone_surrogate_becomes_one_replacement_character():
    assert sendable("a\ud800b\udfffc") == "a�b�c"


def test_pasted_text_keeps_its_length():
    request = with_sendable_text(OpenPastedText("n\udcff", "x\ud83dy", "<p>\udc00"))

    assert (request.name, request.text, request.html) == ("n�", "x�y", "<p>�")


def test_a_file_keeps_content_and_password():
    assert with_sendable_text(OpenFile("\udcff", b"\xff", "pass")) == OpenFile("�", b"\xff", "pass")


def test_requests_without_text_are_left_alone():
    assert with_sendable_text(Ping()) == Ping()


def test_requests_are_spoken_of_by_the_name_of_their_file():
    document = opened_text("note.txt", b"words").documents[0].document

    assert NameBook().name_of(OpenFile("a.pdf", b"")) == "a.pdf"
    assert NameBook().name_of(Analyse(document, Depth.FULL)) == "note.txt"


def test_a_page_is_spoken_of_by_the_name_of_the_document_opened_before():
    opened = opened_text("note.txt", b"words")
    book = NameBook()
    book.remember(opened)

    assert book.name_of(RenderPage(opened.documents[0].document.id, 1, 1.0)) == "note.txt"
    assert book.name_of(RenderPage("unknown", 1, 1.0)) == "The page"
