"""Whose words a source itself says a passage is."""

import pytest

from reviewer.matching.reported import reported_by
from reviewer.model.geometry import Span


def reporter(text: str, words: str) -> tuple[str, str] | None:
    start = text.index(words)
    found = reported_by(text, Span(0, len(text)), Span(start, start + len(words)))
    return (found.words, found.name) if found else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"The gate was open," said Ann Coe, a nurse.', "Ann Coe"),
        ('"The gate was open," Ann Coe, a nurse, said.', "Ann Coe"),
        ('Ann Coe, a nurse, replied that "the gate was open".', "Ann Coe"),
        ('The nurse, Ann Coe, was blunt: "The gate was open." Asked why, Bo Hart said: "Ask her."', "Ann Coe"),
        ('According to the nurse, Ann Coe, "the gate was open".', "Ann Coe"),
        ('My nurse, Ann Coe, rang me. She told me: "The gate was open." I went home.', "Ann Coe"),
        ("A woman at the back, Mrs Ann Coe, got up. She said: the gate was open. I doubted it.", "Mrs Ann Coe"),
    ],
)
def test_a_clause_beside_the_words_tells_who_said_them(text, name):
    words = "The gate was open" if "The gate was open" in text else "the gate was open"
    found = reporter(text, words)
    assert found is not None
    assert found[1] == name


def test_a_role_is_given_as_it_is_printed():
    assert reporter('The minister says: "The gate was open." I doubt it.', "The gate was open") == ("The minister", "")


@pytest.mark.parametrize(
    "text",
    [
        "The gate was open.",
        'I said to the minister: "The gate was open." He laughed.',
        'We told them that "The gate was open".',
        'For quotation: "The gate was open."',
        "“The gate was open",
    ],
)
def test_words_that_the_source_says_itself_are_nobody_elses(text):
    assert reporter(text, "The gate was open") is None
