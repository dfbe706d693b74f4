"""From marks or words to a redacted file that was proved clean: find, plan, redact, prove, save.

The part of the flow that a wrong step in could cost a source their life, so it stands by itself. Every function here
blocks until a child has answered. Nothing is saved before another process has failed to recover what was removed.
"""

import hashlib
import threading
from collections.abc import Sequence
from pathlib import Path

import msgspec

from reviewer.model.document import Document
from reviewer.model.packet import packet_file
from reviewer.model.problem import ProblemCode, ReviewerError, WayOut, printable
from reviewer.model.redaction import (
    AppliedRedaction,
    LossNote,
    PageBox,
    RedactionHit,
    RedactionMark,
    RedactionOrder,
)
from reviewer.model.request import FindRedactions, Proved, ProveFile, Redacted, RedactFile, RedactionsFound
from reviewer.model.verdict import Signature
from reviewer.redacting.judging import refuse_survivors
from reviewer.redacting.log import telling, write_log
from reviewer.redacting.plan import areas_of, lost_marks, marks_order, uncovered, with_kept
from reviewer.text.needles import Needles
from reviewer.workflow import Asker, OnProgress, read_file, save_files

_LOG_TELLS = "its log would tell a word that is to go: in your name, in a reason, or in the name of a part"
_ANY_BYTES = "application/octet-stream"


class RedactionDone(msgspec.Struct, frozen=True):
    """A redacted file that was proved clean and saved, with its log; `engines` looked into it and found nothing.

    `unmet` are terms that stood nowhere in the file: for the editor's eyes only.
    """

    path: Path
    log_path: Path
    applied: tuple[AppliedRedaction, ...]
    losses: tuple[LossNote, ...]
    engines: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()


def find_redactions(
    asker: Asker,
    name: str,
    content: bytes,
    order: RedactionOrder,
    password: str | None = None,
    *,
    on_progress: OnProgress | None = None,
    cancel: threading.Event | None = None,
) -> tuple[RedactionHit, ...]:
    """Have a child find every place of a file that an order would remove. Raises ReviewerError."""
    request = FindRedactions(name, content, order, password)
    return asker.ask(request, RedactionsFound, on_progress=on_progress, cancel=cancel).hits


def redact(
    asker: Asker,
    source: Path,
    target: Path,
    order: RedactionOrder,
    by: Signature,
    password: str | None = None,
    *,
    on_progress: OnProgress | None = None,
    cancel: threading.Event | None = None,
) -> RedactionDone:
    """Redact a copy of a file, have another child try to recover what was removed, and save it only when it cannot.

    The log is saved beside it as `NAME.log.jsonl` and goes through the same proof. The original is only read. Raises
    ReviewerError: STILL_RECOVERABLE with the part where something was found, CANNOT_REDACT when a part could not be
    read by the proof, and whatever reading, redacting and saving raise; nothing is saved then.
    """
    request = RedactFile(source.name, read_file(source), order, by, password)
    return _redact_and_save(asker, request, target, on_progress, cancel)


def redact_marked(
    asker: Asker,
    document: Document,
    content: bytes,
    marks: Sequence[RedactionMark],
    target: Path,
    by: Signature,
    password: str | None = None,
    *,
    on_progress: OnProgress | None = None,
    cancel: threading.Event | None = None,
) -> RedactionDone:
    """Save a copy of a document's file without what the editor marked in it, and with every other place as it was.

    `content` are the bytes that the document was read from; marks on other documents are left aside. Words of marked
    passages go wherever they are out of sight (properties, hidden text, attachments); where a reader sees them they
    go only under a mark. Raises ReviewerError as `redact` does, NOTHING_TO_REDACT without a mark, MARK_LOST when a
    marked passage no longer stands in the document, and CANNOT_REDACT when one cannot be found in the file.
    """
    if hashlib.sha256(content).hexdigest() != document.id:
        reason = "it is not the file that was marked"
        raise ReviewerError(ProblemCode.CANNOT_REDACT, name=document.name, reason=reason, way_out=WayOut.OPEN_AGAIN)
    lost = lost_marks(document, marks)
    if lost:
        raise ReviewerError(ProblemCode.MARK_LOST, name=document.name, count=str(len(lost)))
    order = marks_order(document, marks)
    if not order.terms and not order.areas:
        raise ReviewerError(ProblemCode.NOTHING_TO_REDACT, name=document.name)
    hits = find_redactions(asker, document.name, content, order, password, on_progress=on_progress, cancel=cancel)
    order = _reaching_all(document, marks, order, hits)
    order = with_kept(order, document, marks, hits)
    request = RedactFile(document.name, content, order, by, password)
    return _redact_and_save(asker, request, target, on_progress, cancel)


def verify(
    asker: Asker,
    path: Path,
    terms: Sequence[str],
    password: str | None = None,
    *,
    on_progress: OnProgress | None = None,
) -> Proved:
    """Have a child try to recover terms from a file. Raises ReviewerError when the file cannot be read."""
    request = ProveFile(path.name, read_file(path), tuple(terms), password=password)
    return asker.ask(request, Proved, on_progress=on_progress)


def tells(name: str, words: Needles) -> bool:
    """Return whether a word that is to go stands in the name of a file, be it run together with others."""
    spelt = "".join(character if character.isalnum() else " " for character in name)
    return any(words.present_in(reading) for reading in (name, spelt, f"www.{name}"))


def _reaching_all(
    document: Document, marks: Sequence[RedactionMark], order: RedactionOrder, hits: Sequence[RedactionHit]
) -> RedactionOrder:
    """Return the order with areas for marked passages that finding words did not reach on a file's own pages.

    Raises ReviewerError with CANNOT_REDACT where the file has no such pages, or the passage is on none of them.
    """
    areas: list[PageBox] = []
    for mark, span in uncovered(document, marks, hits):
        lines = () if document.typeset else areas_of(document, span, mark.reason)
        if not lines:
            reason = "a marked passage is not found in it word by word"
            raise ReviewerError(ProblemCode.CANNOT_REDACT, name=document.name, reason=reason, way_out=WayOut.MARK_LESS)
        areas += lines
    return msgspec.structs.replace(order, areas=tuple(dict.fromkeys((*order.areas, *areas))))


def _redact_and_save(
    asker: Asker,
    request: RedactFile,
    target: Path,
    on_progress: OnProgress | None,
    cancel: threading.Event | None,
) -> RedactionDone:
    order = request.order
    log_name = f"{target.name}.log.jsonl"
    _check_places((target, target.with_name(log_name)), request)
    redacted = asker.ask(request, Redacted, on_progress=on_progress, cancel=cancel)
    log = write_log(redacted.applied, redacted.losses, request.by, redacted.content)
    proof = ProveFile(target.name, redacted.content, redacted.removed, order.areas, kept=order.kept)
    proved = asker.ask(proof, Proved, on_progress=on_progress, cancel=cancel)
    refuse_survivors(proved, request.name, request.content)
    proof = ProveFile(log_name, telling(log), redacted.removed)
    if proof.content and asker.ask(proof, Proved, on_progress=on_progress, cancel=cancel).survivors:
        raise ReviewerError(
            ProblemCode.CANNOT_REDACT, name=request.name, reason=_LOG_TELLS, way_out=WayOut.OTHER_REASON
        )
    files = [packet_file(target.name, _ANY_BYTES, redacted.content), packet_file(log_name, _ANY_BYTES, log)]
    path, log_path = save_files(files, target.parent)
    return RedactionDone(path, log_path, redacted.applied, redacted.losses, proved.engines, redacted.unmet)


def _check_places(places: Sequence[Path], request: RedactFile) -> None:
    """Refuse names that tell a word, an original under whatever name, and what is no ordinary file.

    Raises ReviewerError with CANNOT_WRITE.
    """
    if tells(places[0].name, Needles(request.order.terms)):
        raise ReviewerError(ProblemCode.CANNOT_WRITE, name="…", reason="a marked word stands in that name")
    for place in places:
        name = printable(place.name)
        try:
            if place.exists() and not (place.is_file() or place.is_dir()):
                raise ReviewerError(ProblemCode.CANNOT_WRITE, name=name, reason="it is not an ordinary file")
            if _holds(place, request.content):
                raise ReviewerError(ProblemCode.CANNOT_WRITE, name=name, reason="an original is never replaced")
        except OSError as error:
            reason = error.strerror or "unknown"
            raise ReviewerError(ProblemCode.CANNOT_WRITE, name=name, reason=reason) from error


def _holds(place: Path, content: bytes) -> bool:
    return place.is_file() and place.stat().st_size == len(content) and place.read_bytes() == content
