import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.formats.pdf_font_codes import FontCodes, UnknownCodesError


def composite(encoding: object, **more: object) -> Dictionary:
    return Dictionary(Subtype=Name.Type0, Encoding=encoding, DescendantFonts=Array([Dictionary(DW=700, **more)]))


def test_a_simple_font_has_one_code_a_byte() -> None:
    font = FontCodes(Dictionary(Subtype=Name.TrueType, FirstChar=65, Widths=Array([500, 620])))
    assert font.split(b"AB") == [b"A", b"B"] and font.width(b"B") == 620 and font.width(b"C") == 0


def test_a_standard_font_without_widths_does_not_say() -> None:
    assert FontCodes(Dictionary(Subtype=Name.Type1, BaseFont=Name.Helvetica)).width(b"A") is None


def test_a_composite_font_has_two_bytes_a_code_and_widths_by_row_and_range() -> None:
    font = FontCodes(composite(Name("/Identity-H"), W=Array([1, Array([300, 310]), 5, 7, 900])))
    assert font.split(b"\0\1\0\6") == [b"\0\1", b"\0\6"]
    assert [font.width(bytes([0, at])) for at in (1, 2, 3, 6)] == [300, 310, 700, 900]


def test_a_table_of_codes_in_the_file_is_read() -> None:
    pdf = pikepdf.new()
    table = pdf.make_stream(
        b"2 begincodespacerange <00> <7f> <8000> <ffff> endcodespacerange 1 begincidrange <20> <7e> 1 endcidrange"
    )
    font = FontCodes(composite(table, W=Array([34, Array([444])])))
    assert font.split(b"A\x81\x40B") == [b"A", b"\x81\x40", b"B"] and font.width(b"A") == 444


def test_a_table_of_codes_that_is_not_in_the_file_is_refused() -> None:
    with pytest.raises(UnknownCodesError):
        FontCodes(composite(Name("/90ms-RKSJ-H")))
