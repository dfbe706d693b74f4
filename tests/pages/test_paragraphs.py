import pytest

from reviewer.model.document import BlockKind
from reviewer.model.geometry import Box
from reviewer.pages.paragraphs import Paragraph, continues, name_kinds, paragraphs_of
from reviewer.pages.printed_text import PrintedWord
from reviewer.pages.rows import Column, Row, box_round


def row(text: str, y: float, x: float = 72, size: float = 10, bold: bool = False) -> Row:
    words = []
    for word in text.split():
        width = len(word) * size * 0.5
        words.append(PrintedWord(word, Box(x, y, x + width, y + size), 0, 0))
        x += width + size * 0.3
    return Row(words, box_round(words), size, bold)


def texts(*rows: Row, right: float = 400) -> list[str]:
    return ["/".join(r.text for r in paragraph.rows) for paragraph in paragraphs_of(Column(list(rows), 72, right))]


def test_rows_at_an_even_distance_are_one_paragraph():
    assert texts(row("The boats return", 100), row("to the islands", 113), row("next month", 126)) == [
        "The boats return/to the islands/next month"
    ]


def test_a_wider_space_parts_paragraphs():
    assert texts(row("The boats", 100), row("return", 113), row("Fares", 140), row("rise", 153)) == [
        "The boats/return",
        "Fares/rise",
    ]


def test_short_paragraphs_are_parted():
    rows, y = [], 100
    for number in range(12):
        rows.append(row(f"Paragraph {number} of the notice runs to here and", y))
        if number % 2:
            y += 13
            rows.append(row("then goes on to the very end of its own", y))
        y += 26
    assert len(texts(*rows, right=250)) == 12


def test_another_size_or_weight_parts_paragraphs():
    assert len(texts(row("Fares", 100, size=14), row("They rise", 118), row("in May", 131, bold=True))) == 3


def test_a_row_left_short_after_a_full_stop_ends_its_paragraph():
    assert texts(row("They rise.", 100), row("The council objects.", 113)) == ["They rise.", "The council objects."]


def test_a_row_left_short_in_the_middle_of_a_sentence_does_not():
    assert texts(row("They rise", 100), row("in November.", 113)) == ["They rise/in November."]


def test_a_paragraph_runs_on_when_the_next_begins_in_lower_case():
    before, after = Paragraph([row("the boats will", 700)]), Paragraph([row("return in autumn.", 100)])

    assert continues(before, after)
    assert not continues(Paragraph([row("they return.", 700)]), after)


def test_kinds_follow_size_and_weight():
    headline = Paragraph([row("Night boats to return", 80, size=18)])
    standfirst = Paragraph([row("The service resumes in November after six years", 110, size=11.5)])
    story = Paragraph([row("The boats return to the islands.", 140)])
    heading = Paragraph([row("Who pays", 170, bold=True)])
    note = Paragraph([row("1 Figures are for a full year", 760, size=7)])

    name_kinds([headline, standfirst, story, heading, note], 10, 842, first_page=True)

    assert [paragraph.kind for paragraph in (headline, standfirst, story, heading, note)] == [
        BlockKind.HEADLINE,
        BlockKind.STANDFIRST,
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.FOOTNOTE,
    ]


@pytest.mark.parametrize("size", [0.0, -1.0])
def test_without_a_body_size_every_paragraph_stays_one(size):
    paragraph = Paragraph([row("Fares", 80, size=18)])

    name_kinds([paragraph], size, 842, first_page=True)

    assert paragraph.kind is BlockKind.PARAGRAPH
