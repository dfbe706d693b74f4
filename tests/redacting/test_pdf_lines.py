import struct

from reviewer.model.geometry import Box
from reviewer.pages.glyph_columns import FILL, GlyphColumns, Glyphs, Span
from reviewer.redacting.pdf_line_texts import content_view, placed_views, run_views
from reviewer.redacting.pdf_lines import Run, runs_of


def _glyphs(*lines: tuple[str, float, float], size: float = 10.0, step: float = 5.0) -> Glyphs:
    """Letters half an em wide, set one behind the other from a point on."""
    spans = []
    for text, x, y in lines:
        items = (struct.pack("=fffiii", x + step * at, y, 0.5, 7, ord(one), 7) for at, one in enumerate(text))
        page = Box(0, 0, 600, 800)
        spans.append(
            Span(
                b"".join(items), (1, 0, 0, 1, 0, 0), (size, 0), (0, -size), size, FILL, "Orley", True, page, None,
                lambda _: "",
            )
        )  # fmt: skip
    return Glyphs(GlyphColumns(spans))


def _texts(glyphs: Glyphs, runs: list[Run]) -> list[str]:
    return [view.text for view in run_views(runs, glyphs)]


def test_letters_painted_in_any_order_stand_in_their_lines() -> None:
    glyphs = _glyphs(("tail", 30, 90), ("ferry", 30, 50), ("dock", 57, 90))
    assert _texts(glyphs, runs_of(glyphs)) == ["ferry", "tail dock"]


def test_columns_far_apart_are_runs_of_their_own() -> None:
    glyphs = _glyphs(("left", 30, 50), ("right", 200, 50))
    assert _texts(glyphs, runs_of(glyphs)) == ["left", "right"]


def test_letters_struck_twice_count_once_and_know_their_doubles() -> None:
    glyphs = _glyphs(("bold", 30, 50), ("bold", 30.4, 50))
    (run,) = runs_of(glyphs)
    assert _texts(glyphs, [run]) == ["bold"] and run.doubles == {0: [4], 1: [5], 2: [6], 3: [7]}


def test_only_wanted_letters_stand_in_runs() -> None:
    glyphs = _glyphs(("ferry", 30, 50))
    assert _texts(glyphs, runs_of(glyphs, [True, False, True, True, True])) == ["f rry"]
    assert runs_of(glyphs, [False] * 5) == []


def test_the_text_as_painted_breaks_where_the_line_does() -> None:
    view = content_view(_glyphs(("tail", 30, 90), ("end", 52, 90), ("ferry", 30, 50)))
    assert view.text == "tail end\nferry" and view.origins[:6] == [0, 1, 2, 3, -1, 4]


def test_columns_are_read_line_under_line_where_that_differs_from_rows() -> None:
    glyphs = _glyphs(("one", 30, 50), ("two", 200, 50), ("below", 30, 62), ("under", 200, 62))
    runs = runs_of(glyphs)
    rows, columns = placed_views(runs, run_views(runs, glyphs))
    assert (rows.text, columns.text) == ("one\ntwo\nbelow\nunder\n", "one\nbelow\ntwo\nunder\n")


def test_a_page_of_one_column_has_one_text_by_place() -> None:
    glyphs = _glyphs(("one", 30, 50), ("below", 30, 62))
    runs = runs_of(glyphs)
    assert [view.text for view in placed_views(runs, run_views(runs, glyphs))] == ["one\nbelow\n"]


def test_no_glyphs_have_no_text() -> None:
    glyphs = _glyphs()
    assert content_view(glyphs).text == "" and runs_of(glyphs) == []
