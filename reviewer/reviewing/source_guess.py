"""What sort of document a source looks like; only a suggestion that the editor is asked to confirm."""

import re

from reviewer.model.document import BlockKind, Document
from reviewer.model.source import Grade, SourceKind

_FIRST_WORDS = 1_200
"""Code points looked at: letterheads and titles stand at the top."""

_SIGNS: tuple[tuple[SourceKind, re.Pattern[str]], ...] = (
    (
        SourceKind.COURT_PAPER,
        re.compile(r"\b(?:in the (?:\w+ ){0,4}court|claimant|defendant|indictment|judgment)\b", re.I),
    ),
    (
        SourceKind.PRESS_RELEASE,
        re.compile(r"\b(?:press|news|media) release\b|\bfor immediate release\b|\bnotes to editors\b", re.I),
    ),
    (SourceKind.TRANSCRIPT, re.compile(r"\btranscript\b|\bminutes of\b|^\s*Q:", re.I | re.M)),
    (SourceKind.STATEMENT, re.compile(r"\bstatement\b", re.I)),
    (SourceKind.REPORT, re.compile(r"\b(?:report|study|survey|abstract|annual accounts)\b", re.I)),
)


def guess_kind(document: Document) -> SourceKind:
    """Return the kind that a document's form and first lines suggest."""
    if document.media_type == "message/rfc822" or any(b.kind is BlockKind.MAIL_HEADER for b in document.blocks[:6]):
        return SourceKind.EMAIL
    top = document.text[:_FIRST_WORDS]
    if document.blocks and document.blocks[0].kind is BlockKind.HEADLINE and re.search(r"^By [A-Z]", top, re.M):
        return SourceKind.EARLIER_STORY
    return next((kind for kind, sign in _SIGNS if sign.search(top)), SourceKind.OTHER)


def guess_grade(document: Document) -> Grade:
    """Return how far a source of this kind can be relied on before an editor says so."""
    kind = guess_kind(document)
    if kind is SourceKind.PRESS_RELEASE:
        return Grade.PRESS_RELEASE
    if kind in (SourceKind.EMAIL, SourceKind.STATEMENT, SourceKind.TRANSCRIPT, SourceKind.COURT_PAPER):
        return Grade.PRIMARY
    return Grade.SECONDARY
