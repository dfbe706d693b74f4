from hypothesis import given
from hypothesis import strategies as st

from reviewer.exporting.blocks import BLOCK, label_for
from reviewer.exporting.text_map import TextMap
from reviewer.model.geometry import Span
from reviewer.model.packet import TextCut

LETTERS = st.text("ab cd\n", min_size=1, max_size=60)


@st.composite
def cut_texts(draw):
    text = draw(LETTERS)
    places = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    pairs = zip(places[::2], places[1::2], strict=False)
    return text, [TextCut(start, end, draw(st.sampled_from(["", "R2", "b(6)"]))) for start, end in pairs]


def test_each_cut_becomes_a_label_with_its_reason():
    made = TextMap("Ann Bell rang Bo.", [TextCut(0, 8, "R2"), TextCut(14, 16)])
    assert made.text == f"{BLOCK} [R2] rang {BLOCK}."


def test_the_label_is_as_wide_whatever_stood_there():
    short, long = TextMap("Bo rang.", [TextCut(0, 2)]), TextMap("Bartholomew rang.", [TextCut(0, 11)])
    assert short.text == long.text


def test_a_reason_that_names_the_word_is_left_out():
    assert TextMap("Bo rang.", [TextCut(0, 2, "Bo")], lambda text: "Bo" not in text).text == f"{BLOCK} rang."


@given(cut_texts())
def test_words_outside_the_cuts_stand_at_their_new_place(case):
    text, cuts = case
    made = TextMap(text, cuts)
    inside = {at for cut in cuts for at in range(cut.start, cut.end)}
    for at, letter in enumerate(text):
        if at not in inside:
            assert made.text[made.start(at)] == letter
            assert made.end(at + 1) == made.start(at) + 1


@given(cut_texts(), st.data())
def test_the_order_of_places_is_kept(case, data):
    text, cuts = case
    made = TextMap(text, cuts)
    first, second = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    assert made.start(first) <= made.start(second)
    assert made.end(first) <= made.end(second)
    assert 0 <= made.start(first) <= made.end(second) <= len(made.text)


@given(cut_texts(), st.data())
def test_a_stretch_that_touches_a_cut_takes_its_whole_label(case, data):
    text, cuts = case
    made = TextMap(text, cuts)
    start, end = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    span = made.span(Span(start, end))
    for number in made.touching(start, end):
        label = made.labels[number]
        assert start == end or span.contains(label)
        assert label.of(made.text) == label_for(cuts[number].reason)


@given(cut_texts())
def test_an_empty_stretch_stays_empty(case):
    text, cuts = case
    made = TextMap(text, cuts)
    assert all(made.span(Span(at, at)).length == 0 for at in range(len(text) + 1))
