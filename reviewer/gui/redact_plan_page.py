"""Before redactions are applied: each file with what stays and what goes, the folder and the names of the copies."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from reviewer.gui.redact_apply import Task
from reviewer.gui.redact_file_row import RedactFileRow
from reviewer.gui.redact_plan import (
    FilePlan,
    file_title,
    is_taken,
    marked_documents,
    marked_words,
    marks_on,
    suggested_name,
)
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.widgets import button, hairline, label, scrolling, wrapped
from reviewer.model.document import Document
from reviewer.model.problem import Problem
from reviewer.redaction_workflow import tells
from reviewer.reviewing.session import Change

PAUSE_MS = 250


class RedactPlanPage(QWidget):
    """`changed()` when what can be done is another; `plan_wanted(document, password)` for each file;

    `password_wanted(document, Problem)`, answered by `unlock`; `marks_wanted(document, anchors)` for places to be
    marked too; `initials_wanted()`.
    """

    changed = Signal()
    plan_wanted = Signal(object, object)
    password_wanted = Signal(object, object)
    marks_wanted = Signal(object, object)
    initials_wanted = Signal()

    def __init__(self, bridge: SessionBridge, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self.rows: dict[str, RedactFileRow] = {}
        self._passwords: dict[str, str] = {}
        self._folder = QLineEdit(str(folder))
        self._folder.setAccessibleName(self.tr("Folder"))
        self._signed = label("")
        self._trouble = wrapped("", "error")
        self._left_out = wrapped("", "muted")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.check)
        self._lay_out()
        self._folder.textChanged.connect(lambda _text: self._pause.start())
        self._named_for = folder
        bridge.changed.connect(self._follow)

    @property
    def folder(self) -> Path:
        """Return where the copies go."""
        return Path(self._folder.text().strip()).expanduser()

    @property
    def trouble(self) -> str:
        """Return why the redactions cannot be applied as things are; empty when they can."""
        return self._trouble.text()

    @property
    def is_ready(self) -> bool:
        """Return whether there is a file to be redacted and nothing in the way."""
        chosen = [row for row in self.rows.values() if row.tick.isChecked()]
        return bool(chosen) and all(row.is_ready for row in chosen) and not self.trouble

    def choose_folder(self, folder: Path) -> None:
        """Save the copies in another folder."""
        self._folder.setText(str(folder))

    def show_signature(self, text: str) -> None:
        """Show who signs."""
        self._signed.setText(text)

    def show_files(self) -> None:
        """List the files that have marks, and have it found out what applying them will do."""
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        review = self._bridge.review
        for document in marked_documents(review):
            self._add(document)
        self._name_copies()
        self.check()

    def take_plan(self, plan: FilePlan) -> None:
        """Show what will happen to a file."""
        if row := self.rows.get(plan.document.id):
            row.show_plan(plan)

    def take_problem(self, document: str, problem: Problem) -> None:
        """Show why nothing can be said about a file."""
        if row := self.rows.get(document):
            row.show_problem(problem)

    def unlock(self, document: Document, password: str) -> None:
        """Look into a file again, with its password."""
        self._passwords[document.id] = password
        self._plan(document)

    def forget_passwords(self) -> None:
        """Forget the passwords given."""
        self._passwords.clear()

    def tasks(self) -> tuple[Task, ...]:
        """Return the files to be redacted."""
        documents, made = self._bridge.review.documents, []
        for id_, row in self.rows.items():
            if row.is_chosen and row.plan is not None:
                made.append(
                    Task(
                        documents[id_],
                        row.plan.marks,
                        self.folder / row.name,
                        row.may_replace,
                        self._passwords.get(id_),
                    )
                )
        return tuple(made)

    def refused(self) -> dict[str, Problem]:
        """Return, by document, why files cannot be redacted at all."""
        return {id_: row.problem for id_, row in self.rows.items() if row.problem is not None and row.is_refused}

    def check(self) -> None:
        """Look whether the folder is there, which names are taken, and whether a name tells a marked word."""
        self._pause.stop()
        if self._named_for != self.folder:
            self._name_copies()
        self._trouble.setText(self._trouble_now())
        self._trouble.setVisible(bool(self.trouble))
        refused, locked = len(self.refused()), sum(row.problem is not None for row in self.rows.values())
        text = self.tr("Cannot be redacted: {refused}. Locked: {locked}. See the red lines below.")
        self._left_out.setText(text.format(refused=refused, locked=locked - refused))
        self._left_out.setVisible(locked > 0)
        for row in self.rows.values():
            row.ask_to_replace(bool(row.name) and is_taken(self.folder / row.name))
        self.changed.emit()

    def _trouble_now(self) -> str:
        chosen = [row.name for row in self.rows.values() if row.tick.isChecked()]
        words = marked_words(self._bridge.review)
        if not self.folder.is_dir():
            return self.tr("There is no such folder; choose another one.")
        if any(count > 1 for count in Counter(name.casefold() for name in chosen).values()):
            return self.tr("Two copies have the same name; give one of them another.")
        if any(tells(name, words) for name in chosen):
            return self.tr("A marked word stands in the name of a copy; give it another name.")
        if any(row.tick.isChecked() and row.problem is not None for row in self.rows.values()):
            return self.tr("A file is locked: enter its password, or take its tick away.")
        return ""

    def _name_copies(self) -> None:
        """Suggest names that no file in the folder has; those that the editor gave stay."""
        review, self._named_for = self._bridge.review, self.folder
        words, taken = marked_words(review), {row.name for row in self.rows.values() if row.is_named_by_editor}
        for id_, row in self.rows.items():
            if not row.is_named_by_editor:
                row.call_copy(suggested_name(review, review.documents[id_], words, self.folder, taken))
                taken.add(row.name)

    def _add(self, document: Document) -> None:
        marks = marks_on(self._bridge.review, document)
        row = RedactFileRow(file_title(self._bridge.review, document), len(marks))
        row.changed.connect(self._pause.start)
        row.changed.connect(self.changed)
        row.all_wanted.connect(lambda: self.marks_wanted.emit(document, row.plan.stays if row.plan else ()))
        row.password_wanted.connect(lambda: self.password_wanted.emit(document, row.problem))
        if self.rows:
            self._list.insertWidget(self._list.count() - 1, hairline())
        self._list.insertWidget(self._list.count() - 1, row)
        self.rows[document.id] = row
        self._plan(document)

    def _plan(self, document: Document) -> None:
        self.plan_wanted.emit(document, self._passwords.get(document.id))

    def _follow(self, change: Change) -> None:
        if not self.isVisible() or change.before.desk.marks is change.after.desk.marks:
            return
        if [one.id for one in marked_documents(change.after)] != list(self.rows):
            self.show_files()
            return
        for document in marked_documents(change.after):
            marks = marks_on(change.after, document)
            if marks != marks_on(change.before, document):
                self.rows[document.id].show_marks(len(marks))
                self._plan(document)

    def _lay_out(self) -> None:
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        files = scrolling(inside)
        choose = button(self.tr("Choose…"), name=self.tr("Choose the folder"))
        choose.clicked.connect(self._ask_folder)
        change = button(self.tr("Change…"), "quiet", self.tr("Change your initials"))
        change.clicked.connect(self.initials_wanted)
        place, signed = QHBoxLayout(), QHBoxLayout()
        for one in (label(self.tr("Save in")), self._folder, choose):
            place.addWidget(one)
        for one in (label(self.tr("Signed")), self._signed, change):
            signed.addWidget(one)
        signed.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        said = self.tr("A copy of each file is saved without what is marked. The originals stay as they are.")
        layout.addWidget(wrapped(said))
        layout.addWidget(self._left_out)
        layout.addWidget(files, 1)
        layout.addWidget(hairline())
        layout.addLayout(place)
        layout.addLayout(signed)
        layout.addWidget(self._trouble)

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder for the redacted copies"), self._folder.text())
        if chosen:
            self.choose_folder(Path(chosen))
