"""A Type 1 font program made in code: letters that are boxes of different widths, encrypted as such programs are."""

from collections.abc import Mapping

LETTER = 4330
PROGRAM = 55665


def encrypted(plain: bytes, key: int) -> bytes:
    """Encrypt behind four bytes that say nothing."""
    made = bytearray()
    for byte in b"\x00\x00\x00\x00" + plain:
        made.append(byte ^ (key >> 8))
        key = ((made[-1] + key) * 52845 + 22719) % 65536
    return bytes(made)


def number(value: int) -> bytes:
    """Write a number into an outline."""
    return b"\xff" + value.to_bytes(4, "big", signed=True)


def box(width: int) -> bytes:
    """Return the outline of a box: 0 width hsbw, a move, three lines."""
    steps = ((0, 5), (width - 60, 6), (600, 7), (60 - width, 6))
    lines = b"".join(number(length) + bytes([operator]) for length, operator in steps[1:])
    return number(30) + number(width) + b"\x0d" + number(0) + number(0) + b"\x15" + lines + b"\x09\x0e"


def accented(width: int, base: str, accent: int) -> bytes:
    """Return an outline composed of a letter and an accent by its code in the standard encoding."""
    parts = (0, 0, 0, ord(base), accent)
    return number(30) + number(width) + b"\x0d" + b"".join(map(number, parts)) + b"\x0c\x06"


def type1_program(outlines: Mapping[str, bytes], encoding: Mapping[int, str]) -> tuple[bytes, int, int]:
    """Return a program with these glyphs and codes, the length of its clear part and of its encrypted one."""
    codes = "".join(f"dup {code} /{name} put\n" for code, name in encoding.items())
    clear = (
        "%!PS-AdobeFont-1.0: Boxes\n11 dict begin\n/FontName /Boxes def\n/FontType 1 def\n/PaintType 0 def\n"
        "/FontMatrix [0.001 0 0 0.001 0 0] readonly def\n/FontBBox {0 0 1000 1000} readonly def\n"
        f"/Encoding 256 array\n0 1 255 {{1 index exch /.notdef put}} for\n{codes}readonly def\ncurrentdict end\n"
        "currentfile eexec\n"
    ).encode()
    glyphs = {".notdef": box(500), **outlines}
    entries = b""
    for name, outline in glyphs.items():
        secret = encrypted(outline, LETTER)
        entries += f"/{name} {len(secret)} RD ".encode() + secret + b" ND\n"
    private = (
        b"dup /Private 8 dict dup begin\n/RD {string currentfile exch readstring pop} executeonly def\n"
        b"/ND {noaccess def} executeonly def\n/NP {noaccess put} executeonly def\n/BlueValues [] def\n"
        b"/MinFeature {16 16} def\n/password 5839 def\n/Subrs 0 array\nND\n"
        + f"2 index /CharStrings {len(glyphs)} dict dup begin\n".encode()
        + entries
        + b"end\nend\nreadonly put\nnoaccess put\ndup /FontName get exch definefont pop\nmark currentfile closefile\n"
    )
    secret = encrypted(private, PROGRAM)
    return clear + secret + (b"0" * 64 + b"\n") * 8 + b"cleartomark\n", len(clear), len(secret)
