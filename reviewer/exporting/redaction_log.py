"""The redaction log of a packet: place, box, reason, who and when; never the words, nor how long they were."""

from dataclasses import dataclass

from reviewer.exporting import wording
from reviewer.exporting.records import printed_locator
from reviewer.model.anchor import Anchor
from reviewer.model.geometry import Box
from reviewer.model.locator import line_boxes, locate_on_pages
from reviewer.model.redaction import HiddenWord, RedactionMark
from reviewer.model.review import Review

NOTHING_REDACTED = "None. Nothing was marked to be removed."
PROMISE = "the removed words are never printed, nor their length; notes, names and values hold none of them either"
HEADS = ("No.", "Place", "Box, points from the top left", "Reason", "By", "State")
SAME_WORDS = "same words"
"""The id of every entry for a place that no mark covers."""

_APPLIED = "Applied in this packet."
_ALSO_APPLIED = "Applied, like the same words elsewhere."


@dataclass(frozen=True)
class LogRow:
    """One line of the log in words."""

    number: str
    place: str
    box: str
    reason: str
    by: str
    state: str

    @property
    def cells(self) -> tuple[str, ...]:
        """Return the words in the order of the heads."""
        return (self.number, self.place, self.box, self.reason, self.by, self.state)


def log_rows(review: Review) -> list[LogRow]:
    """Return the log of a redacted review: one row a mark, then the places that went with them."""
    return [
        LogRow(
            str(number),
            mark_place(review, mark),
            _box_words(mark_box(review, mark)),
            mark.reason or "–",
            f"{mark.by.initials} {wording.short_time(mark.by.at)}",
            _ALSO_APPLIED if mark.id == SAME_WORDS else _APPLIED,
        )
        for number, mark in enumerate(review.desk.marks, 1)
    ]


def mark_place(review: Review, mark: RedactionMark) -> str:
    """Return "S2 p1 l12" for a mark, "S2, outside the text" for a word that no page of it shows."""
    entry = review.source_entry(mark.target.document)
    label = entry.label if entry else "Article"
    if isinstance(mark.target, Anchor):
        document = review.documents.get(mark.target.document)
        locator = printed_locator(locate_on_pages(document, mark.target.span)) if document else ""
        return f"{label} {locator}".strip()
    if isinstance(mark.target, HiddenWord):
        return f"{label}, outside the text"
    return f"{label} p{mark.target.page}, an area"


def mark_box(review: Review, mark: RedactionMark) -> tuple[int, int, int, int] | None:
    """Return where the first line of a mark is blocked on its page, in whole points from the page's top left.

    A passage's box is as wide as every other one, whatever stood there. None when the page may not be shown, and for
    a word outside the text.
    """
    target = mark.target
    if isinstance(target, HiddenWord):
        return None
    document = review.documents.get(target.document)
    if document is None or not document.pages:
        return None
    if isinstance(target, Anchor):
        lines = line_boxes(document, target.span)
        return _whole(lines[0].box) if lines else None
    return _whole(target.box)


def _whole(box: Box) -> tuple[int, int, int, int]:
    return round(box.x0), round(box.y0), round(box.x1), round(box.y1)


def _box_words(box: tuple[int, int, int, int] | None) -> str:
    return "–" if box is None else f"{box[0]}, {box[1]} to {box[2]}, {box[3]}"
