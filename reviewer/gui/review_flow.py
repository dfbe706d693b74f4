"""From a drop to a review: files are read in the background, become article and sources by edits, and are analysed."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.assets import sample_files
from reviewer.gui.background import Jobs, Reporter
from reviewer.gui.drop import Dropped, files_in
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.settings import Settings
from reviewer.gui.storage import Storage
from reviewer.import_workflow import is_exported, read_exported
from reviewer.model.exported import ExportedReview
from reviewer.model.problem import Problem, ProblemCode
from reviewer.model.request import Opened
from reviewer.model.verdict import Signature
from reviewer.preferences import with_recent
from reviewer.reviewing.copies import copy_review
from reviewer.reviewing.edits import AddSource, SetArticle
from reviewer.reviewing.schema import is_review
from reviewer.reviewing.session import Session
from reviewer.reviewing.source_guess import guess_grade, guess_kind
from reviewer.reviewing.store import ReviewFile
from reviewer.workflow import Asker, check_review_file, open_pasted, open_path


class Target(StrEnum):
    """Where something was dropped: on the article, on the sources, or anywhere else."""

    ARTICLE = "article"
    SOURCES = "sources"
    ANYWHERE = "anywhere"


@dataclass(frozen=True)
class Opening:
    """One thing to be opened; either a file or pasted text."""

    name: str
    as_article: bool
    path: Path | None = None
    text: str = ""
    html: str = ""
    password: str | None = None


class ReviewFlow(QObject):
    """Opens one thing after another, so that sources keep the order they came in.

    `problem(Problem)`; `password_wanted(Opening, Problem)`, answered by `retry`; `choice_wanted(paths)`, answered by
    `open_files`; `folder_wanted(folder, files)`, answered by `take_files`. `documents_opened(documents)` for each file.
    `decisions_wanted(path)` for a review.json, answered by `take_over`, which ends in `taken_over(exported, account)`.
    """

    problem = Signal(object)
    password_wanted = Signal(object, object)
    choice_wanted = Signal(object)
    folder_wanted = Signal(object, object)
    review_opened = Signal()
    documents_opened = Signal(object)
    decisions_wanted = Signal(object)
    taken_over = Signal(object, object)

    def __init__(self, bridge: SessionBridge, jobs: Jobs, asker: Asker, settings: Settings, storage: Storage) -> None:
        super().__init__(bridge)
        self._bridge, self._jobs, self._asker = bridge, jobs, asker
        self._settings, self._storage = settings, storage
        self._waiting: deque[Opening] = deque()
        self._is_opening = False
        self._opened_for = 0

    def take(self, dropped: Dropped, target: Target = Target.ANYWHERE) -> None:
        """Take what was dropped or pasted; a web address is refused with the reason."""
        if dropped.addresses:
            self.problem.emit(Problem(ProblemCode.WEB_ADDRESS))
        for folder in dropped.folders:
            self._look_into(folder)
        if dropped.files:
            self.take_files(dropped.files, target)
        if dropped.text.strip():
            self._paste(dropped, target)

    def take_files(self, files: Sequence[Path], target: Target = Target.ANYWHERE) -> None:
        """Open files: a review as such; the first document as article; which of several is asked once."""
        reviews = [path for path in files if is_review(path)]
        exported = [path for path in files if is_exported(path)]
        documents = tuple(path for path in files if path not in reviews and path not in exported)
        for path in reviews[:1]:
            self.open_review(path)
        for path in exported:
            self.decisions_wanted.emit(path)
        if not documents:
            return
        if not self._becomes_article(target):
            self.open_files(documents, None)
        elif len(documents) == 1:
            self.open_files(documents, documents[0])
        else:
            self.choice_wanted.emit(documents)

    def open_files(self, files: Sequence[Path], article: Path | None) -> None:
        """Open files, one of them (or none) as the article and first, the others as sources in their order."""
        ordered = sorted(files, key=lambda path: path != article)
        self._waiting.extend(Opening(path.name, path == article, path) for path in ordered)
        self._open_next()

    def retry(self, opening: Opening, password: str) -> None:
        """Open something again, with its password."""
        self._waiting.appendleft(replace(opening, password=password))
        self._open_next()

    def open_review(self, path: Path) -> None:
        """Open a review file in place of what is shown, after a child has found it sound."""

        def work(_job: Reporter) -> tuple[ReviewFile, Session]:
            check_review_file(self._asker, path)
            return self._storage.open_file(path)

        self._jobs.start(path.name, work, self._show_review, self.problem.emit)

    def take_over(self, path: Path, by: Signature) -> None:
        """Take over the decisions of a review.json, or of a packet that carries one, into what is shown."""

        def done(exported: ExportedReview) -> None:
            account = self._bridge.take_over(exported, by)
            if account is not None:
                self.taken_over.emit(exported, account)

        def work(job: Reporter) -> ExportedReview:
            return read_exported(self._asker, path, on_progress=job.report, cancel=job.cancelled)

        self._jobs.start(path.name, work, done, self.problem.emit)

    def begin_anew(self) -> None:
        """Put the review away, which is saved already, and show an empty window."""
        self._waiting.clear()
        self._opened_for += 1
        self._is_opening = False
        self._storage.let_go()
        self._bridge.replace(Session())

    def open_sample(self) -> None:
        """Open the shipped sample: its article and its sources."""
        files = sample_files()
        self.open_files(files, files[0])

    def save_as(self, target: Path) -> None:
        """Save a copy of the review there and go on working in it."""
        path = self._storage.path
        if path is None:
            return

        def work(_job: Reporter) -> tuple[ReviewFile, Session]:
            copy_review(path, target)
            return self._storage.open_file(target)

        self._jobs.start(target.name, work, self._show_review, self.problem.emit)

    def _becomes_article(self, target: Target) -> bool:
        has_article = self._bridge.review.article is not None or any(one.as_article for one in self._waiting)
        return target is Target.ARTICLE or (target is Target.ANYWHERE and not has_article)

    def _paste(self, dropped: Dropped, target: Target) -> None:
        as_article = self._becomes_article(target)
        name = self.tr("Pasted article") if as_article else self.tr("Pasted source")
        self._waiting.append(Opening(name, as_article, None, dropped.text, dropped.html))
        self._open_next()

    def _look_into(self, folder: Path) -> None:
        self._jobs.start(
            folder.name,
            lambda _job: files_in(folder),
            lambda files: self.folder_wanted.emit(folder, files),
            self.problem.emit,
        )

    def _open_next(self) -> None:
        if self._is_opening or not self._waiting:
            return
        self._is_opening = True
        opening, opened_for = self._waiting.popleft(), self._opened_for
        self._jobs.start(
            opening.name,
            lambda job: self._read(opening, job),
            lambda made: self._take_in(opening, *made),
            lambda problem: self._fail(opening, problem),
            wanted=lambda: opened_for == self._opened_for,
        )

    def _read(self, opening: Opening, job: Reporter) -> tuple[Opened, ReviewFile | None]:
        if opening.path is None:
            opened = open_pasted(self._asker, opening.name, opening.text, opening.html)
        else:
            opened = open_path(
                self._asker,
                opening.path,
                opening.password,
                largest=self._settings.values.largest_file,
                on_progress=job.report,
                cancel=job.cancelled,
            )
        file = self._storage.make_file(opening.name) if self._storage.path is None else None
        return opened, file

    def _take_in(self, opening: Opening, opened: Opened, file: ReviewFile | None) -> None:
        if file is not None:
            self._show_review((file, Session(file)))
        self._become(opening, opened)
        self._is_opening = False
        self._open_next()

    def _become(self, opening: Opening, opened: Opened) -> None:
        bridge = self._bridge
        bridge.receive_documents(opened.documents)
        documents = [one.document for one in opened.documents]
        self.documents_opened.emit(tuple(documents))
        if opening.as_article:
            bridge.apply(SetArticle(documents.pop(0).id))
        elif self._is_known(documents[0].id):
            self.problem.emit(Problem(ProblemCode.ALREADY_THERE, {"name": opening.name}))
        for document in documents:
            bridge.apply(AddSource(document.id, guess_kind(document), guess_grade(document)))

    def _is_known(self, document: str) -> bool:
        review = self._bridge.review
        return document == review.desk.article or review.source_entry(document) is not None

    def _fail(self, opening: Opening, problem: Problem) -> None:
        self._is_opening = False
        if problem.code in (ProblemCode.PASSWORD_NEEDED, ProblemCode.PASSWORD_WRONG):
            self.password_wanted.emit(opening, problem)
        elif problem.code is ProblemCode.CANCELLED:
            self._waiting.clear()
        else:
            self.problem.emit(problem)
        self._open_next()

    def _show_review(self, opened: tuple[ReviewFile, Session]) -> None:
        file, session = opened
        self._storage.adopt(file)
        self._bridge.replace(session)
        self._settings.put(with_recent(self._settings.values, file.path))
        if file.is_read_only:
            self.problem.emit(Problem(ProblemCode.REVIEW_IN_USE, {"name": file.path.name}))
        self.review_opened.emit()
