import pytest

from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.proof.recovering.gathering import Gathering

PAGE = 2_480 * 3_508 * 3
"""Bytes of the pixels of an A4 page scanned in colour at 300 dpi."""


def gathering():
    return Gathering("scan.pdf", ["Hanes"], lambda _: None)


def test_a_scan_of_some_hundred_pages_is_no_file_made_to_do_harm():
    counted = gathering()
    for _ in range(300):
        counted.count_pixels(PAGE)


def test_pixels_without_end_and_text_beyond_measure_are_refused():
    for count, size in (("count_pixels", 17 * 1024**3), ("count_unpacked", 800 * 1024**2)):
        with pytest.raises(ReviewerError) as refused:
            getattr(gathering(), count)(size)
        assert refused.value.problem.code is ProblemCode.EXPANDS_TOO_FAR
