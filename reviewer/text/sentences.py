"""Sentences: where one ends and the next begins."""

import re

from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_CANDIDATE = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*(?=\s)|\n[ \t]*\r?\n|[。！？]")
_NEXT = re.compile(r"\s*[\"'“‘«„(\[¿¡]*\s*(\S)")
_LONGEST_ABBREVIATION = 24
_LAST_WORD = re.compile(r"([^\s“\"‘'(\[«„]+)$")
_NEVER_ENDS = word_set("text", "abbreviations_before_names")
_MAY_END = word_set("text", "abbreviations")
_STARTERS = word_set("text", "sentence_starters")


def split_sentences(text: str, within: Span) -> list[Span]:
    """Return the sentences of a stretch, without the white space between them, in code points.

    A full stop after an abbreviation, an initial or inside a number ends nothing; a closing quotation mark or bracket
    belongs to the sentence that it closes. A sentence that goes on after a quoted question (`"Why?" she asked.`) is
    not cut there. Blank lines always cut.
    """
    spans: list[Span] = []
    start = within.start
    for match in _CANDIDATE.finditer(text, within.start, within.end):
        if not match.group().strip() or _ends_sentence(text, match, within):
            _keep(spans, text, start, match.end())
            start = match.end()
    _keep(spans, text, start, within.end)
    return spans


def _keep(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))


def _ends_sentence(text: str, match: re.Match[str], within: Span) -> bool:
    following = _NEXT.match(text, match.end(), within.end)
    if match.group()[0] in "。！？" or following is None:
        return True
    first = following.group(1)
    if first.islower() or first in ",;:)":
        return False
    if match.group()[0] != "." or match.group().startswith(".."):
        return True
    return not _is_abbreviation(text, match, within, following.start(1))


def _is_abbreviation(text: str, match: re.Match[str], within: Span, next_word_at: int) -> bool:
    before = _LAST_WORD.search(text, max(within.start, match.start() - _LONGEST_ABBREVIATION), match.start())
    word = before.group(1).casefold() if before else ""
    if len(match.group()) > 1:
        return False
    if word in ("no", "nos", "vol", "art", "fig"):
        return text[next_word_at].isdigit()
    if word in _NEVER_ENDS or (len(word) == 1 and word.isalpha() and word != "i"):
        return True
    if word in _MAY_END or re.fullmatch(r"(?:\w\.)+\w", word):
        following = re.match(r"[\w’']+", text[next_word_at : within.end])
        return following is not None and following.group().casefold() not in _STARTERS
    return False
