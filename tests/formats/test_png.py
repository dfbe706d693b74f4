"""What is read of a PNG."""

import struct
import zlib

import pytest

from reviewer.formats.png import read_png


def png(colour, depth=8, interlace=0):
    def chunk(kind, data):
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    header = struct.pack(">LLBBBBB", 2, 1, depth, colour, 0, 0, interlace)
    rows = zlib.compress(b"\x00" + bytes(2 * {0: 1, 2: 3, 6: 4}[colour]))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", rows[:4])
        + chunk(b"IDAT", rows[4:])
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("colour, components", [(0, 1), (2, 3)])
def test_size_and_rows_are_read_from_all_chunks(colour, components):
    read = read_png(png(colour))
    assert (read.width, read.height, read.components) == (2, 1, components)
    assert zlib.decompress(read.rows) == b"\x00" + bytes(2 * components)


@pytest.mark.parametrize("content", [b"GIF89a", png(6), png(2, depth=16), png(2, interlace=1)])
def test_any_other_picture_is_refused(content):
    with pytest.raises(ValueError, match="PNG"):
        read_png(content)
