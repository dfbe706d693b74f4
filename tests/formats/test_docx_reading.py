from reviewer.formats.docx_reading import DocxText, read_docx_text
from reviewer.model.document import RevisionState
from tests.documents.docx_builder import (
    build_docx,
    content_control,
    deleted,
    field,
    inserted,
    moved_from,
    moved_to,
    paragraph,
    run,
    table,
    text_box,
)


def read(*body: str, **parts) -> DocxText:
    return read_docx_text("draft.docx", build_docx(*body, **parts))


def blocks(document: DocxText) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


def revision(document: DocxText, state: RevisionState):
    return next(found for found in document.revisions if found.state is state)


def test_paragraphs_stand_apart_by_a_blank_line():
    assert read(paragraph("The boat sailed."), paragraph("It came back.")).text == "The boat sailed.\n\nIt came back."


def test_a_tab_a_line_break_and_a_no_break_hyphen_are_kept():
    hyphen = "<w:r><w:noBreakHyphen/></w:r>"
    assert read(paragraph(run("one\ttwo\nre"), hyphen, run("let"))).text == "one\ttwo\nre\u2011let"


def test_inserted_words_stand_in_the_text_with_their_author_and_date():
    document = read(paragraph(run("The boat "), inserted("never ", author="Ada Quill"), run("sailed.")))
    change = revision(document, RevisionState.INSERTED)
    assert document.text == "The boat never sailed."
    assert document.text[change.start : change.end] == "never "
    assert (change.author, change.at) == ("Ada Quill", "2026-01-05T09:00:00Z")


def test_deleted_words_are_kept_beside_the_text_where_they_stood():
    document = read(paragraph(run("The boat "), deleted("never "), run("sailed.")))
    change = revision(document, RevisionState.DELETED)
    assert document.text == "The boat sailed."
    assert (change.start, change.end, change.removed_text) == (9, 9, "never ")


def test_a_moved_passage_stands_only_where_it_went():
    document = read(paragraph(moved_from("The end. ")), paragraph(run("The start. "), moved_to("The end. ")))
    assert document.text == "The start. The end. "
    assert revision(document, RevisionState.MOVED_FROM).removed_text == "The end. "
    moved = revision(document, RevisionState.MOVED_TO)
    assert document.text[moved.start : moved.end] == "The end. "


def test_deletions_by_one_hand_that_adjoin_are_one():
    document = read(paragraph(run("A"), deleted("b"), deleted("c"), run("D")))
    assert [change.removed_text for change in document.revisions] == ["bc"]


def test_words_inserted_and_then_deleted_are_no_text():
    both = inserted("x").replace(run("x"), deleted("gone"))
    assert read(paragraph(run("Here"), both)).text == "Here"


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    mark = '<w:rPr><w:del w:id="3" w:author="Ada Quill" w:date="2026-01-05T09:00:00Z"/></w:rPr>'
    document = read(paragraph("One ", properties=mark), paragraph("and two."))
    assert blocks(document) == [("paragraph", "One and two.")]


def test_a_deleted_table_row_is_no_text():
    row = (
        "<w:tr><w:trPr><w:del w:id='1' w:author='Ada Quill' w:date=''/></w:trPr><w:tc>"
        + paragraph("secret")
        + "</w:tc></w:tr>"
    )
    document = read("<w:tbl><w:tr><w:tc>" + paragraph("kept") + "</w:tc></w:tr>" + row + "</w:tbl>")
    assert document.text == "kept"
    assert revision(document, RevisionState.DELETED).removed_text == "secret"


def test_hidden_words_are_kept_beside_the_text():
    document = read(paragraph(run("Seen."), run("Not seen.", hidden=True)))
    assert document.text == "Seen."
    assert revision(document, RevisionState.HIDDEN).removed_text == "Not seen."


def test_the_words_of_content_controls_and_links_are_read():
    link = f'<w:hyperlink r:id="rId9">{run("the report")}</w:hyperlink>'
    document = read(content_control(paragraph(run("See "), content_control(link), run("."))))
    assert document.text == "See the report."


def test_a_field_shows_its_result_and_not_its_instruction():
    assert read(paragraph(run("Page "), field("PAGE  \\* MERGEFORMAT", "3"), run("."))).text == "Page 3."


def test_a_field_that_never_ends_does_not_swallow_the_next_paragraph():
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert "Still here." in read(paragraph(begin, run("lost")), paragraph("Still here.")).text


def test_a_text_box_is_read_once_and_after_the_body():
    document = read(paragraph(run("Body."), text_box(paragraph("In a box."))), paragraph("More body."))
    assert blocks(document) == [("paragraph", "Body."), ("paragraph", "More body."), ("text_box", "In a box.")]


def test_an_equation_is_read():
    fraction = "<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"
    assert read(paragraph(run("half is "), f"<m:oMath>{fraction}</m:oMath>")).text == "half is 1/2"


def test_a_symbol_of_the_symbol_font_becomes_its_character():
    symbol = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    assert read(paragraph(symbol, run(" 40"))).text == "≥ 40"


def test_styles_tell_headline_standfirst_heading_quote_and_caption():
    document = read(
        paragraph("Boat back", style="Title"),
        paragraph("Six years on", style="Subtitle"),
        paragraph("The money", style="Heading1"),
        paragraph("We did the sums.", style="Quote"),
        paragraph("The boat", style="Caption"),
    )
    assert [kind for kind, _ in blocks(document)] == ["headline", "standfirst", "heading", "quote", "caption"]


def test_numbered_paragraphs_are_list_items():
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    assert blocks(read(paragraph("First", properties=numbered))) == [("list_item", "First")]


def test_cells_of_a_row_are_parted_by_a_tab_and_rows_by_a_line_end():
    document = read(paragraph("Results"), table(("Year", "Fare"), ("2024", "£27")))
    assert document.text == "Results\n\nYear\tFare\n2024\t£27"
    assert [kind for kind, _ in blocks(document)] == ["paragraph"] + ["table_cell"] * 4


def test_a_table_of_one_column_is_a_frame_round_paragraphs():
    assert blocks(read(table(("The whole story in a frame.",)))) == [("paragraph", "The whole story in a frame.")]


def test_a_table_inside_a_cell_is_read_in_that_cell():
    inner = table(("a", "b"))
    outer = f"<w:tbl><w:tr><w:tc>{paragraph('left')}</w:tc><w:tc>{inner}{paragraph('')}</w:tc></w:tr></w:tbl>"
    assert [words.split() for _, words in blocks(read(outer))] == [["left"], ["a", "b"]]


def test_every_part_is_read_after_the_body_in_blocks_of_its_kind():
    document = read(
        paragraph("Body."),
        headers=[paragraph("DRAFT 2")],
        footers=[paragraph("Harbour Post")],
        footnotes=[paragraph("See page 3.")],
        endnotes=[paragraph("Seen on 3 May.")],
        comments=[("Ada Quill", "Who says so?")],
    )
    assert blocks(document) == [
        ("paragraph", "Body."),
        ("page_header", "DRAFT 2"),
        ("page_footer", "Harbour Post"),
        ("footnote", "See page 3."),
        ("footnote", "Seen on 3 May."),
        ("comment", "Who says so?"),
    ]
    assert document.comment_authors == ("Ada Quill",)


def test_a_page_header_that_all_sections_share_is_read_once():
    document = read(paragraph("Body."), headers=[paragraph("DRAFT"), paragraph("DRAFT"), paragraph("Page 2")])
    assert [words for kind, words in blocks(document) if kind == "page_header"] == ["DRAFT", "Page 2"]


def test_the_strict_form_reads_the_same():
    body = (paragraph(run("A "), inserted("b "), deleted("c")), table(("x", "y")))
    assert read(*body, strict=True, footnotes=[paragraph("n")]) == read(*body, footnotes=[paragraph("n")])


def test_what_cannot_be_read_is_named():
    chunk = '<w:altChunk r:id="rId7"/>'
    thing = '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
    assert read(chunk, paragraph(thing)).not_read == ("embedded document", "embedded object Excel.Sheet.12")


def test_the_title_comes_from_the_properties():
    assert read(paragraph("Body."), title="Night boats").title == "Night boats"


def test_blocks_are_in_order_and_never_overlap():
    document = read(
        paragraph("One"), table(("a", "b"), ("", "d")), paragraph(text_box(paragraph("box"))), paragraph("two")
    )
    ends = 0
    for block in document.blocks:
        assert block.start >= ends and block.end > block.start and block.furniture is None
        ends = block.end
