from reviewer.gui.standing import standing_of
from reviewer.model.review import Review
from reviewer.model.verdict import Decision
from tests.window.desk_builders import ferry_review


def test_open_claims_and_claims_to_change_are_in_the_way():
    builder = ferry_review()
    builder.verdict(builder.claims[0], Decision.FIX)
    builder.verdict(builder.claims[2], Decision.VERIFIED)
    standing = standing_of(builder.build())
    assert (standing.total, standing.judged, standing.in_the_way, standing.must_change) == (4, 2, 3, 1)


def test_verified_and_not_checkable_are_not_in_the_way():
    builder = ferry_review()
    for claim in builder.claims[:3]:
        builder.verdict(claim, Decision.VERIFIED)
    builder.verdict(builder.claims[3], Decision.NOT_CHECKABLE)
    assert standing_of(builder.build()).in_the_way == 0


def test_a_review_without_claims_counts_nothing():
    assert standing_of(Review()).total == 0


def test_the_reasons_name_every_verdict_that_is_in_the_way():
    builder = ferry_review()
    builder.verdict(builder.claims[0], Decision.FIX)
    builder.verdict(builder.claims[1], Decision.QUERY)
    standing = standing_of(builder.build())
    assert standing.reasons == ["2 open", "1 to fix", "1 queried"]
    assert standing.short_reasons == ["2 open", "2 to settle"]


def test_nothing_checked_is_a_reason_too():
    assert standing_of(Review()).is_held
    assert standing_of(Review()).reasons == ["nothing checked yet"]
