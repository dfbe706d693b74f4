import io
import json

import msgspec
import pikepdf
import pytest

from reviewer import packet_workflow
from reviewer.model.anchor import Anchor
from reviewer.model.claim import ClaimKind
from reviewer.model.geometry import Box, Span
from reviewer.model.locator import line_boxes
from reviewer.model.packet import PacketFile, PacketFormat, PacketOptions, Profile
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.redaction import HiddenWord, PageArea, RedactionMark
from reviewer.model.request import MakePacket, PacketMade, ProveFile, RedactFile
from reviewer.proof.strings import strings_in
from reviewer.text.needles import Needles
from tests.documents.judged import opened, session_with_claims
from tests.documents.marked_review import KEPT, NAME, PHONE, marked_review
from tests.documents.plain_text import document_of
from tests.documents.quick_proof import QuickProof
from tests.documents.review_builder import CHECKER, ReviewBuilder, options

ONLY_DOCX = (PacketFormat.DOCX,)
MADE_AT = "2026-01-02T10:00:00+01:00"


class Recorder:
    """Answers every request with what it was given, and keeps the requests."""

    def __init__(self, *replies):
        self.replies, self.requests = list(replies), []

    def ask(self, request, expect, *, on_progress=None, cancel=None):
        self.requests.append(request)
        return self.replies.pop(0)


def packet_of(builder, asker, profile=Profile.DESK, formats=ONLY_DOCX):
    return packet_workflow.make_packet(
        asker,
        builder.build(),
        options(profile, formats),
        builder.originals.__getitem__,
        builder.galleys.__getitem__,
    )


def refusal(builder, asker):
    with pytest.raises(ReviewerError) as caught:
        packet_of(builder, asker)
    return caught.value.problem


@pytest.fixture(scope="module")
def marked():
    """Return what was asked for the desk packet of the marked review, all proofs but those of PDFs included."""
    asker = QuickProof()
    packet_of(marked_review(), asker)
    return asker


def test_a_packet_is_made_of_the_documents_in_use_only():
    session = session_with_claims()
    session.receive_documents([opened(document_of("left out", "unused.txt"))])
    article = session.review.article
    asker = Recorder(PacketMade((PacketFile("packet.pdf", "application/pdf", b"%PDF", "0" * 64),)))
    wanted = PacketOptions((PacketFormat.PDF,), Profile.DESK, MADE_AT)
    packet_workflow.make_packet(asker, session.review, wanted, lambda one: b"o", lambda one: b"g")
    request = asker.requests[0]
    assert isinstance(request, MakePacket)
    assert list(request.review.documents) == list(request.originals) == [article.id]
    assert request.redaction is None


def test_no_original_goes_to_the_writer_once_anything_is_marked(marked):
    assert all(not request.originals for request in marked.asked(MakePacket))


def test_every_galley_is_redacted_and_proved_before_it_goes_to_the_writer(marked):
    builder = marked_review()
    redacted = {request.content for request in marked.asked(RedactFile)}
    proved = {request.content for request in marked.asked(ProveFile)}
    galleys = marked.asked(MakePacket)[0].galleys
    assert set(builder.galleys.values()) == redacted
    assert set(galleys.values()) <= proved
    assert not set(galleys.values()) & redacted


def test_every_file_is_attacked_for_every_removed_word(marked):
    attacks = [request for request in marked.asked(ProveFile) if request.name == "review.json"]
    assert any({NAME, PHONE, KEPT} <= set(attack.needles) for attack in attacks)
    assert all({NAME, PHONE} <= set(attack.needles) for attack in attacks)


def test_a_kept_word_is_looked_for_in_a_second_packet_in_which_nothing_is_kept(marked):
    first, second = marked.asked(MakePacket)
    attacked = [request for request in marked.asked(ProveFile) if request.name == "review.json"]
    assert KEPT in " ".join(one.text for one in first.review.documents.values())
    assert len(second.redaction.cuts[first.review.sources[0].id]) > len(
        first.redaction.cuts[first.review.sources[0].id]
    )
    assert [KEPT in request.needles for request in attacked] == [True, False]


def test_without_a_kept_place_one_packet_is_made():
    builder = ReviewBuilder(f"Pier to close\nThe engineer was {NAME}.\n")
    builder.mark(builder.article, NAME)
    asker = QuickProof()
    packet_of(builder, asker)
    assert len(asker.asked(MakePacket)) == 1


def test_words_under_a_marked_area_are_in_no_file():
    builder = marked_review(marked=False)
    mail = builder.documents[builder.desk.sources[0].document]
    at = mail.text.index(PHONE)
    line = line_boxes(mail, Span(at, at + len(PHONE)))[0].box
    area = PageArea(mail.id, 1, Box(line.x0 - 1, line.y0, line.x1 + 1, line.y1))
    builder.desk = msgspec.structs.replace(builder.desk, marks=(RedactionMark("m1", area, "R3", CHECKER),))
    asker = QuickProof()
    files = packet_of(builder, asker, formats=(PacketFormat.PDF,))
    assert PHONE in asker.asked(ProveFile)[-1].needles
    for file in files:
        assert not [where for where, text in strings_in(file) if "960 447" in text]
    assert NAME in " ".join(text for _, text in strings_in(files[0]))


PRINTED_ANYWAY = {
    "claims": "Pier to close\nThe claims office closed.\n",
    "Page": "Pier to close\nThe engineer was Ellen Page of Tarn, said Page.\nOn page 3 it says so.\n",
    "sources": "Pier to close\nTwo sources spoke.\nThe sources were not named.\n",
}


@pytest.mark.parametrize("word", PRINTED_ANYWAY)
def test_a_word_that_the_packet_itself_prints_is_removed_where_it_was_marked(word):
    builder = ReviewBuilder(PRINTED_ANYWAY[word])
    sentence = PRINTED_ANYWAY[word].splitlines()[1]
    builder.claim(sentence.rstrip("."), ClaimKind.ASSERTION)
    builder.mark(builder.article, word)
    asker = QuickProof()
    files = packet_of(builder, asker)
    first, *_, twin = asker.asked(MakePacket)
    assert first.review.article.text == PRINTED_ANYWAY[word]
    assert len(Needles((word,)).find(twin.review.article.text)) < len(Needles((word,)).find(PRINTED_ANYWAY[word]))
    assert not any(sentence.rstrip(".") in text for file in files for _, text in strings_in(file))


class Leaky(QuickProof):
    """Has a writer that puts the first cut of the article into the data file."""

    def ask(self, request, expect, **more):
        reply = super().ask(request, expect, **more)
        if not isinstance(request, MakePacket):
            return reply
        article = request.review.article
        cut = request.redaction.cuts[article.id][0]
        said = f" {article.text[cut.start : cut.end]} ".encode()
        files = (msgspec.structs.replace(file, content=file.content + said) for file in reply.files)
        return msgspec.structs.replace(reply, files=tuple(files))


@pytest.mark.parametrize("word", ["claims", "office"])
def test_a_writer_that_tells_the_word_is_found_out_even_if_the_packet_prints_it_anyway(word):
    builder = ReviewBuilder("Pier to close\nThe claims office closed.\n")
    builder.mark(builder.article, word)
    problem = refusal(builder, Leaky())
    assert problem.code is ProblemCode.PACKET_LEAKS
    assert word not in problem.sentence


def test_a_mark_whose_words_are_gone_stops_the_packet():
    builder = ReviewBuilder("Pier to close\nThe office closed.\n")
    lost = RedactionMark("m1", Anchor(builder.article.id, 3, 9, "harbour"), "R2", CHECKER)
    builder.desk = msgspec.structs.replace(builder.desk, marks=(lost,))
    assert refusal(builder, QuickProof()).code is ProblemCode.MARK_LOST


def test_a_word_marked_in_a_document_left_out_since_goes_too():
    builder = ReviewBuilder(f"Pier to close\nThe engineer was {NAME}.\n")
    elsewhere = RedactionMark("m1", Anchor("0" * 64, 0, len(NAME), NAME), "R2", CHECKER)
    builder.desk = msgspec.structs.replace(builder.desk, marks=(elsewhere,))
    asker = QuickProof()
    packet_of(builder, asker)
    assert NAME in asker.asked(ProveFile)[-1].needles


def with_author(pdf, author):
    """Return a PDF with an author in its properties."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened_pdf:
        opened_pdf.docinfo["/Author"] = author
        opened_pdf.save(out)
    return out.getvalue()


def marked_outside(text):
    """Return a review with a letter by Ada Quill, whose name is marked outside the letter's text."""
    builder = ReviewBuilder("Pier to close\nThe board would not say why.\n")
    letter = builder.source("letter.txt", text, obtained="from Ada Quill")
    builder.galleys[letter.id] = with_author(builder.galleys[letter.id], "Ada Quill")
    mark = RedactionMark("m1", HiddenWord(letter.id, "Ada Quill"), "R2", CHECKER)
    builder.desk = msgspec.structs.replace(builder.desk, marks=(mark,))
    return builder, letter


def test_a_word_that_stands_only_in_properties_goes_from_the_galley_and_from_every_file():
    builder, letter = marked_outside("We were told to wait.\n")
    asker = QuickProof()
    files = packet_of(builder, asker)
    assert [request.content for request in asker.asked(RedactFile)] == [*builder.galleys.values()]
    (request,) = asker.asked(MakePacket)
    with pikepdf.open(io.BytesIO(request.galleys[letter.id])) as galley:
        assert "/Author" not in galley.docinfo
    assert all("Ada Quill" in attack.needles for attack in asker.asked(ProveFile))
    assert not [where for file in files for where, text in strings_in(file) if "Quill" in text]
    data = json.loads(next(file.content for file in files if file.name == "review.json"))
    (mark,) = data["reviewer:marks"]
    assert (mark["place"], mark["box"], mark["reason"]) == ("S1, outside the text", None, "R2")
    assert "word" not in mark["target"]


def test_a_word_marked_outside_the_text_stays_where_the_text_shows_it():
    builder, letter = marked_outside("Ada Quill was told to wait.\n")
    asker = QuickProof()
    packet_of(builder, asker)
    first, second = asker.asked(MakePacket)
    assert first.redaction.cuts[letter.id] == ()
    assert len(second.redaction.cuts[letter.id]) == 1
    with pikepdf.open(io.BytesIO(first.galleys[letter.id])) as galley:
        assert "/Author" not in galley.docinfo
