"""What can be seen on the pages of a PDF: pictures in full, pages drawn at 300 dpi, shapes that may be letters."""

import io
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as _pdfium  # type: ignore[import-untyped]
from PIL import Image

from reviewer.model.redaction import PageBox
from reviewer.proof.recovering.gathering import Gathering
from reviewer.proof.recovering.pdf_bare import with_bare_pages
from reviewer.proof.recovering.pictures import PictureReader
from reviewer.proof.recovering.places import Piece

_DPI = 300
_MOST_SIDE = 5_000
_AROUND_AREA = 14.0
_SHAPES_OF_A_WORD = 4
_SEGMENTS_OF_A_LETTER = 5
_MOST_DEEP = 4
_FAULTS = (
    pypdfium2.PdfiumError, pikepdf.PdfError, ValueError, OverflowError, OSError, KeyError, IndexError, TypeError,
    AttributeError, NotImplementedError, RuntimeError, pikepdf.UnsupportedImageTypeError,
)  # fmt: skip


def read_pictures(gathering: Gathering, images: Sequence[tuple[str, pikepdf.Stream]], reader: PictureReader) -> None:
    """Read every image stream of a PDF in full, cut, covered or unused as it may be."""
    for part, stream in images:
        picture = _decoded(stream)
        if picture is None:
            gathering.mark_unread(f"{part}, picture {stream.objgen[0]}")
            continue
        gathering.count_unpacked(picture.width * picture.height * 3)
        reader.read(part, picture)
        _read_notes(gathering, part, stream)


def _read_notes(gathering: Gathering, part: str, stream: pikepdf.Stream) -> None:
    """Read what an image file says beside its pixels: EXIF, comments, XMP."""
    try:
        gathering.read_bytes(part, "raw bytes", stream.read_raw_bytes())
    except _FAULTS:
        return


def _decoded(stream: pikepdf.Stream) -> Image.Image | None:
    for decode in (_by_pikepdf, _by_bits, _by_pdfium):
        try:
            picture = decode(stream)
        except _FAULTS:
            continue
        if picture is not None:
            return picture
    return None


def _by_pikepdf(stream: pikepdf.Stream) -> Image.Image | None:
    return pikepdf.PdfImage(stream).as_pil_image()


def _by_bits(stream: pikepdf.Stream) -> Image.Image | None:
    """Decode stencils and other pictures of one bit or byte a pixel that name no colours."""
    width, height, bits = int(stream.Width), int(stream.Height), int(stream.get("/BitsPerComponent", 1))
    data = stream.read_bytes()
    if bits == 1 and len(data) >= (width + 7) // 8 * height:
        return Image.frombytes("1", (width, height), data)
    channels = {width * height: "L", width * height * 3: "RGB", width * height * 4: "CMYK"}
    mode = channels.get(len(data))
    return Image.frombytes(mode, (width, height), data) if mode and bits == 8 else None


def _by_pdfium(stream: pikepdf.Stream) -> Image.Image | None:
    """Draw a picture on a page of its own."""
    width, height = int(stream.Width), int(stream.Height)
    scale = min(1.0, _MOST_SIDE / max(width, height))
    with pikepdf.new() as pdf:
        resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X0=pdf.copy_foreign(stream)))
        pdf.add_blank_page(page_size=(width * scale, height * scale))
        page = pdf.pages[0].obj
        page.Resources = resources
        page.Contents = pdf.make_stream(f"{width * scale} 0 0 {height * scale} 0 0 cm /X0 Do".encode())
        written = io.BytesIO()
        pdf.save(written)
    document = pypdfium2.PdfDocument(written.getvalue())
    try:
        picture = document[0].render(scale=1).to_pil().convert("RGB")
    finally:
        document.close()
    return picture if picture.getextrema() != ((255, 255), (255, 255), (255, 255)) else None


def read_areas(
    gathering: Gathering,
    piece: Piece,
    document: Any,  # noqa: ANN401 - the native object has no type of its own
    areas: Sequence[PageBox],
    reader: PictureReader,
) -> None:
    """Read what shows inside and round areas, in points from the top left of the page as displayed."""
    for area in areas:
        part = piece.part(f"page {area.page}")
        try:
            page = document[area.page - 1]
            drawn = _drawn(page)
        except _FAULTS:
            gathering.mark_unread(part)
            continue
        scale = drawn.width / page.get_width()
        box = area.box
        cut = drawn.crop(
            (
                max(0, int((box.x0 - _AROUND_AREA * 4) * scale)),
                max(0, int((box.y0 - _AROUND_AREA) * scale)),
                min(drawn.width, int((box.x1 + _AROUND_AREA * 4) * scale)),
                min(drawn.height, int((box.y1 + _AROUND_AREA) * scale)),
            )
        )
        if min(cut.size) > 8:
            reader.read_as_seen(part, cut, _DPI)


def read_drawn_pages(gathering: Gathering, piece: Piece, document: Any, reader: PictureReader) -> None:  # noqa: ANN401
    """Read by eye the pages that show more than plain text, as they look and with all that hides shapes taken off."""
    shaped: list[int] = []
    for number in range(len(document)):
        part = piece.part(f"page {number + 1}")
        try:
            page = document[number]
            has_pictures, shapes, has_odd_fonts = _looks(page)
            if has_pictures or shapes >= _SHAPES_OF_A_WORD or has_odd_fonts:
                reader.read_as_seen(part, _drawn(page), _DPI)
            if shapes >= _SHAPES_OF_A_WORD:
                shaped.append(number)
        except _FAULTS:
            gathering.mark_unread(part)
    if shaped:
        _read_bare(piece, shaped, reader)


def _read_bare(piece: Piece, numbers: list[int], reader: PictureReader) -> None:
    bare = with_bare_pages(piece.content, piece.password)
    if bare is None:
        return
    document = pypdfium2.PdfDocument(bare)
    try:
        for number in numbers:
            try:
                reader.read(piece.part(f"page {number + 1}"), _drawn(document[number]), form="laid bare", dpi=_DPI)
            except _FAULTS:
                continue
    finally:
        document.close()


def _drawn(page: Any) -> Image.Image:  # noqa: ANN401 - the native object has no type of its own
    scale = min(_DPI / 72, _MOST_SIDE / max(page.get_width(), page.get_height(), 1))
    picture: Image.Image = page.render(scale=scale, may_draw_forms=True).to_pil()
    return picture.convert("RGB")


def _looks(page: Any) -> tuple[bool, int, bool]:  # noqa: ANN401 - the native object has no type of its own
    """Return whether a page has pictures, how many shapes that may be letters, and whether odd fonts."""
    has_pictures, shapes, has_odd_fonts = False, 0, False
    for kind, thing in _objects(page):
        if kind == _pdfium.FPDF_PAGEOBJ_PATH:
            shapes += _letters_in(thing)
        elif kind in (_pdfium.FPDF_PAGEOBJ_IMAGE, _pdfium.FPDF_PAGEOBJ_SHADING):
            has_pictures = True
        elif kind == _pdfium.FPDF_PAGEOBJ_TEXT:
            has_odd_fonts = has_odd_fonts or _is_odd(thing)
    return has_pictures, shapes, has_odd_fonts


def _objects(page: Any) -> Iterator[tuple[int, Any]]:  # noqa: ANN401 - the native object has no type of its own
    for thing in page.get_objects(max_depth=_MOST_DEEP):
        yield thing.type, thing.raw


def _letters_in(path: Any) -> int:  # noqa: ANN401 - the native object has no type of its own
    """Return how many letters a path may draw: one for a few segments, more for a long one."""
    segments = _pdfium.FPDFPath_CountSegments(path)
    return 0 if segments < _SEGMENTS_OF_A_LETTER else 1 + segments // 24


def _is_odd(text: Any) -> bool:  # noqa: ANN401 - the native object has no type of its own
    """Return whether a text is set in a font that is drawn by procedures or not embedded under a known name."""
    font = _pdfium.FPDFTextObj_GetFont(text)
    return not font
