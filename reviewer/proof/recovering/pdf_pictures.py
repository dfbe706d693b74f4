"""Image streams of a PDF, decoded in full: cut, covered or unused as they may be."""

import io
from collections.abc import Sequence

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
from PIL import Image, ImageOps

from reviewer.proof.recovering.gathering import Gathering
from reviewer.proof.recovering.pictures import PictureReader

_MOST_SIDE = 5_000
_BITS_OF_A_BYTE = 8
_FAULTS = (
    pypdfium2.PdfiumError, pikepdf.PdfError, ValueError, OverflowError, OSError, KeyError, IndexError, TypeError,
    AttributeError, NotImplementedError, RuntimeError, pikepdf.UnsupportedImageTypeError,
)  # fmt: skip


def read_pictures(
    gathering: Gathering, images: Sequence[tuple[str, pikepdf.Stream]], reader: PictureReader, content: bytes
) -> None:
    """Read every image stream of a PDF in full, cut, covered or unused as it may be.

    Its bytes are read as such unless they stand in the file's bytes (`content`), which are read anyway.
    """
    for part, stream in images:
        picture = _decoded(stream)
        if picture is None:
            gathering.mark_unread(f"{part}, picture {stream.objgen[0]}")
            continue
        gathering.count_pixels(picture.width * picture.height * 3)
        reader.read(part, picture)
        if (bare := _without_its_colours(stream)) is not None:
            reader.read(part, bare, form="picture without its colours")
        _read_notes(gathering, part, stream, content)


def _read_notes(gathering: Gathering, part: str, stream: pikepdf.Stream, content: bytes) -> None:
    """Read what an image file says beside its pixels: EXIF, comments, XMP."""
    try:
        raw = stream.read_raw_bytes()
    except _FAULTS:
        return
    if raw not in content:
        gathering.read_bytes(part, "raw bytes", raw)


def _decoded(stream: pikepdf.Stream) -> Image.Image | None:
    for decode in (_by_pikepdf, _by_bits, _by_pdfium):
        try:
            picture = decode(stream)
        except MemoryError:
            raise
        except Exception:  # three libraries, each with errors of its own for what is broken or far too large
            continue
        if picture is not None:
            return picture
    return None


def _without_its_colours(stream: pikepdf.Stream) -> Image.Image | None:
    """Return the bare numbers of a picture as shades, when its colours may make different numbers look the same."""
    try:
        space = stream.get("/ColorSpace")
        ends = [float(end) for end in stream.get("/Decode", [])]
        is_flat = any(first == last for first, last in zip(ends[::2], ends[1::2], strict=False))
        has_twins = False
        if isinstance(space, pikepdf.Array) and str(space[0]) in ("/Indexed", "/I"):
            table = space[3].read_bytes() if isinstance(space[3], pikepdf.Stream) else bytes(space[3])
            width = max(1, len(table) // (int(space[2]) + 1))
            colours = [table[at : at + width] for at in range(0, len(table), width)]
            has_twins = len(set(colours)) < len(colours)
        if not (is_flat or has_twins) or int(stream.get("/BitsPerComponent", 8)) != _BITS_OF_A_BYTE:
            return None
        size = (int(stream.Width), int(stream.Height))
        return ImageOps.autocontrast(Image.frombytes("L", size, stream.read_bytes()[: size[0] * size[1]]))
    except _FAULTS:
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
