"""The redaction panel: every mark of the review, what else looks sensitive, and what can be done with both."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from reviewer.gui.reason_box import ReasonBox
from reviewer.gui.redaction_list import RedactionList
from reviewer.gui.redaction_rows import Group
from reviewer.gui.theme import Theme
from reviewer.gui.widgets import button, hairline, label, wrapped
from reviewer.reviewing.reason_codes import ReasonCode

NARROWEST = 304
_REMOVING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class RedactionPanel(QWidget):
    """Lists only; whoever listens to its signals changes the review.

    `chosen(frozenset)` carries ids of marks, `place_wanted(Row)` a mark or suggestion to show on its page,
    `reason_given(frozenset, str)` marks and a code (no marks: for marks to come), `taken_back(frozenset)` marks,
    `accepted(frozenset)` and `dismissed(frozenset)` keys of suggestions.
    """

    chosen = Signal(object)
    place_wanted = Signal(object)
    reason_given = Signal(object, str)
    taken_back = Signal(object)
    accepted = Signal(object)
    dismissed = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "pane")
        self.setMinimumWidth(NARROWEST)
        self.marks = RedactionList(self.tr("Redaction marks"), theme)
        self.suggestions = RedactionList(self.tr("Suggestions"), theme)
        self.reason = ReasonBox()
        self._reason_name = label("", "muted")
        self._new_reason = ""
        self.count = label("", "muted")
        self._suggested = label("", "muted")
        self._remove = button(self.tr("Take back"), name=self.tr("Take the selected marks back"))
        self._accept = button(self.tr("Mark"), name=self.tr("Mark the selected suggestions"))
        self._accept_kind = button(self.tr("All of this kind"), name=self.tr("Mark all suggestions of this kind"))
        self._dismiss = button(self.tr("Dismiss"), name=self.tr("Dismiss the selected suggestions"))
        self._offered = QHBoxLayout()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.marks)
        self.show_marks(())
        self.show_suggestions(())

    def show_marks(self, groups: Sequence[Group]) -> None:
        """List the marks."""
        self.marks.show_groups(groups)
        rows = [row for group in groups for row in group.rows]
        lost = sum(row.lost for row in rows)
        self.count.setText(" · ".join(filter(None, (self._count_text(len(rows)), self._lost_text(lost)))))
        self._marks_stack.setCurrentIndex(0 if rows else 1)
        self._show_choice()

    def choose(self, marks: frozenset[str]) -> None:
        """Select the rows of these marks; nothing is emitted."""
        self.marks.select_rows(marks)
        self._show_choice()

    def show_suggestions(self, groups: Sequence[Group]) -> None:
        """List the suggestions; without any there is no room taken for them."""
        self.suggestions.show_groups(groups)
        self._suggested.setText(str(sum(len(group.rows) for group in groups)))
        self._lower.setVisible(bool(groups))
        self._show_choice()

    def show_reasons(self, reasons: Sequence[ReasonCode], new: str) -> None:
        """Offer these codes; `new` is the one for marks to come."""
        self._new_reason = new
        self.reason.offer(reasons)
        self._show_choice()

    def offer(self, actions: Sequence[QAction]) -> None:
        """Add a button for each of these actions at the foot of the panel."""
        for action in actions:
            made = button(action.text().split("\t")[0].replace("&", ""))
            made.clicked.connect(action.trigger)
            made.setEnabled(action.isEnabled())
            action.changed.connect(lambda made=made, action=action: made.setEnabled(action.isEnabled()))
            self._offered.addWidget(made, 1)
        self.foot.setVisible(bool(actions))

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.marks.set_theme(theme)
        self.suggestions.set_theme(theme)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setHandleWidth(1)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._make_upper())
        self._lower = self._make_lower()
        halves.addWidget(self._lower)
        halves.setSizes([600, 400])
        layout.addWidget(halves, 1)
        self.foot = QWidget()
        foot = QVBoxLayout(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        self._offered.setContentsMargins(12, 8, 12, 8)
        self._offered.setSpacing(8)
        foot.addWidget(hairline())
        foot.addLayout(self._offered)
        self.foot.hide()
        layout.addWidget(self.foot)

    def _make_upper(self) -> QWidget:
        nothing = wrapped(
            self.tr(
                "Nothing is marked.\n\nSelect words in the article or a source and press R, or press Shift+R and drag "
                "a rectangle over what is to go.\n\nThe originals stay as they are: redactions are applied to copies."
            ),
            "muted",
        )
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        nothing.setMargin(24)
        self._marks_stack = QStackedLayout()
        self._marks_stack.addWidget(self.marks)
        self._marks_stack.addWidget(nothing)
        row = QHBoxLayout()
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._reason_name)
        row.addWidget(self.reason, 1)
        row.addWidget(self._remove)
        return _part(_heading(self.tr("REDACTION"), self.count), self._marks_stack, row)

    def _make_lower(self) -> QWidget:
        listed = QVBoxLayout()
        listed.addWidget(self.suggestions)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        for one in (self._accept, self._accept_kind, self._dismiss):
            row.addWidget(one)
        return _part(_heading(self.tr("LOOKS SENSITIVE"), self._suggested), listed, row)

    def _connect(self) -> None:
        self.marks.chosen.connect(self._choose)
        self.suggestions.chosen.connect(self._choose_suggestions)
        for one in (self.marks, self.suggestions):
            one.place_wanted.connect(self.place_wanted)
        self.marks.pressed_key.connect(lambda key: self._take_back() if key in _REMOVING else None)
        self.suggestions.pressed_key.connect(lambda key: (self._drop if key in _REMOVING else self._take)())
        self.reason.given.connect(lambda code: self.reason_given.emit(self.marks.selected, code))
        self._remove.clicked.connect(self._take_back)
        self._accept.clicked.connect(self._take)
        self._accept_kind.clicked.connect(lambda: self.accepted.emit(self._kind_selected()))
        self._dismiss.clicked.connect(self._drop)

    def _choose_suggestions(self, keys: frozenset[str]) -> None:
        if keys:
            self.marks.clearSelection()
        self._show_choice()

    def _choose(self, marks: frozenset[str]) -> None:
        if marks:
            self.suggestions.clearSelection()
        self._show_choice()
        self.chosen.emit(marks)

    def _take_back(self) -> None:
        self.taken_back.emit(self.marks.selected)

    def _take(self) -> None:
        self.accepted.emit(self.suggestions.selected)

    def _drop(self) -> None:
        self.dismissed.emit(self.suggestions.selected)

    def _kind_selected(self) -> frozenset[str]:
        """Return the keys of every suggestion that is of a kind of which one is selected."""
        groups = (group for group in self.suggestions.groups if self.suggestions.selected & _keys(group))
        return frozenset(key for group in groups for key in _keys(group))

    def _show_choice(self) -> None:
        """Enable what can be done with the selection, and show its reason."""
        selected, suggested = self.marks.selected, self.suggestions.selected
        self._remove.setEnabled(bool(selected))
        for one in (self._accept, self._accept_kind, self._dismiss):
            one.setEnabled(bool(suggested))
        reasons = {row.reason for group in self.marks.groups for row in group.rows if row.key in selected}
        name = self._reason_text(len(selected))
        self._reason_name.setText(name)
        self.reason.setAccessibleName(self.tr("Reason, {for_what}").format(for_what=name.rstrip(":")))
        self.reason.setToolTip(self.tr("Reason code printed in the box"))
        self.reason.show_code((reasons.pop() if len(reasons) == 1 else "") if selected else self._new_reason)

    def _reason_text(self, count: int) -> str:
        if count == 0:
            return self.tr("New marks:")
        return self.tr("This mark:") if count == 1 else self.tr("{count} marks:").format(count=count)

    def _count_text(self, count: int) -> str:
        if count < 2:
            return self.tr("1 mark") if count else ""
        return self.tr("{count} marks").format(count=count)

    def _lost_text(self, count: int) -> str:
        return self.tr("{count} lost").format(count=count) if count else ""


def _keys(group: Group) -> frozenset[str]:
    return frozenset(row.key for row in group.rows)


def _heading(text: str, count: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(16, 9, 12, 7)
    row.addWidget(label(text, "label"))
    row.addStretch(1)
    row.addWidget(count)
    return made


def _part(heading: QWidget, listed: QStackedLayout | QVBoxLayout, below: QHBoxLayout) -> QWidget:
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(heading)
    layout.addWidget(hairline())
    layout.addLayout(listed, 1)
    layout.addWidget(hairline())
    layout.addLayout(below)
    return made
