from reviewer.model.review import Review
from reviewer.model.standing import standing_of
from reviewer.model.verdict import Decision
from tests.documents.review_builder import ReviewBuilder


def review_with(*decisions, marks=0):
    lines = [f"Line {at} of the story." for at in range(len(decisions))]
    builder = ReviewBuilder("The headline\n\n" + "\n\n".join(lines))
    for line, decision in zip(lines, decisions, strict=True):
        claim = builder.claim(line)
        if decision:
            builder.verdict(claim, decision)
    for _ in range(marks):
        builder.mark(builder.article, "headline")
    return builder.build()


def test_open_claims_and_claims_to_change_are_in_the_way():
    standing = standing_of(review_with(Decision.FIX, None, Decision.VERIFIED, None))
    assert (standing.total, standing.judged, standing.in_the_way, standing.must_change) == (4, 2, 3, 1)


def test_verified_and_not_checkable_are_not_in_the_way():
    standing = standing_of(review_with(Decision.VERIFIED, Decision.NOT_CHECKABLE))
    assert (standing.in_the_way, standing.is_held) == (0, False)


def test_a_review_without_claims_counts_nothing_and_is_held():
    standing = standing_of(Review())
    assert (standing.total, standing.is_held) == (0, True)


def test_a_redaction_mark_is_counted_and_holds_nothing_because_packets_apply_it():
    standing = standing_of(review_with(Decision.VERIFIED, marks=1))
    assert (standing.marks, standing.is_held) == (1, False)
