"""Small makers of dressed widgets, so that panels read as what they show."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QToolButton, QWidget


def label(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a plain-text label; `role` is one of the stylesheet's roles."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    return made


def wrapped(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label that breaks its lines."""
    made = label(text, role, parent)
    made.setWordWrap(True)
    return made


def button(text: str, role: str = "", name: str = "") -> QPushButton:
    """Return a push button; `name` is what a screen reader says when the text alone is not enough."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.setAccessibleName(name or text.replace("&", ""))
    if role:
        made.setProperty("role", role)
    return made


def chip(text: str, name: str = "") -> QToolButton:
    """Return a small round button that can be checked."""
    made = QToolButton()
    made.setText(text)
    made.setCheckable(True)
    made.setAccessibleName(name or text)
    made.setProperty("role", "chip")
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def hairline() -> QFrame:
    """Return a line of one pixel that separates two panels."""
    line = QFrame()
    line.setProperty("role", "hairline")
    line.setFixedHeight(1)
    return line


def give_role(widget: QWidget, role: str) -> None:
    """Change a widget's role and dress it anew."""
    if widget.property("role") == role:
        return
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
