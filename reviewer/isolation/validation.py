"""Does a child's reply make sense? Types are right by now; here the values are held against the request and the text.

A child that was taken over by a hostile file can still send anything of the right type. What passes these checks may
be wrong about the document, but it cannot name a place outside the text, a picture larger than its bytes, or another
file than the one that was sent.
"""

import hashlib

from msgspec.structs import replace

from reviewer.isolation.frames import GarbledError
from reviewer.isolation.validation_of_documents import check_document, require
from reviewer.isolation.validation_of_exports import check_exported
from reviewer.isolation.validation_of_findings import check_analysis, check_matches
from reviewer.isolation.validation_of_redactions import check_hits, check_proved, check_redacted
from reviewer.model.problem import ProblemCode
from reviewer.model.request import (
    Analyse,
    Analysed,
    CheckReviewFile,
    Failed,
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
    Proved,
    ProveFile,
    ReadReviewJson,
    Redacted,
    RedactFile,
    RedactionsFound,
    RenderPage,
    Reply,
    Request,
    ReviewFileChecked,
    ReviewJsonRead,
)

_MOST_DOCUMENTS = 512
_MOST_PIXELS = 1 << 27
_MOST_PAGES = 1_000_000
_LONGEST_ROW_PADDING = 64
_MOST_ARGUMENTS = 16
_LONGEST_ARGUMENT = 2000

REPLY_TYPES: dict[type[Request], type[Reply]] = {
    OpenFile: Opened,
    OpenPastedText: Opened,
    LoadGalley: GalleyLoaded,
    RenderPage: Pixels,
    Analyse: Analysed,
    MatchClaims: Matched,
    MakePacket: PacketMade,
    FindRedactions: RedactionsFound,
    RedactFile: Redacted,
    ProveFile: Proved,
    CheckReviewFile: ReviewFileChecked,
    ReadReviewJson: ReviewJsonRead,
    Ping: Pong,
}
"""The reply that each request may be answered with, besides `Failed`."""


def checked_reply(request: Request, untrusted_reply: Reply) -> Reply:
    """Return the reply when it fits the request in type and content. Raises GarbledError."""
    if isinstance(untrusted_reply, Failed):
        _check_failed(untrusted_reply)
        return untrusted_reply
    require(isinstance(untrusted_reply, REPLY_TYPES[type(request)]), "a reply to something else")
    match request, untrusted_reply:
        case OpenFile(), Opened():
            _check_opened(untrusted_reply)
            _check_is_what_was_sent(request, untrusted_reply)
            return _sharing_bytes(request, untrusted_reply)
        case OpenPastedText(), Opened():
            _check_opened(untrusted_reply)
        case RenderPage(), Pixels():
            _check_pixels(request, untrusted_reply)
        case LoadGalley(), GalleyLoaded():
            require(untrusted_reply.document == request.document, "another document's galley")
            require(0 < untrusted_reply.pages <= _MOST_PAGES, "an impossible number of pages")
        case Analyse(), Analysed():
            check_analysis(request.document, untrusted_reply.analysis)
        case MatchClaims(), Matched():
            check_matches(request, untrusted_reply)
        case MakePacket(), PacketMade():
            _check_packet(untrusted_reply)
        case FindRedactions(), RedactionsFound():
            check_hits(untrusted_reply)
        case RedactFile(), Redacted():
            check_redacted(request, untrusted_reply)
        case ProveFile(), Proved():
            check_proved(request, untrusted_reply)
        case CheckReviewFile(), ReviewFileChecked():
            require(0 < untrusted_reply.schema_version < 1 << 16, "an impossible schema version")
        case ReadReviewJson(), ReviewJsonRead():
            check_exported(request, untrusted_reply)
    return untrusted_reply


def _check_failed(untrusted: Failed) -> None:
    problem = untrusted.problem
    require(isinstance(problem.code, ProblemCode), "no known problem")
    require(len(problem.arguments) <= _MOST_ARGUMENTS, "too many arguments")
    require(
        all(len(key) + len(value) <= _LONGEST_ARGUMENT for key, value in problem.arguments.items()),
        "an overlong argument",
    )


def _check_opened(untrusted: Opened) -> None:
    require(0 < len(untrusted.documents) <= _MOST_DOCUMENTS, "no document, or too many")
    seen: set[str] = set()
    for opened in untrusted.documents:
        document = opened.document
        require(document.id == hashlib.sha256(opened.original).hexdigest(), "an id that is not the file's hash")
        require(opened.galley.startswith(b"%PDF"), "a galley that is no PDF")
        require(document.parent is None or document.parent in seen, "a parent that was not sent before")
        check_document(document)
        seen.add(document.id)
    require(untrusted.documents[0].document.parent is None, "a first document with a parent")


def _check_is_what_was_sent(request: OpenFile, untrusted: Opened) -> None:
    first = untrusted.documents[0]
    require(first.original == request.content, "another file than the one sent")
    require(first.document.name == request.name, "another name than the one sent")


def _sharing_bytes(request: OpenFile, opened: Opened) -> Opened:
    """Hold a file's bytes once: the reply repeats those of the request, and a PDF is its own galley."""
    first, *others = opened.documents
    galley = request.content if first.galley == request.content else first.galley
    return Opened((replace(first, original=request.content, galley=galley), *others))


def _check_pixels(request: RenderPage, untrusted: Pixels) -> None:
    same_place = (untrusted.document, untrusted.page, untrusted.scale, untrusted.clip)
    require(same_place == (request.document, request.page, request.scale, request.clip), "another page or tile")
    width, height, stride = untrusted.width, untrusted.height, untrusted.stride
    require(width > 0 and height > 0 and width * height <= _MOST_PIXELS, "an impossible size")
    require(0 <= stride - 4 * width <= _LONGEST_ROW_PADDING, "rows of impossible length")
    require(len(untrusted.data) == stride * height, "not as many bytes as the picture needs")


def _check_packet(untrusted: PacketMade) -> None:
    require(0 < len(untrusted.files) <= _MOST_DOCUMENTS, "no file, or too many")
    require(len({file.name for file in untrusted.files}) == len(untrusted.files), "two files of one name")
    for file in untrusted.files:
        require(_is_plain_name(file.name), "a file name that leads elsewhere")
        require(file.sha256 == hashlib.sha256(file.content).hexdigest(), "a hash that is not the file's")


def _is_plain_name(name: str) -> bool:
    forbidden = set('/\\:*?"<>|')
    return (
        0 < len(name) <= 200
        and name.isprintable()
        and not forbidden & set(name)
        and name.strip(" .") == name.rstrip(" ")
        and not name.startswith(".")
    )


__all__ = ["REPLY_TYPES", "GarbledError", "checked_reply"]
