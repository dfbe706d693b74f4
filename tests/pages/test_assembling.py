from reviewer.model.document import BlockKind
from reviewer.model.geometry import Box
from reviewer.pages.assembling import LaidOutPage, PageAssembler
from reviewer.pages.paragraphs import Paragraph
from reviewer.pages.printed_text import PrintedWord
from reviewer.pages.rows import Row, box_round


def paragraph(text: str, kind: BlockKind = BlockKind.PARAGRAPH, y: float = 100) -> Paragraph:
    words = [PrintedWord(word, Box(72 + 40 * n, y, 105 + 40 * n, y + 10), 0, 0) for n, word in enumerate(text.split())]
    return Paragraph([Row(words, box_round(words), 10, False)], kind)


def page(number: int, *body: Paragraph) -> LaidOutPage:
    foot = paragraph(f"foot {number}", BlockKind.PAGE_FOOTER, 800)
    return LaidOutPage(number, 595, 842, heads=[], body=list(body), feet=[foot], margin_numbers=[])


def assembled(*pages: LaidOutPage) -> list[str]:
    assembler = PageAssembler()
    for each in pages:
        assembler.add(each)
    text, blocks, _ = assembler.finish()
    return [text[block.start : block.end] for block in blocks]


def test_feet_follow_the_text_of_their_page():
    assert assembled(page(1, paragraph("They rise.")), page(2, paragraph("They fall."))) == [
        "They rise.",
        "foot 1",
        "They fall.",
        "foot 2",
    ]


def test_a_paragraph_that_runs_over_the_page_is_one_block():
    first = page(1, paragraph("Fares rise."), paragraph("the boats will"))

    assert assembled(first, page(2, paragraph("return in autumn."))) == [
        "Fares rise.",
        "foot 1",
        "the boats will\nreturn in autumn.",
        "foot 2",
    ]


def test_a_paragraph_that_runs_over_column_and_page_is_one_block():
    first = page(1, paragraph("Fares rise."), paragraph("on Tuesday the boats"), paragraph("will"))

    assert assembled(first, page(2, paragraph("return.")))[2] == "on Tuesday the boats\nwill\nreturn."


def test_footnotes_do_not_cut_a_paragraph_that_runs_over_the_page():
    note = paragraph("1 A note", BlockKind.FOOTNOTE, 780)
    first = page(1, paragraph("Fares rise."), paragraph("the boats will"), note)

    assert "the boats will\nreturn." in assembled(first, page(2, paragraph("return.")))


def test_a_paragraph_over_three_pages_is_cut_once_and_loses_nothing():
    blocks = assembled(page(1, paragraph("one")), page(2, paragraph("two")), page(3, paragraph("three")))

    assert blocks == ["foot 1", "one\ntwo", "foot 2", "three", "foot 3"]


def test_no_pages_give_no_text():
    assert PageAssembler().finish() == ("", (), ())
