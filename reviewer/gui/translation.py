"""Marks texts that stand in tables, so that they are found for translation and translated when they are shown."""

from PySide6.QtCore import QCoreApplication


def noop(_context: str, text: str) -> str:
    """Return the text as it is.

    The name is told to the extractor (`lupdate -tr-function-alias QT_TRANSLATE_NOOP+=noop`); Qt's own function is
    declared to return any object, which would hide mistakes in the tables.
    """
    return text


def translated(context: str, text: str) -> str:
    """Return a marked text in the language of the window."""
    return QCoreApplication.translate(context, text)
