"""A claim and its passage as two runs of words, each with the words round it, for the presentation."""

from reviewer.gui.comparison_pieces import Piece, PieceStyle, one_line
from reviewer.model.document import Document
from reviewer.model.evidence import AlignedRun, Evidence, RunKind
from reviewer.model.geometry import Span

_AROUND = 240
"""Code points shown before and after at most; a paragraph that is shorter is shown whole."""


def article_pieces(claim: Span, evidence: Evidence | None, article: Document) -> list[Piece]:
    """Return the claim in its paragraph: grey around it, what the source does not have marked."""
    runs = evidence.runs if evidence else ()
    changed = [Span(run.article_start, run.article_end) for run in runs if _differs(run)]
    return _in_context(article, claim, changed, PieceStyle.ARTICLE_ONLY)


def source_pieces(evidence: Evidence, source: Document) -> list[Piece]:
    """Return the passage in its paragraph, what the article does not have marked; nothing without a passage."""
    if evidence.anchor is None:
        return []
    changed = [Span(run.source_start, run.source_end) for run in evidence.runs if _differs(run)]
    return _in_context(source, evidence.anchor.span, changed, PieceStyle.SOURCE_ONLY)


def _differs(run: AlignedRun) -> bool:
    return run.kind not in (RunKind.EQUAL, RunKind.HARMLESS)


def _in_context(document: Document, shown: Span, changed: list[Span], style: PieceStyle) -> list[Piece]:
    first, last = document.block_at(shown.start), document.block_at(max(shown.start, shown.end - 1))
    start = max(first.start if first else shown.start, shown.start - _AROUND)
    end = min(last.end if last else shown.end, shown.end + _AROUND)
    pieces = [(document.text[start : shown.start], PieceStyle.HARMLESS)]
    at = shown.start
    for span in sorted(changed):
        if span.start < at or span.end > shown.end or not span.length:
            continue
        pieces += [(document.text[at : span.start], PieceStyle.PLAIN), (span.of(document.text), style)]
        at = span.end
    pieces += [(document.text[at : shown.end], PieceStyle.PLAIN), (document.text[shown.end : end], PieceStyle.HARMLESS)]
    return [Piece(_on_one_line(text), one) for text, one in pieces if text]


def _on_one_line(text: str) -> str:
    """Return the text without line breaks, its white space at the ends kept as one space."""
    words = one_line(text)
    if not words:
        return " "
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"
