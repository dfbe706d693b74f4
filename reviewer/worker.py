"""The child's main: the only file that joins the stages to the parsers."""

import contextlib
import hashlib
import importlib
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.isolation.answering import Report, answer
from reviewer.isolation.command_line import Role
from reviewer.isolation.frames import GarbledError
from reviewer.isolation.serving import serve
from reviewer.isolation.validation_of_documents import check_document, require
from reviewer.isolation.validation_of_reviews import check_review
from reviewer.model.analysis import Depth
from reviewer.model.document import Document
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import (
    Analyse,
    Analysed,
    CheckReviewFile,
    FindRedactions,
    GalleyLoaded,
    LoadGalley,
    MakePacket,
    MatchClaims,
    Matched,
    Opened,
    OpenFile,
    OpenPastedText,
    PacketMade,
    Ping,
    Pixels,
    Pong,
    ProveFile,
    ReadReviewJson,
    RedactFile,
    RedactionsFound,
    RenderPage,
    Reply,
    Request,
    ReviewFileChecked,
    ReviewJsonRead,
)
from reviewer.model.review import Review

if TYPE_CHECKING:
    from reviewer.pages.render import RenderedGalley
    from reviewer.reviewing.store import ReviewFile

_PARSER_MODULES = (
    "pymupdf",
    "lxml.html",
    "numpy",
    "rapidfuzz",
    "reviewer.opening.open",
    "reviewer.pages.render",
    "pikepdf",
    "docx",
    "reviewer.matching.match",
    "reviewer.analysing.analyse",
    "reviewer.exporting.packet",
)

_REHEARSAL = b"""Board to cut 12 jobs

By Ada Quill

"We are sorry," said Ann Bell, the board's chair, on Monday, 5 January 2026. It will cost GBP 1.2 million, or 3%.
"""


class Worker:
    """Serves requests; remembers the galleys it was given, so that pages are drawn without reading them again."""

    def __init__(self) -> None:
        """Start with no galley."""
        self._galleys: dict[str, RenderedGalley] = {}

    def handle(self, request: Request, report: Report) -> Reply:
        """Carry out one request and return its reply; `Failed` for whatever goes wrong."""
        return answer(self._carry_out, request, report)

    def _carry_out(self, request: Request, report: Report) -> Reply:
        match request:
            case OpenFile():
                return _open_file(request, report)
            case OpenPastedText():
                return _open_pasted(request, report)
            case LoadGalley():
                return self._load_galley(request)
            case RenderPage():
                return self._render(request)
            case Analyse():
                return _analyse(request)
            case MatchClaims():
                return _match(request, report)
            case MakePacket():
                return _make_packet(request, report)
            case FindRedactions():
                return _find_redactions(request, report)
            case RedactFile():
                return _redact(request, report)
            case ProveFile():
                return _prove(request, report)
            case CheckReviewFile():
                return _check_review_file(request)
            case ReadReviewJson():
                return _read_review_json(request)
            case Ping():
                return Pong()

    def _load_galley(self, request: LoadGalley) -> Reply:
        from reviewer.pages.render import RenderedGalley

        galley = RenderedGalley(request.galley)
        self._galleys[request.document] = galley
        return GalleyLoaded(request.document, galley.page_count)

    def _render(self, request: RenderPage) -> Reply:
        raster = self._galleys[request.document].render(request.page, request.scale, request.clip)
        return Pixels(
            document=request.document,
            page=request.page,
            scale=request.scale,
            width=raster.width,
            height=raster.height,
            stride=raster.stride,
            data=raster.data,
            clip=request.clip,
        )


handle = Worker().handle
"""Serve one request of this process: `handle(request, report) -> Reply`."""


def main(arguments: Sequence[str]) -> int:
    """Be a helper or a worker until nothing is left to serve; return the exit code.

    Warming up is allowed to fail: the request that needs what is missing will say so in a sentence.
    """
    warm_up = {
        Role.PARSER: [*(_importing(module) for module in _PARSER_MODULES), _rehearse],
        Role.LANGUAGE: [_load_language_model],
    }
    return serve(arguments, handle, warm_up)


def _open_file(request: OpenFile, report: Report) -> Reply:
    from reviewer.opening.open import open_file

    return Opened(open_file(request.name, request.content, request.password, report, recognise=request.recognise))


def _open_pasted(request: OpenPastedText, report: Report) -> Reply:
    from reviewer.opening.open import open_pasted

    return Opened(open_pasted(request.name, request.text, request.html, report))


def _analyse(request: Analyse) -> Reply:
    from reviewer.analysing.analyse import analyse

    return Analysed(analyse(request.document, request.depth, request.published, request.furniture))


def _match(request: MatchClaims, report: Report) -> Reply:
    from reviewer.matching.index import IndexShelf
    from reviewer.matching.lifted import lifted_shares
    from reviewer.matching.match import match_claims

    shelf = IndexShelf()
    known = shelf.put(request.sources, request.indexes)
    uncompared: list[str] = []
    evidence, findings = match_claims(
        request.article,
        request.claims,
        request.sources,
        request.analyses,
        request.published,
        request.own_profile or request.quote_profile,
        report,
        uncompared,
        shelf,
    )
    lifted = lifted_shares(request.article, request.sources, shelf.index_of(request.sources)) if request.sources else {}
    return Matched(evidence, findings, tuple(uncompared), shelf.files(request.sources, known), dict(lifted))


def _make_packet(request: MakePacket, report: Report) -> Reply:
    from reviewer.exporting.packet import make_packet

    return PacketMade(
        make_packet(
            request.review, request.options, request.originals, request.galleys, report, redaction=request.redaction
        )
    )


def _find_redactions(request: FindRedactions, report: Report) -> Reply:
    from reviewer.redacting.redact import find_redactions

    return RedactionsFound(
        find_redactions(request.name, request.content, request.order, request.password, progress=report)
    )


def _redact(request: RedactFile, report: Report) -> Reply:
    from reviewer.redacting.redact import redact_file

    return redact_file(request.name, request.content, request.order, request.password, progress=report)


def _prove(request: ProveFile, report: Report) -> Reply:
    from reviewer.proof.recover import recover

    return recover(
        request.name, request.content, request.needles, request.areas, request.password, report, request.kept
    )


def _read_review_json(request: ReadReviewJson) -> Reply:
    from reviewer.exporting.reading_back import read_exported

    return ReviewJsonRead(read_exported(request.name, request.content))


def _check_review_file(request: CheckReviewFile) -> Reply:
    """Read the whole file as the window's process would, and hold every document against its hash and its text."""
    from reviewer.reviewing.database import check_schema, connect_for_reading, roll_back
    from reviewer.reviewing.store import ReviewFile

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "copy.review")
        path.write_bytes(request.content)
        if request.log:
            path.with_name("copy.review-wal").write_bytes(request.log)
        if request.journal:
            path.with_name("copy.review-journal").write_bytes(request.journal)
            roll_back(path)
        file = ReviewFile(path, for_reading=True)
        try:
            review, _ = file.load()
            for document in review.documents.values():
                _check_stored(document, file)
            _check_indexes(review, file)
            _check_places(review)
        finally:
            file.close()
        connection = connect_for_reading(path)
        try:
            return ReviewFileChecked(check_schema(connection, request.name))
        finally:
            connection.close()


def _check_stored(document: Document, file: "ReviewFile") -> None:
    try:
        check_document(document)
        require(hashlib.sha256(file.original(document.id)).hexdigest() == document.id, "another file's hash")
        require(file.galley(document.id).startswith(b"%PDF"), "a galley that is no PDF")
    except GarbledError as error:
        raise ReviewerError(ProblemCode.REVIEW_DAMAGED, reason=str(error)) from error


def _check_indexes(review: Review, file: "ReviewFile") -> None:
    """Hold every kept index against its text: one that leaves words out would hide passages from matching."""
    from reviewer.matching.index_file import is_index_of

    for document, kept in file.indexes(review.documents.keys()).items():
        if not is_index_of(kept, review.documents[document].text):
            raise ReviewerError(ProblemCode.REVIEW_DAMAGED, reason="an index that is not its text's")


def _check_places(review: Review) -> None:
    try:
        check_review(review)
    except GarbledError as error:
        raise ReviewerError(ProblemCode.REVIEW_DAMAGED, reason=str(error)) from error


def _importing(module: str) -> Callable[[], None]:
    def step() -> None:
        with contextlib.suppress(Exception):
            importlib.import_module(module)

    return step


def _rehearse() -> None:
    """Do once in the helper, on words of our own, what every child would have to do first: fonts, patterns, tables."""
    rehearsal = Worker()
    opened = rehearsal.handle(OpenFile("rehearsal.txt", _REHEARSAL), lambda _: None)
    if isinstance(opened, Opened):
        first = opened.documents[0]
        rehearsal.handle(LoadGalley(first.document.id, first.galley), lambda _: None)
        rehearsal.handle(RenderPage(first.document.id, 1, 1.0), lambda _: None)
        analysed = rehearsal.handle(Analyse(first.document, Depth.WORDING), lambda _: None)
        if isinstance(analysed, Analysed):
            claims = analysed.analysis.claims
            match = MatchClaims(first.document, claims, (first.document,), (analysed.analysis,))
            rehearsal.handle(match, lambda _: None)


def _load_language_model() -> None:
    with contextlib.suppress(Exception):
        from reviewer.analysing import language_model

        language_model.load()
