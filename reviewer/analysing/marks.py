"""Which quotations are somebody's words, and which are titles, names or scare quotes."""

import re

from reviewer.analysing.lexicon import lexicon
from reviewer.analysing.passages import Sentence
from reviewer.text.quotation import Quotation
from reviewer.text.wordlists import word_set

SCARE_WORDS = 3
"""A quotation of at most this many words is a scare quote unless a tag or its punctuation says that it is speech."""

_NEAR = 160
_WORDS = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_SMALL = word_set("grammar", "small_words")
_NAMING = re.compile(
    r"(?:\b(?:headed|titled|entitled|named|nicknamed|headlined|captioned|subtitled|codenamed|known as|slogan|motto|"
    r"song|film|book|novel|play|"
    r"album|series|programme|exhibition|poem|painting|show|banner|sign|placard|hashtag|bearing the words|"
    r"(?:a|an|the) [\w\- ]{0,30}called)"
    r"[:,]?\s*)$",
    re.IGNORECASE,
)
_ENDS_SPEECH = re.compile(r"[,.!?…—–][\"”’'»]*$")


def is_speech(text: str, sentence: Sentence, quotation: Quotation) -> bool:
    """Return whether the words inside the marks are given as somebody's words."""
    inside = quotation.inside.of(text)
    words = _WORDS.findall(inside)
    before, after = _around(text, sentence, quotation)
    if not words or _is_title(inside, words, before):
        return False
    if len(words) > SCARE_WORDS:
        return True
    whole = not before.strip() and not after.strip(" .,")
    return whole or _is_spoken(text, quotation, before, after)


def is_title(text: str, sentence: Sentence, quotation: Quotation) -> bool:
    """Return whether the marks set off a title, a name or a slogan."""
    inside = quotation.inside.of(text)
    return _is_title(inside, _WORDS.findall(inside), _around(text, sentence, quotation)[0])


def _around(text: str, sentence: Sentence, quotation: Quotation) -> tuple[str, str]:
    """Return the words of the sentence right before and right after a quotation, no more than a rule looks at."""
    before = text[max(sentence.start, quotation.start - _NEAR) : quotation.start]
    return before, text[quotation.end : min(sentence.end, quotation.end + _NEAR)]


def _is_title(inside: str, words: list[str], before: str) -> bool:
    if _NAMING.search(before):
        return True
    capitalised = [word for word in words if word[0].isupper() or word[0].isdigit()]
    small = [word for word in words if word.casefold() in _SMALL]
    every_word = len(capitalised) + sum(word not in capitalised for word in small) == len(words)
    return every_word and len(capitalised) >= 2 and not _ENDS_SPEECH.search(inside)


def _is_spoken(text: str, quotation: Quotation, before: str, after: str) -> bool:
    inside = quotation.inside.of(text)
    if before.rstrip().endswith(":"):
        return not after.strip(" .!?")
    singing = word_set("cues", "beside_quotes")
    tagged = any(lexicon().cue(word) or word in singing for word in re.findall(r"[\w’'-]+", after)[:6])
    comma = after.lstrip().startswith(",") or inside.rstrip()[-1:] in ",.!?…"
    return bool(tagged and comma and not before.strip(" —–-“‘"))
