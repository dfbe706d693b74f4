"""Every way to hide a word in plain text, pages and mails: held before, gone after, the rest word for word."""

from collections.abc import Callable

import pytest

from reviewer.model.redaction import RedactionOrder
from reviewer.opening.html import read_html
from reviewer.opening.mail import read_mail
from reviewer.opening.plain import read_plain
from reviewer.opening.reading import Reading
from reviewer.proof.recover import recover
from reviewer.redacting.html import find_in_html, redact_html
from reviewer.redacting.mail import find_in_mail, redact_mail
from reviewer.redacting.plain import find_in_text, redact_text
from tests.redacting import html_cases, html_cases_rest, mail_cases, mail_cases_rest, text_cases
from tests.redacting.attack import holds
from tests.redacting.docx_package_builder import WORD_IN, Case

ORDER = RedactionOrder(terms=(WORD_IN,), reason="P1")


def _named(kind: str, cases: list[Case]) -> list:
    return [pytest.param(kind, case, id=f"{kind}: {case.name}") for case in cases]


CASES = [
    *_named("text", text_cases.cases()),
    *_named("html", [*html_cases.cases(), *html_cases_rest.cases()]),
    *_named("mail", [*mail_cases.cases(), *mail_cases_rest.cases()]),
]
FILES = {"text": "notes.txt", "html": "page.html", "mail": "letter.eml"}
REDACT: dict[str, Callable] = {"text": redact_text, "html": redact_html, "mail": redact_mail}
FIND: dict[str, Callable] = {"text": find_in_text, "html": find_in_html, "mail": find_in_mail}
READ: dict[str, Callable[[str, bytes], Reading]] = {
    "text": lambda _, content: read_plain(content),
    "html": read_html,
    "mail": read_mail,
}


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_the_word_is_held_before_and_gone_after(kind: str, case: Case):
    name = FILES[kind]
    assert holds(case.content, WORD_IN)
    made = REDACT[kind](name, case.content, ORDER, None, lambda _: None)
    assert not holds(made.content, WORD_IN)
    proved = recover(name, made.content, made.removed)
    assert (proved.survivors, proved.unread) == ((), ())
    read = READ[kind](name, made.content).text
    assert [words for words in case.kept if words not in read] == []


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_the_finder_finds_what_the_redactor_removes(kind: str, case: Case):
    assert FIND[kind](FILES[kind], case.content, ORDER, None, lambda _: None)
