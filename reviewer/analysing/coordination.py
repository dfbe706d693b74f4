"""Sentences in which two speakers have their say: cut where the wording makes it plain."""

import re
from collections.abc import Sequence

from reviewer.analysing.statement import Statement
from reviewer.model.geometry import Span

_JOINT = re.compile(r";\s+|,\s+(?=(?:but|while|whereas|although|though|and)\s)")


def halves(text: str, sentence: Span, statements: Sequence[Statement]) -> list[tuple[Span, Statement]]:
    """Return the parts of a sentence with the attribution of each; one part unless two speakers are kept apart.

    Two attributions part a sentence when neither reaches into the other, their speakers are printed differently, and
    a semicolon or a comma with "but", "while" or "and" stands between them.
    """
    ordered = sorted(statements, key=lambda statement: hull(statement).start)
    parts: list[tuple[Span, Statement]] = [(sentence, ordered[0])] if ordered else []
    for statement in ordered[1:]:
        span, before = parts[-1]
        joint = _joint(text, before, statement)
        if joint is not None and _are_different(text, before, statement):
            parts[-1] = (Span(span.start, joint.start() + (1 if joint.group().startswith(";") else 0)), before)
            parts.append((Span(joint.end(), sentence.end), statement))
    return parts


def hull(statement: Statement) -> Span:
    """Return the stretch from the first to the last word of an attribution and of what is said."""
    spans = [statement.tag, *statement.content]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _joint(text: str, first: Statement, second: Statement) -> re.Match[str] | None:
    start, end = hull(first).end, hull(second).start
    return _JOINT.search(text, max(0, start - 1), end + 5) if start <= end else None


def _are_different(text: str, first: Statement, second: Statement) -> bool:
    if first.speaker is None or second.speaker is None:
        return False
    return first.speaker.of(text).casefold() != second.speaker.of(text).casefold()
