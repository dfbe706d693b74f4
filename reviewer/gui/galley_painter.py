"""Paints galley pages: paper, the drawn page or its ghost, and everything marked on it."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from reviewer.gui.galley_gutter import gutter_entries, paint_gutter
from reviewer.gui.galley_scene import GalleyScene, PageMark
from reviewer.gui.page_pictures import Sheet
from reviewer.gui.positions import to_pixels, words_of
from reviewer.gui.redaction_painter import paint_bars, paint_redactions
from reviewer.gui.theme import Theme
from reviewer.model.document import Page
from reviewer.model.finding import Tone
from reviewer.model.geometry import Box

OUTLINE_GAP = 3.0
"""Logical pixels between the words of the current claim and the outline round them."""

_OUTLINE_ROUND = 4.0
_VEIL = 95
_BOLD = 0.6
_SHADOW = (230, 150, 80)


class GalleyPainter:
    """Paints one page at a time with one theme; all coordinates are logical pixels of the painter."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        mode = QPainter.CompositionMode
        self._over_paper = mode.CompositionMode_Lighten if theme.dark else mode.CompositionMode_Multiply
        # Grey type laid over itself so becomes ink, while the paper round it stays what it is.
        self._into_ink = mode.CompositionMode_ColorDodge if theme.dark else mode.CompositionMode_Multiply
        self._ink_density = 0.7 if theme.dark else 1.0

    def paint_page(
        self, painter: QPainter, scene: GalleyScene, page: Page, paper: QRectF, sheets: Sequence[Sheet]
    ) -> None:
        """Paint a page, the whole of it at `paper`, with all its marks; trimmed margins are left off.

        `sheets` are what was drawn of it so far; without one of the whole page a ghost of it lies below.
        """
        kept = scene.strip.paper_of(paper)
        is_bare = not sheets or sheets[0].place != paper
        self._paper(painter, kept, is_bare)
        painter.save()
        painter.setClipRect(kept, Qt.ClipOperation.IntersectClip)
        if is_bare:
            self._ghost(painter, page, paper, scene.strip.scale)
        for sheet in sheets:
            if sheet.exact:
                painter.drawImage(sheet.place.topLeft(), sheet.image)
            else:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawImage(sheet.place, sheet.image, QRectF(sheet.image.rect()))
        self._marked(painter, scene, page, paper, [sheet for sheet in sheets if sheet.exact])
        painter.restore()

    def paint_focus(self, painter: QPainter, view: QRect) -> None:
        """Paint the sign that the keyboard belongs to this galley; viewport coordinates."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.focus, 2))
        painter.drawRect(view.adjusted(1, 1, -1, -1))

    def _marked(self, painter: QPainter, scene: GalleyScene, page: Page, paper: QRectF, exact: Sequence[Sheet]) -> None:
        scale = scene.strip.scale
        for box in scene.veiled_boxes(page):
            veil = QColor(self._theme.paper)
            veil.setAlpha(_VEIL)
            painter.fillRect(to_pixels(box, paper, scale), veil)
        painter.setOpacity(self._ink_density)
        self._print_over(painter, _rects(scene.restored_boxes(page), paper, scale), exact, self._into_ink)
        painter.setOpacity(1.0)
        parts = [part for part in scene.marks_on(page) if scene.is_shown(part.mark)]
        self._washes(painter, scene, page, paper, parts)
        changed = dict.fromkeys(box for part in parts for box in part.changed)
        self._embolden(painter, _rects(list(changed), paper, scale), exact)
        for part in parts:
            self._underline(painter, part, paper, scale)
        for part in parts:
            if part.mark.claim == scene.current:
                self._outline(painter, _rects(part.boxes, paper, scale))
        redactions = scene.redactions.on_page(page)
        paint_redactions(painter, redactions, paper, scale, self._theme)
        paint_bars(painter, redactions, page, paper, scale, self._theme, scene.margin)
        paint_gutter(painter, gutter_entries(scene, page, paper), scene.current, self._theme)

    def _paper(self, painter: QPainter, paper: QRectF, is_bare: bool) -> None:
        """Paint the paper's shadow, and the paper itself where no drawn page will cover it."""
        edge = QColor(self._theme.paper_edge)
        solid = paper.toAlignedRect()
        for distance, alpha in enumerate(_SHADOW):
            edge.setAlpha(alpha)
            painter.fillRect(solid.left(), solid.bottom() + 1 + distance, solid.width(), 1, edge)
        for left in (solid.left() - 1, solid.right() + 1):
            painter.fillRect(left, solid.top(), 1, solid.height(), edge)
        if is_bare:
            painter.fillRect(paper, self._theme.paper)

    def _ghost(self, painter: QPainter, page: Page, paper: QRectF, scale: float) -> None:
        lines: dict[int, Box] = {}
        for word in words_of(page):
            lines[word.line] = lines[word.line].union(word.box) if word.line in lines else word.box
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.ghost)
        for box in lines.values():
            bar = to_pixels(box, paper, scale)
            third = bar.height() / 3
            painter.drawRoundedRect(bar.adjusted(0, third, 0, -third), 2, 2)

    def _washes(
        self, painter: QPainter, scene: GalleyScene, page: Page, paper: QRectF, parts: Sequence[PageMark]
    ) -> None:
        """Tint selection, hits and claims, each only where nothing more important does: no two colours ever mix."""
        theme, scale = self._theme, scene.strip.scale
        hits = scene.hit_boxes(page)
        layers = [
            (scene.selected_boxes(page), theme.selection),
            ([box for boxes, is_current in hits if is_current for box in boxes], theme.search_current),
            ([box for boxes, is_current in hits if not is_current for box in boxes], theme.search_hit),
        ]
        for tone in _WORST_FIRST:
            layers.append(([box for part in parts if part.mark.tone is tone for box in part.boxes], theme.tint(tone)))
        taken = _path(())
        painter.setCompositionMode(self._over_paper)
        for boxes, colour in layers:
            if boxes:
                path = _path(_rects(boxes, paper, scale))
                painter.fillPath(path.subtracted(taken) if taken.intersects(path) else path, colour)
                taken.addPath(path)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _embolden(self, painter: QPainter, rects: Sequence[QRectF], exact: Sequence[Sheet]) -> None:
        """Print words a second time, a device pixel further right: bold, in whatever typeface they are."""
        for sheet in exact:
            density = sheet.image.devicePixelRatio()
            shift = max(1, round(density * _BOLD)) / density
            self._print_over(painter, rects, (sheet,), self._over_paper, shift)

    def _print_over(
        self,
        painter: QPainter,
        rects: Sequence[QRectF],
        exact: Sequence[Sheet],
        mode: QPainter.CompositionMode,
        shift: float = 0.0,
    ) -> None:
        """Print parts of the page over themselves, `shift` logical pixels further right."""
        painter.setCompositionMode(mode)
        for sheet in exact:
            density, image = sheet.image.devicePixelRatio(), sheet.image
            for rect in rects:
                here = rect.intersected(sheet.place).translated(-sheet.place.topLeft())
                part = QRectF(here.topLeft() * density, here.size() * density).toAlignedRect().intersected(image.rect())
                if not part.isEmpty():
                    place = sheet.place.topLeft() + QPointF(part.topLeft()) / density + QPointF(shift, 0)
                    painter.drawImage(place, image, part)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _underline(self, painter: QPainter, part: PageMark, paper: QRectF, scale: float) -> None:
        tone = part.mark.tone
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for box in part.boxes:
            line = to_pixels(box, paper, scale)
            for pen, below in _STYLES[tone](self._theme.underline(tone)):
                painter.setPen(pen)
                y = round(line.bottom()) - 1 + below
                painter.drawLine(QPointF(line.left() - 1, y), QPointF(line.right() + 1, y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _outline(self, painter: QPainter, rects: Sequence[QRectF]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline_path(rects))


def outline_path(rects: Sequence[QRectF]) -> QPainterPath:
    """Return one outline round the lines of a passage, all in logical pixels."""
    whole = QPainterPath()
    for place, rect in enumerate(rects):
        line = QPainterPath()
        grown = rect.adjusted(-OUTLINE_GAP, -OUTLINE_GAP / 2, OUTLINE_GAP, OUTLINE_GAP / 2)
        following = rects[place + 1] if place + 1 < len(rects) else None
        if following is not None and 0 <= following.top() - rect.bottom() < rect.height():
            grown.setBottom(following.top() + OUTLINE_GAP)
        line.addRoundedRect(grown, _OUTLINE_ROUND, _OUTLINE_ROUND)
        whole = whole.united(line)
    return whole


def _path(rects: Sequence[QRectF]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for rect in rects:
        path.addRect(rect.adjusted(-1, 0, 1, 0))
    return path


def _rects(boxes: Sequence[Box], paper: QRectF, scale: float) -> list[QRectF]:
    return [to_pixels(box, paper, scale) for box in boxes]


def _solid(colour: QColor) -> list[tuple[QPen, int]]:
    return [(_pen(colour, 2), 0)]


def _double(colour: QColor) -> list[tuple[QPen, int]]:
    return [(_pen(colour, 1), -2), (_pen(colour, 1), 1)]


def _dashed(colour: QColor) -> list[tuple[QPen, int]]:
    pen = _pen(colour, 2)
    pen.setDashPattern([3.0, 2.0])
    return [(pen, 0)]


def _dotted(colour: QColor) -> list[tuple[QPen, int]]:
    pen = _pen(colour, 2)
    pen.setDashPattern([1.0, 1.5])
    return [(pen, 0)]


def _pen(colour: QColor, width: float) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)


_WORST_FIRST = (Tone.PROBLEM, Tone.UNSUPPORTED, Tone.CLEAN)

_STYLES = {Tone.CLEAN: _solid, Tone.PROBLEM: _double, Tone.UNSUPPORTED: _dashed, Tone.UNKNOWN: _dotted}
