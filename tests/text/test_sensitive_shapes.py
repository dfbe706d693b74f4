import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.analysis import SensitiveKind as Kind
from reviewer.text.sensitive_checked import is_card, is_iban
from reviewer.text.sensitive_shapes import SHAPES, find_shape
from tests.text.sensitive_forms import FORMS, MERE_FIGURES
from tests.text.sensitive_lines import LOOKALIKES, POSITIVES


@pytest.mark.parametrize(("kind", "printed", "line"), [*POSITIVES, *FORMS])
def test_sensitive_data_is_found_whole(kind, printed, line):
    assert printed in [span.of(line) for span in find_shape(kind, line)]


@pytest.mark.parametrize("line", [*LOOKALIKES, *MERE_FIGURES])
def test_what_only_looks_like_it_is_left_alone(line):
    assert {kind: [span.of(line) for span in find_shape(kind, line)] for kind in SHAPES} == {
        kind: [] for kind in SHAPES
    }


def test_an_iban_must_have_the_right_check_digits_and_length():
    assert is_iban("DE89 3704 0044 0532 0130 00")
    assert not is_iban("DE88 3704 0044 0532 0130 00")
    assert not is_iban("DE89 3704 0044 0532 0130")


def test_a_card_must_have_the_right_check_digit_and_a_first_digit_that_cards_have():
    assert is_card("4111 1111 1111 1111")
    assert not is_card("4111 1111 1111 1112")
    assert not is_card("9780000000002")


@pytest.mark.parametrize("kind", [Kind.PERSON_PRIVATE, Kind.SOURCE_IDENTITY, Kind.EMBARGO])
def test_kinds_that_no_shape_tells_are_left_to_the_analysis(kind):
    assert find_shape(kind, "Ann Dale, 9, embargoed until 12 March") == []


@given(st.text(alphabet="+0123456789 -.()@ab\n\u00ad\u200b,GD", max_size=60))
def test_places_lie_inside_the_text(line):
    for kind in SHAPES:
        assert all(0 <= span.start < span.end <= len(line) for span in find_shape(kind, line))


@pytest.mark.parametrize(
    "piece",
    ["a-", "a.", "a@", "0 ", "01632 ", "+1", "1-", "A'", "Aa ", "Aa,", "12 Aa ", "x at y dot ", "GB00", "1 Aa Aa\n", "no. ",
     "born ", " ", "\n", "<", "A1 ", "of the ", "(0", "call me on "],
)  # fmt: skip
def test_no_text_keeps_a_recogniser_busy(piece):
    text = piece * (20_000 // len(piece))
    started = time.process_time()
    for kind in SHAPES:
        find_shape(kind, text)
    assert time.process_time() - started < 2
