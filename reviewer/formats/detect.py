"""Tells what kind of file it is: by its content first, by its name only where the content leaves it open."""

import io
import re
import zipfile
from enum import StrEnum
from pathlib import PurePosixPath

import msgspec

from reviewer.formats.encoding import looks_like_text

_HEAD = 4096


class FileKind(StrEnum):
    """The kinds of file that are read."""

    PDF = "pdf"
    DOCX = "docx"
    HTML = "html"
    MAIL = "mail"
    TEXT = "text"
    DELIMITED = "delimited"
    SUBTITLES = "subtitles"
    MAILBOX = "mailbox"
    OUTLOOK = "outlook"
    WORKBOOK = "workbook"
    OPEN_DOCUMENT = "open_document"
    RICH_TEXT = "rich_text"
    PICTURE = "picture"
    WEB_ADDRESS = "web_address"
    REFUSED = "refused"


class Detected(msgspec.Struct, frozen=True):
    """A kind of file; for a refused one, `description` says what it is in words an editor knows."""

    kind: FileKind
    description: str = ""


_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"7z\xbc\xaf\x27\x1c", "7z archive"),
    (b"Rar!", "RAR archive"),
    (b"\x1f\x8b", "gzip archive"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ\x00", "xz archive"),
    (b"SQLite format 3\x00", "database"),
    (b"\x7fELF", "program"),
    (b"MZ", "program"),
    (b"ID3", "sound recording"),
    (b"\xff\xfb", "sound recording"),
    (b"OggS", "sound recording"),
    (b"fLaC", "sound recording"),
    (b"%!PS", "PostScript"),
)
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_RICH_TEXT = b"{\\rtf"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS: tuple[tuple[str, str], ...] = (
    ("EncryptedPackage", "Office document protected by a password"),
    ("WordDocument", "Word 97-2003 document"),
    ("PowerPoint Document", "PowerPoint 97-2003 presentation"),
    ("Workbook", "Excel 97-2003 workbook"),
)
_HTML_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HTML_TAGS = re.compile(rb"<(?:p|div|h[1-6]|article|table|ul|br)\b[^>]*>", re.I)
_MAIL_HEADER = re.compile(rb"[!-9;-~]{1,76}:[ \t]?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*")
_MAIL_MARKS = re.compile(
    rb"^(?:received|message-id|mime-version|return-path|delivered-to|dkim-signature|x-[a-z-]+):", re.I | re.M
)
_ENVELOPE = re.compile(rb"^From [^\r\n]*\d{4}[^\r\n]*\r?\n(?=[!-9;-~]{1,76}:)", re.M)
_TIMING = re.compile(
    rb"^[ \t]*(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d{1,3}[ \t]*-->[ \t]*(?:\d{1,3}:)?\d{1,2}:\d\d[.,]\d", re.M
)
_OVERSTRUCK = re.compile(rb"[ -~]\x08(?=[ -~])")
"""Letters printed over others by printers and manual pages, to make them bold or underlined."""

_SHORTCUT = re.compile(rb"\s*\[(?:InternetShortcut|Desktop Entry)\]", re.I)
_MAIL_SUFFIXES = (".eml", ".mht", ".mhtml", ".mbox")
_DELIMITED_SUFFIXES = (".csv", ".tsv", ".tab")
_SUBTITLE_SUFFIXES = (".srt", ".vtt")
_HTML_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")


def detect(name: str, content: bytes) -> Detected:
    """Return the kind of a file that is not empty."""
    head = content[:_HEAD]
    suffix = PurePosixPath(name.lower().replace("\\", "/")).suffix
    if b"%PDF-" in head[:1024]:
        return Detected(FileKind.PDF)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _detect_zip(content, suffix)
    if head.startswith(_OLE):
        return _detect_ole(content)
    if head.lstrip().startswith(_RICH_TEXT):
        return Detected(FileKind.RICH_TEXT)
    if head.startswith(_PICTURES) or (head.startswith(b"BM") and not looks_like_text(content)):
        return Detected(FileKind.PICTURE)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return Detected(FileKind.REFUSED, "WebP image; save it as PNG or JPEG")
    if refused := _describe_signature(head, content):
        return Detected(FileKind.REFUSED, refused)
    return _detect_text(head, content, suffix)


def picture_type(content: bytes) -> str:
    """Return the media type of a picture that is read."""
    kinds = {b"\x89P": "png", b"\xff\xd8": "jpeg", b"GI": "gif", b"II": "tiff", b"MM": "tiff", b"BM": "bmp"}
    return f"image/{kinds.get(content[:2], 'x-unknown')}"


def _detect_zip(content: bytes, suffix: str) -> Detected:
    names = _entry_names(content)
    if "word/document.xml" in names or any(re.fullmatch(r"word/document\d*\.xml", entry) for entry in names):
        return Detected(FileKind.DOCX)
    if not names and suffix in (".docx", ".docm", ".dotx"):
        return Detected(FileKind.DOCX)
    if "[Content_Types].xml" in names and suffix in (".docx", ".docm", ".dotx"):
        return Detected(FileKind.DOCX)
    if "xl/workbook.xml" in names:
        return Detected(FileKind.WORKBOOK)
    for prefix, description in (("xl/", "binary Excel workbook"), ("ppt/", "PowerPoint presentation")):
        if any(entry.startswith(prefix) for entry in names):
            return Detected(FileKind.REFUSED, description)
    if any(entry.endswith(".iwa") or entry == "Index.zip" for entry in names):
        return Detected(FileKind.REFUSED, "Apple Pages, Numbers or Keynote file")
    if "mimetype" in names:
        if "META-INF/container.xml" in names:
            return Detected(FileKind.REFUSED, "e-book, EPUB")
        if "content.xml" in names:
            return Detected(FileKind.OPEN_DOCUMENT)
        return Detected(FileKind.REFUSED, "package of an unknown kind")
    return Detected(FileKind.REFUSED, "ZIP archive; unpack it first")


def _entry_names(content: bytes) -> frozenset[str]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        return frozenset()


def _detect_ole(content: bytes) -> Detected:
    for stream, description in _OLE_STREAMS:
        if stream.encode("utf-16-le") in content:
            return Detected(FileKind.REFUSED, description)
    if any(mark.encode("utf-16-le") in content for mark in ("__properties_version1.0", "__substg1.0_")):
        return Detected(FileKind.OUTLOOK)
    return Detected(FileKind.REFUSED, "older Office document")


def _describe_signature(head: bytes, content: bytes) -> str:
    for signature, description in _SIGNATURES:
        if head.startswith(signature) and not (len(signature) == 2 and looks_like_text(content)):
            return description
    if head[:4] == b"RIFF":
        return "sound recording" if head[8:12] == b"WAVE" else "film or sound recording"
    if head[4:8] == b"ftyp":
        return "HEIC image; save it as JPEG" if head[8:12] in (b"heic", b"heix", b"mif1") else "film or sound recording"
    return ""


def _detect_text(head: bytes, content: bytes, suffix: str) -> Detected:
    if _SHORTCUT.match(head) or (suffix == ".webloc" and b"<plist" in head):
        return Detected(FileKind.WEB_ADDRESS)
    if not (looks_like_text(content) or looks_like_text(_OVERSTRUCK.sub(b"", content))):
        return Detected(FileKind.REFUSED, "not text, and of no known kind")
    if suffix == ".svg" or re.match(rb"\s*(?:<\?xml[^>]*>\s*)?<svg\b", head):
        return Detected(FileKind.REFUSED, "SVG drawing")
    if _HTML_OPENING.match(head.removeprefix(b"\xef\xbb\xbf")):
        return Detected(FileKind.HTML)
    if _is_mailbox(content, head, suffix):
        return Detected(FileKind.MAILBOX)
    if _is_mail(head, suffix):
        return Detected(FileKind.MAIL)
    if head.removeprefix(b"\xef\xbb\xbf").startswith(b"WEBVTT") or (
        suffix in _SUBTITLE_SUFFIXES and _TIMING.search(content.replace(b"\x00", b""))
    ):
        return Detected(FileKind.SUBTITLES)
    if suffix in _DELIMITED_SUFFIXES:
        return Detected(FileKind.DELIMITED)
    if suffix in _HTML_SUFFIXES and (_HTML_TAGS.search(content) or b"\x00" in head):
        return Detected(FileKind.HTML)
    return Detected(FileKind.TEXT)


def _is_mailbox(content: bytes, head: bytes, suffix: str) -> bool:
    """Return whether a file holds several messages, or one in the form and by the name of a mailbox."""
    if not _ENVELOPE.match(head.removeprefix(b"\xef\xbb\xbf").lstrip()):
        return False
    return suffix in (".mbox", ".mbx") or len(_ENVELOPE.findall(content)) > 1


def _is_mail(head: bytes, suffix: str) -> bool:
    start = re.sub(rb"\AFrom [^\r\n]*\r?\n", b"", head.removeprefix(b"\xef\xbb\xbf").lstrip())
    if not _MAIL_HEADER.match(start):
        return False
    if suffix in _MAIL_SUFFIXES:
        return True
    headers = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    return suffix != ".txt" and len(_MAIL_MARKS.findall(headers)) >= 2
