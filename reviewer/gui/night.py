"""Recolours a drawn page for the dark theme: paper dark, ink light, colours still what they were."""

from PySide6.QtGui import QColor, QImage, QPainter

from reviewer.gui.theme import Theme

_THUMBNAIL = (160, 220)
_HARDLY_COLOURED = 40
_MODE = QPainter.CompositionMode


def night_page(image: QImage, theme: Theme) -> QImage:
    """Return a page image with its lightness turned over: white becomes the theme's paper, black near its ink.

    Only painting steps over the whole image are used, since a page has millions of pixels. A page without colour,
    such as most text, takes the short way.
    """
    turned = image.convertToFormat(QImage.Format.Format_RGB32)
    if is_coloured(turned):
        _turn_keeping_hues(turned)
    else:
        turned.invertPixels()
    painter = QPainter(turned)
    painter.fillRect(turned.rect(), _haze(theme))
    painter.end()
    return turned


def is_coloured(image: QImage) -> bool:
    """Tell from a thumbnail whether a page has any colour worth keeping; warm or cool blacks and whites are none."""
    small = image.scaled(*_THUMBNAIL).convertToFormat(QImage.Format.Format_RGB32)
    grey = _grey(small)
    painter = QPainter(small)
    painter.setCompositionMode(_MODE.CompositionMode_Difference)
    painter.drawImage(0, 0, grey)
    painter.end()
    apart = small.convertToFormat(QImage.Format.Format_RGB888)
    return max(apart.constBits()) > _HARDLY_COLOURED


def _turn_keeping_hues(image: QImage) -> None:
    """Turn each channel c into c + 1 - 2 Y, with Y its grey value: the hue-keeping inversion of CSS filters."""
    grey = _grey(image)
    inverted = grey.copy()
    inverted.invertPixels()
    painter = QPainter(image)
    painter.setCompositionMode(_MODE.CompositionMode_Plus)
    painter.drawImage(0, 0, inverted)
    painter.setCompositionMode(_MODE.CompositionMode_Difference)
    painter.drawImage(0, 0, grey)
    painter.end()


def _grey(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(QImage.Format.Format_RGB32)


def _haze(theme: Theme) -> QColor:
    """Return the colour that, laid over black, gives the theme's paper, and over white about its ink."""
    reach = sum(
        ink - paper
        for ink, paper in (
            (theme.ink.redF(), theme.paper.redF()),
            (theme.ink.greenF(), theme.paper.greenF()),
            (theme.ink.blueF(), theme.paper.blueF()),
        )
    )
    density = 1 - reach / 3
    red, green, blue = (
        channel / density for channel in (theme.paper.redF(), theme.paper.greenF(), theme.paper.blueF())
    )
    return QColor.fromRgbF(red, green, blue, density)
