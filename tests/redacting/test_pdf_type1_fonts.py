"""Type 1 fonts of a redacted PDF hold the letters that are left, and nothing that tells which ones are gone."""

import io

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.model.redaction import RedactionOrder
from reviewer.pages.type1_cutting import glyph_names, names_by_code
from reviewer.redacting.pdf import redact_pdf
from tests.documents.type1_font import accented, box, type1_program
from tests.redacting.pdf_sheet import Sheet

LETTERS = "abcdefghijklmnopqrstuvwxyzHQ"


def page(encoding, lines=("then Quillworth left", "and Hanes was late")):
    outlines = {letter: box(400 + 10 * at) for at, letter in enumerate(LETTERS)}
    outlines |= {"space": box(250), "acute": box(200), "eacute": accented(450, "e", 194)}
    own = {ord(name) if len(name) == 1 else 32: name for name in (*LETTERS, "space")}
    program, clear, secret = type1_program(outlines, own)
    sheet = Sheet()
    file = sheet.stream(program, Length1=clear, Length2=secret, Length3=len(program) - clear - secret)
    descriptor = sheet.add(
        Type=Name.FontDescriptor, FontName=Name.Boxes, Flags=32, FontBBox=Array([0, 0, 1000, 1000]), ItalicAngle=0,
        Ascent=800, Descent=0, CapHeight=700, StemV=80, FontFile=file,
    )  # fmt: skip
    widths = [400 + 10 * LETTERS.find(chr(code)) if chr(code) in LETTERS else 250 for code in range(256)]
    font = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Boxes, FirstChar=0, LastChar=255, Widths=Array(widths),
        FontDescriptor=descriptor,
    )  # fmt: skip
    if encoding is not None:
        font.Encoding = encoding
    sheet.resource("Font", "T1", sheet.pdf.make_indirect(font))
    shown = " ".join(f"1 0 0 1 20 {160 - 30 * at} Tm ({line}) Tj" for at, line in enumerate(lines))
    return sheet.draw(f"BT /T1 12 Tf {shown} ET").finished()


ENCODINGS = {
    "its own": lambda: None,
    "by name": lambda: Name.WinAnsiEncoding,
    "with changes": lambda: Dictionary(Type=Name.Encoding, Differences=Array([72, Name.H, 81, Name.Q])),
    "standard": lambda: Name.StandardEncoding,
}


def program_of(content):
    with pikepdf.open(io.BytesIO(content)) as pdf:
        (file,) = [one.FontFile for one in pdf.objects if isinstance(one, Dictionary) and "/FontFile" in one]
        data = file.read_bytes()
        assert int(file.Length1) + int(file.Length2) + int(file.Length3) == len(data)
        return data


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_letters_that_only_the_removed_word_had_are_in_no_font(encoding):
    content = page(ENCODINGS[encoding]())
    assert "Q" in glyph_names(program_of(content))
    made = program_of(redact_pdf("a.pdf", content, RedactionOrder(("Quillworth",))).content)
    assert set(glyph_names(made)) <= {".notdef", "space", *"thenleftandHaneswaslate"}
    assert {"H", "t", "f"} <= set(glyph_names(made))
    assert set(names_by_code(made).values()) <= set(glyph_names(made))


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_other_lines_look_the_same(encoding):
    content = page(ENCODINGS[encoding]())
    made = redact_pdf("a.pdf", content, RedactionOrder(("Quillworth",)))
    assert not made.losses
    pictures = []
    for data in (content, made.content):
        shown = pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil()
        pictures.append(shown.crop((0, shown.height - 300, shown.width, shown.height - 250)).tobytes())
    assert pictures[0] == pictures[1]
    assert len(set(pictures[0])) > 1


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_two_pages_that_differ_in_the_removed_word_only_have_the_same_font(encoding):
    names = ("Quillworth", "Hyzzvack")
    pages = [page(ENCODINGS[encoding](), (f"then {name} left", "and Hanes was late")) for name in names]
    made = [redact_pdf("a.pdf", one, RedactionOrder((name,))) for one, name in zip(pages, names, strict=True)]
    assert program_of(made[0].content) == program_of(made[1].content)
