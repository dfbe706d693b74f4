"""One page after another: as it was where it is clean, drawn anew where words go, a picture where neither is safe."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field

import pikepdf

from reviewer.formats.pdf_copying import PageCopier
from reviewer.formats.pdf_edit_order import NotEditableError
from reviewer.formats.pdf_objects import CannotCopyError
from reviewer.model.geometry import Box
from reviewer.model.problem import ProblemCode, ReviewerError, WayOut
from reviewer.model.redaction import RedactionLoss
from reviewer.pages.drawing_plan import LayerWord
from reviewer.pages.glyph_columns import CLIP
from reviewer.pages.mupdf import Pdf, PdfPage
from reviewer.pages.page_pixels import Canvas, differing_share, page_pixels
from reviewer.pages.page_trace import PageTrace, trace_page
from reviewer.pages.redrawing import Redrawing
from reviewer.redacting.pdf_edits import EditedPage, PageEdits, fault_of
from reviewer.redacting.pdf_finding import Finder, PageFinds
from reviewer.redacting.pdf_layout import PagePlan, plan_page
from reviewer.redacting.pdf_line_texts import run_view
from reviewer.redacting.pdf_lines import runs_of
from reviewer.redacting.pdf_page_finds import page_finds
from reviewer.redacting.pdf_pictures import PageReading
from reviewer.redacting.pdf_source import PdfSource
from reviewer.redacting.pdf_structure import PageMarks

_CHECK_DPI, _PICTURE_DPI = 150, 200
_POINTS_AN_INCH = 72.0
_TOLERANCE = 64
_DIFFERENT = 0.0005

ORDER_TELLS = "a font numbers its letters as the file first showed them, which would tell what is gone"
"""What is wrong with a page whose fonts must not come along."""


@dataclass
class MadePage:
    """What became of one page: the boxes painted on it, the words removed, and what else it lost.

    `is_turned`: its coordinates are now those of the page as displayed. `standing` is the text that stays on it.
    `reasons` are the codes of what went in each box, none for the order's own. `touched` are the areas in which it may
    look different. `edited` is what the page has to be when its own content was changed in the marked places alone;
    `reason` says why that could not be done. `marks` is its marked content, if it kept its own content.
    """

    boxes: list[Box] = field(default_factory=list)
    finds: PageFinds = field(default_factory=PageFinds)
    losses: set[RedactionLoss] = field(default_factory=set)
    is_turned: bool = False
    standing: list[str] = field(default_factory=list)
    reasons: dict[Box, tuple[str, ...]] = field(default_factory=dict)
    touched: list[Box] = field(default_factory=list)
    edited: EditedPage | None = None
    reason: str = ""
    marks: PageMarks | None = None


class PageMaker:
    """Makes the pages of the clean copy.

    `faulty` are pages (from 1) that came out wrong when their own content was changed, with what was wrong: they are
    drawn anew, or made pictures where that is `ORDER_TELLS`. With `keeps_marks` the bounds of marked content stay, for
    tags to point to.
    """

    def __init__(
        self, source: PdfSource, finder: Finder, copier: PageCopier, faulty: Mapping[int, str], keeps_marks: bool
    ) -> None:
        self._keeps_marks = keeps_marks
        self._source = source
        self._finder = finder
        self._copier = copier
        self._faulty = faulty
        self._edits = PageEdits(source.baked)
        self._canvases = Canvas(), Canvas()

    def make(self, number: int) -> MadePage:
        """Add page `number` (from 1) to the copy, without what was ordered to go.

        Raises ReviewerError: DAMAGED when the page cannot be read, CANNOT_REDACT when no way is safe.
        """
        page = self._source.shown.page(number)
        trace = self._source.trace(number)
        finds = page_finds(self._source, number, trace, self._finder)
        made = MadePage(finds=finds)
        if self._finder.order.areas:
            made.standing = _standing(trace, finds.areas)
        keeps_fonts = self._faulty.get(number) != ORDER_TELLS
        if finds.is_empty and not finds.is_layered and keeps_fonts and self._copied(number, made):
            return made
        plan = plan_page(trace, finds)
        made.boxes, made.reasons, made.touched = plan.drawing.boxes, plan.reasons, plan.touched
        plan.drawing.labels = {box: self._label(reasons) for box, reasons in plan.reasons.items()}
        columns = trace.glyphs.columns
        if (~columns.is_seen & (columns.kinds != CLIP)).any():
            made.losses.add(RedactionLoss.HIDDEN_TEXT)
        if self._is_edited(number, trace, plan, made):
            return made
        made.is_turned = True
        drawn = self._drawn(page, trace, plan, bool(finds.pixels)) if keeps_fonts else None
        if drawn is None:
            made.losses.add(RedactionLoss.TEXT_LAYER)
            made.boxes = _merged(plan.covered)
            drawn = self._picture(page, trace, plan, finds)
        with pikepdf.open(io.BytesIO(drawn)) as pdf:
            self._take(pdf, 0, number)
        return made

    def _label(self, reasons: tuple[str, ...]) -> str:
        """Return what is printed in a box: nothing when that would name what was removed."""
        label = ", ".join(filter(None, (reason.strip() for reason in reasons or (self._finder.order.reason,))))
        return label if self._finder.is_clean(label) else ""

    def _is_edited(self, number: int, trace: PageTrace, plan: PagePlan, made: MadePage) -> bool:
        """Add the page with its own content changed in the marked places alone; return whether that could be done."""
        made.reason = self._faulty.get(number, "")
        if made.reason:
            return False
        try:
            made.edited = self._edits.edit(number, trace, plan.drawing, plan.touched)
            numbers = self._copier.copy_page(made.edited.page, self._keeps_marks)
        except (NotEditableError, CannotCopyError) as error:
            made.edited, made.reason = None, str(error)
            return False
        made.marks = PageMarks(numbers, made.edited.boxes, made.edited.lost)
        return True

    def fault_of(self, number: int, made: MadePage, copy: PdfPage) -> str | None:
        """Say what is wrong with an edited page (from 1) in the copy as written, None when nothing is."""
        if made.edited is None:
            return None
        if made.finds.pixels and not self._is_clean(copy, number, reads=True):
            return "its picture still shows a marked word"
        trace = trace_page(copy)
        fault = fault_of(self._source.shown.page(number), copy, trace, made.edited, self._canvases)
        if fault is None:
            # A page on which nothing is found is remembered: the last look at the copy need not read it again.
            self._finder.left_in_glyphs(trace, f"page {number}")
        return fault

    def _copied(self, number: int, made: MadePage) -> bool:
        try:
            made.marks = PageMarks(self._copier.copy_page(self._source.baked.pages[number - 1], self._keeps_marks))
        except CannotCopyError:
            return False
        return True

    def _take(self, pdf: pikepdf.Pdf, index: int, number: int) -> None:
        self._copier.forget()
        try:
            self._copier.copy_page(pdf.pages[index])
        except CannotCopyError as error:
            raise self._refusal(number) from error
        finally:
            self._copier.forget()

    def _refusal(self, number: int) -> ReviewerError:
        reason = f"page {number} cannot be made clean"
        return ReviewerError(
            ProblemCode.CANNOT_REDACT, name=self._source.name, reason=reason, way_out=WayOut.PRINT_PART
        )

    def _drawn(self, page: PdfPage, trace: PageTrace, plan: PagePlan, reads: bool) -> bytes | None:
        """Return the page drawn anew, None when it is not safe or looks different outside the marked lines."""
        redrawing = Redrawing()
        try:
            redrawing.draw(page, plan.drawing, [glyph.text for glyph in trace.glyphs])
            content = redrawing.finish()
            again = Pdf.open(content)
        except ReviewerError:
            return None
        try:
            is_good = self._is_clean(again.page(1), page.number, reads) and _looks_the_same(
                page, again.page(1), plan.touched
            )
            return content if is_good else None
        finally:
            again.close()

    def _is_clean(self, page: PdfPage, number: int, reads: bool) -> bool:
        """Return whether all that is found on a new page of this number is kept: among its glyphs, and if it `reads`

        also on its picture.
        """
        part = f"page {number}"
        if self._finder.left_in_glyphs(trace_page(page), part):
            return False
        return not reads or self._finder.needles.is_empty or not PageReading.of_page(page).left(self._finder, part)

    def _picture(self, page: PdfPage, trace: PageTrace, plan: PagePlan, finds: PageFinds) -> bytes:
        """Return the page as a picture with a layer of its words; with those kept in it, if they are known there."""
        covered = _merged(plan.covered)
        words = [] if finds.is_layered else _uncovered_words(page, trace, covered, finds)
        clean = [word for word in words if self._finder.is_clean(word.text)]
        for layer in (words, clean) if finds.kept and len(clean) < len(words) else (clean,):
            redrawing = Redrawing()
            redrawing.picture(page, covered, plan.drawing.labels, layer, _PICTURE_DPI)
            content = redrawing.finish()
            again = Pdf.open(content)
            try:
                if self._is_clean(again.page(1), page.number, reads=True):
                    return content
            finally:
                again.close()
        raise self._refusal(page.number)


def _uncovered_words(page: PdfPage, trace: PageTrace, covered: list[Box], finds: PageFinds) -> list[LayerWord]:
    """Return the words that stay, as the page's picture shows them or, where it can be trusted, its own text."""
    if finds.pixels:
        words = [(text, box) for text, box, _ in PageReading.of_page(page).words]
    else:
        words = list(_own_words(trace))
    return [LayerWord(text, box) for text, box in words if not any(_meet(box, cover) for cover in covered)]


def _own_words(trace: PageTrace) -> list[tuple[str, Box]]:
    words: list[tuple[str, Box]] = []
    for run in runs_of(trace.glyphs, trace.glyphs.columns.is_seen):
        if run.along[0] < 0.999:
            continue
        text, box = "", None
        view = run_view(run, trace.glyphs)
        for character, number in zip(view.text + " ", [*view.origins, -1], strict=True):
            if not character.isspace():
                own = trace.glyphs[number].box
                text, box = text + character, own if box is None else box.union(own)
            elif box is not None:
                words.append((text, box))
                text, box = "", None
    return words


def _standing(trace: PageTrace, areas: list[Box]) -> list[str]:
    stays = [glyph.is_seen and not any(_meet(glyph.box, area) for area in areas) for glyph in trace.glyphs]
    return [run_view(run, trace.glyphs).text for run in runs_of(trace.glyphs, stays)]


def _looks_the_same(page: PdfPage, again: PdfPage, touched: list[Box]) -> bool:
    before, after = page_pixels(page, _CHECK_DPI), page_pixels(again, _CHECK_DPI)
    scale = before.width / page.width if page.width else 1.0
    return differing_share(before, after, touched, scale, _TOLERANCE) <= _DIFFERENT


def _merged(boxes: list[Box]) -> list[Box]:
    return list(dict.fromkeys(boxes))


def _meet(first: Box, second: Box) -> bool:
    return first.x0 < second.x1 and second.x0 < first.x1 and first.y0 < second.y1 and second.y0 < first.y1
