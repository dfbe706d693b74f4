"""The DOCX packet: comments, threads, resolved state, tables, clean properties."""

import io
import zipfile

import docx
import pytest
from lxml import etree

from reviewer.exporting.packet import make_packet
from reviewer.model.claim import ClaimKind
from reviewer.model.finding import Rule
from reviewer.model.geometry import Span
from reviewer.model.packet import PacketFormat
from reviewer.model.verdict import Decision
from tests.documents.review_builder import ReviewBuilder, options
from tests.documents.sallowmere import sallowmere

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"


@pytest.fixture(scope="module")
def parts(desk):
    return parts_of(desk["docx"].content)


def parts_of(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def made_docx(builder, **changes):
    files = make_packet(
        builder.build(), options(formats=(PacketFormat.DOCX,), **changes), builder.originals, builder.galleys
    )
    return next(file.content for file in files if file.name.endswith(".docx"))


def text_between(body, number):
    """Return the words between the marks of a comment."""
    words, inside = [], False
    for element in body.iter():
        if element.tag == W + "commentRangeStart" and element.get(W + "id") == number:
            inside = True
        elif element.tag == W + "commentRangeEnd" and element.get(W + "id") == number:
            break
        elif inside and element.tag == W + "t":
            words.append(element.text)
        elif inside and element.tag == W + "br":
            words.append(" ")
    return " ".join("".join(words).split())


def test_each_claim_has_a_comment_anchored_on_its_own_words(parts, review):
    comments = parts["word/comments.xml"].findall(W + "comment")
    opening = {
        "".join(comment.itertext())[:3]: comment.get(W + "id")
        for comment in comments
        if "".join(comment.itertext()).startswith("C")
    }
    assert len(opening) == 18
    for claim in review.claims:
        number = opening[review.display_id(claim.id)]
        assert text_between(parts["word/document.xml"], number) == " ".join(claim.text.split())


def test_comments_have_author_initials_date_and_small_ids(parts):
    first = parts["word/comments.xml"].find(W + "comment")
    assert first.get(W + "author") == "Mara Dunmore"
    assert first.get(W + "initials") == "MD"
    assert first.get(W + "date") == "2026-05-06T10:42:00Z"
    assert all(int(c.get(W + "id")) < 2**31 for c in parts["word/comments.xml"].findall(W + "comment"))


def test_the_sources_locator_answers_in_the_same_thread(parts):
    extended = parts["word/commentsExtended.xml"].findall(W15 + "commentEx")
    paragraphs = {
        comment.findall(W + "p")[-1].get(W14 + "paraId"): "".join(comment.itertext())
        for comment in parts["word/comments.xml"].findall(W + "comment")
    }
    answers = [entry for entry in extended if entry.get(W15 + "paraIdParent")]
    assert all(entry.get(W15 + "paraIdParent") in paragraphs for entry in answers)
    assert any("S1 p1 l9 results-table.txt" in paragraphs[entry.get(W15 + "paraId")] for entry in answers)


def test_threads_are_resolved_where_nothing_is_left_to_do(parts):
    comments = parts["word/comments.xml"].findall(W + "comment")
    done = {
        entry.get(W15 + "paraId"): entry.get(W15 + "done")
        for entry in parts["word/commentsExtended.xml"].findall(W15 + "commentEx")
    }
    states = {}
    for comment in comments:
        text = "".join(comment.itertext())
        if text.startswith("C"):
            states[text[:3]] = done[comment.findall(W + "p")[-1].get(W14 + "paraId")]
    assert (states["C01"], states["C03"], states["C18"]) == ("1", "0", "0")


def test_people_are_listed_once_each(parts):
    names = [person.get(W15 + "author") for person in parts["word/people.xml"]]
    assert sorted(names) == ["Mara Dunmore", "Orla Kestrel", "Reviewer (machine)"]


def test_the_head_of_the_claims_table_repeats(parts):
    heads = [row for row in parts["word/document.xml"].iter(W + "tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert any("Exact text" in "".join(head.itertext()) for head in heads)


def test_headings_use_heading_styles(desk):
    read = docx.Document(io.BytesIO(desk["docx"].content))
    titles = [p.text for p in read.paragraphs if p.style.name == "Heading 1"]
    assert titles[:3] == ["What must happen before this runs", "The article, annotated", "Claims"]


def test_properties_are_clean(desk, parts):
    core = "".join(parts["docProps/core.xml"].itertext())
    assert "Review packet: Sallowmere ferry operator lifts profit" in core
    assert "Mara Dunmore" in core
    with zipfile.ZipFile(io.BytesIO(desk["docx"].content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"rsid" not in archive.read("word/document.xml") + archive.read("word/settings.xml")
        assert "docProps/thumbnail.jpeg" not in archive.namelist()


def test_links_lead_to_bookmarks_that_exist(parts):
    body = parts["word/document.xml"]
    marks = {mark.get(W + "name") for mark in body.iter(W + "bookmarkStart")}
    links = {link.get(W + "anchor") for link in body.iter(W + "hyperlink")}
    assert links
    assert links <= marks


def test_a_claim_over_two_paragraphs_keeps_its_comment():
    builder = ReviewBuilder("Headline\nFirst paragraph ends here.\nSecond one goes on.\n")
    start = builder.article.text.index("ends")
    builder.claim_at(Span(start, builder.article.text.index(" goes")))
    body = parts_of(made_docx(builder))["word/document.xml"]
    assert text_between(body, "0") == "ends here."


def test_claims_that_overlap_each_keep_their_words():
    builder = ReviewBuilder("Headline\nThe mayor said the bridge would open in May.\n")
    builder.claim("The mayor said the bridge would open in May.", ClaimKind.INDIRECT_QUOTE, "the mayor")
    builder.claim("the bridge would open in May")
    body = parts_of(made_docx(builder))["word/document.xml"]
    assert text_between(body, "0") == "The mayor said the bridge would open in May."
    assert text_between(body, "2") == "the bridge would open in May"


def test_corrections_become_tracked_changes_when_asked_for():
    builder = ReviewBuilder("Headline\nThe bridge opened in May.\n")
    claim = builder.claim("The bridge opened in May.")
    builder.finding(claim, Rule.DATE_CHANGED).verdict(claim, Decision.FIX)
    builder.correction(claim, "The bridge opened in June.")
    body = parts_of(made_docx(builder, tracked_corrections=True))["word/document.xml"]
    deleted = "".join(element.text for element in body.iter(W + "delText"))
    inserted = "".join(t.text for change in body.iter(W + "ins") for t in change.iter(W + "t"))
    assert (deleted, inserted) == ("May", "June")
    numbers = [change.get(W + "id") for change in body.iter(W + "ins", W + "del")]
    assert len(set(numbers)) == 2


def test_the_article_reads_corrected_when_changes_are_accepted_and_printed_when_rejected():
    builder = ReviewBuilder("Headline\nThe bridge opened in May.\nIt cost nine crowns and was never used again.\n")
    first, second = builder.claim("The bridge opened in May."), builder.claim("It cost nine crowns")
    builder.correction(first, "The old bridge opened in June.").correction(second, "It cost crowns")
    accepted = rejected = ""
    body = parts_of(made_docx(builder, tracked_corrections=True))["word/document.xml"]
    for run in body.iter(W + "r"):
        change = run.getparent().tag
        accepted += "".join(t.text for t in run.iter(W + "t"))
        rejected += "".join(t.text for t in run.iter(W + "t", W + "delText") if change != W + "ins")
    assert "The old bridge opened in June." in accepted
    assert "It cost crowns and was never used again." in accepted
    assert "The bridge opened in May." in rejected
    assert "It cost nine crowns and was never used again." in rejected


def test_characters_that_xml_cannot_hold_do_not_break_the_file():
    builder = ReviewBuilder("Headline\nA bell \x07 rang & the <crowd> cheered.\n")
    builder.note(builder.claim("A bell \x07 rang & the <crowd> cheered."), "odd \x00 note & <more>")
    assert docx.Document(io.BytesIO(made_docx(builder)))


def test_the_letter_is_read_by_another_reader(packets):
    from reviewer.model.packet import Profile

    read = docx.Document(io.BytesIO(packets(Profile.OUTSIDE)["docx"].content))
    text = "\n".join(paragraph.text for paragraph in read.paragraphs)
    assert "Request for comment" in text
    assert "1.  “Sallowmere has been too slow" in text


def test_the_same_builder_gives_the_same_docx():
    assert made_docx(sallowmere()) == made_docx(sallowmere())


def test_a_long_summary_names_twelve_and_counts_the_rest():
    sentences = [f"The ferry made trip number {number} on time." for number in range(20)]
    builder = ReviewBuilder("Headline\n" + " ".join(sentences) + "\n")
    for sentence in sentences:
        builder.claim(sentence)
    text = "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(made_docx(builder))).paragraphs)
    assert "and 8 more, in the claims table" in text
