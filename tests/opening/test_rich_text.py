import pytest

from reviewer.model.document import BlockKind, Furniture, NoticeCode, RevisionState
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.opening.open import open_file
from reviewer.opening.rich_text import read_rich_text


def read(body: str, head: str = r"\ansi\ansicpg1252\deff0"):
    return read_rich_text("note.rtf", f"{{\\rtf1{head} {body}}}".encode("latin-1"))


def test_paragraphs_and_signs_are_read():
    assert read(r"She said \ldblquote no\rdblquote .\par It\rquote s 5\~km \emdash far.").text == (
        "She said “no”.\n\nIt’s 5\u00a0km —far."
    )


def test_letters_come_from_the_code_page_the_font_and_unicode():
    fonts = r"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}{\f2\fcharset128 C;}}"
    assert read(fonts + r"\f0 caf\'e9 {\f1\'cf\'f0\'e8} {\f2\'93\'fa\'96\'7b} \u8364?5 \u-10179?\u-8704?").text == (
        "café При 日本 €5 \U0001f600"
    )


def test_what_stands_for_a_unicode_letter_in_old_programs_is_skipped():
    assert read(r"{\uc2 \u8364EU5}{\uc0 \u8364 5}").text == "€5€5"


def test_hidden_and_deleted_words_are_kept_beside_the_text():
    reading = read(r"Seen{\v  not seen}{\deleted  gone} words.")
    assert reading.text == "Seen words."
    assert [(one.state, one.removed_text) for one in reading.revisions] == [
        (RevisionState.HIDDEN, " not seen"),
        (RevisionState.DELETED, " gone"),
    ]
    assert {notice.code for notice in reading.notices} == {NoticeCode.HIDDEN_TEXT, NoticeCode.TRACKED_CHANGES}


def test_cells_of_a_table_are_parted_by_tabs_and_rows_by_lines():
    row = r"\trowd\intbl {}\cell {}\cell\row"
    reading = read(f"Before.\\par {row.format('A', 'B')}{row.format('C', 'D')}\\pard After.\\par")
    assert reading.text == "Before.\n\nA\tB\nC\tD\n\nAfter."
    assert [block.kind for block in reading.blocks].count(BlockKind.TABLE_CELL) == 4


def test_notes_come_after_the_body_and_heads_of_pages_last():
    reading = read(r"{\header The Post\par}The boat{\footnote A ferry.} is back.\par")
    assert reading.text == "The boat is back.\n\nA ferry.\n\nThe Post"
    assert reading.blocks[1].kind is BlockKind.FOOTNOTE
    assert reading.blocks[2].furniture is Furniture.RUNNING_HEAD


def test_fields_show_their_result_and_not_their_code():
    assert read(r'See {\field{\*\fldinst HYPERLINK "https://x.example"}{\fldrslt the site}}.').text == "See the site."


def test_pictures_objects_and_unknown_destinations_hold_no_text():
    reading = read(r"One{\pict\pngblip 89504e47}{\*\unknown secret}{\object{\*\objdata 0105}{\result  two}}.")
    assert reading.text == "One two."
    assert [notice.code for notice in reading.notices] == [NoticeCode.PART_NOT_READ]


def test_raw_data_is_jumped_over():
    whole = b"{\\rtf1 One{\\pict\\bin8 }}}{{{{\\} two.}"
    assert read_rich_text("note.rtf", whole).text == "One two."


def test_the_title_in_its_properties_is_the_title():
    assert read(r"{\info{\title Night boat}{\author Ann}}Story.\par").title == "Night boat"


@pytest.mark.parametrize("body", ["", r"\par\par", "}}}}{{{{", r"\'", r"\u", "{" * 300 + "x", r"\cell\row\cell", "\\"])
def test_odd_input_does_no_harm(body):
    assert isinstance(read(body).text, str)


def test_groups_nested_without_end_are_refused():
    with pytest.raises(ReviewerError) as caught:
        read("{" * 3000)
    assert caught.value.problem.code is ProblemCode.TOO_DEEP


def test_a_file_is_told_by_its_first_letters_whatever_its_name():
    (opened,) = open_file("note.doc", b"{\\rtf1 The boat is back.\\par}")
    assert opened.document.media_type == "application/rtf"
