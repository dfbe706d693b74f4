"""A tagged PDF being written, with links, bookmarks and attachments; the same input gives the same bytes.

Follows ISO 32000-1 and, for what we draw ourselves, ISO 14289-1 (PDF/UA-1).
"""

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from reviewer.formats.pdf_canvas import Canvas
from reviewer.formats.pdf_metadata import DocumentFacts, write_metadata
from reviewer.formats.pdf_tags import Attached, StructureTree
from reviewer.formats.png import read_png
from reviewer.model.problem import ProblemCode, ReviewerError

Annotator = Callable[[pikepdf.Pdf, list[pikepdf.Object]], None]


@dataclass(frozen=True)
class Target:
    """A named place: a page (from 0) and how far below its top, in points."""

    page: int
    top: float


@dataclass(frozen=True)
class Bookmark:
    """A line of the outline; level 0 is outermost."""

    level: int
    title: str
    target: str


@dataclass(frozen=True)
class AttachedFile:
    """A file carried inside the PDF."""

    name: str
    media_type: str
    content: bytes
    description: str


@dataclass
class _ImportedPage:
    document: str
    page: int
    name: str


@dataclass
class TaggedPdf:
    """Collects pages, then writes the file once."""

    tree: StructureTree = field(default_factory=StructureTree)
    pages: list[Canvas] = field(default_factory=list)
    targets: dict[str, Target] = field(default_factory=dict)
    bookmarks: list[Bookmark] = field(default_factory=list)
    attachments: list[AttachedFile] = field(default_factory=list)
    annotators: list[Annotator] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Start with no pictures."""
        self._images: dict[str, bytes] = {}
        self._imports: dict[tuple[str, int], _ImportedPage] = {}
        self._sources: dict[str, Callable[[], bytes]] = {}

    def new_page(self, width: float, height: float) -> Canvas:
        """Add an empty page of this size in points."""
        canvas = Canvas(len(self.pages), width, height, self.tree)
        self.pages.append(canvas)
        return canvas

    def target(self, name: str, canvas: Canvas, top: float) -> None:
        """Name a place that links and bookmarks lead to; the first place of a name counts."""
        self.targets.setdefault(name, Target(canvas.index, top))

    def image(self, png: bytes) -> str:
        """Take in a picture (8-bit grey or RGB PNG); return its name for `Canvas.picture`."""
        name = "Im" + hashlib.sha256(png).hexdigest()[:12]
        self._images[name] = png
        return name

    def page_of(self, document: str, content: Callable[[], bytes], page: int) -> str:
        """Take in a page (from 0) of another PDF, fetched when the file is written; return its name."""
        self._sources[document] = content
        made = self._imports.setdefault((document, page), _ImportedPage(document, page, f"Fm{len(self._imports) + 1}"))
        return made.name

    def finish(self, facts: DocumentFacts, fonts: bytes) -> bytes:
        """Write the file; `fonts` is a PDF whose first page holds the fonts under the names that the glyphs have."""
        for canvas in self.pages:
            for draw in canvas.late:
                draw()
        pdf = pikepdf.new()
        pictures = self._write_pictures(pdf)
        fonts_pdf = pikepdf.open(io.BytesIO(fonts))
        font_objects = {name: pdf.copy_foreign(font) for name, font in fonts_pdf.pages[0].Resources.Font.items()}
        for font in font_objects.values():
            _say_that_codes_are_glyphs(font)
        for canvas in self.pages:
            self._write_page(pdf, canvas, font_objects, pictures)
        pages: list[pikepdf.Object] = [page.obj for page in pdf.pages]
        self._write_links(pdf, pages)
        for annotate in self.annotators:
            annotate(pdf, pages)
        self._write_outline(pdf)
        self._write_attachments(pdf, facts)
        write_metadata(pdf, facts)
        self.tree.write(pdf, pages)
        out = io.BytesIO()
        pdf.remove_unreferenced_resources()
        pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()

    def _write_pictures(self, pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
        pictures = {name: _image_object(pdf, png) for name, png in self._images.items()}
        opened: dict[str, pikepdf.Pdf] = {}
        for made in self._imports.values():
            if made.document not in opened:
                opened[made.document] = _opened(self._sources[made.document]())
                _take_layers(pdf, opened[made.document])
            pictures[made.name] = _page_as_form(pdf, opened[made.document], made.page)
        self._opened = opened
        return pictures

    def _write_page(
        self,
        pdf: pikepdf.Pdf,
        canvas: Canvas,
        fonts: dict[str, pikepdf.Object],
        pictures: dict[str, pikepdf.Object],
    ) -> None:
        resources = Dictionary(Font=Dictionary(fonts))
        if canvas.pictures:
            resources.XObject = Dictionary({"/" + name: pictures[name] for name in sorted(canvas.pictures)})
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array([0, 0, _whole(canvas.width), _whole(canvas.height)]),
            Resources=resources,
            Contents=pdf.make_stream(canvas.content()),
            Tabs=Name.S,
        )
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))

    def _write_links(self, pdf: pikepdf.Pdf, pages: list[pikepdf.Object]) -> None:
        for canvas in self.pages:
            for link in canvas.links:
                place = self.targets.get(link.target)
                if place is None:
                    link.node.kind = "Span"
                    continue
                box, height = link.box, canvas.height
                annotation = pdf.make_indirect(
                    Dictionary(
                        Type=Name.Annot,
                        Subtype=Name.Link,
                        Rect=Array([_whole(v) for v in (box.x0, height - box.y1, box.x1, height - box.y0)]),
                        Border=Array([0, 0, 0]),
                        F=4,
                        Contents=String(link.description),
                        Dest=self._destination(pages, place.page, place.top),
                        StructParent=link.key,
                    )
                )
                add_annotation(pages[canvas.index], annotation)
                link.node.children.append(Attached(canvas.index, annotation, link.key))

    def _destination(self, pages: list[pikepdf.Object], page: int, top: float) -> pikepdf.Object:
        height = self.pages[page].height
        return Array([pages[page], Name.XYZ, None, _whole(height - max(0.0, top - 12)), None])

    def _write_outline(self, pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as outline:
            parents: list[pikepdf.OutlineItem] = []
            for bookmark in self.bookmarks:
                place = self.targets.get(bookmark.target)
                if place is None:
                    continue
                item = pikepdf.OutlineItem(
                    bookmark.title,
                    place.page,
                    "XYZ",
                    top=_whole(self.pages[place.page].height - max(0.0, place.top - 12)),
                )
                parents = parents[: bookmark.level]
                (parents[-1].children if parents else outline.root).append(item)
                parents.append(item)

    def _write_attachments(self, pdf: pikepdf.Pdf, facts: DocumentFacts) -> None:
        if not self.attachments:
            return
        specifications = []
        for attached in sorted(self.attachments, key=lambda file: file.name):
            stream = pdf.make_stream(attached.content)
            stream.Type = Name.EmbeddedFile
            stream.Subtype = Name("/" + attached.media_type)
            stream.Params = Dictionary(
                Size=len(attached.content),
                CheckSum=String(hashlib.md5(attached.content, usedforsecurity=False).digest()),
                ModDate=String(facts.pdf_date),
            )
            specifications.append(
                pdf.make_indirect(
                    Dictionary(
                        Type=Name.Filespec,
                        F=String(attached.name),
                        UF=String(attached.name),
                        Desc=String(attached.description),
                        AFRelationship=Name.Data,
                        EF=Dictionary(F=stream, UF=stream),
                    )
                )
            )
        names: list[pikepdf.Object] = []
        for specification in specifications:
            names += [specification.UF, specification]
        pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array(names)))
        pdf.Root.AF = Array(specifications)


def add_annotation(page: pikepdf.Object, annotation: pikepdf.Object) -> None:
    """Append an annotation to a page."""
    if "/Annots" not in page:
        page.Annots = Array([])
    page.Annots.append(annotation)


def _whole(value: float) -> float:
    return round(value, 3)


def _image_object(pdf: pikepdf.Pdf, content: bytes) -> pikepdf.Object:
    png = read_png(content)
    stream = pikepdf.Stream(pdf, b"")
    parameters = Dictionary(Predictor=15, Colors=png.components, BitsPerComponent=8, Columns=png.width)
    stream.write(png.rows, filter=Name.FlateDecode, decode_parms=parameters)
    stream.Type, stream.Subtype = Name.XObject, Name.Image
    stream.Width, stream.Height, stream.BitsPerComponent = png.width, png.height, 8
    stream.ColorSpace = Name.DeviceRGB if png.components == 3 else Name.DeviceGray
    return stream


def _opened(content: bytes) -> pikepdf.Pdf:
    try:
        return pikepdf.open(io.BytesIO(content))
    except pikepdf.PdfError as error:
        reason = "the article's own pages cannot be copied"
        raise ReviewerError(ProblemCode.PACKET_BROKEN, name="the PDF", reason=reason) from error


def _take_layers(pdf: pikepdf.Pdf, source: pikepdf.Pdf) -> None:
    """Take over which layers are off: a layer that nobody knows is shown by every reader."""
    if "/OCProperties" in source.Root:
        pdf.Root.OCProperties = pdf.copy_foreign(source.make_indirect(source.Root.OCProperties))


def _say_that_codes_are_glyphs(font: pikepdf.Object) -> None:
    """Add what PDF/UA wants said of a TrueType font whose codes are glyph numbers."""
    for descendant in font.DescendantFonts:
        if descendant.Subtype == Name.CIDFontType2:
            descendant.CIDToGIDMap = Name.Identity


def _page_as_form(pdf: pikepdf.Pdf, source: pikepdf.Pdf, number: int) -> pikepdf.Object:
    """Return a page as a form whose displayed lower left corner is the origin, a unit to a point.

    Raises ReviewerError(DAMAGED) when a broken file shows this page to other readers and not to this one.
    """
    if number >= len(source.pages):
        raise ReviewerError(ProblemCode.DAMAGED, reason=f"page {number + 1} cannot be copied")
    page = source.pages[number]
    page.trimbox = page.cropbox
    form = page.as_form_xobject(handle_transformations=True)
    matrix = pikepdf.Matrix(*[float(part) for part in form.get("/Matrix", Array([1, 0, 0, 1, 0, 0]))])
    box = pikepdf.Rectangle(*[float(edge) for edge in form.BBox])
    corners = matrix.transform(box)
    form.Matrix = (matrix @ pikepdf.Matrix().translated(-corners.llx, -corners.lly)).as_array()
    for private in ("/PieceInfo", "/Metadata", "/StructParents", "/StructParent", "/LastModified"):
        if private in form:
            del form[private]
    return pdf.copy_foreign(form)
