"""Signs what the editor decides: initials are asked once, the time comes from the clock."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from reviewer.clock import timestamp
from reviewer.gui.dialogs import InitialsDialog
from reviewer.gui.settings import Settings
from reviewer.model.verdict import Signature


class Signer:
    """Makes signatures from the preferences."""

    def __init__(self, settings: Settings, parent: QWidget, clock: Callable[[], str] = timestamp) -> None:
        self._settings, self._parent, self._clock = settings, parent, clock

    def sign(self) -> Signature | None:
        """Return a signature of now; asks for initials when there are none, None when the editor gives none."""
        if not self._settings.values.initials and not self.ask():
            return None
        values = self._settings.values
        return Signature(values.initials, values.name, self._clock())

    def sign_second(self, first: Signature) -> Signature | None:
        """Return the second reader's signature: the editor's own, or asked for when the editor was the first."""
        values = self._settings.values
        if values.initials and values.initials != first.initials:
            return self.sign()
        dialog = InitialsDialog("", "", self._parent)
        dialog.setWindowTitle(dialog.tr("Second reader"))
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return None
        return Signature(dialog.initials, dialog.name, self._clock())

    def change(self) -> None:
        """Let the editor give other initials."""
        self.ask()

    def ask(self) -> bool:
        """Ask for initials and name; return whether they were given."""
        values = self._settings.values
        dialog = InitialsDialog(values.initials, values.name, self._parent)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return False
        self._settings.change(initials=dialog.initials, name=dialog.name)
        return True
