"""Strings in PDF syntax, read without a parser: content streams, object streams, remains of deleted objects."""

import re

_TOKEN = re.compile(
    rb"(?P<literal>\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S])*\))*\))"
    rb"|<(?P<hex>[0-9A-Fa-f\s]+)>|(?P<array>[\[\]])|(?P<number>[-+]?(?:\d+\.?\d*|\.\d+))"
    rb"|/(?P<name>[^\s()<>\[\]{}/%]+)|%(?P<comment>[^\r\n]*)|(?P<word>[A-Za-z'\"*]+)"
)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\r\n])|([\s\S]))")
_CONTROLS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_HASH = re.compile(rb"#([0-9A-Fa-f]{2})")
_SPACE_IN_ARRAY = -180.0
_SHOWING = frozenset((b"Tj", b"TJ"))
_REVERSED = b"ReversedChars"
_MOST_TOKENS = 3_000_000


def text_of_string(data: bytes) -> str:
    """Decode the bytes of a string object: UTF-16 or UTF-8 by its mark, else byte by byte."""
    if data.startswith((b"\xfe\xff", b"\xff\xfe")):
        return data.decode("utf-16", "replace")
    if data.startswith(b"\xef\xbb\xbf"):
        return data[3:].decode("utf-8", "replace")
    return data.decode("cp1252", "replace")


def text_of_content(data: bytes) -> str:
    """Return the strings of a content stream, or of any other bytes in PDF syntax, in their order.

    What one operator shows is put together, small kerning inside it left out; other strings are set apart. Names and
    comments come with a sign before them. At the end stand, turned round, the strings whose letters are said to be
    painted in reverse order.
    """
    pieces: list[str] = []
    turned: list[str] = []
    in_array = False
    marked: list[bool] = []
    turns = False
    for count, match in enumerate(_TOKEN.finditer(data)):
        kind = match.lastgroup
        if count > _MOST_TOKENS:
            break
        if kind == "array":
            in_array = match["array"] == b"["
        elif kind == "number":
            if in_array and float(match["number"]) < _SPACE_IN_ARRAY:
                pieces.append(" ")
        elif kind in ("literal", "hex"):
            string = unescaped(match["literal"][1:-1]) if kind == "literal" else _from_hex(match["hex"])
            pieces.append(text_of_string(string))
            turned += [pieces[-1][::-1]] if any(marked) else []
        elif kind == "word" and match["word"] not in _SHOWING:
            pieces.append(" ")
            _follow(match["word"], turns, marked)
            turns = False
        elif kind in ("name", "comment"):
            turns = turns or match["name"] == _REVERSED
            pieces.append(f" / {text_of_string(_HASH.sub(_hashed, match[kind]))} / ")
    return "".join((*pieces, "\n\u00a6\n", *turned)) if turned else "".join(pieces)


def _follow(operator: bytes, turns: bool, marked: list[bool]) -> None:
    """Follow which marked content is open, and whether its letters are painted in reverse order."""
    if operator in (b"BMC", b"BDC"):
        marked.append(turns)
    elif operator == b"EMC" and marked:
        marked.pop()


def unescaped(literal: bytes) -> bytes:
    """Return the bytes that a literal string stands for, its brackets already taken off."""
    return _ESCAPE.sub(_escaped, literal) if b"\\" in literal else literal


def _escaped(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return bytes([int(match[1], 8) & 0xFF])
    if match[2]:
        return b""
    return _CONTROLS.get(match[3], match[3])


def _from_hex(printed: bytes) -> bytes:
    compact = b"".join(printed.split())
    return bytes.fromhex((compact + b"0" * (len(compact) % 2)).decode("ascii"))


def _hashed(match: re.Match[bytes]) -> bytes:
    return bytes.fromhex(match[1].decode("ascii"))
