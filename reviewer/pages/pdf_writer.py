"""Makes a PDF out of drawn pages, with the program's fonts embedded and reduced to what is used."""

from collections.abc import Mapping

from reviewer.pages.canvas import Canvas
from reviewer.pages.fonts import FontBook
from reviewer.pages.mupdf import Pdf
from reviewer.pages.unicode_tables import unicode_table


class PdfWriter:
    """Takes canvases one after another and finishes them to a PDF.

    Pages are written as objects of their own at the end; adding pages one by one through PyMuPDF grows worse than
    linearly. All pages share one set of fonts.
    """

    def __init__(self) -> None:
        self.book = FontBook()
        self._pages: list[tuple[float, float, bytes]] = []

    def canvas(self, width: float, height: float) -> Canvas:
        """Return an empty page of this size in points to draw on; add it with `add_page`."""
        return Canvas(width, height, self.book)

    def add_page(self, canvas: Canvas) -> int:
        """Add a drawn page and return its number, from 1."""
        return self.add_content(canvas.width, canvas.height, canvas.content)

    def add_content(self, width: float, height: float, content: bytes) -> int:
        """Add a page by its content stream and return its number, from 1."""
        self._pages.append((width, height, content))
        return len(self._pages)

    def finish(self, metadata: Mapping[str, str] | None = None) -> Pdf:
        """Return the pages as an open PDF, to which images, annotations, links and bookmarks can be added."""
        pdf = Pdf.new()
        fonts = self._embed_fonts(pdf)
        resources = pdf.add_object(f"<</Font<<{fonts}>>>>")
        pages = []
        for width, height, content in self._pages:
            stream = pdf.add_stream(content)
            pages.append(
                pdf.add_object(
                    f"<</Type/Page/MediaBox[0 0 {width:g} {height:g}]/Resources {resources} 0 R/Contents {stream} 0 R>>"
                )
            )
        pdf.set_pages(pages)
        if metadata:
            pdf.set_metadata(metadata)
        return pdf

    def _embed_fonts(self, pdf: Pdf) -> str:
        """Embed the fonts, reduced by way of one page that shows every glyph used, and drop that page again.

        What their glyphs mean is told in tables of our own: MuPDF's miswrite what lies outside the first plane, such
        as emoji, and call joined Arabic letters by the names of their forms.
        """
        names, samples, tables = [], [], {}
        for index, (font, letters) in enumerate(zip(self.book.fonts, self.book.letters, strict=True)):
            if letters:
                embedded = pdf.embed_font(font)
                tables[embedded] = unicode_table(letters)
                names.append(f"/F{index} {embedded} 0 R")
                samples.append(f"/F{index} 1 Tf <{''.join(f'{glyph:04x}' for glyph in sorted(letters))}> Tj")
        fonts = " ".join(names)
        sample = pdf.add_stream(f"BT {' '.join(samples)} ET".encode("ascii"))
        page = pdf.add_object(f"<</Type/Page/MediaBox[0 0 9 9]/Resources<</Font<<{fonts}>>>>/Contents {sample} 0 R>>")
        pdf.set_pages([page])
        pdf.subset_fonts()
        for embedded, table in tables.items():
            pdf.set_key(embedded, "ToUnicode", f"{pdf.add_stream(table)} 0 R")
        return fonts
