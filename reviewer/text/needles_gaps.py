"""Whether what stands between letters leaves them one word: breaks at line ends, letterspacing, groups of digits."""

import re
from collections.abc import Sequence
from itertools import pairwise

from reviewer.text.needles_folding import IGNORABLE, is_dropped_mark

_HYPHENS = r"\-\u2010\u2011\u00ad\u2043\u058a\ufe63\uff0d\u02d7\u2212\x02\ufffe"
_DASHES = _HYPHENS + r"\u2012\u2013\u2014\u2015"
_APOSTROPHES = "'\u2019\u2018\u02bc\u00b4`\u2032\uff07\u02b9\u201b"
_NEW_LINE = r"[ \t\xa0]*[\r\n\f\v\x1c-\x1e\x85\u2028\u2029]"
_QUOTED_START = r"(?:[\s>|]|\u2551)*"
_SOFT_HYPHEN = "\u00ad"

_HYPHENATED = re.compile(rf"[ \t]*[{_HYPHENS}](?:\s|[>|])*")
_HYPHENATED_AT_LINE_END = re.compile(rf"[ \t]*[{_HYPHENS}]{_NEW_LINE}{_QUOTED_START}|[\x02\ufffe]\s*")
_BROKEN = re.compile(rf"{_NEW_LINE}{_QUOTED_START}")
_BLANK = re.compile(r"\s+")
_BETWEEN_DIGITS = re.compile(rf"[\s.()/{_DASHES}]{{1,4}}")
_BETWEEN_WORDS = re.compile(rf"[\s>|{_DASHES}_~+{_APOSTROPHES}]{{1,400}}|\.{_QUOTED_START}|\s*%\s*")
_BETWEEN_COLUMNS = re.compile("[\"']?[,;][\"']?")
_DASH = re.compile(rf"[{_DASHES}]")
_SIGNS = re.compile(rf"[^\s._{_DASHES}{_APOSTROPHES}]")
_APOSTROPHE = re.compile(rf"\s?[{_APOSTROPHES}]")
_LETTER_SPACERS = " .-_·•*/|,~\u2010\u2011\u2022\u2027\u2219\u30fb"
_VOWELS = frozenset("aeiouyàáâãäåèéêëìíîïòóôõöùúûü")
_COMMON = (
    "a about after all also always am an and any are as at away back be been before being best big both but by "
    "call came can car case come could cut day did do does done down each end even ever every eye face far few "
    "find first fly for form found from gave get give go going gone good got great had half hand hard has have "
    "head hear help her here high him his hold home hot how i if in into is it its just keep kept know land last "
    "law lay led left let life light like line lit live long look low made make man many may me mean men mind "
    "more most much must my name near need never new next nice no nor not now of off old on once one only open or "
    "other our out over own part pass past pay per place plan play point put ran read real red rest rid right "
    "road run said same sat saw say see seen set she should show side sit six so some son sort stand state still "
    "stop such sun sure take tell ten than that the their them then there these they thing think this those time "
    "to together told too took top try turn two under up upon us use used very wait walk want war was water way "
    "we well went were what when where which while white who whole why wide wife will win with wood word work "
    "world would year yes yet you young your "
)
_COMMON_WORDS = frozenset(_COMMON.split())
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
_IDEOGRAPHIC_SPACE = "\u3000"
_LONG_RUN = 12
_ENOUGH_LETTERS = 4
_TWO_SIGNS = 2


def visible(gap: str) -> str:
    """Return a gap without the characters that show nothing; a soft hyphen that ends a line is a hyphen."""
    if gap.isascii() and gap.isprintable():
        return gap
    kept = "".join(one for one in gap if one not in IGNORABLE and not is_dropped_mark(one))
    if _SOFT_HYPHEN in gap and kept and kept[0] in "\r\n\f\v\x85\u2028\u2029 \t":
        return "-" + kept
    return kept


def is_apostrophe(gap: str) -> bool:
    """Return whether a gap is one apostrophe of any style."""
    return _APOSTROPHE.fullmatch(gap) is not None


def is_unspaced(letter: str) -> bool:
    """Return whether a letter is of a script that is written without spaces between words, or Korean."""
    code = ord(letter)
    return 0x1160 <= code < 0x1200 or any(low <= code < high for low, high in _UNSPACED_SCRIPTS)


def is_line_end_hyphen(gap: str) -> bool:
    """Return whether a gap is a hyphen with the line's end behind it."""
    return _HYPHENATED_AT_LINE_END.fullmatch(gap) is not None


def joins_words(gap: str, in_term: str, letters_before: int, letters_in_all: int) -> bool:
    """Return whether a gap may stand between two words of a term.

    Any white space, line ends, hyphens and underscores may; a full stop after an initial or short title, or with
    nothing behind it (as in addresses); nothing at all where the term itself has a hyphen or apostrophe or is long;
    a comma or semicolon without space, as between the columns of a table; other signs only where the term (`in_term`)
    has them.
    """
    if not gap:
        return letters_in_all >= 8 or is_apostrophe(in_term) or _DASH.fullmatch(in_term) is not None
    if _SIGNS.search(in_term):
        return _without_quotes(gap) == _without_quotes(in_term)
    if _BETWEEN_COLUMNS.fullmatch(gap):
        return True
    if _BETWEEN_WORDS.fullmatch(gap):
        return not gap.startswith(".") or gap == "." or letters_before <= 3 or in_term.startswith(".")
    return "".join(gap.split()) == "." and letters_before <= 3


def _without_quotes(gap: str) -> str:
    return "".join(gap.replace('"', " ").split()) if "," in gap else "".join(gap.split())


def joins_letters(letters: str, gaps: Sequence[str]) -> bool:
    """Return whether the gaps inside a word (one fewer than its letters, most of them empty) leave it one word."""
    broken = [gap for gap in gaps if gap]
    if not broken:
        return True
    if is_grouped_number(letters, broken):
        return True
    if all(map(is_unspaced, letters)):
        return _is_set_apart(letters, broken)
    if len(broken) <= 2 and all(_HYPHENATED.fullmatch(gap) for gap in broken):
        return True
    fragments = _fragments(letters, gaps)
    if len(letters) >= _ENOUGH_LETTERS and len(broken) == 1 and _BROKEN.fullmatch(broken[0]):
        return not _are_words(fragments)
    if len(letters) > _ENOUGH_LETTERS and all(_BLANK.fullmatch(gap) for gap in broken):
        return any(_is_no_word(fragment) for fragment in fragments)
    return False


def is_grouped_number(letters: str, gaps: Sequence[str]) -> bool:
    """Return whether letters are a long number, or have many digits, and the gaps only set off groups of them."""
    if len(letters) < 6 or sum(letter.isdigit() for letter in letters) < _ENOUGH_LETTERS:
        return False
    return all(not gap or _BETWEEN_DIGITS.fullmatch(gap) for gap in gaps)


def is_letterspaced(gaps: Sequence[str]) -> bool:
    """Return whether letters are set apart one by one: the same sign, or white space, between all of them."""
    if len(gaps) < 2 or not all(gaps):
        return False
    shapes = {"".join(gap.split()) for gap in gaps}
    return len(shapes) == 1 and (not (sign := shapes.pop()) or (len(sign) == 1 and sign in _LETTER_SPACERS))


def is_part_of_longer_run(gaps: Sequence[str], outer: Sequence[str], run: int) -> bool:
    """Return whether letterspaced letters go on in the same steps beyond the match, as in a longer word.

    `outer` are the gaps to single letters before and behind, `run` is how many letters stand in that pace in all: a
    long run is a line whose spaces between words are lost, and nothing can be told from its steps.
    """
    return run < _LONG_RUN and any(gap == inner for gap in outer for inner in (gaps[0], gaps[-1]))


def _is_set_apart(letters: str, gaps: Sequence[str]) -> bool:
    """Return whether letters of a script without spaces have some between them, as where names stand in columns.

    Two signs with a common space between them may as well be the end and the beginning of two names.
    """
    if len(letters) > _TWO_SIGNS:
        return all(_BLANK.fullmatch(gap) for gap in gaps)
    return all(gap == _IDEOGRAPHIC_SPACE or _BROKEN.fullmatch(gap) for gap in gaps)


def _fragments(letters: str, gaps: Sequence[str]) -> list[str]:
    cuts = [0, *(at for at, gap in enumerate(gaps, 1) if gap), len(letters)]
    return [letters[first:last] for first, last in pairwise(cuts)]


def _are_words(fragments: Sequence[str]) -> bool:
    return all(fragment in _COMMON_WORDS for fragment in fragments)


def _is_no_word(fragment: str) -> bool:
    if len(fragment) == 1:
        return fragment.isalpha() and fragment not in "aio"
    return fragment.isascii() and _VOWELS.isdisjoint(fragment)
