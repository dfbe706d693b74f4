"""Tracked changes in a file that somebody else wrote: accepted they read as wanted, rejected as before."""

import io
import zipfile

import pytest
from lxml import etree

from reviewer.formats.docx_changes import WordChange, track_changes
from reviewer.formats.docx_reading import read_docx_text
from reviewer.model.document import RevisionState
from reviewer.model.geometry import Span
from tests.documents.docx_builder import WORD, build_docx, paragraph

W = f"{{{WORD}}}"
AT = "2026-05-06T10:42:00+01:00"
PLAIN = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>The pier cost </w:t></w:r><w:r><w:t>£72 in all.</w:t></w:r></w:p>"
TAB = "<w:p><w:r><w:t>The pier</w:t><w:tab/><w:t>cost £72.</w:t></w:r></w:p>"
LINK = '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>The pier cost £72.</w:t></w:r></w:hyperlink></w:p>'
INSERTED = (
    '<w:p><w:ins w:id="7" w:author="Ada"><w:r><w:t>The pier</w:t></w:r></w:ins>'
    '<w:r><w:t xml:space="preserve"> cost £72.</w:t></w:r></w:p>'
)


def change(content, words, new):
    text = read_docx_text("a.docx", content).text
    start = text.index(words)
    return WordChange(Span(start, start + len(words)), new, "Mara Dunmore", AT)


def body_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def rejected(content):
    """Return the words of the file with every change of ours rejected."""
    body = body_of(content)
    for one in list(body.iter(W + "ins")):
        if one.get(W + "author") == "Mara Dunmore":
            one.getparent().remove(one)
    return "".join(t.text for t in body.iter(W + "t", W + "delText"))


def words_of(content):
    return "".join(t.text for t in body_of(content).iter(W + "t"))


@pytest.mark.parametrize(
    ("body", "words", "new"),
    [
        (PLAIN, "£72", "£27"),
        (PLAIN, "cost £72", "earned £27"),
        (PLAIN, "The pier cost £72 in all.", "It cost £27."),
        (PLAIN, " in all", ""),
        (LINK, "£72", "£27"),
        (INSERTED, "£72", "£27"),
    ],
)
def test_a_change_reads_as_wanted_when_accepted_and_as_before_when_rejected(body, words, new):
    content = build_docx(body)
    made, done = track_changes("a.docx", content, [change(content, words, new)])
    assert len(done) == 1
    assert read_docx_text("a.docx", made).text == read_docx_text("a.docx", content).text.replace(words, new)
    assert rejected(made) == words_of(content)


def test_words_that_come_in_look_like_those_beside_them():
    content = build_docx(PLAIN)
    made, _ = track_changes("a.docx", content, [change(content, "pier", "quay")])
    (inserted,) = body_of(made).iter(W + "ins")
    assert inserted.find(f"{W}r/{W}rPr/{W}b") is not None
    assert inserted.get(W + "author") == "Mara Dunmore"
    assert inserted.get(W + "date") == "2026-05-06T10:42:00Z"


def test_an_insertion_alone_deletes_nothing():
    content = build_docx(PLAIN)
    made, done = track_changes("a.docx", content, [WordChange(Span(3, 3), " old", "MD", AT)])
    assert done
    assert read_docx_text("a.docx", made).text.startswith("The old pier cost")
    assert not list(body_of(made).iter(W + "del"))


def test_several_changes_have_ids_of_their_own_and_none_of_the_files():
    content = build_docx(INSERTED, paragraph("It shut in 1998."))
    wanted = [change(content, "£72", "£27"), change(content, "1998", "1989")]
    made, done = track_changes("a.docx", content, wanted)
    numbers = [one.get(W + "id") for one in body_of(made).iter(W + "ins", W + "del")]
    assert len(done) == 2
    assert len(set(numbers)) == len(numbers) == 5


@pytest.mark.parametrize(
    ("body", "words"),
    [(TAB, "pier\tcost"), (INSERTED, "The pier")],
    ids=["across a tab", "inside somebody else's insertion"],
)
def test_a_change_that_cannot_be_made_is_left_out(body, words):
    content = build_docx(body)
    made, done = track_changes("a.docx", content, [change(content, words, "x")])
    assert done == ()
    assert made == content


def test_only_the_body_changes():
    content = build_docx(PLAIN, title="Pier")
    made, _ = track_changes("a.docx", content, [change(content, "£72", "£27")])
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(io.BytesIO(made)) as new:
        assert old.namelist() == new.namelist()
        assert [name for name in old.namelist() if old.read(name) != new.read(name)] == ["word/document.xml"]


def test_what_was_deleted_is_read_as_a_revision():
    content = build_docx(PLAIN)
    made, _ = track_changes("a.docx", content, [change(content, "£72", "£27")])
    deleted = [one for one in read_docx_text("a.docx", made).revisions if one.state is RevisionState.DELETED]
    assert [one.removed_text for one in deleted] == ["£72"]
