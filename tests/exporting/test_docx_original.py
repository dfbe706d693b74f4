"""The article's own DOCX, with comments."""

import hashlib
import io
import zipfile

import pytest
from lxml import etree

from reviewer.exporting.packet import make_packet
from reviewer.formats.docx_reading import read_docx_text
from reviewer.model.claim import ClaimKind
from reviewer.model.document import Document
from reviewer.model.finding import Rule
from reviewer.model.packet import PacketFormat, PacketRedaction, Profile
from reviewer.model.verdict import Decision, NoteKind
from reviewer.pages.typeset import typeset
from tests.documents.docx_builder import WORD, build_docx, paragraph
from tests.documents.review_builder import ReviewBuilder, options

W = f"{{{WORD}}}"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CONTENT = build_docx(
    paragraph("Pier to reopen", style="Title"),
    paragraph("The pier cost £72, the line said."),
    paragraph("“It is old,” said Ilse Tarn."),
    title="Pier",
)


def builder(media_type=MEDIA_TYPE):
    read = read_docx_text("pier.docx", CONTENT)
    galley = typeset(read.text, read.blocks, "pier.docx")
    key = hashlib.sha256(CONTENT).hexdigest()
    document = Document(key, "pier.docx", media_type, read.text, read.blocks, galley.pages, typeset=True)
    made = ReviewBuilder("x").use_article(document, CONTENT, galley.pdf)
    source = made.source("statement.txt", "The pier cost £27.\n")
    fare = made.claim("The pier cost £72", ClaimKind.FIGURE)
    made.found(fare, source, "The pier cost £27.", Rule.FIGURE_CHANGED, (), article="£72", source="£27")
    made.claim("“It is old,”", ClaimKind.DIRECT_QUOTE, "Ilse Tarn")
    made.verdict(fare, Decision.FIX)
    made.note(fare, "counsel has to see the figure before it runs", NoteKind.LEGAL)
    return made


def files(made, profile=Profile.DESK, formats=(PacketFormat.DOCX,), redaction=None):
    packet = make_packet(made.build(), options(profile, formats), made.originals, made.galleys, redaction=redaction)
    return {file.name: file for file in packet}


def article_of(packet):
    (name,) = [name for name in packet if name.endswith("-article.docx")]
    with zipfile.ZipFile(io.BytesIO(packet[name].content)) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


def test_an_article_that_was_a_docx_comes_back_with_a_comment_on_each_claim():
    parts = article_of(files(builder()))
    body = etree.fromstring(parts["word/document.xml"])
    comments = etree.fromstring(parts["word/comments.xml"]).findall(f"{W}comment")
    said = ["".join(text.text for text in one.iter(f"{W}t")) for one in comments]
    assert any(text.startswith("C01 Fix") for text in said)
    assert {one.get(f"{W}id") for one in comments} == {one.get(f"{W}id") for one in body.iter(f"{W}commentReference")}
    assert "pier" in parts["docProps/core.xml"].decode().casefold()


def test_legal_notes_stay_out_of_the_desk_copy_and_stand_in_the_legal_one():
    note = b"counsel has to see"
    assert note not in article_of(files(builder()))["word/comments.xml"]
    assert note in article_of(files(builder(), Profile.LEGAL))["word/comments.xml"]


def test_the_manifest_lists_it():
    packet = files(builder())
    (name,) = [name for name in packet if name.endswith("-article.docx")]
    assert f"{packet[name].sha256}  {name}" in packet["manifest.sha256"].content.decode()


@pytest.mark.parametrize(
    ("profile", "formats", "media_type"),
    [
        (Profile.OUTSIDE, (PacketFormat.DOCX,), MEDIA_TYPE),
        (Profile.DESK, (PacketFormat.PDF,), MEDIA_TYPE),
        (Profile.DESK, (PacketFormat.DOCX,), "text/plain"),
    ],
    ids=["a letter", "no DOCX wanted", "no DOCX before"],
)
def test_it_comes_only_where_it_is_wanted_and_was_one(profile, formats, media_type):
    packet = files(builder(media_type), profile, formats)
    assert not [name for name in packet if name.endswith("-article.docx")]


def test_it_never_comes_along_with_redactions():
    made = builder()
    redaction = PacketRedaction({}, ("£27",))
    packet = files(made, redaction=redaction)
    assert not [name for name in packet if name.endswith("-article.docx")]


def test_corrections_are_tracked_in_it_when_asked_for():
    made = builder()
    made.correction(made.claims[0], "The pier cost £27")
    packet = make_packet(
        made.build(),
        options(Profile.DESK, (PacketFormat.DOCX,), tracked_corrections=True),
        made.originals,
        made.galleys,
    )
    (copy,) = [file for file in packet if file.name.endswith("-article.docx")]
    read = read_docx_text("pier.docx", copy.content)
    assert "The pier cost £27, the line said." in read.text
    assert [one.removed_text for one in read.revisions if one.removed_text] == ["£72"]


def test_without_being_asked_no_word_of_it_is_changed():
    made = builder()
    made.correction(made.claims[0], "The pier cost £27")
    body = article_of(files(made))["word/document.xml"]
    assert b"w:ins" not in body
    assert b"w:del" not in body
