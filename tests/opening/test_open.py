import hashlib
import random

import pytest

from reviewer.model.document import NoticeCode
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import Progress, Step
from reviewer.opening import limits
from reviewer.opening import open as opening
from reviewer.opening.open import open_file, open_pasted
from tests.documents.docx_builder import build_docx, build_zip, paragraph
from tests.documents.html_builder import build_page
from tests.documents.mail_builder import build_mail, text_part

STORY = b"Night boats to return\n\nBy Ada Quill\n\nThe Sanderling will sail from Port Maren from 1 November.\n"


def code_of(name: str, content: bytes) -> ProblemCode:
    with pytest.raises(ReviewerError) as caught:
        open_file(name, content)
    return caught.value.problem.code


def only(name: str, content: bytes):
    (opened,) = open_file(name, content)
    return opened.document


def test_a_document_is_known_by_the_hash_of_its_bytes():
    (opened,) = open_file("story.txt", STORY)
    assert opened.document.id == hashlib.sha256(STORY).hexdigest()
    assert opened.original == STORY
    assert opened.galley.startswith(b"%PDF")
    assert opened.document.typeset


def test_a_plain_text_file_is_its_own_text():
    assert only("story.txt", STORY).text == STORY.decode()


def test_headline_and_furniture_are_marked_on_opening():
    document = only("story.txt", STORY)
    assert [(block.kind.value, block.furniture) for block in document.blocks] == [
        ("headline", None),
        ("paragraph", "byline"),
        ("paragraph", None),
    ]


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("story.txt", STORY, "text/plain"),
        ("story.html", build_page("<h1>Boat</h1><p>It sailed.</p>"), "text/html"),
        ("story.eml", build_mail(text_part("It sailed.")), "message/rfc822"),
        (
            "story.docx",
            build_docx(paragraph("It sailed.")),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
    ],
)
def test_every_kind_gets_blocks_and_pages_in_order(name, content, media_type):
    document = only(name, content)
    assert document.media_type == media_type
    assert document.pages[0].start == 0 and document.pages[-1].end == len(document.text)
    ends = [0, *(block.end for block in document.blocks)]
    assert all(block.start >= end for block, end in zip(document.blocks, ends, strict=False))
    assert len(document.pages[0].words) == len(document.text.split())


def test_an_empty_file_is_said_to_be_empty():
    assert code_of("story.txt", b"") is ProblemCode.EMPTY_FILE


def test_a_file_of_white_space_holds_no_text():
    assert code_of("story.txt", b" \n\n\t") is ProblemCode.NO_TEXT
    assert code_of("story.html", build_page("<script>x</script>", "")) is ProblemCode.NO_TEXT
    assert code_of("story.docx", build_docx(paragraph(""))) is ProblemCode.NO_TEXT


def test_a_kind_that_is_not_read_is_refused_by_name():
    with pytest.raises(ReviewerError) as caught:
        open_file("boat.gz", b"\x1f\x8b\x08\x00" + bytes(20))
    assert str(caught.value) == (
        "boat.gz is a kind of file that Reviewer does not read (gzip archive); save it as PDF, DOCX, HTML or plain text."
    )


def test_a_shortcut_to_the_web_is_never_followed():
    assert code_of("boat.url", b"[InternetShortcut]\r\nURL=https://harbourpost.example/\r\n") is ProblemCode.WEB_ADDRESS


def test_a_file_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(opening, "TEXT_LIMIT", 10)
    assert code_of("story.txt", STORY) is ProblemCode.FILE_TOO_LARGE
    assert limits.in_words(limits.TEXT_LIMIT) == "32 MB"


def test_a_zip_bomb_in_the_dress_of_a_docx_is_refused():
    bomb = build_zip({"word/document.xml": b"\0" * (9 * 1024 * 1024)})
    assert code_of("draft.docx", bomb) is ProblemCode.EXPANDS_TOO_FAR


def test_a_megabyte_of_nested_boxes_is_refused():
    assert code_of("page.html", b"<html><body>" + b"<div>" * 200_000) is ProblemCode.TOO_DEEP


def test_a_name_with_a_line_end_and_a_direction_mark_breaks_no_sentence():
    with pytest.raises(ReviewerError) as caught:
        open_file("a\nb\u202etxt.exe", b"MZ\x90\x00\x03\x00" + bytes(range(256)))
    assert "\n" not in str(caught.value) and "\u202e" not in str(caught.value)


@pytest.mark.parametrize("seed", range(12))
def test_garbage_is_refused_with_a_sentence_and_never_crashes(seed):
    garbage = random.Random(seed).randbytes(3_000)
    for name in ("a.txt", "a.docx", "a.html", "a.eml", "a.bin"):
        with pytest.raises(ReviewerError):
            open_file(name, garbage)


@pytest.mark.parametrize("seed", range(40))
def test_a_spoilt_file_is_read_or_refused_and_never_crashes(seed):
    chance = random.Random(seed)
    whole = {
        "a.docx": build_docx(paragraph("The boat sailed. " * 20), headers=[paragraph("Head")], title="x"),
        "a.eml": build_mail(text_part("The boat sailed.")),
        "a.html": build_page("<h1>Boat</h1><p>It sailed.</p>"),
        "a.txt": STORY,
    }
    for name, content in whole.items():
        spoilt = bytearray(content)
        for _ in range(chance.randint(1, 12)):
            spoilt[chance.randrange(len(spoilt))] = chance.randrange(256)
        try:
            for opened in open_file(name, bytes(spoilt[: chance.randint(1, len(spoilt))])):
                assert opened.document.pages
        except ReviewerError as error:
            assert str(error).endswith((".", ";", "again.", "scan."))


def test_zero_characters_and_lone_marks_are_typeset_without_harm():
    assert only("a.txt", b"One\x00two and three four five six seven \xef\xbf\xbe.\n").text.startswith("One\x00two")


def test_progress_is_reported_by_its_steps():
    steps: list[Progress] = []
    open_file("story.txt", STORY, progress=steps.append)
    assert [progress.step for progress in steps] == [Step.READING, Step.TYPESETTING]


def test_an_embargo_line_becomes_a_notice():
    document = only(
        "release.txt", b"EMBARGOED UNTIL 00:01 GMT 12 FEBRUARY 2026\n\nBoat back\n\nThe boat is back, it said."
    )
    notice = next(n for n in document.notices if n.code is NoticeCode.EMBARGO)
    assert notice.arguments == {"text": "EMBARGOED UNTIL 00:01 GMT 12 FEBRUARY 2026"}


def test_pasted_text_is_a_document_like_any_other():
    (opened,) = open_pasted("Pasted text", "Boat back\n\nThe boat is back.")
    assert (opened.document.media_type, opened.document.text) == ("text/plain", "Boat back\n\nThe boat is back.")


def test_pasted_html_is_preferred_when_it_marks_paragraphs():
    html = "<!--StartFragment--><h1>Boat back</h1><p>The boat is back.</p><!--EndFragment-->"
    (opened,) = open_pasted("Pasted text", "Boat back The boat is back.", html)
    assert [block.kind.value for block in opened.document.blocks] == ["headline", "paragraph"]


def test_pasted_html_that_lost_words_is_not_preferred():
    (opened,) = open_pasted("Pasted text", "Boat back\n\nThe boat is back.", "<p>Boat</p>")
    assert opened.document.media_type == "text/plain"


def test_a_pasted_address_is_not_fetched():
    with pytest.raises(ReviewerError) as caught:
        open_pasted("Pasted text", " https://harbourpost.example/boat ")
    assert caught.value.problem.code is ProblemCode.WEB_ADDRESS


def test_pasting_nothing_is_said():
    with pytest.raises(ReviewerError) as caught:
        open_pasted("Pasted text", "  ")
    assert caught.value.problem.code is ProblemCode.EMPTY_FILE


def test_half_a_character_from_the_clipboard_does_no_harm():
    (opened,) = open_pasted("Pasted text", "The boat \ud83d is back.")
    assert opened.document.text == "The boat \N{REPLACEMENT CHARACTER} is back."
