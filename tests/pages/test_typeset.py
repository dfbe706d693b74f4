from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.model.document import Block, BlockKind, Furniture, Page
from reviewer.pages.mupdf import Pdf
from reviewer.pages.styles import LEFT, MEASURE
from reviewer.pages.typeset import Galley, typeset

HARD_CHARACTERS = "a fi\t\n\r\u00a0\u2028\u00ad\u200d\u0301é漢。「」مال،אב1-–/.😀🏽🇬\x00\x07\x1c\ufeff\ud800\ufffd()“"


def words(galley: Galley):
    return [(page, word) for page in galley.pages for word in page.words]


def printed(galley: Galley, text: str) -> list[list[str]]:
    """Return the words of each line of each page."""
    lines: dict[tuple[int, int], list[str]] = {}
    for page, word in words(galley):
        lines.setdefault((page.number, word.line), []).append(text[word.start : word.end])
    return [lines[key] for key in sorted(lines)]


def assert_every_character_is_printed_once(text: str, pages: tuple[Page, ...]) -> None:
    covered = [0] * len(text)
    last = 0
    for page in pages:
        assert page.start <= page.end
        for word in page.words:
            assert page.start <= word.start < word.end <= page.end
            assert word.start >= last
            last = word.end
            for index in range(word.start, word.end):
                covered[index] += 1
    assert [
        count for count, character in zip(covered, text, strict=True) if not character.isspace() and count != 1
    ] == []
    assert [text[i] for i, count in enumerate(covered) if count and text[i].isspace()] == []
    assert [page.start for page in pages] == [0, *(page.end for page in pages[:-1])]
    assert pages[-1].end == len(text)


def assert_boxes_lie_on_the_page(pages: tuple[Page, ...]) -> None:
    for page in pages:
        for word in page.words:
            box = word.box
            assert 0 <= box.x0 < box.x1 <= page.width and 0 <= box.y0 < box.y1 <= page.height


@given(st.text(st.sampled_from(HARD_CHARACTERS), max_size=400))
@settings(max_examples=80, deadline=None)
def test_every_character_that_is_no_space_stands_in_exactly_one_word(text):
    galley = typeset(text, [])

    assert_every_character_is_printed_once(text, galley.pages)
    assert_boxes_lie_on_the_page(galley.pages)


@given(st.lists(st.tuples(st.text(max_size=60), st.sampled_from(BlockKind), st.booleans()), max_size=12))
@settings(max_examples=60, deadline=None)
def test_blocks_of_any_kind_lose_no_word(parts):
    text, blocks = "", []
    for content, kind, is_furniture in parts:
        text += "\n"
        blocks.append(Block(len(text), len(text) + len(content), kind, Furniture.OTHER if is_furniture else None))
        text += content

    galley = typeset(text, blocks)

    assert_every_character_is_printed_once(text, galley.pages)
    assert_boxes_lie_on_the_page(galley.pages)


@given(st.text(st.sampled_from("ab c\n-漢م"), max_size=600))
@settings(max_examples=60, deadline=None)
def test_words_of_one_line_share_their_height_and_do_not_overlap(text):
    for page in typeset(text, []).pages:
        by_line = {}
        for word in page.words:
            by_line.setdefault(word.line, []).append(word.box)
        for boxes in by_line.values():
            assert len({(box.y0, box.y1) for box in boxes}) == 1
            boxes.sort(key=lambda box: box.x0)
            assert all(left.x1 <= right.x0 + 0.51 for left, right in pairwise(boxes))


def test_lines_are_numbered_from_one_on_every_page_and_all_count():
    text = "\n".join(f"line {number}" for number in range(100))

    galley = typeset(text, [])

    assert len(galley.pages) > 1
    for page in galley.pages:
        numbers = sorted({word.line for word in page.words})
        assert numbers == list(range(1, len(numbers) + 1))


def test_the_printed_line_numbers_are_the_numbers_of_the_words():
    text = "Night boats return.\n\nFares rise."

    galley = typeset(text, [Block(0, 19, BlockKind.PARAGRAPH), Block(21, 32, BlockKind.PARAGRAPH)])
    shown, _ = Pdf.open(galley.pdf).page(1).printed_words()

    numbers = {word.text: word.box for word in shown if word.box.x1 < LEFT}
    (first, *_, last) = [word for _, word in words(galley)]
    assert (first.line, last.line) == (1, 2)
    for word in (first, last):
        number = numbers[str(word.line)]
        assert number.y0 < word.box.y1 and number.y1 > word.box.y0


def test_words_are_printed_where_their_boxes_say():
    text = "The Kittiwake and the Fulmar, each carrying up to 410 passengers, will share the route."

    galley = typeset(text, [])
    shown, _ = Pdf.open(galley.pdf).page(1).printed_words()

    places = {(round(word.box.x0), word.text) for word in shown}
    for _, word in words(galley):
        assert (round(word.box.x0), text[word.start : word.end]) in places


def test_long_paragraphs_keep_within_the_measure():
    text = "the night boat is a lifeline and not a luxury " * 40

    boxes = [word.box for _, word in words(typeset(text, []))]

    assert min(box.x0 for box in boxes) == LEFT
    assert max(box.x1 for box in boxes) <= LEFT + MEASURE + 0.01


def test_a_word_longer_than_a_page_is_broken_over_lines():
    text = "x" * 5000

    galley = typeset(text, [])

    assert len(galley.pages) > 1
    assert_every_character_is_printed_once(text, galley.pages)


def test_an_address_of_the_web_breaks_after_a_slash():
    text = "https://www.norrskar.example/press-releases/2025/september/night-boats-return-to-the-aldsund-crossing"

    lines = printed(typeset(text, []), text)

    assert len(lines) > 1
    assert lines[0][0].endswith(("/", "-"))


def test_no_break_spaces_keep_words_on_one_line():
    text = "Some of the money for the refit of both ships came to 6.4\u00a0million pounds"

    for line in printed(typeset(text, []), text):
        assert ("6.4" in line) == ("million" in line)


def test_lines_that_a_mail_program_wrapped_are_set_as_one_paragraph():
    text = (
        "thank you for your questions about the night boats. I am glad to answer\n"
        "them, and you may quote me as leader of the council.\n"
    )

    lines = printed(typeset(text, []), text)

    assert ["answer", "them,"] in [line[i : i + 2] for line in lines for i in range(len(line))]


def test_the_lines_of_an_address_stay_apart():
    text = "Peigi Marwick\nAldsund Island Council\n12 Harbour Street"

    lines = printed(typeset(text, []), text)

    assert lines == [["Peigi", "Marwick"], ["Aldsund", "Island", "Council"], ["12", "Harbour", "Street"]]


def test_a_table_made_of_spaces_keeps_its_columns():
    text = "Bakery          188.1    176.5\nChilled food    141.3    135.0"

    found = {text[word.start : word.end]: word.box for _, word in words(typeset(text, []))}

    assert found["188.1"].x0 == pytest.approx(found["141.3"].x0)


@pytest.mark.parametrize("width", range(40, 69))
def test_a_table_made_of_spaces_is_made_small_enough_for_its_lines(width):
    rows = [f"{name:<{width - 6}}{value:>6}" for name, value in (("Bakery", "188.1"), ("Exports", "83.2"))]
    text = "\n".join(rows)

    assert len(printed(typeset(text, []), text)) == 2


def test_cells_of_a_row_stand_side_by_side_on_one_line():
    text = "Bakery\t188.1\nExports\t83.2"
    cells = [Block(0, 6, BlockKind.TABLE_CELL), Block(7, 12, BlockKind.TABLE_CELL)]
    cells += [Block(13, 20, BlockKind.TABLE_CELL), Block(21, 25, BlockKind.TABLE_CELL)]

    lines = printed(typeset(text, cells), text)

    assert lines == [["Bakery", "188.1"], ["Exports", "83.2"]]


def test_a_heading_never_stands_last_on_a_page():
    for lines_before in range(38, 46):
        body = "\n".join(["filler"] * lines_before)
        text = f"{body}\nThe heading\nThe text under it."
        heading = Block(len(body) + 1, len(body) + 12, BlockKind.HEADING)

        pages = typeset(text, [heading]).pages

        last_words = [list(page.words)[-1] for page in pages]
        assert all(not heading.start <= word.start < heading.end for word in last_words)


def test_furniture_is_smaller_than_the_story():
    text = "Related: old pier\nThe boats return."
    blocks = [Block(0, 17, BlockKind.PARAGRAPH, Furniture.RELATED), Block(18, 35, BlockKind.PARAGRAPH)]

    heights = [word.box.height for _, word in words(typeset(text, blocks))]

    assert heights[0] < heights[-1]


def test_empty_text_gives_one_empty_page():
    galley = typeset("", [])

    assert len(galley.pages) == 1
    assert (galley.pages[0].start, galley.pages[0].end, len(galley.pages[0].words)) == (0, 0, 0)
    assert Pdf.open(galley.pdf).page_count == 1


def test_fonts_are_reduced_to_what_is_used():
    assert len(typeset("漢字かな交じり文", []).pdf) < 150_000


def test_the_same_text_gives_the_same_bytes():
    assert typeset("The boats return.", [], "a.txt").pdf == typeset("The boats return.", [], "a.txt").pdf


def test_the_pages_in_the_pdf_are_those_that_are_described():
    galley = typeset("word " * 3000, [])
    pdf = Pdf.open(galley.pdf)

    assert pdf.page_count == len(galley.pages)
    assert (pdf.page(1).width, pdf.page(1).height) == (galley.pages[0].width, galley.pages[0].height)
