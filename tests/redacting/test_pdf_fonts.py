import io
import re

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.assets import resource
from reviewer.model.redaction import RedactionOrder
from reviewer.redacting.pdf import redact_pdf
from tests.redacting.pdf_sheet import Sheet

ORDER = RedactionOrder(terms=("Xqz",), reason="s 40")


def embedded(*lines: str) -> bytes:
    """A page in a font of its own that holds the letters of these lines alone."""
    document = pymupdf.open()
    page = document.new_page(width=300, height=300)
    writer = pymupdf.TextWriter(page.rect)
    for number, line in enumerate(lines):
        face = pymupdf.Font(fontfile=str(resource("fonts/CharisSIL-Regular.ttf")))
        writer.append((40, 60 + 20 * number), line, font=face, fontsize=12)
    writer.write_text(page)
    document.subset_fonts()
    return bytes(document.tobytes())


def outlined(content: bytes) -> set[str]:
    """The letters of the alphabet for which some font of a PDF has an outline."""
    found: set[str] = set()
    whole = pymupdf.Font(fontfile=str(resource("fonts/CharisSIL-Regular.ttf")))
    with pymupdf.open(stream=content) as document:
        for entry in document[0].get_fonts():
            program = document.extract_font(entry[0])[3]
            if not program:
                continue
            font = pymupdf.Font(fontbuffer=program)
            for letter in "abcdefghijklmnopqrstuvwxyzX":
                glyph = whole.has_glyph(ord(letter))
                path = pymupdf.mupdf.fz_outline_glyph(font.this, glyph, pymupdf.mupdf.FzMatrix())
                box = pymupdf.mupdf.fz_bound_path(path, pymupdf.mupdf.FzStrokeState(), pymupdf.mupdf.FzMatrix())
                if box.x1 > box.x0:
                    found.add(letter)
    return found


def test_a_font_keeps_no_outline_of_a_letter_that_only_a_removed_word_had() -> None:
    before = embedded("Then Xqz left", "on a boat")
    assert {"X", "q", "z", "b"} <= outlined(before)
    after = outlined(redact_pdf("memo.pdf", before, ORDER).content)
    assert not {"X", "q", "z"} & after and {"b", "o", "T".lower()} - {"t"} <= after


def test_a_font_says_nothing_of_a_letter_that_only_a_removed_word_had() -> None:
    with pikepdf.open(io.BytesIO(redact_pdf("memo.pdf", embedded("Then Xqz left"), ORDER).content)) as pdf:
        (table,) = (
            one.ToUnicode.read_bytes() for _, one in pdf.pages[0].obj.Resources.Font.items() if "/ToUnicode" in one
        )
    letters = {bytes.fromhex(code.decode()).decode("utf-16-be") for code in re.findall(rb"> <([0-9a-fA-F]+)>", table)}
    assert letters - {"\uffff"} == set("Then left")


def test_widths_and_names_of_letters_that_are_gone_go_as_well() -> None:
    sheet = Sheet().line("Then Xqz left")
    sheet.font.FirstChar, sheet.font.LastChar, sheet.font.Widths = 32, 122, Array([500] * 91)
    differences = Array([ord("X"), Name.X, ord("h"), Name.h])
    sheet.font.Encoding = Dictionary(Type=Name.Encoding, Differences=differences)
    with pikepdf.open(io.BytesIO(redact_pdf("memo.pdf", sheet.finished(), ORDER).content)) as pdf:
        (font,) = (one for _, one in pdf.pages[0].obj.Resources.Font.items() if "/Widths" in one)
        assert font.Widths[ord("X")] == 0 and font.Widths[ord("h")] == 500 and len(font.Widths) == 256
        assert list(font.Encoding.Differences) == [ord("h"), Name.h]


@pytest.mark.parametrize("name", ["Xqz", "Vjwk"])
def test_fonts_are_the_same_whatever_name_was_removed(name: str) -> None:
    content = embedded(f"Then {name} left", "on a boat")
    redacted = redact_pdf("memo.pdf", content, RedactionOrder(terms=(name,), reason="s 40"))
    assert outlined(redacted.content) == set("thenlfoab") - {"T"}


def set_in_two_fonts(name: str) -> bytes:
    """A page with a name alone in a font of its own, as headings are, and lines in another."""
    document = pymupdf.open()
    page = document.new_page(width=300, height=300)
    for file, place, line in (("CharisSIL-Bold", 60, name), ("CharisSIL-Regular", 90, f"Here {name} left by boat")):
        writer = pymupdf.TextWriter(page.rect)
        writer.append((40, place), line, font=pymupdf.Font(fontfile=str(resource(f"fonts/{file}.ttf"))), fontsize=12)
        writer.write_text(page)
    document.subset_fonts()
    return bytes(document.tobytes(no_new_id=True))


def test_a_font_that_only_the_removed_word_was_set_in_is_empty() -> None:
    content = redact_pdf("memo.pdf", set_in_two_fonts("Xqz"), ORDER).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        programs = [one for one in pdf.objects if isinstance(one, Dictionary) and "/FontDescriptor" in one]
        names = {str(one.BaseFont) for one in programs}
    assert len(names) == 1
    assert not {"X", "q", "z"} & outlined(content)


def test_two_pages_that_differ_in_the_removed_word_only_are_the_same_bytes() -> None:
    names = ("Xqz", "Mmwmwwm", "Ott")
    copies = {redact_pdf("memo.pdf", set_in_two_fonts(name), RedactionOrder((name,))).content for name in names}
    assert len(copies) == 1
