import io
import zipfile

import pytest
from lxml import etree

from reviewer.formats.docx_annotating import Thread, annotate_docx
from reviewer.formats.docx_comments import Comment
from reviewer.formats.docx_reading import read_docx_text
from reviewer.model.geometry import Span
from tests.documents.docx_builder import (
    WORD,
    build_docx,
    build_zip,
    deleted,
    field,
    inserted,
    paragraph,
    run,
    table,
    text_box,
)

W = f"{{{WORD}}}"
AT = "2026-01-05T09:00:00+00:00"


def said(*texts, first=0):
    return [
        Comment(first + at, "Mara Dunmore", "MD", AT, text, parent=None if at == 0 else first)
        for at, text in enumerate(texts)
    ]


def annotated(content, words, *texts):
    text = read_docx_text("a.docx", content).text
    start = text.index(words)
    return annotate_docx("a.docx", content, [Thread(Span(start, start + len(words)), said(*texts or ("Check.",)))])


def parts(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(content):
    return etree.fromstring(parts(content)["word/document.xml"])


def words_between_marks(content, number="0"):
    """The words that stand between the marks of a comment."""
    root, inside, found = body(content), False, []
    for element in root.iter():
        if element.get(f"{W}id") == number and element.tag in (f"{W}commentRangeStart", f"{W}commentRangeEnd"):
            inside = element.tag == f"{W}commentRangeStart"
        elif inside and element.tag == f"{W}t":
            found.append(element.text)
    return "".join(found)


@pytest.mark.parametrize("words", ["The pier", "pier is", "is old.", "old", "The pier is old."])
def test_a_comment_stands_round_exactly_its_words(words):
    made = annotated(build_docx(paragraph("The pier is old.")), words)
    assert words_between_marks(made) == words


def test_a_comment_reaches_over_runs_with_different_properties():
    bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>very</w:t></w:r>"
    made = annotated(build_docx(paragraph(run("The pier is "), bold, run(" old."))), "is very o")
    assert words_between_marks(made) == "is very o"
    (properties,) = list(body(made).iter(f"{W}b"))
    assert properties.getparent().getnext().text == "very"


def test_a_run_that_is_parted_keeps_its_properties_on_both_sides():
    bold = '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">very old pier</w:t></w:r>'
    made = annotated(build_docx(paragraph(bold)), "old")
    assert [run.findtext(f"{W}t") for run in body(made).iter(f"{W}r") if run.find(f"{W}rPr/{W}b") is not None] == [
        "very ",
        "old",
        " pier",
    ]


@pytest.mark.parametrize(
    "content",
    [
        (paragraph(run("The pier "), inserted("is really "), run("old."))),
        (paragraph(run("The pier "), deleted("was "), run("is really old."))),
        (paragraph(run("The "), field("PAGE", "pier is really"), run(" old."))),
        table(["The pier is really old.", "x"]),
        (paragraph(text_box(paragraph("A box.")), run("The pier is really old."))),
        (paragraph(run("The pier\tis really\nold.\tYes"))),
    ],
    ids=["insertion", "deletion", "field", "table", "text box", "tabs and breaks"],
)
def test_a_comment_finds_its_words_beside_what_is_no_plain_text(content):
    made = annotated(build_docx(content), "is really")
    assert words_between_marks(made) == "is really"


def test_the_text_that_is_read_stays_the_same():
    content = build_docx(paragraph("One two three."), table(["a", "b c d"]), paragraph("Four five."))
    before = read_docx_text("a.docx", content)
    after = read_docx_text("a.docx", annotated(content, "b c"))
    assert after.text[: len(before.text)] == before.text
    assert [after.text[block.start : block.end] for block in after.blocks][-1] == "Check."


def test_all_other_parts_stay_byte_for_byte():
    content = build_docx(
        paragraph("The pier is old."), headers=[paragraph("Desk copy")], footnotes=[paragraph("A note.")], title="Pier"
    )
    before, after = parts(content), parts(annotated(content, "old"))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert set(after) - set(before) == {"word/comments.xml", "word/commentsExtended.xml", "word/people.xml"}


def test_without_the_marks_and_parted_runs_the_body_is_the_same():
    content = build_docx(paragraph(run("The pier is old."), deleted("x")), paragraph("So is the town."))
    root = body(annotated(content, "pier is"))
    for tag in ("commentRangeStart", "commentRangeEnd"):
        for mark in list(root.iter(f"{W}{tag}")):
            mark.getparent().remove(mark)
    for reference in list(root.iter(f"{W}commentReference")):
        reference.getparent().getparent().remove(reference.getparent())
    first = root.find(f".//{W}p")
    runs = first.findall(f"{W}r")
    runs[0].find(f"{W}t").text = "".join(one.findtext(f"{W}t") for one in runs)
    for one in runs[1:]:
        first.remove(one)
    assert etree.tostring(root, method="c14n") == etree.tostring(body(content), method="c14n")


def test_comments_that_are_there_stay_and_numbers_go_on():
    old = paragraph(
        '<w:commentRangeStart w:id="0"/>', run("The pier"), '<w:commentRangeEnd w:id="0"/>', run(" is old.")
    )
    made = annotated(build_docx(old, comments=[("Ada Quill", "Really?")]), "old", "First.", "Second.")
    comments = etree.fromstring(parts(made)["word/comments.xml"])
    told = [(one.get(f"{W}id"), one.get(f"{W}author")) for one in comments]
    assert told == [("0", "Ada Quill"), ("1", "Mara Dunmore"), ("2", "Mara Dunmore")]
    assert words_between_marks(made, "0") == "The pier"
    assert words_between_marks(made, "1") == words_between_marks(made, "2") == "old"


def test_words_that_stand_in_no_body_are_commented_at_its_end():
    content = build_docx(paragraph("The pier is old."), footnotes=[paragraph("Built in 1871.")])
    assert words_between_marks(annotated(content, "1871")) == "The pier is old."


@pytest.mark.parametrize(
    "content",
    [
        build_docx(paragraph("The pier is old."), strict=True),
        build_zip({**parts(build_docx(paragraph("The pier is old."))), "_xmlsignatures/sig1.xml": "<a/>"}),
        build_zip({**parts(build_docx(paragraph("The pier is old."))), "word/vbaProject.bin": "x"}),
        build_docx(paragraph("")),
    ],
    ids=["strict", "signed", "macros", "empty"],
)
def test_files_that_must_not_be_touched_are_left_alone(content):
    assert annotate_docx("a.docx", content, [Thread(Span(0, 3), said("Check."))]) is None


def test_the_same_comments_give_the_same_bytes():
    content = build_docx(paragraph("The pier is old."))
    assert annotated(content, "old") == annotated(content, "old")
