import time

import pytest

from reviewer.model.analysis import SensitiveKind
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import RedactionOrder
from reviewer.redacting.plain import find_in_text, redact_text


def _redacted(content: bytes, *terms: str, **order: object) -> bytes:
    return redact_text("notes.txt", content, RedactionOrder(terms=terms, **order), None, lambda _: None).content


def test_line_ends_and_every_other_character_stay():
    content = b"First.\r\n\tThen  Wray left.\rLast line\n\n"
    assert _redacted(content, "Wray").decode() == "First.\r\n\tThen  █████ left.\rLast line\n\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_the_encoding_and_its_mark_stay(encoding: str):
    assert _redacted("Café Wray.".encode(encoding), "Wray") == "Café █████.".encode(encoding)


def test_an_encoding_without_the_block_gets_number_signs():
    assert _redacted("Café – Wray.".encode("cp1252"), "Wray") == "Café – #####.".encode("cp1252")


def test_a_word_broken_over_two_lines_gets_one_block():
    assert _redacted(b"Then Brackens-\nfield left.", "Brackensfield").decode() == "Then █████ left."


def test_short_and_long_words_leave_the_same():
    short = _redacted(b"Then Wu left.", "Wu", reason="P1")
    long = _redacted(b"Then Featherstonehaugh left.", "Featherstonehaugh", reason="P1")
    assert short == long == "Then █████ [P1] left.".encode()


def test_patterns_and_expressions_are_removed_and_named_for_the_proof():
    order = RedactionOrder(patterns=(SensitiveKind.EMAIL,), expressions=(r"K-\d+",))
    made = redact_text("a.txt", b"K-77 to ada@a.example.", order, None, lambda _: None)
    assert made.content.decode() == "█████ to █████."
    assert set(made.removed) == {"K-77", "ada@a.example"}


def test_hits_name_the_line():
    content = b"First.\nThen Wray left."
    hits = find_in_text("notes.txt", content, RedactionOrder(terms=("Wray",)), None, lambda _: None)
    assert [(hit.part, hit.text, hit.after) for hit in hits] == [("line 2", "Wray", " left.")]


def test_an_expression_that_makes_no_sense_is_named():
    with pytest.raises(ReviewerError) as raised:
        _redacted(b"Wray", expressions=("(",))
    assert raised.value.problem.code is ProblemCode.BAD_EXPRESSION


def test_very_many_words_to_remove_take_no_longer_than_their_number_asks_for():
    started = time.process_time()
    made = _redacted(b"Wray left\n" * 40_000, "Wray")
    assert time.process_time() - started < 8
    assert made.count("█████".encode()) == 40_000
