"""What applying the redactions will do to each file, and where the copy goes. No widget in here."""

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewer.gui.translation import noop, translated
from reviewer.model.anchor import Anchor
from reviewer.model.document import Document
from reviewer.model.problem import ProblemCode, ReviewerError, printable
from reviewer.model.redaction import RedactionHit, RedactionMark
from reviewer.model.review import Review
from reviewer.redacting.plan import lost_marks, marks_order, place_hits, with_kept
from reviewer.redaction_workflow import tells
from reviewer.reviewing.marking import documents_in_use, words_marked
from reviewer.text.needles import Needles

SUFFIXES = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/html": ".html",
    "message/rfc822": ".eml",
}
LONGEST_STEM = 80
SHORTEST_NAME = 4
"""Letters; shorter words with a capital are too often no names."""

_WORD = re.compile(r"[^\W\d_]+")
ARTICLE = noop("Redact", "Article")


@dataclass(frozen=True)
class FilePlan:
    """What will happen to one file.

    `stays` are places of the same words that no mark covers, `outside` counts the places outside the text that go as
    well, by part of the file; `lost` marks no longer point to anything.
    """

    document: Document
    marks: tuple[RedactionMark, ...]
    stays: tuple[Anchor, ...]
    outside: Mapping[str, int]
    lost: int


def marked_documents(review: Review) -> tuple[Document, ...]:
    """Return the documents in use that have marks, article first."""
    marked = {mark.target.document for mark in review.desk.marks}
    return tuple(document for document in documents_in_use(review) if document.id in marked)


def marks_on(review: Review, document: Document) -> tuple[RedactionMark, ...]:
    """Return the marks on a document."""
    return tuple(mark for mark in review.desk.marks if mark.target.document == document.id)


def plan_of(document: Document, marks: Sequence[RedactionMark], hits: Sequence[RedactionHit]) -> FilePlan:
    """Return what will happen, from the places that a child found for the words marked."""
    order = marks_order(document, marks)
    kept = set(with_kept(order, document, marks, hits).kept)
    areas = {(area.page, area.box) for area in order.areas}
    placed = [one for one in place_hits(document, hits) if (one.hit.page, one.hit.box) not in areas]
    return FilePlan(
        document,
        tuple(marks),
        tuple(one.anchor for one in placed if one.anchor and one.hit in kept),
        Counter(one.hit.part for one in placed if one.anchor is None),
        len(lost_marks(document, marks)),
    )


def marked_words(review: Review) -> Needles:
    """Return everything marked in the review, to be looked for in names of files: passages, and the names in them.

    Where "Maria Kovač" is marked, a file must not be called kovac.pdf.
    """
    documents = review.documents
    passages = [
        words_marked(mark, documents[mark.target.document])
        for mark in review.desk.marks
        if mark.target.document in documents
    ]
    words = (word for passage in passages for word in _WORD.findall(passage))
    names = (word for word in words if word[0].isupper() and len(word) >= SHORTEST_NAME)
    return Needles(tuple(dict.fromkeys((*filter(str.strip, passages), *names))))


def safe_name(review: Review, document: Document, words: Needles) -> str:
    """Return what a document may be called before anybody: its name, or its label when a marked word is in the name."""
    return label_of(review, document) if tells(document.name, words) else printable(document.name, 100)


def label_of(review: Review, document: Document) -> str:
    """Return S1 for a source, Article for the article."""
    entry = review.source_entry(document.id)
    return entry.label if entry else translated("Redact", ARTICLE)


def file_title(review: Review, document: Document) -> str:
    """Return label and name, for the editor alone."""
    return f"{label_of(review, document)}  {printable(document.name, 80)}"


def suggested_name(review: Review, document: Document, words: Needles, folder: Path, taken: Collection[str]) -> str:
    """Return a name for the redacted copy that no file in the folder has yet.

    The document's own name with "-redacted", unless a marked word stands in it: then the source's label.
    """
    own = Path(printable(document.name).replace("/", "-").replace("\\", "-"))
    suffix = own.suffix.lower() if own.suffix else SUFFIXES.get(document.media_type, ".txt")
    stem = own.stem[:LONGEST_STEM].strip(" .")
    if not stem or tells(own.stem, words):
        stem = label_of(review, document)
    names = (f"{stem}-redacted{number}{suffix}" for number in ("", *(f"-{one}" for one in range(2, 10_000))))
    return next(name for name in names if name not in taken and not is_taken(folder / name))


def check_target(target: Path, documents: Iterable[str], words: Needles, may_replace: bool) -> None:
    """Make sure that a copy may be saved there. Raises ReviewerError(CANNOT_WRITE).

    Never over a file whose bytes are those of a document of the review, wherever it lies and however it is called,
    over any other only when the editor said so, and never under a name that tells a marked word.
    """
    name = printable(target.name)
    if tells(target.name, words):
        raise ReviewerError(ProblemCode.CANNOT_WRITE, name="…", reason="a marked word stands in that name")
    if not target.parent.is_dir():
        raise ReviewerError(ProblemCode.CANNOT_WRITE, name=name, reason="there is no such folder")
    if target.is_file() and hashlib.sha256(target.read_bytes()).hexdigest() in set(documents):
        raise ReviewerError(ProblemCode.CANNOT_WRITE, name=name, reason="an original is never replaced")
    if not may_replace and is_taken(target):
        raise ReviewerError(ProblemCode.CANNOT_WRITE, name=name, reason="there is a file of that name")


def is_taken(target: Path) -> bool:
    """Return whether a file of that name, or of its log's, is there already."""
    return target.exists() or target.with_name(f"{target.name}.log.jsonl").exists()
