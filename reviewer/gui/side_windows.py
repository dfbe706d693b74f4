"""Windows beside the desk: user guide, search in all documents, key card, and who made this."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from reviewer import __version__
from reviewer.gui.help_window import HelpWindow
from reviewer.gui.key_card import KeyCard
from reviewer.gui.search_all import SearchAll

if TYPE_CHECKING:
    from reviewer.gui.main_window import MainWindow


class SideWindows(QObject):
    """Makes each of them when it is first wanted."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._help: HelpWindow | None = None
        self._search: SearchAll | None = None

    def show_help(self) -> None:
        """Open the user guide, or bring it to the front."""
        self._help = self._help or HelpWindow()
        self._help.show()
        self._help.raise_()

    def search_all(self) -> None:
        """Open the search in article and sources, with the words selected in the pane."""
        if self._search is None:
            self._search = SearchAll(self._window.bridge, self._window)
            show = self._window.desk.panes.show_hit
            self._search.chosen.connect(lambda hit, words: show(hit.document, hit.span, words))
        self._search.open_search(" ".join(self._window.current_pane.view.selected_text().split()))

    def show_keys(self) -> None:
        """Show the key card."""
        KeyCard(self._window).exec()

    def show_about(self) -> None:
        """Say which program this is."""
        text = self.tr("Reviewer {version}\nChecks an article against its sources, claim by claim.\nAGPL-3.0-or-later")
        QMessageBox.about(self._window, self.tr("About Reviewer"), text.format(version=__version__))

    def close_all(self) -> None:
        """Close what would outlive the window."""
        if self._help is not None:
            self._help.close()
