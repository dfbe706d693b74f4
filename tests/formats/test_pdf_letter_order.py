import io
import struct

import pikepdf
import pytest

from reviewer.assets import resource
from reviewer.formats.pdf_letter_order import order_letters
from reviewer.formats.pdf_objects import written
from reviewer.formats.truetype_order import TrueTypeProgram
from reviewer.model.redaction import RedactionOrder
from reviewer.pages.mupdf import Pdf
from reviewer.redacting.redact import redact_file

LINES = ("Quillworth signed it.", "Nobody took the vow; Zoë waits for a quick jab.")


def by_use(lines):
    """Return a program whose glyphs are numbered as these lines first show them, and the letters in that order."""
    program = TrueTypeProgram(resource("fonts/NotoSans-Regular.ttf").read_bytes())
    unicode_codes = program.codes[3, 1]
    letters = list(dict.fromkeys("".join(lines)))
    glyphs = [unicode_codes[ord(letter)] for letter in letters]
    order = [0, *glyphs, *sorted(program.with_parts(glyphs) - set(glyphs) - {0})]
    codes = {number: number for number in range(1, len(letters) + 1)}
    ordered = program.ordered(order, {(1, 0): codes, (3, 0): {0xF000 + code: glyph for code, glyph in codes.items()}})
    return ordered, letters


def table(letters, length):
    rows = "".join(f"<{code:0{2 * length}x}> <{ord(one):04x}>\n" for code, one in enumerate(letters, 1))
    space = f"1 begincodespacerange <{'00' * length}> <{'ff' * length}> endcodespacerange\n"
    return f"begincmap {space}{len(letters)} beginbfchar\n{rows}endbfchar endcmap".encode()


def a_font(pdf, lines, is_composite):
    ordered, letters = by_use(lines)
    length = 2 if is_composite else 1
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor, FontName=pikepdf.Name("/ABCDEF+Sans"), Flags=4, Ascent=1069, Descent=-293,
        CapHeight=714, StemV=80, ItalicAngle=0, FontBBox=pikepdf.Array([-621, -389, 2800, 1067]),
        FontFile2=pdf.make_stream(ordered, Length1=len(ordered)),
    )  # fmt: skip
    advances = [
        struct.unpack_from(">H", tables_of(ordered)[b"hmtx"], 4 * number)[0] for number in range(1 + len(letters))
    ]
    common = {"BaseFont": pikepdf.Name("/ABCDEF+Sans"), "Type": pikepdf.Name.Font}
    bearer = pikepdf.Dictionary(**common, FontDescriptor=pdf.make_indirect(descriptor))
    tounicode = pdf.make_stream(table(letters, length))
    if not is_composite:
        bearer.Subtype, bearer.FirstChar, bearer.LastChar = pikepdf.Name.TrueType, 0, len(letters)
        bearer.Widths, bearer.ToUnicode = pikepdf.Array(advances), tounicode
        return pdf.make_indirect(bearer), letters
    bearer.Subtype, bearer.W = pikepdf.Name.CIDFontType2, pikepdf.Array([0, pikepdf.Array(advances)])
    bearer.CIDSystemInfo = pikepdf.Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0)
    font = pikepdf.Dictionary(
        **common, Subtype=pikepdf.Name.Type0, Encoding=pikepdf.Name("/Identity-H"), ToUnicode=tounicode,
        DescendantFonts=pikepdf.Array([pdf.make_indirect(bearer)]),
    )  # fmt: skip
    return pdf.make_indirect(font), letters


def tables_of(program):
    count = struct.unpack_from(">H", program, 4)[0]
    rows = (struct.unpack_from(">4sIII", program, 12 + 16 * number) for number in range(count))
    return {name: program[start : start + length] for name, _, start, length in rows}


def printed(is_composite, lines=LINES):
    """Return a page of lines in a font made as most office programs make them."""
    pdf = pikepdf.new()
    font, letters = a_font(pdf, lines, is_composite)
    page = pdf.add_blank_page(page_size=(595, 842))
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    shown = []
    for number, line in enumerate(lines):
        codes = b"".join((letters.index(one) + 1).to_bytes(2 if is_composite else 1, "big") for one in line)
        shown.append(f"BT /F1 12 Tf 72 {700 - 30 * number} Td <{codes.hex()}> Tj ET")
    page.obj.Contents = pdf.make_stream("\n".join(shown).encode())
    return written(pdf)


def letters_by_code(content):
    """Return the letters of all fonts of a PDF, by their codes: what somebody reads who looks into the file."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        tables = [
            bytes(one.ToUnicode.read_bytes()).decode()
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one
        ]
    rows = [row.split() for one in tables for row in one.splitlines() if row.count("<") == 2 and "range" not in row]
    return "".join(chr(int(letter.strip("<>"), 16)) for _, letter in sorted(rows))


def looks(content):
    pdf = Pdf.open(content)
    try:
        page = pdf.page(1)
        return page.display_list().draw(2.0), [word.text for word in page.printed_words()[0]]
    finally:
        pdf.close()


@pytest.mark.parametrize("is_composite", [False, True])
def test_letters_in_the_order_of_their_use_are_put_in_the_order_of_the_alphabet(is_composite):
    content = printed(is_composite)
    assert letters_by_code(content).startswith("Quilworth")
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert order_letters(pdf) == 0
        ordered = written(pdf)
    letters = letters_by_code(ordered)
    assert letters == "".join(sorted(letters))
    assert set(letters) == set("".join(LINES))


@pytest.mark.parametrize("is_composite", [False, True])
def test_a_page_looks_and_reads_the_same_with_its_letters_in_order(is_composite):
    content = printed(is_composite)
    with pikepdf.open(io.BytesIO(content)) as pdf:
        order_letters(pdf)
        assert looks(written(pdf)) == looks(content)


@pytest.mark.parametrize("is_composite", [False, True])
def test_what_is_left_of_a_font_does_not_spell_the_word_that_is_gone(is_composite):
    redacted = redact_file("a.pdf", printed(is_composite), RedactionOrder(("Quillworth",)))
    letters = letters_by_code(redacted.content)
    assert letters == "".join(sorted(letters))
    assert "Q" not in letters


def test_the_outlines_of_a_font_stand_in_the_order_of_its_letters_too():
    with pikepdf.open(io.BytesIO(printed(is_composite=False))) as pdf:
        order_letters(pdf)
        font = pdf.pages[0].obj.Resources.Font.F1
        program = TrueTypeProgram(bytes(font.FontDescriptor.FontFile2.read_bytes()))
    glyphs = [program.codes[1, 0][code] for code in sorted(program.codes[1, 0])]
    assert glyphs == list(range(1, len(glyphs) + 1))


def test_a_font_whose_letters_are_in_order_stays_as_it_is():
    lines = ("".join(sorted(set("".join(LINES)))),)
    with pikepdf.open(io.BytesIO(printed(is_composite=True, lines=lines))) as pdf:
        program = pdf.pages[0].obj.Resources.Font.F1.DescendantFonts[0].FontDescriptor.FontFile2.objgen
        assert order_letters(pdf) == 0
        assert pdf.pages[0].obj.Resources.Font.F1.DescendantFonts[0].FontDescriptor.FontFile2.objgen == program


@pytest.mark.parametrize("data", [b"", b"\0\1\0\0", b"\0\1\0\0\0\3" + bytes(40), b"OTTO" + bytes(60)])
def test_what_is_no_whole_program_is_refused(data):
    with pytest.raises(ValueError, match="program"):
        TrueTypeProgram(data)
