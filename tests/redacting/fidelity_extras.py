"""Pages with everything but plain text on them: transparency, shadings, patterns, clips, pictures, colours, layers."""

import io
import zlib
from collections.abc import Callable

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name, String

from tests.redacting.pdf_sheet import Sheet

Build = Callable[[], bytes]
_FUNCTION = {"FunctionType": 2, "Domain": Array([0, 1]), "N": 1}


def _sheet() -> Sheet:
    sheet = Sheet(400, 400).line("Then Mr Hanes left the quay at six.", y=250)
    for number, line in enumerate(("The boat was late on Monday.", "Nobody at the office said why.", "It rained.")):
        sheet.line(line, y=60 + 16 * number)
    return sheet


def _soft_mask() -> bytes:
    sheet = _sheet()
    shade = sheet.add(
        ShadingType=2, ColorSpace=Name.DeviceGray, Coords=Array([50, 0, 350, 0]), Extend=Array([True, True]),
        Function=Dictionary(**_FUNCTION, C0=Array([0]), C1=Array([1])),
    )  # fmt: skip
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceGray)
    mask = sheet.form("/S0 sh", Group=group, Resources=Dictionary(Shading=Dictionary(S0=shade)))
    sheet.resource("ExtGState", "Soft", sheet.add(SMask=Dictionary(S=Name.Luminosity, G=mask)))
    return sheet.draw("q /Soft gs 0.1 0.4 0.8 rg 60 120 280 80 re f Q").finished()


def _transparency() -> bytes:
    sheet = _sheet()
    sheet.resource("ExtGState", "Half", sheet.add(ca=0.5, CA=0.5, BM=Name.Multiply))
    knock = sheet.form(
        "1 0 0 rg 20 20 90 60 re f 0 1 0 rg 60 40 90 60 re f", Group=Dictionary(S=Name.Transparency, I=True, K=True)
    )
    sheet.resource("XObject", "Group", knock)
    return sheet.draw("q /Half gs 1 0.8 0 rg 20 120 200 60 re f 1 0 0 1 180 90 cm /Group Do Q").finished()


def _shading(kind: int) -> Build:
    def build() -> bytes:
        sheet = _sheet()
        coords = Array([60, 0, 340, 0]) if kind == 2 else Array([200, 160, 5, 200, 160, 60])
        shade = sheet.add(
            ShadingType=kind, ColorSpace=Name.DeviceRGB, Coords=coords, Extend=Array([True, False]),
            Function=Dictionary(**_FUNCTION, C0=Array([1, 0.5, 0]), C1=Array([0, 0.2, 0.9])),
        )  # fmt: skip
        sheet.resource("Shading", "S0", shade)
        return sheet.draw("q 60 110 280 100 re W n /S0 sh Q").finished()

    return build


def _mesh() -> bytes:
    sheet = _sheet()
    points = bytes(
        value
        for flag, x, y, red, green, blue in (
            (0, 0, 0, 255, 0, 0), (0, 255, 0, 0, 255, 0), (0, 128, 255, 0, 0, 255), (1, 255, 255, 255, 255, 0),
        )
        for value in (flag, x, y, red, green, blue)
    )  # fmt: skip
    shade = sheet.stream(
        points, ShadingType=4, ColorSpace=Name.DeviceRGB, BitsPerCoordinate=8, BitsPerComponent=8, BitsPerFlag=8,
        Decode=Array([60, 340, 110, 210, 0, 1, 0, 1, 0, 1]),
    )  # fmt: skip
    return sheet.resource("Shading", "S0", shade).draw("/S0 sh").finished()


def _tiling(paint: int) -> Build:
    def build() -> bytes:
        sheet = _sheet()
        cell = ("1 0.2 0.2 rg " if paint == 1 else "") + "0 0 6 6 re f 6 6 4 4 re f 2 w 0 11 m 12 11 l S"
        pattern = sheet.stream(
            cell, Type=Name.Pattern, PatternType=1, PaintType=paint, TilingType=1, BBox=Array([0, 0, 12, 12]), XStep=12,
            YStep=12, Resources=Dictionary(),
        )  # fmt: skip
        sheet.resource("Pattern", "P0", pattern)
        sheet.resource("ColorSpace", "Tint", Array([Name.Pattern, Name.DeviceRGB]))
        colour = "/Pattern cs /P0 scn" if paint == 1 else "/Tint cs 0 0.4 0.1 /P0 scn"
        return sheet.draw(f"q {colour} 60 110 280 100 re f Q").finished()

    return build


def _shading_pattern() -> bytes:
    sheet = _sheet()
    shade = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([0, 110, 0, 210]),
        Function=Dictionary(**_FUNCTION, C0=Array([0, 1, 1, 0]), C1=Array([1, 0, 0, 0.2])),
    )  # fmt: skip
    sheet.resource("Pattern", "P0", sheet.add(Type=Name.Pattern, PatternType=2, Shading=shade))
    return sheet.draw("q /Pattern cs /P0 scn /Pattern CS /P0 SCN 9 w 70 120 200 70 re B Q").finished()


def _clipping() -> bytes:
    sheet = _sheet()
    sheet.draw("q 200 160 m 260 110 l 330 200 l 200 210 l h W* n 0.2 0.6 0.9 rg 0 0 400 400 re f")
    sheet.draw("BT /F1 30 Tf 180 150 Td (CLIPPED) Tj ET Q")
    return sheet.draw("q BT 7 Tr /F1 40 Tf 40 120 Td (WINDOW) Tj ET 1 0 0 rg 0 120 400 14 re f Q").finished()


def _pixels() -> bytes:
    return bytes((x * 5 + y * 3 + 40 * c) % 256 for y in range(40) for x in range(40) for c in range(3))


def _picture(space: object, data: bytes, **more: object) -> Build:
    def build() -> bytes:
        sheet = _sheet()
        made = space(sheet) if callable(space) else space
        image = sheet.stream(
            data,
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=40,
            Height=40,
            BitsPerComponent=8,
            ColorSpace=made,
            **more,
        )
        return sheet.resource("XObject", "Im", image).draw("q 120 0 0 90 80 115 cm /Im Do Q").finished()

    return build


def _jpeg() -> bytes:
    sheet = _sheet()
    packed = pymupdf.Pixmap(pymupdf.csRGB, 40, 40, _pixels(), False).tobytes("jpeg")
    image = sheet.stream(
        packed, Type=Name.XObject, Subtype=Name.Image, Width=40, Height=40, BitsPerComponent=8,
        ColorSpace=Name.DeviceRGB, Filter=Name.DCTDecode,
    )  # fmt: skip
    sheet.resource("XObject", "Im", image)
    return sheet.draw("q 100 40 -30 90 120 110 cm /Im Do Q").finished()


def _stencil() -> bytes:
    sheet = _sheet()
    bits = bytes(0b10110011 for _ in range(5 * 40))
    image = sheet.stream(
        bits, Type=Name.XObject, Subtype=Name.Image, Width=40, Height=40, BitsPerComponent=1, ImageMask=True
    )
    sheet.resource("XObject", "Im", image)
    return sheet.draw("q 0.5 0 0.5 rg 120 0 0 90 80 115 cm /Im Do Q").finished()


def _inline_picture() -> bytes:
    sheet = _sheet()
    sheet.draw(b"q 90 0 0 60 80 115 cm BI /W 8 /H 8 /BPC 8 /CS /G ID " + bytes(range(0, 256, 4)) + b" EI Q")
    return sheet.finished()


def _soft_picture() -> bytes:
    sheet = _sheet()
    soft = sheet.stream(
        bytes((x * 6) % 256 for _ in range(40) for x in range(40)), Type=Name.XObject, Subtype=Name.Image, Width=40,
        Height=40, BitsPerComponent=8, ColorSpace=Name.DeviceGray,
    )  # fmt: skip
    image = sheet.stream(
        zlib.compress(_pixels()), Type=Name.XObject, Subtype=Name.Image, Width=40, Height=40, BitsPerComponent=8,
        ColorSpace=Name.DeviceRGB, SMask=soft, Filter=Name.FlateDecode,
    )  # fmt: skip
    return sheet.resource("XObject", "Im", image).draw("q 120 0 0 90 80 115 cm /Im Do Q").finished()


def _icc(sheet: Sheet) -> object:
    profile = pymupdf.mupdf.fz_device_rgb()
    del profile
    from PIL import ImageCms

    return Array([Name.ICCBased, sheet.stream(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), N=3)])


def _calibrated(_sheet: Sheet) -> object:
    return Array([Name.CalRGB, Dictionary(WhitePoint=Array([0.95, 1, 1.09]), Gamma=Array([2.2, 2.2, 2.2]))])


def _indexed(sheet: Sheet) -> object:
    return Array([Name.Indexed, Name.DeviceRGB, 255, sheet.stream(bytes((i * 7) % 256 for i in range(768)))])


def _separation(sheet: Sheet) -> object:
    function = sheet.add(**_FUNCTION, C0=Array([0, 0, 0, 0]), C1=Array([0, 0.8, 0.9, 0.1]))
    return Array([Name.Separation, Name.Harbour, Name.DeviceCMYK, function])


def _separation_text() -> bytes:
    sheet = _sheet()
    sheet.resource("ColorSpace", "Spot", _separation(sheet))
    sheet.draw("/Spot cs 0.7 scn").line("A line in a spot colour of its own", y=160)
    sheet.draw("0.2 0.7 0 0.1 k").line("and one in four inks", y=140)
    return sheet.line("and Mr Hanes once more in inks.", y=120).finished()


def _type3() -> bytes:
    sheet = _sheet()
    shapes = {"a": "0 0 500 700 re f", "b": "0 0 m 500 0 l 250 700 l f"}
    procs = Dictionary({f"/{n}": sheet.stream(f"600 0 0 0 500 700 d1 {shape}") for n, shape in shapes.items()})
    font = sheet.add(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 600, 700]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=procs, Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.a, Name.b])), FirstChar=97,
        LastChar=98, Widths=Array([600, 600]), Resources=Dictionary(),
    )  # fmt: skip
    sheet.resource("Font", "T3", font)
    return sheet.draw("BT /T3 20 Tf 40 150 Td (abbaab) Tj ET").finished()


def _layers(is_hidden_too: bool) -> Build:
    def build() -> bytes:
        sheet = _sheet()
        shown = sheet.add(Type=Name.OCG, Name=String("Map"))
        off = sheet.add(Type=Name.OCG, Name=String("Draft"))
        sheet.pdf.Root.OCProperties = Dictionary(
            OCGs=Array([shown, off]), D=Dictionary(ON=Array([shown]), OFF=Array([off] if is_hidden_too else []))
        )
        sheet.resource("Properties", "L0", shown).resource("Properties", "L1", off)
        sheet.draw("/OC /L0 BDC 0.8 0.9 1 rg 60 110 280 90 re f 0 g").line("On the map", x=80, y=150).draw("EMC")
        sheet.draw("/OC /L1 BDC 1 0 0 rg 300 20 50 50 re f 0 g EMC")
        return sheet.finished()

    return build


def _modes() -> bytes:
    sheet = _sheet()
    sheet.line("Outlined letters", y=190, size=24, more="1 Tr 0.5 w").line("Both", y=160, size=24, more="2 Tr 1 0 0 rg")
    sheet.draw("0 g").line("Spread letters of Mr Hanes here", y=130, more="1.5 Tc 120 Tz 3 Tw 0 Tr")
    return sheet.line("raised", y=110, more="0 Tc 100 Tz 0 Tw 4 Ts").draw("BT 0 Ts ET").finished()


def _dashes() -> bytes:
    sheet = _sheet()
    sheet.draw("q [6 3 1 3] 0 d 2 w 1 J 1 j 40 120 m 120 200 200 60 300 180 c S 0.3 w 40 100 320 110 re S Q")
    return sheet.draw("q 0 0.5 0.9 RG 20 247 340 0.6 re f 12 w 380 20 m 380 380 l S Q").finished()


def _skewed() -> bytes:
    sheet = _sheet()
    sheet.draw("q 0.96 0.26 -0.26 0.96 60 100 cm BT /F1 13 Tf 0 0 Td (Set aslant over the page) Tj ET Q")
    return sheet.draw(
        "BT /F1 1 Tf 14 0 3 14 40 200 Tm (Mr Hanes leans) Tj 0 -1.4 Td (and this one too) Tj ET"
    ).finished()


def _split_streams() -> bytes:
    sheet = _sheet()
    content = sheet.finished()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        page = pdf.pages[0].obj
        data = page.Contents.read_bytes()
        cut = data.index(b"\nBT", len(data) // 2)
        page.Contents = Array([pdf.make_stream(data[:cut]), pdf.make_stream(data[cut:])])
        buffer = io.BytesIO()
        pdf.save(buffer, deterministic_id=True)
        return buffer.getvalue()


_RGB = _pixels()
EXTRA_PAGES: dict[str, Build] = {
    "soft mask": _soft_mask,
    "transparent groups": _transparency,
    "axial shading": _shading(2),
    "radial shading": _shading(3),
    "mesh shading": _mesh,
    "coloured tiling": _tiling(1),
    "uncoloured tiling": _tiling(2),
    "shading as a pattern": _shading_pattern,
    "clipping": _clipping,
    "JPEG, turned": _jpeg,
    "stencil": _stencil,
    "inline picture": _inline_picture,
    "picture with soft mask": _soft_picture,
    "picture in calibrated colours": _picture(_calibrated, _RGB),
    "picture with a profile": _picture(_icc, _RGB),
    "picture in inks": _picture(Name.DeviceCMYK, (_RGB + _RGB)[:6400]),
    "indexed picture": _picture(_indexed, _RGB[:1600]),
    "separation picture": _picture(_separation, _RGB[:1600]),
    "spot colours and inks": _separation_text,
    "font made of drawings": _type3,
    "layers, on": _layers(False),
    "layers, one off": _layers(True),
    "text modes and spacing": _modes,
    "dashes and rules": _dashes,
    "aslant": _skewed,
    "content in two streams": _split_streams,
}
