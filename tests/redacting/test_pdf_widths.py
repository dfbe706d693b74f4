import pypdfium2
import pytest

from reviewer.model.redaction import RedactionOrder
from reviewer.redacting.pdf import redact_pdf
from tests.redacting.surnames import surnames
from tests.redacting.width_pages import SETTINGS
from tests.redacting.widths import bits_given_away, line_breaks, written


@pytest.mark.parametrize("setting", SETTINGS)
def test_names_that_break_the_lines_alike_leave_the_same_page_byte_for_byte(setting: str) -> None:
    names = surnames(16)
    redacted = redact_pdf("n.pdf", SETTINGS[setting](names), RedactionOrder(terms=tuple(names), reason="b(6)"))
    document = pypdfium2.PdfDocument(redacted.content)
    breaks = [line_breaks(page) for page in document]
    document.close()
    pages = dict.fromkeys(zip(breaks, written(redacted.content), strict=True))
    assert len(pages) == len(set(breaks)) < len(names)


def test_what_tells_names_apart_is_counted_in_bits() -> None:
    assert bits_given_away(["a", "b", "c", "d"]) == 2 and bits_given_away(["a", "a", "a", "a"]) == 0
    assert bits_given_away(["a", "a", "b", "b"]) == 1
