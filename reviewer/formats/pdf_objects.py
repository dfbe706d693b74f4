"""Small pieces of PDF objects: what a page inherits, what a stream holds."""

import io
from typing import Any

import pikepdf

DEEPEST = 40
"""How deeply objects may be nested."""

UNPACKED = frozenset({"/ASCIIHexDecode", "/ASCII85Decode", "/LZWDecode", "/FlateDecode", "/RunLengthDecode"})
"""The filters that only pack bytes."""


_CHANNELS = {
    "/DeviceGray": 1, "/G": 1, "/CalGray": 1, "/Indexed": 1, "/I": 1, "/Separation": 1,
    "/DeviceRGB": 3, "/RGB": 3, "/CalRGB": 3, "/Lab": 3, "/DeviceCMYK": 4, "/CMYK": 4,
}  # fmt: skip


class CannotCopyError(ValueError):
    """A page holds something that cannot be taken along safely as it is."""


def written(pdf: pikepdf.Pdf) -> bytes:
    """Return a PDF as bytes, with nothing in them that tells when, by what or of what it was made.

    An identifier that it has already is a hash of what it was before.
    """
    if "/ID" in pdf.trailer:
        del pdf.trailer["/ID"]
    buffer = io.BytesIO()
    pdf.save(
        buffer, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True,
        fix_metadata_version=False,
    )  # fmt: skip
    return buffer.getvalue()


def has_font_programs(pdf: pikepdf.Pdf) -> bool:
    """Return whether a PDF brings fonts along."""
    keys = ("/FontFile", "/FontFile2", "/FontFile3")
    return any(isinstance(one, pikepdf.Dictionary) and any(key in one for key in keys) for one in pdf.objects)


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
    return bytes(stream.read_bytes(pikepdf.StreamDecodeLevel.specialized))


def raw_jpeg(stream: Any, filters: list[str]) -> bytes:  # noqa: ANN401 - a stream
    """Return the bytes of a JPEG stream, out of whatever they are packed in besides."""
    raw = bytes(stream.read_raw_bytes())
    if len(filters) == 1:
        return raw
    with pikepdf.new() as apart:
        outer = apart.make_stream(raw)
        outer.Filter = pikepdf.Array([pikepdf.Name(one) for one in filters[:-1]])
        return unpacked(outer)


def trimmed(image: Any, data: bytes) -> bytes:  # noqa: ANN401 - a stream
    """Return the pixels alone: bytes behind the last row are not shown by anything but can be read."""
    width, height = int(image.Width), int(image.Height)
    if image.get("/ImageMask", False):
        return data[: (width + 7) // 8 * height]
    bits = int(image.get("/BitsPerComponent", 8))
    channels = channels_of(image.get("/ColorSpace"))
    return data[: (width * bits * channels + 7) // 8 * height]


def channels_of(space: Any) -> int:  # noqa: ANN401 - a colour space
    """Return how many numbers a colour of a colour space has. Raises CannotCopyError for one that is unknown."""
    family = str(space[0]) if isinstance(space, pikepdf.Array) else str(space)
    if family == "/ICCBased":
        return int(space[1].N)
    if family == "/DeviceN":
        return len(space[1])
    count = _CHANNELS.get(family)
    if count is None:
        raise CannotCopyError("a colour space that is not known")
    return count


def with_entries(stream: Any, entries: Any) -> Any:  # noqa: ANN401 - a stream
    """Return a stream with more entries."""
    for key, value in entries.items():
        stream[key] = value
    return stream
