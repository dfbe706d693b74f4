"""The shapes and claim numbers in the outer margin of a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from reviewer.gui.galley_scene import MARGIN_LEFT, GalleyScene
from reviewer.gui.positions import text_edges, to_pixels
from reviewer.gui.shapes import paint_verdict
from reviewer.gui.theme import Theme
from reviewer.gui.typography import TypeSize
from reviewer.model.document import Page
from reviewer.model.verdict import Decision

SHAPE = 11.0
"""Side of a shape in logical pixels, at every zoom: the margin is interface, not page."""

_NUMBER = TypeSize(10, 12)
_TALL = QRectF(0, 0, 34, 25)
_FLAT_HEIGHT = 14.0
_DIGIT = 6.5
_FROM_EDGE = 18.0
_FROM_TEXT = 30.0
_BEYOND_NUMBERS = 0.28


@dataclass(frozen=True)
class GutterEntry:
    """One shape with its number; `rect` in logical pixels. A flat one has them side by side, where lines are dense."""

    claim: str
    label: str
    decision: Decision | None
    rect: QRectF
    flat: bool


def gutter_entries(scene: GalleyScene, page: Page, paper: QRectF) -> list[GutterEntry]:
    """Place the shapes of a page's marks beside their first lines, none upon another.

    `paper` is the whole page in logical pixels.
    """
    scale = scene.strip.scale
    parts = [part for part in scene.marks_on(page) if part.begins and part.boxes and scene.is_shown(part.mark)]
    begun = [(to_pixels(part.boxes[0], paper, scale), part) for part in parts]
    begun.sort(key=lambda item: (round(item[0].y()), item[0].x()))
    centre = _centre(scene, page, paper)
    entries: list[GutterEntry] = []
    free_from = scene.strip.paper_of(paper).top()
    for place, (line, part) in enumerate(begun):
        following = begun[place + 1][0].y() if place + 1 < len(begun) else paper.bottom()
        wanted = line.y() + min(line.height(), 22) / 2 - SHAPE / 2 - 1
        top = max(wanted, free_from)
        flat = following - top < _TALL.height() + 2
        size = _flat_size(part.mark.label) if flat else _TALL
        rect = QRectF(centre - size.width() / 2, top, size.width(), size.height())
        entries.append(GutterEntry(part.mark.claim, part.mark.label, part.mark.decision, rect, flat))
        free_from = rect.bottom() + 1
    return entries


def paint_gutter(painter: QPainter, entries: Sequence[GutterEntry], current: str | None, theme: Theme) -> None:
    """Paint the entries; the current claim's number is in ink and bold."""
    for entry in entries:
        is_current = entry.claim == current
        paint_verdict(painter, entry.decision, _shape_rect(entry), theme)
        painter.setFont(theme.sans(_NUMBER, bold=is_current))
        painter.setPen(theme.ink if is_current else theme.muted)
        painter.drawText(_label_rect(entry), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, entry.label)


def _centre(scene: GalleyScene, page: Page, paper: QRectF) -> float:
    """Return the middle of the column of shapes: beside the text where the margin is wide, never off the paper.

    On the left of a page set by us the line numbers stand beside the text, so the shapes stand beyond them.
    """
    left, right = (paper.left() + edge * scene.strip.scale for edge in text_edges(page))
    paper = scene.strip.paper_of(paper)
    if scene.margin == MARGIN_LEFT:
        numbered = scene.document is not None and scene.document.typeset
        wanted = paper.left() + (left - paper.left()) * _BEYOND_NUMBERS if numbered else left - _FROM_TEXT
        return max(wanted, paper.left() + _FROM_EDGE)
    return min(right + _FROM_TEXT, paper.right() - _FROM_EDGE)


def _shape_rect(entry: GutterEntry) -> QRectF:
    if entry.flat:
        return QRectF(entry.rect.left(), entry.rect.center().y() - SHAPE / 2, SHAPE, SHAPE)
    return QRectF(entry.rect.center().x() - SHAPE / 2, entry.rect.top() + 1, SHAPE, SHAPE)


def _label_rect(entry: GutterEntry) -> QRectF:
    if entry.flat:
        return entry.rect.adjusted(SHAPE + 2, 0, 0, 0)
    return entry.rect.adjusted(0, SHAPE + 3, 0, 0)


def _flat_size(label: str) -> QRectF:
    return QRectF(0, 0, SHAPE + 3 + _DIGIT * len(label), _FLAT_HEIGHT)
