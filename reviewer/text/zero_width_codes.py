"""Words written as zeros and ones in characters that show nothing: spaces of no width, joiners, invisible signs."""

import re
from collections.abc import Iterator
from itertools import permutations

_SIGNS = "\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\u180e\ufeff"
_RUN = re.compile(f"[{_SIGNS}]+")
ZERO_WIDTH_CODE = re.compile(f"[{_SIGNS}](?:[^{_SIGNS}\\n]{{0,40}}[{_SIGNS}]){{13,}}")
"""Enough signs for two letters, between others or not."""

_MOST_SIGNS = 40_000
_FEWEST, _MOST_KINDS = 2, 4
_LETTERS_OF = {7: "ascii", 8: "utf-8", 16: "utf-16-be"}


def zero_width_codes(text: str) -> Iterator[tuple[int, int, str]]:
    """Go through start, end and possible meanings of each stretch with such signs; offsets are code points.

    Two kinds of sign are read as bits, either way round; of three, each in turn may stand between letters; four are
    pairs of bits. A letter has 7, 8 or 16 bits, or as many as stand between two gaps.
    """
    for match in ZERO_WIDTH_CODE.finditer(text):
        signs = "".join(_RUN.findall(match.group()))[:_MOST_SIGNS]
        for meaning in dict.fromkeys(_meanings(signs)):
            yield match.start(), match.end(), meaning


def _meanings(signs: str) -> Iterator[str]:
    kinds = sorted(set(signs))
    if not _FEWEST <= len(kinds) <= _MOST_KINDS:
        return
    if len(kinds) == _MOST_KINDS:
        for order in permutations(("00", "01", "10", "11")):
            yield from _letters(_as_bits(signs, kinds, order))
        return
    for gap in kinds if len(kinds) > _FEWEST else [""]:
        bits = [kind for kind in kinds if kind != gap]
        for order in (("0", "1"), ("1", "0")):
            pieces = [_as_bits(piece, bits, order) for piece in (signs.split(gap) if gap else [signs])]
            yield from _letters("".join(pieces))
            if gap:
                yield "".join(chr(int(piece, 2)) for piece in pieces if piece and int(piece, 2) < 0xD800)


def _as_bits(signs: str, kinds: list[str], order: tuple[str, ...]) -> str:
    return signs.translate({ord(kind): bits for kind, bits in zip(kinds, order, strict=True)})


def _letters(bits: str) -> Iterator[str]:
    for width, encoding in _LETTERS_OF.items():
        numbers = [int(bits[at : at + width], 2) for at in range(0, len(bits) - width + 1, width)]
        data = b"".join(number.to_bytes(2 if width == 16 else 1, "big") for number in numbers)
        yield data.decode(encoding, "ignore")
