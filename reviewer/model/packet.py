"""A packet: what is asked for and what comes of it."""

import hashlib
from collections.abc import Mapping
from enum import StrEnum

import msgspec


class Profile(StrEnum):
    """Who gets the packet, and so what it may hold."""

    DESK = "desk"
    LEGAL = "legal"
    REPORTER = "reporter"
    OUTSIDE = "outside"


class Withheld(StrEnum):
    """What a profile may leave out."""

    LEGAL_NOTES = "legal_notes"
    ALL_NOTES = "all_notes"
    ANONYMOUS_SOURCES = "anonymous_sources"
    OTHER_CLAIMS = "other_claims"
    JUDGEMENTS = "judgements"
    SOURCES = "sources"
    STAFF_NAMES = "staff_names"
    ATTACHMENTS = "attachments"


WITHHELD: Mapping[Profile, tuple[Withheld, ...]] = {
    Profile.DESK: (Withheld.LEGAL_NOTES,),
    Profile.LEGAL: (),
    Profile.REPORTER: (Withheld.LEGAL_NOTES, Withheld.ANONYMOUS_SOURCES, Withheld.ATTACHMENTS),
    Profile.OUTSIDE: (
        Withheld.ALL_NOTES,
        Withheld.OTHER_CLAIMS,
        Withheld.JUDGEMENTS,
        Withheld.SOURCES,
        Withheld.STAFF_NAMES,
        Withheld.ATTACHMENTS,
    ),
}
"""What each profile leaves out, for whoever has to choose one."""


class PacketFormat(StrEnum):
    """The packet's file format."""

    PDF = "pdf"
    DOCX = "docx"


class PaperSize(StrEnum):
    """The packet's page size."""

    A4 = "a4"
    LETTER = "letter"


class PacketOptions(msgspec.Struct, frozen=True):
    """The choices made at export.

    `claims` limits an outside packet to these claim ids (empty: the allegations). `made_at` is ISO 8601 with zone
    and is the only clock the packet sees, so that the same review and options give the same bytes. `deadline` is
    printed in an outside packet. `tracked_corrections` writes corrections as tracked changes into the DOCX. `xfdf` adds
    the annotations of the PDF as XFDF, `claim_review` the judged claims as schema.org ClaimReview; an outside packet
    has neither.
    """

    formats: tuple[PacketFormat, ...]
    profile: Profile
    made_at: str
    made_by: str = ""
    claims: tuple[str, ...] = ()
    paper: PaperSize = PaperSize.A4
    deadline: str = ""
    tracked_corrections: bool = False
    xfdf: bool = False
    claim_review: bool = False


class PacketFile(msgspec.Struct, frozen=True):
    """One file of the packet with its sha256 in hex."""

    name: str
    media_type: str
    content: bytes
    sha256: str


def packet_file(name: str, media_type: str, content: bytes) -> PacketFile:
    """Return a file with its hash."""
    return PacketFile(name, media_type, content, hashlib.sha256(content).hexdigest())


class TextCut(msgspec.Struct, frozen=True):
    """A stretch of a document's text that a packet leaves out, in code points, and the reason code shown instead.

    `marked` is False where no mark covers it: it goes because its words were marked in another document.
    """

    start: int
    end: int
    reason: str = ""
    marked: bool = True


class PacketRedaction(msgspec.Struct, frozen=True):
    """What a packet has to leave out because the editor marked it.

    `cuts` are by document id, in text order, each within one block of its text. `terms` go from every string that is
    no document's text (notes, corrections, names, values of findings), in every spelling, with the reason of
    `reasons`. The galleys sent along have been redacted before.
    """

    cuts: Mapping[str, tuple[TextCut, ...]]
    terms: tuple[str, ...]
    reasons: Mapping[str, str] = {}
