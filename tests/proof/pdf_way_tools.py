"""What ways to hide a word in a PDF are put together from.

Most pages use a font whose codes are glyph numbers, so that the letters do not stand in the file's bytes.
"""

import io
from collections.abc import Callable
from typing import Any

import pikepdf
import pymupdf
from pikepdf import Array, Dictionary, Name, Stream

from reviewer.assets import resource

FONT = str(resource("fonts", "NotoSans-Regular.ttf"))
SIZE = (400, 300)


def page_with(text: str = "", **style: Any) -> pymupdf.Document:
    document = pymupdf.open()
    page = document.new_page(width=SIZE[0], height=SIZE[1])
    page.insert_text((40, 40), "The council met in June.", fontname="coded", fontfile=FONT)
    if text:
        page.insert_text((40, 100), text, fontname="coded", fontfile=FONT, **style)
    document.subset_fonts()
    return document


def coded(text: str, **style: Any) -> bytes:
    return page_with(text, **style).tobytes(deflate=True)


def helvetica() -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    written = io.BytesIO()
    pdf.save(written, **options)
    return written.getvalue()


def changed(content: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        change(pdf)
        return saved(pdf)


def drawing(source: str | bytes, **resources: Any) -> pikepdf.Pdf:
    """Return a page whose content is `source`; F0 is Helvetica."""
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=SIZE)
    page = pdf.pages[0].obj
    page.Resources = Dictionary(**resources)
    page.Resources.Font = Dictionary(F0=pdf.make_indirect(helvetica()))
    page.Contents = pdf.make_stream(source.encode("latin-1") if isinstance(source, str) else source)
    return pdf


def drawn(source: str | bytes, **resources: Any) -> bytes:
    return saved(drawing(source, **resources))


def rewritten(content: bytes, edit: Callable[[bytes], bytes]) -> bytes:
    """Change the decoded content stream of the first page."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_coalesce()
        page.obj.Contents.write(edit(page.obj.Contents.read_bytes()))

    return changed(content, change)


def as_form(content: bytes, name: str = "Fm0", **keys: Any) -> bytes:
    """Move the page's content into a form."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_coalesce()
        form = Stream(pdf, page.obj.Contents.read_bytes())
        form.update(Dictionary(**{"Type": Name.XObject, "Subtype": Name.Form, "BBox": Array([0, 0, *SIZE])} | keys))
        form.Resources = page.obj.Resources
        page.obj.Resources = Dictionary(XObject=Dictionary({f"/{name}": pdf.make_indirect(form)}))
        page.obj.Contents = pdf.make_stream(f"/{name} Do".encode())

    return changed(content, change)


def in_a_layer(content: bytes, name: str = "Layer", is_on: bool = False) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String(name)))
        states = Dictionary(OFF=Array([] if is_on else [layer]), ON=Array([layer] if is_on else []))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=states)
        page = pdf.pages[0]
        page.contents_coalesce()
        page.obj.Resources.Properties = Dictionary(Lay=layer)
        page.obj.Contents.write(b"/OC /Lay BDC " + page.obj.Contents.read_bytes() + b" EMC")

    return changed(content, change)


def picture(text: str, width: int = 260, height: int = 40, size: int = 16) -> pymupdf.Pixmap:
    """Return a picture of printed words at 150 dpi; sizes are points."""
    page = pymupdf.open().new_page(width=width, height=height)
    page.insert_text((10, 26), text, fontsize=size)
    return page.get_pixmap(dpi=150, alpha=False)


def outlines(text: str) -> bytes:
    """Return a PDF that shows a text as paths."""
    page = pymupdf.open().new_page(width=SIZE[0], height=SIZE[1])
    page.insert_text((40, 150), text, fontsize=24)
    return pymupdf.open(stream=page.get_svg_image(text_as_path=True).encode(), filetype="svg").convert_to_pdf()
