"""The real annotations of a claim: highlight, popup, reply with the source's locator, review state."""

from collections.abc import Sequence

import pikepdf

from reviewer.exporting import wording
from reviewer.exporting.article_sheets import ArticleSheets
from reviewer.exporting.book import Book
from reviewer.exporting.placement import PlacedLine
from reviewer.exporting.records import ClaimRecord
from reviewer.exporting.remarks import MACHINE, author_of, comment_text, date_of, reply_text, shown_tone
from reviewer.exporting.style import ACCENT, GREY, PROBLEM, TINTS, UNSUPPORTED
from reviewer.formats.pdf_annotations import Highlight, Remark, ReviewState, add_highlight
from reviewer.formats.pdf_tags import Attached, Node
from reviewer.model.finding import Tone
from reviewer.model.geometry import Box
from reviewer.model.verdict import Decision

STATES: dict[Decision, str] = {
    Decision.VERIFIED: "Accepted",
    Decision.FIX: "Rejected",
    Decision.UNSOURCED: "Rejected",
    Decision.QUERY: "None",
    Decision.CUT: "Cancelled",
    Decision.NOT_CHECKABLE: "Completed",
}
"""A verdict in the words of the `Review` state model, the only ones that other readers know."""

_COLOURS = {Tone.CLEAN: ACCENT, Tone.PROBLEM: PROBLEM, Tone.UNSUPPORTED: UNSUPPORTED, Tone.UNKNOWN: GREY}


def annotate_claims(
    book: Book, claims: Sequence[tuple[ClaimRecord, list[tuple[PlacedLine, Box]]]], sheets: ArticleSheets
) -> None:
    """Put the annotations of claims on their pages when the file is written."""
    tree = book.pdf.tree
    for record, lines in claims:
        by_sheet: dict[int, list[Box]] = {}
        for line, box in lines:
            by_sheet.setdefault(line.sheet, []).append(box)
        for place, (sheet, boxes) in enumerate(by_sheet.items()):
            highlight = _highlight(book, record, boxes, place)
            with tree.node("Annot", alternative=highlight.subject) as node:
                keys = tree.reserve_key(node), tree.reserve_key(node)

            def add(
                pdf: pikepdf.Pdf,
                pages: list[pikepdf.Object],
                highlight: Highlight = highlight,
                sheet: int = sheet,
                keys: tuple[int, int] = keys,
                node: Node = node,
            ) -> None:
                canvas = sheets.canvases[sheet]
                made = add_highlight(pdf, pages[canvas.index], canvas.height, highlight, keys)
                node.children += [Attached(canvas.index, one, key) for one, key in zip(made, keys, strict=True)]

            book.pdf.annotators.append(add)


def _highlight(book: Book, record: ClaimRecord, boxes: list[Box], place: int) -> Highlight:
    at = date_of(book.facts.options.made_at, record)
    name = record.claim.id if place == 0 else f"{record.claim.id}.{place + 1}"
    tone = shown_tone(record)
    state = None
    if record.verdict and place == 0:
        words = f"{STATES[record.verdict.decision]} set by {author_of(record)}"
        remark = Remark(f"{name}.state", author_of(record), at, words)
        state = ReviewState(remark, STATES[record.verdict.decision])
    reply = Remark(f"{name}.source", MACHINE, at, reply_text(record)) if place == 0 else None
    return Highlight(
        boxes=boxes,
        colour=_COLOURS[tone],
        tint=TINTS.get(tone, ""),
        remark=Remark(name, author_of(record), at, comment_text(record)),
        subject=f"{record.number} {wording.DECISIONS[record.decision]}",
        reply=reply,
        state=state,
    )
