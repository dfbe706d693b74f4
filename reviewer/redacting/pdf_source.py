"""A PDF to be redacted, made ready: decrypted, its annotations and fields painted into the pages."""

import io
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from reviewer.model.problem import ProblemCode, ReviewerError, WayOut
from reviewer.pages.mupdf import Pdf
from reviewer.pages.page_pixels import decoded_picture
from reviewer.pages.page_trace import PageTrace, trace_page
from reviewer.redacting.pdf_pictures import KnownReadings

_TURNED = b"/ReversedChars"
_MOST_PAGES = 20_000
_TRACES_KEPT = 4


@dataclass
class PdfSource:
    """One PDF in the forms that redaction works on.

    `original` is its objects as they came; `shown` the pages as displayed, annotations and fields painted in; `whole`
    the same with every layer switched on; `baked` the objects of `shown`; `readings` what was read off its pictures.
    """

    name: str
    original: pikepdf.Pdf
    shown: Pdf
    whole: Pdf
    baked: pikepdf.Pdf
    has_layers: bool
    readings: KnownReadings = field(default_factory=KnownReadings)
    _traces: dict[int, PageTrace] = field(default_factory=dict)

    def trace(self, number: int) -> PageTrace:
        """Return what is drawn on a page (from 1) as displayed. Raises ReviewerError with DAMAGED.

        The last few pages are remembered: each is asked for by its neighbours too.
        """
        if number not in self._traces:
            while len(self._traces) >= _TRACES_KEPT:
                del self._traces[next(iter(self._traces))]
            self._traces[number] = trace_page(self.shown.page(number))
        return self._traces[number]

    def neighbours(self, number: int) -> tuple[PageTrace | None, PageTrace | None]:
        """Return what is drawn on the page before and the page after one, None where there is none."""
        before = self.trace(number - 1) if number > 1 else None
        return before, self.trace(number + 1) if number < self.shown.page_count else None

    def picture(self, number: int) -> tuple[int, int, int, bytes]:
        """Return width, height, channels and bytes of the picture with this object number, in grey or RGB."""
        return decoded_picture(self.shown, number)

    def turns_letters(self, number: int) -> bool:
        """Return whether a page (from 1) says of any of its text that its letters are painted in reverse order."""
        contents = self.original.pages[number - 1].obj.get("/Contents")
        streams = contents if isinstance(contents, pikepdf.Array) else [contents]
        try:
            return any(_TURNED in one.read_bytes() for one in streams if isinstance(one, pikepdf.Stream))
        except pikepdf.PdfError:
            return False

    def close(self) -> None:
        """Free everything."""
        self.shown.close()
        if self.whole is not self.shown:
            self.whole.close()
        self.original.close()
        self.baked.close()


def open_source(name: str, content: bytes, password: str | None) -> PdfSource:
    """Open a PDF for redaction.

    Raises ReviewerError: EMPTY_FILE, DAMAGED, NO_PAGES, PASSWORD_NEEDED, PASSWORD_WRONG, and CANNOT_REDACT for a form
    whose pages exist only as XFA.
    """
    shown = Pdf.open(content, password, name)
    if shown.page_count > _MOST_PAGES:
        raise ReviewerError(ProblemCode.CANNOT_REDACT, name=name, reason="it has too many pages", way_out=WayOut.SPLIT)
    plain = shown.save(drop_unused=False)
    shown.close()
    # Whoever saves from one and the same document twice loses pictures that were packed twice over.
    shown = Pdf.open(plain, name=name)
    original = _objects(name, plain)
    _refuse_xfa(name, original)
    has_layers = "/OCProperties" in original.Root
    _bake(shown, name)
    baked = shown.save()
    shown.close()
    shown = Pdf.open(baked, name=name)
    whole = shown
    if has_layers:
        every = _objects(name, baked)
        del every.Root.OCProperties
        whole = Pdf.open(_saved(every), name=name)
    return PdfSource(name, original, shown, whole, _objects(name, baked), has_layers)


def _objects(name: str, content: bytes) -> pikepdf.Pdf:
    try:
        return pikepdf.open(io.BytesIO(content), suppress_warnings=True)
    except pikepdf.PasswordError:
        raise ReviewerError(ProblemCode.PASSWORD_NEEDED, name=name) from None
    except pikepdf.PdfError as error:
        raise ReviewerError(ProblemCode.DAMAGED, name=name, reason="its objects cannot be read") from error


def _saved(pdf: pikepdf.Pdf) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def _bake(pdf: Pdf, name: str) -> None:
    try:
        pdf.handle.bake(annots=True, widgets=True)
    except Exception as error:
        reason = "its comments or form fields cannot be painted"
        raise ReviewerError(ProblemCode.CANNOT_REDACT, name=name, reason=reason, way_out=WayOut.PRINT) from error


def _refuse_xfa(name: str, pdf: pikepdf.Pdf) -> None:
    form: Any = pdf.Root.get("/AcroForm")
    if not isinstance(form, pikepdf.Dictionary) or "/XFA" not in form:
        return
    fields = form.get("/Fields")
    has_fields = isinstance(fields, pikepdf.Array) and len(fields) > 0
    if pdf.Root.get("/NeedsRendering", False) or not has_fields:
        reason = "its pages exist only as an XFA form, which only Adobe's programs draw"
        raise ReviewerError(ProblemCode.CANNOT_REDACT, name=name, reason=reason, way_out=WayOut.PRINT)
