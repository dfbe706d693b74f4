"""Claims are marked in the article, and their passages in the sources."""

import msgspec
import pytest

from reviewer.gui.galley_marks import article_marks, source_marks
from reviewer.model.evidence import Evidence
from reviewer.model.finding import Tone
from reviewer.model.locator import line_boxes
from reviewer.model.verdict import Decision
from tests.window.galley_builders import build_review, span_of


@pytest.fixture(scope="module")
def review(qapp):
    return build_review()[0]


def by_label(marks):
    return {mark.label: mark for mark in marks}


def test_every_claim_has_its_mark_in_text_order(review):
    assert [mark.label for mark in article_marks(review)] == [f"C{number:02d}" for number in range(1, 11)]


def test_a_mark_stands_on_the_words_of_its_claim(review):
    claim = review.claims[4]
    assert by_label(article_marks(review))["C05"].boxes == tuple(line_boxes(review.article, claim.span))


def test_findings_make_the_tone_and_verdicts_the_shape(review):
    marks = by_label(article_marks(review))
    assert (marks["C03"].tone, marks["C03"].decision) == (Tone.CLEAN, Decision.VERIFIED)
    assert (marks["C05"].tone, marks["C05"].decision) == (Tone.PROBLEM, Decision.FIX)
    assert (marks["C06"].tone, marks["C06"].decision) == (Tone.UNKNOWN, None)
    assert (marks["C09"].tone, marks["C09"].decision) == (Tone.UNSUPPORTED, Decision.UNSOURCED)


def test_changed_words_are_marked_on_both_sides_and_harmless_ones_on_neither(review):
    source = review.sources[0]
    ours, theirs = by_label(article_marks(review))["C05"], by_label(source_marks(review, source.id))["C05"]
    assert ours.changed == tuple(line_boxes(review.article, span_of(review.article, "£72")))
    assert theirs.changed == tuple(line_boxes(source, span_of(source, "£27")))


def test_only_claims_with_a_passage_are_marked_in_a_source(review):
    labels = {mark.label for mark in source_marks(review, review.sources[0].id)}
    assert labels == {"C01", "C02", "C03", "C04", "C05", "C07", "C08"}


def test_a_spliced_passage_is_marked_at_every_place(review):
    source = review.sources[0]
    claim = review.claims[0].id
    (evidence,) = review.evidence[claim]
    other = review.evidence[review.claims[4].id][0].anchor
    spliced = msgspec.structs.replace(evidence, segments=(evidence.anchor, other))
    again = msgspec.structs.replace(review, evidence={**review.evidence, claim: (spliced,)})
    boxes = by_label(source_marks(again, source.id))["C01"].boxes
    assert boxes == (*line_boxes(source, evidence.anchor.span), *line_boxes(source, other.span))


def test_evidence_outside_any_document_marks_nothing(review):
    claim = review.claims[0].id
    by_phone = Evidence(claim, None, 1.0, True)
    again = msgspec.structs.replace(review, evidence={claim: (by_phone,)})
    assert source_marks(again, review.sources[0].id) == ()


def test_a_passage_that_holds_nothing_of_its_claim_is_known_as_the_nearest_only(review):
    claim = review.claims[4].id
    (evidence,) = review.evidence[claim]
    nearest = msgspec.structs.replace(evidence, supports=False)
    again = msgspec.structs.replace(review, evidence={**review.evidence, claim: (nearest,)})
    marks = by_label(source_marks(again, review.sources[0].id))
    assert marks["C05"].nearest_only and not marks["C03"].nearest_only


def test_a_document_that_is_no_longer_there_has_no_marks(review):
    assert source_marks(review, "gone") == ()
    assert article_marks(msgspec.structs.replace(review, desk=msgspec.structs.replace(review.desk, article=None))) == ()
