"""The packet as PDF, part after part."""

from collections.abc import Callable, Sequence

from reviewer.exporting.book import Book
from reviewer.exporting.edition import PacketFacts
from reviewer.exporting.pdf_article import draw_article
from reviewer.exporting.pdf_claims import draw_claims
from reviewer.exporting.pdf_cover import draw_cover
from reviewer.exporting.pdf_exhibits import draw_exhibits
from reviewer.exporting.pdf_sources import draw_sources
from reviewer.exporting.pdf_summary import draw_summary
from reviewer.formats.pdf_writing import AttachedFile
from reviewer.model.packet import PacketFile

PARTS: tuple[Callable[[Book], None], ...] = (
    draw_cover,
    draw_summary,
    draw_article,
    draw_claims,
    draw_exhibits,
    draw_sources,
)

_DESCRIPTIONS = {
    "review.json": "The review as W3C Web Annotations",
    "claims.csv": "One row for each claim",
    "manifest.sha256": "Hashes of the attached files",
}


def make_pdf(
    facts: PacketFacts, attachments: Sequence[PacketFile], on_part: Callable[[], None]
) -> tuple[bytes, int, int]:
    """Return the packet with its numbers of pages and highlights; `on_part` is called after each part is drawn."""
    book = Book(facts)
    for draw in PARTS:
        draw(book)
        on_part()
    for file in attachments:
        description = _DESCRIPTIONS.get(file.name, file.name)
        book.pdf.attachments.append(AttachedFile(file.name, file.media_type, file.content, description))
    content = book.finish(f"Review packet: {facts.headline}")
    return content, len(book.pdf.pages), len(book.pdf.annotators)
