import pytest

from reviewer.gui.page_requests import PageRequests
from reviewer.gui.storage import Storage
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import OpenedDocument, Pixels
from reviewer.reviewing.session import Session
from tests.documents.plain_text import document_of
from tests.window.desk_builders import GalleyAsker, ferry_review

DOCUMENT = document_of("The fare is £27.\n")


@pytest.fixture
def storage(qapp, tmp_path):
    made = Storage(lambda: tmp_path)
    yield made
    made.close()


def test_a_new_review_file_is_named_after_the_first_document(storage):
    file = storage.make_file("../Fähre & Fahrpreis.html")
    assert file.path.name.startswith("Fähre - Fahrpreis-")
    assert file.path.suffix == ".review"
    file.close()


def test_bytes_and_galley_come_out_of_the_adopted_file(storage):
    file = storage.make_file("a.txt")
    storage.adopt(file)
    Session(file).receive_documents([OpenedDocument(DOCUMENT, b"words", b"%PDF")])
    assert (storage.original(DOCUMENT.id), storage.galley(DOCUMENT.id)) == (b"words", b"%PDF")


def test_without_a_file_there_are_no_bytes(storage):
    with pytest.raises(KeyError):
        storage.galley("nothing")


def test_an_adopted_file_closes_the_one_before(storage):
    first, second = storage.make_file("a.txt"), storage.make_file("b.txt")
    storage.adopt(first)
    storage.adopt(second)
    reopened, _session = storage.open_file(first.path)
    assert not reopened.is_read_only
    reopened.close()


class Refusing:
    def ask(self, request, expect, *, on_progress=None, cancel=None):
        raise ReviewerError(ProblemCode.READER_DIED, name="statement.txt")


def test_a_page_arrives_as_pixels(qtbot):
    builder = ferry_review()
    pages = PageRequests(GalleyAsker(builder.galleys))
    with qtbot.waitSignal(pages.ready) as ready:
        pages.request(builder.article.id, 1, 1.0)
    pages.close()
    assert isinstance(ready.args[0], Pixels)
    assert (ready.args[0].document, ready.args[0].page) == (builder.article.id, 1)


def test_a_page_that_cannot_be_drawn_is_a_problem(qtbot):
    pages = PageRequests(Refusing())
    with qtbot.waitSignal(pages.failed) as failed:
        pages.request("x", 1, 1.0)
    pages.close()
    assert failed.args[0].code is ProblemCode.READER_DIED


def test_after_closing_nothing_is_asked(qtbot):
    asker = GalleyAsker({})
    pages = PageRequests(asker)
    pages.close()
    pages.request("x", 1, 1.0)
    assert asker.requests == []
