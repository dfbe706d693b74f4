"""PDFs made to do harm or merely broken, built here; each holds the word in plain sight unless it cannot be read."""

import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.redacting.pdf_sheet import WORD, Sheet

Builder = Callable[[], bytes]


def _line() -> Sheet:
    return Sheet().line(f"Then Mr {WORD} left.")


def _written(*objects: bytes, trailer: bytes = b"/Root 1 0 R", xref: bool = True) -> bytes:
    """Write objects 1, 2, ... as they are given, with an ordinary table or none."""
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    if xref:
        out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
        out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def _stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (entries, len(data), data)


_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_TEXT = b"BT /F1 12 Tf 20 240 Td (Then Mr %s left.) Tj ET" % WORD.encode()
_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
_TREE = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"


def _page(entries: bytes = b"/MediaBox [0 0 300 300]") -> bytes:
    return b"<< /Type /Page /Parent 2 0 R %s /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>" % entries


def _with_page(page: bytes, content: bytes = _TEXT, **options: Any) -> bytes:
    return _written(_CATALOG, _TREE, page, _stream(content), _FONT, **options)


def _page_tree_loop() -> bytes:
    return _written(
        _CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"
    )


def _parent_loop() -> bytes:
    tree = b"<< /Type /Pages /Kids [3 0 R] /Count 1 /Parent 6 0 R >>"
    return _written(_CATALOG, tree, _page(b""), _stream(_TEXT), _FONT, b"<< /Parent 2 0 R >>")


def _xref_loop() -> bytes:
    content = _with_page(_page())
    at = int(content.rsplit(b"startxref\n", 1)[1].split()[0])
    return content.replace(b"/Root 1 0 R >>", b"/Root 1 0 R /Prev %d >>" % at)


def _object_stream_in_itself() -> bytes:
    inner = b"6 0 7 30 <</Type/ObjStm/N 1/First 4>>   (seen)"
    packed = _stream(inner, b"/Type /ObjStm /N 2 /First 10 /Extends 6 0 R")
    return _written(_CATALOG, _TREE, _page(), _stream(_TEXT), _FONT, packed)


def _hybrid_table() -> bytes:
    content = _with_page(_page())
    at = len(content)
    hidden = b"9 0 obj\n" + _stream(b"", b"/Type /XRef /Size 10 /W [1 2 1] /Index [6 0] /Root 1 0 R") + b"\nendobj\n"
    start = int(content.rsplit(b"startxref\n", 1)[1].split()[0])
    tail = b"xref\n0 0\ntrailer\n<< /Size 10 /Root 1 0 R /Prev %d /XRefStm %d >>\nstartxref\n%d\n%%%%EOF\n"
    return content + hidden + tail % (start, at, at + len(hidden))


def _very_many_objects(count: int = 15_000) -> Builder:
    def build() -> bytes:
        sheet = _line()
        sheet.pdf.Root.Kept = Array([sheet.add(N=number) for number in range(count)])
        return sheet.finished(object_stream_mode=pikepdf.ObjectStreamMode.generate)

    return build


def _deep_arrays() -> bytes:
    return _with_page(_page(), trailer=b"/Root 1 0 R /Deep " + b"[" * 50_000 + b"]" * 50_000)


def _deep_content() -> bytes:
    return _with_page(_page(), b"q " * 100_000 + _TEXT)


def _deep_dictionaries() -> bytes:
    sheet = _line()
    inner = sheet.add(End=1)
    for _ in range(20_000):
        inner = sheet.add(Next=inner)
    sheet.pdf.Root.Chain = inner
    return sheet.finished()


def _form_in_itself() -> bytes:
    sheet = _line()
    form = sheet.form("/X1 Do")
    form.Resources.XObject = Dictionary(X1=form)
    return sheet.resource("XObject", "X1", form).draw("/X1 Do").finished()


def _forms_in_one_another(drawn: bytes) -> Builder:
    """Return a builder of forms that all give one another, each drawing `drawn` of them."""

    def build() -> bytes:
        sheet = _line()
        forms = [sheet.form("0 0 5 5 re f") for _ in range(24)]
        for form in forms:
            form.Resources.XObject = Dictionary({f"/X{number}": one for number, one in enumerate(forms)})
            form.write(drawn)
        return sheet.resource("XObject", "X1", forms[1]).draw("/X1 Do").finished()

    return build


def _pattern_in_itself() -> bytes:
    sheet = _line()
    pattern = sheet.stream(
        "/Pattern cs /P1 scn 0 0 5 5 re f", PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 9, 9]),
        XStep=9, YStep=9,
    )  # fmt: skip
    pattern.Resources = Dictionary(Pattern=Dictionary(P1=pattern))
    return sheet.resource("Pattern", "P1", pattern).draw("/Pattern cs /P1 scn 20 100 50 50 re f").finished()


def _glyph_in_itself() -> bytes:
    sheet = _line()
    procedure = sheet.stream("500 0 0 0 500 500 d1 BT /F3 1 Tf (a) Tj ET")
    font = sheet.add(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=Array([0, 0, 500, 500]), FontMatrix=Array([0.001, 0, 0, 0.001, 0, 0]),
        CharProcs=Dictionary(a=procedure), Encoding=Dictionary(Differences=Array([97, Name.a])), FirstChar=97, LastChar=97,
        Widths=Array([500]),
    )  # fmt: skip
    font.Resources = Dictionary(Font=Dictionary(F3=font))
    return sheet.resource("Font", "F3", font).draw("BT /F3 12 Tf 20 100 Td (aa) Tj ET").finished()


def _mask_in_itself() -> bytes:
    sheet = _line()
    form = sheet.form("0 0 20 20 re f", Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))
    state = sheet.add(SMask=Dictionary(S=Name.Luminosity, G=form))
    form.Resources.ExtGState = Dictionary(G1=state)
    form.write(b"/G1 gs 0 0 20 20 re f")
    return sheet.resource("ExtGState", "G1", state).draw("/G1 gs 20 100 20 20 re f").finished()


def _outline_loop() -> bytes:
    sheet = _line()
    entry = sheet.add(Title=String("Ferries"))
    entry.Next, entry.First = entry, entry
    sheet.pdf.Root.Outlines = sheet.add(First=entry, Last=entry, Count=1)
    return sheet.finished()


def _name_tree_loop() -> bytes:
    sheet = _line()
    tree = sheet.add()
    tree.Kids = Array([tree])
    sheet.pdf.Root.Names = Dictionary(Dests=tree, EmbeddedFiles=tree)
    return sheet.finished()


def _field_loop() -> bytes:
    sheet = _line()
    field = sheet.field("who", V=String("somebody"))
    field.Kids = Array([field])
    field.Parent = field
    return sheet.finished()


def _unpacks_far() -> bytes:
    packer = zlib.compressobj(9)
    data = packer.compress(_TEXT) + b"".join(packer.compress(b" " * (1 << 20)) for _ in range(60)) + packer.flush()
    return _written(_CATALOG, _TREE, _page(), _stream(data, b"/Filter /FlateDecode"), _FONT)


def _picture_of_great_size() -> bytes:
    sheet = _line()
    picture = sheet.stream(
        b"\0" * 64, Type=Name.XObject, Subtype=Name.Image, Width=60_000, Height=60_000, BitsPerComponent=8,
        ColorSpace=Name.DeviceRGB,
    )  # fmt: skip
    return sheet.resource("XObject", "I1", picture).draw("q 100 0 0 100 20 20 cm /I1 Do Q").finished()


def _only_xfa() -> bytes:
    sheet = _line()
    sheet.pdf.Root.AcroForm = sheet.add(Fields=Array([]), XFA=sheet.stream("<xdp>Hanes</xdp>"))
    sheet.pdf.Root.NeedsRendering = True
    return sheet.finished()


def _portfolio() -> bytes:
    sheet = _line()
    sheet.pdf.attachments["list.txt"] = b"seen: Hanes"
    sheet.pdf.Root.Collection = Dictionary(Type=Name.Collection, View=Name.D)
    return sheet.finished()


def _encrypted(user: str, owner: str = "owner") -> Builder:
    return lambda: _line().finished(encryption=pikepdf.Encryption(user=user, owner=owner, R=6))


def _strange_numbers() -> bytes:
    return _with_page(_page(), b"1e999 nan 0 0 1 -99999999999999999999 cm " + _TEXT + b" 0 0 0 0 0 0 cm " + _TEXT)


def _cut_off() -> bytes:
    content = _line().finished()
    return content[: len(content) * 2 // 3]


def _without_table() -> bytes:
    return _with_page(_page(), xref=False)


def _stream_longer_than_said() -> bytes:
    return _with_page(_page()).replace(b"/Length %d" % len(_TEXT), b"/Length 7")


def _page_listed_very_often() -> bytes:
    kids = b"3 0 R " * 30_000
    return _written(_CATALOG, b"<< /Type /Pages /Kids [%s] /Count 30000 >>" % kids, _page(), _stream(_TEXT), _FONT)


SAVED, DAMAGED = "saved", "damaged"
HOSTILE: dict[str, tuple[Builder, str]] = {
    "page tree in itself": (_page_tree_loop, DAMAGED),
    "parent in itself": (_parent_loop, DAMAGED),
    "table of objects in itself": (_xref_loop, SAVED),
    "object stream in itself": (_object_stream_in_itself, SAVED),
    "hybrid table": (_hybrid_table, SAVED),
    "very many objects": (_very_many_objects(), SAVED),
    "page listed very often": (_page_listed_very_often, DAMAGED),
    "huge page": (lambda: _with_page(_page(b"/MediaBox [0 0 14400000 14400000]")), SAVED),
    "page of no size": (lambda: _with_page(_page(b"/MediaBox [0 0 0 0]")), SAVED),
    "deep arrays": (_deep_arrays, SAVED),
    "deep content": (_deep_content, DAMAGED),
    "long chain": (_deep_dictionaries, SAVED),
    "form in itself": (_form_in_itself, SAVED),
    "forms that give one another": (_forms_in_one_another(b"0 0 5 5 re f"), SAVED),
    "forms that draw one another": (_forms_in_one_another(b"/X2 Do /X3 Do /X4 Do"), SAVED),
    "pattern in itself": (_pattern_in_itself, DAMAGED),
    "glyph in itself": (_glyph_in_itself, SAVED),
    "mask in itself": (_mask_in_itself, SAVED),
    "outline in itself": (_outline_loop, SAVED),
    "names in themselves": (_name_tree_loop, SAVED),
    "field in itself": (_field_loop, SAVED),
    "unpacks far": (_unpacks_far, SAVED),
    "picture of great size": (_picture_of_great_size, "cannot_redact"),
    "only XFA": (_only_xfa, "cannot_redact"),
    "portfolio": (_portfolio, SAVED),
    "encrypted": (_encrypted("secret"), "password_needed"),
    "encrypted for the owner": (_encrypted(""), SAVED),
    "strange numbers": (_strange_numbers, SAVED),
    "cut off": (_cut_off, SAVED),
    "without a table": (_without_table, SAVED),
    "stream longer than said": (_stream_longer_than_said, SAVED),
}
