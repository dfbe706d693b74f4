"""The order of the stages on one page: open, analyse, match, review, export; `redaction_workflow` beside it redacts.

Every function here blocks until a child has answered; the window calls them from jobs, the command line directly. What
is said to the children is defined in `model.request`; who answers (a supervisor, or a stand-in in tests) is an `Asker`.
"""

import contextlib
import errno
import os
import secrets
import stat
import threading
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Protocol, TypeVar

import msgspec

from reviewer.model.analysis import Analysis, Depth
from reviewer.model.document import Document, NoticeCode
from reviewer.model.geometry import Span
from reviewer.model.packet import PacketFile
from reviewer.model.problem import ProblemCode, ReviewerError, printable
from reviewer.model.quoting import QuoteProfile
from reviewer.model.request import (
    Analyse,
    Analysed,
    CheckReviewFile,
    MatchClaims,
    Matched,
    Opened,
    OpenFile,
    OpenPastedText,
    Progress,
    Reply,
    Request,
    ReviewFileChecked,
)
from reviewer.model.review import Review
from reviewer.reviewing.edits import AddSource, SetArticle
from reviewer.reviewing.session import Session
from reviewer.reviewing.source_guess import guess_grade, guess_kind

_Reply = TypeVar("_Reply", bound=Reply)
OnProgress = Callable[[Progress], None]

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes of one file that are read when preferences say nothing else."""

FULLY_ANALYSED_SOURCE = 60_000
"""Code points up to which a source gets the full analysis: some 10,000 words, 4 s of processor time."""


class Asker(Protocol):
    """Whoever has requests carried out: the supervisor of the children, or a stand-in."""

    def ask(
        self,
        request: Request,
        expect: type[_Reply],
        *,
        on_progress: OnProgress | None = None,
        cancel: threading.Event | None = None,
    ) -> _Reply:
        """Return the reply. Raises ReviewerError when the request failed, was cancelled or ran into a limit."""


def read_file(path: Path, largest: int = LARGEST_FILE) -> bytes:
    """Return a file's bytes.

    Raises ReviewerError: FILE_MISSING, NOT_A_FILE, NOT_READABLE, EMPTY_FILE or FILE_TOO_LARGE. Only regular files
    are read: a pipe or a device would never end.
    """
    name = printable(path.name or str(path))
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            if stat.S_ISDIR(status.st_mode):
                raise ReviewerError(ProblemCode.NOT_A_FILE, name=name)
            if not stat.S_ISREG(status.st_mode):
                raise ReviewerError(ProblemCode.NOT_READABLE, name=name, reason="it is not an ordinary file")
            if status.st_size > largest:
                raise ReviewerError(ProblemCode.FILE_TOO_LARGE, name=name, limit=f"{largest // 2**20} MB")
            content = file.read(largest + 1)
    except FileNotFoundError as error:
        raise ReviewerError(ProblemCode.FILE_MISSING, name=name) from error
    except IsADirectoryError as error:
        raise ReviewerError(ProblemCode.NOT_A_FILE, name=name) from error
    except (OSError, ValueError) as error:
        with contextlib.suppress(OSError):
            if path.is_dir():
                raise ReviewerError(ProblemCode.NOT_A_FILE, name=name) from error
        reason = getattr(error, "strerror", None) or str(error)
        raise ReviewerError(ProblemCode.NOT_READABLE, name=name, reason=reason) from error
    if not content:
        raise ReviewerError(ProblemCode.EMPTY_FILE, name=name)
    if len(content) > largest:
        raise ReviewerError(ProblemCode.FILE_TOO_LARGE, name=name, limit=f"{largest // 2**20} MB")
    return content


def open_path(
    asker: Asker,
    path: Path,
    password: str | None = None,
    *,
    largest: int = LARGEST_FILE,
    on_progress: OnProgress | None = None,
    cancel: threading.Event | None = None,
) -> Opened:
    """Read a file and have a child make documents of it, pages that are only pictures by OCR. Raises ReviewerError.

    When OCR runs into a limit the file is opened all the same, with a notice of the pages that were not read.
    """
    request = OpenFile(path.name, read_file(path, largest), password)
    opened = asker.ask(request, Opened, on_progress=on_progress, cancel=cancel)
    notices = (notice for one in opened.documents for notice in one.document.notices)
    if not any(notice.code is NoticeCode.IMAGE_ONLY_PAGE for notice in notices):
        return opened
    try:
        recognise = msgspec.structs.replace(request, recognise=True)
        return asker.ask(recognise, Opened, on_progress=on_progress, cancel=cancel)
    except ReviewerError as error:
        if error.problem.code in (ProblemCode.TIME_LIMIT, ProblemCode.MEMORY_LIMIT, ProblemCode.READER_DIED):
            return opened
        raise


def open_pasted(asker: Asker, name: str, text: str, html: str = "") -> Opened:
    """Have a child make a document of pasted text. Raises ReviewerError."""
    return asker.ask(OpenPastedText(name, text, html), Opened)


def analyse(
    asker: Asker,
    review: Review,
    document: Document,
    depth: Depth,
    *,
    published: str | None = None,
    on_progress: OnProgress | None = None,
    cancel: threading.Event | None = None,
) -> Analysis:
    """Have a document analysed, with the furniture as the editor switched it. Raises ReviewerError."""
    request = Analyse(document, depth, published or document.published, switched_furniture(review, document))
    return asker.ask(request, Analysed, on_progress=on_progress, cancel=cancel).analysis


def depth_for_source(document: Document) -> Depth:
    """Return how deeply a source is analysed: all of a long one would take minutes."""
    return Depth.FULL if len(document.text) <= FULLY_ANALYSED_SOURCE else Depth.WORDING


NO_PROFILES: Mapping[str, QuoteProfile] = MappingProxyType({})


def match(
    asker: Asker,
    review: Review,
    *,
    published: str | None = None,
    quote_profile: str = "standard",
    own_profiles: Mapping[str, QuoteProfile] = NO_PROFILES,
    kept: Callable[[Collection[str]], Mapping[str, bytes]] = lambda _: {},
    on_progress: OnProgress | None = None,
    cancel: threading.Event | None = None,
) -> Matched:
    """Have all claims matched against all sources; `kept` gives the indexes of documents from an earlier match.

    A quote profile of that name among the desk's `own_profiles` goes before the shipped one.

    Raises ReviewerError(NO_ARTICLE) and others.
    """
    article = review.article
    if article is None:
        raise ReviewerError(ProblemCode.NO_ARTICLE)
    sources = review.sources
    analyses = tuple(review.analyses[source.id] for source in sources if source.id in review.analyses)
    request = MatchClaims(
        article,
        review.claims,
        sources,
        analyses,
        published or _published(review),
        quote_profile=quote_profile,
        own_profile=own_profiles.get(quote_profile),
        indexes=dict(kept([source.id for source in sources])),
    )
    return asker.ask(request, Matched, on_progress=on_progress, cancel=cancel)


def switched_furniture(review: Review, document: Document) -> tuple[Span, ...] | None:
    """Return a document's furniture after the editor's switches, or None when none was switched."""
    switches = review.desk.furniture_switches
    if not any(key.startswith(f"{document.id}:") for key in switches):
        return None
    return tuple(
        block.span
        for block in document.blocks
        if switches.get(f"{document.id}:{block.start}", block.furniture is not None)
    )


def save_files(files: Sequence[PacketFile], folder: Path) -> tuple[Path, ...]:
    """Save a packet's files in a folder, all of them or none; files of the same names are replaced.

    Each is written beside its place, synced and renamed; a folder made for them goes when nothing could be saved in
    it. Raises ReviewerError(CANNOT_WRITE or DISK_FULL).
    """
    partials: list[tuple[Path, Path]] = []
    target, missing = folder, _missing_folders(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file in files:
            target = folder / file.name
            if target.is_dir():
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
            partials.append((_write_beside(target, file.content), target))
        for partial, target in partials:
            partial.replace(target)
    except OSError as error:
        raise _cannot_write(target, error) from error
    finally:
        for partial, _ in partials:
            partial.unlink(missing_ok=True)
        for made in missing:
            with contextlib.suppress(OSError):
                made.rmdir()
    return tuple(target for _, target in partials)


def _missing_folders(folder: Path) -> list[Path]:
    """Return the folders that must be made before this one is there, the innermost first."""
    with contextlib.suppress(OSError):
        return [one for one in (folder, *folder.parents) if not one.exists()]
    return []


def save_file(path: Path, content: bytes) -> None:
    """Save one file whole or not at all; a device, a pipe or a link's target is written to, never replaced.

    Raises ReviewerError(CANNOT_WRITE or DISK_FULL).
    """
    try:
        target = path.resolve() if path.is_symlink() else path
        if target.exists() and not target.is_file():
            with target.open("wb") as file:
                file.write(content)
            return
        partial = _write_beside(target, content)
        try:
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
    except (OSError, RuntimeError) as error:
        raise _cannot_write(path, error) from error


def _write_beside(target: Path, content: bytes) -> Path:
    """Write a new file in the target's folder and return its path; its name can be neither foreseen nor taken."""
    partial = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with partial.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise
    return partial


def _cannot_write(path: Path, error: Exception) -> ReviewerError:
    full = getattr(error, "errno", None) == errno.ENOSPC
    reason = getattr(error, "strerror", None) or "unknown"
    code = ProblemCode.DISK_FULL if full else ProblemCode.CANNOT_WRITE
    return ReviewerError(code, name=path.name or str(path), reason=reason)


def check_review_file(asker: Asker, path: Path) -> None:
    """Have a child validate a review file before anything in it is believed. Raises ReviewerError."""
    beside = (path.with_name(f"{path.name}-{kind}") for kind in ("wal", "journal"))
    log, journal = (read_file(one) if one.is_file() and one.stat().st_size else b"" for one in beside)
    asker.ask(CheckReviewFile(path.name, read_file(path), log, journal), ReviewFileChecked)


def review_files(
    asker: Asker,
    session: Session,
    article: Path,
    sources: Sequence[Path],
    *,
    passwords: Sequence[str] = (),
    published: str | None = None,
    depth: Depth = Depth.FULL,
) -> Review:
    """Take a session from files to findings, as the window does step by step.

    Raises ReviewerError, with ALREADY_THERE when one of the sources is the article itself.
    """
    opened = open_with(asker, article, passwords)
    session.receive_documents(opened.documents)
    session.apply(SetArticle(opened.documents[0].document.id))
    for path in sources:
        opened = open_with(asker, path, passwords)
        if opened.documents[0].document.id == session.review.desk.article:
            raise ReviewerError(ProblemCode.ALREADY_THERE, name=path.name)
        session.receive_documents(opened.documents)
        for one in opened.documents:
            session.apply(AddSource(one.document.id, guess_kind(one.document), guess_grade(one.document)))
    analyse_all(asker, session, published=published, depth=depth)
    matched = match(asker, session.review, published=published, kept=session.kept_indexes)
    session.receive_matches(matched.evidence, matched.findings, matched.indexes, matched.lifted)
    return session.review


def analyse_all(asker: Asker, session: Session, *, published: str | None = None, depth: Depth = Depth.FULL) -> None:
    """Have the article and those sources analysed that are not yet. Raises ReviewerError.

    Where the full pass breaks the first pass stands in for it, as in the window; its `depth` tells.
    """
    article = session.review.article
    if article is None:
        raise ReviewerError(ProblemCode.NO_ARTICLE)
    session.receive_analysis(_analysed(asker, session.review, article, depth, published))
    for source in session.review.sources:
        if source.id not in session.review.analyses:
            source_depth = min(depth, depth_for_source(source), key=lambda one: one is Depth.FULL)
            session.receive_analysis(_analysed(asker, session.review, source, source_depth))


def _analysed(asker: Asker, review: Review, document: Document, depth: Depth, published: str | None = None) -> Analysis:
    try:
        return analyse(asker, review, document, depth, published=published)
    except ReviewerError as error:
        if depth is not Depth.FULL or error.problem.code is not ProblemCode.READER_DIED:
            raise
    return analyse(asker, review, document, Depth.WORDING, published=published)


def open_with(asker: Asker, path: Path, passwords: Sequence[str]) -> Opened:
    """Open a file, trying the passwords one after another when it needs one."""
    problem: ReviewerError | None = None
    for password in (None, *passwords):
        try:
            return open_path(asker, path, password)
        except ReviewerError as error:
            if error.problem.code not in (ProblemCode.PASSWORD_NEEDED, ProblemCode.PASSWORD_WRONG):
                raise
            problem = error
    assert problem is not None
    raise problem


def _published(review: Review) -> str | None:
    analysis = review.analyses.get(review.desk.article or "")
    found = analysis.published if analysis else None
    return found or (review.article.published if review.article else None)
