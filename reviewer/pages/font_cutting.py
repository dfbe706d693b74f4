"""Embedded fonts of a whole PDF cut to the glyphs that its pages show."""

from typing import Any

import pymupdf as _pymupdf

from reviewer.pages.faults import faults_are_damage
from reviewer.pages.mupdf import Pdf

_low: Any = _pymupdf.mupdf


def with_cut_fonts(content: bytes) -> bytes:
    """Return a PDF whose fonts hold no outlines but those in use. Raises ReviewerError with DAMAGED."""
    pdf = Pdf.open(content)
    try:
        with faults_are_damage("the redacted copy", "its fonts cannot be cut"):
            native = _low.pdf_document_from_fz_document(pdf.handle.this)
            _low.pdf_subset_fonts2(native, list(range(pdf.page_count)))
            return bytes(pdf.save(drop_unused=True))
    finally:
        pdf.close()
