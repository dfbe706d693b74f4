"""Reads plain text; its text is the decoded file itself, less a byte-order mark."""

from reviewer.formats.encoding import decode
from reviewer.opening.paragraphs import find_paragraphs
from reviewer.opening.reading import Reading

MEDIA_TYPE = "text/plain"


def read_plain(content: bytes) -> Reading:
    """Read a text file in whatever encoding it has; line ends stay as they are in the file."""
    text, notices = decode(content)
    return Reading(MEDIA_TYPE, text, find_paragraphs(text), notices=notices, names_no_headings=True)
