import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.exporting.blocks import BLOCK
from reviewer.exporting.redacted_review import redact_review
from reviewer.model.anchor import Anchor
from reviewer.model.geometry import Span
from reviewer.model.locator import locate_on_pages
from reviewer.model.packet import PacketRedaction, TextCut
from reviewer.model.redaction import HiddenWord, RedactionMark
from reviewer.model.review import TakenOver
from reviewer.model.verdict import Decision
from reviewer.redacting.text_cuts import marked_words, telling_words, text_cuts
from tests.documents.marked_review import ARTICLE, GONE, KEPT, NAME, PHONE, marked_review
from tests.documents.review_builder import CHECKER, ReviewBuilder
from tests.documents.sallowmere import sallowmere

SALLOWMERE = sallowmere().build()


def nothing_printed(document):
    return lambda number: ()


def redacted(review, keeping=True):
    documents = tuple(review.documents.values())
    words = marked_words(documents, review.desk.marks)
    cuts = {one.id: text_cuts(one, review.desk.marks, words, keeping) for one in documents}
    also = telling_words(documents, cuts)
    redaction = PacketRedaction(cuts, (*words.terms, *also), {**also, **words.reasons})
    return redact_review(review, redaction, nothing_printed)


def anchors_in(value):
    if isinstance(value, Anchor):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from anchors_in(getattr(value, name))
    elif isinstance(value, dict):
        for item in value.values():
            yield from anchors_in(item)
    elif isinstance(value, tuple | frozenset):
        for item in value:
            yield from anchors_in(item)


@pytest.fixture(scope="module")
def clean():
    return redacted(marked_review().build())


def test_no_string_of_the_review_holds_a_marked_word(clean):
    everything = msgspec.json.encode(clean.review).decode()
    assert not [word for word in (*GONE, "brackenfold@", "447") if word in everything]


def test_the_review_held_the_words_in_many_strings_before():
    everything = msgspec.json.encode(marked_review(marked=False).build()).decode()
    assert everything.count(NAME) > 12
    assert PHONE in everything


def test_a_place_that_was_kept_stays_in_the_text(clean):
    texts = " ".join(document.text for document in clean.review.documents.values())
    assert f"{KEPT} Works never began it" in texts
    assert texts.count(KEPT) == 1


def test_every_anchor_holds_the_words_at_its_place(clean):
    found = list(anchors_in(clean.review))
    assert len(found) > 8
    for anchor in found:
        text = clean.review.documents[anchor.document].text
        assert anchor.span.of(text) == anchor.exact
        assert not anchor.suffix or text.startswith(anchor.suffix, anchor.end)
        assert not anchor.prefix or text.endswith(anchor.prefix, 0, anchor.start)


def test_differences_hold_the_words_at_their_places(clean):
    review = clean.review
    for evidence in (one for found in review.evidence.values() for one in found):
        for difference in evidence.differences:
            assert review.article.text[difference.article_start : difference.article_end] == difference.article
            source = review.documents[evidence.anchor.document].text
            assert source[difference.source_start : difference.source_end] == difference.source


def test_shares_counted_with_the_marked_words_are_not_told():
    review = marked_review().build()
    told = msgspec.structs.replace(review, lifted=dict.fromkeys(review.documents, 0.5))
    assert redacted(told).review.lifted == {}


def test_the_hash_of_a_review_that_held_the_words_is_not_told():
    builder = marked_review()
    origin = TakenOver("review.json", "ab" * 32, "2026-05-06", "Reviewer", CHECKER, verdicts=3)
    builder.desk = msgspec.structs.replace(builder.desk, taken_over=(origin,))
    (kept,) = redacted(builder.build()).review.desk.taken_over
    assert kept == msgspec.structs.replace(origin, sha256="")


def test_a_verdict_holds_for_the_redacted_wording(clean):
    decisions = [clean.review.verdict(claim).decision for claim in clean.review.claims]
    assert decisions == [Decision.VERIFIED, Decision.QUERY, Decision.FIX]


def test_claims_keep_their_display_numbers(clean):
    assert [clean.review.display_id(claim.id) for claim in clean.review.claims] == ["C01", "C02", "C03"]


def test_a_claim_stands_on_the_same_lines_as_before(clean):
    before = marked_review().build()
    for old, new in zip(before.claims, clean.review.claims, strict=True):
        assert locate_on_pages(clean.review.article, new.span) == locate_on_pages(before.article, old.span)


def test_no_id_of_an_original_or_of_an_original_offset_is_left(clean):
    before = marked_review().build()
    everything = msgspec.json.encode(clean.review).decode()
    assert not [key for key in before.documents if key in everything]
    moved = [claim.id for claim in before.claims if claim.span.start > ARTICLE.index(NAME)]
    assert moved
    assert not [key for key in moved if key in everything]


def test_a_mail_whose_attachment_is_redacted_loses_its_hash_too():
    builder = marked_review()
    mail = builder.source("letter.eml", "Please see the paper.\n")
    review = builder.build()
    inner = msgspec.structs.replace(review.sources[1], parent=mail.id)
    review = msgspec.structs.replace(review, documents={**review.documents, inner.id: inner})
    made = redacted(review)
    assert made.ids[mail.id] != mail.id
    assert made.review.documents[made.ids[inner.id]].parent == made.ids[mail.id]


def test_a_word_outside_a_text_goes_from_names_and_log_and_the_hash_of_its_file_with_it():
    builder = ReviewBuilder("Pier to close\nThe board would not say why.\n")
    letter = builder.source("letter of Ada Quill.txt", "We were told to wait.\n", obtained="from Ada Quill")
    mark = RedactionMark("m1", HiddenWord(letter.id, "Ada Quill"), "R2", CHECKER)
    builder.desk = msgspec.structs.replace(builder.desk, marks=(mark,))
    made = redacted(builder.build())
    everything = msgspec.json.encode(made.review).decode()
    assert "Quill" not in everything and letter.id not in everything
    assert made.redacted == {made.ids[letter.id]}
    assert [(one.id, one.target) for one in made.review.desk.marks] == [("1", HiddenWord(made.ids[letter.id], ""))]
    assert made.review.documents[made.ids[letter.id]].text == letter.text


def test_a_finding_does_not_say_what_stood_inside_a_marked_sentence():
    builder = marked_review(marked=False)
    builder.mark(builder.article, "The repair was put at €3.4 million", "R9")
    review = redacted(builder.build()).review
    arguments = [finding.arguments for found in review.findings.values() for finding in found]
    assert {"article": BLOCK, "source": "€4.3 million"} in arguments


def test_a_name_inside_a_marked_sentence_goes_from_notes_too():
    builder = marked_review(marked=False)
    for document in builder.documents.values():
        at = document.text.index(NAME)
        line = document.text[at : document.text.index("\n", at)]
        builder.mark(document, line, "R9")
    review = redacted(builder.build()).review
    assert not [note.text for note in review.desk.notes.values() if "Brackenfold" in note.text]
    assert len(review.desk.notes) == 3


def test_nothing_but_line_breaks_depends_on_the_word():
    made = [redacted(marked_review(name=name).build()).review for name in ("Bo Ek", "Bartholomew Featherstonehaugh")]
    short, long = (
        msgspec.json.encode(
            msgspec.structs.replace(
                review,
                documents={key: msgspec.structs.replace(one, pages=()) for key, one in review.documents.items()},
            )
        )
        for review in made
    )
    assert short == long


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_cuts_leave_every_anchor_on_its_words(data):
    cuts = {}
    for key, document in SALLOWMERE.documents.items():
        places = sorted(data.draw(st.sets(st.integers(0, len(document.text)), max_size=12)))
        pairs = [Span(a, b) for a, b in zip(places[::2], places[1::2], strict=False)]
        inside = [(span, block) for span in pairs for block in document.blocks if block.span.contains(span)]
        cuts[key] = tuple(TextCut(span.start, span.end, "R2") for span, _ in inside)
    made = redact_review(SALLOWMERE, PacketRedaction(cuts, ()), nothing_printed).review
    for anchor in anchors_in(made):
        assert anchor.span.of(made.documents[anchor.document].text) == anchor.exact
    for document in made.documents.values():
        ends = [0, *(at for block in document.blocks for at in (block.start, block.end)), len(document.text)]
        assert ends == sorted(ends)
        for page in document.pages:
            assert all(0 <= word.start < word.end <= len(document.text) for word in page.words)
    assert len(made.claims) == len(SALLOWMERE.claims)
    assert len(made.desk.verdicts) == len(SALLOWMERE.desk.verdicts)
    assert not [claim for claim in made.open_claims if claim.id in made.desk.verdicts]
