import io
import struct

import pikepdf
import pymupdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.assets import resource
from reviewer.formats.pdf_objects import written
from reviewer.model.redaction import RedactionOrder
from reviewer.opening.open import open_file
from reviewer.proof.recover import recover
from reviewer.redacting.pdf import redact_pdf
from reviewer.redacting.pdf_font_names import blank_font_names
from tests.redacting.pdf_sheet import Sheet
from tests.redacting.test_pdf_fonts import embedded

CHARIS = resource("fonts/CharisSIL-Regular.ttf").read_bytes()


def with_simple_font(key: str, program: bytes, shown: bytes, differences: Array, subtype: Name) -> bytes:
    """A page whose second line is in a simple font that chooses its glyphs by name."""
    sheet = Sheet().line("Then Victor left")
    stream = sheet.pdf.make_stream(program)
    if subtype == Name.Type1:
        stream.Subtype = Name.Type1C
    else:
        stream.Length1 = len(program)
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name("/Victor-Bold"), Flags=32, FontBBox=Array([0, -200, 1000, 900]),
        ItalicAngle=0, Ascent=900, Descent=-200, CapHeight=700, StemV=80, **{key: stream},
    )  # fmt: skip
    font = Dictionary(
        Type=Name.Font, Subtype=subtype, BaseFont=Name("/Victor-Bold"), FirstChar=0, LastChar=255,
        Widths=Array([600] * 256), Encoding=Dictionary(Type=Name.Encoding, Differences=differences),
        FontDescriptor=sheet.pdf.make_indirect(descriptor),
    )  # fmt: skip
    sheet.resource("Font", "F9", sheet.pdf.make_indirect(font))
    sheet.draw(f"BT /F9 20 Tf 20 30 Td <{shown.hex()}> Tj ET")
    return sheet.finished()


def shown_below(content: bytes) -> list[bytes]:
    """The lower part of the page, in the eyes of two programs."""
    with pymupdf.open(stream=content) as document:
        page = document[0]
        clip = pymupdf.Rect(0, page.rect.height - 60, page.rect.width, page.rect.height)
        mupdf = bytes(page.get_pixmap(dpi=150, clip=clip).samples)
    document = pypdfium2.PdfDocument(content)
    try:
        whole = document[0].render(scale=2).to_numpy()
        return [mupdf, whole[-120:].tobytes()]
    finally:
        document.close()


def redacted(content: bytes, term: str) -> bytes:
    return redact_pdf("memo.pdf", content, RedactionOrder(terms=(term,), reason="s 40")).content


@pytest.mark.parametrize("surname", ["Victor", "Right", "Version", "Hidden", "Copyright", "Regular", "Charis"])
def test_a_surname_that_a_fonts_makers_wrote_in_it_can_be_removed(surname: str) -> None:
    proved = recover("memo.pdf", redacted(embedded(f"Then {surname} left", "on a boat"), surname), (surname,))
    assert not proved.survivors and not proved.unread


def test_names_leave_every_font_whatever_was_to_be_removed() -> None:
    with pikepdf.open(io.BytesIO(redacted(embedded("Then Xqz left", "on a boat"), "Xqz"))) as pdf:
        programs = [one.FontFile2 for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one]
        assert programs
        for program in programs:
            data = program.read_bytes()
            assert "Victor".encode("utf-16-be") not in data and program.Length1 == len(data)


def test_a_truetype_font_that_chooses_glyphs_by_name_looks_the_same() -> None:
    names = Array([65, Name("/a.sc"), Name("/b.sc"), Name("/g.sc"), Name.Euro])
    content = with_simple_font("FontFile2", CHARIS, b"ABCD", names, Name.TrueType)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        blank_font_names(pdf, lambda _: True)
        bare = written(pdf)
    assert shown_below(bare) == shown_below(content)
    assert not recover("memo.pdf", bare, ("Gentium",)).survivors


def test_a_cff_font_that_chooses_glyphs_by_name_looks_the_same() -> None:
    program = bytes(pymupdf.Font("tiro").buffer)
    assert b"Nimbus" in program
    names = Array([65, Name.Euro, Name.Zcaron, Name.afii10017, Name.a])
    content = with_simple_font("FontFile3", program.replace(b"Nimbus", b"Victor"), b"ABCD", names, Name.Type1)
    clean = redacted(content, "Victor")
    assert shown_below(clean) == shown_below(content)
    assert not recover("memo.pdf", clean, ("Victor",)).survivors


@pytest.mark.parametrize("word", ["Victor", "Right", "Charis", "Gentium", "Reserved"])
def test_our_own_galleys_hold_no_words_of_a_fonts_makers(word: str) -> None:
    (opened,) = open_file("memo.txt", b"The tide was low at Sallowmere.\n")
    survivors = recover("galley.pdf", opened.galley, (word,)).survivors
    assert not [one for one in survivors if one.form == "utf-16"]


def test_a_font_of_unknown_make_is_left_as_it_is_and_the_proof_decides() -> None:
    content = with_simple_font(
        "FontFile2", b"abcd" + struct.pack(">H", 9) + b" by Victor ", b"A", Array([]), Name.TrueType
    )
    assert recover("memo.pdf", content, ("Victor",)).survivors
