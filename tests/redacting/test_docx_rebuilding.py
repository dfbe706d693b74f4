"""That a rebuilt DOCX is sound: what Word calls corrupt is never written, what is hostile is refused."""

import io
import re
import zipfile

import pytest

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import RedactionOrder
from reviewer.opening.docx import read_docx
from reviewer.redacting.docx import redact_docx
from tests.documents.docx_builder import build_docx, content_control, paragraph, table
from tests.redacting.docx_package_builder import SPACES, Link, Package, par, part, run

ORDER = RedactionOrder(terms=("Wray",))
_MICROSOFT = "http://schemas.microsoft.com/office"


def _made(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(redact_docx("a.docx", content, ORDER, None, lambda _: None).content))


def test_no_prefix_is_named_as_ignorable_without_being_declared():
    ignorable = 'xmlns:w16="urn:w16" mc:Ignorable="w14 w16"'
    body = par("Wray ", run("x", '<w14:ligatures w14:val="all"/>'))
    xml = _made(Package(body, root_attributes=ignorable).build()).read("word/document.xml").decode()
    assert re.findall(r'mc:Ignorable="([^"]*)"', xml) == ["w14"]
    assert "xmlns:w14=" in xml


def test_a_part_without_newer_elements_names_none():
    content = Package(par("Wray"), root_attributes='mc:Ignorable="w14 w15"').build()
    assert b"Ignorable" not in _made(content).read("word/document.xml")


def test_threads_of_comments_stay():
    said = '<w:comment w:id="1" w:author="Ada" w:initials="A"><w:p w14:paraId="1A2B3C4D"><w:r><w:t>Wray</w:t></w:r></w:p></w:comment>'
    done = f'<w15:commentsEx {SPACES}><w15:commentEx w15:paraId="1A2B3C4D" w15:done="1"/></w15:commentsEx>'
    package = Package(
        "",
        {"word/comments.xml": part("comments", said), "word/commentsExtended.xml": done},
        [
            Link("rId7", "comments", "comments.xml"),
            Link("rId8", f"{_MICROSOFT}/2011/relationships/commentsExtended", "commentsExtended.xml"),
        ],
    )
    made = _made(package.build())
    assert b'w14:paraId="1A2B3C4D"' in made.read("word/comments.xml")
    assert b'w15:paraId="1A2B3C4D" w15:done="1"' in made.read("word/commentsExtended.xml")


def test_every_target_of_a_link_is_there():
    made = _made(build_docx(paragraph("Wray"), headers=[paragraph("a")], footnotes=[paragraph("b")], title="On it"))
    for name in made.namelist():
        if name.endswith(".rels"):
            folder = name.replace("_rels/", "").rpartition("/")[0]
            for target in re.findall(r'Target="([^"]+)"', made.read(name).decode()):
                assert f"{folder}/{target}".lstrip("/") in made.namelist()


def test_the_strict_form_is_read_and_written_in_the_usual_one():
    content = build_docx(paragraph("By Wray."), headers=[paragraph("For Wray")], strict=True)
    made = redact_docx("a.docx", content, ORDER, None, lambda _: None).content
    assert read_docx("a.docx", made).text == "By █████.\n\nFor █████"


def test_a_template_stays_a_template():
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
    assert kind.encode() in _made(Package(par("Wray"), main_type=kind).build()).read("[Content_Types].xml")


@pytest.mark.parametrize("levels", [20, 100])
def test_nesting_is_walked_or_refused(levels: int):
    inner = paragraph("Wray")
    for _ in range(levels):
        inner = content_control(table([""]).replace("<w:p><w:pPr></w:pPr><w:r><w:rPr></w:rPr></w:r></w:p>", "") + inner)
    try:
        made = redact_docx("a.docx", build_docx(inner), ORDER, None, lambda _: None)
    except ReviewerError as error:
        assert error.problem.code is ProblemCode.TOO_DEEP
    else:
        assert "█████" in read_docx("a.docx", made.content).text


def test_entries_have_no_dates_and_are_sorted():
    entries = _made(build_docx(paragraph("Wray"))).infolist()
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    names = [entry.filename for entry in entries]
    assert names == ["[Content_Types].xml", *sorted(names[1:])]


def test_a_loop_of_links_ends():
    package = Package(par("Wray"), {"word/header1.xml": part("hdr", par("a"))}, [Link("rId7", "header", "header1.xml")])
    package.parts["word/_rels/header1.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header" Target="header1.xml"/>'
        "</Relationships>"
    )
    assert "word/header1.xml" in _made(package.build()).namelist()
