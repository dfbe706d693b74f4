"""What keys, mouse and panel do to redaction marks: each calls one function of the session."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.settings import Settings
from reviewer.gui.signer import Signer
from reviewer.model.geometry import Box, Span
from reviewer.model.redaction import RedactionMark
from reviewer.reviewing.edits import AddMarks, CarryMarks, ChangeReason, RemoveMarks
from reviewer.reviewing.marking import (
    Suggestion,
    area_mark,
    carried_marks,
    is_marked,
    marked_points,
    marks_at,
    marks_left_behind,
)
from reviewer.reviewing.reason_codes import reason_to_give


class Marking(QObject):
    """Marks with the reason used last, signed as verdicts are.

    `nothing_to_mark()` when no word was selected, `marked_already()` when every word was, `nothing_chosen()` when no
    mark was there to take back, `carried(int, int)` how many marks came over from an earlier draft and how many stay
    behind.
    """

    nothing_to_mark = Signal()
    marked_already = Signal()
    nothing_chosen = Signal()
    carried = Signal(int, int)

    def __init__(self, bridge: SessionBridge, signer: Signer, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._signer, self._settings = bridge, signer, settings

    @property
    def reason(self) -> str:
        """Return the code that the next mark gets."""
        values = self._settings.values
        return reason_to_give(values.last_reason, values.reason_codes)

    def mark(self, document: str, span: Span) -> bool:
        """Mark selected words of a document, `span` in code points; return whether they are marked now."""
        marked = self._bridge.review.documents.get(document)
        if marked is None or not marked.text[span.start : span.end].strip():
            self.nothing_to_mark.emit()
        elif is_marked(marked, span, marked_points(marked, self._bridge.review.desk.marks)):
            self.marked_already.emit()
        elif by := self._signer.sign():
            return self._add(marks_at(marked, span, self.reason, by))
        return False

    def mark_area(self, document: str, page: int, box: Box) -> None:
        """Mark a rectangle of a page (from 1), in points; a slip of the hand marks nothing."""
        marked = self._bridge.review.documents.get(document)
        by = self._signer.sign() if marked else None
        mark = area_mark(marked, page, box, self.reason, by) if marked and by else None
        self._add((mark,) if mark else ())

    def mark_suggestions(self, suggestions: Iterable[Suggestion]) -> None:
        """Mark what was suggested, in one step."""
        accepted, documents = tuple(suggestions), self._bridge.review.documents
        by = self._signer.sign() if accepted else None
        if by:
            self._add(
                [mark for one in accepted for mark in marks_at(documents[one.document], one.span, self.reason, by)]
            )

    def give_reason(self, marks: frozenset[str], reason: str) -> None:
        """Give marks another reason; without any it is the one for marks to come."""
        if not reason:
            return
        self._settings.change(last_reason=reason)
        by = self._signer.sign() if marks else None
        if by:
            self._bridge.apply(ChangeReason(tuple(sorted(marks)), reason, by))

    def take_back(self, marks: frozenset[str]) -> None:
        """Take marks back."""
        if marks:
            self._bridge.apply(RemoveMarks(tuple(sorted(marks))))
        else:
            self.nothing_chosen.emit()

    def carry(self) -> None:
        """Mark in the article what was marked in an earlier draft of it; tell how many stay behind."""
        pairs = carried_marks(self._bridge.review)
        if pairs:
            old, new = zip(*pairs, strict=True)
            self._bridge.apply(CarryMarks(tuple(mark.id for mark in old), new))
        self.carried.emit(len(pairs), len(marks_left_behind(self._bridge.review)))

    def _add(self, marks: Iterable[RedactionMark]) -> bool:
        added = tuple(marks)
        if added:
            self._bridge.apply(AddMarks(added))
        else:
            self.nothing_to_mark.emit()
        return bool(added)
