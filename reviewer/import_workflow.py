"""From a review.json back to a review: its decisions come to the same article, opened and analysed anew.

Every function here blocks until a child has answered.
"""

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from reviewer.model.analysis import Depth
from reviewer.model.exported import ExportedReview
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import ReadReviewJson, ReviewJsonRead
from reviewer.model.verdict import Signature
from reviewer.reviewing.edits import AddSource, SetArticle, SwitchFurniture
from reviewer.reviewing.session import Session
from reviewer.reviewing.source_guess import guess_grade, guess_kind
from reviewer.reviewing.taking_over import Account
from reviewer.workflow import Asker, OnProgress, analyse_all, match, open_with, read_file

LARGEST_EXPORT = 256 * 1024 * 1024
"""Bytes of a review.json, or of a packet that carries one."""

_SNIFFED = 4096


def is_exported(path: Path) -> bool:
    """Return whether a file looks like a review.json; False when it cannot be read."""
    try:
        with path.open("rb") as file:
            head = file.read(_SNIFFED) if path.suffix.casefold() == ".json" and path.is_file() else b""
    except OSError:
        return False
    return b"AnnotationCollection" in head and b"reviewer" in head


def read_exported(
    asker: Asker, path: Path, *, on_progress: OnProgress | None = None, cancel: threading.Event | None = None
) -> ExportedReview:
    """Have a child read a review.json, or the one that a packet in PDF carries. Raises ReviewerError."""
    request = ReadReviewJson(path.name, read_file(path, LARGEST_EXPORT))
    return asker.ask(request, ReviewJsonRead, on_progress=on_progress, cancel=cancel).exported


def import_review(
    asker: Asker,
    session: Session,
    exported: ExportedReview,
    article: Path,
    sources: Sequence[Path],
    by: Signature,
    *,
    passwords: Sequence[str] = (),
    published: str | None = None,
) -> Account:
    """Take an empty session from files and a review.json to the review that it was made of.

    The sources get the labels they had there, those that it does not name come after them. Raises ReviewerError with
    ANOTHER_ARTICLE when the article is not the very file that was reviewed, and ALREADY_THERE for a source that is the
    article itself.
    """
    opened = open_with(asker, article, passwords)
    if opened.documents[0].document.id != exported.article:
        raise ReviewerError(ProblemCode.ANOTHER_ARTICLE, name=exported.name, article=exported.article_name)
    session.receive_documents(opened.documents)
    session.apply(SetArticle(exported.article))
    documents: list[str] = []
    for path in sources:
        opened = open_with(asker, path, passwords)
        if opened.documents[0].document.id == exported.article:
            raise ReviewerError(ProblemCode.ALREADY_THERE, name=path.name)
        session.receive_documents(opened.documents)
        documents += [one.document.id for one in opened.documents]
    for document in _in_order(exported, documents):
        made = session.review.documents[document]
        session.apply(AddSource(document, guess_kind(made), guess_grade(made)))
    for start, furniture in exported.furniture.items():
        session.apply(SwitchFurniture(exported.article, start, furniture))
    analyse_all(asker, session, published=published, depth=Depth.FULL)
    matched = match(asker, session.review, published=published, kept=session.kept_indexes)
    session.receive_matches(matched.evidence, matched.findings, matched.indexes, matched.lifted)
    return session.take_over(exported, by)


def _in_order(exported: ExportedReview, documents: Sequence[str]) -> Iterator[str]:
    known = [one.document for one in exported.sources]
    yield from sorted(documents, key=lambda one: known.index(one) if one in known else len(known))
