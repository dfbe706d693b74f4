"""What a PDF or DOCX needs to know of a PNG picture (ISO/IEC 15948)."""

import struct
from dataclasses import dataclass

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COMPONENTS = {0: 1, 2: 3}


@dataclass(frozen=True)
class Png:
    """Size in pixels, components a pixel, and the compressed rows as they stand in the file."""

    width: int
    height: int
    components: int
    rows: bytes


def read_png(content: bytes) -> Png:
    """Read an 8-bit grey or RGB picture without interlace or transparency. Raises ValueError for any other."""
    if not content.startswith(_SIGNATURE):
        raise ValueError("not a PNG")
    width, height, depth, colour, _, _, interlace = struct.unpack_from(">LLBBBBB", content, 16)
    if depth != 8 or colour not in _COMPONENTS or interlace:
        raise ValueError(f"a PNG of depth {depth}, colour type {colour}, interlace {interlace}")
    rows, at = bytearray(), 8
    while at + 8 <= len(content):
        length, kind = struct.unpack_from(">L4s", content, at)
        if kind == b"IDAT":
            rows += content[at + 8 : at + 8 + length]
        at += 12 + length
    return Png(width, height, _COMPONENTS[colour], bytes(rows))
