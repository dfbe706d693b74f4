"""What a redacted DOCX still is: outside the marked words every paragraph, format, list, table, picture and margin."""

import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from lxml import etree

from reviewer.model.redaction import LossNote, RedactionLoss, RedactionOrder
from reviewer.pages.pictures import decode_picture
from reviewer.redacting.docx import redact_docx
from tests.documents.docx_builder import (
    build_docx,
    content_control,
    deleted,
    field,
    inserted,
    paragraph,
    run,
)
from tests.redacting.docx_package_builder import Link, Package, par, part_case, png
from tests.redacting.pictures import printed

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def memo() -> bytes:
    """Return a document with most of what an office writes: only its second paragraph has the word."""
    written = docx.Document()
    written.core_properties.title = "The night boat"
    written.add_heading("The night boat", 1)
    written.add_paragraph("Then Wray left.")
    _add_text(written)
    _add_table(written)
    written.add_picture(io.BytesIO(printed("Harbour")), width=Cm(4))
    section = written.sections[0]
    section.left_margin, section.different_first_page_header_footer = Cm(3.1), True
    section.header.paragraphs[0].text = "Draft, second desk"
    section.first_page_header.paragraphs[0].text = "Draft, first page"
    section.footer.paragraphs[0].text = "Page foot"
    written.add_section().orientation = section.orientation
    buffer = io.BytesIO()
    written.save(buffer)
    return buffer.getvalue()


def _add_text(written: Document) -> None:
    line = written.add_paragraph("Plain, ")
    line.add_run("bold, ").bold = True
    line.add_run("slanted, ").italic = True
    line.add_run("underlined, ").underline = True
    coloured = line.add_run("coloured, ")
    coloured.font.color.rgb, coloured.font.size, coloured.font.name = RGBColor(200, 10, 20), Pt(17), "Georgia"
    line.add_run("raised").font.superscript = True
    line.add_run(" and\ta tab\nand a new line  with  two spaces.")
    line.alignment = WD_ALIGN_PARAGRAPH.CENTER
    line.paragraph_format.space_after, line.paragraph_format.left_indent = Pt(9), Cm(1)
    for number in range(3):
        written.add_paragraph(f"Step {number}", style="List Number")
        written.add_paragraph(f"Point {number}", style="List Bullet")
    written.add_paragraph("A quotation.", style="Intense Quote")
    written.add_paragraph("Zürich, Łódź, 東京, مرحبا, 🙂 – “quoted” … ½")


def _add_table(written: Document) -> None:
    table = written.add_table(rows=3, cols=3, style="Light Grid Accent 1")
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"cell {row}.{column}"
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(2, 2).add_paragraph("second line of a cell")


@pytest.fixture(scope="module")
def both() -> tuple[Document, Document]:
    before = memo()
    after = redact_docx("memo.docx", before, RedactionOrder(terms=("Wray",)), None, lambda _: None).content
    return docx.Document(io.BytesIO(before)), docx.Document(io.BytesIO(after))


def lines(document: Document) -> list[Paragraph]:
    return [line for line in document.paragraphs if "left." not in line.text]


def test_the_text_of_every_other_paragraph_is_the_same(both):
    before, after = both
    assert [line.text for line in lines(after)] == [line.text for line in lines(before)]
    assert len(after.paragraphs) == len(before.paragraphs)


def test_every_run_looks_the_same(both):
    def looks(document: Document) -> list[tuple]:
        return [
            (piece.text, piece.bold, piece.italic, piece.underline, piece.font.size, piece.font.name,
             piece.font.color.rgb, piece.font.superscript)
            for line in lines(document) for piece in line.runs
        ]  # fmt: skip

    before, after = map(looks, both)
    assert after == before


def test_every_paragraph_stands_the_same(both):
    def stands(document: Document) -> list[tuple]:
        forms = [(line, line.paragraph_format) for line in document.paragraphs]
        return [(line.style.name, line.alignment, form.space_after, form.left_indent) for line, form in forms]

    before, after = map(stands, both)
    assert after == before


def test_lists_are_numbered_the_same(both):
    def numbering(document: Document) -> bytes:
        return etree.tostring(document.part.numbering_part.element, method="c14n")

    def levels(xml: bytes) -> list[tuple]:
        root = etree.fromstring(xml)
        return [
            (level.get(f"{W}ilvl"), *(level.find(f"{W}{name}").get(f"{W}val") for name in ("numFmt", "lvlText")))
            for level in root.iter(f"{W}lvl")
        ]

    before, after = (levels(numbering(document)) for document in both)
    assert after == before


def test_styles_are_the_same(both):
    def styles(document: Document) -> list[tuple]:
        return [(style.style_id, style.name, etree.tostring(style.element).count(b"<")) for style in document.styles]

    before, after = map(styles, both)
    assert [one[:2] for one in after] == [one[:2] for one in before]


def test_tables_are_the_same(both):
    def cells(document: Document) -> list[tuple]:
        return [
            (table.style.name, [[cell.text for cell in row.cells] for row in table.rows]) for table in document.tables
        ]

    before, after = map(cells, both)
    assert after == before


def test_pictures_have_the_same_size_and_pixels(both):
    def pictures(document: Document) -> list[tuple]:
        found = []
        for shape in document.inline_shapes:
            relation = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
            pixels = decode_picture(document.part.related_parts[relation].blob).without_alpha()
            found.append((shape.width, shape.height, pixels.width, pixels.height, bytes(pixels.samples)))
        return found

    before, after = map(pictures, both)
    assert len(before) == 1
    assert after == before


def test_margins_heads_and_feet_are_the_same(both):
    def margins(document: Document) -> list[tuple]:
        return [
            (section.left_margin, section.page_width, section.different_first_page_header_footer,
             section.header.paragraphs[0].text, section.first_page_header.paragraphs[0].text,
             section.footer.paragraphs[0].text)
            for section in document.sections
        ]  # fmt: skip

    before, after = map(margins, both)
    assert after == before


def test_the_title_stays_and_the_author_goes(both):
    _, after = both
    assert (after.core_properties.title, after.core_properties.author) == ("The night boat", "")


CHART = '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart/></c:chartSpace>'
BOX = '<w:r><w:object><v:shape id="s"/><o:OLEObject ProgID="X" r:id="rIdX"/></w:object></w:r>'
LOST = [
    (RedactionLoss.REVISIONS, build_docx(paragraph("Wray ", deleted("never "), inserted("often ")))),
    (RedactionLoss.HIDDEN_TEXT, build_docx(paragraph("Wray ", run("hidden", hidden=True)))),
    (RedactionLoss.FORM_FIELDS, build_docx(content_control(paragraph("Wray")))),
    (RedactionLoss.FORM_FIELDS, build_docx(paragraph("Wray ", field("DATE", "today")))),
    (RedactionLoss.LINKS, build_docx(paragraph("Wray ", field('HYPERLINK "https://a.example"', "page")))),
    (RedactionLoss.LINKS, Package(par("Wray ", '<w:hyperlink r:id="rIdX"><w:r><w:t>x</w:t></w:r></w:hyperlink>'), {}, [Link("rIdX", "hyperlink", "file:///C:/a.docx", True)]).build()),
    (RedactionLoss.EMBEDDED_OBJECT, part_case("", "embeddings/a.bin", b"x", "oleObject", body=par("Wray", BOX)).content),
    (RedactionLoss.EMBEDDED_OBJECT, part_case("", "glossary/document.xml", b"<a/>", "glossaryDocument", body=par("Wray")).content),
    (RedactionLoss.SCRIPT, part_case("", "vbaProject.bin", b"x", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", body=par("Wray")).content),
    (RedactionLoss.METADATA, Package(par("Wray"), {"customXml/item1.xml": "<a/>"}, [Link("rIdX", "customXml", "../customXml/item1.xml")]).build()),
    (RedactionLoss.SIGNATURE, Package(par("Wray"), {"_xmlsignatures/s.xml": "<a/>"}, [], [Link("rId9", "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin", "_xmlsignatures/s.xml")]).build()),
    (RedactionLoss.METADATA, part_case("", "people.xml", b"<a/>", "http://schemas.microsoft.com/office/2011/relationships/people", body=par("Wray")).content),
]  # fmt: skip


@pytest.mark.parametrize(
    ("loss", "content"), LOST, ids=lambda value: value.value if isinstance(value, RedactionLoss) else ""
)
def test_what_else_had_to_go_is_said(loss, content):
    made = redact_docx("memo.docx", content, RedactionOrder(terms=("Wray",)), None, lambda _: None)
    assert loss in [note.loss for note in made.losses]


def test_a_plain_document_loses_nothing():
    made = redact_docx(
        "memo.docx", build_docx(paragraph("Then Wray left.")), RedactionOrder(terms=("Wray",)), None, lambda _: None
    )
    assert made.losses == ()


def test_a_picture_loses_only_what_nobody_sees():
    content = Package(
        par("Wray"), {"word/media/a.png": png((b"tEXt", b"Author\0Ada"))}, [Link("rIdX", "image", "media/a.png")]
    )
    made = redact_docx("memo.docx", content.build(), RedactionOrder(terms=("Wray",)), None, lambda _: None)
    assert b"Ada" not in made.content
    assert not [note for note in made.losses if note == LossNote(RedactionLoss.EMBEDDED_OBJECT, "picture 1")]
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(made.content)).namelist()
