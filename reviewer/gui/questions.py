"""Puts questions to the editor on behalf of the flows, and passes the answers on."""

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from reviewer.clock import local_time, timestamp
from reviewer.gui.claim_history_dialog import ClaimHistoryDialog
from reviewer.gui.dialogs import ArticleChoice, PasswordDialog, ReviewDialog, SourceDialog
from reviewer.gui.embargo_clock import embargo_warning
from reviewer.gui.export_dialog import ExportDialog
from reviewer.gui.export_flow import ExportFlow
from reviewer.gui.folder_dialog import READ, FolderDialog
from reviewer.gui.galley_surface import GalleySurface
from reviewer.gui.place_dialog import PlaceDialog
from reviewer.gui.preferences_dialog import PreferencesDialog
from reviewer.gui.review_flow import Opening, ReviewFlow, Target
from reviewer.gui.session_bridge import SessionBridge
from reviewer.gui.settings import Settings
from reviewer.gui.signer import Signer
from reviewer.gui.top_bar import slug_of
from reviewer.model.problem import Problem
from reviewer.model.standing import standing_of
from reviewer.reviewing.edits import DescribeReview, DescribeSource
from reviewer.reviewing.schema import SUFFIX

ACCEPTED = QDialog.DialogCode.Accepted


class Questions(QObject):
    """One method a question; nothing happens when the editor cancels."""

    def __init__(
        self, bridge: SessionBridge, flow: ReviewFlow, export_flow: ExportFlow, settings: Settings, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._window = parent
        self._bridge, self._flow, self._export_flow, self._settings = bridge, flow, export_flow, settings
        flow.password_wanted.connect(self.ask_password)
        flow.choice_wanted.connect(self.ask_article)
        flow.folder_wanted.connect(self.ask_files)
        flow.decisions_wanted.connect(self.take_over)

    def ask_password(self, opening: Opening, problem: Problem) -> None:
        """Ask for a file's password."""
        dialog = PasswordDialog(problem.sentence, self._window)
        if dialog.exec() == ACCEPTED:
            self._flow.retry(opening, dialog.password)

    def ask_article(self, paths: tuple[Path, ...]) -> None:
        """Ask which of several files is the article."""
        dialog = ArticleChoice(paths, self._window)
        if dialog.exec() == ACCEPTED:
            self._flow.open_files(paths, dialog.article)

    def ask_files(self, folder: Path, files: list[Path]) -> None:
        """Ask which files of a folder to open."""
        dialog = FolderDialog(folder, files, self._window)
        if dialog.exec() == ACCEPTED:
            self._flow.take_files(dialog.chosen)

    def choose_article(self) -> None:
        """Let the editor choose the article's file."""
        title = self.tr("Open the article")
        path, _ = QFileDialog.getOpenFileName(self._window, title, self._folder(), self._document_kinds())
        if path:
            self._remember(Path(path))
            self._flow.take_files((Path(path),), Target.ARTICLE)

    def choose_sources(self) -> None:
        """Let the editor choose files of sources."""
        title = self.tr("Add sources")
        paths, _ = QFileDialog.getOpenFileNames(self._window, title, self._folder(), self._document_kinds())
        if paths:
            self._remember(Path(paths[0]))
            self._flow.take_files(tuple(map(Path, paths)), Target.SOURCES)

    def choose_review(self) -> None:
        """Let the editor choose a review file."""
        kinds = self.tr("Reviews (*.review)")
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a review"), self._folder(), kinds)
        if path:
            self._remember(Path(path))
            self._flow.open_review(Path(path))

    def choose_decisions(self) -> None:
        """Let the editor choose a review.json, or a packet that carries one, whose decisions are taken over."""
        kinds = self.tr("Exported reviews (*.json *.pdf)")
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Take over decisions"), self._folder(), kinds)
        if path:
            self._remember(Path(path))
            self.take_over(Path(path))

    def take_over(self, path: Path) -> None:
        """Take over the decisions of an exported review, signed by whoever does so."""
        by = Signer(self._settings, self._window).sign()
        if by is not None:
            self._flow.take_over(path, by)

    def save_as(self) -> None:
        """Let the editor choose where the review is kept."""
        kinds = self.tr("Reviews (*.review)")
        suggestion = str(Path(self._folder()) / f"{slug_of(self._bridge.review)}{SUFFIX}")
        path, _ = QFileDialog.getSaveFileName(self._window, self.tr("Save the review as"), suggestion, kinds)
        if path:
            self._remember(Path(path))
            self._flow.save_as(Path(path).with_suffix(SUFFIX))

    def describe_source(self, document: str | None) -> None:
        """Ask for kind, grade and origin of a source."""
        entry = self._bridge.review.source_entry(document or "")
        if entry is None:
            return
        dialog = SourceDialog(self._bridge.review.documents[entry.document].name, entry, self._window)
        if dialog.exec() == ACCEPTED:
            self._bridge.apply(DescribeSource(entry.document, dialog.kind, dialog.grade, dialog.obtained))

    def describe_review(self) -> None:
        """Ask for slug, draft, desk and reporter."""
        dialog = ReviewDialog(self._bridge.review.desk, slug_of(self._bridge.review), self._window)
        if dialog.exec() == ACCEPTED:
            self._bridge.apply(DescribeReview(dialog.title, dialog.draft, dialog.desk_name, dialog.reporter))

    def ask_preferences(self) -> None:
        """Let the editor set the preferences."""
        dialog = PreferencesDialog(self._settings.values, self._window)
        if dialog.exec() == ACCEPTED:
            self._settings.change(**dialog.chosen)

    def ask_place(self, view: GalleySurface) -> None:
        """Ask for a page and line of the document in a pane, and go there."""
        at = view.current_page_line()
        if at is None:
            return
        dialog = PlaceDialog(at[0], len(view.scene.strip.pages), self._window)
        if dialog.exec() == ACCEPTED and dialog.place is not None:
            view.go_to(*dialog.place)

    def show_history(self, claim: str) -> None:
        """Show what people did to a claim."""
        review = self._bridge.review
        text = next((one.text for one in review.claims if one.id == claim), "")
        entries = self._bridge.session.history_of(claim)
        ClaimHistoryDialog(review.display_id(claim), text, entries, self._window).exec()

    def export(self) -> None:
        """Ask what the packet is to be, and have it made."""
        values = self._settings.values
        folder = Path(values.last_folder or _documents_folder())
        warning = embargo_warning(self._bridge.review, local_time())
        dialog = ExportDialog(standing_of(self._bridge.review), values, folder, self._window, warning)
        if dialog.exec() != ACCEPTED:
            return
        self._settings.change(
            packet_profile=dialog.profile.value,
            packet_formats=tuple(one.value for one in dialog.formats),
            paper=dialog.paper.value,
            last_folder=str(dialog.folder),
        )
        self._export_flow.export(dialog.options(timestamp(), values.name or values.initials), dialog.folder)

    def _folder(self) -> str:
        return self._settings.values.last_folder or _documents_folder()

    def _remember(self, path: Path) -> None:
        self._settings.change(last_folder=str(path.parent))

    def _document_kinds(self) -> str:
        readable = self.tr("Documents ({kinds})").format(kinds=" ".join(f"*{suffix}" for suffix in sorted(READ)))
        return f"{readable};;{self.tr('All files (*)')}"


def _documents_folder() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
