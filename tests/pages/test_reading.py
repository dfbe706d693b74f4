import io

import pikepdf
import pytest

from reviewer.model.document import Block, BlockKind, Furniture, NoticeCode
from reviewer.pages.mupdf import Pdf
from reviewer.pages.reading import PdfReading, page_ranges, read_pdf_pages
from tests.documents.pdf_builder import PdfBuilder, simple_pdf

LEFT_STORY = (
    "The night boat between Port Ellin and Aldsund returns in November after six years, the ferry company said. "
    "A single fare will cost 72 pounds and a berth in a shared cabin a further 19 pounds. "
    "Residents of the islands pay half the fare on presentation of a card."
)
RIGHT_STORY = (
    "The council welcomed the plan but asked for fares to be frozen until 2027, which nobody has promised. "
    "Both ships were refitted in Port Ellin over the summer at a cost of several million pounds. "
    "Recruitment of the crews opens next week in both harbours."
)


def read(builder: PdfBuilder) -> PdfReading:
    return read_pdf_pages(Pdf.open(builder.content()))


def blocks_of(reading: PdfReading, kind: BlockKind) -> list[str]:
    return [reading.text[block.start : block.end] for block in reading.blocks if block.kind is kind]


def flowing(text: str) -> str:
    return " ".join(text.split())


def test_words_have_their_place_in_the_text_and_on_the_page():
    reading = read(PdfBuilder().page().text(72, 100, "Night boats return"))

    (night, boats, _) = list(reading.pages[0].words)
    assert reading.text[boats.start : boats.end] == "boats"
    assert night.box.x0 == pytest.approx(72, abs=1)
    assert night.box.y0 < 100 < night.box.y1


def test_two_columns_are_read_one_after_the_other():
    builder = PdfBuilder().page()
    builder.paragraph(50, 150, 230, LEFT_STORY).paragraph(315, 150, 230, RIGHT_STORY)

    reading = read(builder)

    assert flowing(reading.text) == f"{LEFT_STORY} {RIGHT_STORY}"


def test_three_columns_are_read_from_left_to_right():
    builder = PdfBuilder().page()
    for column, story in enumerate((LEFT_STORY, RIGHT_STORY, LEFT_STORY)):
        builder.paragraph(40 + column * 178, 150, 160, story, size=9, leading=11)

    assert flowing(read(builder).text) == f"{LEFT_STORY} {RIGHT_STORY} {LEFT_STORY}"


def test_a_headline_over_both_columns_comes_first_and_one_between_them_parts_them():
    builder = PdfBuilder().page()
    builder.text(50, 90, "Night boats to return to Aldsund after six years", size=20, bold=True)
    builder.paragraph(50, 150, 230, LEFT_STORY).paragraph(315, 150, 230, RIGHT_STORY)
    builder.text(50, 420, "Fares to rise on every other crossing of the company", size=16, bold=True)
    builder.paragraph(50, 450, 230, RIGHT_STORY).paragraph(315, 450, 230, LEFT_STORY)

    reading = read(builder)

    assert flowing(reading.text) == (
        f"Night boats to return to Aldsund after six years {LEFT_STORY} {RIGHT_STORY} "
        f"Fares to rise on every other crossing of the company {RIGHT_STORY} {LEFT_STORY}"
    )
    assert blocks_of(reading, BlockKind.HEADLINE) == ["Night boats to return to Aldsund after six years"]
    assert blocks_of(reading, BlockKind.HEADING) == ["Fares to rise on every other crossing of the company"]


def test_the_short_last_line_of_a_headline_over_columns_belongs_to_it():
    builder = PdfBuilder().page()
    builder.text(50, 90, "Night boats to return to Aldsund after six long", size=20, bold=True)
    builder.text(50, 114, "years", size=20, bold=True)
    builder.paragraph(50, 150, 230, LEFT_STORY).paragraph(315, 150, 230, RIGHT_STORY)

    assert blocks_of(read(builder), BlockKind.HEADLINE) == ["Night boats to return to Aldsund after six long\nyears"]


def test_a_table_at_the_foot_of_a_column_does_not_mix_the_columns():
    builder = PdfBuilder().page()
    builder.paragraph(50, 150, 230, f"{LEFT_STORY} {LEFT_STORY}").paragraph(315, 150, 230, RIGHT_STORY)
    for number, (name, value) in enumerate([("Bakery", "188.1"), ("Chilled", "141.3"), ("Exports", "83.2")]):
        builder.text(315, 300 + 16 * number, name).text(480, 300 + 16 * number, value)

    assert flowing(read(builder).text) == (
        f"{LEFT_STORY} {LEFT_STORY} {RIGHT_STORY} Bakery 188.1 Chilled 141.3 Exports 83.2"
    )


def test_a_table_is_read_row_by_row():
    builder = PdfBuilder().page()
    for number, (name, now, before) in enumerate(
        [
            ("Bakery", "188.1", "176.5"),
            ("Chilled food", "141.3", "135.0"),
            ("Exports", "83.2", "79.8"),
            ("All", "1", "2"),
        ]
    ):
        y = 100 + 16 * number
        builder.text(72, y, name).text(260, y, now).text(400, y, before)

    assert read(builder).text.splitlines()[:2] == ["Bakery\t188.1\t176.5", "Chilled food\t141.3\t135.0"]


def test_lines_of_a_paragraph_end_in_a_line_feed_and_paragraphs_in_two():
    builder = PdfBuilder().page().paragraph(72, 100, 300, LEFT_STORY).paragraph(72, 200, 300, RIGHT_STORY)

    reading = read(builder)

    assert len(reading.blocks) == 2
    assert flowing(reading.text[reading.blocks[0].start : reading.blocks[0].end]) == LEFT_STORY
    assert reading.text.count("\n\n") == 1


def test_an_indent_begins_a_paragraph():
    builder = PdfBuilder().page()
    builder.paragraph(72, 100, 300, LEFT_STORY, indent=14)
    lines = read(builder).text.count("\n") + 1
    builder.paragraph(72, 100 + 14 * lines, 300, RIGHT_STORY, indent=14)

    assert [flowing(text) for text in blocks_of(read(builder), BlockKind.PARAGRAPH)] == [LEFT_STORY, RIGHT_STORY]


def test_a_hyphen_at_the_end_of_a_line_stays_before_the_line_feed():
    reading = read(PdfBuilder().page().text(72, 100, "The new ferry-").text(72, 114, "man took over in spring."))

    assert reading.text == "The new ferry-\nman took over in spring."
    assert len(reading.blocks) == 1


def test_a_sentence_that_runs_into_the_next_column_stays_one_block():
    first, second = (
        "The ferry company said on Tuesday that the boats will",
        "return to the islands in the autumn of next year.",
    )
    builder = PdfBuilder().page()
    builder.paragraph(50, 150, 230, f"{LEFT_STORY} {first}").paragraph(315, 150, 230, f"{second} {RIGHT_STORY}")

    (block,) = read(builder).blocks

    assert block.kind is BlockKind.PARAGRAPH


def test_running_heads_and_page_numbers_are_furniture():
    builder = PdfBuilder()
    for number in (1, 2, 3):
        builder.page().text(72, 40, f"Norrskär Lines annual report 2025 page {number}", size=8)
        builder.paragraph(72, 150, 400, LEFT_STORY if number % 2 else RIGHT_STORY)
        builder.text(290, 815, str(number), size=8)

    reading = read(builder)

    assert len(blocks_of(reading, BlockKind.PAGE_HEADER)) == 3
    assert blocks_of(reading, BlockKind.PAGE_FOOTER) == ["1", "2", "3"]
    assert all(
        block.furniture is (Furniture.RUNNING_HEAD if block.kind is not BlockKind.PARAGRAPH else None)
        for block in reading.blocks
    )


def test_a_sentence_that_runs_over_the_page_is_not_cut_by_foot_and_head():
    builder = PdfBuilder()
    for number, line in enumerate(
        ("The company said on Tuesday that the boats will", "return in autumn. Fares rise.", "Last.")
    ):
        builder.page().text(72, 40, "Annual report", size=8).text(72, 760, line).text(290, 815, str(number), size=8)

    reading = read(builder)

    assert "the boats will\nreturn in autumn." in reading.text
    assert [word.line for word in reading.pages[0].words] == [1, 1, 3] + [2] * 9
    assert blocks_of(reading, BlockKind.PAGE_HEADER) == ["Annual report"] * 3
    starts, ends = [page.start for page in reading.pages], [page.end for page in reading.pages]
    assert starts[1:] == ends[:-1]


def test_a_page_that_differs_from_its_neighbours_keeps_its_first_line_as_text():
    builder = PdfBuilder().page().text(72, 60, "Minutes of the harbour board").page().text(72, 60, "List of members")

    assert blocks_of(read(builder), BlockKind.PAGE_HEADER) == []


def test_printed_line_numbers_do_not_cut_the_sentences_and_number_the_lines():
    builder = PdfBuilder().page()
    for number, line in enumerate(
        [
            "Q. When did you see the boat?",
            "A. It was a quarter past",
            "nine in the evening,",
            "I looked at the clock.",
            "Q. Were you alone?",
            "A. I was.",
        ],
        1,
    ):
        builder.text(60, 100 + 24 * number, str(number)).text(100, 100 + 24 * number, line)

    reading = read(builder)

    assert "past\nnine in the evening,\nI looked" in reading.text
    numbers = {reading.text[word.start : word.end]: word.line for word in reading.pages[0].words}
    assert (numbers["boat?"], numbers["clock."], numbers["alone?"]) == (1, 4, 5)
    assert blocks_of(reading, BlockKind.PAGE_FOOTER) == ["1 2 3 4 5 6"]


def test_lines_are_counted_on_each_page():
    builder = PdfBuilder().page().text(72, 100, "one").text(72, 114, "two").page().text(72, 100, "three")

    lines = [[word.line for word in page.words] for page in read(builder).pages]

    assert lines == [[1, 2], [1]]


@pytest.mark.parametrize(
    ("degrees", "expected"), [(90, (842 - 100, 72)), (180, (595 - 72, 842 - 100)), (270, (100, 595 - 72))]
)
def test_boxes_on_a_rotated_page_are_those_of_the_page_as_displayed(degrees, expected):
    reading = read(PdfBuilder().page().text(72, 100, "Boats").rotated(degrees))
    (page,) = reading.pages
    (word,) = page.words

    assert (page.width, page.height) == ((842, 595) if degrees != 180 else (595, 842))
    x, y = expected
    assert word.box.x0 - 12 <= x <= word.box.x1 + 12
    assert word.box.y0 - 12 <= y <= word.box.y1 + 12
    assert 0 <= word.box.x0 < word.box.x1 <= page.width


def test_boxes_on_a_cropped_page_are_counted_from_the_crop():
    reading = read(PdfBuilder().page().text(172, 200, "Boats").text(20, 20, "outside").cropped(100, 100, 400, 500))
    (page,) = reading.pages
    (word,) = page.words

    assert (page.width, page.height) == (300, 400)
    assert reading.text == "Boats"
    assert (word.box.x0, word.box.y0) == (pytest.approx(72, abs=1), pytest.approx(100, abs=14))


def test_pages_divide_the_text_without_a_gap():
    reading = read(PdfBuilder().page().text(72, 100, "one").page().page().text(72, 100, "three"))

    starts, ends = [page.start for page in reading.pages], [page.end for page in reading.pages]
    assert (starts[0], ends[-1]) == (0, len(reading.text))
    assert starts[1:] == ends[:-1]


def test_every_word_of_the_text_is_on_a_page():
    reading = read(PdfBuilder().page().paragraph(50, 150, 230, LEFT_STORY).paragraph(315, 150, 230, RIGHT_STORY))

    on_pages = [reading.text[word.start : word.end] for page in reading.pages for word in page.words]
    assert on_pages == reading.text.split()


def test_blocks_are_in_order_and_do_not_overlap():
    reading = read(PdfBuilder().page().paragraph(72, 100, 300, LEFT_STORY).paragraph(72, 250, 300, RIGHT_STORY))

    ends = [0, *(block.end for block in reading.blocks)]
    assert all(end <= block.start < block.end for end, block in zip(ends, reading.blocks, strict=False))


def test_a_page_with_only_a_picture_is_noticed():
    builder = PdfBuilder().page().text(72, 100, "Boats")
    for _ in range(2):
        builder.page().image(0, 0, 595, 842)

    (notice,) = read(builder).notices

    assert (notice.code, notice.arguments) == (NoticeCode.IMAGE_ONLY_PAGE, {"page": "2-3", "count": "2"})


def test_an_empty_page_is_no_image_page():
    assert read(PdfBuilder().page()).notices == ()


def test_a_stamp_on_a_scan_does_not_make_it_a_page_of_text():
    builder = PdfBuilder().page().image(0, 0, 595, 842).text(72, 30, "Received 16 September 2025")

    assert [notice.code for notice in read(builder).notices] == [NoticeCode.IMAGE_ONLY_PAGE]


def hidden(builder: PdfBuilder) -> list[tuple[str, str]]:
    notices = read(builder).notices
    return [(n.arguments["page"], n.arguments["reason"]) for n in notices if n.code is NoticeCode.HIDDEN_TEXT]


def test_invisible_text_is_noticed():
    builder = PdfBuilder().page().text(72, 100, "Boats").page().text(72, 100, "unseen", invisible=True)

    assert hidden(builder) == [("2", "invisible")]


def test_white_text_on_bare_paper_is_noticed():
    assert hidden(PdfBuilder().page().text(72, 100, "Boats").text(72, 120, "unseen", grey=1.0)) == [("1", "white")]


def test_white_text_on_a_picture_is_to_be_seen():
    assert hidden(PdfBuilder().page().image(50, 80, 300, 130).text(72, 100, "Boats", grey=1.0)) == []


def test_text_behind_a_scan_is_said_to_be_recognised():
    builder = PdfBuilder().page().image(0, 0, 595, 842)
    for number in range(20):
        builder.text(72, 100 + 14 * number, "The boats return in November", invisible=True)

    assert hidden(builder) == [("1", "recognised")]


def test_progress_is_reported_with_the_number_of_pages():
    builder, seen = PdfBuilder(), []
    for _ in range(45):
        builder.page()

    read_pdf_pages(Pdf.open(builder.content()), lambda done, total: seen.append((done, total)))

    assert seen == [(0, 45), (20, 45), (40, 45)]


def test_list_items_are_blocks_of_their_own():
    builder = (
        PdfBuilder().page().text(72, 100, "The ships carry:").text(72, 114, "1. passengers").text(72, 128, "2. cars")
    )

    assert blocks_of(read(builder), BlockKind.LIST_ITEM) == ["1. passengers", "2. cars"]


def test_text_that_runs_up_the_margin_comes_last():
    builder = PdfBuilder().page().paragraph(72, 100, 300, LEFT_STORY)
    builder.document[0].insert_text((30, 500), "Received 16 September", fontsize=8, rotate=90)

    assert read(builder).text.endswith("\n\nReceived 16 September")


def test_page_numbers_are_listed_in_short():
    assert page_ranges([1, 3, 4, 5, 9]) == "1, 3-5, 9"


def test_a_simple_page_reads_as_its_lines():
    assert read_pdf_pages(Pdf.open(simple_pdf("one", "two"))).text == "one\ntwo"


def test_blocks_name_the_whole_paragraph():
    reading = read_pdf_pages(Pdf.open(simple_pdf("The boats return", "in November.")))

    assert reading.blocks == (Block(0, 29, BlockKind.PARAGRAPH),)


def test_a_poster_with_large_user_units_is_read_and_an_endless_page_is_not():
    def read(unit: float):
        pdf = pikepdf.open(io.BytesIO(simple_pdf("A long wall")))
        pdf.pages[0].obj.UserUnit = unit
        file = io.BytesIO()
        pdf.save(file)
        return read_pdf_pages(Pdf.open(file.getvalue()))

    assert read(40).pages[0].width > 20_000
    assert "A long wall" in read(40).text
    assert read(5000).text == ""
    assert read(5000).notices[0].arguments["reason"] == "damaged"
