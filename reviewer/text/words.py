"""Words of a text in one normal form each, with their exact place."""

import re
import unicodedata
from functools import lru_cache

import msgspec

from reviewer.model.geometry import Span


class Token(msgspec.Struct, frozen=True):
    """A word, number or sign; `form` is its normal form, the offsets are code points of the text as it stands.

    Forms are compatibility-composed (NFKC), case-folded, free of soft hyphens and joiners; `n't` has the form
    `not`, thousands separators are gone, every apostrophe is `'`.
    """

    start: int
    end: int
    form: str


def _marks() -> str:
    """Return the combining marks of the scripts in daily use, as the inside of a character class."""
    ranges: list[str] = []
    first = previous = -2
    for code in (*range(0x0300, 0x3100), *range(0xA66F, 0xABF0), *range(0xFE00, 0xFE30)):
        if not unicodedata.category(chr(code)).startswith("M"):
            continue
        if code != previous + 1:
            if first >= 0:
                ranges.append(f"{chr(first)}-{chr(previous)}")
            first = code
        previous = code
    ranges.append(f"{chr(first)}-{chr(previous)}")
    return "".join(ranges)


_IGNORED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_LETTER = rf"(?:[^\W\d_]|[{_marks()}{_IGNORED}])"
_APOSTROPHE = "['\u2019\u02bc]"
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_SEPARATOR = ",\u00a0\u202f\u2009'\u2019"
_WORD = re.compile(
    rf"""
    (?P<number>\d{{1,3}}(?:[{_SEPARATOR}]\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)
    |(?P<ideograph>[{_IDEOGRAPH}])
    |(?P<clitic>{_APOSTROPHE}(?:[sSdDmM]|re|RE|ve|VE|ll|LL)(?!\w))
    |(?P<broken>{_LETTER}+[-\u2010\u00ad][ \t]*\r?\n[ \t]*(?![A-Z]){_LETTER}+)
    |(?P<word>{_LETTER}(?:{_LETTER}|\d|{_APOSTROPHE}(?={_LETTER}))*)
    |(?P<sign>[%‰€£$¥₹₽₩₺&@§°])
    """,
    re.VERBOSE,
)
_CLITIC_AT_END = re.compile(rf"(?:n{_APOSTROPHE}t|{_APOSTROPHE}(?:s|re|ve|ll|d|m))$", re.IGNORECASE)
_LINE_BREAK_HYPHEN = re.compile(r"[-\u2010][ \t]*\r?\n[ \t]*")
_STEMS_BEFORE_NOT = {"ca": "can", "wo": "will", "sha": "shall"}
_REMOVED = {ord(character): None for character in _IGNORED} | {ord("\u2019"): "'", ord("\u02bc"): "'"}


def find_words(text: str, within: Span) -> list[Token]:
    """Find the words, numbers and signs in a stretch of text, in order and without overlap.

    A contraction is two tokens (`didn't`: `did`, `not`; `cannot`: `can`, `not`), a hyphenated word one for each
    part, and so they equal the same words printed apart. A word broken by a hyphen at a line's end is one token
    with the joined form. Ideographs are one token each. Punctuation, emoji and other symbols are none.
    """
    tokens: list[Token] = []
    for match in _WORD.finditer(text, within.start, within.end):
        if match.lastgroup == "word":
            _add_word(tokens, match.start(), match.group())
        else:
            form = _form_of(match.lastgroup or "", match.group())
            if form:
                tokens.append(Token(match.start(), match.end(), form))
    return tokens


@lru_cache(maxsize=65536)
def word_form(word: str) -> str:
    """Return the normal form of one word."""
    return unicodedata.normalize("NFKC", word).translate(_REMOVED).casefold()


def _form_of(group: str, printed: str) -> str:
    if group == "number":
        return unicodedata.normalize("NFKC", re.sub(rf"[{_SEPARATOR}]", "", printed))
    if group == "broken":
        return word_form(_LINE_BREAK_HYPHEN.sub("", printed))
    return word_form(printed)


def _add_word(tokens: list[Token], start: int, printed: str) -> None:
    form = word_form(printed)
    if form == "n't":
        _add_not(tokens, start, start + len(printed))
    elif form == "cannot" and len(printed) == len(form):
        tokens += (Token(start, start + 3, "can"), Token(start + 3, start + 6, "not"))
    elif "'" in form and (clitic := _CLITIC_AT_END.search(printed)) and clitic.start():
        cut = start + clitic.start()
        base = word_form(printed[: clitic.start()])
        if clitic.group()[0] in "nN":
            tokens.append(Token(start, cut, _STEMS_BEFORE_NOT.get(base, base)))
            tokens.append(Token(cut, start + len(printed), "not"))
        else:
            tokens.append(Token(start, cut, base))
            tokens.append(Token(cut, start + len(printed), word_form(clitic.group())))
    elif form:
        tokens.append(Token(start, start + len(printed), form))


def _add_not(tokens: list[Token], start: int, end: int) -> None:
    """Add a free-standing `n't`, as tokenised corpora print it, and mend the stem before it."""
    if tokens and tokens[-1].form in _STEMS_BEFORE_NOT:
        stem = tokens[-1]
        tokens[-1] = Token(stem.start, stem.end, _STEMS_BEFORE_NOT[stem.form])
    tokens.append(Token(start, end, "not"))
