from pathlib import Path

from reviewer.reviewing.schema import is_review


def test_a_review_is_known_by_its_ending_in_capitals_too():
    assert is_review(Path("ferry.REVIEW"))
    assert not is_review(Path("review.pdf"))
