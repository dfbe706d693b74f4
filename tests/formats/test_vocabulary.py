"""The fixed words of formats: exempt where they are vocabulary, kept where somebody may have filled them in."""

import io
import zipfile

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.formats.markup_vocabulary import (
    is_standard_value,
    without_html_words,
    without_mail_words,
    without_part_names,
    without_xml_words,
)
from reviewer.formats.pdf_vocabulary import without_pdf_words, without_words_of_stream
from reviewer.model.redaction import RedactionOrder
from reviewer.proof.recover import recover
from reviewer.redacting.redact import redact_file
from tests.documents.mail_builder import build_mail, multipart, text_part
from tests.proof.pdf_way_tools import drawing, saved
from tests.redacting.docx_package_builder import Package, par
from tests.redacting.pdf_sheet import Sheet


def test_html_names_go_and_what_people_write_stays() -> None:
    assert "span" not in without_html_words('<span lang="en">x</span>')
    assert '="Span"' in without_html_words('<span lang="Span">x</span>')
    assert "Span" in without_html_words("<p>Mr Span</p>")
    assert "span" in without_html_words("<!-- <span> -->")
    assert "<Span>" in without_html_words("Ada <Span>")
    assert "span" in without_html_words("<p data-span='1'>")


def test_xml_names_go_and_values_and_strange_names_stay() -> None:
    bare = without_xml_words('<w:style w:type="Style"><w:name w:val="Title"/><w:Title/></w:style>')
    assert "w:style" not in bare and '="Style"' in bare and '="Title"' in bare and "w:Title" in bare


def test_only_whole_standard_values_count() -> None:
    assert is_standard_value("word/styles.xml") and is_standard_value("preserve")
    assert not is_standard_value("Styles") and not is_standard_value("word/Hanes.xml")
    assert without_part_names(b"PK word/styles.xml Styles") == b"PK  Styles"


def test_header_names_go_in_header_blocks_only() -> None:
    mail = b"From: Date <a@b.example>\r\nSubject: From\r\nX-Date: x\r\n\r\nFrom: me\r\n"
    assert without_mail_words(mail) == b": Date <a@b.example>\r\n: From\r\nX-Date: x\r\n\r\nFrom: me\r\n"


def test_pdf_names_go_in_syntax_and_not_in_text() -> None:
    assert (
        without_pdf_words(b"1 0 obj <</Type /Page /Type (Page) /Pagen 1>> endobj") == b"  <</ / / (Page) /Pagen 1>>  "
    )
    assert without_words_of_stream(b"see /Page and /Root") == b"see /Page and /Root"


BUILDERS = {
    "notes.docx": lambda name: Package(par(f"They met {name} there.")).build(),
    "page.html": lambda name: f"<title>x</title><body><p>They met <span>{name}</span> there.</p></body>".encode(),
    "letter.eml": lambda name: build_mail(
        multipart("alternative", [text_part(f"Met {name}."), text_part(f"<p>Met {name}.</p>", "html")])
    ),
    "memo.pdf": lambda name: Sheet().line(f"They met {name} there.").finished(),
}


@pytest.mark.parametrize(
    ("file", "name"),
    [
        *(
            ("notes.docx", name)
            for name in ("Title", "Table", "Font", "Normal", "Body", "Style", "Word", "Main", "Color")
        ),
        *(("page.html", name) for name in ("Span", "Style", "Body", "Head", "Title", "Lang")),
        *(("letter.eml", name) for name in ("From", "Date", "Subject", "Content", "Version", "Head")),
        *(("memo.pdf", name) for name in ("Page", "Font", "Type", "Root", "Kids", "Catalog", "Stream")),
    ],
)
def test_somebody_named_like_a_word_of_the_format_can_be_redacted(file: str, name: str) -> None:
    made = redact_file(file, BUILDERS[file](name), RedactionOrder(terms=(name,)), None, lambda _: None)
    proved = recover(file, made.content, made.removed)
    assert (proved.survivors, proved.unread) == ((), ())


@pytest.mark.parametrize(
    ("file", "name"), [("notes.docx", "Title"), ("page.html", "Span"), ("letter.eml", "Date"), ("memo.pdf", "Page")]
)
def test_the_same_words_are_found_where_somebody_wrote_them(file: str, name: str) -> None:
    assert recover(file, BUILDERS[file](name), (name,)).survivors


@pytest.mark.parametrize(
    "pdf",
    [
        drawing("q Q", XObject=Dictionary({"/Root": Dictionary()})),
        drawing("q Q", Properties=Dictionary(Root=Dictionary())),
        drawing("q Q", ColorSpace=Dictionary(C0=Array([Name.Separation, Name.Root, Name.DeviceGray]))),
    ],
)
def test_a_made_up_name_of_a_pdf_is_found_though_it_is_also_a_word_of_the_format(pdf: pikepdf.Pdf) -> None:
    assert recover("memo.pdf", saved(pdf), ("Root",)).survivors


def test_an_entry_of_an_archive_with_a_made_up_name_is_found() -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("word/Styles of Ada.xml", "<a/>")
    assert recover("notes.zip", written.getvalue(), ("Styles",)).survivors


@pytest.mark.parametrize("word", ["Gamma", "Extend"])
def test_keys_of_colour_spaces_and_shadings_that_are_objects_of_their_own_are_vocabulary(word: str) -> None:
    sheet = Sheet().line("Nothing else.")
    grey = sheet.pdf.make_indirect(Array([Name.CalGray, Dictionary(WhitePoint=Array([1, 1, 1]), Gamma=2)]))
    shading = sheet.add(
        ShadingType=2, ColorSpace=Name.DeviceGray, Coords=Array([0, 0, 9, 9]), Extend=Array([True, True]),
        Function=Dictionary(FunctionType=2, Domain=Array([0, 1]), N=1, C0=Array([0]), C1=Array([1])),
    )  # fmt: skip
    sheet.resource("ColorSpace", "C1", grey).resource("Shading", "S1", shading).draw("/C1 cs 0.5 sc /S1 sh")
    assert recover("a.pdf", sheet.finished(), (word,)).survivors == ()
    named = Sheet().line("Nothing else.").resource("Shading", word, Dictionary(ShadingType=2))
    assert recover("a.pdf", named.finished(), (word,)).survivors
