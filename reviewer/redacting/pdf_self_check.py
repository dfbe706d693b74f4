"""The copy looked through once more, object by object and page by page, before it is given out."""

from reviewer.model.problem import ProblemCode, ReviewerError, WayOut
from reviewer.pages.mupdf import Pdf
from reviewer.pages.page_trace import trace_page
from reviewer.proof.kept_places import OBJECTS
from reviewer.redacting.pdf_finding import Finder
from reviewer.redacting.pdf_survey import opened, other_texts


def refuse_remains(name: str, content: bytes, finder: Finder) -> None:
    """Raise ReviewerError with CANNOT_REDACT when anything to be removed is still among glyphs, strings or names.

    The copy's own identifier is a hash of the copy: letters in it mean nothing, and short names meet them by chance.
    """
    pdf = Pdf.open(content, name=name)
    try:
        for page in pdf.pages():
            if finder.left_in_glyphs(trace_page(page), f"page {page.number}"):
                raise _refusal(name, f"page {page.number} still holds a marked word")
    finally:
        pdf.close()
    with opened(content) as objects:
        identifiers = {str(one) for one in objects.trailer.get("/ID", ())}
        for _, text in other_texts(objects):
            if text.strip() and text not in identifiers and finder.left_in(text, engine=OBJECTS):
                raise _refusal(name, "one of its hidden parts still holds a marked word")


def _refusal(name: str, reason: str) -> ReviewerError:
    return ReviewerError(ProblemCode.CANNOT_REDACT, name=name, reason=reason, way_out=WayOut.PRINT)
