"""What every page of a packet needs to know, worked out once."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from reviewer import __version__
from reviewer.exporting.records import ClaimRecord, build_records, one_line, printed_locator
from reviewer.exporting.standing import PrintedStanding, printed_standing
from reviewer.model.analysis import SensitiveKind
from reviewer.model.document import BlockKind, Document, Furniture
from reviewer.model.geometry import Span
from reviewer.model.locator import locate_on_pages
from reviewer.model.packet import PacketOptions
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.review import Review

TOOL = f"Reviewer {__version__}"


@dataclass(frozen=True)
class PacketFacts:
    """The review as its readers may see it, with its records, standing and the packet's names.

    `json_sha256` is the hash of the review.json of this profile; `galleys` are PDFs by document id. `redacted` are the
    documents whose id is the hash of their redacted text: that of the whole file would tell whether a guess is right.
    """

    review: Review
    article: Document
    options: PacketOptions
    records: tuple[ClaimRecord, ...]
    standing: PrintedStanding
    headline: str
    slug: str
    packet_id: str
    json_sha256: str
    galleys: Mapping[str, bytes]
    redacted: frozenset[str] = frozenset()

    def hash_name(self, document: str) -> str:
        """Return what the hash that is a document's id is of."""
        return "sha256 of the redacted text" if document in self.redacted else "sha256"

    @property
    def short_hash(self) -> str:
        """Return the first sixteen digits of review.json's hash in fours."""
        return grouped(self.json_sha256[:16], 4)


def gather_facts(
    review: Review,
    options: PacketOptions,
    review_json: bytes,
    galleys: Mapping[str, bytes],
    redacted: frozenset[str] = frozenset(),
) -> PacketFacts:
    """Work out the facts of a packet. Raises ReviewerError with NO_ARTICLE."""
    article = review.article
    if article is None:
        raise ReviewerError(ProblemCode.NO_ARTICLE)
    records = build_records(review)
    digest = hashlib.sha256(review_json).hexdigest()
    headline = headline_of(article)
    return PacketFacts(
        review=review,
        article=article,
        options=options,
        records=records,
        standing=printed_standing(records),
        headline=headline,
        slug=one_line(review.desk.title) or _stem(article.name),
        packet_id=f"RV-{options.made_at[:4]}-{options.made_at[5:7]}{options.made_at[8:10]}-{digest[:4]}",
        json_sha256=digest,
        galleys=galleys,
        redacted=redacted,
    )


def headline_of(article: Document) -> str:
    """Return the article's headline, else its first line that is no furniture, else its name."""
    for block in article.blocks:
        if block.kind is BlockKind.HEADLINE:
            return one_line(block.span.of(article.text))
    for block in article.blocks:
        if block.furniture is None and block.span.of(article.text).strip():
            return shortened(one_line(block.span.of(article.text)), 90)
    return article.name


def byline_of(article: Document) -> str:
    """Return the byline as printed, empty when there is none."""
    for block in article.blocks:
        if block.furniture is Furniture.BYLINE:
            return one_line(block.span.of(article.text))
    return ""


def embargo_of(facts: PacketFacts) -> str:
    """Return the first embargo line found in article or sources with its place, empty when there is none."""
    review = facts.review
    labels = {entry.document: entry.label for entry in review.desk.sources}
    for document in (facts.article, *review.sources):
        analysis = review.analyses.get(document.id)
        for found in analysis.sensitive if analysis else ():
            if found.kind is SensitiveKind.EMBARGO:
                words = one_line(document.text[found.start : found.end])
                place = printed_locator(locate_on_pages(document, Span(found.start, found.end)))
                label = labels.get(document.id, "article")
                return f"“{shortened(words, 90)}” ({f'{label} {place}'.strip()})"
    return ""


def shortened(text: str, limit: int) -> str:
    """Return text of at most `limit` code points, cut at a word."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut[: cut.rfind(" ")] if " " in cut[limit // 2 :] else cut).rstrip() + "…"


def grouped(digits: str, size: int = 8) -> str:
    """Return a hash in groups, as people compare it."""
    return " ".join(digits[at : at + size] for at in range(0, len(digits), size))


def _stem(name: str) -> str:
    stem = name.rsplit(".", 1)[0] if "." in name[1:] else name
    return one_line(stem) or "article"
