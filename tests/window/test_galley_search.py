"""Words are found as a reader sees them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.gui.galley_search import find_all, fold


def found(text: str, wanted: str) -> list[str]:
    return [span.of(text) for span in find_all(fold(text), wanted)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The NIGHT Boat", "night boat"),
        ("the company’s boat", "company's boat"),
        ("she said “yes” twice", '"yes"'),
        ("from 10–12 May", "10-12"),
        ("six\u00a0years later", "six years"),
        ("the last\r\nnight boat", "last night"),
        ("the last   \n  night boat", "last night"),
    ],
)
def test_case_quotes_dashes_and_spaces_make_no_difference(text, wanted):
    assert len(found(text, wanted)) == 1


def test_a_word_broken_at_a_line_end_is_found_whole():
    assert found("an inter-\nnational line", "international") == ["inter-\nnational"]


def test_a_soft_hyphen_is_not_in_the_way():
    assert found("foot\u00adpassenger", "footpassenger") == ["foot\u00adpassenger"]


def test_a_hyphen_inside_a_line_stays():
    assert found("a foot-passenger fare", "foot-passenger") == ["foot-passenger"]


def test_every_place_is_found_with_its_own_offsets():
    text = "Fare £72.\r\n\r\nA  fare of £72 and a FARE."
    assert [span.start for span in find_all(fold(text), "fare")] == [0, 16, 34]


def test_empty_words_are_nowhere():
    assert found("anything", "  ") == []


def test_letters_that_grow_when_lowered_do_not_shift_what_follows():
    assert found("İstanbul and the ferry", "ferry") == ["ferry"]


@given(st.text(alphabet="ab -\u00ad\n\r\u00a0’İ😀", max_size=40), st.integers(0, 40), st.integers(1, 8))
def test_what_stands_in_a_text_is_found_in_it(text, start, length):
    wanted = text[start : start + length].strip()
    if fold(wanted).text.strip():
        spans = find_all(fold(text), wanted)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
