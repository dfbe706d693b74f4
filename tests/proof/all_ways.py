"""All tables of ways to hide a word, and clean documents in which nothing may be found."""

from itertools import chain

from tests.proof import pdf_ways_around, pdf_ways_content, pdf_ways_file, pdf_ways_hidden, pdf_ways_seen
from tests.proof.markup_ways import DOCX, HTML
from tests.proof.text_ways import FILES, MAIL, PICTURES, TEXT
from tests.proof.ways import Way

_PDF = (pdf_ways_content, pdf_ways_hidden, pdf_ways_around, pdf_ways_file, pdf_ways_seen)
PDF: list[Way] = list(chain.from_iterable(module.WAYS for module in _PDF))
OTHERS: list[Way] = list(chain(DOCX, HTML, TEXT, MAIL, FILES, PICTURES))
ALL: list[Way] = [*PDF, *OTHERS]


def way(name: str) -> Way:
    """Return the way of this name."""
    return next(one for one in ALL if one.name == name)
