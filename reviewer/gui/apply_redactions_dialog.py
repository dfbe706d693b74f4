"""Apply redactions: first what will happen to each file, then the self-attack report."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reviewer.gui.redact_apply import RedactApply
from reviewer.gui.redact_plan import marked_words, safe_name
from reviewer.gui.redact_plan_page import RedactPlanPage
from reviewer.gui.redact_report import Outcome, report_text
from reviewer.gui.redact_report_page import RedactReportPage
from reviewer.gui.services import Services
from reviewer.gui.signer import Signer
from reviewer.gui.widgets import button, hairline
from reviewer.model.anchor import Anchor
from reviewer.model.document import Document
from reviewer.model.problem import Problem
from reviewer.model.request import Progress
from reviewer.model.verdict import Signature
from reviewer.redaction_workflow import RedactionDone
from reviewer.reviewing.edits import AddMarks
from reviewer.reviewing.marking import marks_at
from reviewer.reviewing.reason_codes import reason_to_give

SIZE = (700, 620)


class ApplyRedactionsDialog(QDialog):
    """`password_wanted(document, Problem)` is answered by `plan.unlock`, `folder_wanted(Path)` by opening it."""

    password_wanted = Signal(object, object)
    folder_wanted = Signal(object)

    def __init__(self, services: Services, signer: Signer, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Apply redactions"))
        self.resize(*SIZE)
        self._bridge, self._settings, self._signer = services.bridge, services.settings, signer
        self.flow = RedactApply(services.bridge, services.jobs, services.asker, services.storage, self)
        self.plan = RedactPlanPage(services.bridge, folder)
        self.report = RedactReportPage()
        self._by: Signature | None = None
        self._names: dict[str, str] = {}
        self._pages = QStackedWidget()
        self.apply_button = button(self.tr("Apply"), "primary")
        self._cancel = button(self.tr("Cancel"), name=self.tr("Stop redacting"))
        self._close = button(self.tr("Close"))
        self._copy = button(self.tr("Copy report"))
        self._open = button(self.tr("Open folder"))
        self._lay_out()
        self._connect()

    def open_plan(self) -> None:
        """Show what would happen now, unless files are being redacted."""
        if not self.flow.is_running:
            self._pages.setCurrentWidget(self.plan)
            self._show_signature()
        self.show()
        self.raise_()
        self.activateWindow()
        if not self.flow.is_running:
            self.plan.show_files()
        self._show_buttons()

    def apply(self) -> None:
        """Redact the files ticked and report on each."""
        self.plan.check()
        tasks = self.plan.tasks() if self.plan.is_ready else ()
        by = self._signer.sign() if tasks else None
        if by is None:
            return
        self._by = by
        self._settings.change(last_folder=str(self.plan.folder))
        refused = self.plan.refused()
        self._names = {id_: self._name(id_) for id_ in (*(task.document.id for task in tasks), *refused)}
        self.report.begin(len(tasks) + len(refused))
        self._pages.setCurrentWidget(self.report)
        for document, problem in refused.items():
            self._report_refused(document, problem)
        self.flow.apply(tasks, by)
        self._show_buttons()

    def report_as_text(self) -> str:
        """Return the report as it is copied: no marked word is in it."""
        by = self._by or Signature("", "", "")
        return report_text(self.report.view.outcomes, " ".join(filter(None, (by.initials, by.name))), by.at)

    def copy_report(self) -> None:
        """Copy the report."""
        QApplication.clipboard().setText(self.report_as_text())

    def done(self, result: int) -> None:
        """Give up what is under way and forget the passwords when the window closes."""
        self.flow.cancel()
        self.plan.forget_passwords()
        super().done(result)

    def _lay_out(self) -> None:
        self._pages.addWidget(self.plan)
        self._pages.addWidget(self.report)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for one in (self._copy, self._open):
            foot.addWidget(one)
        foot.addStretch(1)
        for one in (self._cancel, self._close, self.apply_button):
            foot.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self._pages, 1)
        layout.addWidget(hairline())
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.apply_button.clicked.connect(self.apply)
        self._cancel.clicked.connect(self.flow.cancel)
        self._close.clicked.connect(self.reject)
        self._copy.clicked.connect(self.copy_report)
        self._open.clicked.connect(lambda: self.folder_wanted.emit(self.plan.folder))
        self.plan.changed.connect(self._show_buttons)
        self.plan.plan_wanted.connect(self.flow.plan)
        self.plan.password_wanted.connect(self.password_wanted)
        self.plan.marks_wanted.connect(self._mark_too)
        self.plan.initials_wanted.connect(self._change_initials)
        self.flow.planned.connect(self.plan.take_plan)
        self.flow.plan_failed.connect(self.plan.take_problem)
        self.flow.begun.connect(lambda document: self.report.name(self._names[document]))
        self.flow.moved.connect(self._move)
        self.flow.redacted.connect(self._report_done)
        self.flow.refused.connect(self._report_refused)
        self.flow.ended.connect(self._end)

    def _mark_too(self, document: Document, places: tuple[Anchor, ...]) -> None:
        by = self._signer.sign()
        if by is None:
            return
        values = self._settings.values
        reason = reason_to_give(values.last_reason, values.reason_codes)
        marks = (mark for place in places for mark in marks_at(document, place.span, reason, by))
        self._bridge.apply(AddMarks(tuple(marks)))

    def _change_initials(self) -> None:
        self._signer.change()
        self._show_signature()

    def _show_signature(self) -> None:
        values = self._settings.values
        text = " · ".join(filter(None, (values.initials, values.name)))
        self.plan.show_signature(text or self.tr("initials are asked for"))

    def _name(self, document: str) -> str:
        review = self._bridge.review
        return safe_name(review, review.documents[document], marked_words(review))

    def _move(self, document: str, progress: Progress) -> None:
        self.report.move_on(self._names[document], progress)

    def _report_done(self, document: str, done: RedactionDone) -> None:
        self.report.add(Outcome(self._names[document], done=done))

    def _report_refused(self, document: str, problem: Problem) -> None:
        self.report.add(Outcome(self._names[document], problem=problem))

    def _end(self) -> None:
        self.report.end()
        self._show_buttons()

    def _show_buttons(self) -> None:
        reports, runs = self._pages.currentWidget() is self.report, self.flow.is_running
        count = len(self.plan.tasks())
        self.apply_button.setVisible(not reports)
        self.apply_button.setEnabled(self.plan.is_ready)
        self.apply_button.setText(
            self.tr("Redact {count} files").format(count=count) if count > 1 else self.tr("Redact")
        )
        self._cancel.setVisible(runs)
        self._close.setVisible(not runs)
        self._copy.setVisible(reports and not runs)
        self._open.setVisible(reports and not runs)
