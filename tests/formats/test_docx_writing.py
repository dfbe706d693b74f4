"""Writing DOCX packages."""

import io
import struct
import zipfile
import zlib

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reviewer.formats.docx_writing import DocxFacts, DocxWriter, bookmark_name
from reviewer.formats.docx_xml import NAMESPACES, TextRun, escaped, paragraph, row, table

FACTS = DocxFacts("Title & more", "Mara Dunmore", "en-GB", "2026-05-06T11:34:00+01:00", 595, 842, 57)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def picture():
    def chunk(kind, data):
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    header = struct.pack(">LLBBBBB", 4, 2, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"\x00\x00\x00\x00\x00" * 2)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def opened(writer):
    return docx.Document(io.BytesIO(writer.save()))


def test_another_reader_opens_paragraphs_and_tables():
    writer = DocxWriter(FACTS)
    cells = [paragraph("one"), paragraph("two")]
    writer.add(paragraph("Heading", "Heading1"), table((100, 100), [row(cells, (100, 100), is_head=True)]))
    read = opened(writer)
    assert read.paragraphs[0].style.name == "Heading 1"
    assert [cell.text for cell in read.tables[0].rows[0].cells] == ["one", "two"]
    assert read.core_properties.title == "Title & more"


def test_a_picture_keeps_its_proportions():
    writer = DocxWriter(FACTS)
    writer.add(paragraph([writer.picture(picture(), 100, "a page")]))
    (shape,) = opened(writer).inline_shapes
    assert (shape.width.pt, shape.height.pt) == (100, 50)


def test_the_same_content_gives_the_same_bytes():
    def made():
        writer = DocxWriter(FACTS)
        writer.add(paragraph("text"))
        return writer.save()

    assert made() == made()


def test_a_file_without_comments_has_no_comment_parts():
    with zipfile.ZipFile(io.BytesIO(DocxWriter(FACTS).save())) as archive:
        assert not [name for name in archive.namelist() if "omment" in name or "people" in name]


@given(st.text(st.characters(codec=None)))
def test_any_text_makes_well_formed_xml(text):
    etree.fromstring(f"<w:body {NAMESPACES}>{paragraph([TextRun(text)])}</w:body>")


def test_what_xml_cannot_hold_becomes_a_replacement_character():
    assert escaped("a\x00b\ud800c<&>") == "a\ufffdb\ufffdc&lt;&amp;&gt;"


@pytest.mark.parametrize("words, marked", [("שלום עולם", True), ("12 שלום", True), ("Hello שלום", False)])
def test_a_paragraph_that_starts_from_the_right_says_so(words, marked):
    made = etree.fromstring(f"<w:body {NAMESPACES}>{paragraph(words)}</w:body>")
    assert (made.find(f".//{W}bidi") is not None) is marked


def test_bookmark_names_are_letters_digits_and_underscores():
    assert bookmark_name("article.1f-é" + "x" * 60) == ("article_1f__" + "x" * 60)[:40]
