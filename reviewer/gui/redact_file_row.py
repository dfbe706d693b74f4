"""One file in the dialog that applies redactions: its marks, what stays, what goes as well, and the copy's name."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from reviewer.gui.redact_plan import FilePlan
from reviewer.gui.ticks import Tick
from reviewer.gui.widgets import button, label, plain_tip, wrapped
from reviewer.model.anchor import Anchor
from reviewer.model.problem import Problem, ProblemCode, printable

INDENT = 26
MOST_PARTS = 6
MOST_SHOWN = 12


class RedactFileRow(QWidget):
    """`changed()` when tick or name changed, `all_wanted()` to mark the other places too, `password_wanted()`."""

    changed = Signal()
    all_wanted = Signal()
    password_wanted = Signal()

    def __init__(self, title: str, marks: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan: FilePlan | None = None
        self.problem: Problem | None = None
        self.tick = Tick(title.replace("&", "&&"))
        self.tick.setChecked(True)
        self.tick.setAccessibleName(self.tr("Redact {name}").format(name=title))
        self.tick.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._marks = label(_count_marks(self, marks), "muted")
        self._stays = wrapped("", "muted")
        self._all = button(self.tr("Mark these too"))
        self._outside = wrapped(self.tr("Looking for the same words elsewhere in the file …"), "muted")
        self._trouble = wrapped("", "error")
        self._password = button(self.tr("Password…"))
        self._name = QLineEdit()
        self._name.setAccessibleName(self.tr("Name of the redacted copy of {name}").format(name=title))
        self.is_named_by_editor = False
        self._replace = Tick(self.tr("That name is taken: replace the file"))
        self._lay_out()
        self._all.clicked.connect(self.all_wanted)
        self._password.clicked.connect(self.password_wanted)
        self.tick.toggled.connect(lambda _on: self.changed.emit())
        self._name.textChanged.connect(lambda _text: self.changed.emit())
        self._name.textEdited.connect(lambda _text: self._take_name())
        self._replace.toggled.connect(lambda _on: self.changed.emit())
        for one in (self._stays, self._all, self._trouble, self._password, self._replace):
            one.hide()

    @property
    def is_chosen(self) -> bool:
        """Return whether the file is to be redacted and can be."""
        return self.tick.isChecked() and self.is_ready

    @property
    def is_ready(self) -> bool:
        """Return whether everything is known and said that redacting the file takes."""
        may_write = self._replace.isHidden() or self.may_replace
        return self.plan is not None and not self.plan.lost and bool(self.name) and may_write

    @property
    def is_refused(self) -> bool:
        """Return whether the file cannot be redacted at all; one that is locked can, with its password."""
        asks = (ProblemCode.PASSWORD_NEEDED, ProblemCode.PASSWORD_WRONG)
        return self.problem is not None and self.problem.code not in asks

    @property
    def may_replace(self) -> bool:
        """Return whether the editor said that a file of that name is to be replaced."""
        return not self._replace.isHidden() and self._replace.isChecked()

    @property
    def name(self) -> str:
        """Return the name of the copy; a folder in it does not count."""
        return Path(self._name.text().strip()).name

    @property
    def said(self) -> tuple[str, ...]:
        """Return the lines shown."""
        shown = (self._marks, self._stays, self._outside, self._trouble)
        return tuple(one.text() for one in shown if not one.isHidden())

    def ask_to_replace(self, is_there: bool) -> None:
        """Ask whether a file of that name is to be replaced, or no longer."""
        if is_there is self._replace.isHidden():
            self._replace.setVisible(is_there)
            self._replace.setChecked(False)

    def replace(self, on: bool) -> None:
        """Allow the file of that name to be replaced, or not."""
        self._replace.setChecked(on)

    def call_copy(self, name: str) -> None:
        """Give the copy a name."""
        self._name.setText(name)

    def show_marks(self, marks: int) -> None:
        """Show how many marks the file has; what they will do is to be found out."""
        self._marks.setText(_count_marks(self, marks))
        self.plan = None
        self._stays.hide()
        self._all.hide()
        self.changed.emit()

    def show_plan(self, plan: FilePlan) -> None:
        """Show what will happen to the file."""
        self.plan, self.problem = plan, None
        stays = len(plan.stays)
        self._stays.setText(self.tr("Other places of the same words that stay readable: {count}").format(count=stays))
        self._stays.setToolTip(plain_tip("\n".join(map(_in_context, plan.stays[:MOST_SHOWN]))))
        self._stays.setVisible(stays > 0)
        self._all.setVisible(stays > 0)
        self._outside.setText(self._outside_text(plan))
        self._outside.show()
        self._password.hide()
        self._trouble.setText(
            self.tr("Marks that lost their place: {count}. Remove them first.").format(count=plan.lost)
        )
        self._trouble.setVisible(plan.lost > 0)
        self.changed.emit()

    def show_problem(self, problem: Problem) -> None:
        """Say why the file could not be looked into, and ask for its password where that is why."""
        self.plan, self.problem = None, problem
        self._trouble.setText(problem.sentence)
        self._trouble.show()
        self._password.setVisible(not self.is_refused)
        self.tick.setEnabled(not self.is_refused)
        if self.is_refused:
            self.tick.setChecked(False)
        self._name.setEnabled(not self.is_refused)
        for one in (self._outside, self._stays, self._all):
            one.hide()
        self.changed.emit()

    def _take_name(self) -> None:
        self.is_named_by_editor = True

    def _outside_text(self, plan: FilePlan) -> str:
        if not plan.outside:
            return self.tr("The marked words stand nowhere outside the text.")
        parts = [printable(part, 40) for part in plan.outside]
        shown = ", ".join(parts[:MOST_PARTS]) + (", …" if len(parts) > MOST_PARTS else "")
        count = sum(plan.outside.values())
        return self.tr("Outside the text, gone as well: {count} ({parts})").format(count=count, parts=shown)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.tick, 1)
        head.addWidget(self._marks)
        below = QVBoxLayout()
        below.setContentsMargins(INDENT, 0, 0, 0)
        below.setSpacing(4)
        for text, do in ((self._stays, self._all), (self._trouble, self._password)):
            line = QHBoxLayout()
            line.addWidget(text, 1)
            line.addWidget(do)
            below.addLayout(line)
        below.addWidget(self._outside)
        below.addWidget(self._name)
        below.addWidget(self._replace)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 12)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(below)


def _in_context(place: Anchor) -> str:
    return printable(" ".join(f"{place.prefix}{place.exact}{place.suffix}".split()), 120)


def _count_marks(widget: QWidget, marks: int) -> str:
    return widget.tr("1 mark") if marks == 1 else widget.tr("{count} marks").format(count=marks)
