import pytest

from reviewer.opening.furniture import mark_furniture
from reviewer.opening.paragraphs import find_paragraphs
from reviewer.opening.publication_date import find_publication_date, iso_day

STORY = "The pool opened on 3 June 1968, the council said, and nobody in the room wanted to see it closed for good."


def published(*paragraphs: str) -> str | None:
    text = "\n\n".join(paragraphs)
    return find_publication_date(text, mark_furniture(text, find_paragraphs(text)))


@pytest.mark.parametrize(
    "line",
    [
        "Published 16 September 2025",
        "Published: Tuesday 16 September 2025, 10.14 BST",
        "By Ada Quill | Harbour desk | 16 September 2025",
        "16 September 2025",
        "September 16, 2025 10:14 AM",
        "PORT MAREN, 16 September 2025",
        "EMBARGOED UNTIL 00:01 GMT TUESDAY 16 SEPTEMBER 2025",
        "Released 16 September 2025",
        "Tuesday 16 September 2025, Assembly Room, 7 pm",
    ],
)
def test_a_dated_line_of_the_page_dates_the_document(line):
    assert published("Pool stays open", line, STORY) == "2025-09-16"


def test_a_date_in_the_story_does_not():
    assert published("Pool stays open", STORY) is None


def test_the_first_publication_counts_and_not_the_update():
    assert published("Pool", "Updated 18 September 2025", "Published 16 September 2025", STORY) == "2025-09-16"


def test_a_note_on_a_correction_does_not_date_the_document():
    note = "This article was amended on 4 May 2026 to correct the name of the ship."
    assert published("Pool stays open", STORY, note) is None


def test_the_date_header_of_a_mail_comes_first():
    text = "From: Ada Quill\nDate: Tue, 16 Sep 2025 11:52\nSubject: Pool\n\nPublished 1 May 2020\n\nHello."
    assert find_publication_date(text, mark_furniture(text, find_paragraphs(text))) == "2025-09-16"


def test_a_date_without_its_year_is_not_enough():
    assert published("Pool stays open", "Published 16 September", STORY) is None


def test_a_stamp_gives_its_day():
    assert iso_day("2025-09-16T10:14:00+01:00") == "2025-09-16"
    assert iso_day("16.9.2025") is None
    assert iso_day("2025-19-46") is None
