"""Lines that a break has cut in mid-sentence are read as one paragraph."""

from reviewer.matching.paragraphs import paragraphs_of
from reviewer.model.document import Block, BlockKind
from tests.matching.conftest import make_document


def paragraphs(*lines):
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    blocks = tuple(Block(s, s + len(line), BlockKind.PARAGRAPH) for s, line in zip(starts, lines, strict=True))
    document = make_document(text)
    return [span.of(text) for span in paragraphs_of(type(document)(**{**_fields(document), "blocks": blocks}))]


def _fields(document):
    return {name: getattr(document, name) for name in document.__struct_fields__}


def test_a_line_that_starts_small_goes_on_from_the_one_before():
    assert paragraphs("Closed are the piers at Inch,", "the harbour and the slip.") == [
        "Closed are the piers at Inch,\nthe harbour and the slip."
    ]


def test_a_line_after_a_word_that_needs_another_goes_on():
    assert paragraphs("We had 90 calls, of which", "12 were from Sall.") == [
        "We had 90 calls, of which\n12 were from Sall."
    ]


def test_a_line_after_a_full_stop_starts_anew():
    assert paragraphs("The pier is closed.", "Nobody was hurt.") == ["The pier is closed.", "Nobody was hurt."]
