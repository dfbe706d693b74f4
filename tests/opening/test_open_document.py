import pytest

from reviewer.model.document import BlockKind, Furniture, NoticeCode, RevisionState
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.opening.open_document import read_open_document
from tests.documents.odf_builder import build_odf


def read(body: str, kind: str = "text", **parts):
    return read_open_document("note.odt", build_odf(body, kind, **parts))


def kinds(reading) -> list[tuple[str, str]]:
    return [(block.span.of(reading.text), block.kind.value) for block in reading.blocks]


def test_headings_paragraphs_and_lists_are_told_apart():
    reading = read(
        "<text:h>The boat</text:h><text:p>It is <text:span>back</text:span>.</text:p>"
        "<text:list><text:list-item><text:p>One</text:p></text:list-item></text:list>"
    )
    assert kinds(reading) == [("The boat", "heading"), ("It is back.", "paragraph"), ("One", "list_item")]


def test_spaces_tabs_and_line_breaks_are_kept_and_others_folded():
    reading = read('<text:p>one\n   two<text:s text:c="3"/>three<text:tab/>four<text:line-break/>five</text:p>')
    assert reading.text == "one two   three\tfour\nfive"


def test_rows_of_a_table_stand_on_lines_with_tabs_between_cells():
    row = "<table:table-row><table:table-cell><text:p>{}</text:p></table:table-cell><table:table-cell><text:p>{}</text:p></table:table-cell></table:table-row>"
    reading = read(f"<table:table>{row.format('June', '12,400')}{row.format('July', '9,100')}</table:table>")
    assert reading.text == "June\t12,400\nJuly\t9,100"
    assert {block.kind for block in reading.blocks} == {BlockKind.TABLE_CELL}


def test_the_cells_of_a_sheet_are_read_and_a_million_empty_ones_are_not():
    reading = read(
        '<table:table table:name="Riders"><table:table-row><table:table-cell table:number-columns-repeated="2">'
        '<text:p>5</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row></table:table>',
        "spreadsheet",
    )
    assert reading.text == "Riders\n\n5\t5"


def test_deleted_words_are_kept_beside_the_text():
    reading = read(
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Ann'
        "</dc:creator><dc:date>2026-01-05</dc:date></office:change-info><text:p>never </text:p></text:deletion>"
        '</text:changed-region></text:tracked-changes><text:p>He will <text:change text:change-id="c1"/>go.</text:p>'
    )
    assert reading.text == "He will go."
    (revision,) = reading.revisions
    assert (revision.state, revision.removed_text, revision.author, revision.start) == (
        RevisionState.DELETED,
        "never",
        "Ann",
        8,
    )
    assert [notice.code for notice in reading.notices] == [NoticeCode.TRACKED_CHANGES]


def test_hidden_words_are_no_part_of_the_text():
    hidden = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    reading = read(
        '<text:p>Seen<text:span text:style-name="T1"> and not seen</text:span>.</text:p>'
        '<text:section text:display="none"><text:p>A hidden part.</text:p></text:section>',
        automatic=hidden,
    )
    assert reading.text == "Seen."
    assert [one.removed_text for one in reading.revisions] == ["and not seen", "A hidden part."]
    assert [notice.code for notice in reading.notices] == [NoticeCode.HIDDEN_TEXT]


def test_notes_comments_and_boxes_come_after_the_body():
    reading = read(
        "<text:p>The boat<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A ferry.</text:p>"
        "</text:note-body></text:note> is back<office:annotation><dc:creator>Ann</dc:creator><text:p>Sure?</text:p>"
        "</office:annotation><draw:frame><draw:text-box><text:p>In a box</text:p></draw:text-box></draw:frame>.</text:p>"
    )
    assert kinds(reading) == [
        ("The boat is back.", "paragraph"),
        ("A ferry.", "footnote"),
        ("Sure?", "comment"),
        ("In a box", "text_box"),
    ]


def test_heads_and_feet_of_pages_are_furniture():
    styles = "<office:master-styles><style:master-page><style:header><text:p>The Harbour Post</text:p></style:header></style:master-page></office:master-styles>"
    reading = read("<text:p>Story.</text:p>", styles=styles)
    assert reading.blocks[-1].kind is BlockKind.PAGE_HEADER
    assert reading.blocks[-1].furniture is Furniture.RUNNING_HEAD


def test_the_title_of_the_file_is_its_title():
    assert read("<text:p>Story.</text:p>", title="Night boat").title == "Night boat"


def test_a_file_under_a_password_is_refused():
    with pytest.raises(ReviewerError) as caught:
        read("<text:p>x</text:p>", manifest="<manifest><encryption-data/></manifest>")
    assert caught.value.problem.code is ProblemCode.KIND_NOT_SUPPORTED


def test_broken_xml_and_nested_tags_end_in_a_sentence():
    with pytest.raises(ReviewerError) as caught:
        read("<text:p>open")
    assert caught.value.problem.code is ProblemCode.DAMAGED
    with pytest.raises(ReviewerError) as deep:
        read("<text:section>" * 5000 + "</text:section>" * 5000)
    assert deep.value.problem.code is ProblemCode.TOO_DEEP
