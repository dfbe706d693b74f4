"""Quotation marks: which stretches stand between them, across styles, nesting and running quotes."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from reviewer.model.geometry import Span

OPENING_DOUBLE = "“«„‟"
CLOSING_DOUBLE = "”»"
_ELISIONS = re.compile(r"['’](?:tis|twas|til|till|em|cause|bout|round|n['’]?|\d\ds?)(?!\w)", re.IGNORECASE)
_BEFORE_OPENING = "([{—–-/“«„\"‘'"
_ENDS_SPEECH = ",.?!…—–;"


class Quotation(msgspec.Struct, frozen=True):
    """Words between a pair of marks; `start..end` includes the marks, in code points.

    `opened` and `closed` tell whether that mark is printed in the paragraph. A running quote has no closing mark at
    the end of its paragraph and is `continued`, or was `resumed` from the paragraph before. `depth` is 0 for a quote
    and 1 for one inside another; `double` is False for single marks.
    """

    start: int
    end: int
    opened: bool = True
    closed: bool = True
    continued: bool = False
    resumed: bool = False
    depth: int = 0
    double: bool = True

    @property
    def span(self) -> Span:
        """Return the stretch with its marks."""
        return Span(self.start, self.end)

    @property
    def inside(self) -> Span:
        """Return the stretch without its marks."""
        return Span(self.start + self.opened, max(self.start + self.opened, self.end - self.closed))


class Quotations(msgspec.Struct, frozen=True):
    """The quotations of a stretch in text order, and the marks that have no partner."""

    found: tuple[Quotation, ...] = ()
    unbalanced: tuple[Span, ...] = ()

    @property
    def outer(self) -> tuple[Quotation, ...]:
        """Return the quotations that stand in no other."""
        return tuple(quotation for quotation in self.found if quotation.depth == 0)


_NAME = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.?\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2}"
_TAG = re.compile(
    rf",\s{_NAME}\s(?:said|says|told|added|wrote|asked|explained|replied|insisted|warned|argued|recalled|admitted)\b"
    r"|,\s(?:he|she|they)\s(?:said|says|added)\s?[.,]"
)
"""Who said it, inside a quotation that was never closed: the mark was lost before it."""


def find_quotations(text: str, within: Span) -> Quotations:
    """Find the quotations of one paragraph."""
    return find_quotations_in_paragraphs(text, (within,))


def find_quotations_in_paragraphs(text: str, paragraphs: Sequence[Span]) -> Quotations:
    """Find the quotations of paragraphs that follow one another.

    Marks are paired by state within a paragraph, never by a regular expression over the text: one lost mark would
    turn everything after it inside out. A quote left open at the end of a paragraph runs on when the next paragraph
    begins with an opening mark; otherwise its mark is unbalanced.
    """
    found: list[Quotation] = []
    unbalanced: list[Span] = []
    running = False
    for place, paragraph in enumerate(paragraphs):
        following = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        doubles, strays = _pair_doubles(text, paragraph, running, _opens_with_mark(text, following))
        singles = _pair_singles(text, paragraph)
        found.extend(_nest(doubles, singles))
        if strays and unbalanced and _closes_above(doubles, strays, unbalanced[-1], paragraphs[place - 1]):
            unbalanced.pop()
            strays = strays[1:]
        unbalanced.extend(strays)
        running = any(quotation.continued for quotation in doubles)
    return Quotations(tuple(found), tuple(unbalanced))


def _closes_above(doubles: Sequence[Quotation], strays: Sequence[Span], above: Span, paragraph: Span) -> bool:
    """Return whether the first mark of a paragraph closes what was left open in the one above: one quote over both."""
    first = doubles[0] if doubles else None
    closes = first is not None and not first.opened and first.end == strays[0].end
    return closes and paragraph.start <= above.start < paragraph.end


def _opens_with_mark(text: str, paragraph: Span | None) -> bool:
    if paragraph is None:
        return False
    return paragraph.of(text).lstrip()[:1] in ("“", "«", "„", '"')


def _pair_doubles(text: str, within: Span, running: bool, runs_on: bool) -> tuple[list[Quotation], list[Span]]:
    """Pair the double marks of a paragraph; those behind digits are inches where fewer are left over so."""
    marks = list(_double_marks(text, within))
    found, strays = _pair_marks(text, within, marks, running, runs_on)
    without_inches = [
        at for at in marks if text[at] != '"' or not text[max(0, at - 2) : at].rstrip("\\")[-1:].isdigit()
    ]
    if strays and len(without_inches) < len(marks):
        again = _pair_marks(text, within, without_inches, running, runs_on)
        if len(again[1]) < len(strays):
            return again
    return found, strays


def _pair_marks(
    text: str, within: Span, marks: Sequence[int], running: bool, runs_on: bool
) -> tuple[list[Quotation], list[Span]]:
    found: list[Quotation] = []
    strays: list[Span] = []
    opened_at: int | None = None
    resumed = False
    for at in marks:
        opens = _is_opening(text, at, within, inside=opened_at is not None)
        if opens and opened_at is not None:
            found.append(Quotation(opened_at, _sentence_end(text, opened_at, at), closed=False))
            strays.append(Span(opened_at, opened_at + 1))
        if opens:
            resumed = running and not found and not text[within.start : at].strip()
            opened_at = at
        elif opened_at is not None:
            found.append(Quotation(opened_at, at + 1, resumed=resumed))
            opened_at = None
        elif text[at] != '"' or not text[at - 1 : at].isdigit():
            start = max([within.start, *(quotation.end for quotation in found)])
            found.append(Quotation(_first_word(text, start), at + 1, opened=False, resumed=running and not found))
            strays.extend(() if running and len(found) == 1 else (Span(at, at + 1),))
    if opened_at is not None:
        end = within.start + len(within.of(text).rstrip())
        tag = _TAG.search(text, opened_at, end)
        runs_on = runs_on and tag is None
        stop = end if runs_on else _sentence_end(text, opened_at, end)
        stop = min(stop, tag.start() + 1) if tag else stop
        found.append(Quotation(opened_at, stop, closed=False, continued=runs_on, resumed=resumed))
        strays.extend(() if runs_on else (Span(opened_at, opened_at + 1),))
    return found, strays


def _double_marks(text: str, within: Span) -> Iterable[int]:
    for match in re.finditer(f'[{OPENING_DOUBLE}{CLOSING_DOUBLE}"]', text[within.start : within.end]):
        yield within.start + match.start()


def _is_opening(text: str, at: int, within: Span, inside: bool) -> bool:
    mark = text[at]
    if mark in OPENING_DOUBLE:
        # German and Swedish close with the mark that English opens with.
        return not (mark == "“" and inside and not _starts_word(text, at, within))
    if mark in CLOSING_DOUBLE:
        return not inside and mark != "”" and _starts_word(text, at, within)
    if _stands_alone(text, at, within):
        return not inside
    return _starts_word(text, at, within) if not inside else _clearly_opens(text, at, within)


def _stands_alone(text: str, at: int, within: Span) -> bool:
    """Return whether there is white space on both sides of a mark, as in text cut into words."""
    before = text[at - 1] if at > within.start else " "
    after = text[at + 1] if at + 1 < within.end else " "
    return before.isspace() and after.isspace()


def _starts_word(text: str, at: int, within: Span) -> bool:
    before = text[at - 1] if at > within.start else " "
    after = text[at + 1] if at + 1 < within.end else " "
    return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()


def _clearly_opens(text: str, at: int, within: Span) -> bool:
    before = text[at - 1] if at > within.start else " "
    after = text[at + 1] if at + 1 < within.end else " "
    return before.isspace() and after.isalpha() and after.isupper()


def _first_word(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _sentence_end(text: str, start: int, limit: int) -> int:
    """Return where an unclosed quote may be taken to end: after its first sentence, or at the limit."""
    match = re.search(r"[.!?…](?=\s|$)", text[start:limit])
    return start + match.end() if match else limit


def _pair_singles(text: str, within: Span) -> list[Quotation]:
    marks = [within.start + match.start() for match in re.finditer("[‘’']", text[within.start : within.end])]
    found: list[Quotation] = []
    used = within.start - 1
    for place, at in enumerate(marks):
        if at <= used or not _opens_single(text, at, within):
            continue
        closers = []
        for later in marks[place + 1 :]:
            if text[later] != "’" and _opens_single(text, later, within):
                break
            if _may_close_single(text, later, within):
                closers.append(later)
        closer = _best_closer(text, closers, within)
        if closer is not None:
            found.append(Quotation(at, closer + 1, double=False))
            used = closer
    return found


def _opens_single(text: str, at: int, within: Span) -> bool:
    if text[at] == "’" or not _starts_word(text, at, within):
        return False
    return text[at] == "‘" or _ELISIONS.match(text, at) is None


def _may_close_single(text: str, at: int, within: Span) -> bool:
    before = text[at - 1] if at > within.start else " "
    after = text[at + 1] if at + 1 < within.end else " "
    return text[at] != "‘" and not before.isspace() and not after.isalnum()


def _best_closer(text: str, closers: Sequence[int], within: Span) -> int | None:
    """Choose the mark that closes a single quote; a plural possessive (the surveyors’ report) is passed over."""
    for place, at in enumerate(closers):
        possessive = text[at - 1] in "sS" and re.match(r"\s+[a-z]", text[at + 1 : within.end]) is not None
        later_ends_speech = any(text[later - 1] in _ENDS_SPEECH for later in closers[place + 1 :])
        if not (possessive and later_ends_speech):
            return at
    return None


def _nest(doubles: list[Quotation], singles: list[Quotation]) -> list[Quotation]:
    kept = [single for single in singles if not any(_cross(single.span, double.span) for double in doubles)]
    everything = sorted([*doubles, *kept], key=lambda quotation: (quotation.start, -quotation.end))
    nested: list[Quotation] = []
    covered = -1
    for quotation in everything:
        inside = quotation.end <= covered
        nested.append(msgspec.structs.replace(quotation, depth=1) if inside else quotation)
        covered = max(covered, quotation.end)
    return nested


def _cross(first: Span, second: Span) -> bool:
    return first.overlap(second) > 0 and not first.contains(second) and not second.contains(first)
