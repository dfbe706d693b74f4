"""A packet: what is asked for and what comes of it."""

from enum import StrEnum

import msgspec


class Profile(StrEnum):
    """Who gets the packet, and so what it may hold."""

    DESK = "desk"
    LEGAL = "legal"
    REPORTER = "reporter"
    OUTSIDE = "outside"


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
    printed in an outside packet. `tracked_corrections` writes corrections as tracked changes into the DOCX.
    """

    formats: tuple[PacketFormat, ...]
    profile: Profile
    made_at: str
    made_by: str = ""
    claims: tuple[str, ...] = ()
    paper: PaperSize = PaperSize.A4
    deadline: str = ""
    tracked_corrections: bool = False


class PacketFile(msgspec.Struct, frozen=True):
    """One file of the packet with its sha256 in hex."""

    name: str
    media_type: str
    content: bytes
    sha256: str
