"""What is marked for redaction on a galley, until it is applied."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDateTime, QLocale, Qt

from reviewer.gui.positions import boxes_of
from reviewer.model.document import Document
from reviewer.model.geometry import Span
from reviewer.model.locator import LineBox
from reviewer.model.redaction import PageArea, RedactionMark
from reviewer.model.review import Review
from reviewer.reviewing.marking import place_of
from reviewer.reviewing.reason_codes import ReasonCode, meaning_of


@dataclass(frozen=True)
class GalleyRedaction:
    """A mark as it is drawn: its id, its reason code, its boxes in points of their pages, and what hovering says."""

    mark: str
    reason: str
    boxes: tuple[LineBox, ...]
    hint: str
    is_area: bool = False


class DrawnMarks:
    """Remembers how marks are drawn: with thousands of them, one more must not mean to work all of them out anew."""

    def __init__(self) -> None:
        self._drawn: dict[str, tuple[RedactionMark, Document, tuple[str, ...], GalleyRedaction]] = {}

    def on(self, review: Review, document: Document | None, own_reasons: Sequence[str]) -> tuple[GalleyRedaction, ...]:
        """Return the marks that stand on a document's pages; one that is lost stands nowhere."""
        if document is None:
            return ()
        own = tuple(own_reasons)
        marks = (mark for mark in review.desk.marks if mark.target.document == document.id)
        drawn = (self._drawn_as(mark, document, own) for mark in marks)
        return tuple(one for one in drawn if one.boxes)

    def _drawn_as(self, mark: RedactionMark, document: Document, own: tuple[str, ...]) -> GalleyRedaction:
        known = self._drawn.get(mark.id)
        if known is not None and known[0] is mark and known[1] is document and known[2] == own:
            return known[3]
        drawn = _drawn(mark, document, own)
        self._drawn[mark.id] = mark, document, own, drawn
        return drawn


def _drawn(mark: RedactionMark, document: Document, own_reasons: Sequence[str]) -> GalleyRedaction:
    boxes, hint = mark_boxes(mark, document), mark_hint(mark, own_reasons)
    return GalleyRedaction(mark.id, mark.reason, boxes, hint, isinstance(mark.target, PageArea))


def mark_boxes(mark: RedactionMark, document: Document) -> tuple[LineBox, ...]:
    """Return where a mark stands, one box for each printed line, in points of its page; an area has line 0.

    A lost mark stands nowhere, and a word outside the text on no page.
    """
    match place_of(mark, document):
        case Span() as span:
            return boxes_of(document, span)
        case PageArea() as area:
            return (LineBox(area.page, 0, area.box),)
        case _:
            return ()


def mark_hint(mark: RedactionMark, own_reasons: Sequence[str]) -> str:
    """Return why, who and when, for hints and screen readers."""
    reason = str(ReasonCode(mark.reason, meaning_of(mark.reason, own_reasons))) if mark.reason else ""
    return " · ".join(part for part in (reason, mark.by.name or mark.by.initials, when(mark.by.at)) if part)


def when(iso: str) -> str:
    """Return a signature's time as the reader writes it, in the zone it was given in; as it is when unreadable."""
    time = QDateTime.fromString(iso, Qt.DateFormat.ISODate)
    return QLocale().toString(time, "d MMM yyyy HH:mm") if time.isValid() else iso
