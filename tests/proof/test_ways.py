"""Every way to hide a word: the proof finds it, and finds nothing in a document that holds another one."""

import pytest

from reviewer.proof.recover import recover
from tests.proof.all_ways import ALL, OTHERS, PDF, way
from tests.proof.ways import TWIN, WORD, Way

IN_THE_SUITE = [one for one in ALL if not one.by_eye]
SEEN_IN_THE_SUITE = ("pdf in a stencil", "pdf in an inline picture", "pdf as paths in white", "picture in a zip")


def _found(one: Way, word: str, *needles: str) -> set[int]:
    proved = recover(one.file_name, one.build(word), needles)
    assert proved.unread == ()
    return {survivor.needle for survivor in proved.survivors}


@pytest.mark.parametrize("one", IN_THE_SUITE, ids=lambda one: one.name)
def test_the_word_is_found_and_one_that_resembles_it_is_not(one: Way) -> None:
    assert _found(one, WORD, WORD, TWIN) == {0}


@pytest.mark.parametrize("one", [one for one in OTHERS if not one.by_eye], ids=lambda one: one.name)
def test_nothing_is_found_in_a_document_that_holds_another_word(one: Way) -> None:
    assert _found(one, TWIN, WORD, f"{WORD}by", f"Mac{WORD.lower()}") == set()


@pytest.mark.parametrize("name", SEEN_IN_THE_SUITE)
def test_a_word_that_only_shows_is_read_off_the_picture(name: str) -> None:
    assert _found(way(name), WORD, WORD, TWIN) == {0}


@pytest.mark.parametrize(
    ("name", "engines"),
    [
        ("pdf drawn in the wrong order", {"pdfium", "ocr"}),
        ("pdf in a glyph procedure", {"pdfium"}),
        ("pdf in a soft mask", {"pdfium"}),
        ("pdf of size nought", {"pdfminer", "pypdf"}),
        ("pdf at a marked point", {"object walk"}),
        ("pdf in an xfa form", {"object walk"}),
        ("pdf between objects", {"raw bytes"}),
        ("pdf packed behind the end", {"zlib sweep"}),
        ("pdf in a stencil", {"ocr"}),
        ("pdf in an attached text", {"text"}),
        ("docx as a zip comment", {"raw bytes", "zip"}),
        ("mail in a header in two pieces", {"mail"}),
        ("file in zlib data in a file of no kind", {"zlib sweep"}),
    ],
)
def test_without_these_engines_the_word_would_not_be_found(name: str, engines: set[str]) -> None:
    one = way(name)
    survivors = recover(one.file_name, one.build(WORD), [WORD]).survivors
    assert {survivor.engine for survivor in survivors} == engines


def test_the_tables_are_as_large_as_they_are_said_to_be() -> None:
    assert len({one.name for one in ALL}) == len(ALL)
    assert len(PDF) >= 90
    assert len(OTHERS) >= 100
