import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewer.model.geometry import Span
from reviewer.text.words import find_words


def forms(text):
    return [token.form for token in find_words(text, Span(0, len(text)))]


def test_words_are_case_folded_and_punctuation_is_left_out():
    assert forms("“We listened,” she SAID.") == ["we", "listened", "she", "said"]


def test_offsets_point_at_the_words_as_printed():
    text = "👍 Café\r\nrules"
    assert [text[token.start : token.end] for token in find_words(text, Span(0, len(text)))] == ["Café", "rules"]


@pytest.mark.parametrize("printed", ["didn't", "didn’t", "did n't", "did n’t", "did not", "DIDN'T"])
def test_a_negative_contraction_equals_its_long_form(printed):
    assert forms(printed) == ["did", "not"]


@pytest.mark.parametrize(
    ("printed", "stem"), [("can't", "can"), ("cannot", "can"), ("ca n't", "can"), ("won’t", "will"), ("wo n't", "will")]
)
def test_irregular_negative_contractions_have_their_whole_stem(printed, stem):
    assert forms(printed) == [stem, "not"]


def test_a_clitic_is_a_word_of_its_own_printed_apart_or_not():
    assert forms("it's") == forms("It ’s") == ["it", "'s"]


def test_an_irish_name_stays_whole():
    assert forms("O’Brien's") == ["o'brien", "'s"]


def test_hyphenated_words_equal_the_same_words_printed_apart():
    assert forms("pseudo-science") == forms("pseudo - science") == ["pseudo", "science"]


def test_a_word_broken_at_the_end_of_a_line_is_joined():
    text = "the passen-\nger list"
    tokens = find_words(text, Span(0, len(text)))
    assert [token.form for token in tokens] == ["the", "passenger", "list"]
    assert text[tokens[1].start : tokens[1].end] == "passen-\nger"


def test_soft_hyphens_and_ligatures_do_not_make_another_word():
    assert forms("sur\u00adveyors ﬁnd") == ["surveyors", "find"]


def test_composed_and_decomposed_accents_have_one_form():
    assert forms("cafe\u0301") == forms("café")


def test_thousands_separators_are_dropped_from_numbers():
    assert forms("1,200 and 1\u202f200 and 1200") == ["1200", "and", "1200", "and", "1200"]


def test_currency_and_percent_signs_are_tokens():
    assert forms("£6.4m, 5%") == ["£", "6.4", "m", "5", "%"]


def test_right_to_left_words_are_found_in_logical_order():
    text = "הוא said \u200fשלום"
    assert [text[token.start : token.end] for token in find_words(text, Span(0, len(text)))] == ["הוא", "said", "שלום"]


def test_only_the_asked_stretch_is_read():
    text = "one two three"
    assert [token.form for token in find_words(text, Span(4, 7))] == ["two"]


@given(st.text(max_size=200))
@example("e\u0301\r\n\u00a0👩‍👩‍👧 n't'S ½²")
def test_tokens_are_in_order_never_overlap_and_are_never_empty(text):
    last = 0
    for token in find_words(text, Span(0, len(text))):
        assert last <= token.start < token.end <= len(text)
        assert token.form
        last = token.end


@given(st.text(alphabet=st.characters(categories=["L", "N", "Zs", "P"]), max_size=80))
def test_every_ascii_letter_is_covered_by_a_token(text):
    covered = {at for token in find_words(text, Span(0, len(text))) for at in range(token.start, token.end)}
    assert all(at in covered for at, character in enumerate(text) if character.isascii() and character.isalpha())
