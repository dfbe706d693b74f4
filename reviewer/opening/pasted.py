"""Reads what came from the clipboard."""

import re

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.opening.html import read_html_text
from reviewer.opening.limits import TEXT_LIMIT, in_words
from reviewer.opening.paragraphs import find_paragraphs
from reviewer.opening.plain import MEDIA_TYPE
from reviewer.opening.reading import Reading

_STRUCTURE = re.compile(r"<(?:p|h[1-6]|li|blockquote|figcaption|table|article|br)\b", re.I)
_ADDRESS = re.compile(r"(?:https?|ftp|file)://\S+|www\.\S+", re.I)
_FRAGMENT = re.compile(r"<!--StartFragment-->(.*?)<!--EndFragment-->", re.S)


def read_pasted(name: str, text: str, html: str) -> tuple[Reading, bytes]:
    """Return the reading of pasted text and the bytes that stand for its original file.

    HTML is preferred when it marks paragraphs or headings and holds the same words; otherwise the plain text is taken.
    Raises ReviewerError: EMPTY_FILE, FILE_TOO_LARGE, WEB_ADDRESS, TOO_DEEP.
    """
    if not text.strip() and not html.strip():
        raise ReviewerError(ProblemCode.EMPTY_FILE, name=name)
    if max(len(text), len(html)) > TEXT_LIMIT:
        raise ReviewerError(ProblemCode.FILE_TOO_LARGE, name=name, limit=in_words(TEXT_LIMIT))
    if _ADDRESS.fullmatch(text.strip()):
        raise ReviewerError(ProblemCode.WEB_ADDRESS, name=name)
    if _STRUCTURE.search(html):
        reading = _read_fragment(name, html)
        if reading is not None and _letters(reading.text) >= 0.9 * _letters(text):
            return reading, _whole_characters(html).encode()
    plain = _whole_characters(text)
    return Reading(MEDIA_TYPE, plain, find_paragraphs(plain), names_no_headings=True), plain.encode()


def _whole_characters(text: str) -> str:
    """Join surrogate pairs and replace the halves that a clipboard may hold."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _read_fragment(name: str, html: str) -> Reading | None:
    fragment = _FRAGMENT.search(html)
    try:
        return read_html_text(name, fragment[1] if fragment else html)
    except ReviewerError as error:
        if error.problem.code is ProblemCode.NO_TEXT:
            return None
        raise


def _letters(text: str) -> int:
    return sum(1 for character in text if character.isalnum())
