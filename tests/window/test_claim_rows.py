import pytest

from reviewer.gui.claim_rows import Filter, Order, chosen_rows, claim_rows, counts
from reviewer.gui.galley_marks import article_marks
from reviewer.model.finding import Rule
from reviewer.model.standing import standing_of
from reviewer.model.verdict import Decision
from reviewer.reviewing.edits import GiveVerdict
from tests.documents.judged import EDITOR, analysis_of, session_with_claims
from tests.window.desk_builders import ferry_review


@pytest.fixture
def builder():
    return ferry_review()


def numbers(rows):
    return [row.number for row in rows]


def test_rows_stand_in_text_order_with_their_worst_finding(builder):
    rows = claim_rows(builder.build())
    assert [(row.number, row.finding.rule) for row in rows] == [
        ("C01", Rule.FIGURE_CHANGED),
        ("C02", Rule.ALTERED_QUOTE),
        ("C03", Rule.PARAPHRASE_OK),
        ("C04", Rule.UNSUPPORTED),
    ]


def test_a_row_names_the_source_of_its_passage(builder):
    assert [row.source_label for row in claim_rows(builder.build())] == ["S1", "S1", "S1", ""]


def test_counts_say_how_many_claims_each_chip_holds(builder):
    builder.verdict(builder.claims[2], Decision.VERIFIED)
    assert counts(claim_rows(builder.build())) == {
        Filter.ALL: 4,
        Filter.OPEN: 3,
        Filter.PROBLEMS: 2,
        Filter.UNSOURCED: 1,
        Filter.FIGURES: 2,
        Filter.QUOTES: 1,
    }


def test_a_claim_judged_unsourced_counts_as_unsourced_whatever_was_found(builder):
    builder.verdict(builder.claims[0], Decision.UNSOURCED)
    assert counts(claim_rows(builder.build()))[Filter.UNSOURCED] == 2


def test_the_text_filter_wants_every_word_in_claim_speaker_or_number(builder):
    rows = claim_rows(builder.build())
    assert numbers(chosen_rows(rows, Filter.ALL, "TARN raise", Order.PLACE)) == ["C02"]
    assert numbers(chosen_rows(rows, Filter.ALL, "c03", Order.PLACE)) == ["C03"]
    assert numbers(chosen_rows(rows, Filter.ALL, "tarn carried", Order.PLACE)) == []


def test_by_risk_open_claims_with_the_worst_findings_come_first(builder):
    builder.verdict(builder.claims[0], Decision.FIX)
    rows = claim_rows(builder.build())
    assert numbers(chosen_rows(rows, Filter.ALL, "", Order.RISK)) == ["C02", "C04", "C03", "C01"]


def test_initials_of_both_readers_are_shown(builder):
    builder.verdict(builder.claims[1], Decision.VERIFIED, second=True)
    row = claim_rows(builder.build())[1]
    assert (row.initials, row.second_initials) == ("MD", "OK")


def test_a_verdict_on_other_words_leaves_its_claim_open_in_list_and_margin():
    session = session_with_claims()
    claim = session.review.claims[1]
    session.apply(GiveVerdict(claim.id, Decision.VERIFIED, EDITOR))
    session.receive_analysis(analysis_of(session.review.article, "boat sails at noon."))
    (row,) = claim_rows(session.review)
    (mark,) = article_marks(session.review)
    assert (row.claim.id, row.decision, row.initials) == (claim.id, None, "")
    assert mark.decision is None
    assert standing_of(session.review).judged == 0
