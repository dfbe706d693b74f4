"""Strings of page content that are numbers of glyphs: read as letters they spell short words by chance alone."""

import re
from typing import Any

import pikepdf

_STEP = re.compile(
    rb"(?P<literal>\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\))|(?P<dictionary><<|>>)"
    rb"|<(?P<hex>[0-9A-Fa-f\s]*)>|%[^\r\n]*|/(?P<name>[^\s()<>\[\]{}/%]+)|(?P<word>[A-Za-z'\"*]+\d?\*?)"
)
_CODE_OF_TABLE = re.compile(rb"<[0-9A-Fa-f]{1,4}>")
_LETTERS_OF_TABLE = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_CODE_OF_CHAR = re.compile(rb"<[0-9A-Fa-f\s]*>\s*(<[0-9A-Fa-f\s]*>)")
_CODES_OF_RANGE = re.compile(rb"<[0-9A-Fa-f\s]*>\s*<[0-9A-Fa-f\s]*>\s*(<[0-9A-Fa-f\s]*>|\[.*?\])", re.DOTALL)
_VALUE = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_APART = "\u00a6"
_MANY_LETTERS = 20
_DEEPEST = 40
_FAULTS = (pikepdf.PdfError, ValueError, TypeError, KeyError, RuntimeError, AttributeError)


def fonts_of_numbers(pdf: pikepdf.Pdf) -> dict[int, frozenset[bytes]]:
    """Return for content streams of pages, by number, the names of fonts whose strings are numbers of glyphs.

    These are composite fonts with glyph numbers of two bytes for codes, of which a table tells the letters. Nothing of
    a document with layers: what a layer hides is looked at by nobody.
    """
    found: dict[int, frozenset[bytes]] = {}
    try:
        if "/OCProperties" in pdf.Root:
            return {}
        for page in pdf.pages:
            names = _numbered(_resources(page.obj))
            contents = page.obj.get("/Contents")
            for stream in contents if isinstance(contents, pikepdf.Array) else [contents]:
                if isinstance(stream, pikepdf.Stream):
                    found[stream.objgen[0]] = found.get(stream.objgen[0], names) & names
    except _FAULTS:
        return {}
    return {number: names for number, names in found.items() if names}


def without_numbers(data: bytes, fonts: frozenset[bytes]) -> bytes:
    """Return page content with nothing in the strings that it shows in some fonts; the rest as it is.

    A font that is chosen outside the stream is none of them.
    """
    return _Content(fonts).without_numbers(data) if fonts else data


def is_table(data: bytes) -> bool:
    """Return whether decoded data is a font's table of codes."""
    return b"begincmap" in data


def without_codes(data: bytes) -> bytes:
    """Return a table of codes without those of up to two bytes, whose digits read as letters: <0BAD>."""
    return _CODE_OF_TABLE.sub(b"<>", data)


def letters_of_table(data: bytes) -> str:
    """Return the letters that a table of codes gives, in its order, which may be that in which a text uses them.

    Stretches of the alphabet are taken apart: they tell of no text. So is a long table that is sorted as a whole.
    """
    letters: list[str] = []
    for kind, block in _LETTERS_OF_TABLE.findall(data):
        bare = (_CODE_OF_CHAR if kind == b"bfchar" else _CODES_OF_RANGE).sub(rb"\1", block)
        for value in _VALUE.findall(bare):
            digits = b"".join(value.split())
            letters.append(
                bytes.fromhex(digits.decode("ascii") + "0" * (len(digits) % 2)).decode("utf-16-be", "replace")
            )
    if len(letters) >= _MANY_LETTERS and letters == sorted(letters):
        return _APART.join(letters)
    return "".join(
        f"{_APART}{letter}{_APART}" if _is_in_alphabet(letters, at) else letter for at, letter in enumerate(letters)
    )


def _is_in_alphabet(letters: list[str], at: int) -> bool:
    """Return whether a letter stands with two others in the order of the alphabet."""
    return any(
        start >= 0 and start + 2 < len(letters) and _follow(letters[start], letters[start + 1], letters[start + 2])
        for start in (at - 2, at - 1, at)
    )


def _follow(first: str, second: str, third: str) -> bool:
    return len(first) == len(second) == len(third) == 1 and ord(first) + 2 == ord(second) + 1 == ord(third)


class _Content:
    """Follows which font is chosen."""

    def __init__(self, fonts: frozenset[bytes]) -> None:
        self._fonts = fonts
        self._saved: list[bool] = []
        self._is_numbers = False
        self._name = b""
        self._deep = 0

    def without_numbers(self, data: bytes) -> bytes:
        return _STEP.sub(self._step, data)

    def _step(self, match: re.Match[bytes]) -> bytes:
        kind, whole = match.lastgroup, match.group()
        if kind == "dictionary":
            self._deep += 1 if whole == b"<<" else -1
        elif kind == "name":
            self._name = match["name"]
        elif kind == "word":
            self._follow(match["word"])
        elif self._is_numbers and not self._deep:
            return b"()" if kind == "literal" else b"<>" if kind == "hex" else whole
        return whole

    def _follow(self, operator: bytes) -> None:
        if operator == b"Tf":
            self._is_numbers = self._name in self._fonts
        elif operator == b"q":
            self._saved.append(self._is_numbers)
        elif operator == b"Q":
            self._is_numbers = self._saved.pop() if self._saved else False
        elif operator in (b"gs", b"BI", b"ID"):
            self._is_numbers = False


def _resources(page: Any) -> Any:  # noqa: ANN401 - a page object
    for _ in range(_DEEPEST):
        if page is None or "/Resources" in page:
            return page.get("/Resources") if page is not None else None
        page = page.get("/Parent")
    return None


def _numbered(resources: Any) -> frozenset[bytes]:  # noqa: ANN401 - a dictionary, or nothing
    fonts = resources.get("/Font") if isinstance(resources, pikepdf.Dictionary) else None
    if not isinstance(fonts, pikepdf.Dictionary):
        return frozenset()
    return frozenset(name[1:].encode("latin-1") for name, font in fonts.items() if _is_numbered(font))


def _is_numbered(font: Any) -> bool:  # noqa: ANN401 - a font
    return (
        isinstance(font, pikepdf.Dictionary)
        and str(font.get("/Subtype", "")) == "/Type0"
        and str(font.get("/Encoding", "")) in ("/Identity-H", "/Identity-V")
        and isinstance(font.get("/ToUnicode"), pikepdf.Stream)
    )
