"""Where a word begins and ends among the letters of a text."""

from reviewer.text.needles_folding import Folded
from reviewer.text.needles_gaps import is_apostrophe, is_line_end_hyphen, visible

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
_UNSPACED_SCRIPTS = (
    (0x0E00, 0x0F00),  # Thai, Lao
    (0x1000, 0x10A0),  # Burmese
    (0x1100, 0x1160),  # Korean: the first letter of a syllable; particles follow a name without a space
    (0x1780, 0x1800),  # Khmer
    (0x3040, 0x3100),
    (0x3400, 0xA000),
    (0xF900, 0xFB00),
    (0x20000, 0x32000),
)
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
        return _ZERO_WIDTH_SPACE in gap or _changes(folded, start) or _starts_by_case(folded, start)
    if is_line_end_hyphen(shown):
        return not _continues(folded, start, stop, start)
    if is_apostrophe(shown) and _first_fragment(folded, start, stop) in _CLITICS:
        return False
    return not _is_thousands(folded, start, stop, start)


def ends_word(folded: Folded, start: int, stop: int) -> int:
    """Return where a word that begins at `start` ends: at `stop`, or behind an ending that goes with it; 0 if neither.

    Such endings are 's in every style, a plural s, and es after a sibilant.
    """
    if _is_end(folded, start, stop):
        has_genitive = (
            stop < len(folded.letters) and folded.letters[stop] == "s" and is_apostrophe(visible(folded.gap(stop)))
        )
        return stop + 1 if has_genitive and _is_end(folded, start, stop + 1) else stop
    stem = folded.letters[start:stop]
    for ending in ("s", "es"):
        end = stop + len(ending)
        if folded.letters[stop:end] != ending or (ending == "es" and not stem.endswith(_PLURAL_IN_ES)):
            continue
        is_tight = all(not visible(folded.gap(at)) for at in range(stop, end))
        if is_tight and len(stem) > 2 and _is_end(folded, start, end):
            return end
    return 0


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
    return _is_unspaced(here) and (_is_unspaced(before) or ord(here) >= 0x1100) and not _is_mark(here)


def _is_unspaced(letter: str) -> bool:
    code = ord(letter)
    if 0x1160 <= code < 0x1200:
        return True
    return any(low <= code < high for low, high in _UNSPACED_SCRIPTS)


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
