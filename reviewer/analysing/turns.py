"""Transcripts: paragraphs that begin with the name of whoever speaks and a colon."""

import re
from collections.abc import Sequence

from reviewer.model.geometry import Span
from reviewer.text.wordlists import word_set

_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Sir|Dame|Lord|Lady|Prof|Professor|Judge|Justice)\.?\s+)?"
_SHOUTED = re.compile(
    r"(?P<who>(?:[A-Z][A-Z.’'\-]*\.?\s+){0,5}[A-Z][A-Z.’'\-]*\d{0,2}(?:\s*\([^)\n]{1,80}\))?):\s+(?=\S)"
)
_TITLED = re.compile(
    rf"(?P<who>{_TITLE}[A-Z][\w’'\-]+(?:\s+[A-Z][\w’'\-]+){{0,3}}(?:\s*\([^)\n]{{1,80}}\))?):\s+(?=\S)"
)
_NOT_TURNS = word_set("grammar", "words_before_colons")
"""Words that lead a line of a page or a letter ("NOTE:", "READ MORE:") and speak for nobody."""
_FEWEST_TITLED = 3
_FEWEST_SHOUTED = 3
_READ_OUT = re.compile(r"(?P<who>Q(?:uestion)?|A(?:nswer)?|Question by [\w. ]{1,30})[.:]\s+(?=\S)")
"""Questions and answers read out from a record, as a court hears them."""


def find_turns(text: str, paragraphs: Sequence[Span]) -> dict[int, Span]:
    """Return the label of each paragraph that begins a turn, by number; empty unless the text is a transcript.

    Labels in capitals (`CLLR HARTNOLL:`, `Q:`) must come three times, or twice among no more than four paragraphs;
    names in mixed case (`Joan Peel:`) three times with at least one of them repeated. What follows the colon and white
    space is the turn. A section label without a colon is never one.
    """
    shouted = _labels(text, paragraphs, _SHOUTED)
    if len(shouted) >= _FEWEST_SHOUTED or (len(shouted) == 2 and len(paragraphs) - min(shouted) <= 4):
        return shouted
    titled = _labels(text, paragraphs, _TITLED)
    names = [span.of(text) for span in titled.values()]
    return titled if len(titled) >= _FEWEST_TITLED and len(set(names)) < len(names) else {}


def find_read_out(text: str, paragraphs: Sequence[Span]) -> dict[int, Span]:
    """Return the labels of questions and answers (`Q.`, `A.`) by paragraph, where one of each stands side by side."""
    found = _labels(text, paragraphs, _READ_OUT)
    sides = {number: span.of(text)[0] for number, span in found.items()}
    return {n: span for n, span in found.items() if {sides.get(n - 1), sides.get(n + 1)} & ({"Q", "A"} - {sides[n]})}


def is_read_out(label: str) -> bool:
    """Return whether a label stands for a question or an answer and no name."""
    return label.casefold() in ("q", "a", "question", "answer") or label.startswith("Question by ")


def turn_start(text: str, label: Span) -> int:
    """Return where the words of a turn begin, after its label, colon and white space."""
    match = re.compile(r"[:.]\s+").match(text, label.end)
    return match.end() if match else label.end


def _labels(text: str, paragraphs: Sequence[Span], pattern: re.Pattern[str]) -> dict[int, Span]:
    found: dict[int, Span] = {}
    for number, paragraph in enumerate(paragraphs):
        match = pattern.match(text, paragraph.start, paragraph.end)
        if match and not _NOT_TURNS & {match.group("who").split()[0].casefold(), match.group("who").casefold()}:
            found[number] = Span(match.start("who"), match.end("who"))
    return found
