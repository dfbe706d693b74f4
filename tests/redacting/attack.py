"""A crude attack on a file, independent of the code that redacts: every byte of it, unpacked and read in every way."""

import base64
import html
import io
import quopri
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator

_TAG = re.compile(r"<[^<>]*>")
_SYMBOL = re.compile(r'<w:sym [^>]*w:char="[fF]0([0-9A-Fa-f]{2})"[^>]*/>')
_BASE64 = re.compile(rb"[A-Za-z0-9+/]{8,}={0,2}(?:\r?\n[A-Za-z0-9+/]+={0,2})*")
_ENCODED_WORD = re.compile(r"=\?utf-8\?[Qq]\?([^?]*)\?=\s?")
_JSON = re.compile(r"\\u([0-9a-fA-F]{4})")
_HEX = re.compile(rb"(?:[0-9a-fA-F]{2} ?){6,}")
_UNSHOWN = re.compile(r"<(script)\b.*?</\1>|<(\w+) hidden>.*?</\2>", re.DOTALL)
_STYLE_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6}) ?")
_NAME_IN_PIECES = re.compile(r";\s*filename\*\d+=")
_ORDERED = re.compile(r"order:(\d+)'>(\w+)<")
_WRITTEN_BEFORE = re.compile(r"\.(\w+)::before\{content:'([^']*)'")
_VALUE_SHOWN = re.compile(r"<i data-x=(\w+)>")
_PERCENT = re.compile(rb"%([0-9A-Fa-f]{2})")
_LOOKALIKES = str.maketrans("АВЕКМНОРСТХаеорсхѕіј", "ABEKMHOPCTXaeopcxsij")


def holds(content: bytes, word: str) -> bool:
    """Return whether the letters of a word stand anywhere in a file, forwards or backwards."""
    wanted = _letters(word)
    return any(wanted in letters or wanted[::-1] in letters for letters in map(_letters, _readings(content)))


def _readings(data: bytes, depth: int = 0) -> Iterator[str]:
    if depth > 4:
        return
    for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1"):
        text = data.decode(encoding, "replace")
        yield text
        yield html.unescape(text)
        yield _ENCODED_WORD.sub(lambda match: quopri.decodestring(match[1]).decode("utf-8", "replace"), text)
        yield _JSON.sub(lambda match: chr(int(match[1], 16)), text)
        if "<" in text:
            shown = _SYMBOL.sub(lambda match: chr(int(match[1], 16)), text)
            yield html.unescape(_TAG.sub("", shown))
            yield html.unescape(shown)
    once = _PERCENT.sub(_percent, data)
    yield from (one.decode("utf-8", "replace") for one in (once, _PERCENT.sub(_percent, once)))
    plain = data.decode("utf-8", "replace")
    yield _STYLE_ESCAPE.sub(lambda match: chr(min(int(match[1], 16), 0xFFFF)), plain)
    yield _NAME_IN_PIECES.sub("", plain)
    if "<" in plain:
        yield html.unescape(_TAG.sub("", _UNSHOWN.sub("", plain)))
    yield from _styled(plain)
    yield _bits(plain)
    yield re.sub(r".\x08", "", data.decode("latin-1"))
    for inner in _inner(data):
        yield from _readings(inner, depth + 1)


def _bits(text: str) -> str:
    signs = "".join("0" if sign == "\u200b" else "1" for sign in text if sign in "\u200b\u200d")
    return "".join(chr(int(signs[at : at + 8], 2)) for at in range(0, len(signs) - 7, 8))


def _styled(page: str) -> Iterator[str]:
    """Give the letters of a page in the order its styles set, and its words with those that its styles write."""
    yield "".join(letters for _, letters in sorted(_ORDERED.findall(page), key=lambda one: int(one[0])))
    for name, written in _WRITTEN_BEFORE.findall(page):
        said = _STYLE_ESCAPE.sub(lambda match: chr(int(match[1], 16)), written)
        yield _TAG.sub("", page.replace(f"class={name}>", f">{said}"))
    yield _TAG.sub("", _VALUE_SHOWN.sub(r"\1", page))


def _percent(match: re.Match[bytes]) -> bytes:
    return bytes([int(match[1], 16)])


def _inner(data: bytes) -> Iterator[bytes]:
    if b"PK\x03\x04" in data:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                yield from (archive.read(entry) for entry in archive.infolist())
        except (zipfile.BadZipFile, OSError, ValueError):
            pass
    if b"zTXt" in data:
        yield zlib.decompressobj().decompress(data[data.index(b"zTXt") :].split(b"\0\0", 1)[1])
    yield from map(_decoded, _BASE64.findall(data))
    yield from (bytes.fromhex(match.decode().replace(" ", "")) for match in _HEX.findall(data) if not len(match) % 3)
    if b"=\n" in data or b"=\r\n" in data or re.search(rb"=[0-9A-F]{2}", data):
        yield quopri.decodestring(data)


def _decoded(token: bytes) -> bytes:
    bare = re.sub(rb"\s|=", b"", token)
    bare = bare[:-1] if len(bare) % 4 == 1 else bare
    return base64.b64decode(bare + b"=" * (-len(bare) % 4))


def _letters(text: str) -> str:
    text = "".join(chr(ord(c) - 0xF000) if "\uf020" <= c <= "\uf0ff" else c for c in text.translate(_LOOKALIKES))
    text = "".join(chr(ord(c) - 0xE0000) if "\U000e0020" <= c <= "\U000e007e" else c for c in text)
    return "".join(c for c in unicodedata.normalize("NFKD", text).casefold() if c.isalnum())
