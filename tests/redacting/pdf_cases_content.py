"""Ways in which a page's content can hold a word: operators, fonts, forms, and text that is not to be seen."""

from collections.abc import Callable
from typing import Any

from pikepdf import Array, Dictionary, Name, String

from tests.redacting.pdf_sheet import WORD, Sheet, hex_of

Case = Callable[[], bytes]


def _drawn(content: str) -> Case:
    return lambda: Sheet().draw(content).finished()


def _text(text: str, **more: Any) -> Case:
    return lambda: Sheet().line(text, **more).finished()


def _glyph_by_glyph() -> bytes:
    sheet = Sheet()
    for number, letter in enumerate(WORD):
        sheet.line(letter, x=20 + 7 * number)
    return sheet.finished()


def _backwards() -> bytes:
    sheet = Sheet()
    for number, letter in reversed(list(enumerate(WORD))):
        sheet.line(letter, x=20 + 7 * number)
    return sheet.finished()


def _with_other_words_between() -> bytes:
    sheet = Sheet().line("Ha").line("A far line", y=40)
    return sheet.line("nes", x=35.5).finished()


def _identity_font() -> bytes:
    """Two-byte codes that mean letters only through the font's own table."""
    sheet = Sheet()
    letters = sorted(set(WORD))
    rows = "".join(f"<{code:04x}> <{ord(letter):04x}>\n" for code, letter in enumerate(letters, 1))
    table = f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{len(letters)} beginbfchar\n{rows}endbfchar\n"
    below = sheet.add(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Helvetica, DW=600,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
        FontDescriptor=sheet.add(Type=Name.FontDescriptor, FontName=Name.Helvetica, Flags=32, FontBBox=Array([0, 0, 1000, 1000]),
                                 ItalicAngle=0, Ascent=800, Descent=-200, CapHeight=700, StemV=80),
    )  # fmt: skip
    font = sheet.add(
        Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Helvetica, Encoding=Name("/Identity-H"),
        DescendantFonts=Array([below]), ToUnicode=sheet.stream(table),
    )  # fmt: skip
    sheet.resource("Font", "F2", font)
    codes = "".join(f"{letters.index(letter) + 1:04x}" for letter in WORD)
    return sheet.draw(f"BT /F2 12 Tf 20 240 Td <{codes}> Tj ET").finished()


def _differences() -> bytes:
    sheet = Sheet()
    names = Array([1, *(Name(f"/{letter}") for letter in WORD)])
    font = sheet.add(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica,
        Encoding=Dictionary(Type=Name.Encoding, Differences=names), FirstChar=1, LastChar=5, Widths=Array([600] * 5),
    )  # fmt: skip
    return sheet.resource("Font", "F2", font).draw("BT /F2 12 Tf 20 240 Td <0102030405> Tj ET").finished()


def _type3() -> bytes:
    sheet = Sheet()
    drawings = Dictionary()
    for letter in sorted(set(WORD)):
        drawings[f"/{letter}"] = sheet.stream("600 0 d0 50 0 400 700 re f")
    table = "1 begincodespacerange <00> <ff> endcodespacerange\n"
    font = sheet.add(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 1000, 1000]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=drawings, FirstChar=72, LastChar=115, Widths=Array([600] * 44), ToUnicode=sheet.stream(table),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([72, Name.H, 97, Name.a, 101, Name.e, 110, Name.n, 115, Name.s])),
    )  # fmt: skip
    return sheet.resource("Font", "F3", font).draw("BT /F3 12 Tf 20 240 Td (Hanes) Tj ET").finished()


def _type3_glyphs_that_write() -> bytes:
    sheet = Sheet()
    font = sheet.add(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 5000, 1000]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(A=sheet.stream("3000 0 d0 BT /F1 1000 Tf (Hanes) Tj ET")), FirstChar=65, LastChar=65,
        Widths=Array([3000]), Encoding=Dictionary(Type=Name.Encoding, Differences=Array([65, Name.A])),
        Resources=Dictionary(Font=Dictionary(F1=sheet.font)),
    )  # fmt: skip
    return sheet.resource("Font", "F3", font).draw("BT /F3 12 Tf 20 240 Td (A) Tj ET").finished()


def _split_streams() -> bytes:
    sheet = Sheet()
    content = sheet.finished()
    del content
    first = sheet.stream(sheet.content + b"BT /F1 12 Tf 20 240 Td (Ha) Tj")
    second = sheet.stream("(nes) Tj ET")
    import io

    sheet.page.Contents = Array([first, second])
    buffer = io.BytesIO()
    sheet.pdf.save(buffer)
    return buffer.getvalue()


def _in_form(**entries: Any) -> Case:
    def build() -> bytes:
        sheet = Sheet()
        sheet.resource("XObject", "X1", sheet.form("BT /F1 12 Tf 20 240 Td (Mr Hanes) Tj ET", **entries))
        return sheet.draw("/X1 Do").finished()

    return build


def _in_nested_forms() -> bytes:
    sheet = Sheet()
    inner = sheet.form("BT /F1 12 Tf 20 240 Td (Mr Hanes) Tj ET")
    outer = sheet.form("/In Do", Resources=Dictionary(XObject=Dictionary(In=inner)))
    return sheet.resource("XObject", "Out", outer).draw("/Out Do").finished()


def _form_clipped_on_second_page() -> bytes:
    sheet = Sheet()
    shared = sheet.form("BT /F1 12 Tf 20 240 Td (Mr Hanes) Tj ET")
    sheet.resource("XObject", "X1", shared).draw("/X1 Do")
    sheet.pdf.add_blank_page(page_size=(300, 300))
    page = sheet.pdf.pages[1].obj
    page.Resources = Dictionary(XObject=Dictionary(X1=shared), Font=Dictionary(F1=sheet.font))
    page.Contents = sheet.stream("BT /F1 12 Tf 20 100 Td (Another page) Tj ET q 0 0 10 10 re W n /X1 Do Q")
    return sheet.finished()


def _tiling_pattern() -> bytes:
    sheet = Sheet()
    tile = sheet.stream(
        "BT /F1 8 Tf 0 2 Td (Hanes) Tj ET", Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1,
        BBox=Array([0, 0, 30, 10]), XStep=30, YStep=10, Resources=Dictionary(Font=Dictionary(F1=sheet.font)),
    )  # fmt: skip
    return sheet.resource("Pattern", "P1", tile).draw("/Pattern cs /P1 scn 20 100 100 60 re f").finished()


def _unused(category: str, build: Callable[[Sheet], Any]) -> Case:
    def made() -> bytes:
        sheet = Sheet()
        return sheet.resource(category, "Unused", build(sheet)).finished()

    return made


def _properties(operator: str) -> Case:
    def build() -> bytes:
        sheet = Sheet()
        sheet.resource("Properties", "M1", sheet.add(ActualText=String(WORD)))
        tail = " EMC" if operator == "BDC" else ""
        return sheet.draw(f"/Span /M1 {operator}{tail}").finished()

    return build


def _named_resource(category: str, name: str, value: Callable[[Sheet], Any], use: str) -> Case:
    def build() -> bytes:
        sheet = Sheet()
        return sheet.resource(category, name, value(sheet)).draw(use).finished()

    return build


def _font_called(key: str) -> Case:
    def build() -> bytes:
        sheet = Sheet()
        described = sheet.add(
            Type=Name.FontDescriptor, FontName=Name("/ABCDEF+Hanes"), Flags=32, FontBBox=Array([0, 0, 1000, 1000]), ItalicAngle=0,
            Ascent=800, Descent=-200, CapHeight=700, StemV=80, **({key: String(WORD)} if key != "FontName" else {}),
        )  # fmt: skip
        font = sheet.add(
            Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name("/ABCDEF+Hanes"), FirstChar=65, LastChar=66,
            Widths=Array([600, 600]), FontDescriptor=described, Encoding=Name.WinAnsiEncoding,
        )  # fmt: skip
        return sheet.resource("Font", "F2", font).draw("BT /F2 12 Tf 20 240 Td (AB) Tj ET").finished()

    return build


def _ligature() -> bytes:
    """The letters fi as one glyph in the middle of the word: looked for as Fifield."""
    sheet = Sheet()
    table = (
        "1 begincodespacerange <00> <ff> endcodespacerange\n2 beginbfchar\n<01> <00660069>\n<48> <0048>\nendbfchar\n"
    )
    font = sheet.add(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, ToUnicode=sheet.stream(table),
        Encoding=Dictionary(Type=Name.Encoding, Differences=Array([1, Name.fi])),
    )  # fmt: skip
    sheet.resource("Font", "F2", font)
    return sheet.draw("BT /F1 12 Tf 20 240 Td (Hanes and Grif) Tj /F2 12 Tf <01> Tj /F1 12 Tf (eld) Tj ET").finished()


CONTENT_CASES: dict[str, Case] = {
    "plain Tj": _text("Mr Hanes said so."),
    "possessive": _text("Hanes's boat"),
    "capitals": _text("MR HANES"),
    "hex string": _drawn(f"BT /F1 12 Tf 20 240 Td <{hex_of(WORD)}> Tj ET"),
    "octal escapes": _drawn("BT /F1 12 Tf 20 240 Td (\\110\\141\\156\\145\\163) Tj ET"),
    "TJ with kerning": _drawn("BT /F1 12 Tf 20 240 Td [(H) 20 (an) -15 (e) 10 (s)] TJ ET"),
    "TJ with space-like gaps": _drawn("BT /F1 12 Tf 20 240 Td [(H) -400 (a) -400 (n) -400 (e) -400 (s)] TJ ET"),
    "apostrophe operator": _drawn("BT /F1 12 Tf 14 TL 20 240 Td (Hanes) ' ET"),
    "quote operator": _drawn('BT /F1 12 Tf 14 TL 20 240 Td 1 0.5 (Mr Hanes) " ET'),
    "one BT per glyph": _glyph_by_glyph,
    "glyphs painted backwards": _backwards,
    "other words painted between": _with_other_words_between,
    "letterspaced by Tc": _text("Hanes", more="5 Tc"),
    "letterspaced by spaces": _text("H a n e s"),
    "stretched by Tz": _text("Mr Hanes", more="150 Tz"),
    "raised letters": _drawn("BT /F1 12 Tf 20 240 Td (Ha) Tj 2 Ts (nes) Tj ET"),
    "hyphenated over lines": _drawn("BT /F1 12 Tf 20 240 Td (seen with Ha-) Tj 0 -14 Td (nes on deck) Tj ET"),
    "broken over lines": _drawn("BT /F1 12 Tf 20 240 Td (seen with Anna) Tj 0 -14 Td (Hanes on deck) Tj ET"),
    "fi ligature beside it": _ligature,
    "soft hyphen": _drawn("BT /F1 12 Tf 20 240 Td (Ha\\255nes) Tj ET"),
    "accents as in NFC": _drawn("BT /F1 12 Tf 20 240 Td (H\\341nes) Tj ET"),
    "struck twice for boldness": lambda: Sheet().line("Mr Hanes").line("Mr Hanes", x=20.3).finished(),
    "turned by a quarter": _drawn("BT /F1 12 Tf 0 1 -1 0 100 100 Tm (Mr Hanes) Tj ET"),
    "turned by 30 degrees": _drawn("BT /F1 12 Tf 0.866 0.5 -0.5 0.866 60 100 Tm (Mr Hanes) Tj ET"),
    "mirrored": _drawn("BT /F1 12 Tf -1 0 0 1 150 100 Tm (Mr Hanes) Tj ET"),
    "two-byte codes": _identity_font,
    "codes by Differences": _differences,
    "Type 3 glyphs": _type3,
    "Type 3 glyph that writes the word": _type3_glyphs_that_write,
    "split over Contents": _split_streams,
    "in a form": _in_form(),
    "in a moved form": _in_form(Matrix=Array([1, 0, 0, 1, 10, -50])),
    "in a transparency group": _in_form(Group=Dictionary(S=Name.Transparency)),
    "in nested forms": _in_nested_forms,
    "shared form clipped on page 2": _form_clipped_on_second_page,
    "in a tiling pattern": _tiling_pattern,
    "ActualText literal": _drawn("/Span <</ActualText (Hanes)>> BDC BT /F1 12 Tf 20 240 Td (Hxxes) Tj ET EMC"),
    "ActualText UTF-16": _drawn(f"/Span <</ActualText <feff{hex_of(WORD, 'utf-16-be')}>>> BDC EMC"),
    "ActualText from Properties": _properties("BDC"),
    "DP properties": _properties("DP"),
    "MP tag name": _drawn("/Hanes MP"),
    "BMC tag name": _drawn("/Hanes BMC EMC"),
    "DP dictionary": _drawn("/Note <</Who (Hanes)>> DP"),
    "comment in the stream": _drawn("% seen by Hanes"),
    "unknown operator in BX EX": _drawn("BX (Hanes) xyzzy EX"),
    "operand nobody uses": _drawn("(Hanes) 0 g"),
    "unused form": _unused("XObject", lambda sheet: sheet.form("BT /F1 12 Tf (Hanes) Tj ET")),
    "unused property list": _unused("Properties", lambda sheet: sheet.add(Who=String(WORD))),
    "unused font": _unused("Font", lambda sheet: sheet.add(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Hanes)),
    "name of a font resource": _named_resource("Font", "Hanes", lambda sheet: sheet.font, "BT /Hanes 12 Tf 20 40 Td (a) Tj ET"),
    "name of a form": _named_resource("XObject", "Hanes", lambda sheet: sheet.form("0 0 5 5 re f"), "/Hanes Do"),
    "name of a state": _named_resource("ExtGState", "Hanes", lambda sheet: sheet.add(CA=0.5), "/Hanes gs"),
    "name of a colour space": _named_resource("ColorSpace", "Hanes", lambda _: Array([Name.Pattern]), "/Hanes cs"),
    "BaseFont": _font_called("FontName"),
    "FontFamily": _font_called("FontFamily"),
    "CharSet": _font_called("CharSet"),
}  # fmt: skip


def _state(**entries: Any) -> Case:
    def build() -> bytes:
        sheet = Sheet().resource("ExtGState", "G1", Dictionary(**entries))
        return sheet.draw("q /G1 gs BT /F1 12 Tf 20 240 Td (Mr Hanes) Tj ET Q").finished()

    return build


def _layer(on: bool, called: str = "Notes", text: str = "Mr Hanes") -> Case:
    def build() -> bytes:
        sheet = Sheet()
        layer = sheet.add(Type=Name.OCG, Name=String(called))
        sheet.resource("Properties", "L1", layer)
        sheet.pdf.Root.OCProperties = Dictionary(
            OCGs=Array([layer]), D=Dictionary(**({} if on else {"OFF": Array([layer])}), Order=Array([layer]))
        )
        return sheet.draw(f"/OC /L1 BDC BT /F1 12 Tf 20 240 Td ({text}) Tj ET EMC").finished()

    return build


def _layered_form() -> bytes:
    sheet = Sheet()
    layer = sheet.add(Type=Name.OCG, Name=String("Notes"))
    sheet.pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    sheet.resource("XObject", "X1", sheet.form("BT /F1 12 Tf 20 240 Td (Mr Hanes) Tj ET", OC=layer))
    return sheet.draw("/X1 Do").finished()


def _cropped(box: str) -> Case:
    def build() -> bytes:
        sheet = Sheet().line("Mr Hanes", y=20)
        sheet.page[f"/{box}"] = Array([0, 100, 300, 300])
        return sheet.finished()

    return build


def _behind_picture() -> bytes:
    sheet = Sheet().line("Mr Hanes")
    image = sheet.stream(
        b"\x80" * 100, Type=Name.XObject, Subtype=Name.Image, Width=10, Height=10, BitsPerComponent=8, ColorSpace=Name.DeviceGray
    )  # fmt: skip
    return sheet.resource("XObject", "I1", image).draw("q 120 0 0 40 10 230 cm /I1 Do Q").finished()


HIDDEN_CASES: dict[str, Case] = {
    "invisible mode 3": _text("Mr Hanes", more="3 Tr"),
    "clip mode 7": _text("Mr Hanes", more="7 Tr"),
    "fill and clip mode 4": _text("Mr Hanes", more="4 Tr"),
    "white on white": _drawn("1 g BT /F1 12 Tf 20 240 Td (Mr Hanes) Tj ET"),
    "under a black box": lambda: Sheet().line("Mr Hanes").draw("0 g 10 230 120 30 re f").finished(),
    "under a white box": lambda: Sheet().line("Mr Hanes").draw("1 g 10 230 120 30 re f").finished(),
    "transparent": _state(ca=0.0),
    "nearly transparent": _state(ca=0.005),
    "tiny": _text("Hanes", size=0.1),
    "of size 0": _text("Hanes", size=0),
    "scaled to nothing": _drawn("q 0.0001 0 0 0.0001 20 240 cm BT /F1 12 Tf (Hanes) Tj ET Q"),
    "clipped away": _drawn("q 0 0 5 5 re W n BT /F1 12 Tf 20 240 Td (Mr Hanes) Tj ET Q"),
    "clipped to nothing": _drawn("q 0 0 0 0 re W n BT /F1 12 Tf 20 240 Td (Mr Hanes) Tj ET Q"),
    "off the page to the right": _text("Hanes", x=500),
    "off the page below": _text("Hanes", y=-50),
    "far off the page": _text("Hanes", x=50000),
    "outside CropBox": _cropped("CropBox"),
    "outside MediaBox": _cropped("MediaBox"),
    "layer that is on": _layer(True),
    "layer that is off": _layer(False),
    "form in a layer that is off": _layered_form,
    "name of a layer": _layer(True, called="Notes on Hanes", text="Deck plan"),
    "behind a picture": _behind_picture,
}  # fmt: skip
