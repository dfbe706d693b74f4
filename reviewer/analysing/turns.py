"""Transcripts: paragraphs that begin with the name of whoever speaks and a colon."""

import re
from collections.abc import Sequence

from reviewer.model.geometry import Span

_TITLE = r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Sir|Dame|Lord|Lady|Prof|Professor|Judge|Justice)\.?\s+)?"
_SHOUTED = re.compile(
    r"(?P<who>(?:[A-Z][A-Z.’'\-]*\.?\s+){0,5}[A-Z][A-Z.’'\-]*\d{0,2}(?:\s*\([^)\n]{1,80}\))?):\s+(?=\S)"
)
_TITLED = re.compile(
    rf"(?P<who>{_TITLE}[A-Z][\w’'\-]+(?:\s+[A-Z][\w’'\-]+){{0,3}}(?:\s*\([^)\n]{{1,80}}\))?):\s+(?=\S)"
)
_NOT_TURNS = frozenset(
    (
        "NOTE",
        "NOTES",
        "CONTACT",
        "SUBJECT",
        "DATE",
        "FROM",
        "TO",
        "CC",
        "EMBARGO",
        "PS",
        "RE",
        "NB",
        "UPDATE",
        "TEL",
        "EMAIL",
    )
)
_FEWEST_TITLED = 3


def find_turns(text: str, paragraphs: Sequence[Span]) -> dict[int, Span]:
    """Return the label of each paragraph that begins a turn, by number; empty unless the text is a transcript.

    Labels in capitals (`CLLR HARTNOLL:`, `Q:`) must come twice, names in mixed case (`Joan Peel:`) three times with
    at least one of them repeated. What follows the colon and white space is the turn.
    """
    shouted = _labels(text, paragraphs, _SHOUTED)
    if len(shouted) >= 2:
        return shouted
    titled = _labels(text, paragraphs, _TITLED)
    names = [span.of(text) for span in titled.values()]
    return titled if len(titled) >= _FEWEST_TITLED and len(set(names)) < len(names) else {}


def turn_start(text: str, label: Span) -> int:
    """Return where the words of a turn begin, after its label, colon and white space."""
    match = re.compile(r":\s+").match(text, label.end)
    return match.end() if match else label.end


def _labels(text: str, paragraphs: Sequence[Span], pattern: re.Pattern[str]) -> dict[int, Span]:
    found: dict[int, Span] = {}
    for number, paragraph in enumerate(paragraphs):
        match = pattern.match(text, paragraph.start, paragraph.end)
        if match and match.group("who").strip() not in _NOT_TURNS and match.group("who").upper() not in _NOT_TURNS:
            found[number] = Span(match.start("who"), match.end("who"))
    return found
