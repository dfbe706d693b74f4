"""A name that the end of a page breaks is read over it."""

import pytest

from reviewer.model.redaction import RedactionOrder
from reviewer.proof.recover import recover
from reviewer.redacting.pdf import find_in_pdf, redact_pdf
from tests.redacting.test_pdf_page_breaks import two_pages

BREAKS = [
    (["Then came Bracken-"], ["fold, who left."], "Brackenfold"),
    (["Then came Bracken-", "A note.", "12"], ["The Osk Courier", "fold, who left."], "Brackenfold"),
    (["Then came Ada"], ["Wray, who left."], "Ada Wray"),
    (["Then came Ada"], ["Lovage", "Wray, who left."], "Ada Lovage Wray"),
]


@pytest.mark.parametrize(("foot", "head", "term"), BREAKS)
def test_a_name_broken_by_the_end_of_a_page_is_recovered_from_both(foot, head, term):
    content = two_pages(foot, head)
    forms = {one.form for one in recover("memo.pdf", content, (term,)).survivors}
    assert "over two pages" in forms


@pytest.mark.parametrize(("foot", "head", "term"), BREAKS)
def test_once_it_is_redacted_it_is_not(foot, head, term):
    made = redact_pdf("memo.pdf", two_pages(foot, head), RedactionOrder((term,)))
    assert not recover("memo.pdf", made.content, made.removed).survivors


def test_letters_of_other_words_over_the_end_of_a_page_are_no_name():
    content = two_pages(["rather th"], ["anes escape"])
    assert not recover("memo.pdf", content, ("Hanes", "Ada Escape")).survivors


def test_a_name_that_is_kept_over_the_end_of_a_page_is_no_leak():
    content = two_pages(["He said Ada Wray left.", "The office wrote to Ada"], ["Wray on Monday morning."])
    order = RedactionOrder(("Ada Wray",))
    hits = find_in_pdf("a.pdf", content, order)
    kept = tuple(hit for hit in hits if not hit.before.endswith("said "))
    made = redact_pdf("a.pdf", content, RedactionOrder(("Ada Wray",), kept=kept))
    assert not recover("a.pdf", made.content, made.removed, kept=kept).survivors
    assert recover("a.pdf", made.content, made.removed).survivors
