import pytest

from reviewer.model.problem import SENTENCES, Problem, ProblemCode, ReviewerError, printable, way_out_of_part


@pytest.mark.parametrize("code", ProblemCode)
def test_every_problem_has_one_sentence(code):
    sentence = Problem(code, {}).sentence
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert code in SENTENCES


def test_a_sentence_names_the_file():
    error = ReviewerError(ProblemCode.EMPTY_FILE, name="notes.txt")
    assert str(error) == "notes.txt is empty; ask the sender for it again."


@pytest.mark.parametrize(
    ("name", "content", "way_out"),
    [
        ("a.pdf", b"%PDF-1.7 ...", "print that part to a new PDF"),
        ("a.docx", b"PK\x03\x04", "take that part out in the program"),
        ("a.html", b"<html>", "take that part out in the program"),
        ("a.EML", b"From: Ann", "save its text and its attachments"),
    ],
)
def test_what_can_be_done_about_a_part_depends_on_the_kind_of_file(name, content, way_out):
    assert way_out_of_part(name, content).value.startswith(way_out)


def test_a_name_with_a_newline_and_a_direction_mark_stays_on_its_line():
    sentence = Problem(ProblemCode.EMPTY_FILE, {"name": "a\nb\u202egnp.exe"}).sentence
    assert "\n" not in sentence
    assert "\u202e" not in sentence


def test_a_lone_surrogate_in_a_name_can_be_printed():
    printable("bad\udcffname").encode()


def test_a_name_with_braces_does_not_become_a_placeholder():
    assert "{code}" in Problem(ProblemCode.EMPTY_FILE, {"name": "{code}"}).sentence


def test_a_long_text_is_cut():
    assert len(printable("x" * 1_000, 50)) == 50
