import io

import numpy as np
import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from reviewer.formats.pdf_edit_order import EditOrder, NotEditableError, PaintedGlyphs
from reviewer.formats.pdf_editing import PageEditor
from reviewer.formats.pdf_matrix import IDENTITY
from reviewer.model.geometry import Box
from tests.redacting.pdf_sheet import Sheet

WIDE = 10.0


def sheet(content: str) -> pikepdf.Pdf:
    """A page whose font F1 has letters one em wide."""
    made = Sheet()
    made.font.FirstChar, made.font.LastChar = 0, 255
    made.font.Widths = Array([1000] * 256)
    made.content = content.encode("latin-1")
    return pikepdf.open(io.BytesIO(made.finished()))


def row(text: str, x: float, y: float) -> list[tuple[float, float]]:
    """The places of a text of 10 points on an unturned page without a flip."""
    return [(x + WIDE * at, y) for at in range(len(text))]


def painted(places: list[tuple[float, float]]) -> PaintedGlyphs:
    """Glyphs one em wide, each of one letter."""
    xs, ys = np.array(places, float).reshape(-1, 2).T
    return PaintedGlyphs(xs, ys, np.ones(len(places)), np.ones(len(places), bool))


def edited(content: str, places: list[tuple[float, float]], **more) -> str:
    pdf = sheet(content)
    data, _ = PageEditor(pdf).edited(pdf.pages[0].obj, EditOrder(painted(places), IDENTITY, **more))
    return " ".join(data.decode("latin-1").split())


def test_operators_of_unmarked_text_stay_word_for_word() -> None:
    content = "BT /F1 10 Tf 20 70 Td 1 Tc (ab) Tj 0 -20 Td [ (cd) -5 (e) ] TJ ET"
    glyphs = [(20, 70), (31, 70), (20, 50), (31, 50), (42.05, 50)]
    assert edited(content, glyphs) == content.replace("20 70 Td 1 Tc", "1 Tc 20 70 Td")


def test_dropped_letters_and_the_way_past_them_are_not_written() -> None:
    content = "BT /F1 10 Tf 20 70 Td (ab) Tj 33.3 0 Td (cd) Tj 0 -20 Td (e) Tj ET"
    glyphs = [*row("ab", 20, 70), *row("cd", 53.3, 70), *row("e", 53.3, 50)]
    made = edited(content, glyphs, dropped={0, 1}, placed={2: (90.0, 70.0), 3: (100.0, 70.0)})
    assert made == "BT /F1 10 Tf 1 0 0 1 90 70 Tm [ (cd) ] TJ 1 0 0 1 53.3 50 Tm (e) Tj ET"


def test_the_spacing_that_fits_a_marked_line_is_not_written() -> None:
    content = "BT /F1 10 Tf 20 70 Td 4.321 Tw (a b) Tj 0 Tw 0 -20 Td (c) Tj ET"
    glyphs = [(x, 70) for x in (20, 30, 44.321)] + row("c", 20, 50)
    made = edited(content, glyphs, dropped={0}, placed={1: (50.0, 70.0), 2: (60.0, 70.0)})
    assert "4.321" not in made and made.endswith("1 0 0 1 20 50 Tm (c) Tj ET")


def test_a_matrix_that_only_served_marked_text_is_not_written() -> None:
    content = "q 1 0 0 1 123.4 70 cm BT /F1 10 Tf (ab) Tj ET Q BT /F1 10 Tf 20 50 Td (c) Tj ET"
    glyphs = [*row("ab", 123.4, 70), *row("c", 20, 50)]
    made = edited(content, glyphs, dropped={0}, placed={1: (80.0, 70.0)})
    assert "123.4" not in made and "1 0 0 1 80 70 Tm [ (b) ] TJ" in made


def test_the_underlining_of_a_marked_line_goes_and_other_rules_stay() -> None:
    content = "20 68 40 1 re f 0 10 m 300 10 l S BT /F1 10 Tf 20 70 Td (ab) Tj ET"
    made = edited(
        content, row("ab", 20, 70), dropped={0}, placed={1: (40.0, 70.0)}, ruled=[Box(20, 66, 60, 78)],
        lanes=[Box(20, 66, 90, 78)],
    )  # fmt: skip
    assert made.startswith("0 10 m 300 10 l S BT")


def test_a_clip_cut_to_a_marked_line_grows_to_its_lane() -> None:
    content = "q 20 66 21.7 12 re W n BT /F1 10 Tf 20 70 Td (ab) Tj ET Q"
    made = edited(
        content, row("ab", 20, 70), dropped={0}, placed={1: (40.0, 70.0)}, ruled=[Box(20, 66, 42, 78)],
        lanes=[Box(20, 66, 90, 78)],
    )  # fmt: skip
    assert "21.7" not in made and "W n" in made


def test_a_layer_that_is_off_leaves_nothing() -> None:
    pdf = sheet("/OC /L0 BDC 0 0 9 9 re f BT /F1 10 Tf (ab) Tj ET EMC BT /F1 10 Tf 20 50 Td (c) Tj ET")
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    pdf.pages[0].obj.Resources.Properties = Dictionary(L0=layer)
    data, _ = PageEditor(pdf).edited(pdf.pages[0].obj, EditOrder(painted(row("c", 20, 50)), IDENTITY))
    assert b"ab" not in data and b"re" not in data and b"(c) Tj" in data


def test_glyphs_that_stand_elsewhere_than_read_are_refused() -> None:
    with pytest.raises(NotEditableError):
        edited("BT /F1 10 Tf 20 70 Td (a) Tj ET", row("a", 25, 70))


def test_more_or_fewer_glyphs_than_read_are_refused() -> None:
    with pytest.raises(NotEditableError):
        edited("BT /F1 10 Tf 20 70 Td (a) Tj ET", row("ab", 20, 70))
    with pytest.raises(NotEditableError):
        edited("BT /F1 10 Tf 20 70 Td (ab) Tj ET", row("a", 20, 70))


def test_a_picture_under_a_mark_is_refused() -> None:
    with pytest.raises(NotEditableError):
        edited("q 50 0 0 50 20 20 cm BI /W 1 /H 1 /BPC 8 /CS /G ID a EI Q", [], blanked=[Box(30, 30, 40, 40)])
