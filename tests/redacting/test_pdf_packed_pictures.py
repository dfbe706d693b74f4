import base64
import io
import zlib

import pikepdf
import pytest
from pikepdf import Array, Name
from PIL import Image

from reviewer.model.redaction import RedactionLoss, RedactionOrder
from reviewer.redacting.pdf import redact_pdf
from tests.redacting.pdf_sheet import Sheet

ORDER = RedactionOrder(terms=("Hanes",), reason="s 40")


def picture_page(packed: bytes, filters: Array) -> bytes:
    sheet = Sheet().line("Then Hanes left")
    stream = sheet.stream(
        packed,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=16,
        Height=16,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )
    stream.write(packed, filter=filters)
    sheet.resource("XObject", "Im", stream)
    return sheet.draw("q 60 0 0 60 20 20 cm /Im Do Q").finished(
        compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none
    )


def jpeg() -> bytes:
    buffer = io.BytesIO()
    Image.frombytes("L", (16, 16), bytes(range(256))).save(buffer, "JPEG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("packed", "filters"),
    [
        (
            b"".join(b"\x0f" + bytes(range(at, at + 16)) for at in range(0, 256, 16)) + b"\x80",
            Array([Name.RunLengthDecode]),
        ),
        (zlib.compress(jpeg()), Array([Name.FlateDecode, Name.DCTDecode])),
        (jpeg().hex().encode() + b">", Array([Name.ASCIIHexDecode, Name.DCTDecode])),
        (base64.a85encode(jpeg()) + b"~>", Array([Name.ASCII85Decode, Name.DCTDecode])),
    ],
    ids=["run lengths", "deflated JPEG", "JPEG in hex", "JPEG in ASCII85"],
)
def test_a_picture_in_a_rarer_packing_stays_on_an_edited_page(packed: bytes, filters: Array) -> None:
    redacted = redact_pdf("memo.pdf", picture_page(packed, filters), ORDER)
    assert not [note for note in redacted.losses if note.loss is RedactionLoss.TEXT_LAYER]
    with pikepdf.open(io.BytesIO(redacted.content)) as pdf:
        (picture,) = pdf.pages[0].get_images().values()
        shades = pikepdf.PdfImage(picture).as_pil_image().convert("L").tobytes()
    assert max(abs(shade - number) for number, shade in enumerate(shades)) < 12
