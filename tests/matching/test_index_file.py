import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.matching.folding import fold
from reviewer.matching.index import IndexShelf
from reviewer.matching.index_file import is_index_of, pack, unpack
from tests.matching.conftest import make_document

TEXT = "The otter crossed the weir at night. Élise’s dog slept; 1,200 eels did not."


@given(st.text(max_size=200))
def test_an_index_is_read_back_as_it_was(text):
    folded, kept = fold(text), unpack(pack(fold(text), text), text)
    assert kept is not None
    for one, other in zip(
        (folded.starts, folded.ends, folded.words, folded.stems),
        (kept.starts, kept.ends, kept.words, kept.stems),
        strict=True,
    ):
        assert np.array_equal(one, other)
        assert one.dtype == other.dtype


@given(st.binary(max_size=400))
def test_no_bytes_whatever_make_it_fail(content):
    assert unpack(content, TEXT) is None


@given(st.integers(0, 10_000), st.integers(1, 255))
def test_a_changed_byte_is_refused_or_changes_no_place_out_of_the_text(at, change):
    content = bytearray(pack(fold(TEXT), TEXT))
    content[at % len(content)] ^= change
    kept = unpack(bytes(content), TEXT)
    assert kept is None or ((kept.ends <= len(TEXT)).all() and (kept.starts[1:] >= kept.ends[:-1]).all())
    assert not is_index_of(bytes(content), TEXT) or content[:4] != b"RVI1"


def test_the_index_of_another_text_is_refused():
    assert unpack(pack(fold(TEXT), TEXT), TEXT.replace("otter", "stoat")) is None


@pytest.mark.parametrize("text", ["", TEXT])
def test_the_true_index_is_told_from_one_that_leaves_words_out(text):
    assert is_index_of(pack(fold(text), text), text)
    shorter = fold(text + " more")
    assert not is_index_of(pack(shorter, text), text)


def test_a_text_with_a_gap_too_long_for_the_file_is_indexed_anew_each_time():
    text = "otter" + " " * 70_000 + "weir"
    assert pack(fold(text), text) == b""


def test_a_long_text_is_folded_in_pieces_without_a_seam():
    text = "The otter crossed the weir. " * 90_000
    folded = fold(text)
    assert len(folded.words) == 5 * 90_000
    assert text[folded.starts[-1] : folded.ends[-1]] == "weir"
    assert (folded.starts[1:] > folded.ends[:-1]).all()


def test_a_shelf_takes_kept_indexes_and_passes_over_what_does_not_fit():
    documents = [make_document("a dog slept " * 10_000, "one.txt"), make_document("a cat slept " * 10_000, "two.txt")]
    files = IndexShelf().files(documents, ())
    shelf = IndexShelf()
    taken = shelf.put(documents, {documents[0].id: files[documents[0].id], documents[1].id: b"nonsense"})
    assert taken == {documents[0].id}
    assert shelf.index_of(documents).words == 60_000
    assert shelf.files(documents, taken) == {documents[1].id: files[documents[1].id]}


def test_the_index_of_a_short_text_is_not_worth_keeping():
    assert IndexShelf().files([make_document("a dog slept")], ()) == {}
