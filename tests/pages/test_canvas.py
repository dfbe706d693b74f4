from reviewer.model.geometry import Box
from reviewer.pages.canvas import INK, Canvas, TextStream
from reviewer.pages.fonts import Face, FontBook


def test_an_empty_canvas_has_no_content():
    assert Canvas(100, 100, FontBook()).content == b""


def test_the_origin_is_the_top_left_corner():
    canvas = Canvas(100, 200, FontBook())
    canvas.rule((10, 20), (90, 20))

    assert b"10.00 180.00 m 90.00 180.00 l" in canvas.content


def test_a_shape_without_fill_or_outline_paints_nothing():
    canvas = Canvas(100, 100, FontBook())
    canvas.area(Box(1, 1, 9, 9))

    assert canvas.content.endswith(b" n Q")


def test_writing_returns_the_width():
    book = FontBook()

    assert Canvas(100, 100, book).text(0, 50, "C04", Face.SANS, 8) == book.width(Face.SANS, "C04", 8)


def test_a_stream_names_a_font_only_when_it_changes():
    book, stream = FontBook(), TextStream()
    word = book.shape(Face.SERIF, "boats")

    stream.line(100, [(10, word), (50, word)], 10, INK)
    stream.line(90, [(10, word)], 10, INK)

    assert stream.content.count(b" Tf") == 1
    assert b"40.00 0 Td" in stream.content
