"""Word comments with threads and states."""

from lxml import etree

from reviewer.formats.docx_comments import (
    Comment,
    comments_extended_part,
    comments_part,
    people_part,
    word_date,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
QUESTION = Comment(0, "Mara & Co", "MC", "2026-05-06T10:42:00+01:00", "first line\nsecond <line>", is_done=True)
ANSWER = Comment(1, "Orla Kestrel", "OK", "2026-05-06T11:00:00+01:00", "yes", parent=0)


def test_lines_become_paragraphs_and_odd_characters_are_escaped():
    comment = etree.fromstring(comments_part([QUESTION]))[0]
    assert ["".join(p.itertext()) for p in comment.findall(W + "p")] == ["first line", "second <line>"]
    assert comment.get(W + "author") == "Mara & Co"


def test_the_extended_part_speaks_of_each_comments_last_paragraph():
    comments = etree.fromstring(comments_part([QUESTION, ANSWER]))
    last = [comment.findall(W + "p")[-1].get(W14 + "paraId") for comment in comments]
    entries = etree.fromstring(comments_extended_part([QUESTION, ANSWER]))
    assert [entry.get(W15 + "paraId") for entry in entries] == last
    assert [entry.get(W15 + "done") for entry in entries] == ["1", "0"]
    assert entries[1].get(W15 + "paraIdParent") == last[0]
    assert all(int(identity, 16) < 0x80000000 for identity in last)


def test_each_author_is_one_person():
    people = etree.fromstring(people_part([QUESTION, ANSWER, QUESTION]))
    assert [person.get(W15 + "author") for person in people] == ["Mara & Co", "Orla Kestrel"]


def test_a_date_that_is_none_is_left_out():
    assert word_date("yesterday") == ""
    comment = etree.fromstring(comments_part([Comment(0, "A", "A", "yesterday", "x")]))[0]
    assert comment.get(W + "date") is None
