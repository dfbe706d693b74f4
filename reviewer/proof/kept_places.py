"""Which of the words found in a finished file are those that the editor decided to keep.

A word is known again by what stands round it, as far as that can be read where it was found, and nothing else: each
kept place excuses one such word in one reading of a part, every other one counts as left over. What stands round a
word is undone of the syntax that it was found in (tags, drawing operators, transfer encodings), and letter by letter
the same; only where a picture or the codes of a PDF were read may single letters differ.
"""

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto

from reviewer.model.redaction import RedactionHit
from reviewer.proof.recovering.pdf_strings import text_of_content
from reviewer.proof.recovering.readings import readings_of_text
from reviewer.text.needles import Match, Needles
from reviewer.text.needles_folding import Folded
from reviewer.text.surroundings import HEADERS, Side, Surroundings, alike, side_after, side_before, with_header

OBJECTS = "object walk"
"""The engine that reads the objects of a PDF."""

_REACH = 400
_REACH_IN_SYNTAX = 6_000
_PAGE = re.compile(r"page \d+")
_BLOCK = re.compile(r"(?:(?:\u2588|\u00e2\u2013\u02c6)+|#{5})(?: \[[^\]\n]{0,200}\])?")
_TAG = re.compile(r"<[^<>]*>")
_BLOCK_TAG = re.compile(
    r"</?(?:\w+:)?(?:p|br|tr|td|th|li|ul|ol|dl|dt|dd|div|h[1-6]|table|tab|cr|blockquote|pre|title|section|article|"
    r"txbxContent|footnote|endnote|comment)\b[^<>]*>"
)
_NAME_IN_CONTENT = re.compile(r" / [^/]* / ")
_BETWEEN_STRINGS = re.compile(r"\)[^()]{0,300}\(")
_SOFT_END = re.compile(r"=[ \t]*\r?\n")
_QUOTED = re.compile(r"(?:=[0-9A-Fa-f]{2})+")
_ENCODED_WORD = re.compile(r"\?=\s*=\?[\w-]+\?[Qq]\?|=\?[\w-]+\?[Qq]\?|\?=")
_FOLD = re.compile(r"\r?\n[ \t]+")
_NEVER_KEPT = ("attribute", "file name")
_BLURRED = ("ocr", OBJECTS, "zlib sweep")
_BY_PLACE = "in geometric order"
_WIDE_GAP = re.compile(r" {2,}")
_HERE = "\N{SYMBOL FOR RECORD SEPARATOR}"
_WITHOUT_CODES = 9
_UNCLOSED_TAG = re.compile(r"<[^<>]*$")
_ANY = -1
"""Stands for words that no term of the order found."""


class _Look(Enum):
    """How a word was come by: read, put together from where its letters stand, or read off where letters go wrong.

    They do on a picture, and in the codes of a content stream, in which a ligature may be any character; letters put
    together by place lose doubles, and those that hang below the line.
    """

    READ = auto()
    PLACED = auto()
    BLURRED = auto()


class KeptPlaces:
    """The places that stay, by the term that stands there; one with nothing round it can excuse nothing."""

    def __init__(self, kept: Sequence[RedactionHit], needles: Needles) -> None:
        self._needles = needles
        self._places: dict[int, list[_Place]] = defaultdict(list)
        for hit in kept:
            if not (hit.before.strip() or hit.after.strip() or hit.part in HEADERS):
                continue
            self._places[_ANY].append(_Place(hit.part, hit.before, hit.after, needles))
            for match in needles.find(hit.text):
                before, after = hit.text[: match.span.start], hit.text[match.span.end :]
                place = _Place(hit.part, hit.before + before, after + hit.after, needles)
                self._places[match.needle if match.needle is not None else _ANY].append(place)

    def __bool__(self) -> bool:
        """Return whether anything is kept."""
        return bool(self._places)

    def left_over(self, text: str, found: Sequence[Match], part: str, engine: str = "", form: str = "") -> list[Match]:
        """Return those of the words found in one reading of a part that no kept place excuses."""
        if not self._places or form.startswith(_NEVER_KEPT):
            return list(found)
        look = _Look.BLURRED if engine in _BLURRED else _Look.PLACED if form == _BY_PLACE else _Look.READ
        used: set[tuple[int, int]] = set()
        return [match for match in found if not self._excuse(text, match, part, look, used)]

    def left_among(self, found: Iterable[tuple[str, Match]], part: str) -> list[bool]:
        """Return for words found in texts of their own, all on one part, whether no kept place excuses them."""
        used: set[tuple[int, int]] = set()
        return [not self._excuse(text, match, part, _Look.READ, used) for text, match in found]

    def _excuse(self, text: str, match: Match, part: str, look: "_Look", used: set[tuple[int, int]]) -> bool:
        number = match.needle if match.needle is not None else _ANY
        free = [
            (at, place)
            for at, place in enumerate(self._places.get(number, ()))
            if (number, at) not in used and place.may_be_on(part)
        ]
        if not free:
            return False
        for found in _meanings(text, match.span.start, match.span.end, look):
            for at, place in free:
                if place.stands_between(found, look):
                    used.add((number, at))
                    return True
        return False


class _Place:
    """One kept place with what stands round it, in every way in which that may be read."""

    def __init__(self, part: str, before: str, after: str, needles: Needles) -> None:
        self._page = part if _PAGE.fullmatch(part) else ""
        self._round = list(_expected(with_header(part, before), after, needles))

    def may_be_on(self, part: str) -> bool:
        """Return whether a part is not another page than that of this place."""
        page = _PAGE.search(part)
        return not self._page or page is None or page.group() == self._page

    def stands_between(self, found: Surroundings, look: "_Look") -> bool:
        """Return whether these are the surroundings of this place."""
        if any(own.agree_with(found) is not None for own in self._round):
            return True
        return look is not _Look.READ and any(alike(own, found) for own in self._round)


def _expected(before: str, after: str, needles: Needles) -> Iterator[Surroundings]:
    """Yield what may stand round a kept place: cut at other words that may be gone, with every escape undone."""
    for reading in readings_of_text(f"{before}{_HERE}{after}", depth=_WITHOUT_CODES):
        sides = _UNCLOSED_TAG.sub("", reading.text).split(_HERE) if reading.form == "without tags" else []
        sides = sides or reading.text.split(_HERE)
        if len(sides) == 2:
            yield _cut(sides[0], sides[1], needles)
            if not reading.text.isascii():
                yield _cut(_ascii(sides[0]), _ascii(sides[1]), needles)


def _cut(before: str, after: str, needles: Needles) -> Surroundings:
    cuts_before = [match.span.end for match in needles.find(before)]
    cuts_after = [match.span.start for match in needles.find(after)]
    terms = [Folded(term).letters for term in needles.terms]
    return Surroundings(
        _cut_at_edge(side_before(before, cuts_before), [term[::-1] for term in terms]),
        _cut_at_edge(side_after(after, cuts_after), terms),
    )


def _cut_at_edge(side: Side, terms: Sequence[str]) -> Side:
    """Return a side with a break where its far end may be the near end of another term, cut off with the context."""
    edges = (
        len(side.letters) - length
        for term in terms
        for length in range(1, min(len(term), len(side.letters) + 1))
        if side.letters.endswith(term[:length])
    )
    return Side(side.letters, side.breaks | frozenset(edges))


def _meanings(text: str, start: int, end: int, look: "_Look") -> Iterator[Surroundings]:
    """Yield the surroundings of a stretch of a reading in each way in which its syntax can be undone."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if look is _Look.PLACED:
        yield _sides(_WIDE_GAP.sub("\n", before), _WIDE_GAP.sub("\n", after))
    yield _sides(before, after)
    if not (before.isascii() and after.isascii()):
        yield _sides(_ascii(before), _ascii(after))
    far_before, far_after = text[max(0, start - _REACH_IN_SYNTAX) : start], text[end : end + _REACH_IN_SYNTAX]
    if "<" in far_before or "<" in far_after or "&" in before or "&" in after:
        yield from _in_markup(far_before, far_after)
    if " / " in before or " / " in after:
        yield _sides(_NAME_IN_CONTENT.sub("", far_before), _NAME_IN_CONTENT.sub("", far_after))
    if "(" in far_before and ")" in far_after:
        yield _in_content(far_before, far_after)
        yield _sides(_BETWEEN_STRINGS.sub("", far_before), _BETWEEN_STRINGS.sub("", far_after))
    if "=" in before or "=" in after:
        yield _sides(_unquoted(far_before), _unquoted(far_after))
    if _FOLD.search(before) or _FOLD.search(after):
        yield _sides(_FOLD.sub(" ", before), _FOLD.sub(" ", after))


def _sides(before: str, after: str) -> Surroundings:
    return Surroundings(side_before(_BLOCK.sub("\n", before)[-_REACH:]), side_after(_BLOCK.sub("\n", after)[:_REACH]))


def _in_markup(before: str, after: str) -> Iterator[Surroundings]:
    if before.rfind("<") > before.rfind(">") or 0 <= after.find(">") < (after.find("<") % (1 << 60)):
        return
    yield _sides(*(html.unescape(_TAG.sub("", _BLOCK_TAG.sub("\n", side))) for side in (before, after)))


def _in_content(before: str, after: str) -> Surroundings:
    """Read both sides as a content stream in which the stretch stands inside a string."""
    sides = (
        text_of_content(f"{before})".encode("cp1252", "replace")),
        text_of_content(f"({after}".encode("cp1252", "replace")),
    )
    return _sides(*(_NAME_IN_CONTENT.sub("", side) for side in sides))


def _unquoted(text: str) -> str:
    joined = _FOLD.sub(" ", _ENCODED_WORD.sub("", _SOFT_END.sub("", text)))
    return _QUOTED.sub(lambda match: bytes.fromhex(match[0].replace("=", "")).decode("utf-8", "replace"), joined)


def _ascii(text: str) -> str:
    return "".join(character for character in text if character.isascii())
