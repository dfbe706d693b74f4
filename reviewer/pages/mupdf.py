"""The one typed wrapper round PyMuPDF, with `native_font` beside it; no other file imports it.

PyMuPDF keeps global state and is not thread-safe: everything here is meant for a single-threaded child process.
Page numbers count from 1. Coordinates are points from the top left corner of the page as displayed, after crop and
rotation, unless a docstring says otherwise. Objects of a PDF are named by their number (`xref`).
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Any

import msgspec
import pymupdf as _pymupdf

from reviewer.model.geometry import Box
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.pages.faults import faults_are_damage
from reviewer.pages.font_names import without_names
from reviewer.pages.native_font import NativeFont
from reviewer.pages.printed_text import PrintedLine, PrintedWord, Turn, printed_lines, printed_words, turned

_native: Any = _pymupdf
_low: Any = _pymupdf.mupdf

_TEXT_FLAGS = int(_native.TEXT_PRESERVE_WHITESPACE | _native.TEXT_MEDIABOX_CLIP)
_NO_ENCRYPTION = 1
_FAST = 1
_NOT_REMARKS = (_native.PDF_ANNOT_LINK, _native.PDF_ANNOT_POPUP, _native.PDF_ANNOT_WIDGET)


class _Silence:
    """Swallows what PyMuPDF would print: a file's faults are reported as notices, never on the console."""

    def write(self, text: str) -> int:
        """Take the text and drop it."""
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""


_low.fz_set_error_callback(None)
_low.fz_set_warning_callback(None)
_native.set_messages(stream=_Silence())


class Bitmap(msgspec.Struct, frozen=True):
    """Pixels, premultiplied, in the byte order of a little-endian ARGB32; `stride` bytes a row."""

    width: int
    height: int
    stride: int
    data: bytes


class PdfPage:
    """A page of an open PDF; valid while its document is open."""

    def __init__(self, page: Any, number: int) -> None:  # noqa: ANN401 - the native object has no type of its own
        self._page = page
        self.number = number
        with self._faults():
            self._size = float(page.rect.width), float(page.rect.height)

    @property
    def handle(self) -> Any:  # noqa: ANN401 - the native object has no type of its own
        """Return PyMuPDF's own page object, for the writers of annotations in this folder."""
        return self._page

    @property
    def xref(self) -> int:
        """Return the number of the page's object."""
        return int(self._page.xref)

    @property
    def width(self) -> float:
        """Return the width in points as displayed."""
        return self._size[0]

    @property
    def height(self) -> float:
        """Return the height in points as displayed."""
        return self._size[1]

    def printed_words(self) -> tuple[list[PrintedWord], dict[tuple[int, int], PrintedLine]]:
        """Return the words in content order, and how each (block, line) of them is set.

        Ligatures are taken apart. What lies outside the visible page is left out.
        """
        with self._faults():
            text_page = self._page.get_textpage(flags=_TEXT_FLAGS)
            turn = self._turn
            return printed_words(text_page.extractWORDS(), turn), printed_lines(text_page.extractDICT(), turn)

    def _faults(self) -> AbstractContextManager[None]:
        return faults_are_damage(f"page {self.number}", "it cannot be read")

    @property
    def _turn(self) -> Turn | None:
        return tuple(self._page.rotation_matrix) if self._page.rotation else None

    @property
    def rotation(self) -> int:
        """Return by how many degrees the page is turned clockwise for display: 0, 90, 180 or 270."""
        return int(self._page.rotation)

    def image_boxes(self) -> list[Box]:
        """Return where the page shows images."""
        with self._faults():
            return [turned(Box(*info["bbox"]), self._turn) for info in self._page.get_image_info()]

    def has_drawings(self) -> bool:
        """Return whether the page paints any lines or areas."""
        with self._faults():
            return any(kind != "fill-text" for kind, *_ in self._page.get_bboxlog())

    def form_values(self) -> list[tuple[str, str]]:
        """Return name and value of each filled-in form field."""
        with self._faults():
            fields = self._page.widgets()
            return [(str(field.field_name), str(field.field_value)) for field in fields if field.field_value]

    def display_list(self) -> "DisplayList":
        """Interpret the page once, so that it can be drawn many times."""
        with self._faults():
            return DisplayList(self._page.get_displaylist(annots=1), self.width, self.height)

    def png(self, box: Box, scale: float) -> bytes:
        """Draw part of the page on white as a PNG, at `scale` pixels a point."""
        clip = _native.Rect(box.x0, box.y0, box.x1, box.y1)
        with self._faults():
            pixmap = self._page.get_pixmap(matrix=_native.Matrix(scale, scale), clip=clip, alpha=False)
            return bytes(pixmap.tobytes("png"))

    def add_highlight(self, boxes: Sequence[Box], colour: tuple[float, float, float], opacity: float) -> int:
        """Add a highlight annotation over boxes of the unrotated page and return its object number.

        Text, author, dates and state are for the caller to set with `Pdf.set_key`.
        """
        quads = [_native.Rect(box.x0, box.y0, box.x1, box.y1).quad for box in boxes]
        annotation = self._page.add_highlight_annot(quads=quads)
        annotation.set_colors(stroke=colour)
        annotation.set_opacity(opacity)
        annotation.update()
        return int(annotation.xref)

    def add_link(self, box: Box, page: int, x: float, y: float) -> None:
        """Add a link from a box to a point of a page (from 1) of the same document."""
        rectangle = _native.Rect(box.x0, box.y0, box.x1, box.y1)
        target = {"kind": _native.LINK_GOTO, "from": rectangle, "page": page - 1, "to": _native.Point(x, y)}
        self._page.insert_link(target)


class DisplayList:
    """An interpreted page; drawing it again costs only the pixels asked for."""

    def __init__(self, native_list: object, width: float, height: float) -> None:
        self._list: Any = native_list
        self.width = width
        self.height = height

    def draw(self, scale: float, clip: Box | None = None) -> Bitmap:
        """Draw on white at `scale` pixels a point; `clip` in points limits it to a tile."""
        with faults_are_damage("the page", "it cannot be drawn"):
            return self._drawn(scale, clip or Box(0, 0, self.width, self.height))

    def _drawn(self, scale: float, box: Box) -> Bitmap:
        pixel_box = _low.fz_irect_from_rect(
            _low.fz_make_rect(box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale)
        )
        pixmap = _low.fz_new_pixmap_with_bbox(_low.fz_device_bgr(), pixel_box, _low.FzSeparations(), 1)
        _low.fz_clear_pixmap_with_value(pixmap, 0xFF)
        device = _low.fz_new_draw_device(_low.FzMatrix(), pixmap)
        area = _low.FzRect(pixel_box)
        _low.fz_run_display_list(
            self._list.this, device, _low.fz_make_matrix(scale, 0, 0, scale, 0, 0), area, _low.FzCookie()
        )
        _low.fz_close_device(device)
        data = bytes(_low.ll_fz_pixmap_samples_memoryview(pixmap.m_internal))
        return Bitmap(int(pixmap.w()), int(pixmap.h()), int(pixmap.stride()), data)


class Pdf:
    """An open PDF."""

    def __init__(self, document: object) -> None:
        self._document: Any = document

    @classmethod
    def new(cls) -> "Pdf":
        """Start an empty PDF."""
        return cls(_native.open())

    @classmethod
    def open(cls, content: bytes, password: str | None = None, name: str = "the file") -> "Pdf":
        """Open a PDF from its bytes; `name` is only used in errors.

        Raises ReviewerError with EMPTY_FILE, DAMAGED, NO_PAGES, PASSWORD_NEEDED or PASSWORD_WRONG. An owner's
        password that only restricts printing or copying is not asked for.
        """
        if not content:
            raise ReviewerError(ProblemCode.EMPTY_FILE, name=name)
        with faults_are_damage(name, "it has no readable PDF structure"):
            document = _native.open(stream=content, filetype="pdf")
            needs_password = bool(document.needs_pass)
        if needs_password and password is None:
            raise ReviewerError(ProblemCode.PASSWORD_NEEDED, name=name)
        if needs_password and not document.authenticate(password):
            raise ReviewerError(ProblemCode.PASSWORD_WRONG, name=name)
        opened = cls(document)
        opened._check_has_pages(name)
        return opened

    def _check_has_pages(self, name: str) -> None:
        if self.page_count < 1:
            raise ReviewerError(ProblemCode.NO_PAGES, name=name)

    @property
    def handle(self) -> Any:  # noqa: ANN401 - the native object has no type of its own
        """Return PyMuPDF's own document object."""
        return self._document

    @property
    def page_count(self) -> int:
        """Return the number of pages."""
        with faults_are_damage("the document", "its list of pages is broken"):
            return int(self._document.page_count)

    @property
    def is_repaired(self) -> bool:
        """Return whether the file's structure was broken and had to be rebuilt."""
        return bool(self._document.is_repaired)

    @property
    def is_encrypted(self) -> bool:
        """Return whether the file as it came is encrypted, with or without a password to open it."""
        return self._document.metadata.get("encryption") is not None

    @property
    def metadata(self) -> dict[str, str]:
        """Return title, author, creationDate and so on, as far as they are set."""
        return {key: str(value) for key, value in self._document.metadata.items() if value}

    def page(self, number: int) -> PdfPage:
        """Return a page, counted from 1. Raises ReviewerError DAMAGED when it cannot be read."""
        with faults_are_damage(f"page {number}", "it cannot be read"):
            return PdfPage(self._document.load_page(number - 1), number)

    def pages(self) -> Iterator[PdfPage]:
        """Go through all pages."""
        return (self.page(number) for number in range(1, self.page_count + 1))

    def annotation_count(self, number: int) -> int:
        """Return how many annotations a page has, other than links, popups and form fields."""
        with faults_are_damage(f"page {number}", "its annotations cannot be read"):
            found = self._document.page_annot_xrefs(number - 1)
            return sum(1 for _, kind, *_ in found if kind not in _NOT_REMARKS)

    def is_form(self) -> bool:
        """Return whether the document has form fields."""
        with faults_are_damage("the form", "it cannot be read"):
            return bool(self._document.is_form_pdf)

    def bake_form_fields(self) -> None:
        """Turn form fields into plain page content, so that their values are read as text in their places."""
        with faults_are_damage("the form", "it cannot be read"):
            self._document.bake(annots=False, widgets=True)

    def attachment_names(self) -> list[str]:
        """Return the names of the files embedded in the document."""
        with faults_are_damage("the list of attachments", "it cannot be read"):
            return [str(name) for name in self._document.embfile_names()]

    def is_signed(self) -> bool:
        """Return whether the document carries a signature field that is signed."""
        with faults_are_damage("the form", "it cannot be read"):
            return int(self._document.get_sigflags()) > 0

    def set_metadata(self, values: Mapping[str, str]) -> None:
        """Replace the document information; keys as in `metadata`."""
        self._document.set_metadata(dict(values))

    def set_outline(self, entries: Sequence[tuple[int, str, int]]) -> None:
        """Set the bookmarks: (level from 1, title, page from 1)."""
        self._document.set_toc([list(entry) for entry in entries])

    def attach(self, name: str, content: bytes, description: str = "") -> None:
        """Embed a file."""
        self._document.embfile_add(name, content, filename=name, ufilename=name, desc=description)

    def add_object(self, source: str) -> int:
        """Add an object given in PDF syntax and return its number."""
        xref = int(self._document.get_new_xref())
        self._document.update_object(xref, source)
        return xref

    def add_stream(self, data: bytes) -> int:
        """Add a stream, compressed fast rather than small, and return its number."""
        xref = self.add_object("<</Filter/FlateDecode>>")
        packed = _low.fz_new_buffer_from_copied_data(zlib.compress(data, _FAST))
        pdf = _native._as_pdf_document(self._document)
        _low.pdf_update_stream(pdf, _low.pdf_new_indirect(pdf, xref, 0), packed, 1)
        return xref

    def get_key(self, xref: int, key: str) -> str:
        """Return an entry of an object in PDF syntax, "null" when it is not there."""
        return str(self._document.xref_get_key(xref, key)[1])

    def set_key(self, xref: int, key: str, source: str) -> None:
        """Set an entry of an object; `source` is PDF syntax."""
        self._document.xref_set_key(xref, key, source)

    def embed_font(self, font: NativeFont) -> int:
        """Embed a font whole, with glyph numbers as codes and a Unicode table; return its number."""
        pdf = _native._as_pdf_document(self._document)
        return int(_low.pdf_to_num(_low.pdf_add_cid_font(pdf, font.handle)))

    def subset_fonts(self) -> None:
        """Reduce every embedded font to the glyphs that the pages show now; glyph numbers stay.

        Names in the fonts go as well: words of a font's makers stand in the way of a later redaction.
        """
        pdf = _native._as_pdf_document(self._document)
        _low.pdf_subset_fonts2(pdf, list(range(self.page_count)))
        programs = {self.get_key(xref, "FontFile2") for xref in range(1, self._document.xref_length())}
        for xref in sorted(int(program.split()[0]) for program in programs if program.endswith(" R")):
            bare = without_names(self._document.xref_stream(xref))
            self._document.update_stream(xref, bare)
            self.set_key(xref, "Length1", str(len(bare)))

    def set_pages(self, pages: Sequence[int]) -> None:
        """Make these page objects, in this order, all the pages there are."""
        root = int(self.get_key(self._document.pdf_catalog(), "Pages").split()[0])
        for xref in pages:
            self.set_key(xref, "Parent", f"{root} 0 R")
        self.set_key(root, "Kids", "[" + " ".join(f"{xref} 0 R" for xref in pages) + "]")
        self.set_key(root, "Count", str(len(pages)))

    def save(self, drop_unused: bool = True) -> bytes:
        """Return the whole document as bytes, compressed, never encrypted.

        Raises ReviewerError DAMAGED when objects of a broken file cannot be written.
        """
        options = {"garbage": int(drop_unused), "deflate": True, "encryption": _NO_ENCRYPTION, "no_new_id": True}
        with faults_are_damage("the copy", "it cannot be written"):
            return bytes(self._document.tobytes(**options))

    def close(self) -> None:
        """Free the document's memory; its pages are not valid any more."""
        self._document.close()
