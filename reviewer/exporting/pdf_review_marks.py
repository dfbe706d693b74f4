"""The real annotations of a claim: highlight, popup, reply with the source's locator, review state."""

from collections.abc import Sequence

import pikepdf

from reviewer.exporting import wording
from reviewer.exporting.article_sheets import ArticleSheets
from reviewer.exporting.book import Book
from reviewer.exporting.edition import shortened
from reviewer.exporting.placement import PlacedLine
from reviewer.exporting.records import ClaimRecord, SourcePassage, one_line
from reviewer.exporting.style import ACCENT, GREY, PROBLEM, TINTS, UNSUPPORTED
from reviewer.formats.pdf_annotations import Highlight, Remark, ReviewState, add_highlight
from reviewer.formats.pdf_tags import Attached, Node
from reviewer.model.finding import Tone
from reviewer.model.geometry import Box
from reviewer.model.verdict import Decision, NoteKind

MACHINE = "Reviewer (machine)"

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


def shown_tone(record: ClaimRecord) -> Tone:
    """Return how a claim is underlined: dotted while nobody has judged one that looks clean."""
    if record.decision is None and record.tone is Tone.CLEAN:
        return Tone.UNKNOWN
    return record.tone


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
            with tree.node("Annot") as node:
                key = tree.reserve_key(node)

            def add(
                pdf: pikepdf.Pdf,
                pages: list[pikepdf.Object],
                highlight: Highlight = highlight,
                sheet: int = sheet,
                key: int = key,
                node: Node = node,
            ) -> None:
                canvas = sheets.canvases[sheet]
                made = add_highlight(pdf, pages[canvas.index], canvas.height, highlight, key)
                node.children.append(Attached(canvas.index, made, key))

            book.pdf.annotators.append(add)


def comment_text(record: ClaimRecord) -> str:
    """Return the comment on a claim: verdict, finding, correction and notes in a few lines."""
    verdict = wording.DECISIONS[record.decision]
    lines = [f"{record.number} {verdict}: {record.rule}" if record.rule else f"{record.number} {verdict}"]
    for finding in record.findings:
        reason = wording.finding_reason(finding)
        if reason:
            lines.append(f"{wording.rule_words(finding.rule)}: {reason}")
    if record.correction:
        lines.append(f"Correction: {one_line(record.correction.text)}")
    labels = {
        NoteKind.DESK: "Note",
        NoteKind.LEGAL: "Legal note",
        NoteKind.RESPONSE_SOUGHT: "Response sought",
        NoteKind.RESPONSE_RECEIVED: "Response received",
    }
    lines += [f"{labels[kind]}: {one_line(text)}" for kind, text in record.notes.items() if text]
    lines.append(f"Said by: {record.said_by}")
    return "\n".join(lines)


def reply_text(record: ClaimRecord) -> str:
    """Return the reply: where the claim stands in a source, and the source's words."""
    if record.passage is not None:
        return _quoted(record.passage)
    if record.nearest is not None:
        return f"No source holds it. Nearest: {_quoted(record.nearest)}"
    return "No source holds it."


def author_of(record: ClaimRecord) -> str:
    """Return who answers for the comment: the checker, or the machine while nobody has judged the claim."""
    return record.verdict.by.name or record.verdict.by.initials if record.verdict else MACHINE


def date_of(book_made_at: str, record: ClaimRecord) -> str:
    """Return when the claim was judged, or when the packet was made."""
    at = record.verdict.by.at if record.verdict else ""
    return at if wording.is_date(at) else book_made_at


def _quoted(passage: SourcePassage) -> str:
    if not passage.text:
        return f"{passage.reference} {passage.document.name}: words withheld"
    return f"{passage.reference} {passage.document.name}: “{shortened(one_line(passage.text), 600)}”"


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
