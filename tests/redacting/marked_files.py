"""One letter in five formats, for marks on single passages: the same name in several sentences."""

from reviewer.model.anchor import anchor_at
from reviewer.model.document import Document
from reviewer.model.geometry import Span
from reviewer.model.redaction import RedactionMark
from reviewer.model.verdict import Signature
from reviewer.opening.open import open_file
from tests.documents.docx_builder import build_docx, paragraph
from tests.documents.html_builder import build_page
from tests.documents.mail_builder import build_mail, text_part
from tests.documents.pdf_builder import PdfBuilder

LINES = (
    "The ferry office wrote to Brackenfold on Monday morning.",
    "A clerk there said that Brackenfold had handed over the logs.",
    "Nobody at the café asked where the papers had come from.",
    "The chair thanked Mr Brackenfold, who had retired in May.",
)
NAME = "Brackenfold"
SECRET, *OPEN = (line for line in LINES[1:2] + LINES[:1] + LINES[3:])
BY = Signature("AQ", "Ada Quill", "2026-01-05T09:00:00+00:00")


def letter(kind: str, lines: tuple[str, ...] = LINES) -> tuple[str, bytes]:
    """Return name and bytes of a letter with these lines as paragraphs; `kind` is pdf, docx, html, eml or txt."""
    return f"letter.{kind}", _MAKERS[kind](lines)


def opened(name: str, content: bytes) -> Document:
    """Return the document that a file is read as."""
    return open_file(name, content)[0].document


def mark_on(document: Document, sentence: str, words: str = NAME, reason: str = "b(6)") -> RedactionMark:
    """Return a mark on words inside a sentence of a document, wherever the sentence's lines are broken."""
    at = document.text.index(sentence) + sentence.index(words)
    anchor = anchor_at(document, Span(at, at + len(words)))
    return RedactionMark(f"mark {at}", anchor, reason, BY)


def _pdf(lines: tuple[str, ...]) -> bytes:
    builder = PdfBuilder().page()
    for number, line in enumerate(lines):
        builder.text(72, 100 + 30 * number, line)
    return builder.content()


_MAKERS = {
    "pdf": _pdf,
    "docx": lambda lines: build_docx(*map(paragraph, lines)),
    "html": lambda lines: build_page("\n".join(f"<p>{line}</p>" for line in lines)),
    "eml": lambda lines: build_mail(text_part("\n\n".join(lines) + "\n")),
    "txt": lambda lines: ("\n\n".join(lines) + "\n").encode(),
}
KINDS = tuple(_MAKERS)
