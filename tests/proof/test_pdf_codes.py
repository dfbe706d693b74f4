import io

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.assets import resource
from reviewer.proof.recover import recover
from reviewer.proof.recovering.pdf_codes import fonts_of_numbers, letters_of_table, without_numbers

FACE = str(resource("fonts/CharisSIL-Regular.ttf"))


def typeset_lines(*lines: str) -> bytes:
    """A page whose font is asked for its glyphs by number."""
    document = pymupdf.open()
    page = document.new_page(width=400, height=300)
    writer = pymupdf.TextWriter(page.rect)
    for row, line in enumerate(lines):
        writer.append((30, 50 + 20 * row), line, font=pymupdf.Font(fontfile=FACE), fontsize=12)
    writer.write_text(page)
    document.subset_fonts()
    return bytes(document.tobytes())


def changed(content: bytes, old: bytes, new: bytes) -> bytes:
    """The page with something else in its content stream."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        page = pdf.pages[0]
        page.contents_coalesce()
        data = page.obj.Contents.read_bytes()
        assert old in data
        page.obj.Contents = pdf.make_stream(data.replace(old, new))
        buffer = io.BytesIO()
        pdf.save(buffer)
    return buffer.getvalue()


def test_glyph_numbers_of_an_honest_font_spell_no_short_word() -> None:
    content = typeset_lines("The harbour office was shut on Monday", "and nobody said why it was so")
    numbers = b"<004e006f0065006c> Tj ET"
    content = changed(content, b"ET", numbers)
    assert not [one for one in recover("memo.pdf", content, ("Noel",)).survivors if one.engine == "object walk"]


def test_a_longer_word_is_found_in_glyph_numbers_all_the_same() -> None:
    content = typeset_lines("The harbour office was shut on Monday", "and nobody said why it was so")
    content = changed(content, b"ET", b"<00480061006e00650073> Tj ET")
    assert [one for one in recover("memo.pdf", content, ("Hanes",)).survivors if one.engine == "object walk"]


def test_a_short_word_in_a_plain_font_beside_is_found() -> None:
    data = b"BT /F0 9 Tf <004e006f> Tj /F1 9 Tf (Noel) Tj ET"
    assert without_numbers(data, frozenset((b"F0",))) == b"BT /F0 9 Tf <> Tj /F1 9 Tf (Noel) Tj ET"


@pytest.mark.parametrize(
    "data",
    [
        b"(Noel) Tj /F0 9 Tf",
        b"q /F0 9 Tf (x) Tj Q (Noel) Tj",
        b"/F0 9 Tf /Span <</ActualText (Noel)>> BDC",
        b"/F0 9 Tf /G1 gs (Noel) Tj",
        b"/F0 9 Tf % Noel\n",
    ],
)
def test_what_is_not_surely_shown_in_a_font_of_numbers_stays(data: bytes) -> None:
    assert b"Noel" in without_numbers(data, frozenset((b"F0",)))


def test_fonts_of_a_document_with_layers_are_not_believed() -> None:
    with pikepdf.open(io.BytesIO(typeset_lines("The harbour office"))) as pdf:
        assert fonts_of_numbers(pdf)
        pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary())
        assert not fonts_of_numbers(pdf)


def test_a_font_without_a_table_of_letters_is_not_believed() -> None:
    with pikepdf.open(io.BytesIO(typeset_lines("The harbour office"))) as pdf:
        for _, font in pdf.pages[0].obj.Resources[Name.Font].items():
            del font.ToUnicode
        assert not fonts_of_numbers(pdf)


def test_a_table_in_the_order_of_use_tells_the_word() -> None:
    table = b"begincmap 4 beginbfchar <0001> <004E> <0002> <006F> <0003> <0065> <0004> <006C> endbfchar endcmap"
    assert letters_of_table(table) == "Noel"


def test_a_table_in_the_order_of_the_alphabet_tells_no_word() -> None:
    table = b"begincmap 3 beginbfrange <01> <01> <0073> <02> <02> <0074> <03> <03> <0075> endbfrange endcmap"
    assert "stu" not in letters_of_table(table)


def test_digits_of_a_table_are_no_word() -> None:
    with pikepdf.open(io.BytesIO(typeset_lines("The harbour office was shut"))) as pdf:
        table = b"begincmap 1 beginbfchar <0BAD> <0041> endbfchar endcmap"
        pdf.Root.Letters = pdf.make_stream(table)
        buffer = io.BytesIO()
        pdf.save(buffer)
    assert not recover("memo.pdf", buffer.getvalue(), ("Bad",)).survivors


def test_a_word_as_one_value_of_a_table_is_found() -> None:
    with pikepdf.open(io.BytesIO(typeset_lines("The harbour office was shut"))) as pdf:
        pdf.Root.Letters = pdf.make_stream(b"begincmap 1 beginbfchar <01> <4E6F656C> endbfchar endcmap")
        buffer = io.BytesIO()
        pdf.save(buffer)
    assert recover("memo.pdf", buffer.getvalue(), ("Noel",)).survivors
