from reviewer.model.document import NoticeCode
from reviewer.opening.docx import read_docx
from reviewer.opening.open import open_file
from tests.documents.docx_builder import build_docx, deleted, inserted, paragraph, run

STORY = "The council voted on Thursday to keep the swimming pool open for another year, after a long and angry debate."


def notices(content: bytes) -> dict[NoticeCode, dict[str, str]]:
    return {notice.code: notice.arguments for notice in read_docx("draft.docx", content).notices}


def test_tracked_changes_hidden_words_and_comments_are_noticed():
    body = paragraph(
        inserted("a", author="Ada Quill"), deleted("b", author="Ned Farrow"), run("c", hidden=True), run("d")
    )
    assert notices(build_docx(body, comments=[("Ada Quill", "Who says?")])) == {
        NoticeCode.TRACKED_CHANGES: {"count": "2", "authors": "Ada Quill, Ned Farrow"},
        NoticeCode.HIDDEN_TEXT: {"count": "1"},
        NoticeCode.COMMENTS: {"count": "1", "authors": "Ada Quill"},
    }


def test_what_is_not_read_is_noticed():
    assert notices(build_docx(paragraph("d"), '<w:altChunk r:id="rId7"/>')) == {
        NoticeCode.PART_NOT_READ: {"part": "embedded document", "count": "1"}
    }


def test_a_clean_file_needs_no_notice():
    assert notices(build_docx(paragraph("The boat sailed."))) == {}


def test_a_story_pasted_with_line_breaks_is_parted():
    (opened,) = open_file("draft.docx", build_docx(paragraph(f"Pool stays open\n\nBy Ada Quill\n\n{STORY}")))
    document = opened.document
    assert [(block.kind.value, block.span.of(document.text)) for block in document.blocks] == [
        ("headline", "Pool stays open"),
        ("paragraph", "By Ada Quill"),
        ("paragraph", STORY),
    ]
    assert document.blocks[1].furniture == "byline"


def test_headings_are_told_by_form_where_no_style_names_them():
    (opened,) = open_file("draft.docx", build_docx(*map(paragraph, ("Pool stays open", STORY, "The money", STORY))))
    assert [block.kind.value for block in opened.document.blocks] == ["headline", "paragraph", "heading", "paragraph"]


def test_page_headers_and_comments_are_furniture():
    content = build_docx(paragraph(STORY), headers=[paragraph("DRAFT 2")], comments=[("Ada Quill", "Who says?")])
    (opened,) = open_file("draft.docx", content)
    assert [block.furniture for block in opened.document.blocks] == [None, "running_head", "other"]
