"""Takes words out of mails: the message is written anew, its files are redacted in turn or left out."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from reviewer.formats.encoding import decode
from reviewer.formats.mail_parts import without_needless_escapes
from reviewer.formats.mail_rebuilding import WrittenPart, write_message
from reviewer.formats.mail_tree import MailBranch, MailLeaf, read_mail_tree
from reviewer.model.problem import ProblemCode, ReviewerError, WayOut
from reviewer.model.redaction import RedactionHit, RedactionLoss, RedactionOrder
from reviewer.model.request import Progress, Redacted, Step
from reviewer.redacting.docx_parts import readable_text
from reviewer.redacting.html import redacted_page
from reviewer.redacting.inner_files import InnerFiles, finding_inner_files, redacting_inner_files
from reviewer.redacting.ledger import BLOCK, PLAIN_BLOCK, Ledger
from reviewer.redacting.picture_words import PictureCleaner
from reviewer.redacting.plain import redacted_lines
from reviewer.redacting.text_map import TextMap

Report = Callable[[Progress], None]
_KEPT_HEADERS = ("from", "sender", "reply-to", "to", "cc", "bcc", "date", "subject")
_OF_PARTS = ("mime-version", "content-type", "content-transfer-encoding", "content-disposition")
_MEDIA_TYPES = (
    "text/csv",
    "text/calendar",
    "text/vcard",
    "text/plain",
    "text/html",
    "message/rfc822",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/bmp", "image/tiff")
_UUENCODED = re.compile(r"^begin [0-7]{3,4} [^\n]*\n(?:[!-`][^\n]*\n)*`?\s*\n?end\s*$", re.MULTILINE)
_ARMOURED = "-----BEGIN PGP MESSAGE-----"
_SOFT_LINE_END = re.compile(r" \r?\n(?!\r?\n|$)")


def redact_mail(name: str, content: bytes, order: RedactionOrder, password: str | None, progress: Report) -> Redacted:
    """Return a message without what an order names.

    Its words, subject, date and addresses stay; other headers go; attached files are redacted in turn, those that
    cannot be are left out, and both is said. Raises ReviewerError: BAD_EXPRESSION, NOTHING_TO_REDACT, DAMAGED,
    TOO_DEEP, and CANNOT_REDACT for encrypted messages, several messages in one file, and areas.
    """
    ledger = Ledger(name, order)
    inner = redacting_inner_files(ledger, password, progress)
    return ledger.redacted(_Rewriter(name, ledger, inner, progress).rewrite(content))


def find_in_mail(
    name: str, content: bytes, order: RedactionOrder, password: str | None, progress: Report
) -> tuple[RedactionHit, ...]:
    """Return every place of a message and its files that an order would remove. Raises as `redact_mail` does."""
    ledger = Ledger(name, order)
    inner = finding_inner_files(ledger, password, progress)
    _Rewriter(name, ledger, inner, progress).rewrite(content)
    return tuple(ledger.hits)


@dataclass
class _Rewriter:
    name: str
    ledger: Ledger
    inner: InnerFiles
    progress: Report
    _done: int = 0

    def __post_init__(self) -> None:
        self._pictures = PictureCleaner(self.ledger)

    def rewrite(self, content: bytes) -> bytes:
        tree = read_mail_tree(self.name, content)
        if tree.is_encrypted:
            raise self.ledger.refuse("it is encrypted", WayOut.DECRYPT)
        if tree.messages > 1:
            raise self.ledger.refuse("it holds several messages", WayOut.ONE_BY_ONE)
        headers = [header for header in tree.headers if self._keeps(*header)]
        written = [(name, self._redacted_header(name, value)) for name, value in headers]
        for name, value in tree.inner_headers:
            self._look_at_header(name, value)
        for words in tree.unseen:
            if self.ledger.look("text between the parts", words):
                self.ledger.lose(RedactionLoss.HIDDEN_TEXT, "text between the parts")
        body = self._part(tree.body) or WrittenPart("text/plain", b"", "utf-8")
        return write_message(written, body)

    def _keeps(self, name: str, value: str) -> bool:
        if name.lower() in _KEPT_HEADERS and value:
            return True
        self._look_at_header(name, value)
        if name.lower() not in _OF_PARTS:
            self.ledger.lose(RedactionLoss.METADATA, "headers")
        return False

    def _look_at_header(self, name: str, value: str) -> None:
        self.ledger.look("headers", name)
        self.ledger.look(f"header {self.ledger.safe(name)}", without_needless_escapes(value))

    def _redacted_header(self, name: str, value: str) -> str:
        made = [without_needless_escapes(value)]
        words = TextMap(name.lower())
        words.add(made[0], made.append)
        # A block that is no ASCII would have the whole header written in code.
        words.redact(self.ledger, PLAIN_BLOCK if value.isascii() else BLOCK)
        return made[-1]

    def _part(self, part: MailBranch | MailLeaf) -> WrittenPart | None:
        if isinstance(part, MailBranch):
            made = tuple(one for one in map(self._part, part.parts) if one is not None)
            kind = "multipart/alternative" if part.is_alternative else "multipart/mixed"
            return WrittenPart(kind, parts=made) if made else None
        self._done += 1
        self.progress(Progress(Step.REDACTING, self._done))
        if part.is_seal:
            self.ledger.look("signature", readable_text(part.content))
            self.ledger.lose(RedactionLoss.SIGNATURE)
            return None
        return self._body(part) if part.is_body else self._file(part)

    def _body(self, part: MailLeaf) -> WrittenPart:
        text, _ = decode(part.content, part.charset)
        if _ARMOURED in text:
            raise self.ledger.refuse("its text is encrypted", WayOut.DECRYPT)
        if part.media_type == "text/html":
            return WrittenPart("text/html", self._page(text).encode("utf-8"), "utf-8")
        text = self._without_files(text.replace("\r\n", "\n"))
        if part.delsp:
            text = _SOFT_LINE_END.sub("", text)
        made = redacted_lines(text, self.ledger, place="message")
        return WrittenPart("text/plain", made.encode("utf-8", "replace"), "utf-8")

    def _page(self, text: str) -> str:
        try:
            return redacted_page(self.name, text, self.ledger, "message")
        except ReviewerError as error:
            if error.problem.code is not ProblemCode.NO_TEXT:
                raise
            return ""

    def _without_files(self, text: str) -> str:
        """Leave out files that stand in the text itself (uuencoded)."""
        for match in _UUENCODED.finditer(text):
            self.ledger.look("file in the text", match.group().splitlines()[0])
            self.ledger.lose(RedactionLoss.ATTACHMENT, "file in the text")
        return _UUENCODED.sub("", text)

    def _file(self, part: MailLeaf) -> WrittenPart | None:
        place = part.name if part.name.startswith("attachment ") else f"attachment {part.name}"
        if part.media_type in _PICTURES:
            return self._picture(part, place)
        content = self.inner(part.name, part.content, place)
        if content is None:
            self.ledger.look_at_name("attachment's name", part.name)
            self.ledger.look(place, readable_text(part.content))
            self.ledger.lose(RedactionLoss.ATTACHMENT, place)
            return None
        media_type = part.media_type if part.media_type in _MEDIA_TYPES else "application/octet-stream"
        return WrittenPart(media_type, content, file_name=self._file_name(part.name), is_attached=True)

    def _picture(self, part: MailLeaf, place: str) -> WrittenPart:
        clean = self._pictures.clean(part.content, (0, 0, 0, 0), place)
        name = f"{self._file_name(part.name).rpartition('.')[0] or 'picture'}.{clean.ending}"
        return WrittenPart(f"image/{clean.ending}", clean.content, file_name=name, is_attached=True)

    def _file_name(self, name: str) -> str:
        """Return the name of a file, or one that only says its kind when it holds what is removed."""
        if not self.ledger.look_at_name("attachment's name", name):
            return name
        _, dot, ending = name.rpartition(".")
        is_plain = dot and ending.isalnum() and len(ending) <= 4 and self.ledger.finder.is_clean(ending)
        return f"attachment {self._done}.{ending}" if is_plain else f"attachment {self._done}"
