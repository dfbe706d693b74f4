"""Terms of an order that stand nowhere in a file are told to whoever gave them."""

import pytest

from reviewer.model.redaction import RedactionOrder
from reviewer.redacting.redact import redact_file
from tests.documents.docx_builder import build_docx, paragraph
from tests.documents.mail_builder import build_mail, file_part, multipart, text_part
from tests.documents.pdf_builder import PdfBuilder

LINE = "The letter came from Ada Hanes of Tallin Quay."
FILES = {
    "a.txt": LINE.encode(),
    "a.html": f"<p>{LINE}</p>".encode(),
    "a.docx": build_docx(paragraph(LINE)),
    "a.eml": build_mail(multipart("mixed", [text_part("See the file."), file_part("a.txt", LINE.encode())])),
    "a.pdf": PdfBuilder().page().text(72, 100, LINE).content(),
}


@pytest.mark.parametrize("name", FILES)
def test_a_term_that_stands_nowhere_is_told(name):
    made = redact_file(name, FILES[name], RedactionOrder(("Hanes", "Dorn", "Ada Hanes")))
    assert made.unmet == ("Dorn",)


def test_a_term_that_stands_only_inside_an_address_is_found():
    page = b'<p>Hanes wrote <a href="https://post.example/box/annadorn">there</a>.</p>'
    assert redact_file("a.html", page, RedactionOrder(("Hanes", "Dorn"))).unmet == ()
