from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.anchor import anchor_at, locate
from reviewer.model.geometry import Span
from tests.documents.plain_text import document_of

TEXTS = st.text(alphabet=st.sampled_from("ab é👩‍👧\r\n\u00a0\u200fשלום"), min_size=1, max_size=200)


@given(TEXTS, st.data())
def test_an_anchor_finds_its_own_passage_at_its_own_place(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    document = document_of(text)
    assert locate(anchor_at(document, Span(start, end)), document) == Span(start, end)


def test_a_passage_that_moved_is_found_by_its_words():
    old = document_of("The ferry sails at noon. It returns at dusk.")
    new = document_of("A new first sentence. The ferry sails at noon. It returns at dusk.")
    anchor = anchor_at(old, Span(25, 44))
    assert locate(anchor, new).of(new.text) == "It returns at dusk."


def test_of_two_equal_phrases_the_one_with_the_same_context_is_found():
    old = document_of("Mara said no. Later Otto said no.")
    anchor = anchor_at(old, Span(25, 32))
    new = document_of("In short: Otto said no. Mara said no. Mara said no. Mara said no.")
    assert locate(anchor, new) == Span(15, 22)


def test_of_two_equal_phrases_in_equal_context_the_nearest_is_found():
    old = document_of("no yes no yes no yes no yes no")
    anchor = anchor_at(old, Span(14, 16))
    assert locate(anchor, document_of("no yes no yes no yes no yes no yes no yes")) == Span(14, 16)


def test_a_passage_that_is_gone_is_lost_and_not_guessed_at():
    anchor = anchor_at(document_of("The fare is £27."), Span(12, 15))
    assert locate(anchor, document_of("The fare is £72.")) is None


def test_a_span_past_the_text_has_no_anchor():
    try:
        anchor_at(document_of("short"), Span(2, 9))
    except ValueError as error:
        assert "runs past the text" in str(error)
    else:
        raise AssertionError("an anchor was made of nothing")
