"""The attack on finished files."""

import io
import json
import zipfile

import pikepdf
import pytest

from reviewer.model.packet import packet_file
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.pages.typeset import typeset
from reviewer.proof.leaks import refuse_leaks
from reviewer.proof.runs import runs_of, runs_only_in
from tests.documents.review_builder import blocks_of

SECRET = "counsel thinks the second paragraph is actionable"


def pdf_with(change):
    text = "Nothing to see on this page.\n"
    pdf = pikepdf.open(io.BytesIO(typeset(text, blocks_of(text)).pdf))
    change(pdf)
    out = io.BytesIO()
    pdf.save(out)
    return packet_file("packet.pdf", "application/pdf", out.getvalue())


def in_metadata(pdf):
    pdf.docinfo["/Subject"] = SECRET


def in_annotation(pdf):
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Text,
        Rect=pikepdf.Array([0, 0, 9, 9]),
        Contents=pikepdf.String(SECRET),
    )
    pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(note)])


def in_attachment(pdf):
    pdf.attachments["a.txt"] = pikepdf.AttachedFileSpec(pdf, SECRET.encode())


def in_replacement_text(pdf):
    hexed = "FEFF" + SECRET.encode("utf-16-be").hex().upper()
    pdf.pages[0].contents_add(f"/Span <</ActualText <{hexed}>>> BDC EMC".encode())


def in_outline(pdf):
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(SECRET, 0))


@pytest.mark.parametrize("hide", [in_metadata, in_annotation, in_attachment, in_replacement_text, in_outline])
def test_a_note_hidden_anywhere_in_a_pdf_is_found(hide):
    with pytest.raises(ReviewerError) as refused:
        refuse_leaks(pdf_with(hide), [SECRET], [], [])
    assert refused.value.problem.code is ProblemCode.PACKET_LEAKS
    assert "counsel" not in str(refused.value)


def test_a_note_printed_on_a_page_is_found():
    text = f"Headline\n{SECRET}\n"
    file = packet_file("p.pdf", "application/pdf", typeset(text, blocks_of(text)).pdf)
    with pytest.raises(ReviewerError, match=r"p\.pdf, page 1"):
        refuse_leaks(file, [SECRET], [], [])


def test_a_clean_file_passes():
    refuse_leaks(pdf_with(lambda pdf: None), [SECRET], ["Marlow Quist"], [])


def docx_with(name, content):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, content)
    return packet_file("packet.docx", "application/zip", out.getvalue())


@pytest.mark.parametrize(
    "name, content",
    [
        (
            "word/comments.xml",
            "<w:p><w:r><w:t>counsel thinks the </w:t></w:r><w:r><w:t>second paragraph is actionable</w:t></w:r></w:p>",
        ),
        ("customXml/item1.xml", f"<note>{SECRET}</note>"),
        ("docProps/core.xml", f'<a title="{SECRET}"/>'),
    ],
)
def test_a_note_in_any_part_of_a_docx_is_found_across_runs(name, content):
    with pytest.raises(ReviewerError):
        refuse_leaks(docx_with(name, content), [SECRET], [], [])


def test_a_note_escaped_in_json_is_found():
    note = "der Anwalt hält das für gefährlich"
    file = packet_file("review.json", "application/json", json.dumps({"a": [note]}).encode())
    with pytest.raises(ReviewerError):
        refuse_leaks(file, [note], [], [])


def test_a_name_escaped_in_xfdf_is_found():
    content = b"<xfdf><annots><text><contents>as Pell &amp; Orne told us</contents></text></annots></xfdf>"
    with pytest.raises(ReviewerError):
        refuse_leaks(packet_file("packet.xfdf", "application/vnd.adobe.xfdf", content), (), ("Pell & Orne",), ())


def test_four_words_of_a_note_are_no_leak_but_five_are():
    file = packet_file("a.csv", "text/csv", b"the second paragraph is fine")
    refuse_leaks(file, [SECRET], [], [])
    with pytest.raises(ReviewerError):
        refuse_leaks(packet_file("a.csv", "text/csv", b"THE SECOND, paragraph -- is ACTIONABLE"), [SECRET], [], [])


def test_words_that_also_stand_in_the_article_are_excused():
    file = packet_file("a.csv", "text/csv", SECRET.encode())
    refuse_leaks(file, [SECRET], [], [f"As the paper said, {SECRET}."])


def test_a_name_is_found_as_whole_words_only():
    refuse_leaks(packet_file("a.csv", "text/csv", b"Quistian art"), [], ["Quist"], [])
    with pytest.raises(ReviewerError, match="a withheld name"):
        refuse_leaks(packet_file("a.csv", "text/csv", b"called MARLOW\n quist today"), [], ["Marlow Quist"], [])


def test_a_script_without_spaces_counts_ten_signs_as_a_run():
    assert runs_of("律师认为第二段有诉讼风险")
    assert not runs_of("律师认为第二段")


def test_runs_of_withheld_texts_are_less_those_of_excused_ones():
    assert runs_only_in(["one two three four five six"], ["one two three four five"]) == {
        ("two", "three", "four", "five", "six")
    }
