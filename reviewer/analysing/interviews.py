"""Interviews printed as questions and answers without labels: whose the answers are."""

import re
from collections.abc import Sequence

from reviewer.model.geometry import Span
from reviewer.text.names import find_names
from reviewer.text.wordlists import word_set

_FEWEST_QUESTIONS = 3
_LONGEST_QUESTION = 70
_IN_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us|[Mm]ine|[Oo]urs)\b")
_MARKS = '“”"«»'


def speaks_in_person(words: str) -> bool:
    """Return whether a paragraph without quotation marks is in the first person."""
    return _IN_PERSON.search(words) is not None and not any(mark in words for mark in _MARKS)


def find_interview(text: str, paragraphs: Sequence[Span]) -> tuple[Span, list[int]] | None:
    """Return where the interviewee is named and the numbers of the answers; None unless the text is an interview.

    It is one when at least three short paragraphs without marks end in a question mark, another paragraph follows each,
    and most of those are in the first person. The interviewee is the first person named in full before the questions.
    A paragraph that tells of the interviewee by surname ends the last answer.
    """
    questions = [n for n, span in enumerate(paragraphs) if _is_question(span.of(text))]
    asked = [n for n in questions if n + 1 < len(paragraphs) and n + 1 not in questions]
    answers = [n + 1 for n in asked]
    in_person = [n for n in answers if speaks_in_person(paragraphs[n].of(text))]
    if len(asked) < _FEWEST_QUESTIONS or 2 * len(in_person) < len(answers):
        return None
    name = _first_person_named(text, paragraphs[: asked[0]])
    if name is None:
        return None
    surname = name.of(text).split()[-1]
    found: list[int] = []
    for first, stop in zip(asked, [*asked[1:], len(paragraphs)], strict=True):
        for number in range(first + 1, stop):
            words = paragraphs[number].of(text)
            if number in questions or (surname in words and not speaks_in_person(words)):
                break
            found.append(number)
    return name, found


def _is_question(words: str) -> bool:
    return words.endswith("?") and len(words.split()) <= _LONGEST_QUESTION and not any(mark in words for mark in _MARKS)


def _first_person_named(text: str, paragraphs: Sequence[Span]) -> Span | None:
    institutions = word_set("people", "organisation_words") | word_set("people", "geographic_words")
    for span in paragraphs:
        for name in find_names(text, span):
            words = name.name.casefold().split()
            if 2 <= len(words) <= 4 and not set(words) & institutions:
                return name.span
    return None
