import pymupdf
import pytest

from reviewer.model.redaction import RedactionOrder
from reviewer.redacting.pdf import find_in_pdf, redact_pdf


def two_pages(foot: list[str], head: list[str]) -> bytes:
    with pymupdf.open() as document:
        first = document.new_page()
        first.insert_text((72, 100), "The harbour stayed shut.")
        for at, line in enumerate(reversed(foot)):
            first.insert_text((72, 780 - 20 * at), line)
        second = document.new_page()
        for at, line in enumerate(head):
            second.insert_text((72, 60 + 20 * at), line)
        return document.tobytes()


def texts_of(content: bytes) -> list[str]:
    with pymupdf.open(stream=content) as document:
        return [page.get_text() for page in document]


@pytest.mark.parametrize(
    ("foot", "head", "term"),
    [
        (["Then came Bracken-"], ["fold, who left."], "Brackenfold"),
        (["Then came Bracken-", "12"], ["fold, who left."], "Brackenfold"),
        (["Then came Bracken-", "A note.", "12"], ["The Osk Courier", "fold, who left."], "Brackenfold"),
        (["Then came Ada"], ["Wray, who left."], "Ada Wray"),
        (["Then came Ada"], ["Lovage", "Wray, who left."], "Ada Lovage Wray"),
    ],
)
def test_a_name_broken_by_the_end_of_a_page_goes_from_both(foot, head, term):
    content = two_pages(foot, head)
    order = RedactionOrder(terms=(term,))
    assert [hit.page for hit in find_in_pdf("memo.pdf", content, order)] == [1, 2]
    first, second = texts_of(redact_pdf("memo.pdf", content, order).content)
    words = f"{first} {second}"
    assert not any(part in words for part in ("Bracken", "fold", "Ada", "Wray"))
    assert "Then came" in first
    assert "who left." in second


def test_what_only_ends_one_page_and_begins_the_next_stays():
    content = two_pages(["rather th"], ["anes escape"])
    assert find_in_pdf("memo.pdf", content, RedactionOrder(terms=("Hanes",))) == ()


def test_every_page_of_a_long_file_is_looked_at_with_both_its_neighbours():
    with pymupdf.open() as document:
        for number in range(7):
            page = document.new_page()
            page.insert_text((72, 60), "Wray went on." if number else "On it.")
            page.insert_text((72, 700), "It was Ada")
        content = document.tobytes()
    hits = find_in_pdf("memo.pdf", content, RedactionOrder(terms=("Ada Wray",)))
    assert [hit.page for hit in hits] == [1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7]
