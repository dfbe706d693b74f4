"""Runs of words: what of one text stands in another, whatever the punctuation, case or spelling of its letters."""

import re
import unicodedata
from collections.abc import Iterable

_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_WORD_WEIGHT, _SIGN_WEIGHT = 2, 1
_RUN_WEIGHT = 10
"""Five words, or ten signs of a script that is written without spaces."""

Run = tuple[str, ...]


def tokens(text: str) -> list[str]:
    """Return the words of a text, compatibility forms and case folded."""
    return _TOKEN.findall(unicodedata.normalize("NFKC", text).casefold().replace("\u00ad", ""))


def runs_of(text: str) -> set[Run]:
    """Return every shortest run of at least five words."""
    words = tokens(text)
    found: set[Run] = set()
    end, weight = 0, 0
    for start in range(len(words)):
        while end < len(words) and weight < _RUN_WEIGHT:
            weight += _weight(words[end])
            end += 1
        if weight < _RUN_WEIGHT:
            break
        found.add(tuple(words[start:end]))
        weight -= _weight(words[start])
    return found


def runs_only_in(withheld: Iterable[str], excused: Iterable[str]) -> set[Run]:
    """Return the runs of withheld texts that stand in none of the excused ones."""
    runs = {run for text in withheld for run in runs_of(text)}
    for text in excused:
        if not runs:
            break
        runs -= runs_of(text)
    return runs


def _weight(token: str) -> int:
    return _SIGN_WEIGHT if len(token) == 1 and ord(token) >= 0x3040 else _WORD_WEIGHT
