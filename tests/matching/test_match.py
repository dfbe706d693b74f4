"""The door of the room: any claim against any sources, with sound offsets."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.matching import match
from reviewer.matching.match import match_claims
from reviewer.model.anchor import anchor_at
from reviewer.model.claim import Claim, ClaimKind, claim_id
from reviewer.model.finding import Rule
from reviewer.model.geometry import Span
from reviewer.model.request import Progress
from tests.matching.conftest import judge, make_document

WORDS = st.sampled_from(
    [
        "the",
        "otter",
        "weir",
        "£5",
        "5%",
        "1,200",
        "not",
        "may",
        "Élise",
        "2019",
        "Monday,",
        "“so”",
        "…",
        "[he]",
        "didn't",
        "co-op",
        "שלום",
        "👍",
        "é",
        ".",
        "?",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(TEXTS, TEXTS, st.sampled_from(list(ClaimKind)))
def test_whatever_the_texts_every_claim_has_a_finding_and_every_offset_is_sound(claim_text, source_text, kind):
    article, source = make_document(claim_text, "article"), make_document(source_text)
    span = Span(0, len(claim_text))
    quoted = (span,) if kind in (ClaimKind.DIRECT_QUOTE, ClaimKind.MIXED_QUOTE) else ()
    claim = Claim(claim_id(article.id, span), anchor_at(article, span), kind, quoted=quoted)
    evidence, findings = match_claims(article, [claim], [source], (), "2025-09-16")
    assert findings[claim.id]
    for one in evidence[claim.id]:
        assert one.anchor is not None
        assert source.text[one.anchor.start : one.anchor.end] == one.anchor.exact
        assert 0.0 <= one.coverage <= 1.0
        for difference in one.differences:
            assert article.text[difference.article_start : difference.article_end] == difference.article
            assert source.text[difference.source_start : difference.source_end] == difference.source
        for run in one.runs:
            assert 0 <= run.article_start <= run.article_end <= len(article.text)
            assert 0 <= run.source_start <= run.source_end <= len(source.text)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "otter",
                "weir",
                "crossed",
                "night",
                "river",
                "under",
                "bridge",
                "seven",
                "boats",
                "slowly",
                "came",
                "home",
                "again",
            ]
        ),
        min_size=12,
        max_size=60,
    ),
    st.data(),
)
def test_any_run_of_words_of_a_source_is_verbatim(words, data):
    start = data.draw(st.integers(0, len(words) - 6))
    quote = " ".join(words[start : start + 6])
    judged = judge(f"“{quote}”", " ".join(words) + ".", kind=ClaimKind.DIRECT_QUOTE)
    assert Rule.VERBATIM in judged.rules


def test_progress_is_told_up_to_the_last_claim():
    heard: list[Progress] = []
    article, source = make_document("“The otter crossed the weir”"), make_document("The otter crossed the weir.", "s")
    span = Span(1, 27)
    claim = Claim("c", anchor_at(article, span), ClaimKind.DIRECT_QUOTE, quoted=(span,))
    match_claims(article, [claim], [source], (), progress=heard.append)
    assert (heard[0].done, heard[0].total, heard[-1].done) == (0, 1, 1)


def test_findings_come_worst_first():
    judged = judge("“We shut 14 large wards”", "We closed 41 large wards.", kind=ClaimKind.DIRECT_QUOTE)
    assert [finding.rule for finding in judged.findings] == [Rule.FIGURE_CHANGED, Rule.ALTERED_QUOTE]


def test_a_fragment_in_a_reporters_sentence_is_shown_with_its_sentence():
    judged = judge(
        "He called the order book “the fullest I have seen”.",
        "Sales were good. The order book is the fullest I have seen. We are glad.",
        kind=ClaimKind.MIXED_QUOTE,
    )
    assert judged.rule is Rule.VERBATIM
    assert judged.passage == "The order book is the fullest I have seen."


def test_a_figure_outside_the_quoted_words_of_a_sentence_is_checked_too():
    judged = judge(
        "The council has £460,000 in its reserve, “and that is the whole of it”.",
        "We have £640,000 in the leisure reserve, and that is the whole of it.",
        kind=ClaimKind.MIXED_QUOTE,
    )
    assert judged.rule is Rule.FIGURE_CHANGED


def test_a_rule_that_breaks_on_one_claim_does_not_cost_the_others_their_findings(monkeypatch):
    article = make_document("The otter weighs £5. The weir is old.", "article")
    source = make_document("The otter weighs £5. The weir is old.")
    spans = (Span(0, 20), Span(21, 37))
    broken, sound = (Claim(claim_id(article.id, span), anchor_at(article, span), ClaimKind.ASSERTION) for span in spans)
    honest = match.check_restated

    def breaks_on_the_first(article, claim, *rest):
        if claim.id == broken.id:
            raise KeyError("otter")
        return honest(article, claim, *rest)

    monkeypatch.setattr(match, "check_restated", breaks_on_the_first)
    uncompared = []
    evidence, findings = match_claims(article, [broken, sound], [source], (), uncompared=uncompared)
    assert uncompared == [broken.id]
    assert (evidence[broken.id], findings[broken.id]) == ((), ())
    assert findings[sound.id]
    with pytest.raises(KeyError):
        match_claims(article, [broken, sound], [source], ())
