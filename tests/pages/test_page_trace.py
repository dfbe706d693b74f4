from itertools import product
from typing import Any

import pymupdf

from reviewer.pages.glyph_columns import columns_of
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


def _line(letter: str, x: str = "1", name: str = ' glyph="a"') -> str:
    return f'<g unicode="{letter}"{name} x="{x}" y="2" adv=".5"/>'


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


def test_glyphs_read_together_are_those_read_one_by_one() -> None:
    lines = [_line("A"), _line("&amp;"), _line("é", "-3.5"), _line("b", "12.25")]
    texts, names, xs, ys, advances = columns_of(lines)
    alone = [columns_of([line]) for line in lines]
    assert (texts, xs) == (["A", "&", "é", "b"], [1.0, 1.0, -3.5, 12.25])
    assert [texts, names, xs, ys, advances] == [[one[at][0] for one in alone] for at in range(5)]


def test_odd_glyphs_do_not_change_those_beside_them() -> None:
    odd = {
        _line('"'): ('"', 1.0),
        _line("fi", name=""): ("fi", 1.0),
        _line("c", "nan"): ("c", 0.0),
        _line("c", "far"): ("c", 0.0),
        _line("c", "1e9"): ("c", 0.0),
        "<g broken/>": ("\ufffd", 0.0),
    }
    for first, second in product(odd, repeat=2):
        texts, _, xs, _, _ = columns_of([_line("A"), first, second, _line("z", "7")])
        assert list(zip(texts, xs, strict=True)) == [("A", 1.0), odd[first], odd[second], ("z", 7.0)]
