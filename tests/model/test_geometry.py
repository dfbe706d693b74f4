import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.model.geometry import Box, Span

SPANS = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda ends: Span(min(ends), max(ends)))


@given(SPANS, SPANS)
def test_two_spans_share_as_much_as_the_sets_of_their_code_points(one, other):
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlap(other) == other.overlap(one) == len(shared)


@given(SPANS, SPANS)
def test_overlap_over_union_is_one_only_for_equal_spans(one, other):
    value = one.overlap_over_union(other)
    assert 0 <= value <= 1
    assert (value == 1) == (one == other and one.length > 0)


@pytest.mark.parametrize(("start", "end"), [(3, 2), (-1, 2)])
def test_a_span_that_runs_backwards_or_before_the_text_is_refused(start, end):
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_the_union_of_boxes_is_the_smallest_round_both():
    assert Box(1, 5, 3, 6).union(Box(2, 1, 9, 5.5)) == Box(1, 1, 9, 6)


@pytest.mark.parametrize(("other", "touches"), [(Box(3, 3, 4, 4), True), (Box(0, 5, 1, 6), False)])
def test_boxes_touch_when_they_share_a_point(other, touches):
    box = Box(1, 1, 3, 3)
    assert box.touches(other) == other.touches(box) == touches


@pytest.mark.parametrize(
    ("box", "margin", "lies"),
    [
        (Box(1, 1, 9, 9), 0, True),
        (Box(1, 1, 11, 9), 0, False),
        (Box(-1, 1, 11, 9), 1, True),
        (Box(1, 1, 9, 11.5), 1, False),
    ],
)
def test_a_box_lies_in_another_when_no_side_sticks_out_by_more_than_the_margin(box, margin, lies):
    assert box.lies_in(Box(0, 0, 10, 10), margin) == lies
