import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from reviewer.matching.folding import fold
from reviewer.matching.index import IndexShelf, build_index
from reviewer.matching.seeds import find_windows
from tests.matching.conftest import make_document


def pieces(text):
    folded = fold(text)
    return [text[start:end] for start, end in zip(folded.starts.tolist(), folded.ends.tolist(), strict=True)]


def test_words_are_cut_where_letters_and_digits_end():
    assert pieces("The 1,200 men—and Élise’s dog.") == ["The", "1", "200", "men", "and", "Élise", "s", "dog"]


def test_case_and_accents_do_not_make_another_word():
    assert np.array_equal(fold("ÉLISE").words, fold("elise").words)


def test_soft_hyphens_and_combining_marks_are_passed_over_with_their_place_kept():
    text = "sur\u00adveyor cafe\u0301"
    assert np.array_equal(fold(text).words, fold("surveyor cafe").words)
    assert pieces(text) == ["sur\u00adveyor", "cafe"]


def test_inflections_share_a_stem_but_are_other_words():
    assert fold("climbing").stems[0] == fold("climb").stems[0]
    assert fold("climbing").words[0] != fold("climb").words[0]


@given(st.text(max_size=120))
@example("")
@example("👍\ud800 e\u0301\r\n\u00a0שלום")
def test_places_are_in_order_and_inside_any_text(text):
    folded = fold(text)
    last = 0
    for start, end in zip(folded.starts.tolist(), folded.ends.tolist(), strict=True):
        assert last <= start < end <= len(text)
        last = end


def test_every_place_of_a_word_is_posted_in_text_order():
    index = build_index([fold("a dog and a cat"), fold("dog")])
    places = index.stems.of(fold("dog").stems[0])
    assert [index.span_of(place, place) for place in places.tolist()] == [(0, 2, 5), (1, 0, 3)]


def test_a_word_that_stands_nowhere_has_no_places():
    index = build_index([fold("a dog")])
    assert len(index.stems.of(fold("zebra").stems[0])) == 0
    assert index.stems.counts(fold("zebra dog").stems).tolist() == [0, 1]


def test_the_window_with_the_rarest_words_of_the_claim_comes_first():
    text = "the dog and the cat. " * 30 + "The otter crossed the weir at night. " + "the dog and the cat. " * 30
    index = build_index([fold(text)])
    first = find_windows(fold("the otter crossed the weir"), index, 3)[0]
    assert "otter crossed the weir" in text[first.start : first.end]


def test_no_window_reaches_from_one_source_into_the_next():
    index = build_index([fold("the otter crossed"), fold("the weir at night")])
    windows = find_windows(fold("otter crossed the weir at night"), index, 5)
    assert {window.source for window in windows} == {0, 1}


def test_without_any_word_in_common_there_is_no_window():
    assert find_windows(fold("zebra"), build_index([fold("a dog")]), 3) == []
    assert find_windows(fold("zebra"), build_index([fold("")]), 3) == []


def test_the_index_of_the_same_sources_is_built_once():
    shelf = IndexShelf()
    documents = [make_document("a dog"), make_document("a cat")]
    assert shelf.index_of(documents) is shelf.index_of(documents)
    assert shelf.index_of(documents) is not shelf.index_of(documents[:1])
