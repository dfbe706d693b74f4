"""Page and line of claims and passages, looked up once."""

from reviewer.model.anchor import Anchor
from reviewer.model.document import Document
from reviewer.model.locator import locate_on_pages
from reviewer.model.review import Review

MOST_KEPT = 20_000


class Locators:
    """Remembers locators by document and position: a document never changes, so an answer stays right."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, int, int], str] = {}

    def of_anchor(self, document: Document | None, anchor: Anchor) -> str:
        """Return `p1 l12`, or nothing when the anchor stands on no page."""
        if document is None:
            return ""
        key = (document.id, anchor.start, anchor.end)
        if key not in self._known:
            if len(self._known) >= MOST_KEPT:
                self._known.clear()
            found = locate_on_pages(document, anchor.span)
            self._known[key] = str(found) if found else ""
        return self._known[key]

    def of_claim(self, review: Review, claim: str) -> str:
        """Return where a claim stands in the article."""
        anchor = next((one.anchor for one in review.claims if one.id == claim), None)
        return self.of_anchor(review.article, anchor) if anchor else ""

    def of_passage(self, review: Review, claim: str) -> str:
        """Return source label, page and line of the passage shown for a claim: `S1 p1 l12`; empty without one."""
        passage = review.passage(claim)
        if passage is None or passage.anchor is None:
            return ""
        entry = review.source_entry(passage.anchor.document)
        place = self.of_anchor(review.documents.get(passage.anchor.document), passage.anchor)
        return f"{entry.label} {place}".strip() if entry else ""
