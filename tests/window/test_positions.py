"""Offsets and coordinates are converted in one place."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from reviewer.gui.positions import (
    PAGE_GAP,
    Strip,
    Trim,
    boxes_of,
    pages_touching,
    to_code_point,
    to_pixels,
    to_points,
    to_utf16,
    utf16_length,
)
from reviewer.model.document import Document, Page, Word, WordArray
from reviewer.model.geometry import Box, Span
from reviewer.model.locator import line_boxes


def pages(count: int, width: float = 400, height: float = 600) -> tuple[Page, ...]:
    made = []
    for number in range(1, count + 1):
        start = (number - 1) * 100
        words = [
            Word(start + at, start + at + 4, 1 + at // 50, Box(10 + at, 20, 14 + at, 30)) for at in range(0, 100, 5)
        ]
        made.append(Page(number, width, height, WordArray.pack(words), start, start + 100))
    return tuple(made)


def document(count: int) -> Document:
    return Document("d", "d.txt", "text/plain", "x" * 100 * count, (), pages(count), True)


@given(st.text())
def test_an_offset_comes_back_from_utf16_units_as_it_went(text):
    for offset in range(len(text) + 1):
        assert to_code_point(text, to_utf16(text, offset)) == offset


@given(st.text())
def test_utf16_units_are_those_of_the_encoding(text):
    text = text.encode("utf-8", "ignore").decode()
    assert utf16_length(text) == len(text.encode("utf-16-le")) // 2


def test_an_emoji_counts_two_units():
    assert to_utf16("a😀b", 2) == 3


def test_units_inside_a_surrogate_pair_mean_its_start():
    assert to_code_point("a😀b", 2) == 1


def test_units_beyond_the_text_mean_its_end():
    assert to_code_point("abc", 99) == 3


def test_a_box_comes_back_from_pixels_as_it_went():
    page = Strip.of(pages(3), 1.5).page_rect(1, 900)
    there = to_pixels(Box(10, 20, 30, 40), page, 1.5)
    back = to_points(there.topLeft(), page, 1.5)
    assert (back.x(), back.y()) == pytest.approx((10, 20))


def test_pages_stand_one_below_the_other_with_a_gap_that_zoom_does_not_change():
    near, far = Strip.of(pages(3), 1.0), Strip.of(pages(3), 2.0)
    assert near.top(1) - near.page_rect(0, 500).bottom() == PAGE_GAP
    assert far.top(1) - far.page_rect(0, 500).bottom() == PAGE_GAP


def test_a_page_is_centred():
    assert Strip.of(pages(1), 1.0).page_rect(0, 1000).center().x() == 500


def test_a_trimmed_page_is_centred_by_what_is_left():
    strip = Strip.of(pages(1), 1.0).trimmed(Trim(left=100))
    assert strip.paper_of(strip.page_rect(0, 1000)).center().x() == 500
    assert strip.widest_paper == 300


def test_papers_trimmed_at_the_top_still_stand_a_gap_apart():
    strip = Strip.of(pages(3), 1.5).trimmed(Trim(top=40))
    papers = [strip.paper_of(strip.page_rect(index, 900)) for index in range(3)]
    assert [paper.top() for paper in papers] == [strip.top(index) for index in range(3)]
    assert papers[1].top() - papers[0].bottom() == PAGE_GAP
    assert papers[2].bottom() + PAGE_GAP == strip.height


@pytest.mark.parametrize("zoom", [0.3, 1.0, 4.0])
def test_the_page_at_a_height_is_the_one_drawn_there(zoom):
    strip = Strip.of(pages(1000), zoom)
    for index in (0, 1, 499, 999):
        assert strip.page_at(strip.top(index) + 1) == index
        assert strip.page_at(strip.page_rect(index, 500).bottom() - 1) == index


def test_only_pages_in_sight_are_visible():
    strip = Strip.of(pages(1000), 1.0)
    assert list(strip.visible(strip.top(500) + 10, strip.top(502) + 10)) == [500, 501, 502]


def test_a_strip_without_pages_shows_none():
    assert list(Strip.of(()).visible(0, 800)) == []


def test_only_touched_pages_are_looked_at():
    assert [page.number for page in pages_touching(document(1000), Span(150, 205))] == [2, 3]


def test_boxes_are_those_of_the_model():
    whole = document(20)
    for span in (Span(0, 3), Span(95, 112), Span(333, 777), Span(1990, 2000)):
        for ours, models in zip(boxes_of(whole, span), line_boxes(whole, span), strict=True):
            assert (ours.page, ours.line) == (models.page, models.line)
            assert msgspec.structs.astuple(ours.box) == pytest.approx(msgspec.structs.astuple(models.box))


def test_nothing_stands_beyond_the_text():
    assert boxes_of(document(2), Span(500, 600)) == ()


def test_a_point_left_of_the_paper_is_left_of_the_page():
    page = Strip.of(pages(1), 1.0).page_rect(0, 1000)
    assert to_points(QPointF(0, 0), page, 1.0).x() < 0
