"""Rich text (RTF 1.9.1) as its tokens: groups, control words, and text in the encoding of its font."""

import codecs
import re
from collections.abc import Iterator
from enum import Enum

import msgspec

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<symbol>[^a-zA-Z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<plain>[^\\{}\r\n]+)"
    rb"|[\r\n]+|\\",
    re.S,
)
_CODE_PAGES = {
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gb2312",
    136: "big5",
    161: "cp1253",
    162: "cp1254",
} | {163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250"}
"""Encoding by the character set of a font; the others are in the encoding of the file."""


class TokenKind(Enum):
    """What a token is."""

    OPEN = "open"
    CLOSE = "close"
    WORD = "word"
    SYMBOL = "symbol"
    BYTES = "bytes"


class Token(msgspec.Struct, frozen=True):
    """A token; `name` is a control word or symbol with its `number`, `content` the bytes of text."""

    kind: TokenKind
    name: str = ""
    number: int | None = None
    content: bytes = b""


def tokens_of(content: bytes) -> Iterator[Token]:
    """Yield the tokens of a file; raw data behind `\\bin` is left out."""
    at = 0
    while at < len(content):
        found = _TOKEN.match(content, at)
        if found is None:
            return
        at = found.end()
        if word := found["word"]:
            number = int(found["number"]) if found["number"] else None
            if word == b"bin":
                at += max(0, number or 0)
                continue
            yield Token(TokenKind.WORD, word.decode("ascii"), number)
        elif found["hex"]:
            yield Token(TokenKind.BYTES, content=bytes.fromhex(found["hex"].decode("ascii")))
        elif found["symbol"]:
            yield Token(TokenKind.SYMBOL, found["symbol"].decode("latin-1"))
        elif found["brace"]:
            yield Token(TokenKind.OPEN if found["brace"] == b"{" else TokenKind.CLOSE)
        elif found["plain"]:
            yield Token(TokenKind.BYTES, content=found["plain"])


def encoding_of_font(character_set: int, otherwise: str) -> str:
    """Return the encoding of a font's text by the number of its character set."""
    return _CODE_PAGES.get(character_set, otherwise)


def encoding_of_page(number: int, otherwise: str) -> str:
    """Return the name of a code page's encoding, `otherwise` when it is unknown."""
    name = {65001: "utf-8", 10000: "mac_roman", 1200: "utf-16-le"}.get(number, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return otherwise
