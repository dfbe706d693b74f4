import pytest

from reviewer.formats.docx_package import DocxPackage, PackageLimits, parse_xml
from reviewer.formats.docx_reading import read_docx_text
from reviewer.model.problem import ProblemCode, ReviewerError
from tests.documents.docx_builder import NAMESPACES, build_docx, build_zip, paragraph, run


def code_of(action) -> ProblemCode:
    with pytest.raises(ReviewerError) as caught:
        action()
    return caught.value.problem.code


def test_a_truncated_file_is_damaged():
    whole = build_docx(paragraph("The boat sailed."))
    assert code_of(lambda: read_docx_text("draft.docx", whole[: len(whole) // 2])) is ProblemCode.DAMAGED


def test_a_part_whose_bytes_are_spoilt_is_damaged():
    whole = bytearray(build_docx(paragraph("The boat sailed. " * 200)))
    at = whole.index(b"word/document.xml") + 60
    whole[at : at + 20] = b"\x00" * 20
    assert code_of(lambda: read_docx_text("draft.docx", bytes(whole))) is ProblemCode.DAMAGED


def test_a_package_without_a_document_is_damaged():
    assert code_of(lambda: read_docx_text("draft.docx", build_zip({"other.xml": "<a/>"}))) is ProblemCode.DAMAGED


def test_entities_are_never_expanded():
    laughs = (
        '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
        f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>"
    )
    assert code_of(lambda: read_docx_text("draft.docx", build_docx(document=laughs))) is ProblemCode.DAMAGED


def test_an_external_entity_is_never_fetched(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("do not read me")
    asked = f'<!DOCTYPE w [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w>&x;</w>'
    assert code_of(lambda: parse_xml("draft.docx", "word/document.xml", asked.encode())) is ProblemCode.DAMAGED


def test_nesting_beyond_256_levels_is_refused():
    deep = "<w:sdt><w:sdtContent>" * 200 + paragraph("deep") + "</w:sdtContent></w:sdt>" * 200
    assert code_of(lambda: read_docx_text("draft.docx", build_docx(deep))) is ProblemCode.TOO_DEEP


def test_a_file_that_unpacks_beyond_the_ratio_is_refused():
    bomb = build_zip({"word/document.xml": b"\0" * (9 * 1024 * 1024)})
    assert code_of(lambda: DocxPackage("draft.docx", bomb)) is ProblemCode.EXPANDS_TOO_FAR


def test_too_many_entries_are_refused():
    crowd = build_zip({f"part{at}.xml": "" for at in range(30)})
    refused = code_of(lambda: DocxPackage("draft.docx", crowd, PackageLimits(entries=20)))
    assert refused is ProblemCode.EXPANDS_TOO_FAR


def test_a_part_larger_than_its_limit_is_refused():
    package = DocxPackage("draft.docx", build_docx(paragraph(run("word " * 50))), PackageLimits(part=100))
    assert code_of(lambda: package.read("word/document.xml")) is ProblemCode.EXPANDS_TOO_FAR


def test_links_lead_to_parts_wherever_they_stand():
    package = DocxPackage("draft.docx", build_docx(paragraph("Body."), headers=[paragraph("Head")]))
    targets = [link.target for link in package.relationships("word/document.xml")]
    assert targets == ["word/styles.xml", "word/header1.xml"]
