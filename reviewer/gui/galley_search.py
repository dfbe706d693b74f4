"""Finding words in a document as a reader sees them, whatever the quotation marks, capitals and line ends."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from reviewer.model.geometry import Span

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛`´ʼ′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\t\n\r\v\f\u00a0\u2007\u2009\u202f\u2028\u2029", " "),
    }
)
_UNEVEN = re.compile(r"(?<=\w)-\r?\n\s*(?=[^\W\d_])|\u00ad(?:\r?\n\s*)?|[\s\u00a0]{2,}")


@dataclass(frozen=True)
class FoldedText:
    """A text made comparable, with the way back: `folded` positions and the `original` ones they stand for."""

    text: str
    folded: tuple[int, ...]
    original: tuple[int, ...]

    def original_offset(self, at: int) -> int:
        """Return where a position of the folded text stands in the original, in code points."""
        step = bisect_right(self.folded, at) - 1
        return self.original[step] + at - self.folded[step]


def fold(text: str) -> FoldedText:
    """Fold case, quotation marks, dashes and white space; join words hyphenated at a line end."""
    pieces: list[str] = []
    folded, original = [0], [0]
    taken = length = 0
    for uneven in _UNEVEN.finditer(text):
        pieces.append(text[taken : uneven.start()])
        put = " " if uneven.group().isspace() else ""
        pieces.append(put)
        length += uneven.start() - taken + len(put)
        taken = uneven.end()
        folded.append(length)
        original.append(taken)
    pieces.append(text[taken:])
    return FoldedText(_lower("".join(pieces).translate(_ALIKE)), tuple(folded), tuple(original))


def find_all(haystack: FoldedText, wanted: str) -> list[Span]:
    """Return every place where the words stand, in code points of the original text."""
    needle = fold(wanted.strip()).text
    spans: list[Span] = []
    at = haystack.text.find(needle) if needle else -1
    while at != -1:
        last = at + len(needle) - 1
        spans.append(Span(haystack.original_offset(at), haystack.original_offset(last) + 1))
        at = haystack.text.find(needle, at + len(needle))
    return spans


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := character.lower()) == 1 else character for character in text)
