import struct
from typing import Any

import pymupdf

from reviewer.model.geometry import Box
from reviewer.pages.glyph_columns import FILL, IGNORE, GlyphColumns, Glyphs, Span
from reviewer.pages.mupdf import Pdf
from reviewer.pages.page_trace import trace_page

_native: Any = pymupdf


def _page(*lines: tuple[float, float, str], clip: str = "") -> Pdf:
    with _native.open() as document:
        page = document.new_page(width=300, height=200)
        for x, y, words in lines:
            page.insert_text((x, y), words, fontsize=12)
        if clip:
            content = page.read_contents()
            document.update_stream(page.get_contents()[0], clip.encode() + b"\n" + content)
            for number in page.get_contents()[1:]:
                document.update_stream(number, b" ")
        return Pdf.open(document.tobytes())


def _span(glyphs: list[tuple[float, float, float, int]], kind: int = FILL, name: str = "") -> Span:
    items = b"".join(struct.pack("=fffiii", x, y, advance, 7, code, 7) for x, y, advance, code in glyphs)
    return Span(
        items, (1, 0, 0, 1, 0, 0), (10, 0), (0, -10), 10.0, kind, "Orley", kind == FILL, Box(-1, -20, 300, 200), None,
        lambda _: name,
    )  # fmt: skip


def test_glyphs_stand_where_the_page_shows_them() -> None:
    trace = trace_page(_page((30, 50, "Orley")).page(1))
    assert "".join(glyph.text for glyph in trace.glyphs) == "Orley"
    assert (round(trace.glyphs[0].x), round(trace.glyphs[0].y)) == (30, 50)
    assert all(glyph.is_seen and glyph.is_head for glyph in trace.glyphs)


def test_only_glyphs_inside_the_clip_are_seen() -> None:
    trace = trace_page(_page((30, 50, "Orley Ferry"), clip="0 0 60 200 re W n").page(1))
    seen = "".join(glyph.text for glyph in trace.glyphs if glyph.is_seen)
    assert seen.strip() == "Orley"


def test_glyphs_off_the_page_are_traced_but_not_seen() -> None:
    trace = trace_page(_page((30, 250, "below"), (-90, 50, "beside"), (20, 50, "here")).page(1))
    assert "".join(glyph.text for glyph in trace.glyphs) == "belowbesidehere"
    assert "".join(glyph.text for glyph in trace.glyphs if glyph.is_seen) == "here"


def test_letters_without_a_meaning_and_windows_quotes_are_read_as_a_browser_shows_them() -> None:
    columns = GlyphColumns([_span([(0, 0, 0.5, code) for code in (65, 0x93, 0, 0xFFFE, 0x1F600)])])
    assert columns.text() == "A\u201c\ufffd\U0001f600"


def test_glyphs_that_no_page_reaches_stand_at_its_corner() -> None:
    columns = GlyphColumns([_span([(1e9, 5, 0.5, 65), (float("nan"), 5, float("inf"), 66)])])
    assert (columns.xs.tolist(), columns.advances.tolist()) == ([0.0, 0.0], [0.5, 0.0])


def test_glyphs_are_as_their_columns_say() -> None:
    columns = GlyphColumns([_span([(3, 4, 0.5, 65)]), _span([(5, 6, 0.25, 66)], kind=IGNORE)])
    first, second = Glyphs(columns)
    assert (first.text, first.x, first.y, first.kind, first.is_seen) == ("A", 3.0, 4.0, "fill", True)
    assert (second.text, second.advance, second.kind, second.is_seen) == ("B", 0.25, "ignore", False)


def test_a_letter_that_its_font_calls_otherwise_is_doubtful() -> None:
    columns = GlyphColumns([_span([(0, 0, 0.5, 65), (9, 0, 0.5, 66)], name="a")])
    assert columns.is_doubtful.tolist() == [False, True]


def test_two_pages_have_one_digest_when_their_letters_and_places_are_the_same() -> None:
    first, again, other = (trace_page(_page((30, y, "Orley")).page(1)).digest for y in (50, 50, 51))
    assert first == again != other
