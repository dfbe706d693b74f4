"""Whose words a whole document is."""

import pytest

from reviewer.matching.authors import author_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Report to the board\n\nBy Fenella Strake, chief surveyor\n\nI have seen worse.", "Fenella Strake"),
        ("THE RENT TRIBUNAL\n\nRuth Parmenter, Adjudicator\n\n1. I have read the file.", "Ruth Parmenter"),
        ("IN THE COURT OF CARRICK\n\nBefore Mr Justice Olander\n\n14. I do not accept it.", "Mr Justice Olander"),
        ("Note for the panel. Dr Tomas Weil, entomologist. 9 June 2025\n\nI saw no disease.", "Dr Tomas Weil"),
        ("Remarks of the president, Odile Farr, to the society\n\nMy friends, the roof is paid.", "Odile Farr"),
        ("Dear members,\n\nI am to blame.\n\nYours ever,\n\nJocelyn Thripp\nSecretary", "Jocelyn Thripp"),
    ],
)
def test_a_document_in_the_first_person_is_the_words_of_whoever_heads_or_signs_it(text, name):
    author = author_of(text)
    assert author is not None
    assert author.name == name


def test_whoever_was_called_gives_the_answers():
    author = author_of("Call with Dr Esme Farrant, 3 March (taped)\n\nQ. How long?\nA. Eleven hours.")
    assert author is not None
    assert (author.name, author.answers) == ("Dr Esme Farrant", True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "7",
        "A report by Ruth Parmenter, surveyor\n\nThe lift was not broken.",
        "Statement by Marl Council\n\nWe shall pay.",
        "To: Ruth Parmenter\n\nI shall pay.",
        "Notes. Ann Coe, nurse. Bo Hart, porter.\n\nI shall pay.",
        "Mail from a friend\n\nI saw Ruth Parmenter at the gate.",
    ],
)
def test_a_head_that_names_nobody_or_two_tells_nothing(text):
    assert author_of(text) is None
