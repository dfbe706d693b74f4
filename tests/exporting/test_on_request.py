"""What comes only on request: XFDF and ClaimReview."""

import json

import pikepdf
import pytest
from lxml import etree

from reviewer.exporting.packet import make_packet
from reviewer.model.packet import PacketFormat, Profile
from tests.documents.review_builder import options
from tests.documents.sallowmere import LEGAL_NOTE, sallowmere

X = "{http://ns.adobe.com/xfdf/}"


def files(profile=Profile.DESK, formats=(PacketFormat.PDF,), **wanted):
    builder = sallowmere()
    made = make_packet(builder.build(), options(profile, formats, **wanted), builder.originals, builder.galleys)
    return {file.name: file.content for file in made}


@pytest.fixture(scope="module")
def legal():
    return files(Profile.LEGAL, xfdf=True, claim_review=True)


def annotations(packet):
    (name,) = [name for name in packet if name.endswith(".xfdf")]
    return etree.fromstring(packet[name]).find(f"{X}annots")


def test_every_highlight_of_the_pdf_is_in_the_xfdf_with_its_words_and_place(legal, tmp_path):
    (name,) = [name for name in legal if name.endswith(".pdf")]
    (tmp_path / "a.pdf").write_bytes(legal[name])
    told = {one.get("name"): one for one in annotations(legal).iter(f"{X}highlight")}
    with pikepdf.open(tmp_path / "a.pdf") as pdf:
        seen = 0
        for number, page in enumerate(pdf.pages):
            for annotation in page.obj.get("/Annots", []):
                if annotation.Subtype == "/Highlight":
                    one = told[str(annotation.NM)]
                    seen += 1
                    assert int(one.get("page")) == number
                    assert one.findtext(f"{X}contents") == str(annotation.Contents)
                    assert [float(part) for part in one.get("rect").split(",")] == pytest.approx(
                        [float(part) for part in annotation.Rect], abs=0.01
                    )
    assert seen == len(told) > 0


def test_replies_and_states_say_which_comment_they_answer(legal):
    names = {one.get("name") for one in annotations(legal).iter(f"{X}highlight")}
    answers = list(annotations(legal).iter(f"{X}text"))
    assert answers
    assert all(one.get("inreplyto") in names for one in answers)
    assert "Review" in {one.get("statemodel") for one in answers}


def test_a_judged_claim_becomes_a_claim_review_and_an_open_one_does_not(legal):
    reviews = json.loads(legal["claimreview.json"])["@graph"]
    judged = len(sallowmere().build().desk.verdicts)
    assert len(reviews) == judged > 0
    first = reviews[0]
    assert first["@type"] == "ClaimReview"
    assert first["reviewRating"]["alternateName"]
    assert first["itemReviewed"]["appearance"]["headline"]


def test_notes_of_the_desk_are_in_no_claim_review(legal):
    assert LEGAL_NOTE not in legal["claimreview.json"].decode()


def test_both_stand_in_the_manifest(legal):
    listed = legal["manifest.sha256"].decode()
    assert "claimreview.json" in listed
    assert ".xfdf" in listed


def test_neither_comes_unasked_nor_to_people_outside():
    assert not [name for name in files() if name.endswith((".xfdf", "claimreview.json"))]
    outside = files(Profile.OUTSIDE, xfdf=True, claim_review=True)
    assert not [name for name in outside if name.endswith((".xfdf", "claimreview.json"))]


def test_without_a_pdf_there_is_no_xfdf():
    assert not [name for name in files(formats=(PacketFormat.DOCX,), xfdf=True) if name.endswith(".xfdf")]
