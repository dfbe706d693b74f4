"""Builds PDFs for tests: pages with text at known places, columns, images, form fields, passwords and faults.

Places are points from the top left of the unrotated page; y is the baseline.
"""

from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
import pymupdf

A4 = (595.0, 842.0)
_FONTS = {False: "helv", True: "hebo"}


@dataclass
class PdfBuilder:
    """Collects pages; every method returns the builder, `content` gives the file's bytes."""

    document: pymupdf.Document = field(default_factory=pymupdf.open)

    def page(self, width: float = A4[0], height: float = A4[1]) -> "PdfBuilder":
        """Start a new page."""
        self.document.new_page(width=width, height=height)
        return self

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 11,
        bold: bool = False,
        invisible: bool = False,
        grey: float = 0.0,
    ) -> "PdfBuilder":
        """Write one line; `grey` goes from 0.0 for black to 1.0 for white."""
        mode = 3 if invisible else 0
        shade = (grey, grey, grey)
        self._page.insert_text((x, y), text, fontsize=size, fontname=_FONTS[bold], render_mode=mode, color=shade)
        return self

    def paragraph(
        self,
        x: float,
        y: float,
        width: float,
        text: str,
        size: float = 11,
        leading: float = 14,
        bold: bool = False,
        indent: float = 0,
    ) -> "PdfBuilder":
        """Write a paragraph ragged right, its first line indented, with the first baseline at y."""
        for number, line in enumerate(wrapped(text, width, size, bold, indent)):
            self.text(x + (indent if number == 0 else 0), y + number * leading, line, size, bold)
        return self

    def image(self, x0: float, y0: float, x1: float, y1: float) -> "PdfBuilder":
        """Show a grey picture."""
        pixmap = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 40, 40))
        pixmap.clear_with(160)
        self._page.insert_image(pymupdf.Rect(x0, y0, x1, y1), pixmap=pixmap, keep_proportion=False)
        return self

    def rotated(self, degrees: int) -> "PdfBuilder":
        """Show the page turned clockwise."""
        self._page.set_rotation(degrees)
        return self

    def cropped(self, x0: float, y0: float, x1: float, y1: float) -> "PdfBuilder":
        """Show only part of the page."""
        self._page.set_cropbox(pymupdf.Rect(x0, y0, x1, y1))
        return self

    def highlight(self, words: str, comment: str = "") -> "PdfBuilder":
        """Highlight words that stand on the page."""
        page = self._page
        annotation = page.add_highlight_annot(page.search_for(words))
        annotation.set_info(content=comment, title="A. Reader")
        annotation.update()
        return self

    def form_field(self, x0: float, y0: float, x1: float, y1: float, name: str, value: str) -> "PdfBuilder":
        """Add a text field that is filled in."""
        widget = pymupdf.Widget()
        widget.field_type = pymupdf.PDF_WIDGET_TYPE_TEXT
        widget.field_name, widget.field_value = name, value
        widget.rect = pymupdf.Rect(x0, y0, x1, y1)
        self._page.add_widget(widget)
        return self

    def attachment(self, name: str, content: bytes) -> "PdfBuilder":
        """Embed a file."""
        self.document.embfile_add(name, content, filename=name)
        return self

    def content(self, password: str | None = None, owner_password: str | None = None) -> bytes:
        """Return the file, encrypted when a password is given."""
        if password is None and owner_password is None:
            return bytes(self.document.tobytes(deflate=True))
        return bytes(
            self.document.tobytes(
                encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw=password or "", owner_pw=owner_password or password
            )
        )

    @property
    def _page(self) -> pymupdf.Page:
        return self.document[-1]


def wrapped(text: str, width: float, size: float = 11, bold: bool = False, indent: float = 0) -> list[str]:
    """Return the lines that a paragraph takes in a column of this width."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        room = width - (indent if not lines else 0)
        if line and pymupdf.get_text_length(longer, _FONTS[bold], size) > room:
            lines.append(line)
            longer = word
        line = longer
    return [*lines, line]


def simple_pdf(*lines: str) -> bytes:
    """Return a PDF of one page with these lines, 14 points apart."""
    builder = PdfBuilder().page()
    for number, line in enumerate(lines):
        builder.text(72, 100 + 14 * number, line)
    return builder.content()


def pdf_without_pages() -> bytes:
    """Return a sound PDF whose page tree is empty."""
    pdf = pikepdf.new()
    buffer = BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def signed_looking(content: bytes) -> bytes:
    """Return the PDF with the flags of a file that carries a signature."""
    pdf = pikepdf.open(BytesIO(content))
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([]), SigFlags=3)
    buffer = BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


def with_broken_cross_references(content: bytes) -> bytes:
    """Return the PDF as a faulty mail gateway leaves it: the table of objects points nowhere."""
    start = content.rindex(b"startxref")
    return content[:start] + b"startxref\n7\n%%EOF\n"
