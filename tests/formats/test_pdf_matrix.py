import pytest

from reviewer.formats.pdf_matrix import applied, inverse, shown_matrix, times


@pytest.mark.parametrize(
    ("angle", "corner"), [(0, (10, 90)), (90, (10, 10)), (180, (190, 10)), (270, (90, 190))]
)  # fmt: skip
def test_a_point_of_a_turned_page_is_where_a_reader_shows_it(angle: int, corner: tuple[float, float]) -> None:
    assert applied(shown_matrix((5, 5, 205, 105), angle, 1), 15, 15) == corner


def test_the_unit_of_a_page_makes_it_larger() -> None:
    assert applied(shown_matrix((0, 0, 100, 100), 0, 2), 10, 90) == (20, 20)


def test_an_inverse_undoes() -> None:
    matrix = (2.0, 1.0, -1.0, 3.0, 5.0, 7.0)
    assert applied(times(matrix, inverse(matrix)), 4, 9) == pytest.approx((4, 9))
