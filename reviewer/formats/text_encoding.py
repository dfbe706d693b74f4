"""The encoding of a text file, so that a changed copy can be written back in it."""

from dataclasses import dataclass

from reviewer.formats.encoding import decode
from reviewer.model.document import NoticeCode

_UNICODE = ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_UNDECODABLE = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True)
class EncodedText:
    """A file's text, its encoding, and whether a byte-order mark stands before it."""

    text: str
    encoding: str
    has_mark: bool

    def can_hold(self, text: str) -> bool:
        """Return whether the encoding has all characters of a text."""
        try:
            text.encode(self.encoding)
        except UnicodeEncodeError:
            return False
        return True

    def encode(self, text: str) -> bytes:
        """Return a text in this encoding; bytes that could not be read when the file was stay a question mark."""
        marked = ("\ufeff" if self.has_mark else "") + text
        if not self.can_hold(text):
            marked = marked.replace(_UNDECODABLE, "?")
        return marked.encode(self.encoding)


def decode_keeping(content: bytes, declared: str | None = None) -> EncodedText:
    """Decode as `formats.encoding.decode` does, and keep what encoding it was and whether it was marked."""
    text, notices = decode(content, declared)
    for notice in notices:
        if notice.code in (NoticeCode.ENCODING_GUESSED, NoticeCode.UNDECODABLE_BYTES):
            encoding = notice.arguments["encoding"]
            return EncodedText(text, encoding, _is_marked(content, encoding))
    for encoding in (*_UNICODE, *([declared] if declared else []), "cp1252"):
        for mark in ("", "\ufeff"):
            if _reads_as(content, mark + text, encoding):
                return EncodedText(text, encoding, bool(mark))
    return EncodedText(text, "utf-8", False)


def _reads_as(content: bytes, text: str, encoding: str) -> bool:
    try:
        return text.encode(encoding) == content
    except (UnicodeError, LookupError):
        return False


def _is_marked(content: bytes, encoding: str) -> bool:
    return encoding in _UNICODE and content.startswith("\ufeff".encode(encoding))
