"""Pages drawn anew without some of their glyphs, pixels and lines: only what is let through reaches the new page.

MuPDF interprets the old page; a device in between drops or moves glyphs, cuts pictures to what is seen of them, and
hands the rest to MuPDF's PDF writer. Marked content, layers, structure and names of the old page never arrive.
Coordinates are points from the top left of the page as displayed; glyphs are numbered from 0 as in their trace.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import pymupdf as _pymupdf

from reviewer.model.geometry import Box
from reviewer.model.problem import ProblemCode, ReviewerError, WayOut
from reviewer.pages.box_painting import BoxPainter
from reviewer.pages.drawing_plan import DrawingPlan, LayerWord
from reviewer.pages.faults import faults_are_damage
from reviewer.pages.glyph_filter import GlyphFilter, UnsafeContentError
from reviewer.pages.mupdf import PdfPage
from reviewer.pages.unicode_tables import unicode_table

_native: Any = _pymupdf
_low: Any = _pymupdf.mupdf

_POINTS_AN_INCH = 72.0


class Redrawing:
    """A new PDF to which pages are drawn."""

    def __init__(self) -> None:
        self._pdf: Any = _low.PdfDocument()
        self._painter = BoxPainter(self._pdf)
        self._unicode: dict[int, dict[int, str]] = {}
        self.page_count = 0

    def draw(self, page: PdfPage, plan: DrawingPlan, letters: Sequence[str]) -> None:
        """Add a page as planned; `letters` are the meanings of its glyphs, as traced.

        Raises ReviewerError with CANNOT_REDACT when the page holds something that cannot be drawn anew safely: the
        caller has `picture` for that.
        """
        try:
            self._draw(page, plan, letters)
        except (ReviewerError, MemoryError):
            raise
        except Exception as error:
            reason = f"page {page.number} cannot be drawn anew"
            raise ReviewerError(
                ProblemCode.CANNOT_REDACT, name="the file", reason=reason, way_out=WayOut.PRINT
            ) from error

    def _draw(self, page: PdfPage, plan: DrawingPlan, letters: Sequence[str]) -> None:
        frame = _low.FzRect(0, 0, page.width, page.height)
        device, resources, contents = _low.pdf_page_write(self._pdf, frame)
        sieve = GlyphFilter(device, plan, (page.width, page.height), letters)
        _low.fz_run_page_contents(page.handle.this, sieve, _low.FzMatrix(), _low.FzCookie())
        _low.fz_close_device(sieve)
        if sieve.fault is not None:
            raise sieve.fault
        if sieve.count != len(letters):
            raise UnsafeContentError("the glyphs of the page are not those that were read")
        _low.fz_close_device(device)
        self._note_letters(resources, sieve.fonts, sieve.unicode)
        self._add(frame, resources, contents, plan.boxes, plan.labels)

    def picture(
        self, page: PdfPage, boxes: Sequence[Box], labels: Mapping[Box, str], words: Sequence[LayerWord], dpi: int
    ) -> None:
        """Add a page as a picture with its boxes painted over, and words that can be selected behind it."""
        with faults_are_damage(f"page {page.number}", "it cannot be drawn"):
            frame = _low.FzRect(0, 0, page.width, page.height)
            device, resources, contents = _low.pdf_page_write(self._pdf, frame)
            pixmap = blackened(page, boxes, dpi)
            image = _low.fz_new_image_from_pixmap(pixmap.this, _low.FzImage())
            whole = _low.FzMatrix(page.width, 0, 0, page.height, 0, 0)
            _low.fz_fill_image(device, image, whole, 1.0, _low.FzColorParams())
            _write_layer(device, words)
            _low.fz_close_device(device)
            self._add(frame, resources, contents, boxes, labels)

    def _add(
        self,
        frame: Any,  # noqa: ANN401 - native
        resources: Any,  # noqa: ANN401 - native
        contents: Any,  # noqa: ANN401 - native
        boxes: Sequence[Box],
        labels: Mapping[Box, str],
    ) -> None:
        if boxes:
            drawn = bytes(_low.fz_buffer_extract(contents))
            painted = self._painter.content(boxes, frame.y1, labels)
            if any(map(labels.get, boxes)):
                self._painter.register(resources)
            contents = _low.fz_new_buffer_from_copied_data(b"q\n" + drawn + b"\nQ\n" + painted)
        page = _low.pdf_add_page(self._pdf, frame, 0, resources, contents)
        _low.pdf_insert_page(self._pdf, -1, page)
        self.page_count += 1

    def _note_letters(self, resources: Any, fonts: Sequence[int], unicode: Mapping[int, Mapping[int, str]]) -> None:  # noqa: ANN401 - native
        table = _low.pdf_dict_gets(resources, "Font")
        for number, font in enumerate(fonts):
            entry = _low.pdf_dict_gets(table, f"F{number}")
            xref = int(_low.pdf_to_num(entry))
            if xref:
                known = self._unicode.setdefault(xref, {})
                for glyph, text in unicode[font].items():
                    known.setdefault(glyph, text)

    def finish(self) -> bytes:
        """Return the new PDF: fonts cut to the glyphs in use, with tables that say what each glyph means."""
        with faults_are_damage("the redacted copy", "it cannot be written"):
            for xref, letters in self._unicode.items():
                font = _low.pdf_new_indirect(self._pdf, xref, 0)
                stream = _low.fz_new_buffer_from_copied_data(unicode_table(letters))
                table = _low.pdf_add_stream(self._pdf, stream, _low.PdfObj(), 0)
                _low.pdf_dict_puts(font, "ToUnicode", table)
            _low.pdf_subset_fonts2(self._pdf, list(range(self.page_count)))
            options = _low.PdfWriteOptions()
            options.do_garbage, options.do_compress = 1, 1
            buffer = _low.FzBuffer(1 << 16)
            output = _low.FzOutput(buffer)
            _low.pdf_write_document(self._pdf, output, options)
            _low.fz_close_output(output)
            return bytes(_low.fz_buffer_extract(buffer))


def blackened(page: PdfPage, boxes: Sequence[Box], dpi: int) -> Any:  # noqa: ANN401 - the native object has no type of its own
    """Return the page's pixels on white, RGB, with black in every box."""
    scale = dpi / _POINTS_AN_INCH
    pixmap = page.handle.get_pixmap(matrix=_native.Matrix(scale, scale), alpha=False, annots=False)
    for box in boxes:
        x0, y0 = max(0, int(box.x0 * scale)), max(0, int(box.y0 * scale))
        x1, y1 = min(pixmap.width, int(box.x1 * scale) + 1), min(pixmap.height, int(box.y1 * scale) + 1)
        if x0 < x1 and y0 < y1:
            pixmap.set_rect(_native.IRect(x0, y0, x1, y1), (0, 0, 0))
    return pixmap


def _show(text: Any, font: Any, words: str, x: float, y: float, size: float, stretch: float) -> float:  # noqa: ANN401 - native
    """Set words in a text object from a point on; return how far they reach, in points."""
    trm = _low.FzMatrix(size * stretch, 0, 0, -size, x, y)
    end = _low.fz_show_string(text, font, trm, words, 0, 0, _low.FZ_BIDI_LTR, _low.FZ_LANG_UNSET)
    return float(end.e) - x


def _write_layer(device: Any, words: Sequence[LayerWord]) -> None:  # noqa: ANN401 - the native object has no type of its own
    font = _low.fz_new_base14_font("Helvetica")
    for word in words:
        height = word.box.y1 - word.box.y0
        natural = _show(_low.FzText(), font, word.text, 0, 0, height, 1.0)
        text = _low.FzText()
        stretch = (word.box.x1 - word.box.x0) / natural if natural > 0 else 1.0
        _show(text, font, word.text, word.box.x0, word.box.y1 - 0.22 * height, height, stretch)
        _low.fz_ignore_text(device, text, _low.FzMatrix())
