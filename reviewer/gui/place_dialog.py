"""Go to a page and line of the document in the pane."""

import re

from PySide6.QtWidgets import QDialogButtonBox, QWidget

from reviewer.gui.dialogs import Question

_PLACE = re.compile(r"\s*(?:p(?:age)?\.?\s*)?(\d{1,6})(?:[\s,:/]+(?:l(?:ine)?\.?\s*)?(\d{1,5}))?\s*", re.IGNORECASE)
_LINE = re.compile(r"\s*l(?:ine)?\.?\s*(\d{1,5})\s*", re.IGNORECASE)


def place_in(text: str, current_page: int) -> tuple[int, int] | None:
    """Return page and line, both from 1, that a text asks for: "12", "12 30", "p12 l30", "l30" of the current page.

    None when it asks for no place.
    """
    line = _LINE.fullmatch(text)
    if line:
        return current_page, max(1, int(line[1]))
    place = _PLACE.fullmatch(text)
    return (max(1, int(place[1])), max(1, int(place[2] or 1))) if place else None


class PlaceDialog(Question):
    """Asks for a place; `place` is what was typed when it is accepted."""

    def __init__(self, page: int, pages: int, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("Go to page or line"))
        self._page = page
        self._field = self.add_field(self.tr("Page and line"))
        hint = self.tr("12 for page 12 of {pages}, 12 30 for its line 30, l30 for a line of this page")
        self._field.setPlaceholderText(hint.format(pages=pages))
        self._field.setMinimumWidth(self._field.fontMetrics().horizontalAdvance(self._field.placeholderText()) + 32)
        self._field.textChanged.connect(self._judge)
        self._judge("")

    @property
    def place(self) -> tuple[int, int] | None:
        """Return page and line, both from 1, or None when no place was typed."""
        return place_in(self._field.text(), self._page)

    def type_place(self, text: str) -> None:
        """Put a place into the field."""
        self._field.setText(text)

    @property
    def can_go(self) -> bool:
        """Return whether what was typed is a place."""
        return self.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()

    def _judge(self, _text: str) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.place is not None)
