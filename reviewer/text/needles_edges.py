"""Where a word begins and ends among the letters of a text."""

import re

from reviewer.text.needles_folding import Folded
from reviewer.text.needles_gaps import is_apostrophe, is_line_end_hyphen, is_unspaced, visible

_NAME_PARTICLES = frozenset(
    [
        "mc",
        "mac",
        "de",
        "del",
        "della",
        "di",
        "du",
        "da",
        "le",
        "la",
        "van",
        "von",
        "fitz",
        "ter",
        "ten",
        "al",
        "el",
        "st",
        "san",
        "saint",
        "ap",
        "ben",
    ]
)
_CLITICS = frozenset(["s", "d", "t", "m", "ll", "re", "ve"])
_CYRILLIC = ("\u0400", "\u0530")
_CYRILLIC_CASES = tuple(
    "а у ы и е ю я ом ем ым им ой ей ою ею ов ев ам ям ах ях ых их ого его ому ему ами ями ыми ими ове еви ові".split()  # noqa: SIM905
)
_ATTACHED = re.compile(
    "[\u05d5\u05d1\u05d4\u05dc\u05de\u05e9\u05db]{1,3}|[\u0648\u0641]?[\u0628\u0644\u0643\u0633]?(?:\u0627?\u0644)?"
)
"""And, in, the, to, from, that, as: one letter each in Hebrew and Arabic."""

_MOST_ATTACHED = 4
_FEWEST_BEHIND_ATTACHED = 2
_ZERO_WIDTH_SPACE = "\u200b"
_PLURAL_IN_ES = ("s", "x", "z", "ch", "sh")
_LONG_ENOUGH_TO_STAND_IN_A_BREAK = 5


def starts_word(folded: Folded, start: int, stop: int) -> bool:
    """Return whether the letters from `start` (to `stop`) begin a word."""
    if start == 0:
        return True
    gap = folded.gap(start)
    shown = visible(gap)
    if not shown:
        is_start = _ZERO_WIDTH_SPACE in gap or _changes(folded, start) or _starts_by_case(folded, start)
        return is_start or _has_attached_words(folded, start, stop)
    if is_line_end_hyphen(shown):
        return not _continues(folded, start, stop, start)
    if is_apostrophe(shown) and _first_fragment(folded, start, stop) in _CLITICS:
        return False
    return not _is_thousands(folded, start, stop, start)


def ends_word(folded: Folded, start: int, stop: int) -> int:
    """Return where a word that begins at `start` ends: at `stop`, or behind an ending that goes with it; 0 if neither.

    Such endings are 's in every style, a plural s, es after a sibilant, and the cases of Cyrillic names.
    """
    if _is_end(folded, start, stop):
        has_genitive = (
            stop < len(folded.letters) and folded.letters[stop] == "s" and is_apostrophe(visible(folded.gap(stop)))
        )
        return stop + 1 if has_genitive and _is_end(folded, start, stop + 1) else stop
    stem = folded.letters[start:stop]
    for ending in _endings(stem):
        end = stop + len(ending)
        if folded.letters[stop:end] != ending:
            continue
        is_tight = all(not visible(folded.gap(at)) for at in range(stop, end))
        if is_tight and len(stem) > 2 and _is_end(folded, start, end):
            return end
    return 0


def _endings(stem: str) -> tuple[str, ...]:
    if _CYRILLIC[0] <= stem[-1] < _CYRILLIC[1]:
        return _CYRILLIC_CASES
    if stem[-1] == "s":
        return ("es",)
    return ("s", "es") if stem.endswith(_PLURAL_IN_ES) else ("s",)


def _has_attached_words(folded: Folded, start: int, stop: int) -> bool:
    """Return whether before a Hebrew or Arabic name stand only the little words that are written onto it."""
    if stop - start < _FEWEST_BEHIND_ATTACHED or not "\u0590" <= folded.letters[start] < "\u0700":
        return False
    first = start
    while first > 0 and start - first <= _MOST_ATTACHED and not visible(folded.gap(first)):
        first -= 1
    return _ATTACHED.fullmatch(folded.letters[first:start]) is not None


def _is_end(folded: Folded, start: int, stop: int) -> bool:
    if stop >= len(folded.letters):
        return True
    gap = folded.gap(stop)
    shown = visible(gap)
    if not shown:
        return _ZERO_WIDTH_SPACE in gap or _changes(folded, stop) or _ends_by_case(folded, stop)
    if is_line_end_hyphen(shown):
        return not _continues(folded, start, stop, stop)
    return not _is_thousands(folded, start, stop, stop)


def _changes(folded: Folded, at: int) -> bool:
    """Return whether a place without a gap parts letters from digits, or scripts that are written without spaces."""
    before, here = folded.letters[at - 1], folded.letters[at]
    if before.isdigit() != here.isdigit() and folded.source(at - 1) != folded.source(at):
        return True
    return is_unspaced(here) and (is_unspaced(before) or ord(here) >= 0x1100) and not _is_mark(here)


def _is_mark(letter: str) -> bool:
    return not letter.isalnum() or 0x1160 <= ord(letter) < 0x1200


def _starts_by_case(folded: Folded, start: int) -> bool:
    """Return whether a capital shows the start, as in AnnaHanes or PDFHanes, but not in McHanes."""
    here, before = folded.source(start), folded.source(start - 1)
    if not here.isupper():
        return False
    if before.islower():
        return _run_before(folded, start) not in _NAME_PARTICLES
    has_capitals = start > 1 and before.isupper() and folded.source(start - 2).isupper()
    return has_capitals and start + 1 < len(folded.letters) and folded.source(start + 1).islower()


def _ends_by_case(folded: Folded, stop: int) -> bool:
    return folded.source(stop - 1).islower() and folded.source(stop).isupper()


def _run_before(folded: Folded, start: int) -> str:
    first = start
    while first > 0 and start - first < 8 and (first == start or not visible(folded.gap(first))):
        if first < start and folded.source(first).isupper():
            break
        first -= 1
    return folded.letters[first:start]


def _first_fragment(folded: Folded, start: int, stop: int) -> str:
    end = start + 1
    while end < stop and not visible(folded.gap(end)):
        end += 1
    return folded.letters[start:end] if end < stop else ""


def _continues(folded: Folded, start: int, stop: int, edge: int) -> bool:
    """Return whether a hyphen at a line's end beside a match seems to go on with the same word.

    A capital behind it begins a name of its own; five letters and more are too telling to be left standing.
    """
    if stop - start >= _LONG_ENOUGH_TO_STAND_IN_A_BREAK:
        return False
    return folded.source(edge).islower() and folded.source(edge - 1).isalpha()


def _is_thousands(folded: Folded, start: int, stop: int, edge: int) -> bool:
    """Return whether a comma beside a match of digits groups the digits of one larger number."""
    if visible(folded.gap(edge)) not in (",", "\u066c", "\u202f"):
        return False
    letters = folded.letters
    if not (letters[start:stop].isdigit() and letters[edge - 1].isdigit() and letters[edge].isdigit()):
        return False
    end = edge
    while end < len(letters) and letters[end].isdigit() and (end == edge or not folded.gap(end)):
        end += 1
    return end - edge == 3
