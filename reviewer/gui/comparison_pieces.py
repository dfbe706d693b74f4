"""A claim and its passage as one run of words: what stands, what the article changed, what makes no difference."""

from dataclasses import dataclass
from enum import StrEnum

from reviewer.model.document import Document
from reviewer.model.evidence import AlignedRun, Evidence, RunKind
from reviewer.model.geometry import Span

ARROW = "→"


class PieceStyle(StrEnum):
    """How a stretch of the comparison is drawn."""

    PLAIN = "plain"
    ARTICLE_ONLY = "article_only"
    SOURCE_ONLY = "source_only"
    HARMLESS = "harmless"


@dataclass(frozen=True)
class Piece:
    """A stretch of words in one style."""

    text: str
    style: PieceStyle = PieceStyle.PLAIN


def comparison_pieces(claim: Span, evidence: Evidence, article: Document, source: Document) -> list[Piece]:
    """Return the comparison of a claim, where it stands in the article, with its passage.

    The article's words come first where the two differ, then the source's. Words of the claim that no run covers are
    shown as they are; words round a claim never are, unless a run reaches there.
    """
    pieces: list[Piece] = []
    reached = claim.start
    for run in evidence.runs:
        if run.article_start > reached:
            pieces.append(Piece(article.text[reached : run.article_start]))
        pieces.extend(_run_pieces(run, article.text, source.text))
        reached = max(reached, run.article_end)
    pieces.append(Piece(article.text[reached : claim.end]))
    return _spaced(pieces)


def one_line(text: str) -> str:
    """Return a text with every run of white space made one space."""
    return " ".join(text.split())


def _run_pieces(run: AlignedRun, article: str, source: str) -> list[Piece]:
    ours, theirs = article[run.article_start : run.article_end], source[run.source_start : run.source_end]
    if run.kind is RunKind.EQUAL or one_line(ours) == one_line(theirs):
        return [Piece(ours)]
    if run.kind is RunKind.HARMLESS:
        return [Piece(_harmless(one_line(ours), one_line(theirs)), PieceStyle.HARMLESS)]
    both = (Piece(ours, PieceStyle.ARTICLE_ONLY), Piece(theirs, PieceStyle.SOURCE_ONLY))
    return [piece for piece in both if piece.text.strip()]


def _harmless(ours: str, theirs: str) -> str:
    if not theirs:
        return ours
    return f"{ours} {ARROW} {theirs}".strip()


def _spaced(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with one space wherever words would run together, and no other white space than spaces."""
    result: list[Piece] = []
    for piece in pieces:
        text = one_line(piece.text)
        if not text:
            if result and piece.text and not result[-1].text.endswith(" "):
                result.append(Piece(" "))
            continue
        previous = result[-1] if result else None
        parted = previous is None or previous.text.endswith(" ")
        differs = previous is not None and PieceStyle.PLAIN not in (previous.style, piece.style)
        begins_word = text[0].isalnum() or differs
        meets_word = previous is not None and (previous.text[-1].isalnum() or differs)
        if not parted and (piece.text[0].isspace() or (begins_word and meets_word)):
            result.append(Piece(" "))
        result.append(Piece(text, piece.style))
        if piece.text[-1].isspace():
            result.append(Piece(" "))
    return result
