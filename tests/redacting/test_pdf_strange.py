"""Strange ways to hide a word in a PDF: it goes, or the file is refused; never is one given out that still holds it."""

import pytest

from reviewer.model.problem import ReviewerError
from reviewer.model.redaction import RedactionOrder
from reviewer.proof.recover import recover
from reviewer.redacting.pdf import redact_pdf
from tests.redacting import pdf_strange_glyphs, pdf_strange_keys
from tests.redacting.pdf_attack import recovered
from tests.redacting.pdf_sheet import WORD
from tests.redacting.pdf_strange_pictures import WAYS as PICTURES

GLYPHS = pdf_strange_glyphs.WAYS | pdf_strange_keys.WAYS
STOPPED = {
    "one code whole word",
    "space code word",
    "cmap rlo",
    "cmap tags",
    "cmap unused code",
    "clip text with fill",
    "inline picture key",
    "faint picture",
    "smasked out",
    "colour key",
    "tiny picture",
    "picture low bits",
    "decode flat",
    "indexed same colours",
    "picture strips",
}
"""Ways that the redactor cannot undo: it says so itself, or the proof does."""

PICTURES_IN_THE_SUITE = {"indexed same colours", "drawn dashes"}


@pytest.mark.parametrize("name", [name for name in GLYPHS if name not in STOPPED])
def test_the_word_goes(name: str) -> None:
    made = redact_pdf("memo.pdf", GLYPHS[name](), RedactionOrder(terms=(WORD,)), None, lambda _: None)
    assert recovered(made.content, WORD) == []


@pytest.mark.parametrize("name", [*sorted((STOPPED & GLYPHS.keys()) | PICTURES_IN_THE_SUITE)])
def test_no_file_is_given_out_that_still_holds_the_word(name: str) -> None:
    assert is_safe({**GLYPHS, **PICTURES}[name]())


def is_safe(content: bytes) -> bool:
    """Return whether a file is refused, found out by the proof, or free of the word."""
    assert recover("memo.pdf", content, (WORD,)).survivors
    try:
        made = redact_pdf("memo.pdf", content, RedactionOrder(terms=(WORD, "Ferry")), None, lambda _: None)
    except ReviewerError:
        return True
    return bool(recover("memo.pdf", made.content, (WORD,)).survivors) or recovered(made.content, WORD) == []
