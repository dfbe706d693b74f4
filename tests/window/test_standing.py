from reviewer.gui.standing import reasons_of, short_reasons_of
from reviewer.model.review import Review
from reviewer.model.standing import standing_of
from reviewer.model.verdict import Decision
from tests.window.desk_builders import ferry_review


def test_the_reasons_name_every_verdict_that_is_in_the_way():
    builder = ferry_review()
    builder.verdict(builder.claims[0], Decision.FIX)
    builder.verdict(builder.claims[1], Decision.QUERY)
    standing = standing_of(builder.build())
    assert reasons_of(standing) == ["2 open", "1 to fix", "1 queried"]
    assert short_reasons_of(standing) == ["2 open", "2 to settle"]


def test_nothing_checked_is_a_reason_too():
    assert reasons_of(standing_of(Review())) == ["nothing checked yet"]


def test_a_redaction_mark_is_no_reason_to_wait_because_packets_apply_it():
    builder = ferry_review()
    for claim in builder.claims:
        builder.verdict(claim, Decision.VERIFIED)
    builder.mark(builder.article, "Ilse Tarn")
    assert reasons_of(standing_of(builder.build())) == short_reasons_of(standing_of(builder.build())) == []
