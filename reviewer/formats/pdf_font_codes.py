"""The strings of a PDF's text operators taken apart into the codes of single glyphs, with their widths."""

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import numpy as np
import pikepdf
from numpy.typing import NDArray

_SPACE_RANGE = re.compile(rb"begincodespacerange(.*?)endcodespacerange", re.DOTALL)
_CID_RANGE = re.compile(rb"begincidrange(.*?)endcidrange", re.DOTALL)
_CID_CHAR = re.compile(rb"begincidchar(.*?)endcidchar", re.DOTALL)
_PAIR = re.compile(rb"<\s*([0-9A-Fa-f\s]+)>\s*<\s*([0-9A-Fa-f\s]+)>")
_TRIPLE = re.compile(rb"<\s*([0-9A-Fa-f\s]+)>\s*<\s*([0-9A-Fa-f\s]+)>\s*(\d+)")
_SINGLE = re.compile(rb"<\s*([0-9A-Fa-f\s]+)>\s*(\d+)")
_MOST_CODES = 1 << 17
_MOST_NUMBERS = 1 << 16


def bearer_of(font: Any) -> Any:  # noqa: ANN401 - a font
    """Return the dictionary that has a font's program: its own, or, where it has one, that of its descendant."""
    descendants = font.get("/DescendantFonts")
    if isinstance(descendants, pikepdf.Array) and len(descendants) and isinstance(descendants[0], pikepdf.Dictionary):
        return descendants[0]
    return font


class UnknownCodesError(ValueError):
    """The font's codes cannot be told apart here."""


class FontCodes:
    """How one font reads strings. `is_drawn`: a Type 3 font; `is_vertical`: lines run downwards."""

    def __init__(self, font: Any) -> None:  # noqa: ANN401 - a font
        self.is_drawn = str(font.get("/Subtype", "")) == "/Type3"
        self.is_vertical = False
        self._lengths: dict[int, list[tuple[int, int]]] = {}
        self._widths: Mapping[int, float] = {}
        self._default: float | None = None
        self._cids: dict[int, int] | None = None
        self.is_composite = str(font.get("/Subtype", "")) == "/Type0"
        if self.is_composite:
            self._read_composite(font)
        else:
            self._read_simple(font)

    def split(self, data: bytes) -> list[bytes]:
        """Return the codes in a string."""
        if not self.is_composite:
            return [data[at : at + 1] for at in range(len(data))]
        if not self._lengths:
            return [data[at : at + 2] for at in range(0, len(data) - 1, 2)]
        codes: list[bytes] = []
        at = 0
        while at < len(data):
            length = self._length_at(data, at)
            codes.append(data[at : at + length])
            at += length
        return codes

    def width(self, code: bytes) -> float | None:
        """Return the advance of a code in thousandths of an em, None when the font does not say."""
        return self.width_of(self.number(code))

    def number(self, code: bytes) -> int:
        """Return the number by which the font knows a code: the code itself, or its CID."""
        number = int.from_bytes(code, "big")
        return number if self._cids is None else self._cids.get(number, 0)

    def width_of(self, number: int) -> float | None:
        """Return the advance of a code by its number, in thousandths of an em, None when the font does not say."""
        return self._widths.get(number, self._default)

    @property
    def has_one_length(self) -> bool:
        """Return whether all codes take one byte, or all two."""
        return not self.is_composite or not self._lengths

    def count(self, data: bytes) -> int:
        """Return how many codes are in a string of a font whose codes have one length."""
        return len(data) // 2 if self.is_composite else len(data)

    def numbers(self, data: bytes) -> NDArray[np.int64]:
        """Return the numbers of all codes in a string of a font whose codes have one length."""
        if not self.is_composite:
            return np.frombuffer(data, np.uint8).astype(np.int64)
        return np.frombuffer(data[: len(data) // 2 * 2], ">u2").astype(np.int64)

    @cached_property
    def all_widths(self) -> NDArray[np.float64]:
        """Return the advance of each number up to 65,535 as `width_of` does, not a number where it gives None."""
        known = np.full(_MOST_NUMBERS, np.nan if self._default is None else self._default)
        for number, width in self._widths.items():
            if 0 <= number < _MOST_NUMBERS:
                known[number] = width
        return known

    def _length_at(self, data: bytes, at: int) -> int:
        for length, ranges in sorted(self._lengths.items()):
            value = int.from_bytes(data[at : at + length], "big")
            if at + length <= len(data) and any(low <= value <= high for low, high in ranges):
                return length
        return min(self._lengths)

    def _read_simple(self, font: Any) -> None:  # noqa: ANN401 - a font
        widths = font.get("/Widths")
        if not isinstance(widths, pikepdf.Array):
            return
        first = int(font.get("/FirstChar", 0))
        scale = 1000 * float(font.FontMatrix[0]) if self.is_drawn and "/FontMatrix" in font else 1.0
        self._widths = {first + at: float(width) * scale for at, width in enumerate(widths)}
        descriptor = font.get("/FontDescriptor")
        missing = descriptor.get("/MissingWidth", 0) if isinstance(descriptor, pikepdf.Dictionary) else 0
        self._default = float(missing)

    def _read_composite(self, font: Any) -> None:  # noqa: ANN401 - a font
        encoding = font.get("/Encoding")
        if isinstance(encoding, pikepdf.Stream):
            self._read_table(encoding)
        else:
            name = str(encoding)
            if name not in ("/Identity-H", "/Identity-V"):
                if "UCS2" not in name and "UTF16" not in name:
                    raise UnknownCodesError("a table of codes that is not in the file")
                self.is_vertical = name.endswith("-V")
                return
            self.is_vertical = name.endswith("V")
        descendant = font.DescendantFonts[0]
        self._default = float(descendant.get("/DW", 1000))
        self._widths = _cid_widths(descendant.get("/W"))

    def _read_table(self, table: Any) -> None:  # noqa: ANN401 - a stream
        if "/UseCMap" in table:
            raise UnknownCodesError("a table of codes that builds on another")
        data = bytes(table.read_bytes())
        self.is_vertical = int(table.get("/WMode", 0)) == 1
        for block in _SPACE_RANGE.findall(data):
            for low, high in _PAIR.findall(block):
                length = len(_digits(low)) // 2
                self._lengths.setdefault(length, []).append((int(_digits(low), 16), int(_digits(high), 16)))
        if not self._lengths or 0 in self._lengths:
            raise UnknownCodesError("a table of codes without ranges")
        cids: dict[int, int] = {}
        for block in _CID_RANGE.findall(data):
            for low, high, cid in _TRIPLE.findall(block):
                start, end = int(_digits(low), 16), int(_digits(high), 16)
                if end - start > _MOST_CODES:
                    raise UnknownCodesError("a table of too many codes")
                cids.update((code, int(cid) + code - start) for code in range(start, end + 1))
        for block in _CID_CHAR.findall(data):
            cids.update((int(_digits(code), 16), int(cid)) for code, cid in _SINGLE.findall(block))
        self._cids = cids


def _digits(text: bytes) -> bytes:
    return b"".join(text.split())


def _cid_widths(array: Any) -> dict[int, float]:  # noqa: ANN401 - an array or nothing
    widths: dict[int, float] = {}
    items = list(array) if isinstance(array, pikepdf.Array) else []
    at = 0
    while at + 1 < len(items):
        first = int(items[at])
        if isinstance(items[at + 1], pikepdf.Array):
            widths.update((first + index, float(width)) for index, width in enumerate(items[at + 1]))
            at += 2
        elif at + 2 < len(items):
            last = min(int(items[at + 1]), first + _MOST_CODES)
            widths.update(dict.fromkeys(range(first, last + 1), float(items[at + 2])))
            at += 3
        else:
            break
    return widths
