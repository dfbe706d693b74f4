"""What the window's process and its children say to one another.

A request goes to a child, which answers with any number of `Progress` and then one reply of the matching type or a
`Failed`. Everything is a tagged, frozen record, decoded with its types on arrival.
"""

from enum import StrEnum

import msgspec

from reviewer.model.analysis import Analysis, Depth
from reviewer.model.claim import Claim
from reviewer.model.document import Document
from reviewer.model.evidence import Evidence
from reviewer.model.exported import ExportedReview
from reviewer.model.finding import Finding
from reviewer.model.geometry import Box, Span
from reviewer.model.packet import PacketFile, PacketOptions, PacketRedaction
from reviewer.model.problem import Problem
from reviewer.model.quoting import QuoteProfile
from reviewer.model.redaction import (
    AppliedRedaction,
    LossNote,
    PageBox,
    RedactionHit,
    RedactionOrder,
    Survivor,
)
from reviewer.model.review import Review
from reviewer.model.verdict import Signature


class OpenFile(msgspec.Struct, frozen=True, tag=True):
    """Read a file's bytes into a document and its attachments. `password` is used and forgotten.

    Pages that are only pictures are read by OCR when `recognise` is set, which takes seconds a page.
    """

    name: str
    content: bytes
    password: str | None = None
    recognise: bool = False


class OpenPastedText(msgspec.Struct, frozen=True, tag=True):
    """Read text, or HTML when it has any, that came from the clipboard."""

    name: str
    text: str
    html: str = ""


class OpenedDocument(msgspec.Struct, frozen=True):
    """A document with its original bytes and its galley (a PDF)."""

    document: Document
    original: bytes
    galley: bytes


class Opened(msgspec.Struct, frozen=True, tag=True):
    """The document of a file, followed by those of its attachments."""

    documents: tuple[OpenedDocument, ...]


class RenderPage(msgspec.Struct, frozen=True, tag=True):
    """Draw one page (from 1) of a galley at `scale` device pixels a point; `clip` in points limits it to a tile."""

    document: str
    page: int
    scale: float
    clip: Box | None = None


class LoadGalley(msgspec.Struct, frozen=True, tag=True):
    """Give a rendering child the galley that its later `RenderPage` requests speak of."""

    document: str
    galley: bytes


class GalleyLoaded(msgspec.Struct, frozen=True, tag=True):
    """The galley is open and has this many pages."""

    document: str
    pages: int


class Pixels(msgspec.Struct, frozen=True, tag=True):
    """A drawn page: premultiplied ARGB32 in the machine's byte order (QImage's), `stride` bytes a row."""

    document: str
    page: int
    scale: float
    width: int
    height: int
    stride: int
    data: bytes
    clip: Box | None = None


class Analyse(msgspec.Struct, frozen=True, tag=True):
    """Find claims, speakers, checks and sensitive data in a document.

    `published` (ISO) overrides the date found in it; `furniture` replaces the furniture of its blocks when the
    editor switched some.
    """

    document: Document
    depth: Depth
    published: str | None = None
    furniture: tuple[Span, ...] | None = None


class Analysed(msgspec.Struct, frozen=True, tag=True):
    """The analysis of a document."""

    analysis: Analysis


class MatchClaims(msgspec.Struct, frozen=True, tag=True):
    """Match an article's claims against its sources; `analyses` are those of the sources.

    `indexes` are what an earlier match made of them, by document id. `own_profile` is the desk's own quote profile,
    which goes before the shipped one of the name `quote_profile`.
    """

    article: Document
    claims: tuple[Claim, ...]
    sources: tuple[Document, ...]
    analyses: tuple[Analysis, ...]
    published: str | None = None
    quote_profile: str = "standard"
    own_profile: QuoteProfile | None = None
    indexes: dict[str, bytes] = {}


class Matched(msgspec.Struct, frozen=True, tag=True):
    """Evidence (best first) and findings of the claims, by claim id.

    `uncompared` are claims at which a rule of ours broke; they have neither. `indexes` are to be kept and sent along
    the next time, by document id: those of long sources that came without. `lifted` is the share of the article that
    stands word for word in each source, by document id.
    """

    evidence: dict[str, tuple[Evidence, ...]]
    findings: dict[str, tuple[Finding, ...]]
    uncompared: tuple[str, ...] = ()
    indexes: dict[str, bytes] = {}
    lifted: dict[str, float] = {}


class MakePacket(msgspec.Struct, frozen=True, tag=True):
    """Make a packet of a review; `originals` and `galleys` are by document id.

    With a `redaction` there are no originals and the galleys have been redacted; the review itself has not.
    """

    review: Review
    options: PacketOptions
    originals: dict[str, bytes]
    galleys: dict[str, bytes]
    redaction: PacketRedaction | None = None


class PacketMade(msgspec.Struct, frozen=True, tag=True):
    """The packet's files, read back and checked, not yet saved."""

    files: tuple[PacketFile, ...]


class FindRedactions(msgspec.Struct, frozen=True, tag=True):
    """Find every place in a file that an order would remove."""

    name: str
    content: bytes
    order: RedactionOrder
    password: str | None = None


class RedactionsFound(msgspec.Struct, frozen=True, tag=True):
    """The places, in the order of the file's parts."""

    hits: tuple[RedactionHit, ...]


class RedactFile(msgspec.Struct, frozen=True, tag=True):
    """Remove what an order names from a copy of a file."""

    name: str
    content: bytes
    order: RedactionOrder
    by: Signature
    password: str | None = None


class Redacted(msgspec.Struct, frozen=True, tag=True):
    """The file without what was named, not yet proved clean.

    `removed` are the words that were taken out wherever they came from (terms, patterns, expressions, areas): what a
    proof has to look for. `unmet` are the order's terms that stand nowhere in the file. Both go no further than the
    process that asked.
    """

    content: bytes
    applied: tuple[AppliedRedaction, ...]
    losses: tuple[LossNote, ...]
    removed: tuple[str, ...]
    unmet: tuple[str, ...] = ()


class ProveFile(msgspec.Struct, frozen=True, tag=True):
    """Try to recover any of the needles from a file, with other engines than those that write files.

    `areas` are looked at by OCR as well. `kept` are places where a needle stands because the editor decided so, with
    the words round it; it counts as recovered everywhere else.
    """

    name: str
    content: bytes
    needles: tuple[str, ...]
    areas: tuple[PageBox, ...] = ()
    password: str | None = None
    kept: tuple[RedactionHit, ...] = ()


class Proved(msgspec.Struct, frozen=True, tag=True):
    """Where something was recovered; empty when nothing was.

    `unread` names parts that no engine could read, `engines` those that looked.
    """

    survivors: tuple[Survivor, ...]
    unread: tuple[str, ...] = ()
    engines: tuple[str, ...] = ()


class CheckReviewFile(msgspec.Struct, frozen=True, tag=True):
    """Validate a .review file from elsewhere by its whole content before the window's process opens it.

    `log` is the write-ahead log that lies beside it, whose edits are part of the review; `journal` the rollback
    journal, with which whoever opens the file next takes back what was being written when a program ended.
    """

    name: str
    content: bytes
    log: bytes = b""
    journal: bytes = b""


class ReviewFileChecked(msgspec.Struct, frozen=True, tag=True):
    """The file is a sound review of this schema version."""

    schema_version: int


class ReadReviewJson(msgspec.Struct, frozen=True, tag=True):
    """Read a review.json, or the one that a packet in PDF carries."""

    name: str
    content: bytes


class ReviewJsonRead(msgspec.Struct, frozen=True, tag=True):
    """What people decided according to it."""

    exported: ExportedReview


class Ping(msgspec.Struct, frozen=True, tag=True):
    """Ask whether the child lives."""


class Pong(msgspec.Struct, frozen=True, tag=True):
    """It does."""


class Step(StrEnum):
    """What a child is doing, for the progress line."""

    READING = "reading"
    RECOGNISING = "recognising"
    TYPESETTING = "typesetting"
    FINDING_CLAIMS = "finding_claims"
    MATCHING = "matching"
    WRITING_PACKET = "writing_packet"
    CHECKING_PACKET = "checking_packet"
    REDACTING = "redacting"
    PROVING = "proving"
    PRINTING = "printing"


class Progress(msgspec.Struct, frozen=True, tag=True):
    """How far a request is; `total` 0 means unknown."""

    step: Step
    done: int = 0
    total: int = 0


class Failed(msgspec.Struct, frozen=True, tag=True):
    """The request could not be carried out."""

    problem: Problem


Request = (
    OpenFile
    | OpenPastedText
    | LoadGalley
    | RenderPage
    | Analyse
    | MatchClaims
    | MakePacket
    | FindRedactions
    | RedactFile
    | ProveFile
    | CheckReviewFile
    | ReadReviewJson
    | Ping
)
Reply = (
    Opened
    | GalleyLoaded
    | Pixels
    | Analysed
    | Matched
    | PacketMade
    | RedactionsFound
    | Redacted
    | Proved
    | ReviewFileChecked
    | ReviewJsonRead
    | Pong
    | Failed
)
Message = Reply | Progress
