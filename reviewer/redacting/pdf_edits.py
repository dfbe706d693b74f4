"""Marked pages whose own content is changed in the marked places alone, and the check that nothing else changed."""

from array import array
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pikepdf

from reviewer.formats.pdf_edit_order import EditOrder, NotEditableError, PaintedGlyph
from reviewer.formats.pdf_editing import PageEditor
from reviewer.formats.pdf_marked import ARTIFACT, beginning
from reviewer.formats.pdf_matrix import Matrix, inverse, times
from reviewer.formats.pdf_page_place import page_matrix
from reviewer.model.geometry import Box
from reviewer.pages.box_painting import LABEL_FONT, BoxPainter
from reviewer.pages.drawing_plan import DrawingPlan
from reviewer.pages.mupdf import PdfPage
from reviewer.pages.page_pixels import differing_pixels, page_pixels
from reviewer.pages.page_trace import Glyph, PageTrace

_CHECK_DPI = 150
_TOLERANCE = 8
_POINTS_AN_INCH = 72.0
_SAME_PLACE = 0.01
_FARTHEST = 20.0
_LINE_WEIGHT = 20.0


@dataclass
class EditedPage:
    """A page as edited, and what has to be found on it when it is read again.

    `letters` and their places are those of the glyphs that stay, in order; `touched` the areas in which the page may
    look different. `lost` are the numbers of the marked content that lost anything, `boxes` those of the boxes, each
    with the marked content in which the words stood.
    """

    page: pikepdf.Page
    letters: list[str]
    xs: "array[float]"
    ys: "array[float]"
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
        numbers = _shown_once(trace)
        glyphs = [trace.glyphs[several[0]] for several in numbers]
        order = EditOrder(
            glyphs=[PaintedGlyph(one.x, one.y, one.advance, one.is_head) for one in glyphs],
            shown=shown,
            blanked=plan.blanked,
            ruled=plan.ruled,
            lanes=plan.lanes,
        )
        _fill(order, numbers, trace.glyphs, plan)
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
        expected = _expected(page, order, glyphs, len(printed), areas)
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


def _owners(boxes: list[Box], order: EditOrder, glyphs: list[Glyph]) -> list[tuple[int, int]]:
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


def fault_of(before: PdfPage, after: PdfPage, trace: PageTrace, edited: EditedPage) -> str | None:
    """Say what is wrong with an edited page as it was written, None when only the marked places changed.

    `trace` is that of the page as written. Its glyphs must be those that were to stay, each in its place; its pixels
    outside the marked lines the same.
    """
    glyphs = [trace.glyphs[several[0]] for several in _shown_once(trace)]
    if len(glyphs) != len(edited.letters) + edited.labels:
        return "its glyphs are not those that were to stay"
    for glyph, letter, x, y in zip(glyphs, edited.letters, edited.xs, edited.ys, strict=False):
        if glyph.text != letter or abs(glyph.x - x) > _SAME_PLACE or abs(glyph.y - y) > _SAME_PLACE:
            return "a glyph is not where it was to stay"
    first, second = page_pixels(before, _CHECK_DPI), page_pixels(after, _CHECK_DPI)
    scale = first.width / before.width if before.width else 1.0
    if differing_pixels(first, second, edited.touched, scale, _TOLERANCE):
        return "it looks different outside the marked lines"
    return None


def _expected(page: pikepdf.Page, order: EditOrder, glyphs: list[Glyph], labels: int, touched: list[Box]) -> EditedPage:
    expected = EditedPage(page, [], array("d"), array("d"), labels, touched)
    is_dropped = False
    dropped, written = order.dropped, order.expected
    add_letter, add_x, add_y = expected.letters.append, expected.xs.append, expected.ys.append
    for number, glyph in enumerate(glyphs):
        if glyph.is_head:
            is_dropped = number in dropped
            place = written.get(number, (glyph.x, glyph.y))
        if not is_dropped:
            add_letter(glyph.text)
            add_x(place[0])
            add_y(place[1])
    return expected


def _fill(order: EditOrder, shown: list[list[int]], glyphs: list[Glyph], plan: DrawingPlan) -> None:
    """Tell the order which glyphs go and move: a glyph that means several letters goes with any of them."""
    head = 0
    dropped, moved, stretched = plan.dropped, plan.moved, plan.stretched
    for number, several in enumerate(shown):
        first = several[0]
        if glyphs[first].is_head:
            head = number
            if first in moved:
                dx, dy = moved[first]
                order.placed[number] = glyphs[first].x + dx, glyphs[first].y + dy
            if first in stretched:
                order.stretched[number] = stretched[first]
        if first in dropped or (len(several) > 1 and not dropped.isdisjoint(several)):
            order.dropped.add(head)


def _shown_once(trace: PageTrace) -> list[list[int]]:
    """Return for each glyph that the content shows its numbers in the trace: filled and outlined ones have two."""
    starts = [*trace.texts, len(trace.glyphs)]
    found: list[list[int]] = []
    before: tuple[int, int] | None = None
    for start, end in pairwise(starts):
        if before is not None and _is_echo(trace.glyphs, before, (start, end)):
            for several, number in zip(found[len(found) - (end - start) :], range(start, end), strict=True):
                several.append(number)
            continue
        found += ([number] for number in range(start, end))
        before = (start, end)
    return found


def _is_echo(glyphs: list[Glyph], first: tuple[int, int], second: tuple[int, int]) -> bool:
    if first[1] - first[0] != second[1] - second[0] or first[1] == first[0]:
        return False
    kinds = glyphs[first[0]].kind, glyphs[second[0]].kind
    if kinds not in (("fill", "stroke"), ("fill", "clip"), ("stroke", "clip"), ("ignore", "clip")):
        return False
    pairs = zip(range(*first), range(*second), strict=True)
    return all(
        glyphs[a].text == glyphs[b].text and glyphs[a].x == glyphs[b].x and glyphs[a].y == glyphs[b].y for a, b in pairs
    )
