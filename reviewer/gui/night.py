"""Recolours a drawn page for the dark theme: paper dark, ink light, colours still what they were."""

from PySide6.QtGui import QColor, QImage, QPainter

from reviewer.gui.theme import Theme


def night_page(image: QImage, theme: Theme) -> QImage:
    """Return a page image with its lightness turned over, between the theme's ink and its paper.

    Each channel c becomes c + 1 - 2 Y with Y its grey value (the hue-keeping inversion of CSS filters), in whole-image
    painting steps only, since a page has millions of pixels. A page without colour takes the short way.
    """
    turned = image.convertToFormat(QImage.Format.Format_RGB32)
    mode = QPainter.CompositionMode
    if _has_colour(turned):
        grey = turned.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(QImage.Format.Format_RGB32)
        inverted = grey.copy()
        inverted.invertPixels()
        painter = QPainter(turned)
        painter.setCompositionMode(mode.CompositionMode_Plus)
        painter.drawImage(0, 0, inverted)
        painter.setCompositionMode(mode.CompositionMode_Difference)
        painter.drawImage(0, 0, grey)
    else:
        turned.invertPixels()
        painter = QPainter(turned)
    painter.setCompositionMode(mode.CompositionMode_Multiply)
    painter.fillRect(turned.rect(), _ink_over_paper(theme))
    painter.setCompositionMode(mode.CompositionMode_Plus)
    painter.fillRect(turned.rect(), theme.paper)
    painter.end()
    return turned


def _has_colour(image: QImage) -> bool:
    """Tell from a thumbnail whether a page has any colour worth keeping."""
    return not image.scaled(160, 220).allGray()


def _ink_over_paper(theme: Theme) -> QColor:
    """Return what has to be added to the paper's colour to make the ink's."""
    ink, paper = theme.ink, theme.paper
    return QColor(ink.red() - paper.red(), ink.green() - paper.green(), ink.blue() - paper.blue())
