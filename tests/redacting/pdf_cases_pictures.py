"""Ways in which the pictures and drawings of a PDF can show or hold a word; those that only show it need OCR."""

import io
from collections.abc import Callable
from typing import Any

import pymupdf
from pikepdf import Array, Dictionary, Name

from tests.redacting.pdf_sheet import Sheet

Case = Callable[[], bytes]


def picture_of(text: str, scale: int = 4, width: int = 160, height: int = 40) -> pymupdf.Pixmap:
    """Return the picture of a line of text, RGB."""
    document = pymupdf.open()
    page = document.new_page(width=width, height=height)
    page.insert_text((8, 26), text, fontsize=18)
    return page.get_pixmap(matrix=pymupdf.Matrix(scale, scale), alpha=False)


def _image(sheet: Sheet, pixmap: pymupdf.Pixmap, **entries: Any) -> Any:
    return sheet.stream(
        bytes(pixmap.samples), Type=Name.XObject, Subtype=Name.Image, Width=pixmap.width, Height=pixmap.height,
        BitsPerComponent=8, ColorSpace=Name.DeviceRGB, **entries,
    )  # fmt: skip


def _grey(sheet: Sheet, **entries: Any) -> Any:
    return sheet.stream(
        b"\xa0" * 400, Type=Name.XObject, Subtype=Name.Image, Width=20, Height=20, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray, **entries,
    )  # fmt: skip


def _shown(content: str, text: str = "Mr Hanes met us") -> Case:
    def build() -> bytes:
        sheet = Sheet()
        sheet.resource("XObject", "I1", _image(sheet, picture_of(text)))
        return sheet.draw(content).finished()

    return build


def _as_jpeg(data: Callable[[bytes], bytes] = bytes, text: str = "Mr Hanes met us") -> Case:
    def build() -> bytes:
        sheet = Sheet()
        pixmap = picture_of(text)
        image = sheet.stream(
            b"", Type=Name.XObject, Subtype=Name.Image, Width=pixmap.width, Height=pixmap.height, BitsPerComponent=8,
            ColorSpace=Name.DeviceRGB,
        )  # fmt: skip
        image.write(data(pixmap.tobytes("jpeg")), filter=Name.DCTDecode)
        sheet.resource("XObject", "I1", image)
        return sheet.draw("q 160 0 0 40 20 200 cm /I1 Do Q").finished()

    return build


def _segment(marker: int, data: bytes) -> Callable[[bytes], bytes]:
    return lambda jpeg: jpeg[:2] + bytes([0xFF, marker]) + (len(data) + 2).to_bytes(2, "big") + data + jpeg[2:]


def _beside(key: str, value: Callable[[Sheet], Any]) -> Case:
    def build() -> bytes:
        sheet = Sheet()
        image = _grey(sheet)
        image[f"/{key}"] = value(sheet)
        return sheet.resource("XObject", "I1", image).draw("q 40 0 0 40 20 200 cm /I1 Do Q").finished()

    return build


def _trailing_bytes() -> bytes:
    sheet = Sheet()
    image = sheet.stream(
        b"\xa0" * 400 + b" seen by Hanes ", Type=Name.XObject, Subtype=Name.Image, Width=20, Height=20, BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )  # fmt: skip
    return sheet.resource("XObject", "I1", image).draw("q 40 0 0 40 20 200 cm /I1 Do Q").finished()


def _palette() -> bytes:
    sheet = Sheet()
    image = sheet.stream(
        bytes(range(4)) * 25, Type=Name.XObject, Subtype=Name.Image, Width=10, Height=10, BitsPerComponent=8,
        ColorSpace=Array([Name.Indexed, Name.DeviceRGB, 3, sheet.stream(b"\0\0\0\xff\xff\xff\x80\x80\x80\1\1\1" + b" seen by Hanes ")]),
    )  # fmt: skip
    return sheet.resource("XObject", "I1", image).draw("q 40 0 0 40 20 200 cm /I1 Do Q").finished()


def _spot_colour() -> bytes:
    sheet = Sheet()
    tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0]), C1=Array([1]), N=1)
    sheet.resource("ColorSpace", "S1", Array([Name.Separation, Name.Hanes, Name.DeviceGray, tint]))
    return sheet.draw("/S1 cs 0.5 scn 20 200 40 40 re f").finished()


def _calculator_comment() -> bytes:
    sheet = Sheet()
    tint = sheet.stream("{ % seen by Hanes\n dup }", FunctionType=4, Domain=Array([0, 1]), Range=Array([0, 1, 0, 1]))
    sheet.resource("ColorSpace", "S1", Array([Name.Separation, Name.Spot, Name.DeviceGray, tint]))
    return sheet.draw("/S1 cs 0.5 scn 20 200 40 40 re f").finished()


def _table_comment() -> bytes:
    sheet = Sheet()
    font = sheet.add(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding,
        ToUnicode=sheet.stream("% seen by Hanes\n1 begincodespacerange <00> <ff> endcodespacerange\n"),
    )  # fmt: skip
    return sheet.resource("Font", "F2", font).draw("BT /F2 12 Tf 20 240 Td (abc) Tj ET").finished()


def _outlines(extra: str = "") -> Case:
    """The word as filled paths, as a drawing program exports it."""

    def build() -> bytes:
        import pymupdf as mu

        source = mu.open()
        page = source.new_page(width=300, height=300)
        page.insert_text((20, 60), "Mr Hanes met us", fontsize=18)
        drawn = mu.open(stream=page.get_svg_image(text_as_path=True).encode(), filetype="svg").convert_to_pdf()
        whole = mu.open(stream=drawn)
        if extra:
            whole[0].draw_rect((150, 200, 200, 250), fill=(0, 0, 1))
        buffer = io.BytesIO()
        whole.save(buffer)
        return buffer.getvalue()

    return build


def _shifted_letters() -> bytes:
    """A font whose table says other letters than it shows."""
    sheet = Sheet()
    rows = "".join(f"<{ord(letter):02x}> <{ord(other):04x}>\n" for letter, other in zip("Hanes", "Qwxyz", strict=True))
    table = f"1 begincodespacerange <00> <ff> endcodespacerange\n5 beginbfchar\n{rows}endbfchar\n"
    font = sheet.add(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding, ToUnicode=sheet.stream(table)
    )  # fmt: skip
    return sheet.resource("Font", "F2", font).draw("BT /F2 18 Tf 20 200 Td (Hanes) Tj ET").finished()


BESIDE_CASES: dict[str, Case] = {
    "comment in a JPEG": _as_jpeg(_segment(0xFE, b" seen by Hanes "), text="Deck plan"),
    "EXIF in a JPEG": _as_jpeg(_segment(0xE1, b"Exif\0\0 seen by Hanes "), text="Deck plan"),
    "bytes behind a JPEG": _as_jpeg(lambda jpeg: jpeg + b" seen by Hanes ", text="Deck plan"),
    "bytes behind the last row": _trailing_bytes,
    "bytes behind a palette": _palette,
    "metadata of an image": _beside("Metadata", lambda sheet: sheet.stream("<x>Hanes</x>", Type=Name.Metadata, Subtype=Name.XML)),
    "private key of an image": _beside("Seen", lambda _: Name.Hanes),
    "name of an image": _beside("Name", lambda _: Name.Hanes),
    "measure of an image": _beside("Measure", lambda _: Dictionary(R=Name.Hanes)),
    "name of a spot colour": _spot_colour,
    "comment in a calculator": _calculator_comment,
    "comment in a character table": _table_comment,
}  # fmt: skip

SEEN_CASES: dict[str, Case] = {
    "pixels": _shown("q 160 0 0 40 20 200 cm /I1 Do Q"),
    "pixels of a JPEG": _as_jpeg(),
    "pixels turned": _shown("q 0 160 -40 0 100 40 cm /I1 Do Q"),
    "pixels outside the clip": _shown("q 20 200 20 40 re W n 160 0 0 40 20 200 cm /I1 Do Q"),
    "pixels off the page": _shown("q 160 0 0 40 280 200 cm /I1 Do Q"),
    "picture under a box": _shown("q 160 0 0 40 20 200 cm /I1 Do Q 0 g 10 190 180 60 re f"),
    "drawn letters": _outlines(),
    "font that says other letters": _shifted_letters,
}
