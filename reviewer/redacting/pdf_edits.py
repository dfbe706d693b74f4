"""Marked pages whose own content is changed in the marked places alone, and the check that nothing else changed."""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
import pikepdf
from numpy.typing import NDArray

from reviewer.formats.pdf_edit_order import EditOrder, NotEditableError, PaintedGlyphs
from reviewer.formats.pdf_editing import PageEditor
from reviewer.formats.pdf_marked import ARTIFACT, beginning
from reviewer.formats.pdf_matrix import Matrix, inverse, times
from reviewer.formats.pdf_page_place import page_matrix
from reviewer.model.geometry import Box
from reviewer.pages.box_painting import LABEL_FONT, BoxPainter
from reviewer.pages.drawing_plan import DrawingPlan
from reviewer.pages.glyph_columns import CLIP, FILL, IGNORE, STROKE, Codes, Glyph, Numbers
from reviewer.pages.mupdf import PdfPage
from reviewer.pages.page_pixels import Canvas, differing_pixels, page_pixels
from reviewer.pages.page_trace import PageTrace

_CHECK_DPI = 150
_TOLERANCE = 8
_POINTS_AN_INCH = 72.0
_SAME_PLACE = 0.01
_FARTHEST = 20.0
_LINE_WEIGHT = 20.0


@dataclass
class EditedPage:
    """A page as edited, and what has to be found on it when it is read again.

    `letters` (code points) and their places are those of the glyphs that stay, in order; `touched` the areas in which
    the page may look different. `lost` are the numbers of the marked content that lost anything, `boxes` those of the
    boxes, each with the marked content in which the words stood.
    """

    page: pikepdf.Page
    letters: Codes
    xs: Numbers
    ys: Numbers
    labels: int
    touched: list[Box]
    lost: set[int] = field(default_factory=set)
    boxes: list[tuple[int, int]] = field(default_factory=list)


class PageEdits:
    """Edits marked pages of one PDF."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._editor = PageEditor(pdf)
        self._painter = BoxPainter(None)
        self._font: Any = None

    def edit(self, number: int, trace: PageTrace, plan: DrawingPlan, touched: list[Box]) -> EditedPage:
        """Return page `number` (from 1) as planned. Raises NotEditableError when only drawing it anew will do."""
        old = self._pdf.pages[number - 1].obj
        try:
            shown = page_matrix(old)
        except ValueError as error:
            raise NotEditableError(str(error)) from error
        glyphs = _ShownGlyphs(trace)
        order = EditOrder(
            glyphs=glyphs.painted,
            shown=shown,
            blanked=plan.blanked,
            ruled=plan.ruled,
            lanes=plan.lanes,
        )
        glyphs.fill(order, plan)
        content, resources = self._editor.edited(old, order)
        owners = _owners(plan.boxes, order, glyphs)
        if plan.boxes:
            content = b"q\n" + content + b"\nQ\n" + self._boxes(plan, trace.height, shown, owners)
        printed = "".join(plan.labels.get(box, "") for box in plan.boxes)
        if printed:
            self._add_label_font(resources)
        new = pikepdf.Dictionary({key: value for key, value in old.items() if key not in ("/Contents", "/Annots")})
        new.Contents = self._pdf.make_stream(content)
        new.Resources = resources
        page = pikepdf.Page(self._pdf.make_indirect(new))
        areas = [*touched, *(glyphs[each].box for each in order.expected if each not in order.placed)]
        expected = EditedPage(page, *glyphs.staying(order), len(printed), areas)
        expected.lost, expected.boxes = order.sections.touched, [one for one in owners if ARTIFACT not in one]
        return expected

    def _boxes(self, plan: DrawingPlan, height: float, shown: Matrix, owners: list[tuple[int, int]]) -> bytes:
        upright = times((1, 0, 0, -1, 0, height), inverse(shown))
        numbers = " ".join(f"{value:.6f}" for value in upright)
        painted = [
            b"%s\n%s\nEMC" % (beginning(number), self._painter.content([box], height, plan.labels))
            for box, (number, _) in zip(plan.boxes, owners, strict=True)
        ]
        return f"q {numbers} cm\n".encode() + b"\n".join(painted) + b"\nQ"

    def _add_label_font(self, resources: Any) -> None:  # noqa: ANN401 - a dictionary
        fonts = dict(resources.get("/Font", pikepdf.Dictionary()).items())
        if f"/{LABEL_FONT}" in fonts:
            raise NotEditableError("a font named like that of the labels")
        if self._font is None:
            self._font = self._pdf.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Font,
                    Subtype=pikepdf.Name.Type1,
                    BaseFont=pikepdf.Name("/Helvetica-Bold"),
                    Encoding=pikepdf.Name.WinAnsiEncoding,
                )
            )
        resources.Font = pikepdf.Dictionary({**fonts, f"/{LABEL_FONT}": self._font})


def _owners(boxes: list[Box], order: EditOrder, glyphs: "_ShownGlyphs") -> list[tuple[int, int]]:
    """Return for each box its number as marked content, and that in which the words stood for which it is painted."""
    found: list[tuple[int, int]] = []
    for box in boxes:
        near = [(_gap(box, glyphs[glyph].box), glyph) for glyph in order.sections.owners]
        gap, glyph = min(near, default=(0.0, -1))
        owner = order.sections.owners[glyph] if near and gap <= _FARTHEST * max(box.height, box.width) else ARTIFACT
        number = ARTIFACT if owner == ARTIFACT else order.sections.highest + 1 + len(found)
        found.append((number, owner))
    return found


def _gap(first: Box, second: Box) -> float:
    across = max(first.x0 - second.x1, second.x0 - first.x1, 0.0)
    return across + _LINE_WEIGHT * max(first.y0 - second.y1, second.y0 - first.y1, 0.0)


def fault_of(
    before: PdfPage, after: PdfPage, trace: PageTrace, edited: EditedPage, canvases: tuple[Canvas, Canvas]
) -> str | None:
    """Say what is wrong with an edited page as it was written, None when only the marked places changed.

    Both pages are drawn on the `canvases`. `trace` is that of the page as written. Its glyphs must be those that were
    to stay, each in its place; its pixels outside the marked lines the same.
    """
    glyphs = _ShownGlyphs(trace)
    count = len(edited.letters)
    if len(glyphs.painted) != count + edited.labels:
        return "its glyphs are not those that were to stay"
    columns, numbers = trace.glyphs.columns, glyphs.numbers[:count]
    far = np.maximum(np.abs(columns.xs[numbers] - edited.xs), np.abs(columns.ys[numbers] - edited.ys))
    if (columns.codes[numbers] != edited.letters).any() or not (far <= _SAME_PLACE).all():
        return "a glyph is not where it was to stay"
    first, second = page_pixels(before, _CHECK_DPI, canvases[0]), page_pixels(after, _CHECK_DPI, canvases[1])
    scale = first.width / before.width if before.width else 1.0
    if differing_pixels(first, second, edited.touched, scale, _TOLERANCE):
        return "it looks different outside the marked lines"
    return None


class _ShownGlyphs:
    """The glyphs that a page's content shows: filled and outlined ones, which are painted twice, once.

    `numbers` are theirs in the trace; `painted` is what an editor has to know of them.
    """

    def __init__(self, trace: PageTrace) -> None:
        self._glyphs = trace.glyphs
        columns = trace.glyphs.columns
        self._shown_of = np.arange(len(columns))
        self.numbers = self._shown_once(trace)
        heads = columns.is_head[self.numbers]
        self.painted = PaintedGlyphs(
            columns.xs[self.numbers], columns.ys[self.numbers], columns.advances[self.numbers], heads
        )
        self._head_of = np.maximum.accumulate(np.where(heads, np.arange(len(heads)), 0)) if len(heads) else self.numbers

    def __getitem__(self, number: int) -> Glyph:
        return self._glyphs[int(self.numbers[number])]

    def _shown_once(self, trace: PageTrace) -> NDArray[np.intp]:
        """Return the numbers of glyphs that are not painted a second time, and note which those stand for."""
        count = len(trace.glyphs)
        is_echo = np.zeros(count, bool)
        before: tuple[int, int] | None = None
        for start, end in pairwise([*trace.texts, count]):
            if before is not None and _is_echo(trace, before, (start, end)):
                is_echo[start:end] = True
                self._shown_of[start:end] = np.arange(*before)
                continue
            before = (start, end)
        places = np.cumsum(~is_echo) - 1
        self._shown_of = places[self._shown_of]
        return np.flatnonzero(~is_echo)

    def fill(self, order: EditOrder, plan: DrawingPlan) -> None:
        """Tell the order which glyphs go and move: a glyph that means several letters goes with any of them."""
        order.dropped |= {int(self._head_of[self._shown_of[number]]) for number in plan.dropped}
        for number, (dx, dy) in plan.moved.items():
            shown = int(self._shown_of[number])
            if self.numbers[shown] == number and self.painted.is_head[shown]:
                order.placed[shown] = float(self.painted.xs[shown]) + dx, float(self.painted.ys[shown]) + dy
                if number in plan.stretched:
                    order.stretched[shown] = plan.stretched[number]

    def staying(self, order: EditOrder) -> tuple[Codes, Numbers, Numbers]:
        """Return the code points of the glyphs that stay and where a reader will see them, as edited."""
        xs, ys = self.painted.xs.copy(), self.painted.ys.copy()
        for number, place in order.expected.items():
            xs[number], ys[number] = place
        heads = self._head_of
        is_dropped = np.zeros(len(heads), bool)
        is_dropped[list(order.dropped)] = True
        stays = ~is_dropped[heads]
        follows = heads != np.arange(len(heads))
        if order.expected and follows.any():
            is_written = np.zeros(len(heads), bool)
            is_written[list(order.expected)] = True
            follows &= is_written[heads]
            xs[follows], ys[follows] = xs[heads[follows]], ys[heads[follows]]
        return self._glyphs.columns.codes[self.numbers][stays], xs[stays], ys[stays]


def _is_echo(trace: PageTrace, first: tuple[int, int], second: tuple[int, int]) -> bool:
    if first[1] - first[0] != second[1] - second[0] or first[1] == first[0]:
        return False
    columns = trace.glyphs.columns
    kinds = int(columns.kinds[first[0]]), int(columns.kinds[second[0]])
    if kinds not in ((FILL, STROKE), (FILL, CLIP), (STROKE, CLIP), (IGNORE, CLIP)):
        return False
    one, other = slice(*first), slice(*second)
    return all(bool((column[one] == column[other]).all()) for column in (columns.codes, columns.xs, columns.ys))
