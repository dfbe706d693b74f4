import io

import pikepdf

from reviewer.formats.pdf_attachments import attached_files
from reviewer.model.document import NoticeCode
from reviewer.opening.open import open_file
from tests.documents.docx_builder import build_docx, paragraph
from tests.documents.pdf_builder import PdfBuilder, simple_pdf


def with_files(**files: bytes) -> bytes:
    builder = PdfBuilder().page().text(72, 100, "Fares go up in May.")
    for name, content in files.items():
        builder.attachment(name.replace("_", "."), content)
    return builder.content()


def pinned(content: bytes) -> bytes:
    pdf = pikepdf.open(io.BytesIO(simple_pdf("Fares")))
    stream = pdf.make_stream(content)
    inner = pdf.make_indirect(
        pikepdf.Dictionary(Type=pikepdf.Name.Filespec, UF="terms.txt", EF=pikepdf.Dictionary(F=stream))
    )
    remark = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FileAttachment, Rect=[0, 0, 9, 9], FS=inner
    )
    pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(remark)])
    file = io.BytesIO()
    pdf.save(file)
    return file.getvalue()


def names(content: bytes) -> list[str]:
    return [one.document.name for one in open_file("fares.pdf", content)]


def test_documents_inside_a_pdf_are_opened_as_its_children():
    opened = open_file(
        "fares.pdf", with_files(terms_docx=build_docx(paragraph("The terms.")), notes_txt=b"Some notes.")
    )
    assert [one.document.name for one in opened] == ["fares.pdf", "notes.txt", "terms.docx"]
    assert {one.document.parent for one in opened[1:]} == {opened[0].document.id}


def test_a_file_pinned_to_a_page_is_opened_too():
    assert names(pinned(b"The terms.")) == ["fares.pdf", "terms.txt"]


def test_data_that_goes_along_is_no_document():
    assert names(with_files(invoice_xml=b"<a>1</a>", review_json=b"{}")) == ["fares.pdf"]


def test_an_attachment_that_cannot_be_read_is_named():
    (only,) = open_file("fares.pdf", with_files(film_mp4=b"\x00\x00\x00\x18ftypmp42" + bytes(50)))
    assert [n.arguments["name"] for n in only.document.notices if n.code is NoticeCode.ATTACHMENT_NOT_READ] == [
        "film.mp4"
    ]


def test_pdfs_inside_one_another_end_at_a_depth():
    content = simple_pdf("The innermost.")
    for at in range(12):
        content = PdfBuilder().page().text(72, 100, f"Layer {at}.").attachment("inner.pdf", content).content()
    opened = open_file("outer.pdf", content)
    assert len(opened) == 8
    assert opened[-1].document.notices[-1].code is NoticeCode.ATTACHMENT_NOT_READ


def test_a_broken_file_has_no_attachments():
    assert attached_files(b"%PDF-1.7 nothing") == []
