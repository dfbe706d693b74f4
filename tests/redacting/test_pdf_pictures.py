from reviewer.model.geometry import Box
from reviewer.pages.glyph_columns import GlyphColumns, Glyphs
from reviewer.pages.page_pixels import PagePixels
from reviewer.pages.page_trace import PageTrace
from reviewer.pages.painted_picture import Picture
from reviewer.redacting.pdf_pictures import KnownReadings, places_to_read


def _picture(box: Box) -> Picture:
    return Picture((1, 0, 0, 1, 0, 0), 100, 100, box, box)


def _trace(*boxes: Box, **more: int) -> PageTrace:
    return PageTrace(595, 842, Glyphs(GlyphColumns([])), [_picture(box) for box in boxes], **more)


def test_only_pictures_and_what_stands_round_them_are_read() -> None:
    assert places_to_read(_trace(Box(100, 600, 300, 700))) == [Box(40, 586, 360, 714)]


def test_pictures_that_stand_near_each_other_are_read_together() -> None:
    trace = _trace(Box(100, 600, 200, 650), Box(250, 600, 300, 650), Box(100, 100, 200, 150))
    assert sorted(place.y0 for place in places_to_read(trace) or []) == [86, 586]


def test_a_page_is_read_whole_when_pictures_fill_it_or_drawings_may_be_letters() -> None:
    small = Box(100, 600, 300, 700)
    assert places_to_read(_trace(Box(0, 0, 595, 842))) is None
    for drawing in ({"curves": 1}, {"windings": 1}, {"bricks": 12}, {"tiles": 1}):
        assert places_to_read(_trace(small, **drawing)) is None
    assert places_to_read(_trace()) is None


def test_the_same_pixels_are_read_once() -> None:
    known = KnownReadings()
    blank = PagePixels(60, 40, b"\xff" * (60 * 40 * 3))
    assert known.words_of(blank) is known.words_of(PagePixels(60, 40, memoryview(bytes(blank.samples))))
