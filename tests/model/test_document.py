import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.document import Block, BlockKind, Document, Word, WordArray
from reviewer.model.geometry import Box
from tests.documents.plain_text import document_of

COORDINATES = st.floats(-5_000, 20_000, width=32)
WORDS = st.builds(
    Word,
    start=st.integers(0, 2**32 - 1),
    end=st.integers(0, 2**32 - 1),
    line=st.integers(0, 2**16 - 1),
    box=st.builds(Box, COORDINATES, COORDINATES, COORDINATES, COORDINATES),
)


@given(st.lists(WORDS, max_size=30))
def test_packed_words_come_back_as_they_were(words):
    array = WordArray.pack(words)
    assert list(array) == words
    assert len(array) == len(words)


def test_a_word_takes_26_bytes():
    assert len(WordArray.pack([Word(0, 1, 1, Box(0, 0, 1, 1))]).packed) == 26


def test_bytes_that_are_not_whole_words_are_refused():
    with pytest.raises(ValueError, match="broken length"):
        WordArray(b"x" * 27)


def test_the_block_at_an_offset_is_the_one_that_holds_it():
    document = document_of("First line\n\nSecond line")
    assert document.block_at(3) == Block(0, 10, BlockKind.PARAGRAPH)
    assert document.block_at(12) == Block(12, 23, BlockKind.PARAGRAPH)


@pytest.mark.parametrize("offset", [10, 11, 23, 99])
def test_between_and_after_the_blocks_there_is_none(offset):
    document: Document = document_of("First line\n\nSecond line")
    assert document.block_at(offset) is None
