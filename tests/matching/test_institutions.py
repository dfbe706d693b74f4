"""Institutions that speak."""

import pytest

from reviewer.matching.institutions import are_others, letterhead_of


@pytest.mark.parametrize(
    ("named", "issuer"),
    [
        ("the ferry company", "HARBOUR WORKERS' UNION"),
        ("a police spokesman", "MARL FIRE SERVICE"),
        ("the company", "DEPARTMENT FOR CULTURE"),
    ],
)
def test_kinds_that_never_speak_for_each_other_are_two(named, issuer):
    assert are_others(named, issuer, issuer)


@pytest.mark.parametrize(
    ("named", "issuer"),
    [
        ("the union", "HARBOUR WORKERS' UNION"),
        ("the government", "DEPARTMENT FOR CULTURE"),
        ("a spokeswoman", "HARBOUR WORKERS' UNION"),
        ("the hospital", "MARL COUNCIL"),
        ("Harbour Company", "HARBOUR WORKERS' UNION"),
        ("", ""),
    ],
)
def test_institutions_that_may_be_one_are_not_told_apart(named, issuer):
    assert not are_others(named, issuer, issuer)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("TREASURY NOTICE\n\n2 June\n\nThe levy stays.", "TREASURY NOTICE"),
        ("Harbour Workers' Union\nStatement\n\nWe ask.", "Harbour Workers' Union"),
        ("Dear Ann,\n\nI shall come on Monday.", ""),
        ("", ""),
    ],
)
def test_a_letterhead_is_a_short_line_for_an_institution(text, head):
    assert letterhead_of(text) == head
