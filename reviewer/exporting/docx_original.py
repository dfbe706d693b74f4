"""The article's own DOCX with the review's comments, and corrections when wanted, on its own words."""

from collections.abc import Mapping, Sequence

from reviewer.exporting.docx_comments import threads_of
from reviewer.exporting.edition import PacketFacts
from reviewer.exporting.tracked import TrackedChange, corrected_text, tracked_changes
from reviewer.formats.docx_annotating import Thread, annotate_docx
from reviewer.formats.docx_changes import WordChange, track_changes
from reviewer.formats.docx_reading import read_docx_text
from reviewer.model.problem import ProblemCode, ReviewerError

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def commented_original(facts: PacketFacts, originals: Mapping[str, bytes]) -> bytes | None:
    """Return the file the article came from with a comment for each claim, nothing else of it changed.

    With tracked corrections its words are changed as well, each change to be accepted or rejected. None when the
    article was no DOCX, when its file is not at hand (as with redactions), or when it is one that must not be touched
    (signed, strict, with macros). Raises ReviewerError with PACKET_BROKEN when the copy would not be read as the
    article is.
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
    changes = tracked_changes(facts)
    return _corrected(article.name, made, changes) if made is not None and changes else made


def _corrected(name: str, content: bytes, changes: Sequence[TrackedChange]) -> bytes:
    """Return a file with those changes that can be made; what it says with all of them accepted is read back."""
    wanted = [WordChange(one.span, one.text, one.by, one.at) for one in changes]
    made, done = track_changes(name, content, wanted)
    accepted = [change for change, one in zip(changes, wanted, strict=True) if one in done]
    old, new = read_docx_text(name, content), read_docx_text(name, made)
    gone = sum(len(one.removed_text) for one in new.revisions) - sum(len(one.removed_text) for one in old.revisions)
    if new.text != corrected_text(old.text, accepted) or gone != sum(one.span.length for one in accepted):
        raise ReviewerError(ProblemCode.PACKET_BROKEN, name=name, reason="its text is not what the corrections say")
    return made


def _reads_alike(name: str, before: bytes, after: bytes) -> bool:
    """Return whether everything but comments is read as before."""
    old, new = read_docx_text(name, before), read_docx_text(name, after)
    return new.text.startswith(old.text) and new.revisions == old.revisions
