"""The two windows of redaction, made when they are first asked for: find and redact, apply redactions."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from reviewer.gui.apply_redactions_dialog import ApplyRedactionsDialog
from reviewer.gui.dialogs import PasswordDialog
from reviewer.gui.find_redact_dialog import FindRedactDialog
from reviewer.gui.services import Services
from reviewer.gui.signer import Signer
from reviewer.gui.theme import Theme
from reviewer.model.document import Document
from reviewer.model.problem import Problem


class RedactDialogs(QObject):
    """`hit_chosen(Hit)` when the editor goes to a place found."""

    hit_chosen = Signal(object)

    def __init__(self, services: Services, signer: Signer, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._services, self._signer, self._theme, self._window = services, signer, theme, parent
        self._find: FindRedactDialog | None = None
        self._apply: ApplyRedactionsDialog | None = None

    @property
    def find_window(self) -> FindRedactDialog | None:
        """Return find-and-redact, None before it was opened."""
        return self._find

    @property
    def apply_window(self) -> ApplyRedactionsDialog | None:
        """Return the dialog that applies the redactions, None before it was opened."""
        return self._apply

    def find(self, words: str) -> None:
        """Open find-and-redact; words given are looked for."""
        if self._find is None:
            self._find = FindRedactDialog(self._services, self._signer, self._theme, self._window)
            self._find.chosen.connect(self.hit_chosen)
            self._find.password_wanted.connect(lambda document, problem: self._ask(self.unlock_find, document, problem))
        self._find.open_search(words)

    def apply(self) -> None:
        """Open the dialog that applies the redactions."""
        if self._apply is None:
            self._apply = ApplyRedactionsDialog(self._services, self._signer, self._folder(), self._window)
            self._apply.folder_wanted.connect(_open)
            self._apply.password_wanted.connect(
                lambda document, problem: self._ask(self.unlock_apply, document, problem)
            )
        self._apply.open_plan()

    def unlock_find(self, document: Document, password: str) -> None:
        """Let find-and-redact look into a locked file."""
        if self._find is not None:
            self._find.unlock(document, password)

    def unlock_apply(self, document: Document, password: str) -> None:
        """Let a locked file be redacted."""
        if self._apply is not None:
            self._apply.plan.unlock(document, password)

    def set_theme(self, theme: Theme) -> None:
        """Paint with another theme."""
        self._theme = theme
        if self._find is not None:
            self._find.set_theme(theme)

    def _ask(self, unlock: Callable[[Document, str], None], document: Document, problem: Problem) -> None:
        dialog = PasswordDialog(problem.sentence, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            unlock(document, dialog.password)

    def _folder(self) -> Path:
        """Return the folder used last, else that for documents, else the user's own: the first that is there."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        likely = (self._services.settings.values.last_folder, documents)
        return next((Path(one) for one in likely if one and Path(one).is_dir()), Path.home())


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
