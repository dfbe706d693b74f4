"""The article's own DOCX with the review's comments on its own words."""

from collections.abc import Mapping

from reviewer.exporting.docx_comments import threads_of
from reviewer.exporting.edition import PacketFacts
from reviewer.formats.docx_annotating import Thread, annotate_docx
from reviewer.formats.docx_reading import read_docx_text
from reviewer.model.problem import ProblemCode, ReviewerError

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def commented_original(facts: PacketFacts, originals: Mapping[str, bytes]) -> bytes | None:
    """Return the file the article came from with a comment for each claim, nothing else of it changed.

    None when the article was no DOCX, when its file is not at hand (as with redactions), or when it is one that must
    not be touched (signed, strict, with macros). Raises ReviewerError with PACKET_BROKEN when the copy would not be
    read as the article is.
    """
    article = facts.article
    content = originals.get(article.id)
    if content is None or article.media_type != _MEDIA_TYPE or facts.review.desk.marks:
        return None
    comments, numbers = threads_of(facts)
    threads = [
        Thread(record.claim.span, [comments[number] for number in numbers[record.claim.id]]) for record in facts.records
    ]
    made = annotate_docx(article.name, content, threads) if threads else None
    if made is not None and not _reads_alike(article.name, content, made):
        raise ReviewerError(ProblemCode.PACKET_BROKEN, name=article.name, reason="its text changed with the comments")
    return made


def _reads_alike(name: str, before: bytes, after: bytes) -> bool:
    """Return whether everything but comments is read as before."""
    old, new = read_docx_text(name, before), read_docx_text(name, after)
    return new.text.startswith(old.text) and new.revisions == old.revisions
