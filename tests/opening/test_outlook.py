import pytest

from reviewer.model.document import NoticeCode
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.opening.open import open_file
from tests.documents.outlook_builder import build_message, compound_file


def test_an_outlook_message_is_read_as_a_mail():
    (opened,) = open_file("note.msg", build_message("The night boat", "The boat is back.\r\n\r\nOdile"))
    document = opened.document
    assert document.text == (
        'From: "Odile Farrant" <o.farrant@tidewatch.example>\nTo: Desk <desk@harbourpost.example>\n'
        "Date: Tue, 16 Sep 2025 10:52:00 +0000\nSubject: The night boat\n\nThe boat is back.\n\nOdile"
    )
    assert document.published == "2025-09-16"
    assert document.media_type == "application/vnd.ms-outlook"


def test_a_body_in_html_is_read_when_there_is_no_other():
    (opened,) = open_file("note.msg", build_message("Boat", html="<p>The café is <b>shut</b>.</p>"))
    assert opened.document.text.endswith("The café is shut.")


def test_files_attached_to_it_become_documents_of_their_own():
    opened = open_file("note.msg", build_message("Boat", "See attached.", files={"notes.txt": b"Some notes. " * 500}))
    assert [one.document.name for one in opened] == ["note.msg", "notes.txt"]
    assert opened[1].document.parent == opened[0].document.id


def test_an_attachment_without_content_is_named_as_not_read():
    (opened,) = open_file("note.msg", build_message("Boat", "See attached.", files={"lost.pdf": b""}))
    notices = [n for n in opened.document.notices if n.code is NoticeCode.ATTACHMENT_NOT_READ]
    assert [notice.arguments["name"] for notice in notices] == ["lost.pdf"]


@pytest.mark.parametrize("share", [0.1, 0.4, 0.7, 0.95])
def test_a_message_cut_short_is_read_or_refused_in_one_sentence(share):
    whole = build_message("Boat", "The boat is back. " * 400, files={"notes.txt": b"Some notes. " * 500})
    try:
        opened = open_file("note.msg", whole[: int(len(whole) * share)])
    except ReviewerError as error:
        assert error.problem.code in (ProblemCode.DAMAGED, ProblemCode.KIND_NOT_SUPPORTED, ProblemCode.NO_TEXT)
    else:
        assert opened


def test_a_compound_file_without_fields_is_damaged():
    broken = compound_file({"__substg1.0_0037001F": "Boat".encode("utf-16-le"), "__properties_version1.0": b""})
    with pytest.raises(ReviewerError) as caught:
        open_file("note.msg", broken)
    assert caught.value.problem.code in (ProblemCode.DAMAGED, ProblemCode.NO_TEXT)
