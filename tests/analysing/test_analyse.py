import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.analysing.analyse import analyse
from reviewer.model.analysis import Depth
from reviewer.model.claim import Place, claim_id
from reviewer.model.geometry import Span
from tests.analysing.conftest import make_document

ARTICLE = """Boats return to Aldsund
“We did the sums,” said Ann Dale, the chief executive.
Related: Boats late again
The boats return on 1 May."""


def test_claims_come_in_text_order_with_ids_from_their_place(either_pass):
    document = make_document(ARTICLE, headline=True)
    claims = either_pass(ARTICLE, headline=True).claims
    assert [claim.anchor.start for claim in claims] == sorted(claim.anchor.start for claim in claims)
    assert all(claim.id == claim_id(document.id, claim.span) for claim in claims)


def test_a_second_analysis_gives_the_same_claims(either_pass):
    assert either_pass(ARTICLE).claims == either_pass(ARTICLE).claims


def test_the_headline_is_a_claim_at_its_place(either_pass):
    assert either_pass(ARTICLE, headline=True).claims[0].place is Place.HEADLINE


def test_switched_furniture_replaces_that_of_the_blocks():
    document = make_document(ARTICLE, furniture=("Related: Boats late again",))
    at = ARTICLE.index("The boats return on")
    switched = (Span(at, len(ARTICLE)),)
    found = analyse(document, Depth.WORDING, furniture=switched)
    texts = [claim.text for claim in found.claims]
    assert "Related: Boats late again" in texts
    assert "The boats return on 1 May." not in texts
    assert found.furniture == switched


def test_only_the_full_pass_names_a_model(full_pass, instant_pass):
    assert full_pass(ARTICLE).model
    assert not instant_pass(ARTICLE).model


def test_an_empty_document_has_no_claims(either_pass):
    assert either_pass("").claims == ()


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB “”‘’\"'.,:;—\n\r\t\u00a0é😀\u200f§1£%saidAnnDale "), max_size=120))
def test_every_stretch_lies_inside_the_text_whatever_it_is(text):
    found = analyse(make_document(text), Depth.WORDING, "2026-03-12")
    for claim in found.claims:
        assert text[claim.anchor.start : claim.anchor.end] == claim.text
        assert all(span.end <= len(text) for span in (*claim.quoted, *claim.said))
    assert all(0 <= check.start < check.end <= len(text) for check in found.checks)


@settings(max_examples=15, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB “”\"'.,:—\n\u00a0é😀 said Ann Dale told that "), max_size=120))
def test_the_full_pass_survives_whatever_the_text_is(text):
    found = analyse(make_document(text), Depth.FULL, "2026-03-12")
    assert all(text[claim.anchor.start : claim.anchor.end] == claim.text for claim in found.claims)


@pytest.mark.parametrize("unit", ["“a", "1,", ".", '"a ', "said ", "Mr ", "a@", "From: a\n", "from 1 to 2 "])
def test_a_hostile_row_of_anything_is_read_in_little_time(unit):
    text = unit * (6000 // len(unit))
    started = time.process_time()
    analyse(make_document(text), Depth.WORDING, "2026-03-12")
    assert time.process_time() - started < 5


def test_the_instant_pass_finds_claims_and_leaves_checks_and_sensitive_data_to_the_next():
    text = "The pier reopens\n\n“It is safe,” Ada Moretti said on Monday, 3 March 2026. Call her on 01632 960 123.\n"
    first, second = (analyse(make_document(text), depth) for depth in (Depth.INSTANT, Depth.WORDING))
    assert first.claims == second.claims
    assert (first.checks, first.sensitive) == ((), ())
    assert second.checks
    assert second.sensitive
