"""One suite for the real wall and its stand-in: what an asker may rely on, whoever answers."""

import threading
import unicodedata

import pytest

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import Opened, OpenFile, Ping, Pixels, Pong, Progress, RenderPage, Step


def problem_of(asker, request, expect=Opened, **options) -> ReviewerError:
    with pytest.raises(ReviewerError) as caught:
        asker.ask(request, expect, **options)
    return caught.value


def test_a_ping_is_answered(asker):
    assert asker.ask(Ping(), Pong) == Pong()


def test_a_file_comes_back_as_a_document_with_its_bytes(asker):
    opened = asker.ask(OpenFile("note.txt", b"The mill closed."), Opened)

    assert opened.documents[0].document.text == "The mill closed."
    assert opened.documents[0].original == b"The mill closed."


def test_ten_megabytes_come_back_unchanged(asker):
    content = bytes(range(256)) * 40_000

    assert asker.ask(OpenFile("large.bin", content), Opened).documents[0].original == content


def test_an_empty_file_travels_like_any_other(asker):
    assert asker.ask(OpenFile("empty.txt", b""), Opened).documents[0].document.text == ""


def test_progress_is_heard_before_the_reply(asker):
    heard: list[Progress] = []

    asker.ask(OpenFile("note.txt", b"words"), Opened, on_progress=heard.append)

    assert heard == [Progress(Step.READING, 1, 2)]


def test_a_page_comes_back_as_pixels(asker):
    pixels = asker.ask(RenderPage("a" * 64, 2, 1.5), Pixels)

    assert (pixels.document, pixels.page, pixels.scale) == ("a" * 64, 2, 1.5)
    assert len(pixels.data) == pixels.stride * pixels.height


def test_a_refusal_keeps_its_code(asker):
    assert problem_of(asker, RenderPage("a" * 64, 99, 1.0), Pixels).problem.code is ProblemCode.NO_PAGES


def test_a_galley_that_cannot_be_loaded_is_refused(asker):
    assert problem_of(asker, RenderPage("refused", 1, 1.0), Pixels).problem.code is ProblemCode.DAMAGED


def test_a_reply_of_the_wrong_type_is_garbled(asker):
    assert problem_of(asker, OpenFile("wrong type", b"")).problem.code is ProblemCode.READER_GARBLED


def test_a_reply_about_another_file_is_garbled(asker):
    assert problem_of(asker, OpenFile("other file", b"abc")).problem.code is ProblemCode.READER_GARBLED


def test_a_set_cancel_is_obeyed_before_anything_is_asked(asker):
    cancel = threading.Event()
    cancel.set()

    error = problem_of(asker, OpenFile("note.txt", b"words"), cancel=cancel)

    assert str(error) == "note.txt was cancelled."


def test_expecting_another_reply_than_the_request_has_is_a_mistake_of_ours(asker):
    with pytest.raises(TypeError, match="Ping is answered with Pong"):
        asker.ask(Ping(), Opened)


HOSTILE_NAMES = {
    "newline": "line one\nline two.txt",
    "right to left": "invoice_‮fdp.exe",
    "very long": "n" * 40_000,
    "lone surrogate": "undecodable-\udcff.txt",
    "null": "a\x00b.txt",
    "path": "../../../etc/passwd",
    "empty": "",
    "braces": "{reason}{0}{name.__class__}.txt",
}


@pytest.mark.parametrize("name", HOSTILE_NAMES.values(), ids=HOSTILE_NAMES.keys())
def test_a_hostile_file_name_travels_and_opens(asker, name):
    opened = asker.ask(OpenFile(name, b"words"), Opened)

    assert opened.documents[0].document.name == name.replace("\udcff", "�")


@pytest.mark.parametrize("name", HOSTILE_NAMES.values(), ids=HOSTILE_NAMES.keys())
def test_a_hostile_file_name_never_breaks_the_sentence(asker, name):
    cancel = threading.Event()
    cancel.set()

    sentence = str(problem_of(asker, OpenFile(name, b"words"), cancel=cancel))

    assert len(sentence) < 300
    assert all(unicodedata.category(character) not in ("Cc", "Cf", "Cs") for character in sentence)


def test_twenty_requests_from_eight_threads_get_their_own_answers(asker):
    contents = [f"request number {number}".encode() for number in range(20)]
    answers: dict[bytes, str] = {}
    todo = list(contents)

    def work():
        while todo:
            try:
                content = todo.pop()
            except IndexError:
                return
            answers[content] = asker.ask(OpenFile("n.txt", content), Opened).documents[0].document.text

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert answers == {content: content.decode() for content in contents}


def test_the_name_in_a_problem_is_the_one_that_was_asked_about(asker):
    error = problem_of(asker, OpenFile("wrong type", b""))

    assert error.problem.arguments["name"] == "wrong type"
