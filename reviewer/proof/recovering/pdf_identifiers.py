"""The identifiers of a PDF: hashes that say nothing, in which chance spells short words."""

import re
from typing import Any

import pikepdf

_LENGTH = 16
_FEWEST_DIFFERENT = 10
_MOST_PRINTABLE = 12
_PRINTED = re.compile(rb"/ID\s*\[\s*<([0-9A-Fa-f]{32})>\s*<([0-9A-Fa-f]{32})>\s*\]")


def is_hash(identifier: bytes) -> bool:
    """Return whether an identifier is sixteen bytes as a hash has them, and no text that somebody wrote there."""
    printable = sum(0x20 <= byte < 0x7F for byte in identifier)
    return len(identifier) == _LENGTH and len(set(identifier)) >= _FEWEST_DIFFERENT and printable <= _MOST_PRINTABLE


def hashes_of(pdf: pikepdf.Pdf) -> frozenset[bytes]:
    """Return those identifiers of an open PDF that are hashes."""
    listed: Any = pdf.trailer.get("/ID", ())
    if not isinstance(listed, pikepdf.Array):
        return frozenset()
    strings = (bytes(one) for one in listed if isinstance(one, pikepdf.String))
    return frozenset(one for one in strings if is_hash(one))


def without_hashes(content: bytes) -> bytes:
    """Return a file's bytes without identifiers that are hashes."""
    return _PRINTED.sub(_blank, content)


def _blank(match: re.Match[bytes]) -> bytes:
    are_hashes = all(is_hash(bytes.fromhex(printed.decode("ascii"))) for printed in match.groups())
    return b"/ID []" if are_hashes else match.group()
