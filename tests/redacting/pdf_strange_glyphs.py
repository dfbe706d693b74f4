"""Strange ways to draw or keep a word in a PDF: odd places of letters, odd tables of letters, odd keys."""

import math
from collections.abc import Callable

from pikepdf import Array, Dictionary, Name, String

from tests.redacting.pdf_sheet import WORD, Sheet


class Ways(dict[str, Callable[[], bytes]]):
    """Builders by name."""

    def enter(self, build: Callable[[], bytes]) -> Callable[[], bytes]:
        self[build.__name__.replace("_", " ")] = build
        return build


WAYS = Ways()


@WAYS.enter
def staircase() -> bytes:
    s = Sheet()
    for i, c in enumerate(WORD):
        s.draw(f"BT /F1 14 Tf 1 0 0 1 {20 + 9 * i} {240 - 4 * i} Tm ({c}) Tj ET")
    return s.finished()


@WAYS.enter
def steep_staircase() -> bytes:
    s = Sheet()
    for i, c in enumerate(WORD):
        s.draw(f"BT /F1 14 Tf 1 0 0 1 {20 + 9 * i} {240 - 9 * i} Tm ({c}) Tj ET")
    return s.finished()


@WAYS.enter
def column() -> bytes:
    s = Sheet()
    for i, c in enumerate(WORD):
        s.draw(f"BT /F1 14 Tf 1 0 0 1 20 {240 - 14 * i} Tm ({c}) Tj ET")
    return s.finished()


@WAYS.enter
def circle() -> bytes:
    s = Sheet()
    for i, c in enumerate(WORD):
        a = math.radians(60 - 18 * i)
        x, y = 150 + 60 * math.cos(a + math.pi / 2 - 1), 150 + 60 * math.sin(a + math.pi / 2 - 1)
        r = a - 1
        s.draw(
            f"BT /F1 14 Tf {math.cos(r):.3f} {math.sin(r):.3f} {-math.sin(r):.3f} {math.cos(r):.3f} {x:.1f} {y:.1f} Tm ({c}) Tj ET"
        )
    return s.finished()


@WAYS.enter
def negative_spacing() -> bytes:
    s = Sheet()
    return s.draw(f"BT /F1 12 Tf -16 Tc 100 200 Td ({WORD[::-1]}) Tj ET").finished()


@WAYS.enter
def kerning_swaps() -> bytes:
    s = Sheet()
    return s.draw("BT /F1 12 Tf 60 200 Td [(anes) 3500 (H)] TJ ET").finished()


@WAYS.enter
def sizes() -> bytes:
    s = Sheet()
    return s.draw(
        "BT 20 200 Td " + " ".join(f"/F1 {8 + 3 * i} Tf ({c}) Tj" for i, c in enumerate(WORD)) + " ET"
    ).finished()


@WAYS.enter
def alternating_fonts() -> bytes:
    s = Sheet()
    s.resource("Font", "F2", s.add(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Times-Roman")))
    return s.draw(
        "BT 20 200 Td " + " ".join(f"/F{1 + i % 2} 12 Tf ({c}) Tj" for i, c in enumerate(WORD)) + " ET"
    ).finished()


@WAYS.enter
def form_a_letter() -> bytes:
    s = Sheet()
    for i, c in enumerate(WORD):
        s.resource("XObject", f"L{i}", s.form(f"BT /F1 12 Tf {20 + 8 * i} 200 Td ({c}) Tj ET"))
        s.draw(f"/L{i} Do")
    return s.finished()


def cmapped(code_text, shown_text="x"):
    s = Sheet()
    pairs = " ".join(f"<{code:02x}> <{text.encode('utf-16-be').hex()}>" for code, text in code_text.items())
    cm = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <00> <ff> "
        f"endcodespacerange {len(code_text)} beginbfchar {pairs} endbfchar endcmap end end"
    )
    s.resource(
        "Font",
        "F2",
        s.add(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name.Helvetica,
            Encoding=Name.WinAnsiEncoding,
            ToUnicode=s.stream(cm),
        ),
    )
    return s.draw(f"BT /F2 12 Tf 20 200 Td ({shown_text}) Tj ET").finished()


@WAYS.enter
def one_code_whole_word() -> bytes:
    return cmapped({0x78: WORD})


@WAYS.enter
def space_code_word() -> bytes:
    return cmapped({0x20: WORD}, " ")


@WAYS.enter
def cmap_cyrillic() -> bytes:
    return cmapped({0x61: "а", 0x65: "е"}, "Hanes")


@WAYS.enter
def cmap_zwj() -> bytes:
    return cmapped({0x7E: "\u200d"}, "H~a~n~e~s")


@WAYS.enter
def cmap_rlo() -> bytes:
    return cmapped({0x7E: "\u202e"}, "~senaH")


@WAYS.enter
def cmap_tags() -> bytes:
    return cmapped({0x61 + i: chr(0xE0000 + ord(c)) for i, c in enumerate(WORD)}, "abcde")


@WAYS.enter
def cmap_unused_code() -> bytes:
    return cmapped({0x78: "x", 0xFE: WORD})


@WAYS.enter
def cmap_wrong_letters() -> bytes:
    return cmapped({ord(a): b for a, b in zip("Hanes", "Bolty", strict=False)}, "Hanes")


@WAYS.enter
def cmap_one_wrong() -> bytes:
    return cmapped({ord("n"): "r"}, "Hanes said the others came later on")


@WAYS.enter
def vertical() -> bytes:
    s = Sheet()
    d = s.add(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.Helvetica,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Japan1"), Supplement=2),
    )
    s.resource(
        "Font",
        "F2",
        s.add(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name.Helvetica,
            Encoding=Name("/UniJIS-UTF16-V"),
            DescendantFonts=Array([d]),
        ),
    )
    return s.draw(f"BT /F2 12 Tf 20 200 Td <{WORD.encode('utf-16-be').hex()}> Tj ET").finished()


@WAYS.enter
def pattern_paint2() -> bytes:
    s = Sheet()
    p = s.stream(
        f"BT /F1 12 Tf 20 200 Td ({WORD}) Tj ET",
        PatternType=1,
        PaintType=2,
        TilingType=1,
        BBox=Array([0, 0, 300, 300]),
        XStep=300,
        YStep=300,
        Resources=Dictionary(Font=Dictionary(F1=s.font)),
    )
    s.resource("Pattern", "P1", p)
    s.resource("ColorSpace", "CP", Array([Name.Pattern, Name.DeviceRGB]))
    return s.draw("/CP cs 1 0 0 /P1 scn 0 100 300 150 re f").finished()


@WAYS.enter
def soft_mask() -> bytes:
    s = Sheet()
    f = s.form(f"1 g BT /F1 12 Tf 20 200 Td ({WORD}) Tj ET", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))
    s.resource("ExtGState", "G1", Dictionary(SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=f)))
    return s.draw("q /G1 gs 1 0 0 rg 0 100 300 150 re f Q").finished()


@WAYS.enter
def clip_text_with_fill() -> bytes:
    return Sheet().draw(f"q BT /F1 20 Tf 7 Tr 20 200 Td ({WORD}) Tj ET 1 0 0 rg 0 100 300 150 re f Q").finished()


@WAYS.enter
def ocmd_alloff() -> bytes:
    s = Sheet()
    layer = s.add(Type=Name.OCG, Name=String("L"))
    s.pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(ON=Array([layer])))
    s.resource("Properties", "M", s.add(Type=Name.OCMD, OCGs=Array([layer]), P=Name.AllOff))
    return s.draw(f"/OC /M BDC BT /F1 12 Tf 20 200 Td ({WORD}) Tj ET EMC").finished()


@WAYS.enter
def print_only_layer() -> bytes:
    s = Sheet()
    layer = s.add(
        Type=Name.OCG,
        Name=String("L"),
        Usage=Dictionary(Print=Dictionary(PrintState=Name.ON), View=Dictionary(ViewState=Name.OFF)),
    )
    s.pdf.Root.OCProperties = Dictionary(
        OCGs=Array([layer]),
        D=Dictionary(
            ON=Array([layer]), AS=Array([Dictionary(Event=Name.View, OCGs=Array([layer]), Category=Array([Name.View]))])
        ),
    )
    s.resource("Properties", "M", layer)
    return s.draw(f"/OC /M BDC BT /F1 12 Tf 20 200 Td ({WORD}) Tj ET EMC").finished()


@WAYS.enter
def layer_ve() -> bytes:
    s = Sheet()
    layer = s.add(Type=Name.OCG, Name=String("L"))
    s.pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(ON=Array([layer])))
    s.resource("Properties", "M", s.add(Type=Name.OCMD, VE=Array([Name.Not, layer])))
    return s.draw(f"/OC /M BDC BT /F1 12 Tf 20 200 Td ({WORD}) Tj ET EMC").finished()
