"""Text that a page marks as painted in reverse order is read as it is meant."""

import pytest

from reviewer.model.redaction import RedactionOrder
from reviewer.proof.recover import recover
from reviewer.redacting.pdf import find_in_pdf, redact_pdf
from tests.redacting.pdf_sheet import Sheet, hex_of
from tests.redacting.test_pdf import text_of

ORDER = RedactionOrder(("Hanes",))
WAYS = {
    "in one string": "/ReversedChars BMC BT /F1 12 Tf 20 240 Td (tfel senaH neht) Tj ET EMC",
    "in hex": f"/ReversedChars BMC BT /F1 12 Tf 20 240 Td <{hex_of('tfel senaH neht')}> Tj ET EMC",
    "inside other marked content": "/P BMC BT /F1 12 Tf 20 240 Td /ReversedChars BMC (tfel senaH neht) Tj EMC ET EMC",
    "with properties": "/ReversedChars <</MCID 0>> BDC BT /F1 12 Tf 20 240 Td (tfel senaH neht) Tj ET EMC",
}


@pytest.mark.parametrize("way", WAYS)
def test_letters_painted_in_reverse_order_are_found_and_go(way):
    content = Sheet().draw(WAYS[way]).line("The boat was late.", y=200).finished()
    assert recover("a.pdf", content, ("Hanes",)).survivors
    assert [hit.page for hit in find_in_pdf("a.pdf", content, ORDER)] == [1]
    made = redact_pdf("a.pdf", content, ORDER).content
    assert "senaH" not in text_of(made)
    assert "tfel" in text_of(made) and "The boat was late." in text_of(made)
    assert not recover("a.pdf", made, ("Hanes",)).survivors


def test_letters_that_only_read_so_backwards_stay():
    content = Sheet().draw("/P BMC BT /F1 12 Tf 20 240 Td (tfel senaH neht) Tj ET EMC").finished()
    assert find_in_pdf("a.pdf", content, ORDER) == ()
    assert not recover("a.pdf", content, ("Hanes",)).survivors
