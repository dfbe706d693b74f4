"""Strange places to keep a word in the objects of a PDF."""

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.redacting.pdf_sheet import WORD, Sheet
from tests.redacting.pdf_strange_glyphs import Ways

WAYS = Ways()


@WAYS.enter
def registry() -> bytes:
    s = Sheet()
    d = s.add(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.Helvetica,
        CIDSystemInfo=Dictionary(Registry=String(WORD), Ordering=String("Identity"), Supplement=0),
    )
    s.resource(
        "Font",
        "F2",
        s.add(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=Name.Helvetica,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([d]),
        ),
    )
    return s.draw("BT /F2 12 Tf 20 200 Td <0041> Tj ET").finished()


@WAYS.enter
def glyph_name_unused() -> bytes:
    s = Sheet()
    s.resource(
        "Font",
        "F2",
        s.add(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name.Helvetica,
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([1, Name(f"/{WORD}"), 65, Name.A])),
        ),
    )
    return s.draw("BT /F2 12 Tf 20 200 Td (A) Tj ET").finished()


@WAYS.enter
def halftone_name() -> bytes:
    s = Sheet()
    s.resource(
        "ExtGState",
        "G1",
        Dictionary(
            HT=Dictionary(
                Type=Name.Halftone,
                HalftoneType=1,
                HalftoneName=String(WORD),
                Frequency=60,
                Angle=45,
                SpotFunction=Name.Round,
            )
        ),
    )
    return s.draw("/G1 gs").finished()


@WAYS.enter
def extensions() -> bytes:
    s = Sheet()
    s.pdf.Root.Extensions = Dictionary({f"/{WORD}": Dictionary(BaseVersion=Name("/1.7"), ExtensionLevel=3)})
    return s.finished()


@WAYS.enter
def page_id() -> bytes:
    s = Sheet()
    s.page.ID = String(WORD)
    s.page.LastModified = String(WORD)
    return s.finished()


@WAYS.enter
def twice_same_number() -> bytes:
    b = Sheet().finished(object_stream_mode=pikepdf.ObjectStreamMode.disable)
    i = b.index(b"1 0 obj")
    return b[:i] + b"1 0 obj\n<</Said (Hanes)>>\nendobj\n" + b[i:]


@WAYS.enter
def inline_picture_key() -> bytes:
    return Sheet().draw(b"q 10 0 0 10 20 100 cm BI /W 1 /H 1 /BPC 8 /CS /G /Hanes 1 ID \xff EI Q").finished()


@WAYS.enter
def external_stream() -> bytes:
    s = Sheet()
    o = s.stream(b"q Q", F=Dictionary(F=String(f"{WORD}.bin")))
    s.resource("XObject", "Q", o)
    return s.finished()


@WAYS.enter
def form_name_key() -> bytes:
    s = Sheet()
    s.resource("XObject", "Q", s.form("q Q", Name=Name(f"/{WORD}"), Ref=Dictionary(F=String(WORD))))
    return s.draw("/Q Do").finished()


@WAYS.enter
def shading_key() -> bytes:
    s = Sheet()
    s.resource(
        "Shading",
        "S1",
        Dictionary(
            ShadingType=2,
            ColorSpace=Name.DeviceGray,
            Coords=Array([0, 0, 1, 1]),
            Function=Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, XX=String(WORD)),
            Said=String(WORD),
        ),
    )
    return s.draw("q 20 20 10 10 re W n /S1 sh Q").finished()


@WAYS.enter
def devicen_attributes() -> bytes:
    s = Sheet()
    fn = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0]), C1=Array([1]), N=1)
    s.resource(
        "ColorSpace",
        "C1",
        Array(
            [
                Name.DeviceN,
                Array([Name.Spot]),
                Name.DeviceGray,
                fn,
                Dictionary(Colorants=Dictionary({f"/{WORD}": Name.X})),
            ]
        ),
    )
    return s.draw("/C1 cs 1 scn 20 20 5 5 re f").finished()
