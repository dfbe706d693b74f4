"""Every hit names a place that a person can go to, and shows what stands round it."""

import pytest

from reviewer.model.redaction import RedactionOrder
from reviewer.redacting.redact import find_redactions
from tests.redacting import (
    docx_cases_body,
    docx_cases_package,
    docx_cases_parts,
    docx_cases_rest,
    html_cases,
    html_cases_rest,
    mail_cases,
    mail_cases_rest,
)
from tests.redacting.docx_package_builder import WORD_IN

TABLES = {
    "notes.docx": (docx_cases_body, docx_cases_parts, docx_cases_package, docx_cases_rest),
    "page.html": (html_cases, html_cases_rest),
    "letter.eml": (mail_cases, mail_cases_rest),
}
EXPECTED = {
    "notes.docx": {
        "plain": "paragraph 2",
        "table cell": "paragraph 3",
        "default header": "header 1",
        "first footer": "footer 1",
        "footnote": "footnote 2",
        "comment": "comment 1",
        "author of a comment": "comments, author",
        "text box": "body, text box",
        "deleted": "body, tracked change",
        "hidden": "body, hidden text",
        "field code": "body, field",
        "link": "body, link",
        "alt text": "body, description",
        "chart title": "chart 1",
        "diagram": "diagram 1",
        "workbook of a chart": "embedded file",
        "title": "title",
        "author": "document properties",
        "macros": "macros",
        "inserted page": "inserted document, paragraph 3",
        "second entry of one name": "hidden part",
        "comment of the archive": "between the parts of the file",
        "part that nothing leads to": "part of an unknown kind",
        "control title": "body, data that no reader shows",
    },
    "page.html": {
        "plain": "paragraph 5",
        "comment": "comment",
        "script": "script",
        "not displayed": "hidden text",
        "style sheet": "style sheet",
        "alt text": "attribute",
        "page title": "title",
    },
    "letter.eml": {
        "subject": "subject",
        "sender": "from",
        "private header": "header X-Author",
        "plain body": "message, line 2",
        "page": "message, paragraph 5",
        "table": "attachment list.csv, line 2",
        "document": "attachment notes.docx, paragraph 2",
        "message inside": "attachment Inner.eml, message, line 1",
        "report": "attachment 3, line 4",
        "file name": "attachment's name",
        "before the parts": "text between the parts",
    },
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_hit_names_its_place_in_words(name):
    contents = {case.name: case.content for table in TABLES[name] for case in table.cases()}
    order = RedactionOrder(terms=(WORD_IN,))
    found = {case: {hit.part for hit in find_redactions(name, contents[case], order)} for case in EXPECTED[name]}
    assert {case: part for case, part in EXPECTED[name].items() if part not in found[case]} == {}


def test_a_hit_shows_what_stands_round_it():
    case = next(case for case in docx_cases_body.cases() if case.name == "plain")
    (hit,) = find_redactions("notes.docx", case.content, RedactionOrder(terms=(WORD_IN,)))
    assert (hit.before[-10:], hit.text, hit.after[:7]) == ("They met ".rjust(10, "\n"), WORD_IN, " there.")
