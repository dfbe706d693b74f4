"""Brackets without a partner, single quotation marks that never close, marks of two kinds round one quotation."""

import re
from collections.abc import Iterator

from reviewer.analysing.consistency.scene import CheckedText, slip
from reviewer.model.analysis import CheckKind, InternalCheck
from reviewer.model.geometry import Span

_BRACKET = re.compile(r"[()\[\]]")
_NOT_A_BRACKET = re.compile(r"(?:^|\s)(?:\(?[a-z0-9]{1,3}|[ivx]{1,4})$|[:;]-?$", re.IGNORECASE)
_PARTNER = {")": "(", "]": "["}
_OPENING_SINGLE = re.compile(r"(?<![\w’‘”])‘(?=[A-ZÀ-Þ])(?!(?:[Tt]is|[Tt]was|[Ee]m|[Nn]|[Cc]ause|[Bb]out|[Rr]ound)\b)")
_MAY_CLOSE = re.compile(r"(?<=[\w.,!?…;:”])’(?!\w)")
_TAG_AT_END = re.compile(
    r",\s(?:(?:[A-ZÀ-Þ][\w’'-]+\s){1,3}|(?:he|she|they)\s)(?:said|says|added|told\s[a-z ]{3,30})\.\s*$|"
    r",\s(?:said|says|added)\s(?:[A-ZÀ-Þ][\w’'-]+\s?){1,3}\.\s*$"
)
_SAID = re.compile(r",\s(?:[a-z]+\s)?(?:said|says|[A-Z][\w’-]+\s(?:said|says|told)|he said|she said|they said)\b")


def unbalanced_marks(checked: CheckedText) -> Iterator[InternalCheck]:
    """Yield brackets and single quotation marks of a paragraph that have no partner in it."""
    paragraphs = [
        Span(sentences[0].sentence.start, sentences[-1].sentence.end) for sentences in checked.paragraphs() if sentences
    ]
    for span, following in zip(paragraphs, [*paragraphs[1:], None], strict=False):
        yield from _brackets(checked.text, span)
        yield from _singles(checked.text, span, following)
    for one in checked.sentences:
        for quotation in one.sentence.quotations:
            if quotation.continued and _TAG_AT_END.search(checked.text, quotation.start, quotation.end):
                at = quotation.start
                yield slip(
                    Span(at, at + 1),
                    CheckKind.UNBALANCED_QUOTE,
                    checked.text[at],
                    "a pair of marks",
                    "this mark has no partner",
                )


def _brackets(text: str, span: Span) -> Iterator[InternalCheck]:
    opened: list[int] = []
    strays: list[int] = []
    for match in _BRACKET.finditer(text, span.start, span.end):
        mark = match.group()
        if mark in "([":
            opened.append(match.start())
        elif opened and text[opened[-1]] == _PARTNER[mark]:
            opened.pop()
        elif not _NOT_A_BRACKET.search(text[max(span.start, match.start() - 6) : match.start()]):
            strays.append(match.start())
    for at in (*opened, *strays):
        yield slip(
            Span(at, at + 1), CheckKind.UNBALANCED_QUOTE, text[at], "a pair of brackets", "this bracket has no partner"
        )


def _singles(text: str, span: Span, following: Span | None) -> Iterator[InternalCheck]:
    """Check "‘It was a bad day, said Ms Lowe": an opening mark behind which nothing closes, though somebody says it."""
    goes_on = following is not None and text.startswith("‘", following.start)
    for match in _OPENING_SINGLE.finditer(text, span.start, span.end):
        later = text.find("‘", match.end(), span.end)
        stop = later if later >= 0 else span.end
        if goes_on and later < 0:
            continue
        in_pairs = _MAY_CLOSE.search(text, span.start, match.start()) is not None
        said = in_pairs or _SAID.search(text, match.end(), stop) is not None
        if said and _MAY_CLOSE.search(text, match.end(), stop) is None:
            yield slip(
                Span(match.start(), match.end()),
                CheckKind.UNBALANCED_QUOTE,
                "‘",
                "a pair of marks",
                "this mark has no partner",
            )
