"""Find and redact: a window beside the desk that looks in every open file and marks what the editor accepts."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from reviewer.gui.reason_box import ReasonBox
from reviewer.gui.redact_hits import Hit, Query, further_places, marked_outside, wanted, worth_offering
from reviewer.gui.redact_hits_model import HitsModel
from reviewer.gui.redact_hits_view import HitsView
from reviewer.gui.redact_look_strip import LookStrip
from reviewer.gui.redact_plan import file_title
from reviewer.gui.redact_query_panel import RedactQueryPanel
from reviewer.gui.redact_search import RedactSearch
from reviewer.gui.services import Services
from reviewer.gui.signer import Signer
from reviewer.gui.theme import Theme
from reviewer.gui.widgets import ElidedLabel, button, hairline, label, wrapped
from reviewer.model.document import Document
from reviewer.model.problem import Problem, ProblemCode, ReviewerError
from reviewer.model.redaction import RedactionMark
from reviewer.model.verdict import Signature
from reviewer.reviewing.edits import AddMarks
from reviewer.reviewing.marking import documents_in_use, hidden_mark, is_marked, marked_points, marks_at
from reviewer.reviewing.reason_codes import parse_reason, reason_to_give, reasons_in_use
from reviewer.reviewing.session import Change
from reviewer.text.needles import order_needles

SIZE = (1040, 680)
PAUSE_MS = 200
REASON = 112


class FindRedactDialog(QDialog):
    """`chosen(Hit)` when the editor goes to a place; `password_wanted(document, Problem)`, answered by `unlock`."""

    chosen = Signal(object)
    password_wanted = Signal(object, object)

    def __init__(self, services: Services, signer: Signer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Find and redact"))
        self.resize(*SIZE)
        self._bridge, self._settings, self._signer = services.bridge, services.settings, signer
        self.search = RedactSearch(services.jobs, services.asker, services.storage, self)
        self.panel = RedactQueryPanel()
        self.model = HitsModel()
        self.view = HitsView(self.model, services.bridge, theme)
        self.strip = LookStrip()
        self.reasons = ReasonBox()
        self.reasons.setAccessibleName(self.tr("Reason"))
        self.reasons.setFixedWidth(REASON)
        self._found: dict[str, tuple[Hit, ...]] = {}
        self._documents: tuple[Document, ...] = ()
        self._closed: set[str] = set()
        self._asked = Query()
        self._empty = wrapped("", "muted")
        self._count = ElidedLabel("muted")
        self._mark = button(self.tr("Mark"), "primary")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._lay_out()
        self._connect()

    @property
    def said(self) -> str:
        """Return what stands under the list."""
        return self._count.text()

    @property
    def reason(self) -> str:
        """Return the reason code for new marks."""
        given = parse_reason(self.reasons.currentText())
        return given.code if given else ""

    def open_search(self, words: str = "") -> None:
        """Show the window; words given are looked for."""
        codes = self._settings.values.reason_codes
        self.reasons.offer(reasons_in_use(codes))
        self.reasons.show_code(reason_to_give(self._settings.values.last_reason, codes))
        if words:
            self.panel.look_for(words)
        self.show()
        self.raise_()
        self.activateWindow()
        self.panel.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.look()

    def look(self) -> None:
        """Look for what the fields say."""
        self._pause.stop()
        query = self.panel.query
        self._found, self._closed = {}, set()
        self._documents = documents_in_use(self._bridge.review)
        titles = [(one.id, file_title(self._bridge.review, one)) for one in self._documents]
        self.model.show_files(titles, keep_ticks=query == self._asked)
        self._asked = query
        self.panel.show_error("")
        try:
            order_needles(query.in_files)
        except ReviewerError as error:
            self.panel.show_error(error.problem.sentence)
            query = replace(query, expression="")
        self.strip.clear()
        self.search.start(query, self._documents)
        self._count_all()

    def mark(self) -> None:
        """Mark every place that is ticked, in one step."""
        chosen, reason = self.model.chosen(), self.reason
        by = self._signer.sign() if chosen else None
        if by is None:
            return
        marks = [mark for hit in chosen for mark in self._marks_for(hit, reason, by)]
        self._settings.change(last_reason=reason)
        self._bridge.apply(AddMarks(tuple(marks)))

    def _marks_for(self, hit: Hit, reason: str, by: Signature) -> tuple[RedactionMark, ...]:
        if hit.anchor is not None:
            return marks_at(self._bridge.review.documents[hit.document], hit.span, reason, by)
        mark = hidden_mark(hit.document, hit.word, reason, by)
        return (mark,) if mark else ()

    def unlock(self, document: Document, password: str) -> None:
        """Look into a file again, with its password."""
        self.search.passwords[document.id] = password
        self.model.show_note(document.id, "")
        self._closed.discard(document.id)
        self.search.look_again(document)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self.view.set_theme(theme)

    def done(self, result: int) -> None:
        """Give up the search and forget the passwords when the window closes."""
        self.search.stop()
        self.search.passwords.clear()
        super().done(result)

    def _lay_out(self) -> None:
        none, every = button(self.tr("Tick none"), "quiet"), button(self.tr("Tick all"), "quiet")
        none.clicked.connect(lambda: self.model.tick_all(False))
        every.clicked.connect(lambda: self.model.tick_all(True))
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 8, 20, 12)
        foot.setSpacing(8)
        foot.addWidget(every)
        foot.addWidget(none)
        foot.addWidget(self._count, 1)
        foot.addWidget(label(self.tr("Reason"), "muted"))
        foot.addWidget(self.reasons)
        foot.addSpacing(4)
        foot.addWidget(close)
        foot.addWidget(self._mark)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setMargin(32)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.view, 1)
        right.addWidget(self._empty, 1)
        for part in (hairline(), self.strip, hairline()):
            right.addWidget(part)
        right.addLayout(foot)
        line = QFrame()
        line.setProperty("role", "hairline")
        line.setFixedWidth(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.panel)
        layout.addWidget(line)
        layout.addLayout(right, 1)

    def _connect(self) -> None:
        self.panel.changed.connect(self._pause.start)
        self._pause.timeout.connect(self.look)
        self.panel.spellings_chosen.connect(self._show_all)
        self.search.found.connect(self._take)
        self.search.failed.connect(self._fail)
        self.search.moved.connect(self.strip.move_on)
        self.search.ended.connect(self._end)
        self.strip.stop_wanted.connect(self._stop)
        self.strip.again_wanted.connect(self.look)
        self.model.ticked.connect(self._count_all)
        self.view.chosen.connect(self.chosen)
        self.view.clicked.connect(self._offer_password)
        self._mark.clicked.connect(self.mark)
        self._bridge.changed.connect(self._follow)

    def _follow(self, change: Change) -> None:
        if not self.isVisible():
            return
        if documents_in_use(change.after) != self._documents:
            self.look()
        elif change.before.desk.marks is not change.after.desk.marks:
            self._show_all()

    def _take(self, document: str, hits: tuple[Hit, ...]) -> None:
        self._found[document] = hits
        self._show(document)
        self._show_spellings()

    def _show_all(self) -> None:
        for document in self._found:
            self._show(document)
        self._show_spellings()

    def _show(self, document: str) -> None:
        review = self._bridge.review
        hits = wanted(self._found[document], self.panel.chosen)
        marks = [mark for mark in review.desk.marks if mark.target.document == document]
        points = marked_points(review.documents[document], marks)
        marked = marked_outside(hits, marks)
        marked |= {hit.key for hit in hits if hit.anchor and is_marked(review.documents[document], hit.span, points)}
        self.model.show_hits(document, hits, marked)

    def _show_spellings(self) -> None:
        query = self.panel.query
        places: dict[str, set[Hit]] = {}
        for hits in self._found.values():
            for spelling, found in further_places(hits, frozenset(query.terms)).items():
                places.setdefault(spelling, set()).update(found)
        self.panel.show_spellings(worth_offering(query.variants, places))

    def _fail(self, document: str, problem: Problem) -> None:
        self._closed.add(document)
        if problem.code is ProblemCode.BAD_EXPRESSION:
            self.panel.show_error(problem.sentence)
        elif problem.code in (ProblemCode.PASSWORD_NEEDED, ProblemCode.PASSWORD_WRONG):
            self.model.show_note(document, self.tr("locked: click to enter its password"))
        else:
            self.model.show_note(document, self.tr("not looked inside: {why}").format(why=problem.sentence))

    def _offer_password(self, index: QModelIndex) -> None:
        if index.internalId():
            return
        document = self._bridge.review.documents[self.model.files[index.row()].document]
        if self.model.files[index.row()].note.startswith(self.tr("locked")):
            self.password_wanted.emit(document, Problem(ProblemCode.PASSWORD_NEEDED, {"name": document.name}))

    def _stop(self) -> None:
        self.strip.say_stopped(len(self.search.stop()))

    def _end(self) -> None:
        files = 0 if self.panel.query.is_empty else len(self._documents)
        self.strip.say_done(files - len(self._closed), files)
        self._count_all()

    def _count_all(self) -> None:
        places = sum(len(file.hits) for file in self.model.files)
        chosen = len(self.model.chosen())
        files = sum(bool(file.hits) for file in self.model.files)
        shown = any(file.hits or file.note for file in self.model.files)
        self.view.setVisible(shown)
        self._empty.setVisible(not shown)
        self._empty.setText(self._invitation())
        text = self.tr("Places: {count} · files: {files}").format(count=f"{places:,}", files=files)
        self._count.setText(text if places else "")
        self._mark.setText(self.tr("Mark {count}").format(count=f"{chosen:,}") if chosen else self.tr("Mark"))
        self._mark.setEnabled(chosen > 0)

    def _invitation(self) -> str:
        if self.panel.query.is_empty:
            return self.tr("Type a name, paste a list, or tick what is to be found in article and sources.")
        return self.tr("Not found so far.") if self.search.is_running else self.tr("Not found in any open file.")
