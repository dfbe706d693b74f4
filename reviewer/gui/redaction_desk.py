"""Joins pages and panel in everything that has to do with marks for redaction."""

from PySide6.QtCore import QObject, QPoint, Signal

from reviewer.gui.action_table import ActionTable
from reviewer.gui.desk_page import DeskPage
from reviewer.gui.document_pane import DocumentPane
from reviewer.gui.galley_redactions import DrawnMarks
from reviewer.gui.marking import Marking
from reviewer.gui.reasons_dialog import ReasonsDialog
from reviewer.gui.redaction_rows import MarkRows, Row, mark_groups, suggestion_groups, suggestion_key
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.settings import Settings
from reviewer.model.geometry import Box, Span
from reviewer.reviewing.marking import Suggestion, open_suggestions
from reviewer.reviewing.reason_codes import reasons_in_use
from reviewer.reviewing.session import Change

FOOT_ACTIONS = ("redact.find", "redact.apply")
"""What the panel offers at its foot."""


class RedactionDesk(QObject):
    """`hinted(str)` says what the pointer does while the next drag draws a rectangle; empty when it no longer does."""

    hinted = Signal(str)

    def __init__(self, bridge: SessionBridge, desk: DeskPage, marking: Marking, settings: Settings) -> None:
        super().__init__(desk)
        self._bridge, self._desk, self._marking, self._settings = bridge, desk, marking, settings
        self._panes: list[DocumentPane] = [desk.panes.article, desk.panes.source]
        self._panel = desk.redaction
        self._is_panel_behind = False
        self._dismissed: set[str] = set()
        self._suggestions: dict[str, Suggestion] = {}
        self._rows: dict[tuple[str, str], Row] = {}
        self._drawn, self._mark_rows = DrawnMarks(), MarkRows()
        self._chosen: frozenset[str] = frozenset()
        self._connect()
        self._read()

    @property
    def chosen(self) -> frozenset[str]:
        """Return the ids of the marks that are chosen, on a page or in the panel."""
        return self._chosen

    def mark_selection(self) -> None:
        """Mark the selected words of the pane with the focus, else of the one where something was selected last."""
        pane = next((one for one in self._by_focus() if one.selected.length), self._panes[0])
        document = pane.view.scene.document
        if self._marking.mark(document.id if document else "", pane.selected):
            pane.view.select(Span(0, 0))
            pane.view.tell_selection()

    def mark_area(self) -> None:
        """Let the next drag on a page draw a rectangle, or drop that again."""
        begins = not any(pane.view.draws_area for pane in self._panes)
        for pane in self._panes:
            (pane.view.draw_area if begins else pane.view.leave_area)()
        if begins:
            self._by_focus()[0].view.setFocus()
        self.hinted.emit(self.tr("Drag a rectangle over what is to go · Esc leaves") if begins else "")

    def take_back(self) -> None:
        """Take the chosen marks back."""
        self._marking.take_back(self._chosen)

    def toggle_panel(self) -> None:
        """Open the panel in place of the claims list, or go back to that."""
        self._desk.show_redaction(not self._panel.isVisible())

    def edit_reasons(self) -> None:
        """Let the editor change the list of reason codes."""
        dialog = ReasonsDialog(reasons_in_use(self._settings.values.reason_codes), self._desk)
        if dialog.exec():
            self._settings.change(reason_codes=tuple(str(reason) for reason in dialog.reasons))

    def offer(self, actions: ActionTable) -> None:
        """Put buttons for finding and applying into the panel."""
        self._panel.offer([actions[id_] for id_ in FOOT_ACTIONS])

    def _connect(self) -> None:
        self._bridge.changed.connect(self._follow)
        self._settings.changed.connect(lambda _values: self._read())
        self._desk.redaction_shown.connect(self._catch_up)
        self._desk.panes.source.strip.source_chosen.connect(lambda _document: self._paint())
        for pane in self._panes:
            pane.selection_changed.connect(lambda pane=pane: self._note_selection(pane))
            pane.view.redaction_clicked.connect(lambda mark: self._choose(frozenset(filter(None, [mark]))))
            pane.view.area_drawn.connect(lambda page, box, pane=pane: self._draw(pane, page, box))
            pane.view.area_left.connect(self._leave_area)
            pane.view.customContextMenuRequested.connect(lambda at, pane=pane: self._point_at(pane, at))
        panel = self._panel
        panel.chosen.connect(self._choose)
        panel.place_wanted.connect(self._show_place)
        panel.reason_given.connect(self._marking.give_reason)
        panel.taken_back.connect(self._marking.take_back)
        panel.accepted.connect(lambda keys: self._marking.mark_suggestions(self._suggested(keys)))
        panel.dismissed.connect(self._dismiss)

    def _follow(self, change: Change) -> None:
        before, after = change.before, change.after
        parts = ("marks", "article", "sources", "drafts")
        desk_changed = any(getattr(before.desk, part) is not getattr(after.desk, part) for part in parts)
        if desk_changed or before.analyses is not after.analyses or before.documents is not after.documents:
            self._read()

    def _read(self) -> None:
        """Show marks and suggestions as they are now."""
        self._chosen &= {mark.id for mark in self._bridge.review.desk.marks}
        self._paint()
        self._is_panel_behind = not self._panel.isVisible()
        if not self._is_panel_behind:
            self._fill_panel()

    def _fill_panel(self) -> None:
        """List everything anew; while the panel is closed that can wait."""
        review, own = self._bridge.review, self._settings.values.reason_codes
        found = {suggestion_key(one): one for one in open_suggestions(review)}
        self._suggestions = {key: one for key, one in found.items() if key not in self._dismissed}
        self._panel.show_marks(mark_groups(review, self._mark_rows))
        self._panel.show_suggestions(suggestion_groups(review, self._suggestions, self._rows))
        self._panel.show_reasons(reasons_in_use(own), self._marking.reason)

    def _catch_up(self, shown: bool) -> None:
        if shown and self._is_panel_behind:
            self._is_panel_behind = False
            self._fill_panel()
            self._panel.choose(self._chosen)

    def _paint(self) -> None:
        review, own = self._bridge.review, self._settings.values.reason_codes
        for pane in self._panes:
            pane.view.set_redactions(self._drawn.on(review, pane.view.scene.document, own))
            pane.view.choose_redactions(self._chosen)
        self._desk.panes.minimap.set_redactions(self._drawn.on(review, review.article, own))

    def _choose(self, marks: frozenset[str]) -> None:
        self._chosen = marks
        self._panel.choose(marks)
        for pane in self._panes:
            pane.view.choose_redactions(marks)

    def _show_place(self, row: Row) -> None:
        if not row.lost:
            self._desk.panes.show_boxes(row.document, row.boxes)

    def _point_at(self, pane: DocumentPane, at: QPoint) -> None:
        """Choose the mark under the pointer before a context menu opens on it."""
        redaction = pane.view.redaction_at(at.toPointF())
        if redaction is not None:
            self._choose(frozenset([redaction.mark]))

    def _draw(self, pane: DocumentPane, page: int, box: Box) -> None:
        self._leave_area()
        document = pane.view.scene.document
        self._marking.mark_area(document.id if document else "", page, box)

    def _leave_area(self) -> None:
        for pane in self._panes:
            pane.view.leave_area()
        self.hinted.emit("")

    def _suggested(self, keys: frozenset[str]) -> list[Suggestion]:
        return [one for key, one in self._suggestions.items() if key in keys]

    def _dismiss(self, keys: frozenset[str]) -> None:
        self._dismissed |= keys
        self._read()

    def _note_selection(self, pane: DocumentPane) -> None:
        if pane.selected.length:
            self._panes.sort(key=lambda one: one is not pane)

    def _by_focus(self) -> list[DocumentPane]:
        return sorted(self._panes, key=lambda pane: not pane.has_focus())
