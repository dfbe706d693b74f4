"""Small pieces of PDF objects: what a page inherits, what a stream holds."""

import io
from typing import Any

import pikepdf

DEEPEST = 40
"""How deeply objects may be nested."""

UNPACKED = frozenset({"/ASCIIHexDecode", "/ASCII85Decode", "/LZWDecode", "/FlateDecode", "/RunLengthDecode"})
"""The filters that only pack bytes."""


class CannotCopyError(ValueError):
    """A page holds something that cannot be taken along safely as it is."""


def written(pdf: pikepdf.Pdf) -> bytes:
    """Return a PDF as bytes, with nothing in them that tells when or by what it was made."""
    buffer = io.BytesIO()
    pdf.save(
        buffer, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True,
        fix_metadata_version=False,
    )  # fmt: skip
    return buffer.getvalue()


def limited(array: Any, depth: int) -> Any:  # noqa: ANN401 - an array
    """Return an array as it is. Raises CannotCopyError when it is nested too deeply."""
    if depth > DEEPEST:
        raise CannotCopyError("objects nested too deeply")
    return array


def inherited(page: Any, key: str) -> Any:  # noqa: ANN401 - any PDF value
    """Return an entry of a page or of the nearest node above it that has one, None when none has."""
    for _ in range(DEEPEST):
        if page is None or key in page:
            return page.get(key) if page is not None else None
        page = page.get("/Parent")
    return None


def filters(stream: Any) -> list[str]:  # noqa: ANN401 - a stream
    """Return the names of a stream's filters, outermost first."""
    named = stream.get("/Filter")
    if named is None:
        return []
    return [str(one) for one in named] if isinstance(named, pikepdf.Array) else [str(named)]


def unpacked(stream: Any) -> bytes:  # noqa: ANN401 - a stream
    """Return a stream's bytes unpacked. Raises CannotCopyError when there is no stream."""
    if not isinstance(stream, pikepdf.Stream):
        raise CannotCopyError("a stream is missing")
    return bytes(stream.read_bytes())


def raw_jpeg(stream: Any, filters: list[str]) -> bytes:  # noqa: ANN401 - a stream
    """Return the bytes of a JPEG stream."""
    return bytes(
        stream.read_raw_bytes() if len(filters) == 1 else stream.read_bytes(pikepdf.StreamDecodeLevel.generalized)
    )


def trimmed(image: Any, data: bytes) -> bytes:  # noqa: ANN401 - a stream
    """Return the pixels alone: bytes behind the last row are not shown by anything but can be read."""
    width, height = int(image.Width), int(image.Height)
    if image.get("/ImageMask", False):
        return data[: (width + 7) // 8 * height]
    bits = int(image.get("/BitsPerComponent", 8))
    space = pikepdf.PdfImage(image).colorspace if "/ColorSpace" in image else "/DeviceGray"
    channels = {"/DeviceRGB": 3, "/CalRGB": 3, "/Lab": 3, "/DeviceCMYK": 4}.get(str(space), 1)
    spaces = image.get("/ColorSpace")
    if isinstance(spaces, pikepdf.Array):
        family = str(spaces[0])
        if family == "/ICCBased":
            channels = int(spaces[1].N)
        elif family == "/DeviceN":
            channels = len(spaces[1])
        else:
            channels = 3 if family in ("/Lab", "/CalRGB") else 1
    return data[: (width * bits * channels + 7) // 8 * height]


def with_entries(stream: Any, entries: Any) -> Any:  # noqa: ANN401 - a stream
    """Return a stream with more entries."""
    for key, value in entries.items():
        stream[key] = value
    return stream
